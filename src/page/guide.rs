//! What pages about the program itself read: which key does what, and which themes there are.

use crate::keys::{KeyRow, Keymap};

/// What Help and the list of themes show.
#[derive(Debug, Default, Clone)]
pub struct Guide {
    /// The keys, related ones in one row.
    pub keys: Vec<KeyRow>,
    /// Every action in a row of its own.
    pub actions: Vec<KeyRow>,
    pub themes: Vec<ThemeRow>,
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
        Self { keys, actions, themes }
    }
}
