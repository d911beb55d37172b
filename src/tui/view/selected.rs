//! The selection: selected text with text and paper changed about, which every theme has.

use crate::text::width;
use crate::tui::layout::{Pane, Rect, text_rows};
use crate::tui::model::{Model, Shown};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

/// Lays the selection over its column.
pub fn selected(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) {
    let Some(selection) = model.selection() else { return };
    let column = match selection.pane {
        Pane::Left => shown.left.as_ref(),
        Pane::Here => Some(&shown.here),
        Pane::Preview => shown.preview.as_ref(),
    };
    let Some((column, area)) = column.zip(shown.layout.area(selection.pane)) else { return };
    let colour = |colour: Option<Color>| colour.unwrap_or(Color::Reset);
    let style = Style::new().fg(colour(theme.paper.fg)).bg(colour(theme.paper.bg));
    let style = Style { sub_modifier: Modifier::all(), ..style }.add_modifier(Modifier::REVERSED);
    for (row, y) in column.flowed.rows.iter().skip(column.top).zip(area.y + 1..).take(text_rows(area)) {
        for piece in &row.pieces {
            let Some(part) = piece.part else { continue };
            let bytes = selection.bytes(row.block, part);
            let (mut from, mut to) = (None, 0);
            for (at, grapheme) in piece.text.grapheme_indices(true) {
                if bytes.contains(&(piece.offset + at)) {
                    from.get_or_insert(at);
                    to = at + grapheme.len();
                }
            }
            let Some(from) = from else { continue };
            let start = piece.column + 1 + width(&piece.text[..from]);
            let cells = (u16::try_from(start), u16::try_from(width(&piece.text[from..to])));
            if let (Ok(x), Ok(cells)) = cells {
                let room = area.width.saturating_sub(x);
                buffer.set_style(Rect::new(area.x + x, y, cells.min(room), 1), style);
            }
        }
    }
}
