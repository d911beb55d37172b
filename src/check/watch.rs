//! What would change our minds must be fixed in advance, and watched both ways.

use super::{Reporter, Subject};
use crate::briefing::model::{Indicator, Reference};
use crate::briefing::scale::Direction;
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

/// What makes one of several exclusive futures likelier makes another less likely.
pub fn one_of_set(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    if briefing.scenarios.len() < 2 {
        return;
    }
    for indicator in &briefing.indicators {
        contrary(subject, indicator, report);
        let is_scenario = |id: &str| subject.resolved.graph.find(id).is_some_and(|item| item.kind == ItemKind::Scenario);
        let moved = || indicator.moves.iter().filter(|(id, _)| is_scenario(id));
        let Some((first, _)) = moved().next() else { continue };
        let (verb, other) = if moved().all(|(_, way)| way.value == Some(Direction::Up)) {
            ("raises", "lowers")
        } else if moved().all(|(_, way)| way.value == Some(Direction::Down)) {
            ("lowers", "raises")
        } else {
            continue;
        };
        let ids: Vec<&str> = moved().map(|(id, _)| id.as_str()).collect();
        let message = format!("{verb} {} and {other} no other scenario, though one of them comes", ids.join(", "));
        let hint = format!("say which of the others it {other}");
        report.at(&indicator.head.id, first.span, message, hint);
    }
}

/// What makes a judgement likelier makes no scenario less so that it comes in, unless another in which it may come gains.
fn contrary(subject: &Subject<'_>, indicator: &Indicator, report: &mut Reporter<'_>) {
    let names = |ids: &[Reference], id: &str| ids.iter().any(|other| other.value == id);
    let moved = |id: &str| indicator.moves.iter().find(|(other, _)| other.value == id);
    for (judgement, way) in &indicator.moves {
        let (Some(item), Some(way)) = (subject.resolved.graph.find(judgement), way.value) else { continue };
        if item.kind != ItemKind::Judgement {
            continue;
        }
        let homes = subject.briefing().scenarios.iter().filter(|scenario| !names(&scenario.without, judgement));
        let homes: Vec<_> = homes.filter_map(|scenario| Some((scenario, moved(&scenario.head.id)?))).collect();
        let contrary = homes.iter().find(|(scenario, _)| names(&scenario.with, judgement));
        let (Some((_, (other, _))), true) = (contrary, homes.iter().all(|(_, (_, to))| to.value.is_some_and(|to| to != way))) else {
            continue;
        };
        let (verb, against) = if way == Direction::Up { ("raises", "lowers") } else { ("lowers", "raises") };
        let message = format!("{verb} {} and {against} {}, in which it comes", judgement.value, other.value);
        let hint = "move both the same way, or the other scenario in which it comes";
        report.at(&indicator.head.id, other.span, message, hint).label = Some((judgement.span, "and this one".to_owned()));
    }
}

/// A linchpin: the bottom line falls with it, or more than one judgement does.
fn is_linchpin(subject: &Subject<'_>, item: Item) -> bool {
    let falls: Vec<Item> = subject.resolved.falls_with(&[item]).iter().map(|fall| fall.item).collect();
    let judgements = falls.iter().filter(|item| item.kind == ItemKind::Judgement).count();
    judgements > 1 || subject.resolved.bottom_line_names(&falls)
}

pub fn linchpin_unwatched(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for item in subject.items(ItemKind::Assumption) {
        if watched(subject, item) == (0, 0, 0) && is_linchpin(subject, item) {
            let hint = "write an indicator that would show that it does not hold: `moves: {A1: down}`";
            report.on(subject.briefing().head(item), "a linchpin, and no indicator watches it", hint);
        }
    }
}
