//! What a briefing does with the sentences of its sources, and with every letter of them: a claim that quotes the head of a
//! sentence does not answer for its tail.

use super::{Anchored, Aside, Share};
use crate::briefing::source_text::{SentenceKind, SourceText};
use crate::text::phrases::words;
use std::ops::Range;

/// Words that join what is quoted to what is quoted. Nobody claims them, and nothing is left out with them.
#[rustfmt::skip]
const JOINTS: [&str; 35] = [
    "a", "an", "the", "and", "or", "but", "nor", "as", "with", "in", "on", "of", "to", "for", "by", "from", "at", "that", "which", "who",
    "is", "are", "was", "were", "however", "moreover", "thus", "such", "so", "also", "while", "alongside", "it", "this", "both",
];

/// What the briefing does with a sentence of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    pub kind: SentenceKind,
    /// The indices of the claims that quote from it, in the file's order.
    pub claims: Vec<usize>,
    /// The indices of the passages set aside in it.
    pub set_aside: Vec<usize>,
    /// Of a sentence that is claimed or set aside in part: the bytes of the source that are neither.
    pub left: Vec<Range<usize>>,
    /// Letters and digits; of headings and rows none, which need not be claimed.
    pub letters: Share,
}

impl Coverage {
    /// It is neither claimed nor set aside. Headings and rows need not be.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.kind == SentenceKind::Sentence && self.claims.is_empty() && self.set_aside.is_empty()
    }
}

pub(super) fn coverage(source: usize, text: &SourceText, passages: &[Vec<Anchored>], set_aside: &[Aside]) -> Vec<Coverage> {
    let kinds = text.sentences().iter().map(|sentence| sentence.number.kind);
    let mut sentences: Vec<Coverage> = kinds.map(|kind| Coverage { kind, ..Coverage::default() }).collect();
    let mut taken: Vec<Range<usize>> = Vec::new();
    for (claim, anchored) in passages.iter().enumerate() {
        for passage in anchored.iter().filter(|passage| passage.source == Some(source)) {
            taken.extend(passage.anchor.range());
            for sentence in passage.anchor.range().into_iter().flat_map(|range| text.sentences_in(&range)) {
                if sentences[sentence].claims.last() != Some(&claim) {
                    sentences[sentence].claims.push(claim);
                }
            }
        }
    }
    for (aside, found) in set_aside.iter().enumerate() {
        taken.extend(found.range.clone());
        for sentence in found.range.iter().flat_map(|range| text.sentences_in(range)) {
            sentences[sentence].set_aside.push(aside);
        }
    }
    let taken = joined(taken);
    for (sentence, coverage) in text.sentences().iter().zip(&mut sentences).filter(|(_, coverage)| coverage.kind == SentenceKind::Sentence)
    {
        let left = gaps(&taken, &sentence.range);
        let letters = |range: &Range<usize>| text.text()[range.clone()].chars().filter(|c| c.is_alphanumeric()).count();
        let whole = letters(&sentence.range);
        coverage.letters = Share { part: whole - left.iter().map(letters).sum::<usize>(), whole };
        if !coverage.is_open() {
            coverage.left = left.into_iter().filter_map(|range| worded(text.text(), range)).collect();
        }
    }
    sentences
}

/// Ranges in the order of the text, those that touch as one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| range.start);
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}

/// What ordered ranges leave of a range.
fn gaps(taken: &[Range<usize>], of: &Range<usize>) -> Vec<Range<usize>> {
    let first = taken.partition_point(|range| range.end <= of.start);
    let mut at = of.start;
    let mut gaps = Vec::new();
    for range in taken[first..].iter().take_while(|range| range.start < of.end) {
        if at < range.start {
            gaps.push(at..range.start);
        }
        at = range.end;
    }
    if at < of.end {
        gaps.push(at..of.end);
    }
    gaps
}

/// The words within a range, from the first to the last; `None` where they only join what stands beside them.
fn worded(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let found: Vec<(Range<usize>, &str)> = words(&text[range.clone()]).collect();
    let says = found.iter().any(|(_, word)| !JOINTS.iter().any(|joint| word.eq_ignore_ascii_case(joint)));
    let ((first, _), (last, _)) = (found.first()?, found.last()?);
    says.then(|| range.start + first.start..range.start + last.end)
}
