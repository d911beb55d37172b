//! What may come, what it hangs on, and what we do not know.

use super::{Reporter, Subject};
use crate::briefing::model::Reference;
use crate::briefing::outlook::{Held, Range, Together, WHOLE, shared, words};
use crate::briefing::references::references;
use crate::briefing::scale::Likelihood;
use crate::briefing::{ItemKind, LinkKind};
use crate::english::is_foreign;
use crate::text::phrases::find;
use std::cmp::Reverse;

pub fn incoherent(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    let (Some(together), [first, .., last]) = (briefing.scenarios_together(), briefing.scenarios.as_slice()) else { return };
    if together.is_coherent() {
        return;
    }
    let mut rated: Vec<_> =
        briefing.scenarios.iter().enumerate().filter_map(|(at, scenario)| Some((at, scenario, scenario.likelihood.as_ref()?))).collect();
    // The two that weigh most are the ones to look at.
    rated.sort_by_key(|(.., word)| Reverse(word.value.map_or(0, Likelihood::low)));
    let [(at, scenario, word), rest @ ..] = rated.as_slice() else { return };
    let set = format!("{}–{}", first.head.id.value, last.head.id.value);
    let message = format!("{set} are one set, and their ranges sum to {} %: they cannot make {WHOLE}", words(together.sum));
    let left = together.left[*at].map_or_else(
        || format!("the others alone make more than {WHOLE} %"),
        |left| format!("the others leave {} {} %", scenario.head.id.value, words(left)),
    );
    report.at(&scenario.head.id, word.span, message, format!("{left}: change a likelihood, or add the scenario that is missing")).label =
        rest.first().map(|(_, _, other)| (other.span, "and this one".to_owned()));
}

/// How much of a range is left of it, in percent.
fn kept(own: Range, each: Range) -> u32 {
    let width = |(low, high): Range| high - low;
    width(each) * WHOLE / width(own).max(1)
}

/// A word that can hold in less than half of its range says more than there is.
pub fn narrow(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    let Some(together) = briefing.scenarios_together().filter(Together::is_coherent) else { return };
    for Held { judgement, stated, left } in briefing.held_together() {
        let judgement = &briefing.judgements[judgement];
        let (Some(word), Some(each)) = (&judgement.likelihood, shared(stated, left)) else { continue };
        if kept(stated, each) < WHOLE / 2 {
            let message = format!("the scenarios leave {} {} %: {} says more than can be", judgement.head.id.value, words(each), word.text);
            report.at(&judgement.head.id, word.span, message, "change a likelihood, or `with` and `without` of a scenario");
        }
    }
    let kept = together.stated.iter().zip(together.each()).map(|(own, each)| kept(*own, each));
    let narrowest =
        briefing.scenarios.iter().zip(kept).filter_map(|(scenario, kept)| Some((kept, scenario, scenario.likelihood.as_ref()?)));
    let Some((kept, scenario, word)) = narrowest.min_by_key(|(kept, ..)| *kept) else { return };
    if kept < WHOLE / 2 {
        let each = briefing.scenarios_with(together.each());
        let message = format!("{each} if they are to make a whole: {} says more than can be", word.text);
        report.at(&scenario.head.id, word.span, message, "change the likelihoods until each can be what its word says");
    }
}

/// A judgement and the scenarios that its event comes in are told of one future.
pub fn against_judgement(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for Held { judgement, stated, left } in briefing.held_together() {
        let judgement = &briefing.judgements[judgement];
        let (Some(word), None) = (&judgement.likelihood, shared(stated, left)) else { continue };
        let id = &judgement.head.id;
        let message = format!("{} is {} %, and the scenarios leave {} {} %", word.text, words(stated), id.value, words(left));
        let named = |ids: &[Reference]| ids.iter().find(|named| named.value == id.value).map(|named| named.span);
        let place = briefing.scenarios.iter().find_map(|one| named(&one.with).or_else(|| named(&one.without)));
        report.at(id, word.span, message, "change a likelihood, or `with` and `without` of a scenario").label =
            place.map(|span| (span, "in this one".to_owned()));
    }
}

/// What keeps a future apart from the others, as whole words.
const APART: [&str; 34] = [
    "alone",
    "at least",
    "at most",
    "before",
    "between",
    "beyond",
    "but",
    "else",
    "except",
    "fewer",
    "first",
    "in place of",
    "instead",
    "less than",
    "more than",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "only",
    "other than",
    "otherwise",
    "rather than",
    "remains",
    "short of",
    "stays",
    "still",
    "unless",
    "until",
    "without",
];

/// One scenario may be told by what the others exclude; of two that exclude nothing both could come.
pub fn not_exclusive(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let scenarios = &subject.briefing().scenarios;
    let is_apart = |text: &str| !find(text, &APART).is_empty() || references(text).any(|(_, id)| id.starts_with('S'));
    let open: Vec<_> = scenarios.iter().filter(|one| one.text.as_ref().is_some_and(|text| !is_foreign(text) && !is_apart(text))).collect();
    let [first, second, ..] = open.as_slice() else { return };
    let Some(text) = &first.text else { return };
    let ids: Vec<&str> = open.iter().map(|one| one.head.id.as_str()).collect();
    let message = format!("nothing in {} keeps the others out: more than one of them can come", ids.join(", "));
    let hint = "say in each what does not happen in it, so that exactly one comes: “…, and no contract is signed”";
    report.at(&first.head.id, text.span, message, hint).label = second.text.as_ref().map(|text| (text.span, "nor in this one".to_owned()));
}

pub fn assumption_unlinked(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for item in subject.items(ItemKind::Assumption) {
        if subject.resolved.graph.origins(item, LinkKind::Assumes).next().is_none() {
            let hint = "name it under `assumptions` of a judgement, or take it out";
            report.on(subject.briefing().head(item), "no judgement rests on it", hint);
        }
    }
}

pub fn no_if_wrong(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for assumption in subject.briefing().assumptions.iter().filter(|assumption| assumption.if_wrong.is_none()) {
        report.lacks(&assumption.head, "if_wrong", "say which judgements fall with it");
    }
}

pub fn gap_unlinked(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for gap in subject.briefing().gaps.iter().filter(|gap| gap.limits.is_empty()) {
        report.lacks(&gap.head, "limits", "name the judgements that it limits");
    }
}

pub fn no_collect(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for gap in subject.briefing().gaps.iter().filter(|gap| gap.collect.is_none()) {
        report.lacks(&gap.head, "collect", "say where the answer could be had");
    }
}
