//! What is wrong with a query, and where.

use super::Span;
use crate::text::{neutral, width};
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    pub query: String,
    pub span: Span,
    /// What was expected and what was found, in one line.
    pub message: String,
    pub hint: Option<String>,
    /// The query is understood, and asks for a name that nothing in the library has.
    pub is_absent: bool,
}

impl Bad {
    #[must_use]
    pub fn whole(query: &str, message: &str) -> Self {
        Self { query: query.to_owned(), span: 0..query.len(), message: message.to_owned(), hint: None, is_absent: false }
    }

    /// What became of the query, in a few words.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        if self.is_absent { "nothing is found" } else { "the query is not understood" }
    }

    /// In cells before what is wrong, and of it.
    #[must_use]
    pub fn columns(&self) -> (usize, usize) {
        let cells = |text: &str| width(&neutral(text));
        (cells(&self.query[..self.span.start]), cells(&self.query[self.span.clone()]).max(1))
    }

    #[must_use]
    pub fn in_one_line(&self) -> String {
        self.hint.as_ref().map_or_else(|| self.message.clone(), |hint| format!("{}; {hint}", self.message))
    }
}

/// The query, carets under what is wrong with it, and why.
impl fmt::Display for Bad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, length) = self.columns();
        writeln!(f, "{}", neutral(&self.query))?;
        writeln!(f, "{}{}", " ".repeat(before), "^".repeat(length))?;
        write!(f, "{}", neutral(&self.in_one_line()))
    }
}

impl std::error::Error for Bad {}
