//! Finding words in a page.

use super::doc::{Block, Body, Doc};
use crate::text::clip::whole_graphemes;
use crate::text::fold::{Folded, Folding};
use crate::text::search_signs::has_signs;
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
    Needle::new(words).find(doc, 0..doc.blocks.len())
}

fn is_sentence(block: &Block) -> bool {
    matches!(block.body, Body::Sentence { .. })
}

/// A sentence of a source begins at this block, and one before it goes on to it.
fn goes_on(doc: &Doc, at: usize) -> bool {
    at > 0 && doc.blocks.get(at - 1..=at).is_some_and(|blocks| blocks.iter().all(is_sentence))
}

fn words_of(block: &Block) -> impl Iterator<Item = String> {
    block.parts().into_iter().map(|part| part.plain()).collect::<Vec<_>>().into_iter()
}

impl Needle {
    /// The places in some blocks of a page. That they are all of those, and of no others, needs a [cut](Self::cut) at
    /// both ends.
    #[must_use]
    pub fn find(&self, doc: &Doc, range: Range<usize>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut first = range.start;
        for blocks in doc.blocks[range.clone()].chunk_by(|one, other| is_sentence(one) && is_sentence(other)) {
            let mut stretches = Vec::new();
            for (at, block) in (first..).zip(blocks) {
                stretches.extend(words_of(block).enumerate().map(|(part, text)| Stretch { block: at, part, text }));
            }
            if is_sentence(&blocks[0]) {
                find_in(self, &stretches, self.around(doc, first, first + blocks.len()), &mut hits);
            } else {
                stretches.chunks(1).for_each(|stretch| find_in(self, stretch, ["", ""], &mut hits));
            }
            first += blocks.len();
        }
        hits
    }

    /// The next block from `at` on, or before it (`by` -1), at which a page can be cut: no place goes over it.
    #[must_use]
    pub fn cut(&self, doc: &Doc, at: usize, by: isize) -> usize {
        let mut at = at.min(doc.blocks.len());
        while !self.is_cut(doc, at) {
            at = at.saturating_add_signed(by);
        }
        at
    }

    /// Where the words stood over the cut, they could not be told from others that overlap them: it is looked for them
    /// wherever they stand.
    fn is_cut(&self, doc: &Doc, at: usize) -> bool {
        if !goes_on(doc, at) || self.words().len() < 2 {
            return true;
        }
        let most = self.words().len() - 1;
        let text = |blocks: Range<usize>| {
            let words: Vec<String> = doc.blocks[blocks].iter().flat_map(words_of).collect();
            words.iter().fold(String::new(), |text, words| text.clone() + joint(&text, words) + words)
        };
        let (mut from, mut to) = (at - 1, at + 1);
        loop {
            let (before, after) = (text(from..at), text(at..to));
            let between = joint(&before, &after);
            let split = before.len() + if self.takes_joint() { 0 } else { between.len() };
            let whole = before + between + &after;
            let (before, after) = self.split(&whole, split);
            let wants = (before.len() < most && goes_on(doc, from), after.len() < most && goes_on(doc, to));
            if wants == (false, false) {
                let window = [&before.as_bytes()[before.len().saturating_sub(most)..], &after.as_bytes()[..after.len().min(most)]];
                return window.concat().windows(most + 1).all(|window| window != self.words().as_bytes());
            }
            let further = to - from;
            (0..further).for_each(|_| from -= usize::from(wants.0 && goes_on(doc, from)));
            (0..further).for_each(|_| to += usize::from(wants.1 && goes_on(doc, to)));
        }
    }

    /// What is read of the joints before and behind some sentences that others go on from and to.
    fn around(&self, doc: &Doc, from: usize, to: usize) -> [&'static str; 2] {
        let between = |at: usize| {
            let text = |at: usize| words_of(&doc.blocks[at]).next().unwrap_or_default();
            if goes_on(doc, at) { joint(&text(at - 1), &text(at)) } else { "" }
        };
        if self.takes_joint() { [between(from), ""] } else { ["", between(to)] }
    }

    /// The joint before a sentence belongs to it, else to the one before.
    fn takes_joint(&self) -> bool {
        self.words().starts_with(char::is_whitespace)
    }
}

/// A part of a block, with its text.
struct Stretch {
    block: usize,
    part: usize,
    text: String,
}

/// Finds words in texts that are read on from one to the next.
fn find_in(needle: &Needle, stretches: &[Stretch], around: [&str; 2], hits: &mut Vec<Hit>) {
    let mut whole = around[0].to_owned();
    let mut starts = Vec::with_capacity(stretches.len());
    for Stretch { text, .. } in stretches {
        if !starts.is_empty() {
            whole.push_str(joint(&whole, text));
        }
        starts.push(whole.len());
        whole.push_str(text);
    }
    whole.push_str(around[1]);
    let mut from = 0;
    for found in needle.find_in_text(&whole) {
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

/// Words to look for.
#[derive(Debug, Clone)]
pub enum Needle {
    Exact(String),
    Folded(Folded),
}

impl Needle {
    #[must_use]
    pub fn new(words: &str) -> Self {
        if let Some(words) = words.strip_prefix(EXACTLY) {
            return Self::Exact(words.to_owned());
        }
        // Who types the signs wants them.
        Self::Folded(Folded::new(words, if has_signs(words) { Folding::Search } else { Folding::SearchUnsigned }))
    }

    fn find_in_text(&self, text: &str) -> Vec<Range<usize>> {
        match self {
            Self::Exact(words) if words.is_empty() => Vec::new(),
            Self::Exact(words) => text.match_indices(words).map(|(at, found)| at..at + found.len()).collect(),
            Self::Folded(needle) => Folded::new(text, needle.folding()).find(needle),
        }
    }

    fn words(&self) -> &str {
        match self {
            Self::Exact(words) => words,
            Self::Folded(needle) => needle.as_str(),
        }
    }

    /// The two parts of a text as they are compared.
    fn split(&self, text: &str, at: usize) -> (String, String) {
        let both = |(before, after): (&str, &str)| (before.to_owned(), after.to_owned());
        match self {
            Self::Exact(_) => both(text.split_at(at)),
            Self::Folded(needle) => both(Folded::new(text, needle.folding()).split_at(at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::doc::SentenceState;
    use crate::page::styled_text::{Role, Text};
    use proptest::prelude::*;

    proptest! {
        /// Piece by piece the places are those of the whole, be they over ends of sentences or over each other.
        #[test]
        fn e21_a_page_that_is_searched_piece_by_piece_has_the_same_places(
            sentences in prop::collection::vec("[ab]{1,3}( [abé]{1,3}){0,2}[.日]?", 1..12),
            needle in "=?[ab. 日é]{1,6}",
            step in 1_usize..4,
        ) {
            let block = |(at, words): (usize, &String)| {
                let body = Body::Sentence { number: None, state: SentenceState::Free, text: Text::new(Role::Text, words) };
                // A heading stands between.
                if at % 5 == 4 { Block::heading(format!("{at}"), words) } else { Block::new(format!("{at}"), body) }
            };
            let doc = Doc { blocks: sentences.iter().enumerate().map(block).collect(), ..Doc::default() };
            let words = Needle::new(&needle);
            let (mut hits, mut from): (Vec<Hit>, usize) = (Vec::new(), 0);
            while from < doc.blocks.len() {
                let to = words.cut(&doc, from + step, 1);
                let before = hits.last().map_or(0, |hit| hit.place + 1);
                hits.extend(words.find(&doc, from..to).into_iter().map(|hit| Hit { place: hit.place + before, ..hit }));
                prop_assert!(words.cut(&doc, to, -1) == to, "a cut is one from both sides");
                from = to;
            }
            prop_assert_eq!(hits, search(&doc, &needle));
        }
    }
}
