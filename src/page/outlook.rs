//! What may come, what we watch, what we do not know, and what we take for granted.

use super::build::{Page, likelihood_bar};
use super::doc::{Doc, Entry as ListRow};
use super::figure::Draw;
use super::words::{Role, Text};
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Item, ItemKind};
use crate::library::Entry;

pub fn page(entry: &Entry) -> Doc {
    let briefing = &entry.resolved.briefing;
    let mut page = Page::new(entry, "Outlook", "what may come");
    let scenarios = briefing.scenarios.iter().enumerate().map(|(index, scenario)| {
        let kind = scenario.kind.map_or("", Vocabulary::word);
        let (item, row) = page.row(Item { kind: ItemKind::Scenario, index }, kind);
        let tail = Text::new(Role::Quiet, &likelihood_bar(scenario.likelihood.as_ref(), None).twin());
        (item, ListRow { tail, one_row: false, ..row })
    });
    let scenarios = scenarios.collect();
    page.items("SCENARIOS", scenarios);
    for (heading, kind) in [("WE WATCH", ItemKind::Indicator), ("WE DO NOT KNOW", ItemKind::Gap), ("WE ASSUME", ItemKind::Assumption)] {
        let rows = (0..briefing.count(kind)).map(|index| page.row(Item { kind, index }, ""));
        let rows = rows.map(|(item, row)| (item, ListRow { one_row: false, ..row })).collect();
        page.items(heading, rows);
    }
    page.finish()
}
