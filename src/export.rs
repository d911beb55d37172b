//! A page for elsewhere, one file a format.

pub mod notes;
pub mod rules;
pub mod text;
