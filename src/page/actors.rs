//! The actors of a briefing and their ties.

use super::build::Page;
use super::doc::{Doc, Entry as ListRow};
use super::ties;
use super::words::{Role, Text};
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::library::Entry;
use crate::text::count;

pub fn page(entry: &Entry) -> Doc {
    let briefing = &entry.resolved.briefing;
    let mut page = Page::new(entry, "Actors", &count(briefing.actors.len(), "actor"));
    let rows = (0..briefing.actors.len()).map(|index| row(&page, index)).collect();
    page.items("ACTORS", rows);
    ties::matrix(&mut page);
    let ties = briefing.relationships.iter().enumerate().map(|(index, tie)| {
        let polarity = ties::polarity(tie);
        let (item, row) = page.row(Item { kind: ItemKind::Relationship, index }, "");
        let lead = Text::new(ties::role(polarity), &format!("{} {}", ties::sign(polarity), polarity.label()));
        (item, ListRow { lead, one_row: false, ..row })
    });
    let ties = ties.collect();
    page.items("TIES", ties);
    page.finish()
}

/// An actor with what names it, counted.
fn row(page: &Page<'_>, index: usize) -> (Item, ListRow) {
    let graph = &page.resolved().graph;
    let item = Item { kind: ItemKind::Actor, index };
    let ties = ties::ties_of(page, index).len();
    let events = graph.origins(item, LinkKind::Involves).count();
    let counts = [(ties, "tie"), (events, "event")].into_iter().filter(|(number, _)| *number > 0);
    let counts: Vec<String> = counts.map(|(number, noun)| count(number, noun)).collect();
    let (item, row) = page.row(item, page.resolved().briefing.actors[index].kind());
    (item, ListRow { tail: Text::new(Role::Quiet, &counts.join(", ")), ..row })
}
