//! The columns: title rules, rows, the cursor, the marks of the search.

use super::bidi::{fence, fence_texts, stretches};
use super::last_line::set;
use super::map::map;
use crate::page::find_in_page::Hit;
use crate::page::flow::MEASURE;
use crate::page::{Piece, Role, Row};
use crate::personal::read::Standing;
use crate::text::clip::{clip_words, whole_parts};
use crate::text::direction::Direction;
use crate::text::{clip, width};
use crate::tui::column::{Column, Shown};
use crate::tui::layout::Pane;
use crate::tui::model::{Marks, Mode, Model};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::borrow::Cow;

pub fn columns(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) {
    for (pane, area) in &shown.layout.columns {
        let Some(column) = shown.column(*pane) else {
            title("", ("", Role::Quiet), *pane, theme, *area, buffer);
            continue;
        };
        let doc = &column.flowed.doc;
        let sign = match pane {
            Pane::Left => "‹ ",
            Pane::Here => "",
            Pane::Preview => "› ",
        };
        if !shown.layout.bare {
            let (note, role) = note(model, column);
            title(&format!("{sign}{}", doc.title), (&note, role), *pane, theme, *area, buffer);
        }
        // While text is selected the stop has no ground of its own: where colours are few it would look like the selection.
        body(column, *pane == Pane::Here && !shown.layout.bare && !matches!(model.mode(), Mode::Select(_)), theme, buffer);
        if let Some(marks) = model.marks().filter(|_| *pane == Pane::Here) {
            column.rows().for_each(|(row, line)| mark(row, marks, theme, line, buffer));
        }
        map(column, shown.layout.density, theme, buffer);
    }
    let line = theme.style(Role::Line);
    for (_, area) in shown.layout.columns.iter().rev().skip(1) {
        for y in area.top()..area.bottom() {
            buffer.set_string(area.right(), y, if y == area.top() { "┬" } else { "│" }, line);
        }
    }
}

/// The rule above a column, with its title and what stands at its other end.
fn title(title: &str, (note, look): (&str, Role), pane: Pane, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let (symbol, style, words) = match pane {
        Pane::Here => ("━", Style { add_modifier: Modifier::empty(), ..theme.style(Role::Accent) }, theme.style(Role::Accent)),
        _ => ("─", theme.style(Role::Line), theme.style(Role::Quiet)),
    };
    let cells = usize::from(area.width);
    let rule = |buffer: &mut Buffer, from: usize, to: usize| set(buffer, area, from, &symbol.repeat(to.saturating_sub(from)), style);
    if title.is_empty() {
        rule(buffer, 0, cells);
        return;
    }
    rule(buffer, 0, 1);
    let room = cells.saturating_sub(5);
    let whole = Some(clip_words(title, room)).filter(|title| width(title) * 2 > room);
    let end = set(buffer, area, 2, &whole.unwrap_or_else(|| clip(title, room)), words) + 1;
    // Half a date is another date, and half a word of likelihood another likelihood.
    let note = whole_parts(note, cells.saturating_sub(end + 5));
    if note.is_empty() {
        rule(buffer, end, cells);
        return;
    }
    let start = cells - width(note) - 3;
    rule(buffer, end, start);
    set(buffer, area, start + 1, note, theme.style(look));
    rule(buffer, cells - 1, cells);
}

/// What stands beside the title. Of the briefing that is read the first line says that it is stale, of any other nothing else does.
fn note<'a>(model: &Model, column: &'a Column) -> (Cow<'a, str>, Role) {
    let note = &column.flowed.doc.note;
    let other = column.place.briefing().filter(|id| model.briefing() != Some(*id));
    let old = other.and_then(|id| model.world().library.stale(model.world().entry(id)?));
    let Some(old) = old else { return (Cow::Borrowed(note), Role::Quiet) };
    // A likelihood stays first.
    let (first, rest) = note.split_at(note.find(" · ").unwrap_or(note.len()));
    let first = if first.is_empty() { String::new() } else { format!("{first} · ") };
    (format!("{first}STALE: {}{rest}", old.short).into(), Role::Warn)
}

/// The rows of a column; `tinted`, the stop has a ground of its own.
fn body(column: &Column, tinted: bool, theme: &Theme, buffer: &mut Buffer) {
    let is_here = column.pane == Pane::Here;
    let in_grid = column.stop.is_some_and(|stop| column.flowed.in_grid(stop));
    for (row, line) in column.rows() {
        let stopped = column.stop.is_some_and(|stop| row.has_stop(stop));
        let whole = column.stop.is_some() && row.stop == column.stop;
        if whole && tinted {
            buffer.set_style(Rect { x: line.x + 1, width: line.width - 1, ..line }, theme.stop);
        }
        if stopped {
            let style = theme.style(if is_here { Role::Accent } else { Role::Quiet });
            set(buffer, line, 0, "▌", style);
        } else if let Some(level) = row.mark {
            set(buffer, line, 0, level.sign(), theme.style(Role::from(level)));
        }
        if let Some(sign) = row.sign {
            // What was never opened may be all that there is: its letter is there for who looks for it.
            let style = theme.style(if sign.standing == Standing::New && sign.own.is_none() { Role::Quiet } else { Role::Accent });
            let style = if whole && is_here { theme.on_stop(style) } else { style };
            // Rows of a table may be longer than those of a text.
            let is_long = row.pieces.iter().any(|piece| piece.column + width(&piece.text) > MEASURE);
            let last = usize::from(line.width.saturating_sub(1));
            let margin = if is_long { last } else { last.min(MEASURE + 1) };
            set(buffer, line, margin, sign.sign(), style);
        }
        for piece in &row.pieces {
            let mut style = theme.style(piece.role);
            if tinted && (whole || piece.stop.is_some() && piece.stop == column.stop) {
                style = match piece.role {
                    Role::Lit => theme.lit_on_stop,
                    // A cell may be a single sign: a tinted ground would not be seen.
                    _ if in_grid => theme.stop_cell(style),
                    _ => theme.on_stop(style),
                };
            }
            set(buffer, Rect { width: line.width - 1, ..line }, piece.column + 1, &piece.text, style);
        }
    }
}

/// Fences text from right to left in the titles and the rows of the columns.
pub fn fences(shown: &Shown, buffer: &mut Buffer) {
    for column in &shown.columns {
        fence_texts(buffer, Rect { height: 1, ..column.area });
        for (row, line) in column.rows() {
            if row.pieces.iter().any(|piece| piece.direction != Direction::Left) {
                let texts = row.pieces.iter().map(|piece| (piece.column + 1, piece.text.as_str(), piece.direction));
                fence(buffer, line, &stretches(texts));
            }
        }
    }
}

fn mark(row: &Row, marks: &Marks, theme: &Theme, line: Rect, buffer: &mut Buffer) {
    // Hits are in reading order, so those of a block stand together.
    let first = marks.hits().partition_point(|hit| hit.block < row.block);
    let hits = marks.hits()[first..].iter().take_while(|hit| hit.block == row.block);
    for hit in hits {
        let style = if marks.current() == Some(hit.place) { theme.current_hit } else { theme.hit };
        for piece in row.pieces.iter().filter(|piece| piece.part == Some(hit.part)) {
            if let Some((column, words)) = shared(piece, hit) {
                set(buffer, Rect { width: line.width - 1, ..line }, column + 1, words, style);
            }
        }
        // Of large letters the whole word is marked.
        let drawn = |piece: &&Piece| {
            let stands_for = piece.stands_for.as_ref().filter(|(part, _)| *part == hit.part);
            stands_for.is_some_and(|(_, range)| range.start < hit.range.end && hit.range.start < range.end)
        };
        for piece in row.pieces.iter().filter(drawn) {
            set(buffer, Rect { width: line.width - 1, ..line }, piece.column + 1, &piece.text, style);
        }
    }
}

/// The part of a piece that a hit covers, and its column.
fn shared<'a>(piece: &'a Piece, hit: &Hit) -> Option<(usize, &'a str)> {
    let start = hit.range.start.max(piece.offset);
    let end = hit.range.end.min(piece.offset + piece.text.len());
    let words = piece.text.get(start.checked_sub(piece.offset)?..end.checked_sub(piece.offset)?)?;
    (!words.is_empty()).then(|| (piece.column + width(&piece.text[..start - piece.offset]), words))
}
