//! Brier's score: the mean square of how far forecasts were from what came, 0 at best and 1 at worst.

use super::interval::{LEAST, Z, real};
use super::term::{middle, range};
use crate::briefing::scale::Likelihood;

#[derive(Debug, Clone, PartialEq)]
pub struct Brier {
    pub cases: usize,
    pub came: usize,
    /// With the middle of each range.
    pub score: f64,
    /// With the end of each range that is nearer to what came, and with the one that is farther.
    pub ends: (f64, f64),
    /// Of always saying the share that came about, which only hindsight knows.
    pub base: f64,
    /// What it would be on average, were every word right: the least and the most, for the truth may be anywhere in a range.
    pub promised: (f64, f64),
    /// How far from that chance alone leads 95 of 100 such records at most.
    pub reach: f64,
    /// Were what came about in part counted as come, and as not come. `None`: there is none.
    pub with_parts: Option<(f64, f64)>,
}

/// What a score says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    TooFew,
    /// Chance alone explains how far it is from what the words promise.
    AsPromised,
    Worse,
    Better,
}

fn mean(squares: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = squares.fold((0.0, 0), |(sum, count), square| (sum + square, count + 1));
    sum / real(count)
}

fn square(forecast: f64, came: bool) -> f64 {
    (forecast - if came { 1.0 } else { 0.0 }).powi(2)
}

impl Brier {
    /// Of what came about or did not; `None` where there is none. `parts` came about in part.
    #[must_use]
    pub fn of(told: &[(Likelihood, bool)], parts: &[Likelihood]) -> Option<Self> {
        if told.is_empty() {
            return None;
        }
        let scored = || told.iter().map(|(term, came)| square(middle(*term), *came));
        let at = |nearer: bool| {
            mean(told.iter().map(|(term, came)| {
                let range = range(*term);
                square(if *came == nearer { range.high } else { range.low }, *came)
            }))
        };
        let came = told.iter().filter(|(_, came)| *came).count();
        let share = real(came) / real(told.len());
        let middles = || told.iter().map(|(term, _)| middle(*term));
        // A forecast `p` of what is true at a rate `q` makes p² + q · (1 − 2p) on average.
        let made = |term: Likelihood, rate: f64| middle(term).powi(2) + rate * (1.0 - 2.0 * middle(term));
        let promised = |end: fn(f64, f64) -> f64| {
            mean(told.iter().map(|(term, _)| end(made(*term, range(*term).low), made(*term, range(*term).high))))
        };
        let spread: f64 = middles().map(|p| p * (1.0 - p) * (1.0 - 2.0 * p).powi(2)).sum();
        let with = |came: bool| mean(scored().chain(parts.iter().map(|term| square(middle(*term), came))));
        Some(Self {
            cases: told.len(),
            came,
            score: mean(scored()),
            ends: (at(true), at(false)),
            base: share * (1.0 - share),
            promised: (promised(f64::min), promised(f64::max)),
            reach: Z * spread.sqrt() / real(told.len()),
            with_parts: (!parts.is_empty()).then(|| (with(true), with(false))),
        })
    }

    /// Spiegelhalter's test, with a range in place of a number.
    #[must_use]
    pub fn said(&self) -> Said {
        if self.cases < LEAST {
            Said::TooFew
        } else if self.score > self.promised.1 + self.reach {
            Said::Worse
        } else if self.score < self.promised.0 - self.reach {
            Said::Better
        } else {
            Said::AsPromised
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::scale::Yardstick;

    fn term(yardstick: Yardstick, word: &str) -> Likelihood {
        Likelihood::on(yardstick, word).expect("a term")
    }

    /// By hand. Likely (55–80 %) is 0.675, unlikely (20–45 %) 0.325, PHIA's remote chance (0–5 %) 0.025.
    ///
    /// likely, came: 0.325² = 0.105625; likely, did not: 0.675² = 0.455625; unlikely, did not: 0.325² = 0.105625; remote, did
    /// not: 0.025² = 0.000625. Sum 0.6675, mean 0.166875.
    #[test]
    fn n18_a_brier_score_is_the_mean_square_of_middles_and_what_came() {
        let told = [
            (term(Yardstick::Icd203, "likely"), true),
            (term(Yardstick::Icd203, "likely"), false),
            (term(Yardstick::Icd203, "unlikely"), false),
            (term(Yardstick::Phia, "remote chance"), false),
        ];
        let brier = Brier::of(&told, &[term(Yardstick::Icd203, "likely")]).expect("cases");
        let near = |one: f64, other: f64| assert!((one - other).abs() < 1e-9, "{one} and {other}");
        assert_eq!((brier.cases, brier.came), (4, 1));
        near(brier.score, 0.166_875);
        // Nearer ends: 0.2², 0.55², 0.2², 0² make 0.3825; farther ones: 0.45², 0.8², 0.45², 0.05² make 1.0475.
        near(brier.ends.0, 0.3825 / 4.0);
        near(brier.ends.1, 1.0475 / 4.0);
        near(brier.base, 0.25 * 0.75);
        // Likely: 0.455625 − 0.35 · 0.55 = 0.263125 and 0.455625 − 0.35 · 0.8 = 0.175625, and unlikely the same the other way
        // round. Remote: 0.000625 and 0.000625 + 0.95 · 0.05 = 0.048125.
        near(brier.promised.0, (0.175_625 * 3.0 + 0.000_625) / 4.0);
        near(brier.promised.1, (0.263_125 * 3.0 + 0.048_125) / 4.0);
        // 1.96 · √(0.219375 · 0.1225 · 3 + 0.024375 · 0.9025) / 4
        near(brier.reach, Z * (0.219_375_f64 * 0.1225 * 3.0 + 0.024_375 * 0.9025).sqrt() / 4.0);
        let (as_come, as_not) = brier.with_parts.expect("a part");
        near(as_come, (0.6675 + 0.105_625) / 5.0);
        near(as_not, (0.6675 + 0.455_625) / 5.0);
        assert_eq!(brier.said(), Said::TooFew);
    }

    #[test]
    fn n18_chance_is_told_from_a_record_that_the_words_do_not_explain() {
        let likely = term(Yardstick::Icd203, "likely");
        let of = |came: usize, all: usize| {
            let told: Vec<_> = (0..all).map(|at| (likely, at < came)).collect();
            Brier::of(&told, &[]).expect("cases").said()
        };
        // 0.1756 to 0.2631, and chance adds 0.0508; of 40 that makes 0.4556 − 0.00875 for each that came.
        for (came, all, said) in [
            (5, 9, Said::TooFew),
            (27, 40, Said::AsPromised),
            (17, 40, Said::AsPromised),
            (16, 40, Said::Worse),
            (37, 40, Said::AsPromised),
            (38, 40, Said::Better),
            (0, 40, Said::Worse),
            // However many there are, what lies in the range is as promised.
            (5600, 10_000, Said::AsPromised),
            (7900, 10_000, Said::AsPromised),
            (5000, 10_000, Said::Worse),
        ] {
            assert_eq!(of(came, all), said, "{came} of {all}");
        }
        assert_eq!(Brier::of(&[], &[likely]), None);
    }
}
