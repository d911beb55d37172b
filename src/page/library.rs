//! The briefings of the library: what we hold, and what is fit to send.

use super::at::Found;
use super::check::state;
use super::doc::{Block, Body, Doc, ListRow};
use super::short::date_words;
use super::words::{Role, Text};
use super::world::World;
use crate::library::HeldBriefing;
use crate::text::count;

pub fn page(world: &World) -> Doc {
    let entries = world.entries();
    let mut doc = Doc::new("Library", &count(entries.len(), "briefing"));
    for entry in entries {
        let briefing = &entry.resolved.briefing;
        let date = briefing.date.as_ref().map_or_else(|| "undated".to_owned(), date_words);
        let row = ListRow {
            id: Text::new(Role::Text, &date),
            lead: Text::new(Role::Quiet, briefing.marking.as_ref().map_or("unmarked", |word| &word.text)),
            text: Text::new(Role::Strong, briefing.title()),
            tail: state(entry),
            ..ListRow::default()
        };
        doc.push(Block::new(&*entry.id, Body::ListRow(row)).leads_to(Found::Cover.place(entry)).gap());
        let about = if entry.is_broken() { entry.path.clone() } else { about(entry) };
        let row = ListRow { text: Text::new(Role::Quiet, &about), ..ListRow::default() };
        doc.push(Block::new(format!("{} about", entry.id), Body::ListRow(row)));
    }
    doc.finish(None)
}

/// What a briefing holds.
fn about(entry: &HeldBriefing) -> String {
    let briefing = &entry.resolved.briefing;
    [count(briefing.judgements.len(), "judgement"), count(briefing.claims.len(), "claim"), count(briefing.sources.len(), "source")]
        .join(", ")
}
