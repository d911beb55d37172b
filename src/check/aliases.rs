//! One thing under several names: spellings, abbreviations, nicknames, offices.

use super::initials::of_one;
use super::name::{Word, name_words};
use crate::text::fold::search_form as fold;
use crate::text::phrases::without_possessive;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

/// A thing a row. A word with a capital here has one in a text too, and one in capitals alone is so written there.
const ALIASES: &str = include_str!("aliases.txt");

/// A word of a name: folded, whether it has a capital, and whether it is of capitals alone.
#[derive(Debug, Clone)]
struct Part {
    folded: String,
    capital: bool,
    acronym: bool,
}

impl Part {
    fn of(text: &str, word: &Word) -> Self {
        let own = without_possessive(&text[word.range.clone()]);
        let single = of_one(own);
        let upper = |word: &str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && word.len() > 1;
        Self {
            folded: if single == own { word.folded().to_owned() } else { fold(single) },
            capital: word.is_capital(),
            acronym: upper(single),
        }
    }

    fn is(&self, other: &Self) -> bool {
        let singular = |word: &str| -> usize { if word.len() > 3 { word.trim_end_matches('s').len() } else { word.len() } };
        let same = self.folded[..singular(&self.folded)] == other.folded[..singular(&other.folded)];
        same && (!self.capital || other.capital) && (!self.acronym || self.folded.len() > 3 || other.acronym)
    }
}

fn parts(text: &str) -> Vec<(Range<usize>, Part)> {
    name_words(text).iter().map(|word| (word.range.clone(), Part::of(text, word))).collect()
}

/// The rows, each with its names by their words; and in which rows a word stands.
static ROWS: LazyLock<Vec<Vec<Vec<Part>>>> = LazyLock::new(|| {
    let name = |name: &str| parts(name).into_iter().map(|(_, part)| part).collect();
    ALIASES.lines().map(|row| row.split('|').map(name).collect()).collect()
});

static ROWS_OF: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut rows: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, row) in ROWS.iter().enumerate() {
        let words: BTreeSet<&str> = row.iter().flatten().map(|part| part.folded.as_str()).collect();
        for word in words {
            rows.entry(word).or_default().push(at);
        }
    }
    rows
});

fn places(text: &[(Range<usize>, Part)], name: &[Part]) -> impl Iterator<Item = Range<usize>> {
    let is = move |row: &[(Range<usize>, Part)]| row.iter().zip(name).all(|((_, word), part)| part.is(word));
    text.windows(name.len().max(1)).filter(move |row| !name.is_empty() && is(row)).map(|row| row[0].0.start..row[row.len() - 1].0.end)
}

/// A word at a place of a claim is one of a name of what the text around its quote calls by another.
pub(super) fn is_alias(text: &str, at: &Range<usize>, around: &str) -> bool {
    let ours = parts(text);
    let Some((_, own)) = ours.iter().find(|(range, _)| range == at) else { return false };
    let single = own.folded.trim_end_matches('s');
    let rows = [own.folded.as_str(), single].into_iter().filter_map(|word| ROWS_OF.get(word)).flatten();
    let theirs = std::cell::LazyCell::new(|| parts(around));
    rows.into_iter().any(|row| {
        let row = &ROWS[*row];
        let named = row.iter().any(|name| places(&ours, name).any(|place| place.start <= at.start && at.end <= place.end));
        named && row.iter().any(|name| places(&theirs, name).next().is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_one_thing_has_several_names() {
        let is = |text: &str, word: &str, around: &str| {
            let at = text.find(word).unwrap_or_default();
            is_alias(text, &(at..at + word.len()), around)
        };
        for (text, word, around) in [
            ("give way to EVs", "EVs", "electric vehicles by 2029"),
            ("from Kharkiv", "Kharkiv", "from Kharkov"),
            ("a score of MPs", "MPs", "Twenty deputies"),
            ("the German BKA", "BKA", "The Federal Criminal Police Office"),
            ("the Federal Security Service", "Security", "officers of the FSB"),
            ("Big Blue", "Blue", "IBM closed its unit"),
        ] {
            assert!(is(text, word, around), "{text} of {around}");
        }
        for (text, word, around) in [("the IT firm", "IT", "it is so"), ("the Fed met", "Fed", "the fed cattle"), ("FSB", "FSB", "GRU")] {
            assert!(!is(text, word, around), "{text} of {around}");
        }
    }
}
