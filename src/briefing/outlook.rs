//! Scenarios as one exclusive set: one of them comes, so their ranges must be able to sum to the whole.

use super::model::Briefing;

/// What the ranges of an exclusive set must be able to sum to, in percent.
pub const WHOLE: u32 = 100;

/// The sum of the ranges of a set of scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The sum of the lower ends, in percent.
    pub low: u32,
    /// The sum of the upper ends, in percent.
    pub high: u32,
    /// Every scenario has a likelihood; if not, the upper end is open.
    pub complete: bool,
}

impl Sum {
    /// One of the scenarios can come, and only one.
    #[must_use]
    pub fn is_coherent(self) -> bool {
        self.low <= WHOLE && (self.high >= WHOLE || !self.complete)
    }
}

impl Briefing {
    /// The sum of the ranges of the scenarios. None where there are fewer than two or none has a likelihood, or where a
    /// likelihood is no word of the scale.
    #[must_use]
    pub fn sum_of_scenarios(&self) -> Option<Sum> {
        let rated: Vec<_> = self.scenarios.iter().filter_map(|scenario| scenario.likelihood.as_ref()).collect();
        let terms: Vec<_> = rated.iter().map(|word| word.value).collect::<Option<_>>()?;
        (self.scenarios.len() > 1 && !terms.is_empty()).then(|| Sum {
            low: terms.iter().map(|term| u32::from(term.low())).sum(),
            high: terms.iter().map(|term| u32::from(term.high())).sum(),
            complete: rated.len() == self.scenarios.len(),
        })
    }
}
