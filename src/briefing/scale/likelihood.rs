//! Likelihood: two yardsticks of seven terms, never mixed in one briefing.

use super::Vocabulary;

/// The list of likelihood words that a briefing holds to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yardstick {
    /// Intelligence Community Directive 203, *Analytic Standards* (2015).
    Icd203,
    /// *Explaining Uncertainty in UK Intelligence Assessment* (Professional Head of Intelligence Assessment, 2025).
    Phia,
}

impl Vocabulary for Yardstick {
    fn all() -> &'static [Self] {
        &[Self::Icd203, Self::Phia]
    }
    fn word(self) -> &'static str {
        match self {
            Self::Icd203 => "icd203",
            Self::Phia => "phia",
        }
    }
}

impl Yardstick {
    /// The name people know it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Icd203 => "ICD 203",
            Self::Phia => "PHIA",
        }
    }

    /// Its terms, least likely first.
    pub fn terms(self) -> impl Iterator<Item = Likelihood> {
        TERMS.iter().filter(move |term| term.yardstick == self).map(Likelihood)
    }
}

/// A row of the table below.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    yardstick: Yardstick,
    /// The term that views print.
    word: &'static str,
    /// Other words of the same row of the standard.
    synonyms: &'static [&'static str],
    /// The range in percent, ends included.
    low: u8,
    high: u8,
    /// How the standard writes the range.
    range: &'static str,
}

/// Ranges of ICD 203 (2015), paragraph D.6.e.(2)(a), and of PHIA's yardstick (24 March 2025), whose gaps are meant.
#[rustfmt::skip]
static TERMS: [Term; 14] = [
    Term { yardstick: Yardstick::Icd203, word: "almost no chance",     synonyms: &["remote"],                               low: 1,  high: 5,   range: "1–5 %" },
    Term { yardstick: Yardstick::Icd203, word: "very unlikely",        synonyms: &["highly improbable"],                    low: 5,  high: 20,  range: "5–20 %" },
    Term { yardstick: Yardstick::Icd203, word: "unlikely",             synonyms: &["improbable", "improbably"],             low: 20, high: 45,  range: "20–45 %" },
    Term { yardstick: Yardstick::Icd203, word: "roughly even chance",  synonyms: &["roughly even odds"],                    low: 45, high: 55,  range: "45–55 %" },
    Term { yardstick: Yardstick::Icd203, word: "likely",               synonyms: &["probable", "probably"],                 low: 55, high: 80,  range: "55–80 %" },
    Term { yardstick: Yardstick::Icd203, word: "very likely",          synonyms: &["highly probable"],                      low: 80, high: 95,  range: "80–95 %" },
    Term { yardstick: Yardstick::Icd203, word: "almost certain",       synonyms: &["almost certainly", "nearly certain"],   low: 95, high: 99,  range: "95–99 %" },
    Term { yardstick: Yardstick::Phia,   word: "remote chance",        synonyms: &[],                                       low: 0,  high: 5,   range: "0–5 %" },
    Term { yardstick: Yardstick::Phia,   word: "highly unlikely",      synonyms: &[],                                       low: 10, high: 20,  range: "10–20 %" },
    Term { yardstick: Yardstick::Phia,   word: "unlikely",             synonyms: &[],                                       low: 25, high: 35,  range: "25–35 %" },
    Term { yardstick: Yardstick::Phia,   word: "realistic possibility", synonyms: &[],                                      low: 40, high: 50,  range: "40–50 %" },
    Term { yardstick: Yardstick::Phia,   word: "likely",               synonyms: &["probable", "likely or probable"],       low: 55, high: 75,  range: "55–75 %" },
    Term { yardstick: Yardstick::Phia,   word: "highly likely",        synonyms: &[],                                       low: 80, high: 90,  range: "80–90 %" },
    Term { yardstick: Yardstick::Phia,   word: "almost certain",       synonyms: &[],                                       low: 95, high: 100, range: "95–100 %" },
];

/// A term of a yardstick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likelihood(&'static Term);

impl Likelihood {
    /// The term that `word` is on `yardstick`.
    #[must_use]
    pub fn on(yardstick: Yardstick, word: &str) -> Option<Self> {
        yardstick.terms().find(|term| term.0.word == word || term.0.synonyms.contains(&word))
    }

    /// The yardstick it belongs to.
    #[must_use]
    pub fn yardstick(self) -> Yardstick {
        self.0.yardstick
    }

    /// The term.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.0.word
    }

    /// Other words of the standard for the same range.
    #[must_use]
    pub fn synonyms(self) -> &'static [&'static str] {
        self.0.synonyms
    }

    /// The lowest percentage of its range, included.
    #[must_use]
    pub fn low(self) -> u8 {
        self.0.low
    }

    /// The highest percentage of its range, included.
    #[must_use]
    pub fn high(self) -> u8 {
        self.0.high
    }

    /// Its range as the screen shows it: `20–45 %`.
    #[must_use]
    pub fn range(self) -> &'static str {
        self.0.range
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m6_each_yardstick_has_seven_terms_in_rising_order() {
        for yardstick in Yardstick::all() {
            let terms: Vec<_> = yardstick.terms().collect();
            assert_eq!(terms.len(), 7);
            assert!(terms.windows(2).all(|pair| pair[0].high() <= pair[1].low()));
            for term in terms {
                assert_eq!(term.range(), format!("{}–{} %", term.low(), term.high()));
            }
        }
    }

    #[test]
    fn a_word_of_the_other_yardstick_is_no_word_of_this_one() {
        assert!(Likelihood::on(Yardstick::Icd203, "realistic possibility").is_none());
        assert_eq!(Likelihood::on(Yardstick::Icd203, "probably").map(Likelihood::word), Some("likely"));
        assert_eq!(Likelihood::on(Yardstick::Phia, "likely").map(Likelihood::high), Some(75));
    }
}
