//! Why a library has no catalogue.

use crate::text::os_error::without_number;
use std::fmt;
use std::io;

/// Said once by who finds it so.
pub const DAMAGED: &str = "the catalogue of this library was damaged, and is made anew";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Without {
    /// It is one briefing, or built into the program: it needs none.
    Needless,
    /// There is no folder for it.
    NoCache,
    /// There is one that is older than the files, and it can only be read; why.
    Outdated(String),
    /// In words that follow "there is no catalogue of this library: ".
    Unusable(String),
}

impl fmt::Display for Without {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Needless => f.write_str("this library needs no catalogue"),
            Self::NoCache => f.write_str("there is no catalogue of this library: there is no home folder, and so no cache"),
            Self::Outdated(why) => write!(f, "the catalogue of this library cannot be brought up to date: {why}"),
            Self::Unusable(why) => write!(f, "there is no catalogue of this library: {why}"),
        }
    }
}

impl std::error::Error for Without {}

impl Without {
    pub(super) fn unwritten(error: &io::Error) -> Self {
        Self::Outdated(without_number(&error.to_string()).to_owned())
    }

    pub(super) fn because(error: &dyn fmt::Display) -> Self {
        Self::Unusable(plain_cause(without_number(&error.to_string())).to_owned())
    }
}

/// What the index says around an error of the system: "Internal error: 'No space left on device".
fn plain_cause(words: &str) -> &str {
    const AROUND: [&str; 4] = ["Internal error: '", "An IO error occurred: '", "An error occurred in a thread: '", "System error.'"];
    AROUND.iter().find_map(|around| words.strip_prefix(around)).map_or(words, |cause| plain_cause(cause.trim_end_matches('\'')))
}
