//! Values that know where they stand in their file.

use serde::{Deserialize, Serialize};
use std::ops::{Deref, Range};

/// A range of bytes in a file's text, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

impl Span {
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The place in the `file` of a range of what stands `said` in this span, or the whole span where its words do not stand
    /// there letter by letter (an escape or a folded line parts them).
    #[must_use]
    pub fn of(self, said: &str, range: &Range<usize>, file: &str) -> Self {
        let words = &said[range.clone()];
        let nth = said[..range.start].matches(words).count();
        let inside = file.get(self.range()).and_then(|raw| raw.match_indices(words).nth(nth)).map(|(at, _)| at);
        inside.map_or(self, |at| Self { start: self.start + at, end: self.start + at + words.len() })
    }
}

/// A value and the place it was written at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A word of a closed vocabulary as it was written. An unknown word is kept, and has no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word<T> {
    pub text: String,
    pub value: Option<T>,
    pub span: Span,
}
