//! What kind an event is, in words of one vocabulary: CAMEO (Conflict and Mediation Event Observations, codebook 1.1b3,
//! 2012), or PLOVER, which its makers have written to follow it (Open Event Data Alliance).

use super::Vocabulary;
use serde::{Deserialize, Serialize};

/// The quad class that both vocabularies have: said or done, with or against. In CAMEO it follows from the code.
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

/// A vocabulary of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventKinds {
    Cameo,
    Plover,
}

impl Vocabulary for EventKinds {
    fn all() -> &'static [Self] {
        &[Self::Cameo, Self::Plover]
    }
    fn word(self) -> &'static str {
        ["cameo", "plover"][self as usize]
    }
}

impl EventKinds {
    /// As people know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["CAMEO", "PLOVER"][self as usize]
    }

    /// With `other`, which every vocabulary needs.
    pub fn terms(self) -> impl Iterator<Item = EventKind> {
        KINDS.iter().copied().filter(move |kind| kind.0.code.is_none_or(|(kinds, _)| kinds == self))
    }
}

#[derive(Debug, PartialEq, Eq)]
struct EventRow {
    word: &'static str,
    /// The vocabulary, and what the kind is called in it; in CAMEO `x` stands for any last digit. `None`: it is of none.
    code: Option<(EventKinds, &'static str)>,
    quad: Option<Quad>,
}

/// They count as verbal, and take more than words.
const MEETINGS: [&str; 6] = ["consult", "visit", "negotiate", "cooperate-diplomatically", "sign-agreement", "agree"];

/// In the file the kind is the key that the event's text stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventKind(&'static EventRow);

const fn cameo(word: &'static str, code: &'static str) -> EventRow {
    let quad = match code.as_bytes() {
        [b'0', b'1'..=b'5', ..] => Quad::VerbalCooperation,
        [b'0', b'6'..=b'8', ..] => Quad::MaterialCooperation,
        [b'0', b'9', ..] | [b'1', b'0'..=b'3', ..] => Quad::VerbalConflict,
        _ => Quad::MaterialConflict,
    };
    EventRow { word, code: Some((EventKinds::Cameo, code)), quad: Some(quad) }
}

const fn plover(word: &'static str, code: &'static str, quad: Quad) -> EventRow {
    EventRow { word, code: Some((EventKinds::Plover, code)), quad: Some(quad) }
}

static ROWS: [EventRow; 43] = [
    cameo("make-statement", "01x"),
    cameo("appeal", "02x"),
    cameo("express-intent", "030"),
    cameo("consult", "040"),
    cameo("visit", "042"),
    cameo("negotiate", "046"),
    cameo("cooperate-diplomatically", "05x"),
    cameo("sign-agreement", "057"),
    cameo("cooperate-economically", "061"),
    cameo("cooperate-militarily", "062"),
    cameo("share-intelligence", "064"),
    cameo("aid", "07x"),
    cameo("yield", "08x"),
    cameo("ceasefire", "0871"),
    cameo("investigate", "09x"),
    cameo("demand", "10x"),
    cameo("disapprove", "11x"),
    cameo("reject", "12x"),
    cameo("threaten", "13x"),
    cameo("protest", "14x"),
    cameo("exhibit-force", "15x"),
    cameo("reduce-relations", "16x"),
    cameo("sanction", "163"),
    cameo("coerce", "17x"),
    cameo("assault", "18x"),
    cameo("fight", "19x"),
    plover("agree", "AGREE", Quad::VerbalCooperation),
    plover("consult", "CONSULT", Quad::VerbalCooperation),
    plover("support", "SUPPORT", Quad::VerbalCooperation),
    plover("concede", "CONCEDE", Quad::VerbalCooperation),
    plover("cooperate", "COOPERATE", Quad::MaterialCooperation),
    plover("aid", "AID", Quad::MaterialCooperation),
    plover("retreat", "RETREAT", Quad::MaterialCooperation),
    plover("request", "REQUEST", Quad::VerbalConflict),
    plover("accuse", "ACCUSE", Quad::VerbalConflict),
    plover("reject", "REJECT", Quad::VerbalConflict),
    plover("threaten", "THREATEN", Quad::VerbalConflict),
    plover("protest", "PROTEST", Quad::MaterialConflict),
    plover("sanction", "SANCTION", Quad::MaterialConflict),
    plover("mobilize", "MOBILIZE", Quad::MaterialConflict),
    plover("coerce", "COERCE", Quad::MaterialConflict),
    plover("assault", "ASSAULT", Quad::MaterialConflict),
    EventRow { word: "other", code: None, quad: None },
];

static KINDS: [EventKind; ROWS.len()] = {
    let mut kinds = [EventKind(&ROWS[0]); ROWS.len()];
    let mut at = 1;
    while at < kinds.len() {
        kinds[at] = EventKind(&ROWS[at]);
        at += 1;
    }
    kinds
};

/// Of both vocabularies: some words stand twice.
impl Vocabulary for EventKind {
    fn all() -> &'static [Self] {
        &KINDS
    }
    fn word(self) -> &'static str {
        self.0.word
    }
}

impl EventKind {
    /// "CAMEO 030".
    #[must_use]
    pub fn code(self) -> String {
        self.0.code.map_or_else(|| "of no vocabulary".to_owned(), |(kinds, code)| format!("{} {code}", kinds.name()))
    }

    /// Words alone make the event: who says it has done it.
    #[must_use]
    pub fn is_speech(self) -> bool {
        let is_verbal = matches!(self.quad(), Some(Quad::VerbalCooperation | Quad::VerbalConflict));
        is_verbal && !MEETINGS.contains(&self.word())
    }

    /// `None` where nobody can tell.
    #[must_use]
    pub fn quad(self) -> Option<Quad> {
        self.0.quad
    }
}
