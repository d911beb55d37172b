//! Drawing: the model in, cells out. It changes nothing, and can run at any time.

mod column;
mod fence;
mod frame;
mod map;

use super::layout::SMALLEST;
use super::model::Model;
use super::theme::Theme;
use ratatui::buffer::Buffer;

/// Draws the model on a buffer of its screen's size.
pub fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    if theme.paper != ratatui::style::Style::default() {
        buffer.set_style(area, theme.paper);
    }
    match model.shown() {
        Some(shown) if (area.width, area.height) == model.size() => {
            frame::head(model, shown, theme, buffer);
            frame::tabs(model, shown, theme, buffer);
            column::columns(model, shown, theme, buffer);
            frame::foot(model, shown, theme, buffer);
            for line in [Some(shown.layout.head), shown.layout.tabs, Some(shown.layout.foot)].into_iter().flatten() {
                fence::fence_texts(buffer, line);
            }
        }
        _ => {
            let (columns, rows) = SMALLEST;
            let message = format!("bluf needs {columns}×{rows}; this is {}×{}.", area.width, area.height);
            frame::message(model, &message, theme, buffer);
        }
    }
}
