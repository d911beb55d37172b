//! What a rule function reports to.

use super::Subject;
use crate::briefing::model::Head;
use crate::briefing::{Finding, Level, Span};

/// Takes what one rule finds, so that no function need say whose it is.
pub struct Reporter<'a> {
    pub rule: &'static str,
    pub level: Level,
    pub subject: &'a Subject<'a>,
    pub findings: Vec<Finding>,
}

impl Reporter<'_> {
    /// Reports what is wrong with the item `id`, or with the briefing where that is empty. Whatever it is, there is something
    /// to do about it.
    pub fn at(&mut self, id: &str, span: Span, message: impl Into<String>, hint: impl Into<String>) -> &mut Finding {
        let last = self.findings.len();
        self.findings.push(Finding { level: self.level, ..Finding::new(self.rule, id, span, message) }.hint(hint));
        &mut self.findings[last]
    }

    /// The same of an item as a whole.
    pub fn on(&mut self, head: &Head, message: impl Into<String>, hint: impl Into<String>) {
        self.at(&head.id, head.id.span, message, hint);
    }

    /// Reports that the item has no `field`, unless it has something that was meant to be it.
    pub fn lacks(&mut self, head: &Head, field: &'static str, hint: impl Into<String>) {
        if self.subject.is_whole(head) && !self.subject.briefing().unread.field(&head.id, field) {
            self.on(head, format!("no `{field}`"), hint);
        }
    }

    /// The same of the briefing itself.
    pub fn briefing_lacks(&mut self, field: &'static str, hint: impl Into<String>) {
        let briefing = self.subject.briefing();
        if briefing.complete && !briefing.unread.field("", field) {
            let start = briefing.id_span.start;
            self.at("", Span { start, end: start }, format!("no `{field}`"), hint);
        }
    }
}
