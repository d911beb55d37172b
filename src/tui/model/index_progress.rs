//! How far the catalogue of a large library is.

/// In briefings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    pub done: usize,
    pub all: usize,
    /// A second.
    pub rate: usize,
    pub seconds_left: u64,
    /// They are read already, and the rules are run on them.
    pub is_checking: bool,
}

impl Reading {
    #[must_use]
    pub fn words(self) -> String {
        let Self { done, all, rate, seconds_left, is_checking } = self;
        let done_with = if is_checking { "checked" } else { "read" };
        format!("{done} of {all} {done_with}, {rate} a second, {seconds_left} s left")
    }
}
