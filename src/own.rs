//! The reader's own files: notes, and where the program was left.

pub mod files;
pub mod notes;
pub mod state;

pub use notes::Notes;
