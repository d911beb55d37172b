//! The line or two of tabs.

use super::last_line::{cells, set};
use crate::keys::action::Action;
use crate::page::Role;
use crate::tui::column::Shown;
use crate::tui::model::{Model, lines_of};
use crate::tui::pointer::Zone;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The tabs of the briefing. Returns their cells and which they are.
pub fn tabs(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let Some(area) = shown.layout.tabs else { return Vec::new() };
    let lit = model.lit_tab().map(|(lit, _)| lit);
    let labels = model.fitted_tabs(usize::from(area.width), usize::from(area.height));
    let mut zones = Vec::new();
    for (tabs, y) in lines_of(&labels, usize::from(area.width)).into_iter().zip(area.top()..area.bottom()) {
        let line = Rect { y, height: 1, ..area };
        let mut column = 1;
        for label in &labels[tabs] {
            let style = theme.style(if label.tab.is_some() && label.tab == lit { Role::Accent } else { Role::Quiet });
            let end = set(buffer, line, column, &label.words(), style);
            zones.push((cells(line, column, end), label.tab.map_or(Zone::Hint(Action::Palette), Zone::Tab)));
            column = end + 2;
        }
    }
    zones
}
