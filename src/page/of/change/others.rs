//! What else differs between two editions, in a list.

use super::gone;
use crate::briefing::change::{Fate, FieldChange, OtherChange, fields, grounds, own_fields};
use crate::briefing::{Briefing, Changes, Item, ItemKind};
use crate::page::builder::{Page, whole};
use crate::page::styled_text::{Role, Text};

pub fn list(page: &mut Page<'_>, before: &Briefing, changes: &Changes) {
    let row = |page: &Page<'_>, item: Item| whole(page.row(item, ""));
    let judgement = |index: &usize| Item { kind: ItemKind::Judgement, index: *index };
    if !changes.own.is_empty() {
        page.heading("Of the briefing itself");
        // What moved stands together under one label: "Section: J1 labour → trade · C2 …".
        let mut rows: Vec<(&'static str, Text)> = Vec::new();
        for change in &own_fields(before, &page.resolved().briefing) {
            let (label, said) = worded(change, &mut "");
            match rows.iter_mut().find(|(known, _)| *known == label) {
                Some((_, all)) => *all = std::mem::take(all).and(Role::Quiet, " · ").append(said),
                None => rows.push((label, said)),
            }
        }
        for (label, said) in rows {
            page.field(label, false, said);
        }
    }
    for (at, item) in changes.grounds.iter().map(judgement).enumerate() {
        if at == 0 {
            page.heading("Grounds changed");
        }
        page.list(page.rows_of("Grounds changed", vec![row(page, item)]));
        for change in &grounds(before, &page.resolved().briefing, item.index) {
            field(page, change, &mut "");
        }
    }
    let of = |wanted: fn(&Fate) -> Option<usize>| {
        let items = changes.others.iter().filter_map(move |OtherChange { kind, fate }| Some(Item { kind: *kind, index: wanted(fate)? }));
        items.collect::<Vec<Item>>()
    };
    let added = of(|fate| if let Fate::Added(index) = fate { Some(*index) } else { None });
    page.items("Also added", added.into_iter().map(|item| row(page, item)).collect());
    kept(page, before, changes);
    let dropped = of(|fate| if let Fate::Dropped(index) = fate { Some(*index) } else { None });
    let dropped = dropped.into_iter().map(|item| {
        let text = before.prose(item).nth(before.head(item).accept.len()).map_or("", |text| &text.value);
        gone(before, item, item.kind.name(), text)
    });
    page.list_under("Also dropped", dropped.collect());
}

fn kept(page: &mut Page<'_>, before: &Briefing, changes: &Changes) {
    let mut begun = false;
    for change in &changes.others {
        let Fate::Kept { now: index, .. } = change.fate else { continue };
        if !std::mem::replace(&mut begun, true) {
            page.heading("Also changed");
        }
        let row = whole(page.row(Item { kind: change.kind, index }, ""));
        page.list(page.rows_of("Also changed", vec![row]));
        let mut all = fields(before, &page.resolved().briefing, change);
        // What an indicator moves goes under one label, behind all that has one of its own.
        all.sort_by_key(|change| label(&change.field).is_none());
        let mut moves = "Moves";
        for change in &all {
            field(page, change, &mut moves);
        }
    }
}

/// A field of its own: what it said then, and what it says now. The first of all that is moved takes the label.
fn field(page: &mut Page<'_>, change: &FieldChange, moves: &mut &'static str) {
    let (label, said) = worded(change, moves);
    page.field(label, false, said);
}

fn worded(FieldChange { field, then, now }: &FieldChange, moves: &mut &'static str) -> (&'static str, Text) {
    // "section of J1".
    let (known, of) = field.split_once(" of ").unwrap_or((field, ""));
    let (label, name) = match label(known) {
        Some(label) if of.is_empty() => (label, String::new()),
        Some(label) => (label, format!("{of} ")),
        None => (std::mem::take(moves), format!("{field} ")),
    };
    let side = |words: &Option<String>| words.clone().unwrap_or_else(|| "not stated".to_owned());
    (label, Text::new(Role::Quiet, &format!("{name}{} → ", side(then))).and(Role::Text, &side(now)))
}

/// What a page calls a field; `None` for the id of what is moved.
fn label(field: &str) -> Option<&'static str> {
    LABELS.iter().find(|(known, _)| *known == field).map(|(_, label)| *label)
}

/// The fields of items and of the briefing, and what a page calls them.
#[rustfmt::skip]
const LABELS: [(&str, &str); 56] = [
    ("section", "Section"), ("speaker", "Speaker"), ("set_aside", "Set aside"), ("candidates", "Candidates"), ("slides", "Slides"),
    ("approved_by", "Approved by"), ("because", "Because"), ("assumptions", "Assumes"),
    ("text", "Words"), ("if_wrong", "If wrong"), ("threshold", "Threshold"), ("collect", "Collect"), ("accept", "Accepted"),
    ("name", "Name"), ("aka", "Also called"), ("of", "Belongs to"), ("to", "To"), ("likelihood", "Likelihood"), ("for", "For"),
    ("against", "Against"), ("who", "Who"), ("seen", "Seen"), ("kind", "Kind"), ("with", "With"), ("without", "Without"),
    ("limits", "Limits"), ("type", "Type"), ("mode", "Mode"), ("from", "From"), ("claims", "Claims"), ("word", "Kind in words"),
    ("date", "Date"), ("where", "Where"), ("actors", "Actors"), ("after", "After"), ("during", "During"),
    ("title", "Title"), ("marking", "Marking"), ("author", "Author"), ("customer", "Customer"), ("tags", "Tags"),
    ("markings", "Markings"), ("event_kinds", "Kinds of events"), ("change", "Change"), ("quote.prefix", "Quote behind"),
    ("quote.suffix", "Quote before"), ("was.likelihood", "Likelihood before"), ("was.confidence", "Confidence before"),
    ("was.why", "Why it changed"), ("outcome.claims", "Outcome shown by"), ("outcome.note", "Of the outcome"),
    ("parent.type", "Published in a"), ("url.date", "Read on"),
    ("question", "Question"), ("implications", "Implications"), ("source_summary", "Sources"),
];
