//! What may come, what we watch, what we do not know, and what we take for granted.

mod boards;
mod scenarios;

use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::about::short::judged;
use crate::page::build::{Page, whole};
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::{Draw as _, PASSED};
use crate::page::words::{Role, Text};
use crate::text::capitalised;

pub fn page(held: &HeldBriefing) -> Doc {
    let mut page = Page::new(held, "Outlook", "what may come");
    passed(&mut page);
    scenarios::cone(&mut page);
    boards::indicators(&mut page);
    boards::gaps(&mut page);
    boards::assumptions(&mut page);
    page.finish()
}

/// What should have shown by now is no outlook any more.
fn passed(page: &mut Page<'_>) {
    let held = page.held;
    let judgements = (0..held.resolved.briefing.judgements.len()).filter(|index| held.has_passed(*index));
    let rows = judgements.map(|index| {
        let (item, row) = whole(page.row(Item { kind: ItemKind::Judgement, index }, ""));
        (item, ListRow { tail: Text::new(Role::Warn, &judged(held, index).twin()), ..row })
    });
    let rows = rows.collect();
    page.items(&capitalised(PASSED), rows);
}
