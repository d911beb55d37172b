//! Drawing: the model in, cells out. It changes nothing, and can run at any time.

pub mod ascii;
mod bidi;
mod column;
mod first_line;
pub mod last_line;
mod link_letters;
mod map;
mod note;
mod selected;
pub mod speaker;
mod tabs;
mod web_links;

pub use web_links::{WebLink, web_links};

use super::column::Shown;
use super::model::Model;
use super::pointer::Zone;
use super::theme::Theme;
use crate::settings::Setting;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws the model on a buffer of its screen's size.
pub fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    if theme.paper != ratatui::style::Style::default() {
        buffer.set_style(area, theme.paper);
    }
    match model.shown() {
        Some(shown) if (area.width, area.height) == model.size() => {
            around(model, shown, theme, buffer);
            column::columns(model, shown, theme, buffer);
            selected::selected(model, shown, theme, buffer);
            link_letters::letters(model, shown, theme, buffer);
            note::note(model, shown, theme, buffer);
        }
        _ => last_line::too_small(model, theme, buffer),
    }
    if model.settings().is_on(Setting::Ascii) {
        ascii::spell(buffer);
    }
    if let Some(shown) = model.shown().filter(|_| (area.width, area.height) == model.size()) {
        // Marks ride on finished cells.
        column::fences(shown, buffer);
        for line in [Some(shown.layout.head), shown.layout.tabs, Some(shown.layout.foot)].into_iter().flatten() {
            bidi::fence_texts(buffer, line);
        }
    }
}

/// Draws the lines around the columns; what a click on them does, and where.
fn around(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let mut zones = first_line::head(model, shown, theme, buffer);
    zones.extend(tabs::tabs(model, shown, theme, buffer));
    zones.extend(last_line::foot(model, shown, theme, buffer));
    zones
}

/// What a click on a cell around the columns does. The lines are drawn once more to know: clicks are rare, and what is
/// clicked cannot be anything else than what is drawn.
pub fn zone_at(model: &Model, theme: &Theme, x: u16, y: u16) -> Option<Zone> {
    let shown = model.shown()?;
    // The screen may have another size by now; what was clicked was drawn at the old one.
    let mut buffer = Buffer::empty(shown.layout.head.union(shown.layout.foot));
    let zones = around(model, shown, theme, &mut buffer);
    zones.into_iter().find(|(area, _)| area.contains(Position { x, y })).map(|(_, zone)| zone)
}
