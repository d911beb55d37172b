use super::Vocabulary;
use serde::{Deserialize, Serialize};

/// In the file the kind is the key that the scenario's text stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScenarioKind {
    Baseline,
    Plausible,
    Wildcard,
}

impl Vocabulary for ScenarioKind {
    fn all() -> &'static [Self] {
        &[Self::Baseline, Self::Plausible, Self::Wildcard]
    }
    fn word(self) -> &'static str {
        ["baseline", "plausible", "wildcard"][self as usize]
    }
}

impl ScenarioKind {
    #[must_use]
    pub fn meaning(self) -> &'static str {
        ["What we expect.", "What else could come.", "What would surprise."][self as usize]
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    Up,
    Down,
}

impl Vocabulary for Direction {
    fn all() -> &'static [Self] {
        &[Self::Up, Self::Down]
    }
    fn word(self) -> &'static str {
        ["up", "down"][self as usize]
    }
}

impl Direction {
    #[must_use]
    pub fn meaning(self) -> &'static str {
        ["Once seen, it makes this more likely.", "Once seen, it makes this less likely."][self as usize]
    }

    #[must_use]
    pub fn arrow(self) -> &'static str {
        ["↑", "↓"][self as usize]
    }
}

/// How an edition stands to the one before it (ICD 203, standard 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    Initial,
    Consistent,
    Changed,
}

impl Vocabulary for Change {
    fn all() -> &'static [Self] {
        &[Self::Initial, Self::Consistent, Self::Changed]
    }
    fn word(self) -> &'static str {
        ["initial", "consistent", "changed"][self as usize]
    }
}

impl Change {
    #[must_use]
    pub fn label(self) -> &'static str {
        ["first edition", "consistent with the last edition", "changed since the last edition"][self as usize]
    }
}
