//! The actors of a briefing and their ties.

use super::ties;
use crate::briefing::model::ActorKind;
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::library::HeldBriefing;
use crate::page::builder::{ItemRow, Page, whole};
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::map::tie_role;
use crate::page::figure::{Figure, Map};
use crate::page::styled_text::{Role, Text};
use crate::text::count;

pub fn page(held: &HeldBriefing) -> Doc {
    let briefing = &held.resolved.briefing;
    let mut page = Page::new(held, "Actors", &count(briefing.actors.len(), "actor"));
    if let Some(map) = map(&page) {
        page.figure("map", true, Figure::Map(map));
    }
    page.items("Actors", (0..briefing.actors.len()).map(|index| row(&page, index)).collect());
    ties::matrix(&mut page);
    let ties = briefing.relationships.iter().enumerate().map(|(index, tie)| {
        let polarity = ties::polarity(tie);
        let (item, row) = whole(page.row(Item { kind: ItemKind::Relationship, index }, ""));
        let lead = Text::new(tie_role(polarity), &format!("{} {}", ties::sign(&page, item), polarity.label()));
        (item, ListRow { lead, ..row })
    });
    page.items("Ties", ties.collect());
    page.finish()
}

/// An actor with what names it, counted.
fn row(page: &Page<'_>, index: usize) -> ItemRow {
    let graph = &page.resolved().graph;
    let item = Item { kind: ItemKind::Actor, index };
    let ties = ties::ties_of(page, index).len();
    let events = graph.origins(item, LinkKind::Involves).count();
    let counts = [(ties, "tie"), (events, "event")].into_iter().filter(|(number, _)| *number > 0);
    let counts = counts.map(|(number, noun)| count(number, noun));
    let about: Vec<String> = std::iter::once(page.resolved().briefing.actors[index].kind().name().to_owned()).chain(counts).collect();
    let (item, row) = whole(page.row(item, ""));
    (item, ListRow { tail: Text::new(Role::Quiet, &about.join(", ")), ..row })
}

fn map(page: &Page<'_>) -> Option<Map> {
    let briefing = &page.resolved().briefing;
    let states = briefing.actors.iter().enumerate().filter(|(_, actor)| actor.kind() == ActorKind::State);
    let states = states.map(|(index, actor)| {
        let item = Item { kind: ItemKind::Actor, index };
        (page.id(item).to_owned(), actor.name().to_owned(), page.place(item))
    });
    let mut map = Map::new(states)?;
    for (index, tie) in briefing.relationships.iter().enumerate() {
        let item = Item { kind: ItemKind::Relationship, index };
        let (place, mode) = (page.place(item), page.resolved().mode(item));
        let written = tie.kind.as_ref();
        let words = written.map_or_else(String::new, |word| word.value.map_or_else(|| word.text.clone(), |kind| kind.said(1, mode)));
        for from in &tie.from {
            for to in &tie.to {
                map.tie(from, to, (ties::polarity(tie), mode), &words, &place);
            }
        }
    }
    Some(map)
}
