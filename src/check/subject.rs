use super::reading::Reading;
use crate::briefing::model::{Briefing, Head, Text};
use crate::briefing::{Date, Finding, Item, ItemKind, Resolved, Span};
use std::cell::OnceCell;
use std::ops::Range;

/// What rules look at.
#[derive(Debug)]
pub struct Subject<'a> {
    pub resolved: &'a Resolved,
    /// The text of the briefing's file.
    pub file: &'a str,
    /// The edition before, or why it could not be read; `None` where the briefing names none.
    pub previous: Option<&'a Result<Briefing, String>>,
    /// Those before that one, the nearest first, where a rule asks for them.
    pub earlier: &'a [Briefing],
    /// `None` where nobody has said.
    pub today: Option<&'a Date>,
    readings: OnceCell<Vec<Option<Reading>>>,
}

impl<'a> Subject<'a> {
    #[must_use]
    pub fn new(resolved: &'a Resolved, file: &'a str, previous: Option<&'a Result<Briefing, String>>, today: Option<&'a Date>) -> Self {
        Self { resolved, file, previous, earlier: &[], today, readings: OnceCell::new() }
    }

    #[must_use]
    pub fn after(self, earlier: &'a [Briefing]) -> Self {
        Self { earlier, ..self }
    }

    /// For each claim.
    pub(super) fn readings(&self) -> &[Option<Reading>] {
        self.readings.get_or_init(|| Reading::all(self.resolved))
    }

    pub(super) fn briefing(&self) -> &'a Briefing {
        &self.resolved.briefing
    }

    pub(super) fn items(&self, kind: ItemKind) -> impl Iterator<Item = Item> + use<> {
        (0..self.briefing().count(kind)).map(move |index| Item { kind, index })
    }

    /// `None` where the text of a source could not be read: what the others do not say may stand in it.
    pub(super) fn all_texts(&self) -> Option<Vec<&'a str>> {
        self.resolved.texts.iter().map(|text| text.as_ref().ok().map(|text| text.text())).collect()
    }

    /// All items of these kinds were read. Only then can a rule tell that none of them says something.
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

    /// The finding is about an item whose id another item before it has.
    pub(super) fn is_shadowed(&self, finding: &Finding) -> bool {
        let briefing = self.briefing();
        let first = self.resolved.graph.find(&finding.id).map(|item| briefing.head(item).id.span);
        first.is_some_and(|first| first != finding.span) && briefing.items().any(|item| briefing.head(item).id.span == finding.span)
    }

    /// All of the item was read: no part of it stands behind broken syntax.
    pub(super) fn is_whole(&self, head: &Head) -> bool {
        let briefing = self.briefing();
        // Reading breaks off inside the last item or behind it.
        briefing.complete || briefing.items().any(|item| briefing.head(item).id.span > head.id.span)
    }

    /// The place in the file of a range of the text of a field.
    pub(super) fn place(&self, text: &Text, range: &Range<usize>) -> Span {
        text.span.of(text, range, self.file)
    }
}
