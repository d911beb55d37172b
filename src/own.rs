//! The reader's own files: notes, what was read, where the program was left, and which first steps were taken.

pub mod files;
pub mod first_steps;
pub mod notes;
pub mod questions;
pub mod read;
pub mod rehearsed;
pub mod saved;
pub mod state;

pub use notes::Notes;
pub use read::ReadBefore;
pub use saved::Saved;
