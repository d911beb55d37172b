//! Where web addresses stand on the screen. An escape sequence inside a text would count as width, so links are no part of
//! the cells: whoever writes the cells to the terminal asks here.

use crate::page::Place;
use crate::settings::Setting;
use crate::tui::model::Model;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebLink {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    /// The address, in printable ASCII.
    pub address: String,
    /// What joins the rows of one link: the same for all of them.
    pub id: String,
}

/// The web addresses that are in view; none where they are switched off.
pub fn web_links(model: &Model) -> Vec<WebLink> {
    let Some(shown) = model.shown().filter(|_| model.settings().is_on(Setting::Links)) else { return Vec::new() };
    let mut links = Vec::new();
    for column in &shown.columns {
        for (row, line) in column.rows() {
            for piece in &row.pieces {
                let Some(stop) = piece.stop else { continue };
                let Some(Place::Web(address)) = column.flowed.doc.links.get(stop) else { continue };
                let Some(cells) = column.cells(line, piece.column, &piece.text) else { continue };
                let id = format!("{}-{stop}", column.pane as u8);
                links.push(WebLink { x: cells.x, y: cells.y, width: cells.width, address: address.clone(), id });
            }
        }
    }
    links
}
