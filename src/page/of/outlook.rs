//! What may come, what we watch, what we do not know, and what we take for granted.

mod boards;
mod scenarios;

use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{judged, state};
use crate::page::builder::{Page, whole};
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::{Draw as _, PASSED, State};
use crate::page::styled_text::Text;
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

/// What should have shown by now, or has, is no outlook any more.
fn passed(page: &mut Page<'_>) {
    let held = page.held;
    for (heading, is_known) in [(PASSED, false), ("outcome known", true)] {
        let states = (0..held.resolved.briefing.judgements.len()).filter_map(|index| Some((index, state(held, index)?)));
        let rows = states.filter(|(_, state)| (*state != State::Passed) == is_known).map(|(index, state)| {
            let (item, row) = whole(page.row(Item { kind: ItemKind::Judgement, index }, ""));
            let tail = if is_known { state.words().to_owned() } else { judged(held, index).twin() };
            (item, ListRow { tail: Text::new(state.role(), &tail), ..row })
        });
        let rows = rows.collect();
        page.items(&capitalised(heading), rows);
    }
}
