//! What a key can do, and which key does it: actions, keys by their names, and keyboards of other scripts.

pub mod action;
pub mod key;
pub mod keyboard;
pub mod keymap;

pub use action::Action;
pub use key::Key;
pub use keymap::{KeyRow, Keymap};
