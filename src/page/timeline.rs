//! The events of a briefing, in its order: what happened, dated where a source dates it.

use super::build::{Page, date_words};
use super::doc::{Doc, Entry as ListRow};
use crate::briefing::{Item, ItemKind};
use crate::library::Entry;
use crate::text::count;

pub fn page(entry: &Entry) -> Doc {
    let briefing = &entry.resolved.briefing;
    let mut page = Page::new(entry, "Timeline", &count(briefing.events.len(), "event"));
    let rows = briefing.events.iter().enumerate().map(|(index, event)| {
        let date = event.date.as_ref().map_or_else(|| "undated".to_owned(), date_words);
        let (item, row) = page.row(Item { kind: ItemKind::Event, index }, &date);
        (item, ListRow { one_row: false, ..row })
    });
    let rows = rows.collect();
    page.items("EVENTS IN ORDER", rows);
    page.finish()
}
