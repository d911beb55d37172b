//! Where the phrases of the book stand in a text, in all their inflections.

use super::class::Class;
use super::lexicon::{NONE, lemma, lemmas};
use super::phrasebook::{Meaning, PHRASES};
use super::word::{Gap, Word};
use std::ops::Range;
use std::sync::LazyLock;

enum Element {
    Word {
        lemmas: Vec<u16>,
        optional: bool,
    },
    Adverbs,
    /// Up to four words: whose account it is.
    Anyone,
}

struct Phrase {
    meaning: Meaning,
    elements: Vec<Element>,
}

/// By the number of their first word's stem.
static BY_FIRST: LazyLock<Vec<Vec<Phrase>>> = LazyLock::new(|| {
    let mut table: Vec<Vec<Phrase>> = Vec::new();
    table.resize_with(lemmas(), Vec::new);
    for (meaning, phrases) in PHRASES {
        for phrase in *phrases {
            let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
            let mut firsts: Vec<u16> = stems(first);
            firsts.sort_unstable();
            firsts.dedup();
            for first in firsts {
                let elements = rest.split(' ').filter(|element| !element.is_empty()).map(element).collect();
                table[usize::from(first)].push(Phrase { meaning: *meaning, elements });
            }
        }
    }
    table
});

fn stems(element: &str) -> Vec<u16> {
    let words = element.trim_end_matches('?').split('|').map(|word| word.trim_end_matches(".d"));
    words.map(lemma).filter(|lemma| *lemma != NONE).collect()
}

fn element(element: &str) -> Element {
    match element {
        "~" => Element::Adverbs,
        "#" => Element::Anyone,
        _ => Element::Word { lemmas: stems(element), optional: element.ends_with('?') },
    }
}

/// A phrase where it stands: words by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub meaning: Meaning,
    pub words: Range<usize>,
}

/// The phrases of a text; of several that begin at one word the longest, and none overlaps the one before.
#[must_use]
pub fn find(words: &[Word]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let phrases = &BY_FIRST[usize::from(words[at].entry.lemma)];
        let longest = phrases.iter().filter_map(|phrase| Some((matched(&phrase.elements, words, at + 1)?, phrase.meaning)));
        match longest.max_by_key(|(end, _)| *end) {
            Some((end, meaning)) => {
                found.push(Found { meaning, words: at..end });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where a phrase ends whose other elements begin at a word.
fn matched(elements: &[Element], words: &[Word], at: usize) -> Option<usize> {
    let Some((first, rest)) = elements.split_first() else { return Some(at) };
    let word = words.get(at).filter(|word| word.gap == Gap::Space || word.gap == Gap::Quote);
    match first {
        Element::Word { lemmas, optional } => {
            let next = word.filter(|word| lemmas.contains(&word.entry.lemma)).and_then(|_| matched(rest, words, at + 1));
            next.or_else(|| if *optional { matched(rest, words, at) } else { None })
        }
        Element::Adverbs => matched(rest, words, at).or_else(|| {
            let word = word.filter(|word| word.entry.class.is(Class::ADVERB))?;
            let _ = word;
            matched(elements, words, at + 1)
        }),
        Element::Anyone => (1..=4).find_map(|length| {
            let end = at + length;
            words.get(at..end)?.iter().all(|word| word.gap == Gap::Space).then_some(())?;
            matched(rest, words, end)
        }),
    }
}
