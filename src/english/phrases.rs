//! Where the phrases of the book stand in a text, in all their inflections.

use super::class::Class;
use super::phrasebook::Meaning;
use super::prepared::{BY_FIRST, ELEMENTS, Element, PHRASES, WANTED, Wanted, of_stem};
use super::word::{Gap, Word, is};
use std::ops::Range;

impl Wanted {
    fn fits(self, word: &Word) -> bool {
        word.entry.lemma == self.lemma && (self.form == Class::default() || word.is(self.form))
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
        let elements = |from: u16, to: u16| &ELEMENTS[usize::from(from)..usize::from(to)];
        let longest = of_stem(&PHRASES, &BY_FIRST, words[at].entry.lemma)
            .iter()
            .filter(|phrase| phrase.first.fits(&words[at]))
            .filter_map(|phrase| Some((matched(elements(phrase.from, phrase.to), words, at + 1)?, phrase.meaning)));
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
        Element::Word { from, to, optional } => {
            let any = &WANTED[usize::from(*from)..usize::from(*to)];
            let next = word.filter(|word| any.iter().any(|wanted| wanted.fits(word))).and_then(|_| matched(rest, words, at + 1));
            next.or_else(|| if *optional { matched(rest, words, at) } else { None })
        }
        Element::Adverbs => matched(rest, words, at).or_else(|| {
            let word = word.filter(|word| word.entry.class.is(Class::ADVERB))?;
            let _ = word;
            matched(elements, words, at + 1)
        }),
        Element::Anyone => (1..=6).find_map(|length| {
            let end = at + length;
            // "In remittances may account for it", "on Monday that it had not been told": no account, and no telling.
            let verbal = Class::MODAL.or(Class::BE).or(Class::HAVE);
            let names = |word: &Word| word.gap == Gap::Space && !word.is(verbal) && !is!(word, "that");
            words.get(at..end)?.iter().all(names).then_some(())?;
            matched(rest, words, end)
        }),
    }
}
