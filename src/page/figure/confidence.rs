//! A confidence as dots.

use super::{Draw, FigureRow, Placed};
use crate::briefing::scale::{Confidence, Vocabulary};
use crate::page::words::{Role, Text};

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
