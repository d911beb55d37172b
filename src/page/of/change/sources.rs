//! The sources that differ between two editions.

use super::gone;
use crate::briefing::change::{Fate, SourceChange};
use crate::briefing::model::{Source, Text as Words};
use crate::briefing::{Briefing, Item, ItemKind};
use crate::page::builder::{Page, whole};
use crate::page::styled_text::{Role, Text};
use crate::text::single_spaced;

pub fn list(page: &mut Page<'_>, before: &Briefing, changes: &[SourceChange]) {
    let row = |page: &Page<'_>, index: usize| whole(page.row(Item { kind: ItemKind::Source, index }, ""));
    let added = changes.iter().filter_map(|change| match change.fate {
        Fate::Added(index) => Some(row(page, index)),
        _ => None,
    });
    page.items("Sources added", added.collect());
    let dropped = changes.iter().filter_map(|change| match change.fate {
        Fate::Dropped(index) => Some((index, before.sources.get(index)?)),
        _ => None,
    });
    let dropped = dropped.map(|(index, source)| {
        let text = source.title.as_ref().or(source.descriptor.as_ref()).map_or("", |text| &text.value);
        gone(before, Item { kind: ItemKind::Source, index }, "", text)
    });
    page.list_under("Sources dropped", dropped.collect());
    let kept = changes.iter().filter_map(|change| match change.fate {
        Fate::Kept { before, now } => Some((change, before, now)),
        _ => None,
    });
    for (at, (change, old, new)) in kept.enumerate() {
        const HEADING: &str = "Sources changed";
        if at == 0 {
            page.heading(HEADING);
        }
        page.list(page.rows_of(HEADING, vec![row(page, new)]));
        let now = &page.resolved().briefing.sources[new];
        differences(page, &before.sources[old], now, change);
    }
}

fn differences(page: &mut Page<'_>, then: &Source, now: &Source, change: &SourceChange) {
    if change.grade {
        let grade = |source: &Source| source.reliability.as_ref().map_or_else(|| "not stated".to_owned(), |word| word.text.clone());
        page.field("Reliability", false, Text::new(Role::Text, &format!("{} → {}", grade(then), grade(now))));
    }
    if change.text {
        page.field("Text", false, Text::new(Role::Warn, "another file, or another hash of it"));
    }
    let pairs = [
        ("Title", &then.title, &now.title),
        ("Publisher", &then.publisher, &now.publisher),
        ("Address", &then.url, &now.url),
        ("Origin", &then.origin, &now.origin),
        ("Descriptor", &then.descriptor, &now.descriptor),
    ];
    let said = |text: &Option<Words>| text.as_ref().map_or_else(|| "not stated".to_owned(), |text| single_spaced(&text.value));
    for (label, then, now) in pairs {
        if said(then) != said(now) {
            page.field(label, false, Text::new(Role::Quiet, &said(then)).and(Role::Text, " → ").and(Role::Text, &said(now)));
        }
    }
}
