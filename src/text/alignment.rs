//! Two rows of words, laid side by side by Needleman and Wunsch's algorithm.

use super::search_fold::decomposed;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

const MATCH: i64 = 4;
/// Better than two losses: a changed word stands beside what replaced it.
const EXCHANGE: i64 = -1;
/// A word that stands in one row only.
const LOSS: i64 = -2;
/// So much worse than two losses that unequal words never stand side by side.
const NEVER: i64 = -100;

#[derive(Debug, Default)]
pub struct Words {
    /// A hash of each word's letters in lower case. Numbers are compared faster than words.
    pub keys: Vec<u64>,
    /// Where each word stands, in bytes.
    pub ranges: Vec<Range<usize>>,
}

impl Words {
    /// Words are runs of letters and digits. In scripts without spaces, such as Chinese, every letter is a word.
    #[must_use]
    pub fn new(text: &str) -> Self {
        // A word and the space behind it rarely take fewer than five bytes.
        let mut words = Self { keys: Vec::with_capacity(text.len() / 5), ranges: Vec::with_capacity(text.len() / 5) };
        let mut open: Option<(usize, u64)> = None;
        for (at, c) in text.char_indices() {
            if c.is_ascii() {
                if c.is_ascii_alphanumeric() {
                    let (start, key) = open.unwrap_or((at, FIRST));
                    open = Some((start, mix(key, c.to_ascii_lowercase())));
                } else {
                    words.close(&mut open, at);
                }
                continue;
            }
            let cells = c.width();
            // A mark belongs to its letter, and a joiner to its word.
            if !(c.is_alphanumeric() || open.is_some() && cells == Some(0)) {
                words.close(&mut open, at);
                continue;
            }
            if cells == Some(2) {
                words.close(&mut open, at);
            }
            let (start, key) = open.unwrap_or((at, FIRST));
            open = Some((start, decomposed(c).fold(key, mix)));
            if cells == Some(2) {
                words.close(&mut open, at + c.len_utf8());
            }
        }
        words.close(&mut open, text.len());
        words
    }

    fn close(&mut self, open: &mut Option<(usize, u64)>, end: usize) {
        if let Some((start, key)) = open.take() {
            self.keys.push(key);
            self.ranges.push(start..end);
        }
    }
}

/// The offset basis of FNV-1a, 64 bits.
const FIRST: u64 = 0xcbf2_9ce4_8422_2325;

/// A step of FNV-1a, over characters instead of bytes.
fn mix(key: u64, c: char) -> u64 {
    (key ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
}

/// The index of a word on the left, of one on the right, or of both, side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub left: Option<usize>,
    pub right: Option<usize>,
}

#[derive(Clone, Copy)]
enum Move {
    End,
    Both,
    Left,
    Right,
}

/// The best alignment of all of `left` with some stretch of `right`, and its score. Unequal words may stand side by side.
/// Time and memory grow with `left.len() * right.len()`.
#[must_use]
pub fn within(left: &[u64], right: &[u64]) -> (i64, Vec<Step>) {
    align(left, right, true)
}

/// The best alignment of all of `left` with all of `right`. Only equal words stand side by side.
#[must_use]
pub fn whole(left: &[u64], right: &[u64]) -> Vec<Step> {
    align(left, right, false).1
}

/// A `free` alignment pays nothing for the words of `right` before its first step and behind its last.
fn align(left: &[u64], right: &[u64], free: bool) -> (i64, Vec<Step>) {
    let columns = right.len() + 1;
    let mut moves = vec![Move::End; (left.len() + 1) * columns];
    let edge = if free { 0 } else { LOSS };
    let mut above: Vec<i64> = std::iter::successors(Some(0), |score| Some(score + edge)).take(columns).collect();
    if !free {
        moves[1..columns].fill(Move::Right);
    }
    for (at, word) in left.iter().enumerate() {
        let moves = &mut moves[(at + 1) * columns..(at + 2) * columns];
        moves[0] = Move::Left;
        let mut row = Vec::with_capacity(columns);
        row.push(above[0] + LOSS);
        for (column, other) in right.iter().enumerate() {
            let exchange = if free { EXCHANGE } else { NEVER };
            let both = above[column] + if word == other { MATCH } else { exchange };
            let (lost, gained) = (above[column + 1] + LOSS, row[column] + LOSS);
            let best = both.max(lost).max(gained);
            moves[column + 1] = match best {
                _ if best == both => Move::Both,
                _ if best == lost => Move::Left,
                _ => Move::Right,
            };
            row.push(best);
        }
        above = row;
    }
    // Of several equally good ends the first.
    let best = above.iter().copied().max().unwrap_or(0);
    let end = if free { above.iter().position(|score| *score == best).unwrap_or(0) } else { right.len() };
    (above[end], steps(&moves, columns, left.len(), end))
}

/// Walks from the end of an alignment back to its beginning.
fn steps(moves: &[Move], columns: usize, mut left: usize, mut right: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    loop {
        let step = match moves[left * columns + right] {
            Move::End => break,
            Move::Both => Step { left: Some(left - 1), right: Some(right - 1) },
            Move::Left => Step { left: Some(left - 1), right: None },
            Move::Right => Step { left: None, right: Some(right - 1) },
        };
        left -= usize::from(step.left.is_some());
        right -= usize::from(step.right.is_some());
        steps.push(step);
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        Words::new(text).ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn every_script_has_words() {
        assert_eq!(words("Iran’s 20-year treaty."), ["Iran", "s", "20", "year", "treaty"]);
        assert_eq!(words("Это, так"), ["Это", "так"]);
        assert_eq!(words("日本語、中"), ["日", "本", "語", "中"]);
        assert_eq!(words(" … "), [""; 0]);
        assert_eq!(Words::new("MOSCOW Москва").keys, Words::new("Moscow МОСКВА").keys);
    }

    proptest! {
        #[test]
        fn an_alignment_passes_over_every_word_once(left in prop::collection::vec(0_u64..4, 0..12), right in prop::collection::vec(0_u64..4, 0..20)) {
            for steps in [whole(&left, &right), within(&left, &right).1] {
                prop_assert_eq!(steps.iter().filter_map(|step| step.left).collect::<Vec<_>>(), (0..left.len()).collect::<Vec<_>>());
                let over: Vec<usize> = steps.iter().filter_map(|step| step.right).collect();
                prop_assert!(over.windows(2).all(|pair| pair[1] == pair[0] + 1));
            }
            let all = whole(&left, &right);
            prop_assert_eq!(all.iter().filter(|step| step.right.is_some()).count(), right.len());
            prop_assert!(all.iter().all(|step| step.left.is_none_or(|l| step.right.is_none_or(|r| left[l] == right[r]))));
        }
    }
}
