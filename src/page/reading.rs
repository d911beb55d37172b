//! How far the reading of a large library is. Until it is done, its catalogue holds a part, and what is not found may be there.

use crate::text::count;

/// In briefings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    pub done: usize,
    /// 0: nobody knows yet.
    pub all: usize,
    /// A second.
    pub rate: usize,
    pub seconds_left: u64,
    /// They are read already, and the rules are run on them.
    pub is_checking: bool,
    /// So many the library has.
    pub files: usize,
}

impl Reading {
    /// `held` says how many there are; a column has room for that or for how fast they come.
    #[must_use]
    pub fn words(self, held: &str) -> String {
        let Self { done, all, rate, seconds_left, is_checking, .. } = self;
        let done_with = if is_checking { "checked" } else { "read" };
        match (all, rate) {
            (0, _) => format!("{held} so far"),
            (_, 0) => format!("{done} of {all} {done_with}"),
            _ => format!("{done} of {all} {done_with}, {rate} a second, {seconds_left} s left"),
        }
    }

    /// What was found may not be all, and why; `held` are in the catalogue.
    #[must_use]
    pub fn caution(self, held: usize) -> String {
        let read = match self.files {
            0 => "Not all of the library is read yet".to_owned(),
            files if held < files => format!("{held} of {} are read so far", count(files, "briefing")),
            _ => "Some briefings have changed, and are being read".to_owned(),
        };
        format!("{read}: more may be found.")
    }
}
