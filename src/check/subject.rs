//! What rules look at, and what they may say of what is missing.

use crate::briefing::model::{Briefing, Head, Text};
use crate::briefing::{Finding, ItemKind, Resolved, Span};
use std::ops::Range;

/// What rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The briefing, with its sources' texts.
    pub resolved: &'a Resolved,
    /// The text of the briefing's file.
    pub file: &'a str,
    /// The edition before, or why it could not be read; none where the briefing names none.
    pub previous: Option<&'a Result<Briefing, String>>,
}

impl<'a> Subject<'a> {
    pub(super) fn briefing(&self) -> &'a Briefing {
        &self.resolved.briefing
    }

    /// All items of these kinds were read, so that what none of them says is said nowhere.
    pub(super) fn has_all(&self, kinds: &[ItemKind]) -> bool {
        let briefing = self.briefing();
        let unread = &briefing.unread;
        let is_of = |id: &String| match self.resolved.graph.find(id) {
            Some(item) => kinds.contains(&item.kind),
            None => kinds.iter().any(|kind| kind.letter().is_none_or(|letter| id.starts_with([letter, letter.to_ascii_lowercase()]))),
        };
        kinds.is_empty()
            || briefing.complete
                && !kinds.iter().any(|kind| unread.kinds.contains(kind))
                && !unread.ids.iter().any(is_of)
                && !unread.fields.iter().any(|(id, _)| is_of(id))
    }

    /// The finding is about an item whose id belongs to another one before it.
    pub(super) fn is_shadowed(&self, finding: &Finding) -> bool {
        let briefing = self.briefing();
        let first = self.resolved.graph.find(&finding.id).map(|item| briefing.head(item).id.span);
        first.is_some_and(|first| first != finding.span) && briefing.items().any(|item| briefing.head(item).id.span == finding.span)
    }

    /// Nothing of the item stands behind a mistake in the syntax.
    fn is_whole(&self, head: &Head) -> bool {
        let briefing = self.briefing();
        // Reading breaks off inside the last item or behind it.
        briefing.complete || briefing.items().any(|item| briefing.head(item).id.span > head.id.span)
    }

    /// A finding that the item has no `field`, unless it has, or has something that was meant to be it.
    pub(super) fn lacks(&self, rule: &'static str, head: &Head, field: &'static str, has: bool) -> Option<Finding> {
        let unknown = has || !self.is_whole(head) || self.briefing().unread.field(&head.id, field);
        (!unknown).then(|| Finding::new(rule, &head.id, head.id.span, format!("no `{field}`")))
    }

    /// A finding for each item without `field`; `items` are their heads, and whether they have it.
    pub(super) fn lacking<'h>(
        &self,
        rule: &'static str,
        field: &'static str,
        items: impl Iterator<Item = (&'h Head, bool)>,
        hint: &str,
    ) -> Vec<Finding> {
        items.filter_map(|(head, has)| Some(self.lacks(rule, head, field, has)?.hint(hint))).collect()
    }

    /// The same for the briefing itself.
    pub(super) fn briefing_lacks(&self, rule: &'static str, field: &'static str, has: bool) -> Option<Finding> {
        let briefing = self.briefing();
        let unknown = has || !briefing.complete || briefing.unread.field("", field);
        let at = Span { start: briefing.id_span.start, end: briefing.id_span.start };
        (!unknown).then(|| Finding::new(rule, "", at, format!("no `{field}`")))
    }

    /// The place in the file of a range of the text of a field.
    pub(super) fn place(&self, text: &Text, range: &Range<usize>) -> Span {
        let words = &text.value[range.clone()];
        let nth = text.value[..range.start].matches(words).count();
        text.span.of(words, nth, self.file)
    }
}
