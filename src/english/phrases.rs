//! Where the phrases of the book stand in a text, in all their inflections.

use super::class::Class;
use super::lexicon::{NONE, lemma, lemmas};
use super::phrasebook::{Meaning, PHRASES};
use super::word::{Gap, Word};
use std::ops::Range;
use std::sync::LazyLock;

enum Element {
    Word {
        any: Vec<Wanted>,
        optional: bool,
    },
    Adverbs,
    /// Up to four words: whose account it is.
    Anyone,
}

/// A stem, and the form that it must have if not any.
#[derive(Clone, Copy)]
struct Wanted {
    lemma: u16,
    form: Class,
}

impl Wanted {
    fn fits(self, word: &Word) -> bool {
        word.entry.lemma == self.lemma && (self.form == Class::default() || word.is(self.form))
    }
}

struct Phrase {
    meaning: Meaning,
    first: Wanted,
    elements: Vec<Element>,
}

/// By the number of their first word's stem.
static BY_FIRST: LazyLock<Vec<Vec<Phrase>>> = LazyLock::new(|| {
    let mut table: Vec<Vec<Phrase>> = Vec::new();
    table.resize_with(lemmas(), Vec::new);
    for (meaning, phrases) in PHRASES {
        for phrase in *phrases {
            let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
            let mut seen = Vec::new();
            for first in wanted(first) {
                if !seen.contains(&first.lemma) {
                    seen.push(first.lemma);
                    let elements = rest.split(' ').filter(|element| !element.is_empty()).map(element).collect();
                    table[usize::from(first.lemma)].push(Phrase { meaning: *meaning, first, elements });
                }
            }
        }
    }
    table
});

fn wanted(element: &str) -> Vec<Wanted> {
    let word = |word: &str| {
        let (word, form) = word.split_once('.').unwrap_or((word, ""));
        let form = match form {
            "d" => Class::PAST,
            "g" => Class::GERUND,
            _ => Class::default(),
        };
        Wanted { lemma: lemma(word), form }
    };
    element.trim_end_matches('?').split('|').map(word).filter(|wanted| wanted.lemma != NONE).collect()
}

fn element(element: &str) -> Element {
    match element {
        "~" => Element::Adverbs,
        "#" => Element::Anyone,
        _ => Element::Word { any: wanted(element), optional: element.ends_with('?') },
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
        let longest = phrases
            .iter()
            .filter(|phrase| phrase.first.fits(&words[at]))
            .filter_map(|phrase| Some((matched(&phrase.elements, words, at + 1)?, phrase.meaning)));
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
        Element::Word { any, optional } => {
            let next = word.filter(|word| any.iter().any(|wanted| wanted.fits(word))).and_then(|_| matched(rest, words, at + 1));
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
