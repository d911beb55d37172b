//! Looking at a map: nearer, farther, and to its sides. Until then the map shows what it chose.

use super::Model;
use crate::page::Body;
use crate::page::figure::Figure;
use crate::page::figure::map::frame::View;
use crate::page::figure::map::{Map, NARROWEST};
use crate::tui::column::{Column, Shown};
use crate::tui::layout::text_width;

impl Model {
    pub(super) fn has_map(&self) -> bool {
        self.shown.as_ref().map(Shown::here).is_some_and(|here| map_of(here).is_some())
    }

    /// Arrows move the map, and not the cursor.
    pub(super) fn moves_map(&self) -> bool {
        self.trail.here().view.is_some()
    }

    /// The first step goes to what the cursor is on; how it was framed before is left by Esc.
    pub(super) fn zoom_map(&mut self, nearer: bool) {
        let viewed = self.trail.here().view;
        let looked = self.look(|map, here, (wide, high)| {
            let spot = map.spot(here.target()).filter(|_| nearer);
            viewed.unwrap_or_else(|| View::of(&map.sheet(wide, high).frame, spot)).zoomed(nearer)
        });
        if !looked {
            self.say("There is no map here.");
        }
    }

    /// A step to the east and to the south, or the other way.
    pub(super) fn move_map(&mut self, east: i32, south: i32) {
        let Some(view) = self.trail.here().view else { return };
        self.look(|map, _, (wide, high)| view.moved(&map.sheet(wide, high).frame, east, south));
    }

    /// Looks at the map of the page, if it has one, from its top: a map that was scrolled away is what was asked for.
    fn look(&mut self, how: impl Fn(&Map, &Column, (u16, u16)) -> View) -> bool {
        let (Some(here), Some(layout)) = (self.here(), self.layout()) else { return false };
        let wide = u16::try_from(text_width(here.area)).ok().filter(|wide| *wide >= NARROWEST);
        let Some((map, wide)) = map_of(&here).zip(wide) else { return false };
        let view = how(map, &here, (wide, layout.density.map_rows(wide)));
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

fn map_of(column: &Column) -> Option<&Map> {
    column.flowed.doc.blocks.iter().find_map(|block| match &block.body {
        Body::Figure { figure: Figure::Map(map), .. } => Some(map),
        _ => None,
    })
}
