//! How far the catalogue of a large library is.

/// In briefings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    pub done: usize,
    pub all: usize,
    /// A second.
    pub rate: usize,
    pub seconds_left: u64,
}

impl Reading {
    #[must_use]
    pub fn words(self) -> String {
        let Self { done, all, rate, seconds_left } = self;
        format!("reading {done} of {all}, {rate} a second, {seconds_left} s left")
    }
}
