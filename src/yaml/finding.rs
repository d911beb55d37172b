//! What is wrong with a briefing, and where.

use super::spanned::Span;

/// How bad a finding is: SARIF's levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It must be mended.
    Error,
    /// It should be mended.
    Warning,
    /// Somebody should know.
    Note,
}

impl Level {
    /// The sign in the margin beside an item with such a finding.
    #[must_use]
    pub fn sign(self) -> &'static str {
        ["!", "?", "·"][self as usize]
    }

    #[must_use]
    pub fn word(self) -> &'static str {
        ["error", "warning", "note"][self as usize]
    }
}

/// One finding: what `check` prints as `file:line:column`, and the Check page lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// A row of the table of rules: `quote/not-found`.
    pub rule: &'static str,
    pub level: Level,
    /// The id of the item it is about (`C4`, `ART`), or empty where it is about the file.
    pub id: String,
    /// What was expected and what was found, in one line.
    pub message: String,
    pub hint: Option<String>,
    /// The place to mend, in the briefing's file.
    pub span: Span,
    /// A second place that belongs to it, with what is there.
    pub label: Option<(Span, String)>,
}

impl Finding {
    /// A mistake in how a file is written, which is always an error. All other findings have the level of their rule.
    #[must_use]
    pub fn new(rule: &'static str, id: &str, span: Span, message: impl Into<String>) -> Self {
        Self { rule, level: Level::Error, id: id.to_owned(), message: message.into(), hint: None, span, label: None }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.label = Some((span, text.into()));
        self
    }
}
