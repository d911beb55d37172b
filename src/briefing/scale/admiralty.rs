//! The Admiralty code (NATO): reliability of a source and credibility of an item, rated apart.

use super::Vocabulary;
use serde::{Deserialize, Serialize};

/// The best is the least. F is not the worst: it means that there is no basis to judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F,
}

impl Vocabulary for Reliability {
    fn all() -> &'static [Self] {
        &[Self::A, Self::B, Self::C, Self::D, Self::E, Self::F]
    }
    fn word(self) -> &'static str {
        ["A", "B", "C", "D", "E", "F"][self as usize]
    }
}

impl Reliability {
    #[must_use]
    pub fn label(self) -> &'static str {
        ["completely reliable", "usually reliable", "fairly reliable", "not usually reliable", "unreliable", "cannot be judged"]
            [self as usize]
    }

    /// After FM 2-22.3, appendix B.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        [
            "No doubt of its authenticity, trustworthiness or competence; always reliable so far.",
            "Minor doubt; valid most of the time.",
            "Some doubt; it has given valid information before.",
            "Significant doubt; it has given valid information before.",
            "Not authentic, trustworthy or competent; a history of invalid information.",
            "There is no basis for judging it.",
        ][self as usize]
    }
}

/// Of a piece of information, 1 to 6. The best is the least. 6 means that there is no basis to judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Credibility {
    Confirmed,
    Probable,
    Possible,
    Doubtful,
    Improbable,
    Unjudged,
}

impl Vocabulary for Credibility {
    fn all() -> &'static [Self] {
        &[Self::Confirmed, Self::Probable, Self::Possible, Self::Doubtful, Self::Improbable, Self::Unjudged]
    }
    fn word(self) -> &'static str {
        ["1", "2", "3", "4", "5", "6"][self as usize]
    }
}

impl Credibility {
    #[must_use]
    pub fn label(self) -> &'static str {
        ["confirmed", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"][self as usize]
    }

    /// After FM 2-22.3, appendix B.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        [
            "Confirmed by other independent sources; logical; agrees with what else is known.",
            "Not confirmed; logical; agrees with what else is known.",
            "Not confirmed; reasonably logical; agrees with some of what else is known.",
            "Not confirmed; possible but not logical; nothing else is known.",
            "Not confirmed; not logical; contradicted by what else is known.",
            "There is no basis for judging it.",
        ][self as usize]
    }
}
