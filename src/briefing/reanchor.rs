//! Which words a quote that has no place may mean today: proposals to a person, and never an anchor.
//!
//! The work is bounded, whatever a file holds. A text is cut into words once. A window as long as the quote passes over
//! them and counts how many of the quote's words stand in it. Only the best windows are aligned word by word, over at most
//! `MOST_PAIRS` pairs of words. A quote of more than `LONGEST` words gets no proposal, and once `MOST_PASSED` words have
//! been passed over, no further quote gets one.

use super::anchor::{Anchor, Anchoring, MOST_COUNTED};
use super::context::{OFTEN, apart};
use super::model::Passage;
use super::source_text::SourceText;
use crate::text::alignment::{Words, within};
use crate::text::one_mark::{alike, is_quotation_mark};
use crate::text::single_spaced;
use crate::yaml::scalar::scalar;
use std::ops::Range;

/// In words of the quote.
const LONGEST: usize = 1000;
/// Words of the text that are passed over, for all quotes together.
const MOST_PASSED: usize = 8_000_000;
/// Pairs of words that are compared for a quote.
const MOST_PAIRS: usize = 4_000_000;
/// Windows that are aligned for a quote.
const MOST_WINDOWS: usize = 8;
/// Places of words that stand several times: more are not shown.
const MOST_PLACES: usize = 5;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// The words stand there: the first places, and how many there are.
    Places {
        first: Vec<Stretch>,
        all: usize,
        /// Only without the quotation marks around them.
        wrapped: bool,
    },
    Near {
        stretch: Stretch,
        /// How many words of the quote stand there, in its order, whatever their case.
        agree: usize,
        /// How many words the quote has.
        words: usize,
        /// Other stretches are as near.
        others: bool,
    },
    /// No stretch of the text has more than half of the quote's words.
    Nothing,
    /// The quote is too long, or so many quotes stood before it that the work is used up.
    TooLong,
}

impl Proposal {
    /// Those that are proposed, and whether no other may be meant.
    #[must_use]
    pub fn stretches(self) -> (Vec<Stretch>, bool) {
        match self {
            Self::Near { stretch, others, .. } => (vec![stretch], !others),
            Self::Places { first, all, .. } => (first, all == 1),
            Self::Nothing | Self::TooLong => (Vec::new(), false),
        }
    }
}

/// A stretch of the text that could be quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// In bytes.
    pub range: Range<usize>,
    /// Its words, on one line.
    pub exact: String,
    /// Words before it, where they are needed to tell it apart.
    pub prefix: Option<String>,
    pub suffix: Option<String>,
    /// A quote of these words, with prefix and suffix, is found here and nowhere else.
    pub anchors: bool,
}

impl Stretch {
    /// The line of YAML that quotes the stretch instead of a passage, which is one of `all` of its claim; `None` where the
    /// words stand too often to be told apart.
    #[must_use]
    pub fn line(&self, passage: &Passage, all: &[Passage]) -> Option<String> {
        let beside = [("prefix", &self.prefix), ("suffix", &self.suffix)];
        let beside: String = beside.iter().filter_map(|(field, words)| Some(format!(", {field}: {}", scalar(words.as_ref()?)))).collect();
        let exact = scalar(&self.exact);
        let words = if beside.is_empty() { exact } else { format!("{{exact: {exact}{beside}}}") };
        // One of several passages stands in a list, or under its source.
        let of_source = all.iter().filter(|other| other.source.as_deref() == passage.source.as_deref()).count();
        self.anchors.then(|| match &passage.source {
            _ if of_source > 1 => format!("- {words}"),
            Some(source) if all.len() > 1 => format!("{}: {words}", source.value),
            Some(source) => format!("quote: {{{}: {words}}}", source.value),
            None => format!("quote: {words}"),
        })
    }
}

/// What stands inside a pair of quotation marks.
fn unwrapped(quote: &str) -> Option<&str> {
    let inside = quote.strip_prefix(is_quotation_mark)?.strip_suffix(is_quotation_mark)?.trim();
    (!inside.is_empty()).then_some(inside)
}

/// A source with what proposals need, made once for all its quotes.
pub struct Proposals<'a> {
    source: &'a SourceText,
    anchoring: Anchoring<'a>,
    words: Option<Words>,
    passed: usize,
}

impl<'a> Proposals<'a> {
    #[must_use]
    pub fn new(source: &'a SourceText) -> Self {
        Self { source, anchoring: Anchoring::new(source), words: None, passed: 0 }
    }

    /// `anchor` is that of the passage, and gives it no place.
    pub fn propose(&mut self, passage: &Passage, anchor: &Anchor) -> Proposal {
        match anchor {
            Anchor::Ambiguous { .. } | Anchor::OutOfContext { .. } => self.places(&passage.exact, false),
            _ => {
                let quote = passage.exact.trim();
                let inside = unwrapped(quote).map(|inside| self.places(inside, true));
                inside.filter(|inside| !matches!(inside, Proposal::Nothing)).unwrap_or_else(|| self.near(passage, quote))
            }
        }
    }

    /// A range of the source as a stretch that is told apart from the other places of its words.
    #[must_use]
    pub fn told_apart(&self, range: &Range<usize>) -> Stretch {
        let text = self.source.text();
        let places = self.anchoring.places(&single_spaced(&text[range.clone()]), OFTEN + 1);
        stretch(&self.anchoring, text, range, &places)
    }

    fn places(&self, words: &str, wrapped: bool) -> Proposal {
        let places = self.anchoring.places(words, MOST_COUNTED);
        let first = places.iter().take(MOST_PLACES).map(|range| stretch(&self.anchoring, self.source.text(), range, &places));
        if places.is_empty() { Proposal::Nothing } else { Proposal::Places { first: first.collect(), all: places.len(), wrapped } }
    }

    fn near(&mut self, passage: &Passage, quote: &str) -> Proposal {
        let source = self.source;
        let wanted = Words::new(quote);
        let length = wanted.keys.len();
        let words = self.words.take().unwrap_or_else(|| Words::new(source.text()));
        self.passed = self.passed.saturating_add(words.keys.len());
        let proposal = if length > LONGEST || self.passed > MOST_PASSED {
            Proposal::TooLong
        } else {
            match nearest(source, (passage, quote), &wanted, &words) {
                Some((range, agree, others)) => Proposal::Near { stretch: self.told_apart(&range), agree, words: length, others },
                None => Proposal::Nothing,
            }
        };
        self.words = Some(words);
        proposal
    }
}

/// `range` as it is told apart from the other `places` of the same words.
fn stretch(anchoring: &Anchoring<'_>, text: &str, range: &Range<usize>, places: &[Range<usize>]) -> Stretch {
    let exact = single_spaced(&text[range.clone()]);
    let beside = apart(anchoring, text, range, places);
    let anchors = beside.is_some();
    let (prefix, suffix) = beside.unwrap_or_default();
    Stretch { range: range.clone(), exact, prefix, suffix, anchors }
}

/// The stretch of the source that is nearest to a quote, how many words agree, and whether others are as near.
fn nearest(source: &SourceText, (passage, quote): (&Passage, &str), wanted: &Words, words: &Words) -> Option<(Range<usize>, usize, bool)> {
    let length = wanted.keys.len();
    let margin = length / 2 + 4;
    let pairs = length.max(1) * (length + 2 * margin);
    let mut found: Vec<(i64, Range<usize>, usize)> = Vec::new();
    for start in windows(&wanted.keys, &words.keys).into_iter().take((MOST_PAIRS / pairs).clamp(1, MOST_WINDOWS)) {
        let from = start.saturating_sub(margin);
        let region = &words.keys[from..words.keys.len().min(start + length + margin)];
        let (score, steps) = within(&wanted.keys, region);
        let mut pairs: Vec<(usize, usize)> = steps.iter().filter_map(|step| Some((step.left?, step.right? + from))).collect();
        let equal = |(left, right): &(usize, usize)| wanted.keys[*left] == words.keys[*right];
        let agree = pairs.iter().filter(|pair| equal(pair)).count();
        if agree * 2 <= length {
            continue;
        }
        // Words beyond the first and the last that agree were only exchanged. They are kept within the same sentence.
        let sentence = |(_, right): (usize, usize)| source.sentences_in(&words.ranges[right]);
        let (first, last) = (pairs.iter().position(equal)?, pairs.iter().rposition(equal)?);
        let (begins, ends) = (sentence(pairs[first]), sentence(pairs[last]));
        let kept = (0..pairs.len()).filter(|at| {
            (first..=last).contains(at) || *at < first && sentence(pairs[*at]) == begins || *at > last && sentence(pairs[*at]) == ends
        });
        let kept: Vec<usize> = kept.collect();
        pairs = kept.into_iter().map(|at| pairs[at]).collect();
        let (first, last) = (pairs.first()?.1, pairs.last()?.1);
        let range = words.ranges[first].start..words.ranges[last].end;
        found.push((score, with_marks(source.text(), range, quote, wanted), agree));
    }
    let best = found.iter().map(|(score, ..)| *score).max()?;
    found.retain(|(score, ..)| *score == best);
    let beside = |range: &Range<usize>| stands_beside(source.text(), range, passage);
    found.sort_by_key(|(_, range, _)| (std::cmp::Reverse(beside(range)), range.start));
    let (_, range, agree) = found.first()?.clone();
    let apart = |other: &Range<usize>| other.start >= range.end || other.end <= range.start;
    let others = found.iter().any(|(_, other, _)| apart(other) && beside(other) == beside(&range));
    Some((range, agree, others))
}

/// How many of the words that a passage has beside its quote, before and behind, stand there: of two places that are as near they
/// tell which is meant.
fn stands_beside(text: &str, range: &Range<usize>, passage: &Passage) -> usize {
    let plain = |words: &str| single_spaced(words).to_lowercase();
    let before = passage.prefix.as_ref().is_some_and(|prefix| {
        let from = text.floor_char_boundary(range.start.saturating_sub(2 * prefix.len() + 20));
        plain(&text[from..range.start]).trim_end().ends_with(plain(prefix).trim())
    });
    let behind = passage.suffix.as_ref().is_some_and(|suffix| {
        let end = text.ceil_char_boundary(text.len().min(range.end + 2 * suffix.len() + 20));
        plain(&text[range.end..end]).trim_start().starts_with(plain(suffix).trim())
    });
    usize::from(before) + usize::from(behind)
}

/// Where windows begin that hold many of the wanted words: the best first, and none overlaps another.
fn windows(wanted: &[u64], words: &[u64]) -> Vec<usize> {
    let length = wanted.len();
    let mut distinct = wanted.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    let mut missing = vec![0_i64; distinct.len()];
    // Most words are not in the quote, and a table of flags says so of nearly all of them faster than a search.
    let mut maybe = vec![false; 4096];
    let slot = |key: u64| usize::try_from(key % 4096).unwrap_or(0);
    for key in wanted {
        maybe[slot(*key)] = true;
        if let Ok(at) = distinct.binary_search(key) {
            missing[at] += 1;
        }
    }
    let find = |key: u64| if maybe[slot(key)] { distinct.binary_search(&key).ok() } else { None };
    let mut held = 0;
    let mut best: Vec<(usize, usize)> = Vec::new();
    for (at, key) in words.iter().enumerate() {
        if let Some(word) = at.checked_sub(length).and_then(|left| find(words[left])) {
            missing[word] += 1;
            held -= usize::from(missing[word] > 0);
        }
        if let Some(word) = find(*key) {
            held += usize::from(missing[word] > 0);
            missing[word] -= 1;
        }
        let start = (at + 1).saturating_sub(length);
        // New words may stand between the quote's, so a third of them in a window is enough to look closer.
        if held == 0 || held * 3 < length {
            continue;
        }
        match best.last_mut() {
            Some(last) if start < last.1 + length => {
                if held > last.0 {
                    *last = (held, start);
                }
            }
            _ => best.push((held, start)),
        }
    }
    best.sort_by_key(|(held, start)| (std::cmp::Reverse(*held), *start));
    best.into_iter().map(|(_, start)| start).collect()
}

/// Adds the marks around the stretch, such as a quotation mark or a full stop, that the quote has around its own words.
fn with_marks(text: &str, range: Range<usize>, quote: &str, wanted: &Words) -> Range<usize> {
    let (Some(first), Some(last)) = (wanted.ranges.first(), wanted.ranges.last()) else { return range };
    let shared = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| -> usize {
        one.zip(other).take_while(|(one, other)| alike(*one, *other)).map(|(one, _)| one.len_utf8()).sum()
    };
    let before = shared(&mut text[..range.start].chars().rev(), &mut quote[..first.start].chars().rev());
    let behind = shared(&mut text[range.end..].chars(), &mut quote[last.end..].chars());
    let (start, end) = (range.start - before, range.end + behind);
    let inside = &text[start..end];
    start + inside.len() - inside.trim_start().len()..start + inside.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::spanned::{Span, Spanned};
    use proptest::prelude::*;

    fn passage(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Passage {
        let text = |value: &str| Spanned { value: value.to_owned(), span: Span::default() };
        Passage { source: None, exact: text(exact), prefix: prefix.map(text), suffix: suffix.map(text) }
    }

    proptest! {
        #[test]
        fn n4_a_line_that_is_proposed_anchors_where_it_was_proposed(
            source in "(a|b|the port|é|e\u{301}| |\n|’|'|‹|—|-|[.]){1,30}",
            quote in "(a|b|the port|é| |'|“|-|x){1,6}",
            prefix in proptest::option::of("[ab ]{1,3}"),
        ) {
            let source = SourceText::new(source);
            let passage = passage(&quote, prefix.as_deref(), None);
            let anchor = Anchoring::new(&source).find(&passage);
            prop_assume!(anchor.range().is_none());
            let stretches = match Proposals::new(&source).propose(&passage, &anchor) {
                Proposal::Places { first, .. } => first,
                Proposal::Near { stretch, .. } => vec![stretch],
                _ => Vec::new(),
            };
            for stretch in stretches.into_iter().filter(|stretch| stretch.anchors) {
                let written = self::passage(&stretch.exact, stretch.prefix.as_deref(), stretch.suffix.as_deref());
                prop_assert_eq!(Anchoring::new(&source).find(&written).range(), Some(stretch.range.clone()), "{:?}", stretch);
            }
        }
    }
}
