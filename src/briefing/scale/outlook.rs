//! Words of the outlook: kinds of scenario, the direction an indicator moves something, change between editions.

use super::Vocabulary;

/// The kind of a scenario: in the file it is the key that the scenario's text stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScenarioKind {
    /// What comes if things go on as they do.
    Baseline,
    /// What else may well come.
    Plausible,
    /// What would surprise.
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
    /// What stands under the key.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        ["What comes if things go on as they do.", "What else may well come.", "What would surprise."][self as usize]
    }
}

/// Which way an indicator moves what it is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More likely.
    Up,
    /// Less likely.
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
    /// What it says of the thing moved.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        ["Once seen, it makes this more likely.", "Once seen, it makes this less likely."][self as usize]
    }

    /// The arrow of the screen.
    #[must_use]
    pub fn arrow(self) -> &'static str {
        ["↑", "↓"][self as usize]
    }
}

/// How an edition stands to the one before it (ICD 203, standard 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// There is none before it.
    Initial,
    /// It says the same.
    Consistent,
    /// It says something else.
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
    /// The word on the cover.
    #[must_use]
    pub fn label(self) -> &'static str {
        ["first edition", "consistent with the last edition", "changed since the last edition"][self as usize]
    }
}
