//! The actors of a briefing and their ties.

use super::build::Page;
use super::doc::{Body, Doc, Entry as ListRow};
use super::figure::Figure;
use super::figure::map::Map;
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
    if let Some(map) = map(&page) {
        page.push("map", true, None, Body::Figure { label: "", figure: Figure::Map(map), link: None });
    }
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

/// The states among the actors on a map, with their ties.
fn map(page: &Page<'_>) -> Option<Map> {
    let briefing = &page.resolved().briefing;
    let states = briefing.actors.iter().enumerate().filter(|(_, actor)| actor.kind() == "state");
    let states = states.map(|(index, actor)| {
        let item = Item { kind: ItemKind::Actor, index };
        (page.id(item).to_owned(), actor.name().to_owned(), page.place(item))
    });
    let mut map = Map::new(states)?;
    for (index, tie) in briefing.relationships.iter().enumerate() {
        let Some(kind) = tie.kind.as_ref().and_then(|word| word.value) else { continue };
        let place = page.place(Item { kind: ItemKind::Relationship, index });
        for from in &tie.from {
            for to in &tie.to {
                map.tie(from, to, kind.polarity(), &place);
            }
        }
    }
    Some(map)
}
