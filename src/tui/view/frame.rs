//! The lines around the columns: crumbs and state above, tabs, hints and place below, and the marking at both ends.

use crate::briefing::Pin;
use crate::library::HeldBriefing;
use crate::page::Role;
use crate::page::about::marking::in_short;
use crate::page::about::tabs::tabs as tabs_of;
use crate::text::width::is_simple;
use crate::text::{clip, count, neutral, width};
use crate::tui::column::Shown;
use crate::tui::model::Model;
use crate::tui::pointer::Zone;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Sets text at a column, cut at the end of `area`; returns the column behind it. No text reaches the screen by
/// another way, and none that could command it gets through.
pub fn set(buffer: &mut Buffer, area: Rect, column: usize, text: &str, style: Style) -> usize {
    let room = usize::from(area.width).saturating_sub(column);
    let Ok(x) = u16::try_from(column) else { return column };
    if area.height == 0 {
        return column + width(text);
    }
    if is_simple(text) {
        // No character needs another: each is a cell.
        for (column, (at, symbol)) in (x..).zip(text.char_indices().take(room)) {
            if let Some(cell) = buffer.cell_mut((area.x + column, area.y)) {
                cell.set_symbol(&text[at..at + symbol.len_utf8()]).set_style(style);
            }
        }
    } else {
        buffer.set_stringn(area.x + x, area.y, neutral(text), room, style);
    }
    column + width(text)
}

/// Sets the marking at the right end of a line; returns the column before it.
fn set_marking(model: &Model, theme: &Theme, line: Rect, buffer: &mut Buffer) -> usize {
    let (text, marking) = model.marking();
    let text = if width(&text) < usize::from(line.width) { text } else { in_short(&text) };
    let column = usize::from(line.width).saturating_sub(width(&text) + 1);
    set(buffer, line, column, &text, theme.marking(marking));
    column
}

/// The cells of a line from one column to another.
fn cells(line: Rect, from: usize, to: usize) -> Rect {
    let within = |column: usize| u16::try_from(column).unwrap_or(u16::MAX).min(line.width);
    Rect { x: line.x + within(from), width: within(to).saturating_sub(within(from)), ..line }
}

/// Where the trail has led: crumbs, then state and marking. Returns the crumbs' cells and where they lead.
pub fn head(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let line = shown.layout.head;
    let end = set_marking(model, theme, line, buffer);
    let crumbs = crumbs(model);
    let room = end.saturating_sub(2);
    // The trail matters more than the state, which is shortened before the trail is, and gives way where even a trail
    // without its middle would not fit beside it.
    let states = model.briefing().and_then(|id| model.world().entry(id)).map_or_else(Vec::new, |entry| state(model, entry));
    let whole: usize = crumbs.iter().map(|crumb| width(&crumb.words) + 3).sum();
    let beside = |state: &String| room.checked_sub(width(state) + 4);
    let state = states.iter().find(|state| beside(state).is_some_and(|room| whole <= room + 3)).or_else(|| {
        states
            .iter()
            .rev()
            .find(|state| beside(state).and_then(|room| elided(&crumbs, room)).is_some_and(|shorter| shorter.first() == crumbs.first()))
    });
    let crumbs = elided(&crumbs, state.and_then(beside).unwrap_or(room)).unwrap_or(crumbs);
    let mut zones = Vec::new();
    let mut column = 1;
    for (at, crumb) in crumbs.iter().enumerate() {
        let last = at + 1 == crumbs.len();
        let style = theme.style(if last { Role::Strong } else { Role::Text });
        let start = column;
        column = set(buffer, line, column, &clip(&crumb.words, end.saturating_sub(column + 1)), style);
        zones.extend(crumb.depth.map(|depth| (cells(line, start, column), Zone::Crumb(depth))));
        if !last {
            column = set(buffer, line, column, " › ", theme.style(Role::Quiet));
        }
    }
    if let Some(state) = state {
        set(buffer, line, end.saturating_sub(width(state) + 3), state, theme.style(Role::Quiet));
    }
    zones
}

/// The state of a briefing, longest first: how much is anchored, whether the pinned sources are unchanged, how much of
/// the sources is accounted for. Nothing before it was counted, behind the first frame.
fn state(model: &Model, entry: &HeldBriefing) -> Vec<String> {
    let Some(findings) = entry.known_findings().filter(|_| model.is_checked()) else { return Vec::new() };
    let evidence = entry.resolved.evidence();
    let (anchored, covered) = (evidence.anchored(), evidence.covered_in_all());
    let findings = match findings.len() {
        0 => String::new(),
        number => format!(" · {}", count(number, "finding")),
    };
    let anchored = format!("anchored {}/{}", anchored.part, anchored.whole);
    let rest = format!(" · {}/{} sentences{findings}", covered.part, covered.whole);
    let pins = entry.resolved.pins();
    let changed = pins.iter().filter(|pin| matches!(pin, Pin::Changed { .. })).count();
    let unchanged = pins.iter().filter(|pin| **pin == Pin::Unchanged).count();
    if changed > 0 {
        let changed = format!(" · {} changed", count(changed, "source"));
        return vec![format!("{anchored}{rest}{changed}"), anchored + &changed];
    }
    let pinned = match (unchanged, pins.len()) {
        (0, _) => None,
        (1, 1) => Some("source unchanged".to_owned()),
        (some, all) if some < all => Some(format!("{some} of {all} sources pinned")),
        _ => Some("sources unchanged".to_owned()),
    };
    let pinned = pinned.map(|pinned| format!("{anchored}, {pinned}{rest}"));
    pinned.into_iter().chain([format!("{anchored}{rest}"), anchored]).collect()
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Crumb {
    words: String,
    /// How deep it is; none of what stands for several.
    depth: Option<usize>,
}

/// The trail in words: the briefing, then every place but its cover.
fn crumbs(model: &Model) -> Vec<Crumb> {
    let mut crumbs: Vec<Crumb> = Vec::new();
    let mut briefing: Option<&str> = None;
    for (depth, place) in model.trail().places().enumerate() {
        let depth = Some(depth);
        if let Some(id) = place.briefing().filter(|id| briefing != Some(id)) {
            briefing = Some(id);
            crumbs.push(Crumb { words: id.to_owned(), depth });
        }
        if !place.is_cover() {
            crumbs.push(Crumb { words: model.name(place), depth });
        }
    }
    crumbs
}

/// Crumbs that fit into `room` cells: the middle gives way first, then the beginning.
fn elided(crumbs: &[Crumb], room: usize) -> Option<Vec<Crumb>> {
    let dots = || Crumb { words: "…".to_owned(), depth: None };
    let fits = |crumbs: &[Crumb]| crumbs.iter().map(|crumb| width(&crumb.words) + 3).sum::<usize>() <= room + 3;
    let (first, last) = (crumbs.first()?, crumbs.last()?);
    let middles = (1..crumbs.len().saturating_sub(1)).rev().map(|kept| {
        let mut shorter = vec![first.clone(), dots()];
        shorter.extend_from_slice(&crumbs[crumbs.len() - kept..]);
        shorter
    });
    let shortest = (crumbs.len() > 1).then(|| vec![dots(), last.clone()]);
    std::iter::once(crumbs.to_vec()).chain(middles).chain(shortest).find(|crumbs| fits(crumbs))
}

/// The tabs of the briefing; when narrow, idle ones shrink to their numbers. Returns their cells and which they are.
pub fn tabs(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let Some(line) = shown.layout.tabs else { return Vec::new() };
    let Some(entry) = model.briefing().and_then(|id| model.world().entry(id)) else { return Vec::new() };
    let lit = model.lit_tab().map(|(lit, _)| lit);
    let mut labels: Vec<String> = tabs_of(entry)
        .into_iter()
        .enumerate()
        .map(|(at, tab)| if at < 9 { format!("{} {}", at + 1, tab.label) } else { tab.label })
        .collect();
    let fits = |labels: &[String]| labels.iter().map(|label| width(label) + 2).sum::<usize>() <= usize::from(line.width);
    for at in (0..labels.len()).rev() {
        if fits(&labels) {
            break;
        }
        if Some(at) != lit {
            labels[at] = if at < 9 { (at + 1).to_string() } else { "·".to_owned() };
        }
    }
    let mut zones = Vec::new();
    let mut column = 1;
    for (at, label) in labels.iter().enumerate() {
        let style = theme.style(if Some(at) == lit { Role::Accent } else { Role::Quiet });
        let end = set(buffer, line, column, label, style);
        zones.push((cells(line, column, end), Zone::Tab(at)));
        column = end + 2;
    }
    zones
}

/// What can be done here, where in the page we are, and the marking. Returns the cells of the keys and what they do.
pub fn foot(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let mut zones = Vec::new();
    let line = shown.layout.foot;
    let end = set_marking(model, theme, line, buffer);
    let place = place(model, shown);
    let room = end.saturating_sub(width(&place) + 3);
    set(buffer, line, room, &place, theme.style(Role::Quiet));
    if let Some((sign, prompt)) = model.mode().prompt() {
        let column = set(buffer, line, 1, sign, theme.style(Role::Accent));
        let (text, before) = (neutral(prompt.text()), neutral(prompt.before_cursor()));
        let room = room.saturating_sub(1);
        // What is typed is seen: the line begins where its cursor has room.
        let mut starts = before.grapheme_indices(true).map(|(at, _)| at);
        let start = starts.find(|at| column + width(&before[*at..]) < room).unwrap_or(before.len());
        let line = Rect { width: u16::try_from(room).unwrap_or(line.width), ..line };
        set(buffer, line, column, text.get(start..).unwrap_or_default(), theme.style(Role::Strong));
        if let Ok(x) = u16::try_from((column + width(&before[start..])).min(room.saturating_sub(1))) {
            buffer.set_style(Rect::new(line.x + x, line.y, 1, 1), Style::new().add_modifier(ratatui::style::Modifier::REVERSED));
        }
        return zones;
    }
    if let Some(notice) = model.notice() {
        set(buffer, line, 1, &clip(notice, room.saturating_sub(2)), theme.style(Role::Warn));
        return zones;
    }
    let mut column = 1;
    let hints = model.hints();
    let short = hints.iter().map(|hint| width(&hint.keys) + width(&hint.words) + 4).sum::<usize>() > room;
    for (at, hint) in hints.iter().enumerate() {
        let last = at + 1 == hints.len();
        // Narrow: what Enter does in words, the way to the rest by its key alone.
        let words = if short && last { "" } else { hint.words.as_str() };
        let reserved = if last { 0 } else { 4 };
        if column + width(&hint.keys) + 1 + width(words) + reserved > room {
            continue;
        }
        let mut start = column;
        column = set(buffer, line, column, &hint.keys, theme.style(Role::Strong)) + 1;
        // Each of several keys does its own; the words do what the first does.
        if let [_, _, ..] = hint.actions.as_slice() {
            for (key, action) in hint.keys.split(' ').zip(&hint.actions) {
                zones.push((cells(line, start, start + width(key)), Zone::Hint(*action)));
                start += width(key) + 1;
            }
        }
        let end = set(buffer, line, column, words, theme.style(Role::Quiet));
        zones.extend(hint.actions.first().map(|action| (cells(line, start, end), Zone::Hint(*action))));
        column = end + 3;
    }
    zones
}

/// Which stop of how many, and how far down the page; or which hit of how many.
fn place(model: &Model, shown: &Shown) -> String {
    let here = shown.here();
    if let Some(marks) = model.marks() {
        let current = marks.current().map_or(0, |current| current + 1);
        return format!("{current}/{}", marks.hits().len());
    }
    let stops = here.flowed.doc.links.len();
    let stop = here.stop.map_or_else(String::new, |stop| format!("{}/{stops}", stop + 1));
    let how_far = match (here.last_top(), here.top) {
        (0, _) => String::new(),
        (_, 0) => "top".to_owned(),
        (last, top) if top >= last => "end".to_owned(),
        (last, top) => format!("{} %", top * 100 / last),
    };
    [stop, how_far].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

/// A message instead of a page, with the marking on the first and the last line.
pub fn message(model: &Model, message: &str, theme: &Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    if area.is_empty() {
        return;
    }
    let line = |y: u16| Rect::new(area.x, area.y + y, area.width, 1);
    let lines = crate::text::wrap(message, usize::from(area.width));
    let start = area.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(area.height)) / 2;
    for (at, range) in (start..area.height).zip(lines) {
        set(buffer, line(at), 0, &message[range], theme.style(Role::Text));
    }
    if area.height > 2 {
        set_marking(model, theme, line(0), buffer);
        set_marking(model, theme, line(area.height - 1), buffer);
    }
}
