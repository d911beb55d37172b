//! The briefings of the library: what we hold, and what is fit to send.

use super::check::state;
use crate::library::HeldBriefing;
use crate::page::about::marking::marking_of_briefing;
use crate::page::about::short::{horizons, when};
use crate::page::at::Found;
use crate::page::doc::{Block, Body, Doc, ListRow};
use crate::page::words::{Role, Text};
use crate::page::world::World;
use crate::text::count;

pub fn page(world: &World) -> Doc {
    let briefings = world.entries();
    let mut doc = Doc::new("Library", &count(briefings.len(), "briefing"));
    for held in briefings {
        let briefing = &held.resolved.briefing;
        let row = ListRow {
            id: Text::new(Role::Text, &when(briefing.date.as_ref())),
            lead: Text::new(Role::Quiet, &marking_of_briefing(held)),
            text: Text::new(Role::Strong, briefing.title()),
            tail: state(held),
            ..ListRow::default()
        };
        doc.push(Block::new(&*held.id, Body::ListRow(row)).leads_to(Found::Cover.place(held)).gap());
        let about = if held.is_broken() { held.path.clone() } else { about(held) };
        let row = ListRow { text: Text::new(Role::Quiet, &about), ..ListRow::default() };
        doc.push(Block::new(format!("{} about", held.id), Body::ListRow(row)));
    }
    doc.finish(None)
}

fn about(held: &HeldBriefing) -> String {
    let briefing = &held.resolved.briefing;
    let counts = [(briefing.judgements.len(), "judgement"), (briefing.claims.len(), "claim"), (briefing.sources.len(), "source")];
    horizons(held).into_iter().chain(counts.map(|(number, what)| count(number, what))).collect::<Vec<_>>().join(", ")
}
