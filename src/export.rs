//! A page for elsewhere, one file a format.

pub mod rules;
pub mod text;
