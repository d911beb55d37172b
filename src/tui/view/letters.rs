//! The letters on links, each before its link or at the beginning of its row.

use super::frame::set;
use crate::text::width;
use crate::tui::layout::{Rect, text_rows};
use crate::tui::model::{Model, Shown};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use std::collections::HashSet;

/// Sets the letters over the middle column.
pub fn letters(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) {
    let Some(letters) = model.letters() else { return };
    let area = shown.layout.here;
    let mut done = HashSet::new();
    for (row, y) in shown.here.flowed.rows.iter().skip(shown.here.top).zip(area.y + 1..).take(text_rows(area)) {
        let whole = row.stop.map(|stop| (stop, 0));
        let inline = row.pieces.iter().filter_map(|piece| Some((piece.stop?, piece.column)));
        for (stop, column) in whole.into_iter().chain(inline) {
            let Some(name) = letters.of(stop).filter(|_| done.insert(stop)) else { continue };
            let line = Rect::new(area.x, y, area.width, 1);
            // The cell before a link is the margin, a space or a bracket.
            let column = column.min(usize::from(area.width).saturating_sub(width(name)));
            set(buffer, line, column, name, theme.current_hit);
        }
    }
}
