//! The first line: the crumbs of the trail, the state of the briefing, the marking.

use super::last_line::{before, cells, set, set_marking};
use crate::briefing::{Date, Pin};
use crate::library::HeldBriefing;
use crate::library::stale::Stale;
use crate::page::about::tabs::tab_of;
use crate::page::{Found, Place, Role, locate_in};
use crate::text::{clip, count, width};
use crate::tui::column::Shown;
use crate::tui::model::Model;
use crate::tui::pointer::Zone;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where the trail has led: crumbs, then state and marking. Returns the crumbs' cells and where they lead.
pub fn head(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let line = shown.layout.head;
    let end = set_marking(model, theme, line, buffer);
    let line = before(line, end);
    if shown.layout.bare {
        return Vec::new();
    }
    let (crumbs, room, state) = crumbs_and_state(model, end.saturating_sub(2));
    let mut zones = Vec::new();
    let mut column = 1;
    for (at, crumb) in crumbs.iter().enumerate() {
        let last = at + 1 == crumbs.len();
        let style = theme.style(if last { Role::Strong } else { Role::Text });
        let start = column;
        column = set(buffer, line, column, &clip(&crumb.words, (room + 1).saturating_sub(column)), style);
        zones.extend(crumb.depth.map(|depth| (cells(line, start, column), Zone::Crumb(depth))));
        if let Some(next) = crumbs.get(at + 1) {
            // A view is of the briefing, and not of the item that one came from.
            let between = if next.is_view && at > 0 && crumb.depth.is_some() { " │ " } else { " › " };
            column = set(buffer, line, column, between, theme.style(Role::Quiet));
        }
    }
    if let Some((state, role)) = state {
        set(buffer, line, end.saturating_sub(width(&state) + 3), &state, theme.style(role));
    }
    zones
}

/// The crumbs, the cells that they have, and the state beside them, in all of these cells.
fn crumbs_and_state(model: &Model, room: usize) -> (Vec<Crumb>, usize, Option<(String, Role)>) {
    let mut crumbs = crumbs(model);
    let entry = model.briefing().and_then(|id| model.world().entry(id));
    let library = &model.world().library;
    let old = entry.map_or_else(|| library.lost(), |entry| library.stale(entry));
    let (states, role) = match (old, entry) {
        (Some(old), _) => (stale(model, old), Role::Warn),
        (None, Some(entry)) => state(model, entry),
        (None, None) => (Vec::new(), Role::Quiet),
    };
    // The trail matters more than the state, which is shortened before the trail is, and gives way where even a trail
    // without its middle would not fit beside it. That it is stale is said all the same.
    let whole: usize = crumbs.iter().map(|crumb| width(&crumb.words) + 3).sum();
    let beside = |state: &str| room.checked_sub(width(state) + 4);
    let shortened = |state: &&String| {
        let shorter = beside(state).and_then(|room| elided(&crumbs, room));
        shorter.is_some_and(|shorter| shorter.first() == crumbs.first())
    };
    let state = states.iter().find(|state| beside(state).is_some_and(|room| whole <= room + 3));
    let state = state.or_else(|| states.iter().rev().find(shortened)).or_else(|| states.last().filter(|_| old.is_some()));
    let room_beside = state.map_or(room, |state| beside(state).unwrap_or_default());
    if let Some(shorter) = elided(&crumbs, room_beside) {
        crumbs = shorter;
    } else if old.is_some() {
        crumbs.drain(..crumbs.len().saturating_sub(1));
    }
    let taken: usize = crumbs.iter().map(|crumb| width(&crumb.words) + 3).sum();
    let reason = old.zip(state).and_then(|(old, state)| more_of_why(&states[0], old, state, room.saturating_sub(taken + 1)));
    let state = reason.or_else(|| state.cloned());
    (crumbs, room_beside, state.map(|state| (clip(&state, room).into_owned(), role)))
}

/// As much of why something is stale as has room, where that is more than its short form says.
fn more_of_why(whole: &str, old: &Stale, short: &str, room: usize) -> Option<String> {
    if short == whole {
        return None;
    }
    let time = &whole[..whole.len() - old.why.len()];
    // Where a file lies is known, and it is long.
    let why = old.why.split_once(' ').filter(|(path, _)| path.contains('/')).map_or(old.why.as_str(), |(_, why)| why);
    let cut = |time: &str| {
        let cut = clip(why, room.saturating_sub(width(time)));
        // Its last word is whole.
        let words = cut.strip_suffix('…').filter(|_| cut != why).and_then(|cut| cut.rsplit_once(' '));
        let why = words.map_or_else(|| cut.to_string(), |(words, _)| format!("{}…", words.trim_end_matches([',', ';', ':'])));
        (width(&why) > width(&old.short) + 1).then(|| format!("{time}{why}"))
    };
    cut(time).or_else(|| cut(&time.replacen(" since", "", 1)))
}

/// That a briefing is no longer what its file holds, since when and why; longest first.
fn stale(model: &Model, old: &Stale) -> Vec<String> {
    let seconds = old.seconds();
    let time = format!("{:02}:{:02}Z", seconds / 3600 % 24, seconds / 60 % 60);
    let day = Date::of_unix_time(seconds);
    let time = if model.world().today.as_ref().is_none_or(|today| *today == day) { time } else { format!("{} {time}", day.as_str()) };
    let Stale { why, short, .. } = old;
    vec![format!("STALE since {time}: {why}"), format!("STALE since {time}: {short}"), format!("STALE {time}: {short}")]
}

/// The state of a briefing, longest first: how many quotes are anchored, and what is wrong; where sources and findings are
/// read, also whether the pinned sources are unchanged and how much of them is accounted for. Nothing before it was
/// counted, behind the first frame.
fn state(model: &Model, entry: &HeldBriefing) -> (Vec<String>, Role) {
    let Some(findings) = entry.known_findings().filter(|_| model.is_checked()) else { return (Vec::new(), Role::Quiet) };
    let findings = if model.is_in_room() { &[] } else { findings };
    let anchored = entry.resolved.evidence().anchored();
    let missing = anchored.whole - anchored.part;
    let quotes = match missing {
        0 => format!("{} anchored", count(anchored.whole, "quote")),
        _ => format!("{missing} of {} not anchored", count(anchored.whole, "quote")),
    };
    let pins = entry.resolved.pins();
    let changed = pins.iter().filter(|pin| matches!(pin, Pin::Changed { .. })).count();
    let mut wrong = String::new();
    if changed > 0 {
        wrong += &format!(" · {} changed", count(changed, "source"));
    }
    let role = if missing + changed > 0 { Role::Warn } else { Role::Quiet };
    let pressing = format!("{quotes}{wrong}");
    if !findings.is_empty() {
        wrong += &format!(" · {}", count(findings.len(), "finding"));
    }
    // Beside a long trail there is room for the worst alone.
    let worst = match missing {
        0 if findings.is_empty() => None,
        0 => Some(count(findings.len(), "finding")),
        _ => Some(format!("{missing} not anchored")),
    };
    let short = [format!("{quotes}{wrong}"), pressing].into_iter().chain(worst);
    let found = locate_in(model.world(), &model.trail().here().place).map(|(held, found)| tab_of(held, found));
    if !matches!(found, Some(Found::Sources | Found::Check)) {
        return (short.collect(), role);
    }
    let covered = entry.resolved.evidence().covered_in_all();
    let covered = format!(" · {}/{} sentences accounted for", covered.part, covered.whole);
    let whole = [format!("{quotes}{}{covered}{wrong}", pinned(pins)), format!("{quotes}{covered}{wrong}")];
    (whole.into_iter().chain(short).collect(), role)
}

/// That the sources whose text is pinned still have it; nothing where a change is said anyway.
fn pinned(pins: &[Pin]) -> String {
    let unchanged = pins.iter().filter(|pin| **pin == Pin::Unchanged).count();
    match (unchanged, pins.len()) {
        _ if pins.iter().any(|pin| matches!(pin, Pin::Changed { .. })) => String::new(),
        (0, _) => String::new(),
        (1, 1) => ", source unchanged".to_owned(),
        (some, all) if some < all => format!(", {some} of {all} sources pinned"),
        _ => ", sources unchanged".to_owned(),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Crumb {
    words: String,
    /// How deep it is; none of what stands for several.
    depth: Option<usize>,
    /// It is a page of the whole briefing.
    is_view: bool,
}

/// The trail in words: the briefing that we are in, then every place in it since we came to it. The cover that one began at is
/// the briefing.
fn crumbs(model: &Model) -> Vec<Crumb> {
    let way: Vec<&Place> = model.trail().way().collect();
    let briefing = model.briefing();
    let foreign = way.iter().rposition(|place| place.briefing().is_some_and(|id| Some(id) != briefing));
    let own = foreign.map_or(0, |at| at + 1);
    let first = way[own..].iter().position(|place| place.briefing().is_some()).map_or(own, |at| own + at);
    let depths = model.trail().begins() + first..;
    let mut crumbs: Vec<Crumb> = Vec::new();
    for (depth, place) in depths.zip(&way[first..]) {
        let id = briefing.filter(|_| crumbs.is_empty()).map(str::to_owned);
        let begins = place.is_cover() && crumbs.is_empty();
        let words = id.into_iter().chain((!begins).then(|| model.name(place)));
        for words in words {
            match crumbs.last_mut().filter(|last| last.words == words) {
                Some(same) => same.depth = Some(depth),
                None => crumbs.push(Crumb { words, depth: Some(depth), is_view: place.is_view() || place.is_cover() }),
            }
        }
    }
    crumbs
}

/// So many cells of a name tell a briefing from others.
const TOLD: usize = 8;

/// Crumbs that fit into `room` cells: the middle gives way first, then the end of the first name, then the beginning.
fn elided(crumbs: &[Crumb], room: usize) -> Option<Vec<Crumb>> {
    let dots = || Crumb { words: "…".to_owned(), depth: None, is_view: false };
    let fits = |crumbs: &[Crumb]| crumbs.iter().map(|crumb| width(&crumb.words) + 3).sum::<usize>() <= room + 3;
    let (first, last) = (crumbs.first()?, crumbs.last()?);
    let middles = (1..crumbs.len().saturating_sub(1)).rev().map(|kept| {
        let mut shorter = vec![first.clone(), dots()];
        shorter.extend_from_slice(&crumbs[crumbs.len() - kept..]);
        shorter
    });
    let others = crumbs.len() > 1;
    let left = room.saturating_sub(width(&last.words) + 3);
    let cut = (others && left >= TOLD).then(|| vec![Crumb { words: clip(&first.words, left).into_owned(), ..first.clone() }, last.clone()]);
    let shortest = others.then(|| vec![dots(), last.clone()]);
    std::iter::once(crumbs.to_vec()).chain(middles).chain(cut).chain(shortest).find(|crumbs| fits(crumbs))
}
