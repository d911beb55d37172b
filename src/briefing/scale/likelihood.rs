//! Two yardsticks of seven terms. A briefing holds to one of them: on the other the same word stands for another range.

use super::Vocabulary;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// As people know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Icd203 => "ICD 203",
            Self::Phia => "PHIA",
        }
    }

    /// The least likely first.
    pub fn terms(self) -> impl Iterator<Item = Likelihood> {
        TERMS.iter().filter(move |term| term.yardstick == self).map(Likelihood)
    }
}

/// Which way a likelihood points: whether the event that it is of is held to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Way {
    Below,
    #[default]
    Even,
    Above,
}

impl Way {
    /// Its name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["below", "even", "above"][self as usize]
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Term {
    yardstick: Yardstick,
    /// What pages print.
    word: &'static str,
    /// Behind "we judge", before a colon and the event.
    held: &'static str,
    synonyms: &'static [&'static str],
    /// In percent, both ends included.
    low: u8,
    high: u8,
    /// As pages print it.
    range: &'static str,
}

/// After ICD 203 (2015), paragraph D.6.e.(2)(a), and PHIA's yardstick (24 March 2025). PHIA leaves gaps between its ranges
/// on purpose.
#[rustfmt::skip]
static TERMS: [Term; 14] = [
    Term { yardstick: Yardstick::Icd203, word: "almost no chance",      held: "that there is almost no chance",       synonyms: &["remote"],                               low: 1,  high: 5,   range: "1–5 %" },
    Term { yardstick: Yardstick::Icd203, word: "very unlikely",         held: "it very unlikely",                     synonyms: &["highly improbable"],                    low: 5,  high: 20,  range: "5–20 %" },
    Term { yardstick: Yardstick::Icd203, word: "unlikely",              held: "it unlikely",                          synonyms: &["improbable", "improbably"],             low: 20, high: 45,  range: "20–45 %" },
    Term { yardstick: Yardstick::Icd203, word: "roughly even chance",   held: "that there is a roughly even chance",  synonyms: &["roughly even odds"],                    low: 45, high: 55,  range: "45–55 %" },
    Term { yardstick: Yardstick::Icd203, word: "likely",                held: "it likely",                            synonyms: &["probable", "probably"],                 low: 55, high: 80,  range: "55–80 %" },
    Term { yardstick: Yardstick::Icd203, word: "very likely",           held: "it very likely",                       synonyms: &["highly probable"],                      low: 80, high: 95,  range: "80–95 %" },
    Term { yardstick: Yardstick::Icd203, word: "almost certain",        held: "it almost certain",                    synonyms: &["almost certainly", "nearly certain"],   low: 95, high: 99,  range: "95–99 %" },
    Term { yardstick: Yardstick::Phia,   word: "remote chance",         held: "that there is a remote chance",        synonyms: &[],                                       low: 0,  high: 5,   range: "0–5 %" },
    Term { yardstick: Yardstick::Phia,   word: "highly unlikely",       held: "it highly unlikely",                   synonyms: &[],                                       low: 10, high: 20,  range: "10–20 %" },
    Term { yardstick: Yardstick::Phia,   word: "unlikely",              held: "it unlikely",                          synonyms: &[],                                       low: 25, high: 35,  range: "25–35 %" },
    Term { yardstick: Yardstick::Phia,   word: "realistic possibility", held: "it a realistic possibility",          synonyms: &[],                                       low: 40, high: 50,  range: "40–50 %" },
    Term { yardstick: Yardstick::Phia,   word: "likely",                held: "it likely",                            synonyms: &["probable", "probably", "likely or probable"], low: 55, high: 75,  range: "55–75 %" },
    Term { yardstick: Yardstick::Phia,   word: "highly likely",         held: "it highly likely",                     synonyms: &[],                                       low: 80, high: 90,  range: "80–90 %" },
    Term { yardstick: Yardstick::Phia,   word: "almost certain",        held: "it almost certain",                    synonyms: &["almost certainly"],                     low: 95, high: 100, range: "95–100 %" },
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likelihood(&'static Term);

impl Likelihood {
    #[must_use]
    pub fn on(yardstick: Yardstick, word: &str) -> Option<Self> {
        yardstick.terms().find(|term| term.0.word == word || term.0.synonyms.contains(&word))
    }

    #[must_use]
    pub fn yardstick(self) -> Yardstick {
        self.0.yardstick
    }

    #[must_use]
    pub fn word(self) -> &'static str {
        self.0.word
    }

    #[must_use]
    pub fn synonyms(self) -> &'static [&'static str] {
        self.0.synonyms
    }

    /// In percent, included.
    #[must_use]
    pub fn low(self) -> u8 {
        self.0.low
    }

    /// In percent, included.
    #[must_use]
    pub fn high(self) -> u8 {
        self.0.high
    }

    /// How likely it is that the event does not come.
    #[must_use]
    pub fn complement(self) -> Self {
        let terms: Vec<Self> = self.yardstick().terms().collect();
        let at = terms.iter().position(|term| *term == self).unwrap_or(0);
        terms[terms.len() - 1 - at]
    }

    /// A range that holds one half points neither way.
    #[must_use]
    pub fn way(self) -> Way {
        match (self.low(), self.high()) {
            (_, ..50) => Way::Below,
            (51.., _) => Way::Above,
            _ => Way::Even,
        }
    }

    /// "it unlikely", to stand behind "we judge".
    #[must_use]
    pub fn held(self) -> &'static str {
        self.0.held
    }

    /// As pages print it: `20–45 %`.
    #[must_use]
    pub fn range(self) -> &'static str {
        self.0.range
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m6_what_is_unlikely_is_likely_not_to_come() {
        let on = |yardstick, word| Likelihood::on(yardstick, word).expect("a term");
        for (yardstick, one, other) in [
            (Yardstick::Icd203, "unlikely", "likely"),
            (Yardstick::Icd203, "almost no chance", "almost certain"),
            (Yardstick::Icd203, "roughly even chance", "roughly even chance"),
            (Yardstick::Phia, "highly unlikely", "highly likely"),
        ] {
            assert_eq!(on(yardstick, one).complement(), on(yardstick, other));
            assert_eq!(on(yardstick, other).complement(), on(yardstick, one));
        }
    }

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
    fn m6_a_likelihood_points_below_even_above_or_neither_way() {
        let way = |yardstick, word| Likelihood::on(yardstick, word).map(Likelihood::way);
        for (yardstick, even) in [(Yardstick::Icd203, "roughly even chance"), (Yardstick::Phia, "realistic possibility")] {
            let ways: Vec<Way> = yardstick.terms().map(Likelihood::way).collect();
            assert_eq!(ways, [Way::Below, Way::Below, Way::Below, Way::Even, Way::Above, Way::Above, Way::Above]);
            assert_eq!(way(yardstick, even), Some(Way::Even));
        }
    }

    #[test]
    fn a_word_of_the_other_yardstick_is_no_word_of_this_one() {
        assert!(Likelihood::on(Yardstick::Icd203, "realistic possibility").is_none());
        assert_eq!(Likelihood::on(Yardstick::Icd203, "probably").map(Likelihood::word), Some("likely"));
        assert_eq!(Likelihood::on(Yardstick::Phia, "likely").map(Likelihood::high), Some(75));
    }
}
