//! Who may see what is on the screen.

use super::Model;
use crate::briefing::scale::Marking;
use crate::page::{marking, marking_of_all};
use crate::tui::layout::Pane;

impl Model {
    /// The narrowest marking of what the columns show: its words, and what they mean where that is known. Where no column
    /// shows anything of a briefing, that of the briefing that we were in last.
    pub fn marking(&self) -> (String, Option<Marking>) {
        let panes = [Pane::Here, Pane::Left, Pane::Preview];
        let columns = panes.into_iter().filter_map(|pane| self.shown.as_ref()?.column(pane));
        let places: Vec<_> = columns.map(|column| &column.place).collect();
        marking_of_all(&self.world, places.into_iter()).unwrap_or_else(|| marking(&self.world, self.briefing()))
    }
}
