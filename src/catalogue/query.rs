//! The query language: what people type, read into a tree, and the tree as the index is asked.
//!
//! ```text
//! words "a phrase" prefix* -not OR (groups) typo~ stem:word field:value field>=value field:from..to
//! ```

mod error;
mod excluded;
mod joined;
mod missigned;
mod parse;
mod to_index;
mod tree;
mod value;

pub use error::Bad;
pub use missigned::MINUS;
pub use parse::Parse;
pub use tree::{Filter, How, Node, Sought, Test, Words};
pub use value::{Names, Unasked};

use std::ops::Range;

/// A query that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub text: String,
    pub root: Node,
}

impl Query {
    /// How it was read, in plain words.
    #[must_use]
    pub fn understood(&self) -> String {
        self.root.said()
    }

    /// What is looked for in texts, and may be lit there.
    #[must_use]
    pub fn words(&self) -> Vec<&Words> {
        let mut words = Vec::new();
        self.root.collect(&mut words);
        words
    }

    /// It asks for what the rules have found, so these must have run.
    #[must_use]
    pub fn asks_for(&self, field: super::fields::Field) -> bool {
        self.root.filters().iter().any(|filter| filter.field == field)
    }
}

/// A part of a query, in bytes.
pub type Span = Range<usize>;
