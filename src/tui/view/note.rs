//! The editor of a note, over a part of the page that it is written on.

use super::last_line::set;
use crate::page::Role;
use crate::text::{clip, neutral, width};
use crate::tui::column::Shown;
use crate::tui::layout::text_width;
use crate::tui::model::mode::Writing;
use crate::tui::model::{Mode, Model};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

const ROWS: u16 = 10;

/// Draws what is being written, away from the stop that it is about.
pub fn note(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) {
    let Mode::Write(writing) = model.mode() else { return };
    let page = shown.here();
    let column = page.area;
    let cells = text_width(column);
    let rows = u16::try_from(writing.area.rows(cells).len()).unwrap_or(ROWS).clamp(3, ROWS);
    let quoted = u16::from(!writing.quote.is_empty() && column.height > 12);
    // Its rules, its quote, its text; half of the page stays in view.
    let height = (rows + 2 + quoted).min(column.height / 2 + 1);
    let stop = page.stop.and_then(|stop| page.flowed.rows_of(stop)).map_or(0, |rows| rows.end.saturating_sub(page.top));
    let below = page.height() - usize::from(height) >= stop;
    let top = if below { column.bottom() - height } else { column.y + 1 };
    let area = Rect { y: top, height, ..column };
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(theme.paper);
            }
        }
    }
    frame(model, writing, theme, area, buffer);
    let line = |row: u16| Rect { y: area.y + row, height: 1, width: area.width - 1, ..area };
    if quoted > 0 {
        set(buffer, line(1), 1, &clip(&format!("“{}”", writing.quote), cells), theme.style(Role::Quiet));
    }
    text(writing, theme, Rect { y: area.y + 1 + quoted, height: height - 2 - quoted, ..area }, cells, buffer);
}

/// The rule above, with what the note is on, and the rule below.
fn frame(model: &Model, writing: &Writing, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let rule = theme.style(Role::Accent);
    let cells = usize::from(area.width);
    for row in [0, area.height - 1] {
        set(buffer, Rect { y: area.y + row, height: 1, ..area }, 0, &"━".repeat(cells), rule);
    }
    let head = Rect { height: 1, ..area };
    let words = if writing.is_old() { "Your note on" } else { "New note on" };
    let title = format!(" {words} {} ", model.subject_name(&writing.subject));
    let end = set(buffer, head, 1, &clip(&title, cells.saturating_sub(3)), theme.style(Role::Strong));
    if let Some(other) = &writing.other {
        let hint = format!(" Tab: on {} ", model.subject_name(other));
        let column = cells.saturating_sub(width(&hint) + 1);
        if column > end + 1 {
            set(buffer, head, column, &hint, theme.style(Role::Quiet).remove_modifier(Modifier::BOLD));
        }
    }
}

fn text(writing: &Writing, theme: &Theme, area: Rect, cells: usize, buffer: &mut Buffer) {
    let (row, column) = writing.area.cursor(cells);
    let height = usize::from(area.height.max(1));
    let first = (row + 1).saturating_sub(height);
    let rows = writing.area.rows(cells);
    for (range, y) in rows.iter().skip(first).zip(area.top()..area.bottom()) {
        let line = Rect { y, height: 1, width: area.width - 1, ..area };
        set(buffer, line, 1, &neutral(&writing.area.text()[range.clone()]), theme.style(Role::Text));
    }
    let at = (u16::try_from(column + 1).ok(), u16::try_from(row - first).ok());
    if let (Some(x), Some(y)) = at
        && y < area.height
    {
        let x = x.min(area.width.saturating_sub(1));
        buffer.set_style(Rect::new(area.x + x, area.y + y, 1, 1), Style::new().add_modifier(Modifier::REVERSED));
    }
}
