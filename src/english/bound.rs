//! Bounds of quantities: "up to 300", "at least two dozen", "27 or more".

use super::class::Class;
use super::lexicon::lemma;
use super::phrasebook::Meaning;
use super::phrases::Found;
use super::statement::{Mark, Sense, Statement, Way};
use super::word::{Gap, Shape, Word};
use std::ops::Range;

/// `None` where no number belongs to the phrase.
#[must_use]
pub fn way(words: &[Word], found: &Found) -> Option<Way> {
    let way = match found.meaning {
        Meaning::Most => Way::Most,
        Meaning::Least => Way::Least,
        _ => Way::About,
    };
    number(words, &found.words).map(|_| way)
}

/// The words of the number that a bound is of: behind it, or before "or more".
#[must_use]
pub fn number(words: &[Word], bound: &Range<usize>) -> Option<Range<usize>> {
    let is_number = |at: usize| words.get(at).is_some_and(|word| word.is(Class::NUMBER));
    let runs = |from: usize| {
        from..(from..words.len()).find(|at| !is_number(*at) || *at > from && words[*at].gap != Gap::Space).unwrap_or(words.len())
    };
    let first = &words[bound.start];
    // "Or more", "60 at the least".
    if first.is(Class::COORDINATOR) || first.entry.lemma == lemma("at") && !is_number(bound.end) && !is_number(bound.end + 1) {
        let before = (bound.start.saturating_sub(4)..bound.start).rev().find(|at| is_number(*at))?;
        let from = (0..=before).rev().take_while(|at| is_number(*at)).last()?;
        return Some(runs(from));
    }
    // "At least some 40", "more than a third", "up to €40".
    let skipped = words[bound.end..]
        .iter()
        .take(2)
        .take_while(|word| word.is(Class::DETERMINER) && !word.is(Class::NUMBER) && word.gap == Gap::Space)
        .count();
    let from = bound.end + skipped;
    (is_number(from) && words[from].gap == Gap::Space).then(|| runs(from))
}

impl Statement {
    /// The bounds, each with the number that it is of in a plain form.
    pub fn bounds(&self, text: &str) -> Vec<(&Mark, Way, String)> {
        let of = |mark: &Mark| number(&self.words, &mark.words).map(|range| self.plain(text, range));
        self.marks.iter().filter_map(|mark| if let Sense::Bound(way) = mark.sense { Some((mark, way, of(mark)?)) } else { None }).collect()
    }

    /// The numbers of a text in a plain form, each with its words.
    pub fn numbers(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            if !self.words[at].is(Class::NUMBER) {
                at += 1;
                continue;
            }
            let end = (at + 1..self.words.len())
                .find(|next| !self.words[*next].is(Class::NUMBER) || self.words[*next].gap != Gap::Space)
                .unwrap_or(self.words.len());
            found.push((at..end, self.plain(text, at..end)));
            at = end;
        }
        found
    }

    fn plain(&self, text: &str, words: Range<usize>) -> String {
        const NAMES: [&str; 13] =
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        let plain = |word: &Word| {
            let written = text[word.range.clone()].to_ascii_lowercase().replace(',', "");
            NAMES.iter().position(|name| *name == written).map_or(written, |number| number.to_string())
        };
        self.words[words].iter().map(plain).collect::<Vec<_>>().join(" ")
    }

    /// A probability in numbers: "a 70 % chance", "the odds are 60 percent".
    #[must_use]
    pub fn odds(&self) -> Option<Range<usize>> {
        let nouns = ["chance", "chances", "probability", "likelihood", "odds"];
        (0..self.words.len()).find_map(|at| {
            nouns.iter().any(|noun| self.words[at].entry.lemma == lemma(noun)).then_some(())?;
            let from = at.saturating_sub(3);
            let near = |range: Range<usize>| range.filter(|near| self.words[*near].is(Class::NUMBER)).find(|near| !self.is_dated(*near));
            let before = near(from..at).map(|number| number..at + 1);
            before.or_else(|| near(at + 1..self.words.len().min(at + 12)).map(|number| at..number + 1))
        })
    }

    /// A number of four digits is a year.
    fn is_dated(&self, at: usize) -> bool {
        !self.words[at].has(Shape::PERCENT) && self.words[at].range.len() == 4
    }
}
