//! Parts of a whole in words: "a quarter", "two thirds", "half".

use super::number::{Number, small};
use crate::text::phrases::words;
use std::ops::Range;

/// Names of parts and how many of them make a whole.
#[rustfmt::skip]
const PARTS: [(&str, u32); 14] = [
    ("half", 2), ("halve", 2), ("third", 3), ("quarter", 4), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8),
    ("ninth", 9), ("tenth", 10), ("twelfth", 12), ("twentieth", 20), ("hundredth", 100),
];
/// What stands for one before a part.
const ONES: [&str; 12] = ["a", "an", "the", "by", "about", "than", "nearly", "almost", "roughly", "over", "under", "some"];

/// How words for growth begin, and by how many percent: "doubled" is by 100.
const TIMES: [(&str, u32); 5] = [("doubl", 100), ("tripl", 200), ("trebl", 200), ("quadrupl", 300), ("halv", 50)];

/// Hundredths, rounded down and up, and the words that say so.
pub(super) struct Fraction([u32; 2], Range<usize>);

impl Fraction {
    pub fn is(&self, number: &Number) -> bool {
        number.whole().is_some_and(|worth| self.0.iter().any(|percent| u128::from(*percent) == worth))
    }

    /// "Three chances in ten" of 30 per cent, "one in four" of a quarter.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    /// A number is one of those that it is made of.
    pub fn has(&self, number: &Number) -> bool {
        self.1.start <= number.range.start && number.range.end <= self.1.end
    }

    /// "12 of its 24" of half of 24.
    pub fn is_of(&self, number: &Number, whole: &Number) -> bool {
        let [low, high] = self.0.map(u128::from);
        let Some((part, whole)) = number.whole().zip(whole.whole()) else { return false };
        part < whole && (low.saturating_mul(whole)..=high.saturating_mul(whole)).contains(&part.saturating_mul(100))
    }
}

/// The parts of a whole that a text names: behind a count, and "half" alone; "one in five", "even odds".
pub(super) fn fractions(text: &str) -> Vec<Fraction> {
    let all: Vec<(Range<usize>, String)> = words(text).map(|(range, word)| (range, word.to_ascii_lowercase())).collect();
    let word = |at: usize| all.get(at).map_or("", |(_, word)| word.as_str());
    let number = |word: &str| {
        word.parse().ok().or_else(|| small(word).filter(|(_, ordinal)| !ordinal).and_then(|(worth, _)| u32::try_from(worth).ok()))
    };
    let count = |word: &str| if ONES.contains(&word) { Some(1) } else { number(word).filter(|count| *count < 100) };
    let parts = |word: &str| PARTS.iter().find(|(name, _)| *name == word.strip_suffix('s').unwrap_or(word)).map(|(_, parts)| *parts);
    let at = |at: usize| {
        let before = at.checked_sub(1).map(word);
        // "Odds of roughly even", "an even chance".
        let odds = |(_, word): &(Range<usize>, String)| matches!(word.as_str(), "odds" | "chance" | "chances");
        if word(at) == "even" && all[at.saturating_sub(12)..all.len().min(at + 2)].iter().any(odds) {
            return Some((1, 2, at..at + 1));
        }
        // "Every fourth hospital".
        let ordinal = small(word(at)).filter(|(_, ordinal)| *ordinal).and_then(|(worth, _)| u32::try_from(worth).ok());
        if let Some(whole) = ordinal.filter(|_| matches!(before, Some("every" | "each"))) {
            return Some((1, whole, at - 1..at + 1));
        }
        if let Some(parts) = parts(word(at)) {
            return Some((before.and_then(count).or_else(|| (parts == 2).then_some(1))?, parts, at.saturating_sub(1)..at + 1));
        }
        // "Three of the four", "seven out of ten", "one in every five", "three chances in ten".
        if word(at) != "of" && word(at) != "in" {
            return None;
        }
        let first = if word(at) == "of" && before == Some("out") { at.checked_sub(2)? } else { at.checked_sub(1)? };
        let first = if number(word(first)).is_none() && word(at) == "in" && word(first).len() > 3 { first.checked_sub(1)? } else { first };
        let skipped = usize::from(matches!(word(at + 1), "the" | "its" | "their" | "every"));
        Some((number(word(first))?, number(word(at + 1 + skipped))?, first..at + 2 + skipped))
    };
    let range = |words: Range<usize>| all[words.start].0.start..all[words.end - 1].0.end;
    let times = all.iter().filter_map(|(range, word)| Some((range, TIMES.iter().find(|(begin, _)| word.starts_with(begin))?)));
    let times: Vec<Fraction> = times.map(|(range, (_, percent))| Fraction([*percent; 2], range.clone())).collect();
    let parts = (0..all.len()).filter_map(at).filter(|(count, parts, _)| count < parts && *parts <= 100);
    parts.map(|(count, parts, words)| Fraction([count * 100 / parts, (count * 100).div_ceil(parts)], range(words))).chain(times).collect()
}
