//! Chances in numbers: "a 30 percent chance", "the odds are one in four".

use super::class::Class;
use super::phrasebook::Strength;
use super::statement::{Mark, Sense, Statement};
use super::word::{Gap, Shape, is};

/// In percent: below each end the step of the ladder that a chance stands on.
const LADDER: [(f64, Strength); 6] = [
    (5.0, Strength::Remote),
    (20.0, Strength::VeryUnlikely),
    (45.0, Strength::Unlikely),
    (55.1, Strength::Even),
    (80.1, Strength::Likely),
    (95.1, Strength::VeryLikely),
];

/// A noun that a share of a hundred is of stands at most so many words before it.
const BEFORE: usize = 14;

impl Statement {
    /// Every chance in numbers, as the hedge that it is.
    pub(super) fn chances(&self, text: &str) -> Vec<Mark> {
        let numbers = self.numbers(text);
        let value = |plain: &str| plain.trim_end_matches(" %").parse::<f64>().ok();
        let mut marks = Vec::new();
        for (number, plain) in &numbers {
            let next = |by: usize| self.words.get(number.end + by).filter(|word| word.gap == Gap::Space);
            let (end, percent) = if self.words[number.end - 1].has(Shape::PERCENT) {
                (number.end, value(plain))
            } else if next(0).is_some_and(|next| is!(next, "percent")) {
                (number.end + 1, value(plain))
            } else if next(0).is_some_and(|next| is!(next, "per")) && next(1).is_some_and(|next| is!(next, "cent")) {
                (number.end + 2, value(plain))
            } else if plain.ends_with(" %") {
                // "One in four".
                (number.end, value(plain))
            } else {
                continue;
            };
            let Some(percent) = percent.filter(|percent| (0.0..=100.0).contains(percent)) else { continue };
            let noun = |at: &usize| is!(self.words[*at], "chance", "chances", "probability", "likelihood", "odds");
            let behind = (end..self.words.len()).take(2).take_while(|at| self.words[*at].gap == Gap::Space).find(noun);
            // "The chance of rain is about 70 percent", "put the chance at one in four".
            let stated = (0..number.start).rev().find(|before| !self.words[*before].is(Class::ADVERB));
            let stated = stated.filter(|before| self.words[*before].is(Class::BE) || is!(self.words[*before], "at"));
            let from = self.sentence_at(number.start).start.max(number.start.saturating_sub(BEFORE));
            let before = || stated.and_then(|_| (from..number.start).rev().find(noun));
            let words = behind.map(|noun| number.start..noun + 1).or_else(|| before().map(|noun| noun..end));
            let Some(words) = words else { continue };
            let strength = LADDER.iter().find(|(below, _)| percent < *below).map_or(Strength::AlmostCertain, |(_, strength)| *strength);
            let scope = self.governed(words.clone());
            marks.push(Mark { sense: Sense::Hedge(strength), words, scope, who: None });
        }
        marks
    }
}
