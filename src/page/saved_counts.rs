//! What saved searches find.

use std::collections::HashMap;

/// What a saved search finds now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// How many, and how many of them it had not found when it was opened last, if it ever was.
    Found(usize, Option<usize>),
    /// It is not understood, or nothing can be searched.
    Not(String),
}

/// By their names.
pub type Counts = HashMap<String, Counted>;
