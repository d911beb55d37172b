use super::Vocabulary;
use serde::{Deserialize, Serialize};

/// What became of a judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Came {
    Yes,
    No,
    Partly,
    Void,
}

/// `yes` and `no` are truth values in YAML 1.1, and its readers write them back as `true` and `false`.
impl Vocabulary for Came {
    fn all() -> &'static [Self] {
        &[Self::Yes, Self::No, Self::Partly, Self::Void]
    }
    fn word(self) -> &'static str {
        ["yes", "no", "partly", "void"][self as usize]
    }
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "true" => Some(Self::Yes),
            "false" => Some(Self::No),
            _ => Self::all().iter().copied().find(|came| came.word() == word),
        }
    }
}

impl Came {
    #[must_use]
    pub fn meaning(self) -> &'static str {
        [
            "What was judged came about, by the horizon.",
            "It did not come about by the horizon.",
            "A part of it came about; the note says which.",
            "Nobody can tell, or the question has fallen away; the note says why.",
        ][self as usize]
    }

    /// Said of a judgement: "came about".
    #[must_use]
    pub fn label(self) -> &'static str {
        ["came about", "did not come about", "came about in part", "void"][self as usize]
    }
}
