//! What kind of thing a source says.

use super::Vocabulary;

/// The kind of a claim: in the file it is the key that the claim's text stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// The source states it as so.
    Fact,
    /// The source's own reading of facts.
    Assessment,
    /// What the source takes for granted.
    Assumption,
    /// What the source says will or may come.
    Forecast,
}

impl Vocabulary for ClaimKind {
    fn all() -> &'static [Self] {
        &[Self::Fact, Self::Assessment, Self::Assumption, Self::Forecast]
    }
    fn word(self) -> &'static str {
        ["fact", "assessment", "assumption", "forecast"][self as usize]
    }
}

impl ClaimKind {
    /// What stands under the key.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        [
            "What the source states as so.",
            "What the source reads from facts.",
            "What the source takes for granted.",
            "What the source says will or may come.",
        ][self as usize]
    }

    /// What the source does: "The source *states*".
    #[must_use]
    pub fn verb(self) -> &'static str {
        ["states", "assesses", "assumes", "forecasts"][self as usize]
    }
}
