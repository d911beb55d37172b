//! Then and now in one picture: a likelihood on one rule, a confidence as dots before and behind an arrow.

use super::likelihood::on_rule;
use super::{BAR, ConfidenceDots, Draw, FigureRow, LikelihoodBar, Placed};
use crate::page::styled_text::{Role, Text};
use crate::text::width;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelihoodShift {
    pub then: LikelihoodBar,
    pub now: LikelihoodBar,
}

impl LikelihoodShift {
    /// The old range is light, the new one full, and what both share lies between the two.
    #[must_use]
    pub fn bar(&self) -> Text {
        let (then, now) = (self.then.cells(), self.now.cells());
        let cell = |at: usize| match (then.contains(&at), now.contains(&at)) {
            (true, true) => (Role::Bar, "▓"),
            (false, true) => (Role::Bar, "█"),
            (true, false) => (Role::Quiet, "░"),
            (false, false) => (Role::Line, "─"),
        };
        let signs: Vec<_> = (0..BAR).map(cell).collect();
        signs.chunk_by(|one, other| one == other).fold(Text::default(), |text, run| text.and(run[0].0, &run[0].1.repeat(run.len())))
    }

    fn terms(&self) -> [Text; 2] {
        let term = |bar: &LikelihoodBar| {
            let [term, ..] = bar.words();
            match bar.likelihood {
                Some(likelihood) => term.and(Role::Quiet, &format!(" ({})", likelihood.range())),
                None => term,
            }
        };
        [term(&self.then), Text::new(Role::Quiet, "→ ").append(term(&self.now))]
    }
}

impl Draw for LikelihoodShift {
    fn words(&self) -> Vec<Text> {
        self.terms().to_vec()
    }

    fn rows(&self, words: &[Text], cells: usize) -> Vec<FigureRow> {
        on_rule(self.bar(), words, cells)
    }

    fn twin(&self) -> String {
        self.terms().map(|text| text.plain()).join(" ")
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfidenceShift {
    pub then: ConfidenceDots,
    pub now: ConfidenceDots,
}

impl Draw for ConfidenceShift {
    fn words(&self) -> Vec<Text> {
        vec![self.then.word().and(Role::Quiet, " → ").append(self.now.word())]
    }

    fn rows(&self, words: &[Text], cells: usize) -> Vec<FigureRow> {
        let dots = self.then.dots().and(Role::Quiet, " → ").append(self.now.dots());
        let beside = width(&dots.plain()) + 2;
        if beside + width(&words[0].plain()) <= cells {
            return vec![vec![Placed::drawing(0, dots), Placed::word(beside, 0)]];
        }
        vec![vec![Placed::drawing(0, dots)], vec![Placed::word(0, 0)]]
    }

    fn twin(&self) -> String {
        self.words().iter().map(Text::plain).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::scale::{Confidence, Likelihood, Yardstick};

    fn bar(yardstick: Yardstick, word: &str) -> LikelihoodBar {
        LikelihoodBar { likelihood: Likelihood::on(yardstick, word), written: Some(word.to_owned()), by: None, state: None }
    }

    #[test]
    fn n9_a_likelihood_then_and_now_stands_on_one_rule() {
        let shift = LikelihoodShift { then: bar(Yardstick::Icd203, "unlikely"), now: bar(Yardstick::Icd203, "likely") };
        assert_eq!(shift.bar().plain(), "────░░░░░──█████────");
        assert_eq!(shift.twin(), "unlikely (20–45 %) → likely (55–80 %)");
        let same_word = LikelihoodShift { then: bar(Yardstick::Phia, "likely"), now: bar(Yardstick::Icd203, "likely") };
        assert_eq!(same_word.bar().plain(), "───────────▓▓▓▓█────", "an overlap is neither old nor new");
        let unread = LikelihoodShift { then: bar(Yardstick::Icd203, "maybe"), now: bar(Yardstick::Icd203, "likely") };
        assert_eq!(unread.twin(), "maybe? → likely (55–80 %)");
    }

    #[test]
    fn n9_a_confidence_then_and_now_is_told_by_dots_and_words() {
        let dots = |confidence| ConfidenceDots { confidence, written: None };
        let shift = ConfidenceShift { then: dots(Some(Confidence::Low)), now: dots(None) };
        assert_eq!(shift.twin(), "low → not stated");
        let words = shift.words();
        assert_eq!(shift.rows(&words, 40).len(), 1);
        assert_eq!(shift.rows(&words, 10).len(), 2);
    }
}
