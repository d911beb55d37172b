//! What ties actors to each other.

use super::Vocabulary;

/// Whether a tie joins, opposes, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// It joins.
    Cooperation,
    /// It opposes.
    Conflict,
    /// It does neither by itself.
    Neutral,
}

impl Polarity {
    /// The polarity in a word.
    #[must_use]
    pub fn label(self) -> &'static str {
        ["cooperation", "conflict", "neutral"][self as usize]
    }
}

/// The type of a relationship; a closed table of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TieKind {
    word: &'static str,
    /// The word in a sentence: "partners with".
    phrase: &'static str,
    polarity: Polarity,
}

const fn tie(word: &'static str, phrase: &'static str, polarity: Polarity) -> TieKind {
    TieKind { word, phrase, polarity }
}

static KINDS: [TieKind; 17] = [
    tie("partners-with", "partners with", Polarity::Cooperation),
    tie("supplies", "supplies", Polarity::Cooperation),
    tie("trains", "trains", Polarity::Cooperation),
    tie("finances", "finances", Polarity::Cooperation),
    tie("shares-intelligence-with", "shares intelligence with", Polarity::Cooperation),
    tie("trades-with", "trades with", Polarity::Cooperation),
    tie("supports", "supports", Polarity::Cooperation),
    tie("counterbalances", "counterbalances", Polarity::Conflict),
    tie("threatens", "threatens", Polarity::Conflict),
    tie("sanctions", "sanctions", Polarity::Conflict),
    tie("fights", "fights", Polarity::Conflict),
    tie("competes-with", "competes with", Polarity::Conflict),
    tie("isolates", "isolates", Polarity::Conflict),
    tie("transits", "transits", Polarity::Neutral),
    tie("mediates", "mediates", Polarity::Neutral),
    tie("influences", "influences", Polarity::Neutral),
    tie("member-of", "is a member of", Polarity::Neutral),
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
    /// The type in a sentence: "partners with".
    #[must_use]
    pub fn phrase(self) -> &'static str {
        self.phrase
    }

    /// Cooperation, conflict or neither.
    #[must_use]
    pub fn polarity(self) -> Polarity {
        self.polarity
    }
}
