//! What would change our minds must be fixed in advance, and watched both ways.

use super::Subject;
use crate::briefing::{Finding, Item, ItemKind, LinkKind};

/// How many indicators make an item more likely, and how many less.
fn watched(subject: &Subject<'_>, kind: ItemKind, index: usize) -> (usize, usize) {
    let item = Item { kind, index };
    let graph = &subject.resolved.graph;
    (graph.origins(item, LinkKind::MovesUp).count(), graph.origins(item, LinkKind::MovesDown).count())
}

pub fn judgement_unwatched(subject: &Subject<'_>) -> Vec<Finding> {
    let judgements = subject.briefing().judgements.iter().enumerate();
    let unwatched = judgements.filter(|(index, _)| watched(subject, ItemKind::Judgement, *index) == (0, 0));
    let findings = unwatched.map(|(_, judgement)| {
        Finding::new("judgement/unwatched", &judgement.head.id, judgement.head.id.span, "no indicator moves it")
            .hint("write an indicator that would raise or lower it")
    });
    findings.collect()
}

pub fn one_way(subject: &Subject<'_>) -> Vec<Finding> {
    let judgements = subject.briefing().judgements.iter().enumerate();
    let findings = judgements.filter_map(|(index, judgement)| {
        let points = match watched(subject, ItemKind::Judgement, index) {
            (0, 1..) => "down",
            (1.., 0) => "up",
            _ => return None,
        };
        let message = format!("every indicator points {points}");
        Some(
            Finding::new("judgement/one-way-watch", &judgement.head.id, judgement.head.id.span, message).hint("watch for the opposite too"),
        )
    });
    findings.collect()
}

pub fn scenario_unwatched(subject: &Subject<'_>) -> Vec<Finding> {
    let scenarios = subject.briefing().scenarios.iter().enumerate();
    let unwatched = scenarios.filter(|(index, _)| watched(subject, ItemKind::Scenario, *index) == (0, 0));
    let findings = unwatched.map(|(_, scenario)| {
        Finding::new("scenario/unwatched", &scenario.head.id, scenario.head.id.span, "no indicator moves it")
            .hint("write an indicator that would tell that it is coming")
    });
    findings.collect()
}

pub fn no_threshold(subject: &Subject<'_>) -> Vec<Finding> {
    let indicators = subject.briefing().indicators.iter();
    let without = indicators
        .filter_map(|indicator| subject.lacks("indicator/no-threshold", &indicator.head, "threshold", indicator.threshold.is_some()));
    without.map(|finding| finding.hint("say from what number or event on it counts, before it is seen")).collect()
}

pub fn moves_nothing(subject: &Subject<'_>) -> Vec<Finding> {
    let indicators = subject.briefing().indicators.iter();
    let without =
        indicators.filter_map(|indicator| subject.lacks("indicator/moves-nothing", &indicator.head, "moves", !indicator.moves.is_empty()));
    without.map(|finding| finding.hint("say what it moves and which way: `moves: {J1: up}`")).collect()
}
