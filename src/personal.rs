//! The reader's own files: notes, what was read, where the program was left, and which first steps were taken.

pub mod files;
pub mod first_steps;
pub mod last_place;
pub mod left_behind;
pub mod notes;
pub mod read;
pub mod saved_searches;
pub mod slide_times;
pub mod unanswered_questions;

pub use notes::Notes;
pub use read::ReadBefore;
pub use saved_searches::Saved;
