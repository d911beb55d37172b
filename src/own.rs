//! The reader's own files: notes, where the program was left, and which first steps were taken.

pub mod files;
pub mod first_steps;
pub mod notes;
pub mod questions;
pub mod rehearsed;
pub mod state;

pub use notes::Notes;
