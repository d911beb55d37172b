//! The selection: selected text with text and paper changed about, which every theme has.

use crate::text::width;
use crate::tui::column::Shown;
use crate::tui::model::{Mode, Model};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

pub fn selected(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) {
    let Mode::Select(selection) = model.mode() else { return };
    let Some(column) = shown.column(selection.pane) else { return };
    let colour = |colour: Option<Color>| colour.unwrap_or(Color::Reset);
    let style = Style::new().fg(colour(theme.paper.fg)).bg(colour(theme.paper.bg));
    let style = Style { sub_modifier: Modifier::all(), ..style }.add_modifier(Modifier::REVERSED);
    for (row, line) in column.rows() {
        for piece in &row.pieces {
            let Some(part) = piece.part else { continue };
            let bytes = selection.bytes(row.block, part);
            let is_selected = |(at, _): &(usize, &str)| bytes.contains(&(piece.offset + at));
            let mut graphemes = piece.text.grapheme_indices(true).filter(is_selected);
            let Some((from, first)) = graphemes.next() else { continue };
            let (last, grapheme) = graphemes.next_back().unwrap_or((from, first));
            let start = piece.column + width(&piece.text[..from]);
            if let Some(cells) = column.cells(line, start, &piece.text[from..last + grapheme.len()]) {
                buffer.set_style(cells, style);
            }
        }
    }
}
