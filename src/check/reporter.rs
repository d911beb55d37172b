use super::Subject;
use crate::briefing::model::Head;
use crate::briefing::{Finding, Level, Span};
use crate::text::single_spaced;

/// Takes what a rule finds. It knows the rule, so that a function does not name the row that it belongs to.
pub struct Reporter<'a> {
    pub rule: &'static str,
    pub level: Level,
    pub subject: &'a Subject<'a>,
    pub findings: Vec<Finding>,
}

impl Reporter<'_> {
    /// Reports a mistake of the item `id`; an empty `id` is the briefing's. No mistake goes without a hint at what to do.
    pub fn at(&mut self, id: &str, span: Span, message: impl Into<String>, hint: impl Into<String>) -> &mut Finding {
        let (last, message) = (self.findings.len(), message.into());
        // Words of a source may be broken over lines, and a message is one line.
        let message = if message.contains(['\n', '\r']) { single_spaced(&message) } else { message };
        self.findings.push(Finding { level: self.level, ..Finding::new(self.rule, id, span, message) }.hint(hint));
        &mut self.findings[last]
    }

    /// Reports a mistake of an item as a whole, at its id.
    pub fn on(&mut self, head: &Head, message: impl Into<String>, hint: impl Into<String>) {
        self.at(&head.id, head.id.span, message, hint);
    }

    /// Reports that the item has no `field`, unless a misspelt or unreadable field may be it.
    pub fn lacks(&mut self, head: &Head, field: &'static str, hint: impl Into<String>) {
        if self.is_without(head, field) {
            self.on(head, format!("no `{field}`"), hint);
        }
    }

    /// No misspelt or unreadable field of the item may be `field`.
    pub fn is_without(&self, head: &Head, field: &'static str) -> bool {
        self.subject.is_whole(head) && !self.subject.briefing().unread.field(&head.id, field)
    }

    /// As [`Self::lacks`], of the briefing itself.
    pub fn briefing_lacks(&mut self, field: &'static str, hint: impl Into<String>) {
        let briefing = self.subject.briefing();
        if briefing.complete && !briefing.unread.field("", field) {
            let start = briefing.id_span.start;
            self.at("", Span { start, end: start }, format!("no `{field}`"), hint);
        }
    }
}
