use super::Vocabulary;
use serde::{Deserialize, Serialize};

/// How sound the basis of a judgement is, on the three levels of US estimates. A thing can be unlikely with high confidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    Low,
    Moderate,
    High,
}

impl Vocabulary for Confidence {
    fn all() -> &'static [Self] {
        &[Self::Low, Self::Moderate, Self::High]
    }
    fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }
}

impl Confidence {
    /// How many of three dots are filled.
    #[must_use]
    pub fn dots(self) -> usize {
        self as usize + 1
    }

    /// After the practice of US national estimates.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Low => {
                "The information is questionable, fragmentary or poorly corroborated; gaps and assumptions carry much of the weight."
            }
            Self::Moderate => "The information is credible and the argument plausible, but corroboration falls short of more.",
            Self::High => "Good and consistent reporting from several sources, few gaps and assumptions, and other readings weighed.",
        }
    }
}
