//! Words that stand several times in a source are told apart by what stands beside them.

use super::anchor::Anchoring;
use crate::text::search_fold::begins_letter;
use crate::text::single_spaced;
use std::cell::Cell;
use std::ops::Range;

/// Words that stand more often than this are not told apart.
pub const OFTEN: usize = 200;
/// How many words before or behind a passage may tell it apart.
const BESIDE: usize = 8;
/// In bytes: a run of words beside a passage that is longer than this is not proposed.
const LONGEST_BESIDE: usize = 200;

/// In bytes: a stretch beside a passage that must be longer than this to tell it apart is not looked for, nor any more once so many
/// bytes were compared for all passages of a text. Of a text that says the same again and again each would be half of the text.
const FARTHEST: usize = 12_800;
pub const MOST_COMPARED: usize = 64 << 20;

/// Prefix and suffix.
pub type Beside = (Option<String>, Option<String>);

/// Tells `range` apart from the other `places` of the same words: by nothing where it is the only one, else by a prefix as short
/// as possible, else by a suffix, else by both at their longest. `None`: they stand too often, or nothing tells them apart.
#[must_use]
pub fn apart(anchoring: &Anchoring<'_>, text: &str, range: &Range<usize>, places: &[Range<usize>]) -> Option<Beside> {
    if places == [range.clone()] {
        return Some((None, None));
    }
    if !can_be_told(range, places) {
        return None;
    }
    let (before, behind) = (before(text, range.start), behind(text, range.end));
    let prefixes = before.iter().map(|words| (Some(words), None));
    let suffixes = behind.iter().map(|words| (None, Some(words)));
    let all = prefixes.chain(suffixes).chain([(before.last(), behind.last())]);
    let mut all = all.map(|(prefix, suffix)| (prefix.cloned(), suffix.cloned()));
    all.find(|beside| is_alone(anchoring, range, places, beside))
}

/// The same by as much of the text as it takes, a part of it four times as long each time: a page that stands twice is told
/// apart by where it ends. `left` is how many bytes may still be compared.
#[must_use]
pub fn far_beside(
    anchoring: &Anchoring<'_>,
    text: &str,
    range: &Range<usize>,
    places: &[Range<usize>],
    left: &Cell<usize>,
) -> Option<Beside> {
    if !can_be_told(range, places) {
        return None;
    }
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let mut length = LONGEST_BESIDE;
    loop {
        left.set(left.get().checked_sub(length * places.len())?);
        let from = (0..=before.len().saturating_sub(length)).rev().find(|at| is_letter_edge(before, *at)).unwrap_or(0);
        let to = (length.min(behind.len())..=behind.len()).find(|at| is_letter_edge(behind, *at)).unwrap_or(behind.len());
        let [prefix, suffix] = [&before[from..], &behind[..to]].map(|words| Some(single_spaced(words)).filter(|words| !words.is_empty()));
        let ways = [(prefix.clone(), None), (None, suffix.clone()), (prefix, suffix)];
        if let Some(beside) = ways.into_iter().find(|beside| is_alone(anchoring, range, places, beside)) {
            return Some(beside);
        }
        if length >= text.len().min(FARTHEST) {
            return None;
        }
        length *= 4;
    }
}

fn can_be_told(range: &Range<usize>, places: &[Range<usize>]) -> bool {
    places.len() <= OFTEN && places.contains(range)
}

/// No accent is cut from its letter here.
fn is_letter_edge(text: &str, at: usize) -> bool {
    text.is_char_boundary(at) && text[at..].chars().next().is_none_or(begins_letter)
}

fn is_alone(anchoring: &Anchoring<'_>, range: &Range<usize>, places: &[Range<usize>], (prefix, suffix): &Beside) -> bool {
    anchoring.beside(places.to_vec(), prefix.as_deref(), suffix.as_deref()) == [range.clone()]
}

/// The last word before a byte of a text, the last two, and so on.
fn before(text: &str, at: usize) -> Vec<String> {
    let starts = text[..at].trim_end().rmatch_indices(char::is_whitespace).map(|(space, gap)| space + gap.len());
    let mut starts: Vec<usize> = starts.take(BESIDE).collect();
    starts.dedup();
    starts.into_iter().map(|start| single_spaced(&text[start..at])).filter(|words| words.len() < LONGEST_BESIDE).collect()
}

/// The first word behind a byte of a text, the first two, and so on.
fn behind(text: &str, at: usize) -> Vec<String> {
    let rest = text[at..].trim_start();
    let ends = rest.match_indices(char::is_whitespace).map(|(space, _)| space).chain([rest.len()]).take(BESIDE);
    ends.map(|end| single_spaced(&rest[..end])).filter(|words| !words.is_empty() && words.len() < LONGEST_BESIDE).collect()
}
