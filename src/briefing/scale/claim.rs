use super::Vocabulary;
use serde::{Deserialize, Serialize};

/// What kind of thing a source says. In the file it is the key of the claim's text, so that the two cannot drift apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClaimKind {
    Fact,
    Assessment,
    Assumption,
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
    #[must_use]
    pub fn meaning(self) -> &'static str {
        [
            "What the source states as so.",
            "What the source reads from facts.",
            "What the source takes for granted.",
            "What the source says will or may come.",
        ][self as usize]
    }

    /// As in "The source *states*".
    #[must_use]
    pub fn verb(self) -> &'static str {
        ["states", "assesses", "assumes", "forecasts"][self as usize]
    }
}
