//! The same walk as numbered plain text: for screen readers, braille lines and terminals that can do nothing.
//!
//! A [`Walk`] takes a line and answers with text. It walks with the browser's own model, so the trail, Back and the
//! tabs are the same. It prints pages as the text export does, with a number for every link and every figure in words.
//! What it prints holds no control byte, no drawn line and no colour.

mod command;
mod numbered;
mod walk;

pub use walk::{Answer, Walk};
