//! A likelihood's range on the rule from 0 to 100.

use super::{BAR, Draw, FigureRow, Placed, term};
use crate::briefing::scale::Likelihood;
use crate::page::words::{Role, Text};
use crate::text::width;
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelihoodBar {
    /// `None` where the briefing gives no term, or none that its yardstick has.
    pub likelihood: Option<Likelihood>,
    /// The word in the file.
    pub written: Option<String>,
    /// The horizon, as people read it.
    pub by: Option<String>,
}

impl LikelihoodBar {
    #[must_use]
    pub fn bar(&self) -> Text {
        let Range { start, end } = self.cells();
        Text::new(Role::Line, &"─".repeat(start)).and(Role::Bar, &"█".repeat(end - start)).and(Role::Line, &"─".repeat(BAR - end))
    }

    /// The cells of the rule that the range fills, none without a range. Cells that it touches count whole: a range of a
    /// few percent is still seen.
    pub(super) fn cells(&self) -> Range<usize> {
        self.likelihood.map_or(0..0, |term| usize::from(term.low()) * BAR / 100..usize::from(term.high()).div_ceil(100 / BAR))
    }

    /// The term; the range with the horizon.
    #[must_use]
    pub fn words(&self) -> [Text; 2] {
        let term = term(self.likelihood.map(Likelihood::word), self.written.as_deref());
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

    fn rows(&self, words: &[Text], cells: usize) -> Vec<FigureRow> {
        on_rule(self.bar(), words, cells)
    }

    fn twin(&self) -> String {
        let words = LikelihoodBar::words(self).map(|text| text.plain());
        words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }
}

/// A bar with two words beside it, and the numbers of the rule under it; where there is no room, the words below.
pub(super) fn on_rule(bar: Text, words: &[Text], cells: usize) -> Vec<FigureRow> {
    let beside = BAR + 2;
    if words.iter().all(|word| beside + width(&word.plain()) <= cells) {
        let ticks = Text::new(Role::Quiet, "0        50      100");
        return vec![vec![Placed::drawing(0, bar), Placed::word(beside, 0)], vec![Placed::drawing(0, ticks), Placed::word(beside, 1)]];
    }
    vec![vec![Placed::drawing(0, bar)], vec![Placed::word(0, 0)], vec![Placed::word(0, 1)]]
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
