//! The scenarios: a cone, whether they can be one set, and each in full.

use super::boards;
use crate::briefing::outlook::{Held, Together, WHOLE, shared, words};
use crate::briefing::{Briefing, Item, ItemKind};
use crate::page::about::short_form::likelihood_bar;
use crate::page::builder::Page;
use crate::page::figure::{Branch, Cone, Figure};
use crate::page::styled_text::{Role, Text};

pub fn cone(page: &mut Page<'_>) {
    let briefing = &page.resolved().briefing;
    if briefing.scenarios.is_empty() {
        return;
    }
    page.heading("What may come");
    let item = |index: usize| Item { kind: ItemKind::Scenario, index };
    let branches = briefing.scenarios.iter().enumerate().map(|(index, scenario)| Branch {
        id: Text::default().link(page.id(item(index)), page.place(item(index))),
        kind: scenario.kind,
        likelihood: likelihood_bar(scenario.likelihood.as_ref(), None),
    });
    let figure = Cone { branches: branches.collect() };
    page.figure("cone", false, Figure::Cone(figure));
    if let Some(together) = briefing.scenarios_together() {
        page.paragraph("sum", true, sum(briefing, &together));
    }
    boards::board(page, "Scenarios", ItemKind::Scenario, |page, item| {
        let kind = page.resolved().briefing.scenarios[item.index].kind.map_or_else(String::new, |kind| format!("{} ", kind.meaning()));
        let watched = boards::watch(page, item);
        let watched = if watched.is_empty() { Text::new(Role::Warn, "No indicator moves it.") } else { watched };
        vec![Text::new(Role::Quiet, &kind).append(watched), boards::comes(page, item)]
    });
}

/// What each can still be if exactly one of them is to come.
fn sum(briefing: &Briefing, together: &Together) -> Text {
    let part = if together.complete { "" } else { ", with 0–100 % for each that states no likelihood" };
    let sum = format!("The ranges sum to {} %{part}", words(together.sum));
    if together.is_coherent() {
        let each = briefing.scenarios_with(together.each());
        let left = |held: &Held| {
            let can = shared(held.stated, held.left).map(words)?;
            Some(format!("{} {can}", briefing.judgements[held.judgement].head.id.value))
        };
        let held: Vec<String> = briefing.held_together().iter().filter_map(left).collect();
        let held = if held.is_empty() { held.concat() } else { format!(" That leaves {} %.", held.join(", ")) };
        Text::new(Role::Quiet, &format!("{sum}. If exactly one of them is to come: {each}.{held}"))
    } else {
        Text::new(Role::Bad, &format!("{sum}, and cannot make {WHOLE} %: they are no exclusive set."))
    }
}
