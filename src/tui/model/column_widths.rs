//! How the screen is shared out among the columns.

use super::Model;
use super::lines_of;
use crate::page::place::Side;
use crate::page::{Place, Spot};
use crate::settings::Setting;
use crate::tui::layout::{Filled, Layout, Pane, Wanted};

/// The cells that a key moves a border.
const STEP: u16 = 4;

impl Model {
    /// The layout of the screen, or none where it is too small.
    pub fn layout(&self) -> Option<Layout> {
        self.layout_at(&self.trail.here().place, self.trail.left().is_some())
    }

    /// The layout of the screen with a place on it, and with or without one that we came from.
    pub(super) fn layout_at(&self, place: &Place, came: bool) -> Option<Layout> {
        if place.is_slide() {
            return Layout::slide(self.size, self.settings.is_on(Setting::Ascii));
        }
        Layout::reading(self.size, self.wanted(place, came))
    }

    fn wanted(&self, place: &Place, came: bool) -> Wanted {
        let is_view = |spot: &Spot| {
            matches!(spot, Spot::Timeline | Spot::Actors | Spot::Outlook | Spot::Alternatives | Spot::Side { side: Side::Alternatives, .. })
        };
        let deep = came && *place != Place::Library;
        let lines_of_tabs = lines_of(&self.tab_labels(), usize::from(self.size.0)).len();
        // Nothing stands beside a page that leads nowhere.
        let alone = self.alone || self.trail.here().place == Place::Notes && self.world.notes.all().is_empty();
        let page = match place {
            Place::In { spot, .. } if is_view(spot) => Filled::Figures,
            Place::Library => Filled::Table,
            _ => Filled::Text,
        };
        Wanted { deep, page, alone, lines_of_tabs, shares: self.shares }
    }

    pub(super) fn has_border(&self, pane: Pane) -> bool {
        let layout = self.layout();
        let panes = layout.as_ref().map_or(&[][..], |layout| &layout.columns);
        panes.iter().rev().skip(1).any(|(shown, _)| *shown == pane)
    }

    /// Moves the right border of a column by keys.
    pub(super) fn move_border(&mut self, pane: Pane, right: bool) {
        let Some(area) = self.layout().filter(|_| self.has_border(pane)).and_then(|layout| layout.area(pane)) else {
            return self.say("There is no column beside it.");
        };
        self.put_border(pane, if right { area.right() + STEP } else { area.right().saturating_sub(STEP) });
    }

    pub(super) fn put_border(&mut self, pane: Pane, x: u16) {
        if let Some(layout) = self.layout() {
            self.shares = layout.with_border(self.shares, pane, x);
        }
    }
}
