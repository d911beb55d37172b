//! The closed vocabularies of fields, with the numbers that the index holds for their words.

use super::fields::Field;
use crate::briefing::ItemKind;
use crate::briefing::scale::{Came, ClaimKind, Confidence, Credibility, Likelihood, Marking, Markings, Reliability, Vocabulary, Yardstick};

/// A word of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub word: &'static str,
    /// How else people write it.
    pub also: Vec<&'static str>,
    /// What the index holds for it. One word may stand for several: "likely" is on two yardsticks.
    pub code: u64,
    /// Which order it is in, and its place there. `None`: it is in none.
    pub place: Option<(u64, u64)>,
}

/// What a document of the index is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Briefing,
    Item(ItemKind),
    /// A paragraph of a source's text.
    Text,
    Note,
}

impl Kind {
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Briefing].into_iter().chain(ItemKind::ALL.map(Self::Item)).chain([Self::Text, Self::Note])
    }

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Briefing => "briefing",
            Self::Item(kind) => kind.name(),
            Self::Text => "text",
            Self::Note => "note",
        }
    }

    #[must_use]
    pub fn code(self) -> u64 {
        match self {
            Self::Briefing => 0,
            Self::Item(kind) => kind as u64 + 1,
            Self::Text => 20,
            Self::Note => 21,
        }
    }

    #[must_use]
    pub fn of_code(code: u64) -> Option<Self> {
        Self::all().find(|kind| kind.code() == code)
    }
}

/// What the check has found in a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Errors,
    Findings,
    Accepted,
    Clean,
    Unchecked,
}

impl Vocabulary for State {
    fn all() -> &'static [Self] {
        &[Self::Errors, Self::Findings, Self::Accepted, Self::Clean, Self::Unchecked]
    }
    fn word(self) -> &'static str {
        ["errors", "findings", "accepted", "clean", "unchecked"][self as usize]
    }
}

/// What is asked of how something stands to what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    Unread,
    New,
    Changed,
    Read,
}

impl Vocabulary for Asked {
    fn all() -> &'static [Self] {
        &[Self::Unread, Self::New, Self::Changed, Self::Read]
    }
    fn word(self) -> &'static str {
        ["unread", "new", "changed", "read"][self as usize]
    }
}

/// A judgement without an outcome.
pub const OPEN: u64 = 9;

#[must_use]
pub fn likelihood(term: Likelihood) -> u64 {
    let place = term.yardstick().terms().take_while(|other| *other != term).count() as u64;
    (place + 1) * 2 + u64::from(term.yardstick() == Yardstick::Phia)
}

#[must_use]
pub fn marking(marking: Marking) -> u64 {
    let place = marking.markings().terms().take_while(|other| *other != marking).count() as u64;
    marking.markings() as u64 * 16 + place
}

/// The words of a field, in their order; none where it has no vocabulary.
#[must_use]
pub fn terms(field: Field) -> Vec<Term> {
    let plain = |word, code| Term { word, also: Vec::new(), code, place: None };
    match field {
        Field::In => Kind::all().map(|kind| Term { also: also(kind), ..plain(kind.word(), kind.code()) }).collect(),
        Field::Likelihood => {
            let terms = Yardstick::all().iter().flat_map(|yardstick| yardstick.terms());
            let term = |term: Likelihood| Term {
                word: term.word(),
                also: term.synonyms().to_vec(),
                code: likelihood(term),
                place: Some((0, likelihood(term) / 2)),
            };
            let mut terms: Vec<Term> = terms.map(term).collect();
            terms.sort_by_key(|term| term.code);
            terms
        }
        Field::Confidence => ordered(Confidence::all(), |_| true),
        Field::Outcome => words(Came::all()).into_iter().chain([plain("open", OPEN)]).collect(),
        Field::Kind => words(ClaimKind::all()),
        Field::Credibility => ordered(Credibility::all(), |grade| grade != Credibility::Unjudged),
        Field::Reliability => ordered(Reliability::all(), |grade| grade != Reliability::F),
        Field::State => words(State::all()),
        Field::Marking => {
            let all = Markings::all().iter().flat_map(|markings| markings.terms());
            all.map(|term| {
                let code = marking(term);
                let short = term.word().split_once(':').map(|(_, short)| short);
                let also = term.spellings().filter(|spelling| *spelling != term.word()).chain(short).collect();
                Term { word: term.word(), also, code, place: Some((code / 16, code % 16)) }
            })
            .collect()
        }
        Field::Is => words(Asked::all()),
        Field::By
        | Field::Date
        | Field::Source
        | Field::Section
        | Field::Actor
        | Field::About
        | Field::Tag
        | Field::Author
        | Field::Briefing => Vec::new(),
    }
}

fn also(kind: Kind) -> Vec<&'static str> {
    if kind == Kind::Item(ItemKind::Relationship) { vec!["tie"] } else { Vec::new() }
}

fn words<V: Vocabulary>(all: &[V]) -> Vec<Term> {
    all.iter().zip(0..).map(|(value, code)| Term { word: value.word(), also: Vec::new(), code, place: None }).collect()
}

fn ordered<V: Vocabulary>(all: &[V], is_in_order: impl Fn(V) -> bool) -> Vec<Term> {
    let place = |value, code| is_in_order(value).then_some((0, code));
    words(all).into_iter().zip(all).map(|(term, value)| Term { place: place(*value, term.code), ..term }).collect()
}

/// A word as it is compared with others: "Very-Likely" is "very likely".
#[must_use]
pub fn plainly(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', '_'], " ")
}

/// All that a word stands for in a field; none where it is no word of it.
#[must_use]
pub fn meant_by(field: Field, word: &str) -> Vec<Term> {
    let word = plainly(word);
    let terms = terms(field).into_iter();
    terms.filter(|term| plainly(term.word) == word || term.also.iter().any(|also| plainly(also) == word)).collect()
}
