//! Looking at a map: nearer, farther, and to its sides. Until then the map shows what it chose.

use super::Model;
use crate::keys::action::Action;
use crate::page::Body;
use crate::page::figure::Figure;
use crate::page::figure::map::frame::{Frame, View};
use crate::page::figure::map::{Map, NARROWEST};
use crate::tui::column::Column;
use crate::tui::layout::text_width;

impl Model {
    /// The column that we are in, if its page has a map.
    pub(super) fn map(&self) -> Option<(&Column, &Map)> {
        let here = self.shown.as_ref()?.here();
        let mut bodies = here.flowed.doc.blocks.iter().map(|block| &block.body);
        bodies.find_map(|body| match body {
            Body::Figure { figure: Figure::Map(map), .. } => Some((here, map)),
            _ => None,
        })
    }

    /// What the map shows now.
    fn frame(&self) -> Option<Frame> {
        let (here, map) = self.map()?;
        let wide = u16::try_from(text_width(here.area)).ok().filter(|wide| *wide >= NARROWEST)?;
        Some(map.sheet(wide, self.layout()?.density.map_rows(wide)).frame)
    }

    /// Arrows move the map, and not the cursor.
    pub(super) fn moves_map(&self) -> bool {
        self.trail.here().view.is_some() && self.map().is_some()
    }

    /// The first step goes to what the cursor is on; how it was framed before is left by Esc.
    pub(super) fn zoom_map(&mut self, nearer: bool) {
        let Some(frame) = self.frame() else { return self.say("There is no map here.") };
        let spot = self.map().and_then(|(here, map)| map.spot(here.target())).filter(|_| nearer);
        let view = self.trail.here().view.unwrap_or_else(|| View::of(&frame, spot));
        self.look_at(view.zoomed(nearer));
    }

    pub(super) fn move_map(&mut self, action: Action) {
        let (Some(view), Some(frame)) = (self.trail.here().view, self.frame()) else { return };
        let (east, south) = match action {
            Action::Left => (-1, 0),
            Action::Right => (1, 0),
            Action::Up => (0, -1),
            _ => (0, 1),
        };
        self.look_at(view.moved(&frame, east, south));
    }

    fn look_at(&mut self, view: View) {
        self.trail.here_mut().view = Some(view);
        // A map that was scrolled away is what was asked for.
        if let Some(here) = self.here() {
            self.scroll_to(&here, 0);
        }
        self.trail.here_mut().cursor_moved = false;
    }

    /// Back to the map as it was framed; false where it is.
    pub(super) fn leave_map(&mut self) -> bool {
        self.moves_map() && self.trail.here_mut().view.take().is_some()
    }
}
