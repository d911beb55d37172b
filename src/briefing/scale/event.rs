//! Roots and codes of CAMEO (Conflict and Mediation Event Observations, codebook 1.1b3, 2012).

use super::Vocabulary;

/// CAMEO's quad class: said or done, with or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quad {
    /// Codes 01 to 05.
    VerbalCooperation,
    /// Codes 06 to 08.
    MaterialCooperation,
    /// Codes 09 to 13.
    VerbalConflict,
    /// Codes 14 to 20.
    MaterialConflict,
}

impl Quad {
    pub const ALL: [Self; 4] = [Self::VerbalCooperation, Self::MaterialCooperation, Self::VerbalConflict, Self::MaterialConflict];

    /// Round is with, pointed against; open is said, filled done.
    #[must_use]
    pub fn sign(self) -> &'static str {
        ["○", "●", "△", "▲"][self as usize]
    }

    #[must_use]
    pub fn is_conflict(self) -> bool {
        matches!(self, Self::VerbalConflict | Self::MaterialConflict)
    }

    #[must_use]
    pub fn label(self) -> &'static str {
        ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"][self as usize]
    }
}

#[derive(Debug, PartialEq, Eq)]
struct EventRow {
    word: &'static str,
    /// Of CAMEO; `x` stands for any last digit.
    code: &'static str,
}

/// In the file the kind is the key that the event's text stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventKind(&'static EventRow);

static ROWS: [EventRow; 16] = [
    EventRow { word: "express-intent", code: "030" },
    EventRow { word: "consult", code: "040" },
    EventRow { word: "visit", code: "042" },
    EventRow { word: "negotiate", code: "046" },
    EventRow { word: "sign-agreement", code: "057" },
    EventRow { word: "cooperate-economically", code: "061" },
    EventRow { word: "cooperate-militarily", code: "062" },
    EventRow { word: "share-intelligence", code: "064" },
    EventRow { word: "aid", code: "07x" },
    EventRow { word: "demand", code: "10x" },
    EventRow { word: "disapprove", code: "11x" },
    EventRow { word: "threaten", code: "13x" },
    EventRow { word: "exhibit-force", code: "15x" },
    EventRow { word: "sanction", code: "163" },
    EventRow { word: "coerce", code: "17x" },
    EventRow { word: "fight", code: "19x" },
];

static KINDS: [EventKind; 16] = {
    let mut kinds = [EventKind(&ROWS[0]); 16];
    let mut at = 1;
    while at < kinds.len() {
        kinds[at] = EventKind(&ROWS[at]);
        at += 1;
    }
    kinds
};

impl Vocabulary for EventKind {
    fn all() -> &'static [Self] {
        &KINDS
    }
    fn word(self) -> &'static str {
        self.0.word
    }
}

impl EventKind {
    /// Of CAMEO; `x` stands for any last digit.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    #[must_use]
    pub fn quad(self) -> Quad {
        match &self.0.code[..2] {
            "01" | "02" | "03" | "04" | "05" => Quad::VerbalCooperation,
            "06" | "07" | "08" => Quad::MaterialCooperation,
            "09" | "10" | "11" | "12" | "13" => Quad::VerbalConflict,
            _ => Quad::MaterialConflict,
        }
    }
}
