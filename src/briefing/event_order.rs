//! The order of events: by date where there is one, and else by what is said to come after what, and by the file.

use super::graph::{Graph, LinkKind};
use super::model::{Briefing, Item, ItemKind};

/// All events in their order, by their indices.
///
/// One without a date stands behind the dated one before it in the file, unless it is said to come later. What happened
/// during another event stands right behind it. A circle is broken where the file has its first event.
#[must_use]
pub fn in_order(briefing: &Briefing, graph: &Graph) -> Vec<usize> {
    let day = |event: usize| first_day(briefing, event);
    let (mut dated, undated): (Vec<usize>, Vec<usize>) = (0..briefing.events.len()).partition(|event| day(*event).is_some());
    dated.sort_by_key(|event| day(*event));
    let mut waiting = Vec::with_capacity(briefing.events.len());
    let behind = |dated: Option<usize>| undated.iter().copied().filter(move |event| dated_before(briefing, *event) == dated);
    waiting.extend(behind(None));
    for event in &dated {
        waiting.push(*event);
        waiting.extend(behind(Some(*event)));
    }
    let mut order = Vec::with_capacity(waiting.len());
    while let Some(first) = waiting.first() {
        let ready = |event: usize| said_before(graph, event).all(|other| !waiting.contains(&other) || day(event).is_some());
        // Dates are firm: only what has none waits.
        let next = waiting.iter().copied().find(|event| ready(*event)).unwrap_or(*first);
        let inside = graph.origins(event_item(next), LinkKind::During).map(|item| item.index).filter(|event| {
            let others_past = || said_before(graph, *event).all(|to| to == next || !waiting.contains(&to));
            *event != next && day(*event).is_none() && waiting.contains(event) && others_past()
        });
        let placed: Vec<usize> = std::iter::once(next).chain(inside).collect();
        waiting.retain(|event| !placed.contains(event));
        order.extend(placed);
    }
    order
}

/// The day that an event is ordered by: the first on which it may have happened, or else the last.
#[must_use]
pub fn first_day(briefing: &Briefing, event: usize) -> Option<i64> {
    let date = briefing.events[event].date.as_ref()?.value.as_ref()?;
    date.first_day().or(date.last_day())
}

/// The dated event before another in the file.
fn dated_before(briefing: &Briefing, event: usize) -> Option<usize> {
    (0..event).rev().find(|other| first_day(briefing, *other).is_some())
}

/// The events that an event is said to come after, or to happen during.
fn said_before(graph: &Graph, event: usize) -> impl Iterator<Item = usize> {
    let links = graph.from(event_item(event)).iter();
    links.filter(|link| matches!(link.kind, LinkKind::After | LinkKind::During)).map(|link| link.to.index)
}

/// The event comes after itself, by way of others or at once.
#[must_use]
pub fn is_in_circle(graph: &Graph, event: usize) -> bool {
    let mut reached: Vec<usize> = said_before(graph, event).collect();
    let mut at = 0;
    while let Some(next) = reached.get(at).copied() {
        if next == event {
            return true;
        }
        let more: Vec<usize> = said_before(graph, next).filter(|other| !reached.contains(other)).collect();
        reached.extend(more);
        at += 1;
    }
    false
}

fn event_item(index: usize) -> Item {
    Item { kind: ItemKind::Event, index }
}
