//! The briefings of the library: what we hold, and what is fit to send.

use super::check::state;
use crate::briefing::date::Day;
use crate::briefing::scale::{Change, Vocabulary};
use crate::library::HeldBriefing;
use crate::page::about::marking::marking_of_briefing;
use crate::page::about::short::{horizons, when};
use crate::page::at::Found;
use crate::page::doc::{Block, Body, Doc, ListRow};
use crate::page::figure::PASSED;
use crate::page::words::{Role, Text};
use crate::page::world::World;
use crate::text::{capitalised, count};
use std::cmp::Reverse;

pub fn page(world: &World) -> Doc {
    let mut briefings: Vec<&HeldBriefing> = world.entries().iter().map(|held| &**held).collect();
    // The newest first; of one day in the order of their ids, and what has no date last.
    briefings.sort_by_key(|held| Reverse(day(held)));
    let mut doc = Doc::new("Library", &count(briefings.len(), "briefing"));
    for held in briefings {
        let briefing = &held.resolved.briefing;
        let row = ListRow {
            id: Text::new(Role::Text, &when(briefing.date.as_ref())),
            lead: Text::new(Role::Quiet, &marking_of_briefing(held)),
            text: passed(held).and(Role::Strong, briefing.title()).and(Role::Quiet, &format!("  {}", gist(held))),
            tail: state(held),
            one_row: true,
            ..ListRow::default()
        };
        doc.push(Block::new(&*held.id, Body::ListRow(row)).leads_to(Found::Cover.place(held)));
    }
    doc.finish(None)
}

fn day(held: &HeldBriefing) -> Option<Day> {
    Some(held.resolved.briefing.date.as_ref()?.value.as_ref()?.latest())
}

/// That horizons have passed leads: a long title may leave no room behind it.
fn passed(held: &HeldBriefing) -> Text {
    horizons(held).map_or_else(Text::default, |_| Text::new(Role::Warn, &format!("{}. ", capitalised(PASSED))))
}

/// What is worth a line beside the title: that it changes what was said before, and the bottom line. Of a file that could not be read, which file that is.
fn gist(held: &HeldBriefing) -> String {
    let briefing = &held.resolved.briefing;
    if held.is_broken() {
        return held.path.clone();
    }
    let change = briefing.change.as_ref().and_then(|word| word.value).filter(|change| *change != Change::Initial);
    change.map_or_else(String::new, |change| capitalised(change.word()) + ". ")
        + briefing.bottom_line.as_ref().map_or("", |text| &text.value)
}
