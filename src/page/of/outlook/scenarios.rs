//! The scenarios: a cone, whether they can be one set, and each in full.

use super::boards;
use crate::briefing::outlook::WHOLE;
use crate::briefing::{Item, ItemKind};
use crate::page::about::short::likelihood_bar;
use crate::page::build::Page;
use crate::page::figure::{Branch, Cone, Figure};
use crate::page::words::{Role, Text};

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
    if let Some(sum) = briefing.sum_of_scenarios() {
        let ranges = format!("The ranges sum to {}–{} %", sum.low, sum.high);
        let text = match (sum.is_coherent(), sum.complete) {
            (true, true) => Text::new(Role::Quiet, &format!("{ranges}: {WHOLE} % lies within, so exactly one of them can come.")),
            (true, false) => Text::new(Role::Quiet, &format!("{ranges} so far: not all of them have a likelihood.")),
            (false, _) => Text::new(Role::Bad, &format!("{ranges}, and cannot make {WHOLE} %: they are no exclusive set.")),
        };
        page.paragraph("sum", true, text);
    }
    boards::board(page, "Scenarios", ItemKind::Scenario, |page, item| {
        let kind = page.resolved().briefing.scenarios[item.index].kind.map_or_else(String::new, |kind| format!("{} ", kind.meaning()));
        let watched = boards::watch(page, item);
        let watched = if watched.is_empty() { Text::new(Role::Warn, "No indicator moves it.") } else { watched };
        vec![Text::new(Role::Quiet, &kind).append(watched)]
    });
}
