//! The rival readings, under the judgements that they read otherwise.

use super::build::{Page, side};
use super::doc::{Doc, Entry as ListRow};
use super::place::Side;
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::library::Entry;
use crate::text::count;

pub fn page(entry: &Entry) -> Doc {
    let briefing = &entry.resolved.briefing;
    let graph = &entry.resolved.graph;
    let mut page = Page::new(entry, "Alternatives", &count(briefing.alternatives.len(), "alternative"));
    let wrapped = |(item, row): (Item, ListRow)| (item, ListRow { one_row: false, ..row });
    for index in 0..briefing.judgements.len() {
        let judgement = Item { kind: ItemKind::Judgement, index };
        let readings: Vec<Item> = graph.origins(judgement, LinkKind::Reads).collect();
        if readings.is_empty() {
            continue;
        }
        let heading = format!("TO {}", page.id(judgement));
        let mut rows = vec![wrapped(page.row(judgement, "we judge"))];
        rows.extend(readings.into_iter().map(|reading| wrapped(page.row(reading, "or"))));
        page.items(&heading, rows);
    }
    let unattached = (0..briefing.alternatives.len()).map(|index| Item { kind: ItemKind::Alternative, index });
    let unattached = unattached.filter(|item| graph.targets(*item, LinkKind::Reads).next().is_none());
    let rows = unattached.map(|item| wrapped(page.row(item, ""))).collect();
    page.items("TO NO JUDGEMENT", rows);
    page.finish()
}

/// The readings of one judgement.
pub fn page_of(entry: &Entry, judgement: usize) -> Doc {
    side(entry, judgement, Side::Alternatives, "").finish()
}
