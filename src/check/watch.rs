//! What would change our minds must be fixed in advance, and watched both ways.

use super::{Reporter, Subject};
use crate::briefing::{Item, ItemKind, LinkKind};

/// How many indicators move an item up, how many down, and how many do not say which way.
fn watched(subject: &Subject<'_>, item: Item) -> (usize, usize, usize) {
    let count = |moves: LinkKind| subject.resolved.graph.origins(item, moves).count();
    (count(LinkKind::MovesUp), count(LinkKind::MovesDown), count(LinkKind::Moves))
}

fn unwatched(subject: &Subject<'_>, report: &mut Reporter<'_>, kind: ItemKind, hint: &str) {
    for item in subject.items(kind).filter(|item| watched(subject, *item) == (0, 0, 0)) {
        report.on(subject.briefing().head(item), "no indicator moves it", hint);
    }
}

pub fn judgement_unwatched(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    unwatched(subject, report, ItemKind::Judgement, "write an indicator that would raise or lower it");
}

pub fn scenario_unwatched(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    unwatched(subject, report, ItemKind::Scenario, "write an indicator that would tell that it is coming");
}

pub fn one_way(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for item in subject.items(ItemKind::Judgement) {
        let points = match watched(subject, item) {
            (0, 1.., 0) => "down",
            (1.., 0, 0) => "up",
            _ => continue,
        };
        report.on(subject.briefing().head(item), format!("every indicator points {points}"), "watch for the opposite too");
    }
}

pub fn no_threshold(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for indicator in subject.briefing().indicators.iter().filter(|indicator| indicator.threshold.is_none()) {
        report.lacks(&indicator.head, "threshold", "say from what number or event on it counts, before it is seen");
    }
}

pub fn moves_nothing(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for indicator in subject.briefing().indicators.iter().filter(|indicator| indicator.moves.is_empty()) {
        report.lacks(&indicator.head, "moves", "say what it moves and which way: `moves: {J1: up}`");
    }
}
