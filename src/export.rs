//! A page for elsewhere, one file a format.

pub mod text;
