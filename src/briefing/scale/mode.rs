use super::Vocabulary;
use serde::{Deserialize, Serialize};

/// How firmly a tie or an event stands in the sources. The firmest is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mode {
    Reported,
    Alleged,
    Expected,
}

impl Vocabulary for Mode {
    fn all() -> &'static [Self] {
        &[Self::Reported, Self::Alleged, Self::Expected]
    }
    fn word(self) -> &'static str {
        ["reported", "alleged", "expected"][self as usize]
    }
}

impl Mode {
    #[must_use]
    pub fn meaning(self) -> &'static str {
        [
            "A source states it as so.",
            "A source has it from others, reads it from facts or takes it for granted.",
            "A source says that it will or may come.",
        ][self as usize]
    }

    /// Stands behind another sign. What is reported needs none.
    #[must_use]
    pub fn sign(self) -> &'static str {
        ["", "?", ">"][self as usize]
    }
}
