//! Scenarios as one exclusive set: one of them comes, so their ranges must be able to sum to the whole.

use super::model::Briefing;

pub const WHOLE: u32 = 100;

/// The sums of the lower and of the upper ends of the ranges, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    pub low: u32,
    pub high: u32,
    /// Every scenario has a likelihood. Otherwise one without may fill what is missing.
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
    /// `None` for fewer than two scenarios, without any likelihood, and with one that is no word of the yardstick.
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
