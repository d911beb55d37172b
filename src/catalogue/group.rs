//! What a list is grouped by.

use super::fields::Field;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Section,
    Actor,
    Month,
    Marking,
}

/// The group of what has no value to be grouped by. Every other group is a filter, and has a colon.
pub const NONE: &str = "none";

impl Group {
    pub const ALL: [Self; 4] = [Self::Section, Self::Actor, Self::Month, Self::Marking];

    /// In addresses, and in what is kept of a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["section", "actor", "month", "marking"][self as usize]
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }

    #[must_use]
    pub fn field(self) -> Field {
        [Field::Section, Field::Actor, Field::Date, Field::Marking][self as usize]
    }

    /// Which group stands first.
    #[must_use]
    pub fn words(self) -> &'static str {
        let most = "that of most briefings first";
        [most, most, "the newest first", "the narrowest first"][self as usize]
    }

    /// The last group, in words.
    #[must_use]
    pub fn none(self) -> &'static str {
        ["in no section", "no actor", "no date", "no marking that is known"][self as usize]
    }
}
