//! Where web addresses stand on the screen. An escape sequence inside a text would count as width, so links are no part of
//! the cells: whoever writes the cells to the terminal asks here.

use crate::page::Place;
use crate::settings::Setting;
use crate::text::width;
use crate::tui::layout::{Pane, text_rows};
use crate::tui::model::{Column, Model};

/// Cells of one row that are a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebLink {
    /// The first column, 0-based.
    pub x: u16,
    /// The row, 0-based.
    pub y: u16,
    /// How many cells.
    pub width: u16,
    /// The address, in printable ASCII.
    pub address: String,
    /// What joins the rows of one link: the same for all of them.
    pub id: String,
}

/// The web addresses that are in view; none where they are switched off.
#[must_use]
pub fn web_links(model: &Model) -> Vec<WebLink> {
    let Some(shown) = model.shown().filter(|_| model.settings().is_on(Setting::Links)) else { return Vec::new() };
    let panes = [(Pane::Left, shown.left.as_ref()), (Pane::Here, Some(&shown.here)), (Pane::Preview, shown.preview.as_ref())];
    let mut links = Vec::new();
    for (at, (pane, column)) in panes.into_iter().enumerate() {
        if let Some((column, area)) = column.zip(shown.layout.area(pane)) {
            for (row, y) in column.flowed.rows.iter().skip(column.top).zip(area.y + 1..).take(text_rows(area)) {
                for piece in &row.pieces {
                    let Some((stop, address)) = piece.stop.and_then(|stop| Some((stop, address(column, stop)?))) else { continue };
                    let room = usize::from(area.width).saturating_sub(piece.column + 2);
                    let cells = (u16::try_from(piece.column), u16::try_from(width(&piece.text).min(room)));
                    let (Ok(x), Ok(width)) = cells else { continue };
                    links.push(WebLink { x: area.x + 1 + x, y, width, address: address.to_owned(), id: format!("{at}-{stop}") });
                }
            }
        }
    }
    links
}

fn address(column: &Column, stop: usize) -> Option<&str> {
    match column.flowed.doc.links.get(stop) {
        Some(Place::Web(address)) => Some(address),
        _ => None,
    }
}
