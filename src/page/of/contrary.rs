//! The other side: what speaks against a judgement, with the weight of what speaks for it.

use crate::briefing::model::Text as Words;
use crate::briefing::scale::Likelihood;
use crate::briefing::{Item, ItemKind, LinkKind, Word};
use crate::library::HeldBriefing;
use crate::page::about::short::{likelihood_bar, seen};
use crate::page::at::Found;
use crate::page::build::{Page, side};
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::figure::Figure;
use crate::page::place::{Place, ScaleName, Side};
use crate::page::words::{Role, Text};
use crate::text::count;

pub fn page(held: &HeldBriefing, judgement: usize) -> Doc {
    let described = &held.resolved.briefing.judgements[judgement];
    let item = Item { kind: ItemKind::Judgement, index: judgement };
    let mut page = side(held, judgement, Side::Contrary, "the other side");
    page.heading("We judge");
    let text = Text::new(Role::Strong, described.text.as_ref().map_or("", |text| &text.value));
    page.subject(Some(Found::Item(item)), text);
    let bar = likelihood_bar(described.likelihood.as_ref(), described.by.as_ref());
    page.figure("Likelihood", Figure::Likelihood(bar), Some(Place::Scale(ScaleName::Likelihood)));
    page.begin_here();
    // Against stands first: for was read on the judgement's own page.
    claims(&mut page, "Speaks against it", item, LinkKind::Against);
    claims(&mut page, "Speaks for it", item, LinkKind::RestsOn);
    readings(&mut page, item);
    dissents(&mut page, item);
    indicators(&mut page, item);
    assumptions(&mut page, item);
    page.finish()
}

/// A heading with the number of what stands under it, or that there is nothing.
fn part(page: &mut Page<'_>, heading: &str, noun: &str, number: usize) {
    let tail = if number > 0 { count(number, noun) } else { String::new() };
    page.heading_with(Text::new(Role::Heading, heading), Text::new(Role::Quiet, &tail));
    if number == 0 {
        page.paragraph(&format!("no {}", heading.to_lowercase()), false, Text::new(Role::Quiet, "None recorded."));
    }
}

/// Items as rows with all their words.
fn rows(page: &mut Page<'_>, key: &str, rows: Vec<(Item, ListRow)>) {
    let rows = rows.into_iter().map(|(item, row)| {
        let row = ListRow { one_row: false, ..row };
        (format!("{key} {}", page.id(item)), Some(Found::Item(item)), row)
    });
    let rows = rows.collect();
    page.list(rows);
}

/// The claims that a link leads to: what their sources do, all their words, their grades.
fn claims(page: &mut Page<'_>, heading: &str, of: Item, kind: LinkKind) {
    let claims: Vec<Item> = page.resolved().graph.targets(of, kind).collect();
    part(page, heading, "claim", claims.len());
    let claims = claims.into_iter().map(|claim| page.claim_row(claim)).collect();
    rows(page, &heading.to_lowercase(), claims);
}

/// The rival readings, each with its own claims against and for.
fn readings(page: &mut Page<'_>, judgement: Item) {
    let readings: Vec<Item> = page.resolved().graph.origins(judgement, LinkKind::Reads).collect();
    part(page, "Other readings", "reading", readings.len());
    for reading in readings {
        let row = page.row(reading, "");
        rows(page, "reading", vec![row]);
        likelihood(page, page.resolved().briefing.alternatives[reading.index].likelihood.as_ref());
        let id = page.id(reading);
        claims(page, &format!("Against {id}"), reading, LinkKind::AlternativeAgainst);
        claims(page, &format!("For {id}"), reading, LinkKind::AlternativeFor);
    }
}

fn likelihood(page: &mut Page<'_>, word: Option<&Word<Likelihood>>) {
    if word.is_some() {
        let link = Some(Place::Scale(ScaleName::Likelihood));
        let body = Body::Figure { label: "Likelihood", figure: Figure::Likelihood(likelihood_bar(word, None)), link };
        page.push("likelihood of it", false, None, body);
    }
}

/// Who sees it otherwise, in their words.
fn dissents(page: &mut Page<'_>, judgement: Item) {
    let dissents: Vec<Item> = page.resolved().graph.origins(judgement, LinkKind::DissentsFrom).collect();
    part(page, "Dissent", "view", dissents.len());
    for dissent in dissents {
        let row = page.row(dissent, "");
        rows(page, "dissent", vec![row]);
        let described = &page.resolved().briefing.dissents[dissent.index];
        prose(page, "Held by", described.who.as_ref());
        likelihood(page, described.likelihood.as_ref());
    }
}

/// What would make it less likely.
fn indicators(page: &mut Page<'_>, judgement: Item) {
    let indicators: Vec<Item> = page.resolved().graph.origins(judgement, LinkKind::MovesDown).collect();
    part(page, "Would lower it", "indicator", indicators.len());
    for indicator in indicators {
        let (item, row) = page.row(indicator, "↓");
        rows(page, "indicator", vec![(item, ListRow { tail: Text::default(), ..row })]);
        let described = &page.resolved().briefing.indicators[indicator.index];
        prose(page, "Counts from", described.threshold.as_ref());
        page.field("State", false, Text::new(Role::Text, &seen(described.seen.as_ref())));
    }
}

/// What holds it up, and what follows if that is wrong.
fn assumptions(page: &mut Page<'_>, judgement: Item) {
    let assumptions: Vec<Item> = page.resolved().graph.targets(judgement, LinkKind::Assumes).collect();
    part(page, "We assume", "assumption", assumptions.len());
    for assumption in assumptions {
        let row = page.row(assumption, "");
        rows(page, "assumption", vec![row]);
        prose(page, "If wrong", page.resolved().briefing.assumptions[assumption.index].if_wrong.as_ref());
    }
}

fn prose(page: &mut Page<'_>, label: &'static str, text: Option<&Words>) {
    let text = text.map_or_else(|| Text::new(Role::Warn, "not stated"), |text| page.prose(Role::Text, text));
    page.field(label, false, text);
}
