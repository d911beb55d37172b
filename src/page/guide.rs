//! What pages about the program itself read: which key does what, and which themes there are.

use crate::keys::{KeyRow, Keymap};

/// What Help and the list of themes show.
#[derive(Debug, Default, Clone)]
pub struct Guide {
    /// The keys, related ones in one row.
    pub keys: Vec<KeyRow>,
    /// Every action, those with it that `keys` has in one row.
    pub actions: Vec<KeyRow>,
    pub themes: Vec<ThemeRow>,
}

/// A theme in the list of themes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeRow {
    pub name: String,
    pub help: String,
    /// How much is wrong with its file, where something is: "2 mistakes".
    pub wrong: Option<String>,
}

impl Guide {
    /// The keys as they are bound, in 7 bits by their names instead of signs.
    #[must_use]
    pub fn new(keymap: &Keymap, ascii: bool, themes: Vec<ThemeRow>) -> Self {
        let (keys, actions) = keymap.both_rows(ascii);
        Self { keys, actions, themes }
    }
}
