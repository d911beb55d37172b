//! Parts of a whole in words: "a quarter", "two thirds", "half".

use super::number::Number;
use crate::text::phrases::words;

/// Names of parts and how many of them make a whole.
const PARTS: [(&str, u32); 8] =
    [("half", 2), ("third", 3), ("quarter", 4), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("eighth", 8), ("tenth", 10)];
const COUNTS: [(&str, u32); 14] = [
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("the", 1),
    ("by", 1),
    ("about", 1),
];

/// How words for growth begin, and by how many percent: "doubled" is by 100.
const TIMES: [(&str, u32); 5] = [("doubl", 100), ("tripl", 200), ("trebl", 200), ("quadrupl", 300), ("halv", 50)];

/// Hundredths, rounded down and up.
pub(super) struct Fraction([u32; 2]);

impl Fraction {
    pub fn is(&self, number: &Number) -> bool {
        number.whole().is_some_and(|worth| self.0.iter().any(|percent| u128::from(*percent) == worth))
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
    let all: Vec<String> = words(text).map(|(_, word)| word.to_ascii_lowercase()).collect();
    let count = |word: &str| COUNTS.iter().find(|(name, _)| *name == word).map(|(_, count)| *count);
    let parts = |word: &str| PARTS.iter().find(|(name, _)| *name == word.strip_suffix('s').unwrap_or(word)).map(|(_, parts)| *parts);
    let at = |at: usize| {
        let before = at.checked_sub(1).map(|before| all[before].as_str());
        // "Odds of roughly even", "an even chance".
        let odds = |word: &String| matches!(word.as_str(), "odds" | "chance" | "chances");
        if all[at] == "even" && all[at.saturating_sub(12)..all.len().min(at + 2)].iter().any(odds) {
            return Some((1, 2));
        }
        if let Some(parts) = parts(&all[at]) {
            return Some((before.and_then(count).or_else(|| (parts == 2).then_some(1))?, parts));
        }
        let of = |word: &str| count(word).or_else(|| word.parse().ok()).or_else(|| (word == "ten").then_some(10));
        // "Three of the four".
        let whole = |far: usize| all.get(at + far).filter(|word| !matches!(word.as_str(), "the" | "its" | "their"));
        if all[at] == "of" {
            return Some((count(before?)?, of(whole(1).or_else(|| whole(2))?)?));
        }
        // "Eight in ten", "one in every five".
        let every = usize::from(all.get(at + 1).is_some_and(|next| next == "every"));
        (all[at] == "in").then(|| Some((count(before?)?, of(all.get(at + 1 + every)?)?))).flatten()
    };
    let times = all.iter().filter_map(|word| TIMES.iter().find(|(begin, _)| word.starts_with(begin)));
    let times: Vec<Fraction> = times.map(|(_, percent)| Fraction([*percent; 2])).collect();
    let parts = (0..all.len()).filter_map(at).filter(|(count, parts)| count < parts && *parts <= 100);
    parts.map(|(count, parts)| Fraction([count * 100 / parts, (count * 100).div_ceil(parts)])).chain(times).collect()
}
