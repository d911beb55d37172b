//! What may come, what it hangs on, and what we do not know.

use super::{Reporter, Subject};
use crate::briefing::outlook::{Sum, WHOLE};
use crate::briefing::scale::Likelihood;
use crate::briefing::{ItemKind, LinkKind};
use std::cmp::Reverse;

pub fn incoherent(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    let (Some(sum), [first, .., last]) = (briefing.sum_of_scenarios(), briefing.scenarios.as_slice()) else { return };
    if sum.is_coherent() {
        return;
    }
    let Sum { low, high, .. } = sum;
    let mut rated: Vec<_> = briefing.scenarios.iter().filter_map(|scenario| Some((scenario, scenario.likelihood.as_ref()?))).collect();
    // The two that weigh most are the ones to look at.
    rated.sort_by_key(|(_, word)| Reverse(word.value.map_or(0, Likelihood::low)));
    let [(scenario, word), rest @ ..] = rated.as_slice() else { return };
    let range = format!("{}–{}", first.head.id.value, last.head.id.value);
    let message = format!("{range} are one set, and their ranges sum to {low}–{high} %: they cannot make {WHOLE}");
    report.at(&scenario.head.id, word.span, message, "change a likelihood, or add the scenario that is missing").label =
        rest.first().map(|(_, other)| (other.span, "and this one".to_owned()));
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
