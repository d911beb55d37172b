//! Finding words in a page.

use super::doc::Doc;
use crate::text::clip::whole_graphemes;
use crate::text::fold::{Folded, Folding};
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub block: usize,
    /// Which of the block's [`parts`](super::doc::Block::parts).
    pub part: usize,
    /// In bytes of that part.
    pub range: Range<usize>,
}

/// Words behind this sign are looked for exactly as they are written.
pub const EXACTLY: char = '=';

/// Every place where `words` stand in a page, in reading order. Case, accents, typography and other ways to write a
/// letter do not count, unless the words begin with `=`.
#[must_use]
pub fn search(doc: &Doc, words: &str) -> Vec<Hit> {
    let needle = Needle::new(words);
    let mut hits = Vec::new();
    for (block, content) in doc.blocks.iter().enumerate() {
        for (part, text) in content.parts().iter().enumerate() {
            let text = text.plain();
            let found = needle.find(&text).into_iter().map(|range| whole_graphemes(&text, range));
            hits.extend(found.map(|range| Hit { block, part, range }));
        }
    }
    // Two places in one grapheme are one.
    hits.dedup();
    hits
}

enum Needle<'a> {
    Exact(&'a str),
    Folded(Folded),
}

impl<'a> Needle<'a> {
    fn new(words: &'a str) -> Self {
        words.strip_prefix(EXACTLY).map_or_else(|| Self::Folded(Folded::new(words, Folding::Search)), Self::Exact)
    }

    fn find(&self, text: &str) -> Vec<Range<usize>> {
        match self {
            Self::Exact("") => Vec::new(),
            Self::Exact(words) => text.match_indices(words).map(|(at, found)| at..at + found.len()).collect(),
            Self::Folded(needle) => Folded::new(text, Folding::Search).find(needle),
        }
    }
}
