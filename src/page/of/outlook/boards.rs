//! The boards: what we watch, what we do not know, what we take for granted.

use crate::briefing::scale::Direction;
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::page::at::Found;
use crate::page::builder::{Page, whole};
use crate::page::doc::{Body, ListRow};
use crate::page::styled_text::{Role, Text};
use crate::text::series;

/// The items of a kind, each followed by what `about` says of it.
pub fn board<'a>(page: &mut Page<'a>, heading: &str, kind: ItemKind, about: impl Fn(&Page<'a>, Item) -> Vec<Text>) {
    let count = page.resolved().briefing.count(kind);
    if count == 0 {
        return;
    }
    page.heading(heading);
    let list = page.new_list();
    for item in (0..count).map(|index| Item { kind, index }) {
        let (_, row) = whole(page.row(item, ""));
        let key = format!("{} {}", heading.to_lowercase(), page.id(item));
        page.push(&key, item.index > 0, Some(Found::Item(item)), Body::ListRow(ListRow { list, ..row }));
        for (at, text) in about(page, item).into_iter().filter(|text| !text.is_empty()).enumerate() {
            page.push(&format!("{key} {at}"), false, None, Body::ListRow(ListRow { list, text, ..ListRow::default() }));
        }
    }
}

/// A word and the ids of items; nothing where there are none.
fn labelled(page: &Page<'_>, word: &str, items: impl IntoIterator<Item = Item>) -> Text {
    let ids = page.ids(Role::Quiet, items);
    if ids.is_empty() { ids } else { Text::new(Role::Quiet, &format!("{word} ")).append(ids) }
}

/// Items by the direction in which they move or are moved, "?" where it is not stated: "↑ I1 I5   ↓ I2".
fn moves<I: IntoIterator<Item = Item>>(page: &Page<'_>, items: impl Fn(LinkKind) -> I) -> Text {
    let ways = [(LinkKind::MovesUp, Direction::Up.arrow()), (LinkKind::MovesDown, Direction::Down.arrow()), (LinkKind::Moves, "?")];
    let ways = ways.into_iter().map(|(kind, sign)| labelled(page, sign, items(kind))).filter(|way| !way.is_empty());
    ways.reduce(|text, way| text.and(Role::Quiet, "   ").append(way)).unwrap_or_default()
}

/// "happens in it: J2   does not: J1 J3".
pub fn comes(page: &Page<'_>, scenario: Item) -> Text {
    let judgements = |kind| page.resolved().graph.targets(scenario, kind);
    let with = labelled(page, "happens in it:", judgements(LinkKind::With));
    let word = if with.is_empty() { "does not happen in it:" } else { "does not:" };
    let without = labelled(page, word, judgements(LinkKind::Without));
    if with.is_empty() || without.is_empty() { with.append(without) } else { with.and(Role::Quiet, "   ").append(without) }
}

pub fn watch(page: &Page<'_>, item: Item) -> Text {
    moves(page, |kind| page.resolved().graph.origins(item, kind))
}

pub fn indicators(page: &mut Page<'_>) {
    board(page, "We watch", ItemKind::Indicator, |page, item| {
        let threshold = page.resolved().briefing.indicators[item.index].threshold.as_ref();
        let threshold = threshold.map_or_else(|| Text::new(Role::Warn, "No threshold."), |text| page.prose(Role::Quiet, text));
        let moved = moves(page, |kind| page.resolved().graph.targets(item, kind));
        vec![Text::new(Role::Quiet, "Threshold: ").append(threshold), moved]
    });
}

pub fn gaps(page: &mut Page<'_>) {
    board(page, "We do not know", ItemKind::Gap, |page, item| {
        let limits = labelled(page, "limits", page.resolved().graph.targets(item, LinkKind::Limits));
        let collect = page.resolved().briefing.gaps[item.index].collect.as_ref();
        let collect = collect.map_or_else(
            || Text::new(Role::Warn, "Nobody is named who could find out."),
            |text| Text::new(Role::Quiet, "To collect: ").append(page.prose(Role::Text, text)),
        );
        vec![collect, limits]
    });
}

pub fn assumptions(page: &mut Page<'_>) {
    board(page, "We assume", ItemKind::Assumption, |page, item| {
        let wrong = page.resolved().briefing.assumptions[item.index].if_wrong.as_ref();
        let wrong = wrong.map_or_else(
            || Text::new(Role::Warn, "What follows if it is wrong is not stated."),
            |text| Text::new(Role::Quiet, "If wrong: ").append(page.prose(Role::Text, text)),
        );
        vec![wrong, falls(page, item), watch(page, item)]
    });
}

/// What falls or moves with an assumption, and through what: "J1 J2; through J1 and J2: J7; and the bottom line".
fn falls(page: &Page<'_>, assumption: Item) -> Text {
    let mut falls = page.resolved().falls_with(&[assumption]);
    if falls.is_empty() {
        return Text::new(Role::Warn, "Nothing hangs on it.");
    }
    for fall in falls.iter_mut().filter(|fall| fall.through.contains(&assumption)) {
        fall.through = vec![assumption];
    }
    falls.sort_by_key(|fall| fall.through != [assumption]);
    let mut text = Text::new(Role::Quiet, "Hangs on it: ");
    for (at, alike) in falls.chunk_by(|one, other| one.through == other.through).enumerate() {
        if at > 0 {
            text = text.and(Role::Quiet, "; ");
        }
        if alike[0].through != [assumption] {
            let ids: Vec<&str> = alike[0].through.iter().map(|item| page.id(*item)).collect();
            text = text.and(Role::Quiet, &format!("through {}: ", series(&ids)));
        }
        text = text.append(page.ids(Role::Quiet, alike.iter().map(|fall| fall.item)));
    }
    let items: Vec<Item> = falls.iter().map(|fall| fall.item).collect();
    text.and(Role::Quiet, if page.resolved().bottom_line_names(&items) { "; and the bottom line" } else { "" })
}
