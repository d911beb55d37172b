//! Finding words in a page.

use super::doc::Doc;
use crate::text::fold::{Folded, Folding};
use std::ops::Range;

/// Where a word stands in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The index of the block.
    pub block: usize,
    /// The part of the block.
    pub part: usize,
    /// The bytes of that part.
    pub range: Range<usize>,
}

/// Every place where `words` stand in a page, in reading order; case and typography do not count.
#[must_use]
pub fn search(doc: &Doc, words: &str) -> Vec<Hit> {
    let needle = Folded::new(words, Folding::Search);
    let mut hits = Vec::new();
    for (block, content) in doc.blocks.iter().enumerate() {
        for (part, text) in content.parts().iter().enumerate() {
            let found = Folded::new(&text.plain(), Folding::Search).find(&needle);
            hits.extend(found.into_iter().map(|range| Hit { block, part, range }));
        }
    }
    hits
}
