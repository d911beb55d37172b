//! How a line of cells is set, and the last line: hints, place, marking.

use crate::page::Role;
use crate::page::about::marking::in_short;
use crate::page::doc::Part;
use crate::text::width::is_simple;
use crate::text::{clip, neutral, width};
use crate::tui::column::Shown;
use crate::tui::layout::SMALLEST;
use crate::tui::model::{Hint, Mode, Model, TIME, Talk};
use crate::tui::pointer::Zone;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Below this width, in cells, the last line tells what the keys do before anything else.
const NARROW: u16 = 60;

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
        set_graphemes(buffer, (area.x + x, area.y), &neutral(text), room, style);
    }
    column + width(text)
}

/// As ratatui sets a text, by our measure of its graphemes.
fn set_graphemes(buffer: &mut Buffer, (mut x, y): (u16, u16), text: &str, room: usize, style: Style) {
    let end = x.saturating_add(u16::try_from(room).unwrap_or(u16::MAX)).min(buffer.area.right());
    for symbol in text.graphemes(true).filter(|symbol| !symbol.contains(char::is_control)) {
        let behind = x.saturating_add(u16::try_from(width(symbol)).unwrap_or(u16::MAX));
        if behind > end {
            break;
        }
        if x == behind {
            continue;
        }
        buffer[(x, y)].set_symbol(symbol).set_style(style);
        (x + 1..behind).for_each(|x| buffer[(x, y)].reset());
        x = behind;
    }
}

/// Sets the marking at the right end of a line; returns the column before it.
pub fn set_marking(model: &Model, theme: &Theme, line: Rect, buffer: &mut Buffer) -> usize {
    let (text, marking) = model.marking();
    let fits = |text: &str| width(text) < usize::from(line.width);
    let short = Some(in_short(&text)).filter(|short| !fits(&text) && fits(short));
    let text = short.unwrap_or(text);
    // Cut, it says so: the beginning of one marking may be another.
    let text = clip(&text, usize::from(line.width));
    let column = usize::from(line.width).saturating_sub(width(&text) + 1);
    set(buffer, line, column, &text, theme.marking(marking));
    column
}

/// The line without the marking, over which nothing may be drawn: cut at its beginning, it is a lower one.
#[must_use]
pub fn before(line: Rect, end: usize) -> Rect {
    Rect { width: u16::try_from(end).unwrap_or(u16::MAX).min(line.width), ..line }
}

/// The cells of a line from one column to another.
pub fn cells(line: Rect, from: usize, to: usize) -> Rect {
    let within = |column: usize| u16::try_from(column).unwrap_or(u16::MAX).min(line.width);
    Rect { x: line.x + within(from), width: within(to).saturating_sub(within(from)), ..line }
}

/// What can be done here, where in the page we are, and the marking. Returns the cells of the keys and what they do.
pub fn foot(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let line = shown.layout.foot;
    let end = set_marking(model, theme, line, buffer);
    let is_narrow = line.width < NARROW;
    let line = before(line, end);
    let place = place(model, shown, is_narrow);
    let room = end.saturating_sub(width(&place) + if is_narrow { 2 } else { 3 });
    set(buffer, line, room, &place, theme.style(Role::Quiet));
    if let Some((sign, prompt)) = model.mode().prompt() {
        // Why an answer is none stands where it is asked for, until the next key.
        let refused = model.notice().filter(|_| matches!(model.mode(), Mode::Form(_)));
        let (sign, role, most) = match refused {
            Some(why) => (format!("{why} ").into(), Role::Warn, room.saturating_sub(width(prompt.text()).min(room / 4) + 3)),
            // Of a question that is long, as much as leaves room for the answer.
            None => (sign, Role::Accent, room / 2),
        };
        let sign = clip(&sign, most);
        let column = set(buffer, line, 1, &sign, theme.style(role)) + usize::from(sign.ends_with('…'));
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
        return Vec::new();
    }
    if let Some(notice) = model.notice() {
        set(buffer, line, 1, &clip(notice, room.saturating_sub(2)), theme.style(Role::Warn));
        return Vec::new();
    }
    if shown.layout.bare {
        time_bar(model, theme, line, room, buffer);
        return Vec::new();
    }
    hints(model, line, room.saturating_sub(usize::from(is_narrow)), theme, buffer)
}

/// What can be done here, as far as it has room. The last hint is the way to all the others: it has its place.
fn hints(model: &Model, line: Rect, room: usize, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let mut zones = Vec::new();
    let mut column = 1;
    let hints = model.hints();
    let gap = if line.width < NARROW { 2 } else { 3 };
    let cells_of = |hint: &Hint, words: &str| width(&hint.keys) + 1 + width(words);
    let short = hints.iter().map(|hint| cells_of(hint, &hint.words) + gap).sum::<usize>() > room;
    let key_alone = short && gap > 2;
    let words_of_last = |hint: &Hint| if key_alone { String::new() } else { hint.words.clone() };
    let reserved = hints.last().map_or(0, |last| gap + cells_of(last, &words_of_last(last)));
    for (at, hint) in hints.iter().enumerate() {
        let last = at + 1 == hints.len();
        let reserved = if last { 0 } else { reserved };
        let fits = |words: &&str| column + cells_of(hint, words) + reserved <= room;
        // Narrow: what Enter does in a word, and the key of the last alone where its word has no room.
        let words = if last { words_of_last(hint) } else { hint.words.clone() };
        let first = words.split(' ').next().filter(|_| at == 0);
        let bare = Some("").filter(|_| last);
        let Some(words) = [Some(words.as_str()), first, bare].into_iter().flatten().find(fits) else { continue };
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
        column = end + gap;
    }
    zones
}

/// Which stop of how many, and how far down the page; or which hit of how many. Narrow: one of them, what the keys do needs
/// the room.
fn place(model: &Model, shown: &Shown, is_narrow: bool) -> String {
    let here = shown.here();
    let hits = model.marks().map(|marks| {
        let current = marks.current().map_or(0, |current| current + 1);
        marks.places().map_or_else(|| "…".to_owned(), |places| format!("{current}/{places}"))
    });
    if let Some((held, slide)) = model.slide().filter(|_| shown.layout.bare) {
        let page = model.page_of_slide().map_or_else(String::new, |(page, pages)| format!(", {page} of {pages}"));
        let hits = hits.map_or_else(String::new, |hits| format!("hit {hits}   "));
        return format!("{hits}{}/{}{page}", slide + 1, held.resolved.briefing.talk().len());
    }
    if let Some(hits) = hits {
        return hits;
    }
    let stops = here.flowed.doc.links.len();
    if let Some(Part { from, of, before }) = here.flowed.doc.part {
        let row = here.stop.and_then(|stop| stop.checked_sub(before));
        return row.map_or_else(String::new, |row| format!("{}/{of}", from + row + 1));
    }
    let stop = here.stop.map_or_else(String::new, |stop| format!("{}/{stops}", stop + 1));
    let how_far = match (here.last_top(), here.top) {
        (0, _) => String::new(),
        (_, 0) => "top".to_owned(),
        (last, top) if top >= last => "end".to_owned(),
        (last, top) => format!("{} %", top * 100 / last),
    };
    let parts = [stop, how_far].into_iter().filter(|part| !part.is_empty());
    parts.take(if is_narrow { 1 } else { 2 }).collect::<Vec<_>>().join("  ")
}

/// Draws the time bar where it has room before the column `end`.
fn time_bar(model: &Model, theme: &Theme, line: Rect, end: usize, buffer: &mut Buffer) {
    let (Some((cells, over)), Ok(all)) = (model.talk().and_then(Talk::bar), usize::try_from(TIME)) else { return };
    if all + 2 > end {
        return;
    }
    let spent = usize::try_from(cells).unwrap_or(all);
    let style = theme.style(if over { Role::Warn } else { Role::Bar });
    let column = set(buffer, line, 1, &"━".repeat(spent), style);
    let column = set(buffer, line, column, &"─".repeat(all - spent), theme.style(Role::Line));
    if over && column + 5 < end {
        set(buffer, line, column + 1, "over", style);
    }
}

/// What is said where the screen is too small for a page, as long as there is room for it. The first and the last line are
/// the marking's.
pub fn too_small(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    if area.is_empty() {
        return;
    }
    let line = |y: u16| Rect::new(area.x, area.y + y, area.width, 1);
    let marked = u16::from(area.height > 2);
    let (columns, rows) = SMALLEST;
    let messages = [
        format!("bluf needs {columns}×{rows}; this is {}×{}.", area.width, area.height),
        format!("needs {columns}×{rows}"),
        format!("{columns}×{rows}"),
    ];
    let room = area.height - 2 * marked;
    let wrapped = |message: &String| crate::text::wrap(message, usize::from(area.width));
    let fits = |lines: &[Range<usize>]| lines.len() <= usize::from(room);
    let found = messages.iter().map(|message| (message, wrapped(message))).find(|(_, lines)| fits(lines));
    if let Some((message, lines)) = found {
        let start = marked + (room - u16::try_from(lines.len()).unwrap_or(room)) / 2;
        for (at, range) in (start..).zip(lines) {
            set(buffer, line(at), 0, &message[range], theme.style(Role::Text));
        }
    }
    if marked > 0 {
        set_marking(model, theme, line(0), buffer);
        set_marking(model, theme, line(area.height - 1), buffer);
    }
}
