//! The claims that differ between two editions.

use super::gone;
use crate::briefing::change::{ClaimChange, Fate};
use crate::briefing::grade::grade;
use crate::briefing::model::Passage;
use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::briefing::{Briefing, Item, ItemKind};
use crate::page::about::short_form::grade_badge;
use crate::page::builder::{ItemRow, Page, whole};
use crate::page::doc::ListRow;
use crate::page::styled_text::{Role, Text};

pub fn list(page: &mut Page<'_>, before: &Briefing, changes: &[ClaimChange]) {
    let added = changes.iter().filter_map(|change| match change.fate {
        Fate::Added(index) => Some(row(page, index)),
        _ => None,
    });
    page.items("Claims added", added.collect());
    withdrawn(page, before, changes);
    let kept = |wanted: fn(&ClaimChange) -> bool| {
        changes.iter().filter(move |change| wanted(change)).filter_map(|change| match change.fate {
            Fate::Kept { before, now } => Some((change, before, now)),
            _ => None,
        })
    };
    for (at, (change, old, new)) in kept(ClaimChange::is_resourced).enumerate() {
        begin(page, "Claims re-sourced", at, new);
        let then = &before.claims[old].passages;
        let now = &page.resolved().briefing.claims[new].passages;
        let labels = match (change.gone.is_empty(), change.fresh.is_empty()) {
            (true, _) => ("", "Now also"),
            (_, true) => ("No longer", ""),
            _ => ("Then", "Now"),
        };
        passages(page, labels.0, Role::Quiet, before, change.gone.iter().filter_map(|passage| then.get(*passage)));
        passages(page, labels.1, Role::Text, &page.resolved().briefing, change.fresh.iter().filter_map(|passage| now.get(*passage)));
    }
    for (at, (change, old, new)) in kept(ClaimChange::is_reworded).enumerate() {
        begin(page, "Claims reworded or regraded", at, new);
        let (then, now) = (&before.claims[old], &page.resolved().briefing.claims[new]);
        if change.text {
            page.field("Words then", false, Text::new(Role::Quiet, then.text.as_ref().map_or("", |text| &text.value)));
        }
        if change.kind {
            let word = |kind: Option<ClaimKind>| kind.map_or("not stated", Vocabulary::word);
            page.field("Kind", false, Text::new(Role::Text, &format!("{} → {}", word(then.kind), word(now.kind))));
        }
        if change.grade {
            let badge = |briefing: &Briefing, claim: usize| grade_badge(grade(briefing, claim)).plain();
            let grades = format!("{} → {}", badge(before, old), badge(&page.resolved().briefing, new));
            page.field("Grade", false, Text::new(Role::Text, &grades));
        }
    }
}

fn row(page: &Page<'_>, index: usize) -> ItemRow {
    whole(page.claim_row(Item { kind: ItemKind::Claim, index }))
}

/// The claim as it is now, behind the heading if it is the first there.
fn begin(page: &mut Page<'_>, heading: &str, at: usize, index: usize) {
    if at == 0 {
        page.heading(heading);
    }
    page.list(page.rows_of(heading, vec![row(page, index)]));
}

fn withdrawn(page: &mut Page<'_>, before: &Briefing, changes: &[ClaimChange]) {
    let rows = changes.iter().filter_map(|change| match change.fate {
        Fate::Dropped(index) => {
            let claim = &before.claims[index];
            let lead = claim.kind.map_or("says", ClaimKind::verb);
            let (key, link, row) =
                gone(before, Item { kind: ItemKind::Claim, index }, lead, claim.text.as_ref().map_or("", |text| &text.value));
            Some((key, link, ListRow { tail: grade_badge(grade(before, index)), ..row }))
        }
        _ => None,
    });
    page.list_under("Claims withdrawn", rows.collect());
}

fn passages<'b>(page: &mut Page<'_>, label: &'static str, role: Role, briefing: &Briefing, passages: impl Iterator<Item = &'b Passage>) {
    let only = match briefing.sources.as_slice() {
        [only] => only.head.id.value.as_str(),
        _ => "",
    };
    for (at, passage) in passages.enumerate() {
        let source = passage.source.as_ref().map_or(only, |source| source.value.as_str());
        let line = format!("{source} “{}”", passage.exact.value.trim());
        page.field(if at == 0 { label } else { "" }, false, Text::new(role, line.trim_start()));
    }
}
