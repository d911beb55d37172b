//! The lists at the foot of an item's page: its links, both ways, under headings from one table.

use crate::briefing::scale::Way;
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::page::builder::{ItemRow, Page};
use crate::page::styled_text::{Role, Text};

/// A kind of link, and the headings over it on the pages of its two ends.
struct LinkRow {
    kind: LinkKind,
    /// On the page of the item that refers.
    from: &'static str,
    /// On the page of the item that is referred to.
    to: &'static str,
    /// Leads each row on that page.
    lead: &'static str,
}

const fn row(kind: LinkKind, from: &'static str, to: &'static str, lead: &'static str) -> LinkRow {
    LinkRow { kind, from, to, lead }
}

const FOR: &str = "Speaks for the event";
const AGAINST: &str = "Speaks against the event";

/// The claims of a judgement on one side of its event.
pub struct Claims {
    pub kind: LinkKind,
    pub heading: &'static str,
    /// Which side a judgement rests on, at the right of the heading.
    pub side: &'static str,
}

/// What carries a judgement that points this way, then its other side. An even one rests on both.
pub fn sides(way: Way) -> [Claims; 2] {
    let rests = |kind: LinkKind| {
        let side = if kind == LinkKind::SpeaksFor { "for the event" } else { "against the event" };
        Claims { kind, heading: "Rests on", side }
    };
    let (above, below) = (LinkKind::SpeaksFor, LinkKind::SpeaksAgainst);
    match way {
        Way::Above => [rests(above), Claims { kind: below, heading: AGAINST, side: "" }],
        Way::Below => [rests(below), Claims { kind: above, heading: FOR, side: "" }],
        Way::Even => [rests(above), rests(below)],
    }
}

/// In the order in which pages list them.
#[rustfmt::skip]
static TABLE: [LinkRow; 24] = [
    row(LinkKind::SpeaksFor,          FOR,                  "Bears on",        "for the event ·"),
    row(LinkKind::SpeaksAgainst,      AGAINST,              "Bears on",        "against the event ·"),
    row(LinkKind::ShownBy,            "Outcome shown by",   "Bears on",        "outcome"),
    row(LinkKind::Reads,              "Reads otherwise",    "Other readings",  ""),
    row(LinkKind::AlternativeFor,     "Speaks for it",      "Bears on",        "for it ·"),
    row(LinkKind::AlternativeAgainst, "Speaks against it",  "Bears on",        "against it ·"),
    row(LinkKind::Assumes,            "We assume",          "Holds up",        ""),
    row(LinkKind::MovesUp,            "Moves",              "We watch",        "↑"),
    row(LinkKind::MovesDown,          "Moves",              "We watch",        "↓"),
    row(LinkKind::Moves,              "Moves",              "We watch",        "?"),
    row(LinkKind::With,               "Happens in it",        "Scenarios",       "happens in ·"),
    row(LinkKind::Without,            "Does not happen in it", "Scenarios",      "does not happen in ·"),
    row(LinkKind::Limits,             "Limits",             "We do not know",  ""),
    row(LinkKind::DissentsFrom,       "Dissents from",      "Dissent",         ""),
    row(LinkKind::Involves,           "Actors",             "Events",          ""),
    row(LinkKind::After,              "After",              "Before",          ""),
    row(LinkKind::During,             "During",             "Meanwhile",       ""),
    row(LinkKind::ReportedBy,         "Reported in",        "Bears on",        "event"),
    row(LinkKind::TieFrom,            "From",               "Ties",            "from"),
    row(LinkKind::TieTo,              "To",                 "Ties",            "to"),
    row(LinkKind::TieReportedBy,      "Reported in",        "Bears on",        "tie"),
    row(LinkKind::BelongsTo,          "Belongs to",         "People",          ""),
    row(LinkKind::Quotes,             "Source",             "Claims from it",  ""),
    row(LinkKind::Mentions,           "Names",              "Named in",        ""),
];

/// The items at the other ends of an item's links of one kind.
fn rows(page: &Page<'_>, item: Item, row: &LinkRow, outgoing: bool) -> Vec<ItemRow> {
    let graph = &page.resolved().graph;
    let others: Vec<Item> = if outgoing { graph.targets(item, row.kind).collect() } else { graph.origins(item, row.kind).collect() };
    let arrow = matches!(row.kind, LinkKind::MovesUp | LinkKind::MovesDown | LinkKind::Moves);
    let make = |other: Item| match other.kind {
        _ if arrow || !outgoing && !row.lead.is_empty() => page.row(other, row.lead),
        ItemKind::Claim => page.claim_row(other),
        _ => page.row(other, ""),
    };
    others.into_iter().map(make).collect()
}

/// Lists an item's links, in the order of the table. Kinds with the same heading share a list.
pub fn lists(page: &mut Page<'_>, item: Item, wanted: impl Fn(LinkKind, bool) -> bool) {
    let mut lists: Vec<(&str, Vec<ItemRow>)> = Vec::new();
    for outgoing in [true, false] {
        for row in &TABLE {
            if !wanted(row.kind, outgoing) {
                continue;
            }
            let heading = if outgoing { row.from } else { row.to };
            let rows = rows(page, item, row, outgoing);
            match lists.iter_mut().find(|(name, _)| *name == heading) {
                Some((_, list)) => list.extend(rows),
                None => lists.push((heading, rows)),
            }
        }
    }
    for (heading, rows) in lists {
        if !rows.is_empty() {
            page.begin_here();
        }
        page.items(heading, rows);
    }
}

/// Lists the claims on one side of a judgement, and says so where there are none.
pub fn claims_or_none(page: &mut Page<'_>, judgement: Item, Claims { kind, heading, side }: &Claims) {
    let claims: Vec<ItemRow> = page.resolved().graph.targets(judgement, *kind).map(|claim| page.claim_row(claim)).collect();
    list_or_none(page, heading, side, claims);
}

/// Lists the items that refer to an item by links of one kind, and says so where there are none.
pub fn referring_or_none(page: &mut Page<'_>, item: Item, kind: LinkKind) {
    let Some(row) = TABLE.iter().find(|row| row.kind == kind) else { return };
    list_or_none(page, row.to, "", rows(page, item, row, false));
}

fn list_or_none(page: &mut Page<'_>, heading: &str, tail: &str, rows: Vec<ItemRow>) {
    page.heading_with(heading, Text::new(Role::Quiet, tail));
    if rows.is_empty() {
        return page.none_recorded(heading);
    }
    page.begin_here();
    page.list(page.rows_of(heading, rows));
}
