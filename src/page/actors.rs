//! The actors of a briefing and their ties.

use super::build::Page;
use super::doc::{Doc, Entry as ListRow};
use super::words::{Role, Text};
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::library::Entry;
use crate::text::count;

pub fn page(entry: &Entry) -> Doc {
    let briefing = &entry.resolved.briefing;
    let graph = &entry.resolved.graph;
    let mut page = Page::new(entry, "Actors", &count(briefing.actors.len(), "actor"));
    let rows = briefing.actors.iter().enumerate().map(|(index, actor)| {
        let item = Item { kind: ItemKind::Actor, index };
        let ties = graph.to(item).iter().filter(|link| matches!(link.kind, LinkKind::TieFrom | LinkKind::TieTo)).count();
        let events = graph.origins(item, LinkKind::Involves).count();
        let counts = [(ties, "tie"), (events, "event")].into_iter().filter(|(number, _)| *number > 0);
        let counts: Vec<String> = counts.map(|(number, noun)| count(number, noun)).collect();
        let tail = Text::new(Role::Quiet, &counts.join(", "));
        let (item, row) = page.row(item, actor.kind());
        (item, ListRow { tail, ..row })
    });
    let rows = rows.collect();
    page.items("ACTORS", rows);
    let ties = (0..briefing.relationships.len()).map(|index| {
        let polarity = briefing.relationships[index].kind.as_ref().and_then(|word| word.value).map_or("", |kind| kind.polarity().label());
        let (item, row) = page.row(Item { kind: ItemKind::Relationship, index }, polarity);
        (item, ListRow { one_row: false, ..row })
    });
    let ties = ties.collect();
    page.items("TIES", ties);
    page.finish()
}
