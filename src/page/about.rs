//! What is said of places beside their pages.

pub mod citation;
pub mod file_position;
pub mod marking;
pub mod nearest;
pub mod notes;
pub mod place_names;
pub mod short_form;
pub mod speaker_notes;
pub mod tabs;
pub mod unread;
