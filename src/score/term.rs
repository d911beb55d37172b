//! A term of a yardstick: how often what was called so came about.

use super::interval::{Interval, LEAST, Z, real, wilson};
use crate::briefing::scale::Likelihood;

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub term: Likelihood,
    /// So many came about, of so many that came about or did not.
    pub came: usize,
    pub of: usize,
    /// Counted apart.
    pub partly: usize,
}

/// What the cases of a term say about the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    None,
    /// The share lies in the range, and so does all that it may be a share of.
    Holds,
    /// The share lies in the range, and may be one of something else.
    Agrees,
    /// There are too few cases, or the share lies outside, and may be one of something inside.
    Open,
    /// Whatever it is a share of lies above the range.
    More,
    /// Whatever it is a share of lies below the range.
    Less,
}

/// Both ends of a term's range, from 0 to 1.
#[must_use]
pub fn range(term: Likelihood) -> Interval {
    Interval { low: f64::from(term.low()) / 100.0, high: f64::from(term.high()) / 100.0 }
}

/// The number that stands for a term where one is wanted: the middle of its range.
#[must_use]
pub fn middle(term: Likelihood) -> f64 {
    f64::midpoint(range(term).low, range(term).high)
}

impl Row {
    /// `None` where there is no case.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.of > 0).then(|| real(self.came) / real(self.of))
    }

    /// What the share may be a share of.
    #[must_use]
    pub fn interval(&self) -> Interval {
        wilson(self.came, self.of)
    }

    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let (range, interval) = (range(self.term), self.interval());
        // As they are shown: ends that touch are not apart.
        let (low, high) = interval.percent();
        match self.share() {
            None => Verdict::None,
            Some(_) if self.of < LEAST => Verdict::Open,
            Some(_) if low > self.term.high() => Verdict::More,
            Some(_) if high < self.term.low() => Verdict::Less,
            Some(_) if interval.low >= range.low && interval.high <= range.high => Verdict::Holds,
            Some(share) if (range.low..=range.high).contains(&share) => Verdict::Agrees,
            Some(_) => Verdict::Open,
        }
    }

    /// About how many cases make the interval as narrow as the range, if the term is right.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a few hundred")]
    pub fn enough(&self) -> usize {
        let (range, middle) = (range(self.term), middle(self.term));
        let reach = (range.high - range.low) / 2.0;
        let count = Z * Z * middle * (1.0 - middle) / (reach * reach);
        // To two digits: it is a rule of thumb.
        if count > 100.0 { (count / 10.0).ceil() as usize * 10 } else { count.ceil() as usize }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::scale::Yardstick;

    #[test]
    fn n18_a_term_is_judged_by_what_its_share_may_be_a_share_of() {
        let likely = Likelihood::on(Yardstick::Icd203, "likely").expect("a term");
        for (came, of, verdict) in [
            (0, 0, Verdict::None),
            // 43 to 80 %, around 64 %.
            (14, 22, Verdict::Agrees),
            // 65 to 70 %.
            (675, 1000, Verdict::Holds),
            // However far from the range, nine are too few.
            (2, 3, Verdict::Open),
            (0, 9, Verdict::Open),
            (0, 10, Verdict::Less),
            // 10 to 47 %, and 87 to 100 %.
            (4, 17, Verdict::Less),
            (25, 25, Verdict::More),
        ] {
            assert_eq!(Row { term: likely, came, of, partly: 0 }.verdict(), verdict, "{came} of {of}");
        }
    }

    /// 20 to 100 % touches 5 to 20 %, and 0 to 20 % touches 20 to 45 %.
    #[test]
    fn n18_ends_that_touch_are_not_apart() {
        for (word, came, of) in [("unlikely", 0, 16), ("very unlikely", 5, 10)] {
            let row = Row { term: Likelihood::on(Yardstick::Icd203, word).expect("a term"), came, of, partly: 0 };
            let (low, high) = row.interval().percent();
            let is_apart = low > row.term.high() || high < row.term.low();
            assert_eq!(matches!(row.verdict(), Verdict::More | Verdict::Less), is_apart, "{word} {low}–{high}");
        }
    }

    /// 1.96² · 0.675 · 0.325 / 0.125² = 53.9, and 1.96² · 0.97 · 0.03 / 0.02² = 279.5.
    #[test]
    fn n18_how_many_cases_a_term_wants_follows_from_its_range() {
        let enough = |word| Row { term: Likelihood::on(Yardstick::Icd203, word).expect("a term"), came: 0, of: 0, partly: 0 }.enough();
        assert_eq!((enough("likely"), enough("almost certain")), (54, 280));
    }
}
