//! The letters on links, each before its link or at the beginning of its row.

use super::last_line::set;
use crate::text::width;
use crate::tui::column::Shown;
use crate::tui::model::{Mode, Model};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use std::collections::HashSet;

pub fn letters(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) {
    let Mode::Letters(letters) = model.mode() else { return };
    let mut done = HashSet::new();
    for (row, line) in shown.here().rows() {
        let whole = row.stop.map(|stop| (stop, 0));
        let inline = row.pieces.iter().filter_map(|piece| Some((piece.stop?, piece.column)));
        for (stop, column) in whole.into_iter().chain(inline) {
            let Some(name) = letters.of(stop).filter(|_| done.insert(stop)) else { continue };
            // The cell before a link is the margin, a space or a bracket.
            set(buffer, line, column.min(usize::from(line.width).saturating_sub(width(name))), name, theme.current_hit);
        }
    }
}
