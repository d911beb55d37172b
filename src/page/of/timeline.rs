//! What happened, and until when we judge what comes: on a rule of time, then one by one.

use super::ties::modes;
use crate::briefing::event_order::{first_day, in_order};
use crate::briefing::scale::{EventKind, Mode, Quad};
use crate::briefing::{Date, Item, ItemKind, LinkKind};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{state, when};
use crate::page::at::Found;
use crate::page::builder::{KeyedRow, Page, whole};
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::{Figure, Horizon, Lane, Mark, State, Timeline, Undated, When};
use crate::page::styled_text::{Role, Text, one_line};
use crate::page::world::World;
use crate::text::count;

const UNKNOWN: &str = "·";
const HORIZON: &str = "◇";
const SPINE: &str = "│";
/// The most actors with a lane: those with the most events.
const LANES: usize = 8;

pub fn page(world: &World, held: &HeldBriefing) -> Doc {
    let briefing = &held.resolved.briefing;
    let mut page = Page::new(held, "Timeline", &count(briefing.events.len(), "event"));
    let order = in_order(briefing, &held.resolved.graph);
    let is_expected = |event: &usize| held.resolved.mode(Item { kind: ItemKind::Event, index: *event }) == Mode::Expected;
    let (expected, happened): (Vec<usize>, Vec<usize>) = order.iter().partition(|event| is_expected(event));
    let (dated, undated): (Vec<usize>, Vec<usize>) = happened.iter().partition(|event| first_day(briefing, **event).is_some());
    let horizons = horizons(held);
    let present = present(world, held);
    if let Some(present) = present.as_ref().filter(|_| !(order.is_empty() && horizons.is_empty())) {
        figure(&mut page, &order, &horizons, present);
    }
    events(&mut page, &dated);
    let undated = undated.iter().map(|index| event_row(&page, *index, &before(&page, &dated, *index)));
    page.list_under("Undated, in the briefing’s order", undated.collect());
    let expected = expected.iter().map(|index| event_row(&page, *index, &when(briefing.events[*index].date.as_ref())));
    page.list_under("Expected by a source", expected.collect());
    forecasts(&mut page, &horizons, present.as_ref());
    page.finish()
}

/// The judgements with a horizon and its last day, in the order of those days.
fn horizons(held: &HeldBriefing) -> Vec<(usize, i64)> {
    let judgements = held.resolved.briefing.judgements.iter().enumerate();
    let mut horizons: Vec<(usize, i64)> =
        judgements.filter_map(|(index, judgement)| Some((index, judgement.by.as_ref()?.value.as_ref()?.last_day()?))).collect();
    horizons.sort_by_key(|(_, day)| *day);
    horizons
}

/// The day on which the past ends, and its name: today, or the day of the edition where that is later or today is not
/// known.
fn present(world: &World, held: &HeldBriefing) -> Option<(i64, String)> {
    let name = |word: &str, date: &Date| Some((date.last_day()?, format!("{word}, {date}")));
    let edition = held.resolved.briefing.date.as_ref().and_then(|word| name("this edition", word.value.as_ref()?));
    let today = world.today.as_ref().and_then(|today| name("today", today));
    edition.into_iter().chain(today).max_by_key(|(day, _)| *day)
}

fn figure(page: &mut Page<'_>, order: &[usize], horizons: &[(usize, i64)], present: &(i64, String)) {
    page.heading("In time");
    let is_unknown = |event: &usize| quad(page, *event).is_none();
    let unknown = order.iter().any(is_unknown).then(|| format!("{UNKNOWN} of no vocabulary"));
    let horizon = Some(format!("{HORIZON} horizon of a judgement"));
    for (key, quads, other) in [("signs with", &Quad::ALL[..2], unknown), ("signs against", &Quad::ALL[2..], horizon)] {
        let signs = quads.iter().map(|quad| format!("{} {}", quad.sign(), quad.label()));
        page.legend(key, &signs.chain(other).collect::<Vec<_>>().join("   "));
    }
    modes(page, ItemKind::Event);
    let (names, undated) = undated(page, order);
    let lane = |page: &Page<'_>, label: Text, events: &[usize]| Lane {
        label,
        marks: events.iter().map(|event| mark(page, &names, *event)).collect(),
    };
    let mut lanes = Vec::new();
    if !order.is_empty() {
        lanes.push(lane(page, Text::new(Role::Quiet, "events"), order));
    }
    let mut actors: Vec<(usize, Vec<usize>)> = (0..page.resolved().briefing.actors.len())
        .map(|index| {
            let own: Vec<usize> =
                page.resolved().graph.origins(Item { kind: ItemKind::Actor, index }, LinkKind::Involves).map(|event| event.index).collect();
            (index, order.iter().copied().filter(|event| own.contains(event)).collect())
        })
        .filter(|(_, events): &(usize, Vec<usize>)| !events.is_empty())
        .collect();
    actors.sort_by_key(|(_, events)| std::cmp::Reverse(events.len()));
    actors.truncate(LANES);
    let twin = twin(page, order, &actors, horizons, present);
    for (index, events) in actors {
        let actor = Item { kind: ItemKind::Actor, index };
        let label = Text::default().link_as(Role::Text, &page.summary(actor), page.place(actor));
        lanes.push(lane(page, label, &events));
    }
    let judgement = |index: usize| Item { kind: ItemKind::Judgement, index };
    let forecasts = horizons.iter().map(|(index, day)| {
        let likelihood = page.resolved().briefing.judgements[*index].likelihood.as_ref();
        let range = likelihood.map_or("", |word| word.value.map_or(word.text.as_str(), |term| term.range()));
        let label = Text::default().link(page.id(judgement(*index)), page.place(judgement(*index)));
        Horizon { day: *day, label: if range.is_empty() { label } else { label.and(Role::Quiet, &format!(" {range}")) } }
    });
    let horizons = forecasts.collect();
    let figure = Timeline { present: present.clone(), undated, lanes, horizons, twin };
    page.figure("rule of time", true, Figure::Timeline(figure));
}

/// The events without a date, by their indices and as the figure has them.
fn undated(page: &Page<'_>, order: &[usize]) -> (Vec<usize>, Vec<Undated>) {
    let briefing = &page.resolved().briefing;
    let day = |event: &usize| first_day(briefing, *event);
    let of = order.iter().enumerate().filter(|(_, event)| day(event).is_none()).map(|(at, event)| {
        let between = (order[..at].iter().filter_map(day).next_back(), order[at..].iter().find_map(day));
        (*event, Undated { name: page.id(Item { kind: ItemKind::Event, index: *event }).to_owned(), between })
    });
    of.unzip()
}

/// `undated` are the events without a date, in their order.
fn mark(page: &Page<'_>, undated: &[usize], event: usize) -> Mark {
    let date = page.resolved().briefing.events[event].date.as_ref().and_then(|word| word.value.as_ref());
    let (sign, role) = sign(page, event);
    let place = page.place(Item { kind: ItemKind::Event, index: event });
    let during = page.resolved().graph.origins(Item { kind: ItemKind::Event, index: event }, LinkKind::During);
    let last = during.filter_map(|other| undated.iter().position(|event| *event == other.index)).max();
    let when = match undated.iter().position(|other| *other == event) {
        Some(at) => When::Order(at, last.unwrap_or(at)),
        None => When::Days(date.and_then(Date::first_day), date.and_then(Date::last_day)),
    };
    Mark { when, sign: Text::default().link_as(role, &sign, place) }
}

/// Its class; `None` where its kind is of no vocabulary.
fn quad(page: &Page<'_>, event: usize) -> Option<Quad> {
    page.resolved().briefing.events[event].kind.and_then(EventKind::quad)
}

/// With "?" or ">" behind it where no source reports the event.
fn sign(page: &Page<'_>, event: usize) -> (String, Role) {
    let (sign, role) = quad(page, event)
        .map_or((UNKNOWN, Role::Text), |quad| (quad.sign(), if quad.is_conflict() { Role::Conflict } else { Role::Cooperation }));
    (format!("{sign}{}", page.resolved().mode(Item { kind: ItemKind::Event, index: event }).sign()), role)
}

/// Dates and ids alone: the lists below have the words.
fn twin(page: &Page<'_>, order: &[usize], lanes: &[(usize, Vec<usize>)], horizons: &[(usize, i64)], present: &(i64, String)) -> String {
    let briefing = &page.resolved().briefing;
    let mode = |index: usize| page.resolved().mode(Item { kind: ItemKind::Event, index });
    let event = |index: &usize| {
        let event = &briefing.events[*index];
        let when = event.date.as_ref().map_or_else(String::new, |date| when(Some(date)));
        let mode = if mode(*index) == Mode::Alleged { "(alleged)" } else { "" };
        [event.head.id.value.as_str(), &when, mode].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let horizon = |(index, _): &(usize, i64)| {
        let judgement = &briefing.judgements[*index];
        format!("{} by {}", judgement.head.id.value, when(judgement.by.as_ref()))
    };
    let (expected, happened): (Vec<usize>, Vec<usize>) = order.iter().partition(|index| mode(**index) == Mode::Expected);
    let (dated, undated): (Vec<usize>, Vec<usize>) = happened.iter().partition(|event| first_day(briefing, **event).is_some());
    let known = undated.iter().map(|event| (briefing.events[*event].head.id.value.as_str(), said(page, *event)));
    let known: Vec<String> = known.filter(|(_, said)| !said.is_empty()).map(|(id, said)| format!("{id} {said}")).collect();
    let events = |of: &[usize]| of.iter().map(event).collect::<Vec<_>>().join(", ");
    let judged: Vec<String> = horizons.iter().map(horizon).collect();
    let actors = lanes.iter().map(|(actor, events)| {
        let ids: Vec<&str> = events.iter().map(|event| page.id(Item { kind: ItemKind::Event, index: *event })).collect();
        format!("{} in {}", page.id(Item { kind: ItemKind::Actor, index: *actor }), ids.join(", "))
    });
    let actors: Vec<String> = actors.collect();
    let parts = [
        ("Dated", events(&dated)),
        ("Undated, in the briefing’s order", events(&undated)),
        ("Known of their order", known.join("; ")),
        ("Expected", events(&expected)),
        ("Took part", actors.join("; ")),
        ("The past ends at", present.1.clone()),
        ("Judged", judged.join(", ")),
    ];
    let said: Vec<String> =
        parts.into_iter().filter(|(_, words)| !words.is_empty()).map(|(what, words)| one_line(&format!("{what}: {words}."))).collect();
    said.join("\n")
}

/// The dated events, and between two of them the time that went by.
fn events(page: &mut Page<'_>, dated: &[usize]) {
    let mut rows = Vec::new();
    for (at, event) in dated.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).map(|before| dated[before]) {
            let row = ListRow {
                id: Text::new(Role::Line, SPINE),
                text: Text::new(Role::Quiet, &apart(page, before, *event)),
                ..ListRow::default()
            };
            rows.push((format!("before {}", page.id(Item { kind: ItemKind::Event, index: *event })), None, row));
        }
        rows.push(event_row(page, *event, &when(page.resolved().briefing.events[*event].date.as_ref())));
    }
    page.list_under("Dated", rows);
}

fn event_row(page: &Page<'_>, index: usize, lead: &str) -> KeyedRow {
    let (item, row) = whole(page.row(Item { kind: ItemKind::Event, index }, lead));
    let (sign, role) = sign(page, index);
    let id = Text::new(role, &sign).and(Role::Text, " ").and(Role::Accent, page.id(item));
    (format!("event {}", page.id(item)), Some(Found::Item(item)), ListRow { id, ..row })
}

/// How long after one event another began: "28 days", "about 3 months". Nothing where both may have been at one time.
fn apart(page: &Page<'_>, before: usize, event: usize) -> String {
    let date = |event: usize| page.resolved().briefing.events[event].date.as_ref()?.value.as_ref();
    let (Some(from), Some(to)) = (date(before), date(event)) else { return String::new() };
    let exact = from.is_one_day() && to.is_one_day();
    let (Some(end), Some(start)) = (from.last_day(), to.first_day()) else { return String::new() };
    if start <= end {
        return if exact { "the same day".to_owned() } else { String::new() };
    }
    let days = usize::try_from(start - from.first_day().unwrap_or(end)).unwrap_or(0);
    // Rounded: a month has 30½ days, and 400 years of the Gregorian calendar have 146,097.
    let words = match days {
        ..60 => count(days, "day"),
        60..730 => count((days * 2 + 30) / 61, "month"),
        _ => count((days * 400 + 73_048) / 146_097, "year"),
    };
    if exact && days < 60 { words } else { format!("about {words}") }
}

/// "undated, after T3": what it is said to come after, or else the dated event before it in the file.
fn before(page: &Page<'_>, dated: &[usize], event: usize) -> String {
    let said = said(page, event);
    if !said.is_empty() {
        return said;
    }
    let last = dated.iter().filter(|other| **other < event).max();
    last.map_or_else(|| "undated".to_owned(), |last| format!("undated, after {}", page.resolved().briefing.events[*last].head.id.value))
}

/// "after T2, T3, during T5"; empty where nothing is said.
fn said(page: &Page<'_>, event: usize) -> String {
    let item = Item { kind: ItemKind::Event, index: event };
    let said = [(LinkKind::After, "after"), (LinkKind::During, "during")].into_iter().filter_map(|(kind, word)| {
        let ids: Vec<&str> = page.resolved().graph.targets(item, kind).map(|other| page.id(other)).collect();
        (!ids.is_empty()).then(|| format!("{word} {}", ids.join(", ")))
    });
    said.collect::<Vec<_>>().join(", ")
}

fn forecasts(page: &mut Page<'_>, horizons: &[(usize, i64)], present: Option<&(i64, String)>) {
    if horizons.is_empty() {
        return;
    }
    page.heading("We judge until");
    let rows = horizons.iter().map(|(index, day)| {
        let by = when(page.resolved().briefing.judgements[*index].by.as_ref());
        let passed = present.is_some_and(|(present, _)| day < present);
        let (item, row) = whole(page.row(Item { kind: ItemKind::Judgement, index: *index }, &by));
        let id = Text::new(Role::Accent, HORIZON).and(Role::Text, " ").and(Role::Accent, page.id(item));
        let known = state(page.held, *index).filter(|state| *state != State::Passed);
        let tail = match known {
            Some(state) => Text::new(state.role(), state.words()),
            None if passed => Text::new(Role::Warn, "passed"),
            None => row.tail,
        };
        (format!("horizon {}", page.id(item)), Some(Found::Item(item)), ListRow { id, tail, ..row })
    });
    page.list(rows.collect());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn m20_every_class_of_event_has_a_sign_of_its_own() {
        let mut signs: Vec<&str> = Quad::ALL.iter().map(|quad| quad.sign()).chain([UNKNOWN, HORIZON, SPINE]).collect();
        assert!(signs.iter().all(|sign| width(sign) == 1));
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), 7);
    }
}
