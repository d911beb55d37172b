//! The other side: what speaks against a judgement, with the weight of what speaks for it.

use crate::briefing::model::Text as Words;
use crate::briefing::scale::Likelihood;
use crate::briefing::{Item, ItemKind, LinkKind, Word};
use crate::library::HeldBriefing;
use crate::page::about::short::{judged, likelihood_bar, seen};
use crate::page::at::Found;
use crate::page::build::{ItemRow, Page, side, whole};
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::Figure;
use crate::page::place::{Place, ScaleName, Side};
use crate::page::words::{Role, Text};
use crate::text::count;

pub fn page(held: &HeldBriefing, judgement: usize) -> Doc {
    let item = Item { kind: ItemKind::Judgement, index: judgement };
    let mut page = side(held, judgement, Side::Contrary, "the other side");
    page.heading("We judge");
    page.subject(Some(Found::Item(item)), Text::new(Role::Strong, &page.statement(item)));
    let bar = judged(held, judgement);
    page.labelled("Likelihood", true, Figure::Likelihood(bar), Some(Place::Scale(ScaleName::Likelihood)));
    page.begin_here();
    // What speaks against it comes first: the judgement's own page has said what speaks for it.
    claims(&mut page, "Speaks against it", item, LinkKind::Against);
    claims(&mut page, "Speaks for it", item, LinkKind::RestsOn);
    readings(&mut page, item);
    dissents(&mut page, item);
    indicators(&mut page, item);
    assumptions(&mut page, item);
    page.finish()
}

/// A heading that counts what stands under it, or says that there is nothing.
fn part(page: &mut Page<'_>, heading: &str, noun: &str, number: usize) {
    let tail = if number > 0 { count(number, noun) } else { String::new() };
    page.heading_with(heading, Text::new(Role::Quiet, &tail));
    if number == 0 {
        page.none_recorded(heading);
    }
}

/// One item with all its words.
fn one(page: &mut Page<'_>, key: &str, row: ItemRow) {
    page.list(page.rows_of(key, vec![whole(row)]));
}

fn claims(page: &mut Page<'_>, heading: &str, of: Item, kind: LinkKind) {
    let claims: Vec<Item> = page.resolved().graph.targets(of, kind).collect();
    part(page, heading, "claim", claims.len());
    let claims = claims.into_iter().map(|claim| whole(page.claim_row(claim))).collect();
    page.list(page.rows_of(heading, claims));
}

/// The rival readings, each with its own claims against and for.
fn readings(page: &mut Page<'_>, judgement: Item) {
    let readings: Vec<Item> = page.resolved().graph.origins(judgement, LinkKind::Reads).collect();
    part(page, "Other readings", "reading", readings.len());
    for reading in readings {
        one(page, "reading", page.row(reading, ""));
        likelihood(page, page.resolved().briefing.alternatives[reading.index].likelihood.as_ref());
        let id = page.id(reading);
        claims(page, &format!("Against {id}"), reading, LinkKind::AlternativeAgainst);
        claims(page, &format!("For {id}"), reading, LinkKind::AlternativeFor);
    }
}

fn likelihood(page: &mut Page<'_>, word: Option<&Word<Likelihood>>) {
    if word.is_some() {
        page.labelled("Likelihood", false, Figure::Likelihood(likelihood_bar(word, None)), Some(Place::Scale(ScaleName::Likelihood)));
    }
}

fn dissents(page: &mut Page<'_>, judgement: Item) {
    let dissents: Vec<Item> = page.resolved().graph.origins(judgement, LinkKind::DissentsFrom).collect();
    part(page, "Dissent", "view", dissents.len());
    for dissent in dissents {
        one(page, "dissent", page.row(dissent, ""));
        let described = &page.resolved().briefing.dissents[dissent.index];
        prose(page, "Held by", described.who.as_ref());
        likelihood(page, described.likelihood.as_ref());
    }
}

fn indicators(page: &mut Page<'_>, judgement: Item) {
    let indicators: Vec<Item> = page.resolved().graph.origins(judgement, LinkKind::MovesDown).collect();
    part(page, "Would lower it", "indicator", indicators.len());
    for indicator in indicators {
        // Whether it was seen is said below, in a line of its own.
        let (item, row) = page.row(indicator, "↓");
        one(page, "indicator", (item, ListRow { tail: Text::default(), ..row }));
        let described = &page.resolved().briefing.indicators[indicator.index];
        prose(page, "Counts from", described.threshold.as_ref());
        page.field("State", false, Text::new(Role::Text, &seen(described.seen.as_ref())));
    }
}

fn assumptions(page: &mut Page<'_>, judgement: Item) {
    let assumptions: Vec<Item> = page.resolved().graph.targets(judgement, LinkKind::Assumes).collect();
    part(page, "We assume", "assumption", assumptions.len());
    for assumption in assumptions {
        one(page, "assumption", page.row(assumption, ""));
        prose(page, "If wrong", page.resolved().briefing.assumptions[assumption.index].if_wrong.as_ref());
    }
}

fn prose(page: &mut Page<'_>, label: &'static str, text: Option<&Words>) {
    page.field(label, false, page.stated(Role::Text, text));
}
