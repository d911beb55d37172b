//! A likelihood's range on the rule from 0 to 100.

use super::{BAR, Draw, FigureRow, Placed, term};
use crate::briefing::scale::{Came, Likelihood};
use crate::page::styled_text::{Role, Text};
use crate::text::width;
use std::ops::Range;

/// What is said of a judgement that should have come true by now.
pub const PASSED: &str = "horizon passed";

/// What is said of a judgement that is no longer open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Passed,
    Known(Came),
}

impl State {
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Passed => PASSED,
            Self::Known(came) => came.label(),
        }
    }

    #[must_use]
    pub fn role(self) -> Role {
        if self == Self::Passed { Role::Warn } else { Role::Strong }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelihoodBar {
    /// `None` where the briefing gives no term, or none that its yardstick has.
    pub likelihood: Option<Likelihood>,
    /// The word in the file.
    pub written: Option<String>,
    /// The horizon, as people read it.
    pub by: Option<String>,
    /// What became of it, or that its horizon is over; nothing while it is open.
    pub state: Option<State>,
}

impl LikelihoodBar {
    #[must_use]
    pub fn bar(&self) -> Text {
        let Range { start, end } = self.cells();
        Text::new(Role::Line, &"─".repeat(start)).and(Role::Bar, &"█".repeat(end - start)).and(Role::Line, &"─".repeat(BAR - end))
    }

    /// What leads where the judgement's sentence follows: "likely, 55–80 %, by Dec 2027".
    #[must_use]
    pub fn leading(&self) -> String {
        let unstated = if self.likelihood.is_none() && self.written.is_none() { "likelihood " } else { "" };
        format!("{unstated}{}", self.twin())
    }

    /// The cells of the rule that the range fills, none without a range. Cells that it touches count whole: a range of a
    /// few percent is still seen.
    pub(super) fn cells(&self) -> Range<usize> {
        self.likelihood.map_or(0..0, |term| usize::from(term.low()) * BAR / 100..usize::from(term.high()).div_ceil(100 / BAR))
    }

    /// The term; the range with the horizon; what became of it.
    #[must_use]
    pub fn words(&self) -> [Text; 3] {
        let term = term(self.likelihood.map(Likelihood::word), self.written.as_deref());
        let range = self.likelihood.map(|likelihood| likelihood.range().to_owned());
        let by = self.by.as_ref().map(|by| format!("by {by}"));
        let range: Vec<String> = range.into_iter().chain(by).collect();
        let state = self.state.map_or_else(Text::default, |state| Text::new(state.role(), state.words()));
        [term, Text::new(Role::Quiet, &range.join(", ")), state]
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

/// A bar with its words beside it, and the numbers of the rule under it; where there is no room, the words below.
pub(super) fn on_rule(bar: Text, words: &[Text], cells: usize) -> Vec<FigureRow> {
    let beside = words.iter().all(|word| BAR + 2 + width(&word.plain()) <= cells);
    let column = if beside { BAR + 2 } else { 0 };
    let words = (0..words.len()).filter(|at| *at < 2 || !words[*at].is_empty()).map(|at| Placed::word(column, at));
    let ticks = Text::new(Role::Quiet, "0        50      100");
    let drawn = [bar, ticks].into_iter().take(if beside { 2 } else { 1 }).map(|text| Placed::drawing(0, text));
    if !beside {
        return drawn.chain(words).map(|placed| vec![placed]).collect();
    }
    let mut rows: Vec<FigureRow> = words.map(|word| vec![word]).collect();
    for (row, drawn) in rows.iter_mut().zip(drawn) {
        row.insert(0, drawn);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::scale::Yardstick;

    #[test]
    fn m7_a_likelihood_says_the_same_in_words() {
        let bar = LikelihoodBar {
            likelihood: Likelihood::on(Yardstick::Icd203, "likely"),
            written: None,
            by: Some("Dec 2027".to_owned()),
            state: None,
        };
        assert_eq!(bar.bar().plain(), "───────────█████────");
        assert_eq!(bar.twin(), "likely, 55–80 %, by Dec 2027");
        let even =
            LikelihoodBar { likelihood: Likelihood::on(Yardstick::Icd203, "roughly even chance"), written: None, by: None, state: None };
        assert_eq!(even.bar().plain(), "─────────██─────────");
        let none = LikelihoodBar { likelihood: None, written: None, by: None, state: None };
        assert_eq!(none.twin(), "not stated");
    }

    #[test]
    fn every_bar_is_as_wide_as_the_rule() {
        for term in Yardstick::Icd203.terms().chain(Yardstick::Phia.terms()) {
            let bar = LikelihoodBar { likelihood: Some(term), written: None, by: None, state: None };
            assert_eq!(bar.bar().plain().chars().count(), BAR, "{}", term.word());
        }
    }
}
