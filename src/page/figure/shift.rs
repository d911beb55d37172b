//! Then and now in one picture: a likelihood on one rule, a confidence as two rows of dots.

use super::{BAR, ConfidenceDots, Draw, FigureRow, LikelihoodBar, Placed};
use crate::briefing::scale::Likelihood;
use crate::page::words::{Role, Text};
use crate::text::width;
use std::ops::Range;

/// A likelihood then and now, on one rule from 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelihoodShift {
    /// What the edition before says.
    pub then: LikelihoodBar,
    /// What this one says.
    pub now: LikelihoodBar,
}

/// The cells of a term's range on the rule; none for what is no term.
fn cells(likelihood: Option<Likelihood>) -> Range<usize> {
    likelihood.map_or(0..0, |term| usize::from(term.low()) * BAR / 100..usize::from(term.high()).div_ceil(100 / BAR))
}

impl LikelihoodShift {
    /// The rule: the old range light, the new one full, and where both lie between the two.
    #[must_use]
    pub fn bar(&self) -> Text {
        let (then, now) = (cells(self.then.likelihood), cells(self.now.likelihood));
        let cell = |at: usize| match (then.contains(&at), now.contains(&at)) {
            (true, true) => (Role::Bar, "▓"),
            (false, true) => (Role::Bar, "█"),
            (true, false) => (Role::Quiet, "░"),
            (false, false) => (Role::Line, "─"),
        };
        let signs: Vec<_> = (0..BAR).map(cell).collect();
        signs.chunk_by(|one, other| one == other).fold(Text::default(), |text, run| text.and(run[0].0, &run[0].1.repeat(run.len())))
    }

    /// Then, and now.
    fn terms(&self) -> [Text; 2] {
        let term = |bar: &LikelihoodBar| {
            let [term, _] = bar.words();
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
        let beside = BAR + 2;
        if words.iter().all(|word| beside + width(&word.plain()) <= cells) {
            let row = |drawing: Text, word: usize| vec![Placed::drawing(0, drawing), Placed::word(beside, word)];
            return vec![row(self.bar(), 0), row(self.now.ticks(), 1)];
        }
        vec![vec![Placed::drawing(0, self.bar())], vec![Placed::word(0, 0)], vec![Placed::word(0, 1)]]
    }

    fn twin(&self) -> String {
        self.terms().map(|text| text.plain()).join(" ")
    }
}

/// A confidence then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfidenceShift {
    /// What the edition before says.
    pub then: ConfidenceDots,
    /// What this one says.
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
    use crate::briefing::scale::{Confidence, Yardstick};

    fn bar(yardstick: Yardstick, word: &str) -> LikelihoodBar {
        LikelihoodBar { likelihood: Likelihood::on(yardstick, word), written: Some(word.to_owned()), by: None }
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
