//! Pictures made of cells, each with a plain-text twin.

pub mod map;
pub mod outlines;

use super::place::Place;
use super::words::{Role, Text};
use crate::briefing::scale::{Confidence, Likelihood, Vocabulary};
use map::Map;

/// A picture made of cells.
#[derive(Debug, Clone)]
pub enum Figure {
    /// A likelihood on the yardstick.
    Likelihood(LikelihoodBar),
    /// A confidence.
    Confidence(ConfidenceDots),
    /// How much of a source is accounted for.
    Coverage(CoverageBar),
    /// Where the states of a briefing lie.
    Map(Map),
}

/// A row of a figure: texts and the columns they begin at. A text that is one of [`Figure::words`] says which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow {
    /// Column (0-based cells), which of the figure's words it is, and the text.
    pub texts: Vec<(usize, Option<usize>, Text)>,
}

/// How wide a bar is, in cells.
pub const BAR: usize = 20;

impl Figure {
    /// The words of the figure, in reading order; the first of them leads to `link`.
    #[must_use]
    pub fn words(&self, link: Option<&Place>) -> Vec<Text> {
        let mut words = match self {
            Self::Likelihood(bar) => bar.words().to_vec(),
            Self::Confidence(dots) => vec![dots.word()],
            Self::Coverage(bar) => vec![Text::new(Role::Text, &bar.twin())],
            Self::Map(_) => Vec::new(),
        };
        if let (Some(link), Some(run)) = (link, words.first_mut().and_then(|text| text.runs.first_mut())) {
            run.link = Some(link.clone());
        }
        words
    }

    /// The figure as rows of at most `width` cells.
    #[must_use]
    pub fn rows(&self, width: usize, link: Option<&Place>) -> Vec<FigureRow> {
        let mut words = self.words(link).into_iter();
        let mut word = || words.next().unwrap_or_default();
        let rows = match self {
            Self::Likelihood(bar) if bar.words().iter().all(|word| BAR + 2 + crate::text::width(&word.plain()) <= width) => {
                vec![vec![(0, None, bar.bar()), (BAR + 2, Some(0), word())], vec![(0, None, bar.ticks()), (BAR + 2, Some(1), word())]]
            }
            Self::Likelihood(bar) => vec![vec![(0, None, bar.bar())], vec![(0, Some(0), word())], vec![(0, Some(1), word())]],
            Self::Confidence(dots) => vec![vec![(0, None, dots.dots()), (4, Some(0), word())]],
            Self::Coverage(bar) if width >= BAR + 2 + crate::text::width(&bar.twin()) => {
                vec![vec![(0, None, bar.bar()), (BAR + 2, Some(0), word())]]
            }
            Self::Coverage(bar) => vec![vec![(0, None, bar.bar())], vec![(0, Some(0), word())]],
            // A map's rows depend on the density too: they are made where pages become rows.
            Self::Map(_) => Vec::new(),
        };
        rows.into_iter().map(|texts| FigureRow { texts }).collect()
    }

    /// The figure in words: its plain-text twin.
    #[must_use]
    pub fn twin(&self) -> String {
        match self {
            Self::Likelihood(bar) => bar.twin(),
            Self::Confidence(dots) => dots.word().plain(),
            Self::Coverage(bar) => bar.twin(),
            Self::Map(map) => map.twin(),
        }
    }
}

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

    /// "likely, 55–80 %, by Dec 2027".
    #[must_use]
    pub fn twin(&self) -> String {
        let words = self.words().map(|text| text.plain());
        words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }
}

/// A confidence as one to three filled dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfidenceDots {
    /// The level; absent where the briefing gives none, or none that the scale has.
    pub confidence: Option<Confidence>,
    /// What the briefing wrote, where that is no level.
    pub written: Option<String>,
}

impl ConfidenceDots {
    /// The dots.
    #[must_use]
    pub fn dots(&self) -> Text {
        let filled = self.confidence.map_or(0, Confidence::dots);
        Text::new(Role::Text, &format!("{}{}", "●".repeat(filled), "○".repeat(3 - filled)))
    }

    /// The level's word.
    #[must_use]
    pub fn word(&self) -> Text {
        match (self.confidence, &self.written) {
            (Some(confidence), _) => Text::new(Role::Text, confidence.word()),
            (None, Some(written)) => Text::new(Role::Bad, &format!("{written}?")),
            (None, None) => Text::new(Role::Warn, "not stated"),
        }
    }
}

/// How many sentences of a source are claimed, set aside and open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageBar {
    /// Sentences that claims quote from.
    pub claimed: usize,
    /// Sentences left out on purpose.
    pub set_aside: usize,
    /// All sentences.
    pub sentences: usize,
}

impl CoverageBar {
    /// A bar: claimed filled, set aside half filled, open empty.
    #[must_use]
    pub fn bar(&self) -> Text {
        let cells = |count: usize| (count * BAR).checked_div(self.sentences).unwrap_or(0);
        let claimed = cells(self.claimed);
        let accounted = cells(self.claimed + self.set_aside);
        Text::new(Role::Bar, &"█".repeat(claimed))
            .and(Role::Quiet, &"▒".repeat(accounted - claimed))
            .and(Role::Line, &"─".repeat(BAR - accounted))
    }

    /// "26 claimed, 3 set aside, 0 open of 29 sentences".
    #[must_use]
    pub fn twin(&self) -> String {
        let open = self.sentences - self.claimed - self.set_aside;
        format!("{} claimed, {} set aside, {open} open of {} sentences", self.claimed, self.set_aside, self.sentences)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::scale::Yardstick;

    #[test]
    fn m7_a_figure_says_the_same_in_words() {
        let bar = LikelihoodBar { likelihood: Likelihood::on(Yardstick::Icd203, "likely"), written: None, by: Some("Dec 2027".to_owned()) };
        assert_eq!(bar.bar().plain(), "───────────█████────");
        assert_eq!(bar.twin(), "likely, 55–80 %, by Dec 2027");
        let even = LikelihoodBar { likelihood: Likelihood::on(Yardstick::Icd203, "roughly even chance"), written: None, by: None };
        assert_eq!(even.bar().plain(), "─────────██─────────");
        let none = LikelihoodBar { likelihood: None, written: None, by: None };
        assert_eq!(none.twin(), "not stated");
    }

    #[test]
    fn every_bar_is_twenty_cells_wide() {
        for term in Yardstick::Icd203.terms().chain(Yardstick::Phia.terms()) {
            let bar = LikelihoodBar { likelihood: Some(term), written: None, by: None };
            assert_eq!(bar.bar().plain().chars().count(), BAR, "{}", term.word());
        }
        for (claimed, set_aside, sentences) in [(0, 0, 0), (26, 3, 29), (1, 1, 3), (0, 0, 7)] {
            let bar = CoverageBar { claimed, set_aside, sentences };
            assert_eq!(bar.bar().plain().chars().count(), BAR);
        }
    }
}
