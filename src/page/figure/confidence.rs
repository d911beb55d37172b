//! A confidence as one to three filled dots.

use super::{Draw, FigureRow, Placed, term};
use crate::briefing::scale::{Confidence, Vocabulary};
use crate::page::styled_text::{Role, Text};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfidenceDots {
    /// `None` where the briefing gives no level, or none that the scale has.
    pub confidence: Option<Confidence>,
    /// The word in the file.
    pub written: Option<String>,
}

impl ConfidenceDots {
    #[must_use]
    pub fn dots(&self) -> Text {
        let filled = self.confidence.map_or(0, Confidence::dots);
        Text::new(Role::Text, &format!("{}{}", "●".repeat(filled), "○".repeat(3 - filled)))
    }

    #[must_use]
    pub fn word(&self) -> Text {
        term(self.confidence.map(Vocabulary::word), self.written.as_deref())
    }
}

impl Draw for ConfidenceDots {
    fn words(&self) -> Vec<Text> {
        vec![self.word()]
    }

    fn rows(&self, _: &[Text], _: usize) -> Vec<FigureRow> {
        vec![vec![Placed::drawing(0, self.dots()), Placed::word(4, 0)]]
    }

    fn twin(&self) -> String {
        self.word().plain()
    }
}
