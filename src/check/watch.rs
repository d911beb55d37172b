//! What would change our minds must be fixed in advance, and watched both ways.

use super::Subject;
use crate::briefing::{Finding, Item, ItemKind, LinkKind};

/// How many indicators make an item more likely, how many less, and how many do not say.
fn watched(subject: &Subject<'_>, kind: ItemKind, index: usize) -> (usize, usize, usize) {
    let count = |moves: LinkKind| subject.resolved.graph.origins(Item { kind, index }, moves).count();
    (count(LinkKind::MovesUp), count(LinkKind::MovesDown), count(LinkKind::Moves))
}

/// A finding for each item of a kind that no indicator moves.
fn unwatched(subject: &Subject<'_>, rule: &'static str, kind: ItemKind, hint: &str) -> Vec<Finding> {
    let briefing = subject.briefing();
    let unwatched = (0..briefing.count(kind)).filter(|index| watched(subject, kind, *index) == (0, 0, 0));
    let findings = unwatched.map(|index| {
        let id = &briefing.head(Item { kind, index }).id;
        Finding::new(rule, id, id.span, "no indicator moves it").hint(hint)
    });
    findings.collect()
}

pub fn judgement_unwatched(subject: &Subject<'_>) -> Vec<Finding> {
    unwatched(subject, "judgement/unwatched", ItemKind::Judgement, "write an indicator that would raise or lower it")
}

pub fn scenario_unwatched(subject: &Subject<'_>) -> Vec<Finding> {
    unwatched(subject, "scenario/unwatched", ItemKind::Scenario, "write an indicator that would tell that it is coming")
}

pub fn one_way(subject: &Subject<'_>) -> Vec<Finding> {
    let judgements = subject.briefing().judgements.iter().enumerate();
    let findings = judgements.filter_map(|(index, judgement)| {
        let points = match watched(subject, ItemKind::Judgement, index) {
            (0, 1.., 0) => "down",
            (1.., 0, 0) => "up",
            _ => return None,
        };
        let message = format!("every indicator points {points}");
        Some(
            Finding::new("judgement/one-way-watch", &judgement.head.id, judgement.head.id.span, message).hint("watch for the opposite too"),
        )
    });
    findings.collect()
}

pub fn no_threshold(subject: &Subject<'_>) -> Vec<Finding> {
    let indicators = subject.briefing().indicators.iter();
    subject.lacking(
        "indicator/no-threshold",
        "threshold",
        indicators.map(|indicator| (&indicator.head, indicator.threshold.is_some())),
        "say from what number or event on it counts, before it is seen",
    )
}

pub fn moves_nothing(subject: &Subject<'_>) -> Vec<Finding> {
    let indicators = subject.briefing().indicators.iter();
    subject.lacking(
        "indicator/moves-nothing",
        "moves",
        indicators.map(|indicator| (&indicator.head, !indicator.moves.is_empty())),
        "say what it moves and which way: `moves: {J1: up}`",
    )
}
