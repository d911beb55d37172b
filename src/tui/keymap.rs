//! Which key does what.

use super::action::{ACTIONS, Action};
use super::key::Key;
use std::collections::HashMap;

/// Keys and what they do.
#[derive(Debug, Clone)]
pub struct Keymap(HashMap<Key, Action>);

impl Default for Keymap {
    fn default() -> Self {
        let bindings = ACTIONS.iter().flat_map(|row| row.keys.iter().filter_map(|name| Some((Key::parse(name)?, row.action))));
        Self(bindings.collect())
    }
}

impl Keymap {
    /// What a key does.
    #[must_use]
    pub fn action(&self, key: Key) -> Option<Action> {
        self.0.get(&key).copied()
    }
}
