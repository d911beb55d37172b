//! Looking at a map: nearer, farther, and to its sides. Until then the map shows what it chose.

use super::Model;
use crate::page::figure::map::frame::View;
use crate::page::flow::Density;
use crate::tui::column::{Column, Mapped};

impl Model {
    pub(super) fn has_map(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.here().map(shown.layout.density).is_some())
    }

    /// Arrows move the map, and not the cursor.
    pub(super) fn moves_map(&self) -> bool {
        self.trail.here().view.is_some()
    }

    /// The first step goes to what the cursor is on; how it was framed before is left by Esc.
    pub(super) fn zoom_map(&mut self, nearer: bool) {
        let viewed = self.trail.here().view;
        let looked = self.look(|here, mapped| {
            let spot = mapped.map.spot(here.target()).filter(|_| nearer);
            viewed.unwrap_or_else(|| View::of(&mapped.sheet().frame, spot)).zoomed(nearer)
        });
        if !looked {
            self.say("There is no map here.");
        }
    }

    /// A step to the east and to the south, or the other way.
    pub(super) fn move_map(&mut self, east: i32, south: i32) {
        let Some(view) = self.trail.here().view else { return };
        self.look(|_, mapped| view.moved(&mapped.sheet().frame, east, south));
    }

    /// Looks at the map of the page, if it has one, from its top: a map that was scrolled away is what was asked for.
    fn look(&mut self, how: impl Fn(&Column, Mapped<'_>) -> View) -> bool {
        let (Some(here), Some(layout)) = (self.here(), self.layout()) else { return false };
        let Some(mapped) = here.map(layout.density) else { return false };
        let view = how(&here, mapped);
        self.scroll_to(&here, 0);
        let visit = self.trail.here_mut();
        (visit.view, visit.cursor_moved) = (Some(view), false);
        true
    }

    /// Back to the map as it was framed; false where it is.
    pub(super) fn leave_map(&mut self) -> bool {
        self.trail.here_mut().view.take().is_some()
    }
}

/// The stop that the name of a state at a cell of a column stands for.
pub(super) fn state_at(column: &Column, density: Density, x: u16, y: u16) -> Option<usize> {
    let mapped = column.map(density)?;
    let (row, cell) = column.cell_at(x, y)?;
    let (row, cell) = (row.checked_sub(mapped.first)?, cell?);
    let labels = mapped.sheet().labels;
    let label = labels.iter().find(|label| label.row == row && (label.column..label.column + label.cells()).contains(&cell))?;
    let place = &mapped.map.states()[label.state].place;
    column.flowed.doc.links.iter().position(|link| link == place)
}
