use super::Vocabulary;
use serde::{Deserialize, Serialize};

/// A part of a talk, as `slides:` of a briefing names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    BottomLine,
    Judgements,
    Indicators,
    Gaps,
}

impl Vocabulary for Part {
    fn all() -> &'static [Self] {
        &[Self::BottomLine, Self::Judgements, Self::Indicators, Self::Gaps]
    }
    fn word(self) -> &'static str {
        ["bottom-line", "judgements", "indicators", "gaps"][self as usize]
    }
}

impl Part {
    #[must_use]
    pub fn meaning(self) -> &'static str {
        [
            "The question and the bottom line.",
            "A slide for every judgement that the list does not name by its id.",
            "What would change our mind: what we watch.",
            "What we do not know.",
        ][self as usize]
    }
}
