//! What may come, what it hangs on, and what we do not know.

use super::Subject;
use crate::briefing::outlook::{Sum, WHOLE};
use crate::briefing::scale::Likelihood;
use crate::briefing::{Finding, Item, ItemKind, LinkKind};

pub fn incoherent(subject: &Subject<'_>) -> Vec<Finding> {
    let briefing = subject.briefing();
    let scenarios = &briefing.scenarios;
    let (Some(sum), [first, .., last]) = (briefing.sum_of_scenarios(), scenarios.as_slice()) else { return Vec::new() };
    if sum.is_coherent() {
        return Vec::new();
    }
    let Sum { low, high, .. } = sum;
    let rated = scenarios.iter().filter_map(|scenario| Some((scenario, scenario.likelihood.as_ref()?)));
    // The two that weigh most are the ones to look at.
    let mut heaviest: Vec<_> = rated.map(|(scenario, word)| (word.value.map_or(0, Likelihood::low), scenario, word)).collect();
    heaviest.sort_by_key(|(low, ..)| std::cmp::Reverse(*low));
    let [(_, scenario, word), rest @ ..] = heaviest.as_slice() else { return Vec::new() };
    let range = format!("{}–{}", first.head.id.value, last.head.id.value);
    let message = format!("{range} are one set, and their ranges sum to {low}–{high} %: they cannot make {WHOLE}");
    let finding = Finding::new("scenario/incoherent", &scenario.head.id, word.span, message);
    let finding = match rest.first() {
        Some((_, _, other)) => finding.label(other.span, "and this one"),
        None => finding,
    };
    vec![finding.hint("change a likelihood, or add the scenario that is missing")]
}

pub fn assumption_unlinked(subject: &Subject<'_>) -> Vec<Finding> {
    let assumptions = subject.briefing().assumptions.iter().enumerate();
    let unlinked = assumptions.filter(|(index, _)| {
        let item = Item { kind: ItemKind::Assumption, index: *index };
        subject.resolved.graph.origins(item, LinkKind::Assumes).next().is_none()
    });
    let findings = unlinked.map(|(_, assumption)| {
        Finding::new("assumption/unlinked", &assumption.head.id, assumption.head.id.span, "no judgement rests on it")
            .hint("name it under `assumptions` of a judgement, or take it out")
    });
    findings.collect()
}

pub fn no_if_wrong(subject: &Subject<'_>) -> Vec<Finding> {
    let assumptions = subject.briefing().assumptions.iter();
    subject.lacking(
        "assumption/no-if-wrong",
        "if_wrong",
        assumptions.map(|assumption| (&assumption.head, assumption.if_wrong.is_some())),
        "say which judgements fall with it",
    )
}

pub fn gap_unlinked(subject: &Subject<'_>) -> Vec<Finding> {
    let gaps = subject.briefing().gaps.iter();
    subject.lacking("gap/unlinked", "limits", gaps.map(|gap| (&gap.head, !gap.limits.is_empty())), "name the judgements that it limits")
}

pub fn no_collect(subject: &Subject<'_>) -> Vec<Finding> {
    let gaps = subject.briefing().gaps.iter();
    subject.lacking("gap/no-collect", "collect", gaps.map(|gap| (&gap.head, gap.collect.is_some())), "say where the answer could be had")
}
