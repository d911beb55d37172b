use super::{Mode, Vocabulary};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    Cooperation,
    Conflict,
    Neutral,
}

impl Polarity {
    #[must_use]
    pub fn label(self) -> &'static str {
        ["cooperation", "conflict", "neutral"][self as usize]
    }
}

/// What ties actors to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TieKind {
    word: &'static str,
    /// As in "Russia *partners with* Iran".
    phrase: &'static str,
    /// As in "Russia and Iran *partner with* …".
    of_several: &'static str,
    polarity: Polarity,
    /// Each does it to the other.
    mutual: bool,
}

const fn mutual(word: &'static str, phrase: &'static str, of_several: &'static str, polarity: Polarity) -> TieKind {
    TieKind { mutual: true, ..tie(word, phrase, of_several, polarity) }
}

const fn tie(word: &'static str, phrase: &'static str, of_several: &'static str, polarity: Polarity) -> TieKind {
    TieKind { word, phrase, of_several, polarity, mutual: false }
}

/// What ties of an unknown type do.
pub const UNKNOWN: TieKind = tie("", "is tied to", "are tied to", Polarity::Neutral);

static KINDS: [TieKind; 17] = [
    mutual("partners-with", "partners with", "partner with", Polarity::Cooperation),
    tie("supplies", "supplies", "supply", Polarity::Cooperation),
    tie("trains", "trains", "train", Polarity::Cooperation),
    tie("finances", "finances", "finance", Polarity::Cooperation),
    tie("shares-intelligence-with", "shares intelligence with", "share intelligence with", Polarity::Cooperation),
    mutual("trades-with", "trades with", "trade with", Polarity::Cooperation),
    tie("supports", "supports", "support", Polarity::Cooperation),
    tie("counterbalances", "counterbalances", "counterbalance", Polarity::Conflict),
    tie("threatens", "threatens", "threaten", Polarity::Conflict),
    tie("sanctions", "sanctions", "sanction", Polarity::Conflict),
    tie("fights", "fights", "fight", Polarity::Conflict),
    mutual("competes-with", "competes with", "compete with", Polarity::Conflict),
    tie("isolates", "isolates", "isolate", Polarity::Conflict),
    tie("transits", "transits", "transit", Polarity::Neutral),
    tie("mediates", "mediates", "mediate", Polarity::Neutral),
    tie("influences", "influences", "influence", Polarity::Neutral),
    tie("member-of", "is a member of", "are members of", Polarity::Neutral),
];

impl Vocabulary for TieKind {
    fn all() -> &'static [Self] {
        &KINDS
    }
    fn word(self) -> &'static str {
        self.word
    }
}

impl TieKind {
    /// In a sentence with so many subjects: "partners with", "partner with".
    #[must_use]
    pub fn phrase(self, subjects: usize) -> &'static str {
        if subjects > 1 { self.of_several } else { self.phrase }
    }

    /// As [`Self::phrase`], no firmer than the sources say it: "is said to partner with", "may partner with".
    #[must_use]
    pub fn said(self, subjects: usize, mode: Mode) -> String {
        let phrase = self.phrase(subjects);
        // Of several it is the bare form, but for "are".
        let bare = ["is ", "are "].iter().find_map(|be| phrase.strip_prefix(be));
        let bare = bare.map_or_else(|| self.of_several.to_owned(), |rest| format!("be {rest}"));
        match mode {
            Mode::Reported => phrase.to_owned(),
            Mode::Alleged if subjects > 1 => format!("are said to {bare}"),
            Mode::Alleged => format!("is said to {bare}"),
            Mode::Expected => format!("may {bare}"),
        }
    }

    #[must_use]
    pub fn is_mutual(self) -> bool {
        self.mutual
    }

    /// Words alone make the tie, or the source makes it known by naming who speaks: "says Vask of the board".
    #[must_use]
    pub fn is_speech(self) -> bool {
        ["threatens", "member-of"].contains(&self.word)
    }

    #[must_use]
    pub fn polarity(self) -> Polarity {
        self.polarity
    }
}
