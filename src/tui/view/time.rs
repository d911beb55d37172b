//! The last line of a slide: how much of the time is over.

use super::frame::set;
use crate::page::Role;
use crate::tui::model::{Model, TIME};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the time bar where it has room before the column `end`.
pub fn bar(model: &Model, theme: &Theme, line: Rect, end: usize, buffer: &mut Buffer) {
    let (Some((cells, over)), Ok(all)) = (model.talk().and_then(crate::tui::model::Talk::bar), usize::try_from(TIME)) else { return };
    if all + 2 > end {
        return;
    }
    let spent = usize::try_from(cells).unwrap_or(all);
    let style = theme.style(if over { Role::Warn } else { Role::Bar });
    let column = set(buffer, line, 1, &"━".repeat(spent), style);
    let column = set(buffer, line, column, &"─".repeat(all - spent), theme.style(Role::Line));
    if over && column + 5 < end {
        set(buffer, line, column + 1, "over", style);
    }
}
