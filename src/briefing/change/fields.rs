//! What an item says under each of its fields, then and now.

use super::Fate;
use super::arrangement::arrangement;
use super::facts::facts;
use super::field_change::FieldChange;
use super::others::{OtherChange, grounds_of, own_words};
use crate::briefing::model::{Briefing, Item, ItemKind, Text};
use crate::text::single_spaced;
use std::iter;

/// The fields that differ of an item that is kept.
#[must_use]
pub fn fields(before: &Briefing, now: &Briefing, change: &OtherChange) -> Vec<FieldChange> {
    let Fate::Kept { before: old, now: new } = change.fate else { return Vec::new() };
    let of = |briefing, index| said(briefing, Item { kind: change.kind, index });
    differing(&of(before, old), &of(now, new))
}

/// Those of the briefing itself but its date and its bottom line.
#[must_use]
pub fn own_fields(before: &Briefing, now: &Briefing) -> Vec<FieldChange> {
    let of = |briefing| -> Vec<(String, String)> {
        own_words(briefing).into_iter().map(|(field, words)| (field.to_owned(), words.join(" · "))).collect()
    };
    let arranged = arrangement(before, now).into_iter().map(|(_, change)| change);
    differing(&of(before), &of(now)).into_iter().chain(arranged).collect()
}

/// The grounds of a judgement of this edition, by its index, that differ from what it rested on before.
#[must_use]
pub fn grounds(before: &Briefing, now: &Briefing, index: usize) -> Vec<FieldChange> {
    let Some(now) = now.judgements.get(index) else { return Vec::new() };
    let Some(then) = before.judgements.iter().find(|then| then.head.id.value == now.head.id.value) else { return Vec::new() };
    let of = |judgement| grounds_of(judgement).map(|(field, words)| (field.to_owned(), words));
    differing(&of(then), &of(now))
}

fn differing(then: &[(String, String)], now: &[(String, String)]) -> Vec<FieldChange> {
    let under = |fields: &[(String, String)], field: &str| {
        let all: Vec<&str> =
            fields.iter().filter(|(name, words)| name == field && !words.is_empty()).map(|(_, words)| words.as_str()).collect();
        (!all.is_empty()).then(|| all.join(" · "))
    };
    let added = now.iter().filter(|(field, _)| then.iter().all(|(other, _)| other != field));
    let mut names: Vec<&str> = then.iter().chain(added).map(|(field, _)| field.as_str()).collect();
    names.dedup();
    let pairs = names.into_iter().map(|field| FieldChange { field: field.to_owned(), then: under(then, field), now: under(now, field) });
    pairs.filter(|pair| pair.then != pair.now).collect()
}

fn said(briefing: &Briefing, item: Item) -> Vec<(String, String)> {
    let at = item.index;
    let (field, second) = match item.kind {
        ItemKind::Assumption => ("if_wrong", briefing.assumptions[at].if_wrong.as_ref()),
        ItemKind::Indicator => ("threshold", briefing.indicators[at].threshold.as_ref()),
        ItemKind::Gap => ("collect", briefing.gaps[at].collect.as_ref()),
        _ => ("", None),
    };
    let is_second = |text: &Text| second.is_some_and(|second| std::ptr::eq(second, text));
    let texts = briefing.said(item).map(|text| (if is_second(text) { field } else { "text" }.to_owned(), single_spaced(&text.value)));
    let accepted = briefing.head(item).accept.iter().map(|(_, why)| ("accept".to_owned(), single_spaced(&why.value)));
    let facts = facts(briefing, item, iter::empty());
    let facts = facts.iter().filter_map(|fact| fact.split_once(' ')).map(|(field, words)| (field.to_owned(), words.to_owned()));
    texts.chain(facts).chain(accepted).collect()
}
