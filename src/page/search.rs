//! Finding words in a page.

use super::doc::{Block, Body, Doc};
use crate::text::clip::whole_graphemes;
use crate::text::fold::{Folded, Folding};
use crate::text::width;
use std::ops::Range;

/// Words that were found, or what stands of them in one part of one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which of the places it belongs to: words that go over the end of a sentence are one place in two blocks.
    pub place: usize,
    pub block: usize,
    /// Which of the block's [`parts`](super::doc::Block::parts).
    pub part: usize,
    /// In bytes of that part.
    pub range: Range<usize>,
}

/// Words behind this sign are looked for exactly as they are written.
pub const EXACTLY: char = '=';

/// Every place where `words` stand in a page, in reading order. Case, accents, typography and other ways to write a
/// letter do not count, unless the words begin with `=`. Sentences of a source are read on from one to the next.
#[must_use]
pub fn search(doc: &Doc, words: &str) -> Vec<Hit> {
    let needle = Needle::new(words);
    let mut hits: Vec<Hit> = Vec::new();
    let is_sentence = |block: &Block| matches!(block.body, Body::Sentence { .. });
    let mut first = 0;
    for blocks in doc.blocks.chunk_by(|one, other| is_sentence(one) && is_sentence(other)) {
        let parts = |block: &Block| block.parts().iter().map(|part| part.plain()).collect::<Vec<_>>();
        let mut stretches = Vec::new();
        for (at, block) in (first..).zip(blocks) {
            stretches.extend(parts(block).into_iter().enumerate().map(|(part, text)| Stretch { block: at, part, text }));
        }
        if is_sentence(&blocks[0]) {
            find_in(&needle, &stretches, &mut hits);
        } else {
            stretches.chunks(1).for_each(|stretch| find_in(&needle, stretch, &mut hits));
        }
        first += blocks.len();
    }
    hits
}

/// A part of a block, with its text.
struct Stretch {
    block: usize,
    part: usize,
    text: String,
}

/// Finds words in texts that are read on from one to the next.
fn find_in(needle: &Needle<'_>, stretches: &[Stretch], hits: &mut Vec<Hit>) {
    let mut whole = String::new();
    let mut starts = Vec::with_capacity(stretches.len());
    for Stretch { text, .. } in stretches {
        whole.push_str(joint(&whole, text));
        starts.push(whole.len());
        whole.push_str(text);
    }
    let mut from = 0;
    for found in needle.find(&whole) {
        let place = hits.last().map_or(0, |hit| hit.place + 1);
        let before = hits.len();
        while starts.get(from + 1).is_some_and(|start| *start <= found.start) {
            from += 1;
        }
        let touched = stretches.iter().zip(&starts).skip(from).take_while(|(_, start)| **start < found.end);
        for (Stretch { block, part, text }, start) in touched {
            let range = found.start.saturating_sub(*start).min(text.len())..(found.end - start).min(text.len());
            if !range.is_empty() {
                hits.push(Hit { place, block: *block, part: *part, range: whole_graphemes(text, range) });
            }
        }
        // Two places in one grapheme are one.
        let same = |one: &Hit, other: &Hit| (one.block, one.part, &one.range) == (other.block, other.part, &other.range);
        if before > 0 && hits.len() == before + 1 && same(&hits[before - 1], &hits[before]) {
            hits.truncate(before);
        }
    }
}

/// What stands between sentences that follow each other: between full stops and letters of two cells no space is written.
#[must_use]
pub fn joint(before: &str, after: &str) -> &'static str {
    let is_wide = |c: Option<char>| c.is_some_and(|c| width(c.encode_utf8(&mut [0; 4])) == 2);
    if before.is_empty() || is_wide(before.chars().next_back()) && is_wide(after.chars().next()) { "" } else { " " }
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
