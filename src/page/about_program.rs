//! What pages about the program itself read: which key does what, which themes there are, and which formats.

use super::place::Place;
use crate::keys::{KeyRow, Keymap};

/// What Help and the lists of themes and formats show.
#[derive(Debug, Default, Clone)]
pub struct Guide {
    /// The keys, related ones in one row.
    pub keys: Vec<KeyRow>,
    /// Every action in a row of its own.
    pub actions: Vec<KeyRow>,
    pub themes: Vec<ThemeRow>,
    pub formats: Vec<FormatRow>,
    pub sizes: Vec<Size>,
}

/// What the file of a place in a format would hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    pub of: Place,
    pub format: &'static str,
    /// How many, or why there would be none.
    pub bytes: Result<usize, String>,
}

/// A format that places are handed on in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormatRow {
    pub name: &'static str,
    pub help: &'static str,
    /// How the names of its files end.
    pub ending: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeRow {
    pub name: String,
    pub help: String,
    /// "2 mistakes", where its file has any.
    pub wrong: Option<String>,
}

impl Guide {
    /// With `ascii`, keys are written by their names instead of their signs.
    #[must_use]
    pub fn new(keymap: &Keymap, ascii: bool, themes: Vec<ThemeRow>) -> Self {
        let (keys, actions) = keymap.both_rows(ascii);
        Self { keys, actions, themes, ..Self::default() }
    }
}
