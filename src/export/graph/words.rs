//! Values as the graph has them: as they are written, and what they are worth.

use crate::briefing::model::Text;
use crate::briefing::scale::{Likelihood, Marking, Vocabulary};
use crate::briefing::{Date, Word};
use serde::Serialize;

/// A word of a vocabulary; `word` is `null` where it has no such word.
#[derive(Debug, Serialize)]
pub struct Term<'a> {
    written: &'a str,
    word: Option<&'static str>,
}

impl<'a> Term<'a> {
    pub fn of<T: Vocabulary>(word: &'a Word<T>) -> Self {
        Self { written: &word.text, word: word.value.map(Vocabulary::word) }
    }
}

/// In percent, both ends included.
#[derive(Debug, Serialize)]
pub struct Odds<'a> {
    written: &'a str,
    word: Option<&'static str>,
    low: Option<u8>,
    high: Option<u8>,
}

impl<'a> Odds<'a> {
    pub fn of(word: &'a Word<Likelihood>) -> Self {
        let term = word.value;
        let (low, high) = (term.map(Likelihood::low), term.map(Likelihood::high));
        Self { written: &word.text, word: term.map(Likelihood::word), low, high }
    }
}

#[derive(Debug, Serialize)]
pub struct Mark<'a> {
    written: &'a str,
    word: Option<&'static str>,
}

impl<'a> Mark<'a> {
    pub fn of(word: &'a Word<Marking>) -> Self {
        Self { written: &word.text, word: word.value.map(Marking::word) }
    }
}

/// An EDTF date, and the first and the last day that it may mean; `null` at an end that is open.
#[derive(Debug, Serialize)]
pub struct Day<'a> {
    written: &'a str,
    earliest: Option<String>,
    latest: Option<String>,
}

impl<'a> Day<'a> {
    pub fn of(word: &'a Word<Date>) -> Self {
        let day = |(year, month, day): (i32, u8, u8)| format!("{year:04}-{month:02}-{day:02}");
        let date = word.value.as_ref();
        let earliest = date.filter(|date| date.first_day().is_some()).map(|date| day(date.earliest()));
        let latest = date.filter(|date| date.last_day().is_some()).map(|date| day(date.latest()));
        Self { written: &word.text, earliest, latest }
    }
}

/// A rule whose finding the analyst lives with, and why.
#[derive(Debug, Serialize)]
pub struct Accept<'a> {
    rule: &'a str,
    why: &'a str,
}

impl<'a> Accept<'a> {
    pub fn all(accept: &'a [(Text, Text)]) -> Vec<Self> {
        accept.iter().map(|(rule, why)| Self { rule, why }).collect()
    }
}

pub fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}

pub fn text(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}
