//! Bounds of quantities: "up to 300", "at least two dozen", "27 or more".

use super::class::Class;
use super::phrasebook::Meaning;
use super::phrases::Found;
use super::statement::{Mark, Sense, Statement, Way};
use super::word::{Gap, Shape, Word, is};
use std::ops::Range;

/// `None` where no number belongs to the phrase.
#[must_use]
pub fn way(words: &[Word], found: &Found) -> Option<Way> {
    let way = match found.meaning {
        Meaning::Most => Way::Most,
        Meaning::Least => Way::Least,
        Meaning::Near => Way::Near,
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
    if first.is(Class::COORDINATOR) || is!(first, "at") && !is_number(bound.end) && !is_number(bound.end + 1) {
        let before = (bound.start.saturating_sub(4)..bound.start).rev().find(|at| is_number(*at))?;
        let from = (0..=before).rev().take_while(|at| is_number(*at)).last()?;
        return Some(runs(from));
    }
    // "At least some 40", "more than a third", "up to €40".
    let skipped = words[bound.end..].iter().take(2).take_while(|word| is_skipped(word) && word.gap == Gap::Space).count();
    let from = bound.end + skipped;
    (is_number(from) && words[from].gap == Gap::Space).then(|| runs(from))
}

/// An article, or the sign of a currency: "EUR 40 million".
fn is_skipped(word: &Word) -> bool {
    !word.is(Class::NUMBER) && (word.is(Class::DETERMINER) || word.has(Shape::CAPITAL) && word.range.len() == 3)
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
        let written = |word: &Word| text[word.range.clone()].to_ascii_lowercase().replace(',', "");
        let written: Vec<String> = self.words[words].iter().map(written).collect();
        value(&written).map_or_else(|| written.join(" "), |value| value.to_string())
    }

    /// A probability in numbers: "a 70 % chance", "the odds are 60 percent".
    #[must_use]
    pub fn odds(&self) -> Option<Range<usize>> {
        self.odds_in(0..self.words.len())
    }

    #[must_use]
    pub fn odds_in(&self, row: Range<usize>) -> Option<Range<usize>> {
        row.clone().find_map(|at| {
            is!(self.words[at], "chance", "chances", "probability", "likelihood", "odds").then_some(())?;
            let from = at.saturating_sub(3).max(row.start);
            let near = |range: Range<usize>| range.filter(|near| self.words[*near].is(Class::NUMBER)).find(|near| !self.is_dated(*near));
            let before = near(from..at).map(|number| number..at + 1);
            before.or_else(|| near(at + 1..row.end.min(at + 12)).map(|number| at..number + 1))
        })
    }

    /// A number of four digits is a year.
    fn is_dated(&self, at: usize) -> bool {
        !self.words[at].has(Shape::PERCENT) && self.words[at].range.len() == 4
    }
}

const NAMES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(&str, f64); 6] =
    [("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("dozen", 12.0)];

/// What a number is, in words or figures: "nine thousand", "twenty-five", "1.2 million". "A million" is one.
fn value(words: &[String]) -> Option<f64> {
    let (mut sum, mut part) = (0.0, None);
    for word in words.iter().flat_map(|word| word.split('-')).filter(|word| *word != "and") {
        let scale = SCALES.iter().find(|(name, _)| *name == word).map(|(_, scale)| *scale);
        let small = NAMES.iter().zip(0_u8..).find(|(name, _)| **name == word).map(|(_, at)| f64::from(at));
        let tens = TENS.iter().zip(2_u8..).find(|(name, _)| **name == word).map(|(_, at)| f64::from(at) * 10.0);
        let figure = || word.parse::<f64>().ok().filter(|figure| figure.is_finite());
        match (scale, small.or(tens).or_else(figure)) {
            (Some(scale), _) if scale < 1e3 => part = Some(part.unwrap_or(1.0) * scale),
            (Some(scale), _) => sum += part.take().unwrap_or(1.0) * scale,
            (None, Some(number)) => part = Some(part.unwrap_or(0.0) + number),
            (None, None) => return None,
        }
    }
    Some(sum + part.unwrap_or(0.0))
}
