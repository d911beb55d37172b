//! Who may see what is on the screen.

use super::Model;
use crate::briefing::scale::Marking;
use crate::page::{marking, marking_of};
use crate::tui::layout::Pane;

impl Model {
    /// The narrowest marking of what the columns show: its words, and what they mean where that is known. Where no column
    /// shows anything of a briefing, that of the briefing that we were in last.
    #[must_use]
    pub fn marking(&self) -> (String, Option<Marking>) {
        let shown = self.shown.as_ref();
        let left = shown.is_some_and(|shown| shown.left.is_some());
        let preview = shown.is_some_and(|shown| shown.preview.is_some());
        let panes = [Some(Pane::Here), left.then_some(Pane::Left), preview.then_some(Pane::Preview)];
        let markings = panes.into_iter().flatten().filter_map(|pane| marking_of(&self.world, &self.place_in(pane)?));
        // One that cannot be read must not look free.
        let narrowest = markings.max_by_key(|(_, marking)| (marking.is_none(), *marking));
        narrowest.unwrap_or_else(|| marking(&self.world, self.briefing()))
    }
}
