//! What is said of places beside their pages.

pub mod citation;
pub mod marking;
pub mod name;
pub mod nearest;
pub mod notes;
pub mod short;
pub mod spoken;
pub mod tabs;
pub mod unread;
pub mod written;
