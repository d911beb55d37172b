//! The briefings of the library: what we hold, and what is fit to send.

use super::at::Found;
use super::check::state;
use super::doc::{Block, Body, Doc, ListRow};
use super::short::date_words;
use super::words::{Role, Text};
use super::world::World;
use crate::library::HeldBriefing;
use crate::text::count;
use crate::text::width;

pub fn page(world: &World) -> Doc {
    let entries = world.entries();
    let mut doc = Doc { title: "Library".to_owned(), note: count(entries.len(), "briefing"), ..Doc::default() };
    let id = |entry: &HeldBriefing| entry.resolved.briefing.date.as_ref().map_or_else(|| "undated".to_owned(), date_words);
    let marking =
        |entry: &HeldBriefing| entry.resolved.briefing.marking.as_ref().map_or_else(|| "unmarked".to_owned(), |word| word.text.clone());
    let widest = |text: &dyn Fn(&HeldBriefing) -> String| entries.iter().map(|entry| width(&text(entry))).max().unwrap_or(0);
    let (id_width, lead_width) = (widest(&id), widest(&marking));
    for entry in entries {
        let row = ListRow {
            id: Text::new(Role::Text, &id(entry)),
            id_width,
            lead: Text::new(Role::Quiet, &marking(entry)),
            lead_width,
            text: Text::new(Role::Strong, entry.resolved.briefing.title()),
            tail: state(entry),
            ..ListRow::default()
        };
        let link = Found::Cover.place(entry);
        doc.blocks.push(Block { key: entry.id.clone(), link: Some(link), gap: true, mark: None, body: Body::ListRow(row) });
        let about = if entry.is_broken() { entry.path.clone() } else { about(entry) };
        let row = ListRow { id_width, lead_width, text: Text::new(Role::Quiet, &about), ..ListRow::default() };
        doc.blocks.push(Block { key: format!("{} about", entry.id), link: None, gap: false, mark: None, body: Body::ListRow(row) });
    }
    doc.finish(None)
}

/// What a briefing holds.
fn about(entry: &HeldBriefing) -> String {
    let briefing = &entry.resolved.briefing;
    [count(briefing.judgements.len(), "judgement"), count(briefing.claims.len(), "claim"), count(briefing.sources.len(), "source")]
        .join(", ")
}
