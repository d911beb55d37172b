//! Items of the library as rows of lists: a judgement never without its likelihood.

use super::Paper;
use crate::briefing::ItemKind;
use crate::briefing::scale::{Came, Vocabulary};
use crate::catalogue::vocabulary::Kind;
use crate::catalogue::{Entry, Judged};
use crate::page::about::short_form::when;
use crate::page::doc::ListRow;
use crate::page::of::library::dated;
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::text::{clip, neutral, spaced};

/// The date leads, then what it is; behind the words stand the briefing and its date.
pub fn row(paper: &mut Paper<'_>, entry: &Entry) {
    let lead = match entry.kind {
        Kind::Item(ItemKind::Relationship) => "tie",
        Kind::Item(ItemKind::Claim) if !entry.lead.is_empty() => &entry.lead,
        kind => kind.word(),
    };
    let row = ListRow {
        id: day(entry),
        lead: Text::new(Role::Quiet, lead),
        text: statement(entry).append(from(entry)),
        tail: tail(paper, entry),
        ..ListRow::default()
    };
    paper.row(&entry.address, entry.address.parse().ok(), row);
}

/// "J1 (TLP:AMBER) likely: The port stays shut."
pub fn statement(entry: &Entry) -> Text {
    let id = Text::new(Role::Accent, &format!("{} ", entry.id)).and(Role::Text, &spaced(&entry.portion));
    let is_judged = matches!(entry.kind, Kind::Item(ItemKind::Judgement)) && !entry.lead.is_empty();
    let likely = if is_judged { format!("{}: ", neutral(&entry.lead)) } else { String::new() };
    id.and(Role::Strong, &likely).and(Role::Text, &entry.text)
}

/// When it was, where anybody says so.
pub fn day(entry: &Entry) -> Text {
    Text::new(Role::Text, if entry.facts.when.is_empty() { "undated" } else { &entry.facts.when })
}

/// "  The port, 3 Mar 2025, TLP:GREEN", behind the words of an item.
pub fn from(entry: &Entry) -> Text {
    let row = &entry.briefing;
    let marking = row.marking.as_deref().map_or("unmarked".into(), |marking| clip(&neutral(marking), 20).into_owned());
    Text::new(Role::Quiet, &format!("  {}, {}, {marking}", row.title, when(row.date.as_deref().map(dated).as_ref())))
}

fn tail(paper: &Paper<'_>, entry: &Entry) -> Text {
    match entry.judged() {
        Some(judged) => state(paper, entry, judged),
        None => Text::new(Role::Quiet, &entry.facts.grade),
    }
}

/// "came about", "by Dec 2027", "was due Dec 2025".
pub fn state(paper: &Paper<'_>, entry: &Entry, judged: &Judged) -> Text {
    // What is no word for an outcome tells none.
    if let Some(came) = judged.came.as_deref().and_then(Came::from_word) {
        return Text::new(Role::Strong, came.label());
    }
    let Some(by) = judged.by.as_deref().map(dated) else { return Text::default() };
    let edition = entry.briefing.date.as_deref().map(dated).and_then(|date| date.value?.first_day());
    let day = edition.max(paper.world.day());
    let is_over = by.value.as_ref().and_then(crate::briefing::Date::last_day).zip(day).is_some_and(|(by, day)| by < day);
    let by = when(Some(&by));
    if is_over { Text::new(Role::Warn, &format!("was due {by}")) } else { Text::new(Role::Quiet, &format!("by {by}")) }
}

/// Where an item of the briefing stands.
pub fn place(entry: &Entry, id: &str) -> Place {
    Place::item(&entry.briefing.id, id)
}
