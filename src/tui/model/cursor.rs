//! Moving the cursor and the view within a page.

use super::{Effect, Model};
use crate::keys::action::Action;
use crate::tui::column::Column;
use crate::tui::position::Position;

impl Model {
    /// Keeps a row as the first of the view.
    pub(super) fn scroll_to(&mut self, here: &Column, top: usize) {
        if let Some(position) = Position::of(&here.flowed, top) {
            let visit = self.trail.here_mut();
            (visit.top, visit.seen) = (Some(position), None);
        }
    }

    /// Puts the cursor on a stop, and the stop into view.
    pub(super) fn stand_on(&mut self, here: &Column, stop: usize) {
        let here = here.clone().near_stop(stop);
        if let Some(rows) = here.flowed.rows_of(stop) {
            let view = here.view();
            let needed = if rows.start < view.start {
                rows.start
            } else if rows.end > view.end {
                rows.start.min(rows.end - here.height())
            } else {
                view.start
            };
            self.scroll_to(&here, needed);
        }
        let visit = self.trail.here_mut();
        visit.stop = Some(stop);
        visit.cursor_moved = true;
    }

    /// To the cell to the right in a figure, or on a map that is looked at; elsewhere it opens the stop.
    pub(super) fn right(&mut self) -> Vec<Effect> {
        if self.moves_map() {
            self.move_map(1, 0);
            return Vec::new();
        }
        if self.step_aside(1, Action::Open, "opens") { Vec::new() } else { self.open() }
    }

    /// To the cell to the left in a figure, or on a map that is looked at; elsewhere it goes back.
    pub(super) fn left(&mut self) {
        if self.moves_map() {
            self.move_map(-1, 0);
        } else if !self.step_aside(-1, Action::Back, "goes back") {
            self.back();
        }
    }

    /// Moves within a row of a figure; at its end it says what leads on. False where the cursor is in no figure, or alone
    /// on its row.
    fn step_aside(&mut self, by: isize, instead: Action, does: &str) -> bool {
        let Some(here) = self.here() else { return false };
        let Some(stop) = here.stop.filter(|stop| here.flowed.has_neighbours(*stop)) else { return false };
        if let Some(next) = here.flowed.beside(stop, by) {
            self.stand_on(&here, next);
        } else {
            let key = self.keymap.shown(instead);
            self.say(&format!("{key} {does}."));
        }
        true
    }

    /// One step down (1) or up (-1): to the neighbouring stop if it is in view, else the view moves one row.
    pub(super) fn step(&mut self, by: isize) {
        if self.moves_map() {
            return self.move_map(0, if by > 0 { 1 } else { -1 });
        }
        let Some(here) = self.here() else { return };
        let view = here.view();
        let rows_of = |stop: Option<usize>| stop.and_then(|stop| here.flowed.rows_of(stop));
        // A stop that is still ahead, out of view, is what the view moves towards.
        let ahead = rows_of(here.stop).is_some_and(|rows| if by > 0 { rows.start >= view.end } else { rows.end <= view.start });
        let next = if ahead { None } else { neighbour_stop(&here, by) };
        let in_view = rows_of(next).is_some_and(|rows| view.contains(&if by > 0 { rows.start } else { rows.end - 1 }));
        // Where nothing stands between the rows of a list nothing is passed over.
        let follows = rows_of(here.stop)
            .zip(rows_of(next))
            .is_some_and(|(now, next)| next.len() < here.height() && if by > 0 { now.end == next.start } else { next.end == now.start });
        let reachable = in_view || follows;
        match next {
            Some(stop) if reachable => self.stand_on(&here, stop),
            _ => {
                let top = here.top.saturating_add_signed(by).min(here.last_top().max(here.top));
                self.move_view(here, top);
            }
        }
    }

    /// Moves the view; a cursor that it leaves behind goes to the nearest stop in view.
    pub(super) fn move_view(&mut self, here: Column, top: usize) {
        if top != here.top {
            self.scroll_to(&here, top);
        }
        let here = Column { top, ..here };
        let visit = self.trail.here_mut();
        // A cursor that the wheel has left ahead, out of view, waits there.
        if visit.stop.is_some_and(|stop| here.shows(stop)) {
            visit.cursor_moved = true;
            return;
        }
        let ahead = visit.stop.and_then(|stop| here.flowed.rows_of(stop)).is_some_and(|rows| rows.start >= here.view().end);
        if ahead && !visit.cursor_moved {
            return;
        }
        let mut stops = 0..here.flowed.doc.links.len();
        visit.stop = if ahead { stops.rev().find(|stop| here.shows(*stop)) } else { stops.find(|stop| here.shows(*stop)) };
        visit.cursor_moved = visit.stop.is_some();
    }

    /// A page down (1) or up (-1). At the end of the page the cursor goes to its last stop, at the top to its first.
    pub(super) fn turn(&mut self, by: isize) {
        let Some(here) = self.here() else { return };
        let page = isize::try_from(here.height() - 1).unwrap_or(isize::MAX).max(1);
        let target = here.top.saturating_add_signed(by * page).min(here.last_top());
        if target == here.top {
            return self.jump(by > 0);
        }
        self.trail.here_mut().cursor_moved = true;
        self.move_view(here, target);
    }

    /// To the first stop and the top, or the last and the end.
    pub(super) fn jump(&mut self, end: bool) {
        self.list_end(end);
        let Some(here) = self.here() else { return };
        let last = here.flowed.doc.links.len().checked_sub(1);
        let here = if end { here.near_end() } else { here.near(0) };
        let (top, stop) = if end { (here.last_top(), last) } else { (0, last.map(|_| 0)) };
        if (top, stop) != (here.top, here.stop) {
            self.scroll_to(&here, top);
        }
        let visit = self.trail.here_mut();
        (visit.stop, visit.cursor_moved) = (stop, false);
    }
}

/// The stop behind the cursor, or before it; without a cursor the first in view, or the last.
pub(super) fn neighbour_stop(here: &Column, by: isize) -> Option<usize> {
    let (flowed, view) = (&here.flowed, here.view());
    let stops = 0..flowed.doc.links.len();
    match here.stop {
        Some(stop) if flowed.in_grid(stop) => flowed.across(stop, by).filter(|stop| stops.contains(stop)),
        Some(stop) => stop.checked_add_signed(by).filter(|stop| stops.contains(stop)),
        None if by > 0 => stops.into_iter().find(|stop| flowed.rows_of(*stop).is_some_and(|rows| rows.start >= view.start)),
        None => stops.into_iter().rev().find(|stop| flowed.rows_of(*stop).is_some_and(|rows| rows.end <= view.end)),
    }
}
