//! A likelihood's range on the rule from 0 to 100.

use super::{BAR, Draw, FigureRow, Placed};
use crate::briefing::scale::Likelihood;
use crate::page::words::{Role, Text};

/// A likelihood's range on the rule from 0 to 100, with its term and horizon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelihoodBar {
    /// The term; absent where the briefing gives none, or none that its yardstick has.
    pub likelihood: Option<Likelihood>,
    /// What the briefing wrote, where that is no term.
    pub written: Option<String>,
    /// The horizon, as people read it.
    pub by: Option<String>,
}

impl LikelihoodBar {
    /// The rule with the range filled.
    #[must_use]
    pub fn bar(&self) -> Text {
        let Some(likelihood) = self.likelihood else { return Text::new(Role::Line, &"─".repeat(BAR)) };
        let cell = |percent: u8| usize::from(percent) * BAR / 100;
        let (low, high) = (cell(likelihood.low()), usize::from(likelihood.high()).div_ceil(100 / BAR));
        Text::new(Role::Line, &"─".repeat(low)).and(Role::Bar, &"█".repeat(high - low)).and(Role::Line, &"─".repeat(BAR - high))
    }

    /// The numbers under the rule.
    #[must_use]
    pub fn ticks(&self) -> Text {
        Text::new(Role::Quiet, "0        50      100")
    }

    /// The term; and the range with the horizon.
    #[must_use]
    pub fn words(&self) -> [Text; 2] {
        let term = match (self.likelihood, &self.written) {
            (Some(likelihood), _) => Text::new(Role::Text, likelihood.word()),
            (None, Some(written)) => Text::new(Role::Bad, &format!("{written}?")),
            (None, None) => Text::new(Role::Warn, "not stated"),
        };
        let range = self.likelihood.map(|likelihood| likelihood.range().to_owned());
        let by = self.by.as_ref().map(|by| format!("by {by}"));
        let range: Vec<String> = range.into_iter().chain(by).collect();
        [term, Text::new(Role::Quiet, &range.join(", "))]
    }
}

impl Draw for LikelihoodBar {
    fn words(&self) -> Vec<Text> {
        LikelihoodBar::words(self).to_vec()
    }

    fn rows(&self, words: &[Text], width: usize) -> Vec<FigureRow> {
        let beside = BAR + 2;
        if words.iter().all(|word| beside + crate::text::width(&word.plain()) <= width) {
            let row = |drawing: Text, word: usize| vec![Placed::drawing(0, drawing), Placed::word(beside, word)];
            return vec![row(self.bar(), 0), row(self.ticks(), 1)];
        }
        vec![vec![Placed::drawing(0, self.bar())], vec![Placed::word(0, 0)], vec![Placed::word(0, 1)]]
    }

    fn twin(&self) -> String {
        let words = LikelihoodBar::words(self).map(|text| text.plain());
        words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::scale::Yardstick;

    #[test]
    fn m7_a_likelihood_says_the_same_in_words() {
        let bar = LikelihoodBar { likelihood: Likelihood::on(Yardstick::Icd203, "likely"), written: None, by: Some("Dec 2027".to_owned()) };
        assert_eq!(bar.bar().plain(), "───────────█████────");
        assert_eq!(bar.twin(), "likely, 55–80 %, by Dec 2027");
        let even = LikelihoodBar { likelihood: Likelihood::on(Yardstick::Icd203, "roughly even chance"), written: None, by: None };
        assert_eq!(even.bar().plain(), "─────────██─────────");
        let none = LikelihoodBar { likelihood: None, written: None, by: None };
        assert_eq!(none.twin(), "not stated");
    }

    #[test]
    fn every_bar_is_as_wide_as_the_rule() {
        for term in Yardstick::Icd203.terms().chain(Yardstick::Phia.terms()) {
            let bar = LikelihoodBar { likelihood: Some(term), written: None, by: None };
            assert_eq!(bar.bar().plain().chars().count(), BAR, "{}", term.word());
        }
    }
}
