//! The line or two of tabs.

use super::last_line::{cells, set};
use crate::page::Role;
use crate::tui::column::Shown;
use crate::tui::model::{Model, lines_of};
use crate::tui::pointer::Zone;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The tabs of the briefing. Where even their lines have no room for all names, idle ones shrink to their keys, the last
/// first. Returns their cells and which they are.
pub fn tabs(model: &Model, shown: &Shown, theme: &Theme, buffer: &mut Buffer) -> Vec<(Rect, Zone)> {
    let Some(area) = shown.layout.tabs else { return Vec::new() };
    let lit = model.lit_tab().map(|(lit, _)| lit);
    let mut labels = model.tab_labels();
    let (cells_of_line, most) = (usize::from(area.width), usize::from(area.height));
    for at in (0..labels.len()).rev().filter(|at| Some(*at) != lit) {
        if lines_of(&labels, cells_of_line).len() <= most {
            break;
        }
        if !labels[at].is_typed {
            labels[at].name.clear();
        }
    }
    let mut zones = Vec::new();
    for (tabs, y) in lines_of(&labels, cells_of_line).into_iter().zip(area.top()..area.bottom()) {
        let line = Rect { y, height: 1, ..area };
        let mut column = 1;
        for at in tabs {
            let style = theme.style(if Some(at) == lit { Role::Accent } else { Role::Quiet });
            let end = set(buffer, line, column, &labels[at].words(), style);
            zones.push((cells(line, column, end), Zone::Tab(at)));
            column = end + 2;
        }
    }
    zones
}
