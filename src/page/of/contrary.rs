//! The other side: what speaks against a judgement, with the weight of what speaks for it.

use super::links::{Claims, sides};
use crate::briefing::model::Text as Words;
use crate::briefing::scale::{Direction, Likelihood, Way};
use crate::briefing::{Item, ItemKind, LinkKind, Word};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{judged, likelihood_bar, seen, we_judge};
use crate::page::at::Found;
use crate::page::builder::{ItemRow, Page, side, whole};
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::Figure;
use crate::page::place::{Place, ScaleName, Side};
use crate::page::styled_text::{Role, Text};
use crate::text::count;

pub fn page(held: &HeldBriefing, judgement: usize) -> Doc {
    let item = Item { kind: ItemKind::Judgement, index: judgement };
    let mut page = side(held, judgement, Side::Contrary, "the other side");
    page.heading(&we_judge(&held.resolved.briefing, judgement));
    page.subject(Some(Found::Item(item)), Text::new(Role::Strong, &page.statement(item)));
    let bar = judged(held, judgement);
    page.labelled("Likelihood", true, Figure::Likelihood(bar), Some(Place::Scale(ScaleName::Likelihood)));
    page.begin_here();
    let way = held.resolved.briefing.judgements[judgement].way();
    // The other side comes first: the judgement's own page has said what carries it.
    for Claims { kind, heading, side } in sides(way).iter().rev() {
        claims(&mut page, heading, side, item, *kind);
    }
    readings(&mut page, item);
    dissents(&mut page, item);
    let signs: &[_] = match way {
        Way::Above => &[LOWER],
        Way::Even => &[RAISE, LOWER],
        Way::Below => &[RAISE],
    };
    for sign in signs {
        indicators(&mut page, item, sign);
    }
    assumptions(&mut page, item);
    page.finish()
}

/// Signs that would change a likelihood: the heading over them, their links, and what leads each.
type Signs = (&'static str, LinkKind, Direction);

const RAISE: Signs = ("Would raise it", LinkKind::MovesUp, Direction::Up);
const LOWER: Signs = ("Would lower it", LinkKind::MovesDown, Direction::Down);

/// A heading that says of what there is how much, or that there is nothing.
fn part(page: &mut Page<'_>, heading: &str, of: &str, noun: &str, number: usize) {
    let number_words = if number > 0 { count(number, noun) } else { String::new() };
    let tail: Vec<&str> = [of, &number_words].into_iter().filter(|words| !words.is_empty()).collect();
    let tail = tail.join(", ");
    page.heading_with(heading, Text::new(Role::Quiet, &tail));
    if number == 0 {
        page.none_recorded(heading);
    }
}

/// One item with all its words.
fn one(page: &mut Page<'_>, key: &str, row: ItemRow) {
    page.list(page.rows_of(key, vec![whole(row)]));
}

fn claims(page: &mut Page<'_>, heading: &str, side: &str, of: Item, kind: LinkKind) {
    let claims: Vec<Item> = page.resolved().graph.targets(of, kind).collect();
    part(page, heading, side, "claim", claims.len());
    let claims = claims.into_iter().map(|claim| whole(page.claim_row(claim))).collect();
    page.list(page.rows_of(heading, claims));
}

/// The rival readings, each with its own claims against and for.
fn readings(page: &mut Page<'_>, judgement: Item) {
    let readings: Vec<Item> = page.resolved().graph.origins(judgement, LinkKind::Reads).collect();
    part(page, "Other readings", "", "reading", readings.len());
    for reading in readings {
        one(page, "reading", page.row(reading, ""));
        likelihood(page, page.resolved().briefing.alternatives[reading.index].likelihood.as_ref());
        let id = page.id(reading);
        claims(page, &format!("Against {id}"), "", reading, LinkKind::AlternativeAgainst);
        claims(page, &format!("For {id}"), "", reading, LinkKind::AlternativeFor);
    }
}

fn likelihood(page: &mut Page<'_>, word: Option<&Word<Likelihood>>) {
    if word.is_some() {
        page.labelled("Likelihood", false, Figure::Likelihood(likelihood_bar(word, None)), Some(Place::Scale(ScaleName::Likelihood)));
    }
}

fn dissents(page: &mut Page<'_>, judgement: Item) {
    let dissents: Vec<Item> = page.resolved().graph.origins(judgement, LinkKind::DissentsFrom).collect();
    part(page, "Dissent", "", "view", dissents.len());
    for dissent in dissents {
        // Who holds it is said below, in a line of its own.
        let (item, row) = page.row(dissent, "");
        one(page, "dissent", (item, ListRow { tail: Text::default(), ..row }));
        let described = &page.resolved().briefing.dissents[dissent.index];
        prose(page, "Held by", described.who.as_ref());
        likelihood(page, described.likelihood.as_ref());
    }
}

fn indicators(page: &mut Page<'_>, judgement: Item, (heading, moves, direction): &Signs) {
    let indicators: Vec<Item> = page.resolved().graph.origins(judgement, *moves).collect();
    part(page, heading, "", "indicator", indicators.len());
    for indicator in indicators {
        // Whether it was seen is said below, in a line of its own.
        let (item, row) = page.row(indicator, direction.arrow());
        one(page, "indicator", (item, ListRow { tail: Text::default(), ..row }));
        let described = &page.resolved().briefing.indicators[indicator.index];
        prose(page, "Threshold", described.threshold.as_ref());
        page.field("State", false, Text::new(Role::Text, &seen(described.seen.as_ref())));
    }
}

fn assumptions(page: &mut Page<'_>, judgement: Item) {
    let assumptions: Vec<Item> = page.resolved().graph.targets(judgement, LinkKind::Assumes).collect();
    part(page, "We assume", "", "assumption", assumptions.len());
    for assumption in assumptions {
        one(page, "assumption", page.row(assumption, ""));
        prose(page, "If wrong", page.resolved().briefing.assumptions[assumption.index].if_wrong.as_ref());
    }
}

fn prose(page: &mut Page<'_>, label: &'static str, text: Option<&Words>) {
    page.field(label, false, page.stated(Role::Text, text));
}
