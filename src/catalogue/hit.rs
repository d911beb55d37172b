//! A hit, and what it shows.

use super::briefing_row::Row;
use super::query::{How, Sought, Words};
use super::schema::Kept;
use super::stems::stem;
use super::tokens::{Run, runs};
use super::vocabulary::Kind;
use crate::text::clip::whole_graphemes;
use crate::text::did_you_mean::distance;
use crate::text::fold::{Folded, Folding};
use std::ops::Range;
use std::sync::Arc;

/// What a search has found.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    /// How many there are in all.
    pub total: usize,
    /// The first of them, best first.
    pub hits: Vec<Hit>,
    /// Words that stand nowhere in the library, where that is why nothing was found.
    pub missing: Vec<Missing>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    pub word: String,
    /// Its bytes in the query.
    pub span: Range<usize>,
    /// The word of the library that is nearest to it.
    pub near: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// As every address of the program is.
    pub address: String,
    pub kind: Kind,
    /// How likely it is judged, or what kind of claim it is; empty where it is neither.
    pub lead: String,
    /// Its portion mark, where it has one of its own: `(S//NF)`.
    pub portion: String,
    pub snippet: Snippet,
    /// The briefing that it is in. `None`: there is no such briefing any more, as there may be of a note.
    pub briefing: Option<Arc<Row>>,
    /// The greater the nearer to the top: what it is stands before when it was said.
    pub score: u64,
}

/// Some words of what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    pub text: String,
    /// What was looked for, in bytes of `text`.
    pub lit: Vec<Range<usize>>,
    /// More stands before it, or behind it.
    pub is_cut: (bool, bool),
}

/// Bytes of a snippet, before what is lit first and in all.
const BEFORE: usize = 60;
const LONGEST: usize = 260;

impl Hit {
    pub(super) fn new(kind: Kind, kept: &Kept, words: &[&Words], briefing: Option<Arc<Row>>, score: u64) -> Self {
        let mut best: (usize, &str, Vec<Range<usize>>) = (0, kept.texts.first().map_or("", String::as_str), Vec::new());
        for text in &kept.texts {
            let folded = Folded::new(text, Folding::SearchWords);
            let places: Vec<Vec<Range<usize>>> = words.iter().map(|words| words.places(&folded)).collect();
            let found = places.iter().filter(|places| !places.is_empty()).count();
            if found > best.0 {
                best = (found, text, joined(places.concat()));
            }
        }
        let (_, text, lit) = best;
        let first = lit.first().map_or(0, |range| range.start);
        let number = kept.sentences.iter().rev().find(|(at, _)| *at as usize <= first).or(kept.sentences.first());
        let spot = number.map_or_else(|| kept.spot.clone(), |(_, number)| format!("{}:{number}", kept.spot));
        Self {
            address: format!("{}{spot}", kept.briefing),
            kind,
            lead: kept.lead.clone(),
            portion: kept.portion.clone(),
            snippet: Snippet::new(text, lit),
            briefing,
            score,
        }
    }
}

/// In order, and none in another.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

impl Snippet {
    fn new(text: &str, lit: Vec<Range<usize>>) -> Self {
        let first = lit.first().map_or(0, |range| range.start);
        let start = if first > BEFORE { word_from(text, first - BEFORE).min(first) } else { 0 };
        let end = if text.len() - start > LONGEST { word_before(text, start + LONGEST) } else { text.len() };
        let range = whole_graphemes(text, start..end.max(start));
        let within =
            |lit: Range<usize>| (lit.start >= range.start && lit.end <= range.end).then(|| lit.start - range.start..lit.end - range.start);
        let is_cut = (range.start > 0, range.end < text.len());
        Self { lit: lit.into_iter().filter_map(within).collect(), text: text[range].to_owned(), is_cut }
    }
}

/// Where a word begins at this byte or behind it.
fn word_from(text: &str, at: usize) -> usize {
    let at = (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let space = text[at..].char_indices().take(30).find(|(_, c)| c.is_whitespace());
    space.map_or(at, |(length, c)| at + length + c.len_utf8())
}

/// Where a word ends at this byte or before it.
fn word_before(text: &str, at: usize) -> usize {
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let space = text[..at].char_indices().rev().take(30).find(|(_, c)| c.is_whitespace());
    space.map_or(at, |(space, _)| space)
}

impl Words {
    /// Where they stand in a text that is folded: bytes of the original.
    #[must_use]
    pub fn places(&self, folded: &Folded) -> Vec<Range<usize>> {
        let all: Vec<Run<'_>> = runs(folded.as_str()).collect();
        let mut places = Vec::new();
        for at in 0..all.len() {
            for range in self.begin(&all[at..]) {
                places.push(folded.original(range));
            }
        }
        places
    }

    /// All that begins in the first of these runs.
    fn begin(&self, runs: &[Run<'_>]) -> Vec<Range<usize>> {
        if let [only] = self.runs.as_slice() {
            let run = &runs[0];
            return if !only.is_unspaced {
                self.is_like(&only.text, run).then(|| run.range.clone()).into_iter().collect()
            } else if run.is_unspaced {
                run.text.match_indices(&only.text).map(|(at, found)| run.range.start + at..run.range.start + at + found.len()).collect()
            } else {
                Vec::new()
            };
        }
        let Some(runs) = runs.get(..self.runs.len()) else { return Vec::new() };
        let last = self.runs.len() - 1;
        let fits = |(at, (sought, run)): (usize, (&Sought, &Run<'_>))| {
            sought.is_unspaced == run.is_unspaced
                && match (at, run.is_unspaced) {
                    (0, true) => run.text.ends_with(&sought.text),
                    (at, true) if at == last => run.text.starts_with(&sought.text),
                    (at, false) if at == last && self.how == How::Begins => run.text.starts_with(&sought.text),
                    _ => run.text == sought.text,
                }
        };
        let start = if runs[0].is_unspaced { runs[0].range.end.saturating_sub(self.runs[0].text.len()) } else { runs[0].range.start };
        let end = if runs[last].is_unspaced { runs[last].range.start + self.runs[last].text.len() } else { runs[last].range.end };
        self.runs.iter().zip(runs).enumerate().all(fits).then_some(start..end).into_iter().collect()
    }

    /// A word of a script with spaces is one that is looked for.
    fn is_like(&self, sought: &str, run: &Run<'_>) -> bool {
        !run.is_unspaced
            && match self.how {
                How::Whole => run.text == sought,
                How::Begins => run.text.starts_with(sought),
                How::Typos(most) => distance(sought, run.text, usize::from(most)).is_some(),
                How::Forms => stem(run.text) == stem(sought),
            }
    }
}
