//! The tables of words, phrases and opposites, as the build script prepared them (`build/english.rs`).

use super::class::Class;
use super::hash::hash;
use super::pairs::Of;
use super::phrasebook::{Meaning, Strength};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// Words of one verb share it. 0 is that of words that are not known.
    pub lemma: u16,
    pub class: Class,
    /// See [`super::stem`].
    pub stem: u64,
}

/// A word, by its place in `LETTERS`.
pub(super) struct Known {
    from: u32,
    length: u8,
    pub entry: Entry,
}

/// A stem, and the form that it must have if not any.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub lemma: u16,
    pub form: Class,
}

pub(super) enum Element {
    /// One of the [`WANTED`].
    Word {
        from: u16,
        to: u16,
        optional: bool,
    },
    Adverbs,
    /// Up to four words: whose account it is.
    Anyone,
}

pub(super) struct Phrase {
    pub meaning: Meaning,
    pub first: Wanted,
    /// Of the [`ELEMENTS`], those behind the first word.
    pub from: u16,
    pub to: u16,
}

/// What is written for a verb: its particle, a word that stands right behind that or 0, and the entry of the verb.
pub(super) struct Phrasal {
    pub particle: u16,
    pub behind: u16,
    pub meaning: Entry,
}

include!(concat!(env!("OUT_DIR"), "/english.rs"));

pub(super) const fn find(word: &[u8]) -> Option<&'static Known> {
    let mut slot = hash(word) % SLOTS.len();
    while SLOTS[slot] > 0 {
        let known = &WORDS[SLOTS[slot] as usize - 1];
        if is_word(known, word) {
            return Some(known);
        }
        slot = (slot + 1) % SLOTS.len();
    }
    None
}

const fn is_word(known: &Known, word: &[u8]) -> bool {
    let letters = LETTERS.as_bytes();
    let mut at = 0;
    if word.len() != known.length as usize {
        return false;
    }
    while at < word.len() && letters[known.from as usize + at] == word[at] {
        at += 1;
    }
    at == word.len()
}

/// The rows of a table that belong to a stem, by where each stem's begin.
pub(super) fn of_stem<'a, T>(rows: &'a [T], begins: &[u16], lemma: u16) -> &'a [T] {
    let at = usize::from(lemma);
    &rows[usize::from(begins[at])..usize::from(begins[at + 1])]
}
