//! A key, or two, and what they do here.

use crate::keys::action::Action;
use crate::keys::keymap::Keymap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The keys: "J K".
    pub keys: String,
    /// What they do: "next, previous judgement".
    pub words: String,
    /// The actions of the keys, one for each.
    pub actions: Vec<Action>,
}

impl Hint {
    /// A key that no keymap changes, and the action that does the like elsewhere.
    pub fn fixed(keys: &str, words: &str, action: Option<Action>) -> Self {
        Self { keys: keys.to_owned(), words: words.to_owned(), actions: action.into_iter().collect() }
    }

    /// The keys that do these actions; none where none has a key.
    pub fn of(keymap: &Keymap, actions: &[Action], words: impl Into<String>) -> Option<Self> {
        let bound = actions.iter().map(|action| (keymap.shown(*action), *action)).filter(|(key, _)| !key.is_empty());
        let (keys, actions): (Vec<String>, Vec<Action>) = bound.unzip();
        (!keys.is_empty()).then(|| Self { keys: keys.join(" "), words: words.into(), actions })
    }
}
