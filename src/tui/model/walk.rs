//! Moving the cursor and the view within a page.

use super::pages::Flowed;
use super::{Effect, Model};
use crate::keys::action::Action;
use crate::tui::layout::text_rows;
use crate::tui::position::Position;

impl Model {
    /// How many rows the view has.
    pub(super) fn height(&self) -> usize {
        self.layout().map_or(1, |layout| text_rows(layout.here)).max(1)
    }

    /// Keeps a row as the first of the view.
    pub(super) fn scroll_to(&mut self, flowed: &Flowed, top: usize) {
        if let Some(position) = Position::of(&flowed.doc, &flowed.rows, top) {
            self.trail.here_mut().top = Some(position);
        }
    }

    /// Puts the cursor on a stop, and the stop into view.
    pub(super) fn stand_on(&mut self, flowed: &Flowed, stop: usize) {
        let height = self.height();
        let top = self.top(flowed);
        if let Some(rows) = flowed.rows_of(stop) {
            let needed = if rows.start < top {
                rows.start
            } else if rows.end > top + height {
                rows.start.min(rows.end - height)
            } else {
                top
            };
            self.scroll_to(flowed, needed);
        }
        let visit = self.trail.here_mut();
        visit.stop = Some(stop);
        visit.follow = true;
    }

    /// To the cell to the right in a figure; elsewhere it opens the stop.
    pub(super) fn right(&mut self) -> Vec<Effect> {
        if self.step_aside(1, Action::Open, "opens") { Vec::new() } else { self.open() }
    }

    /// To the cell to the left in a figure; elsewhere it goes back.
    pub(super) fn left(&mut self) {
        if !self.step_aside(-1, Action::Back, "goes back") {
            self.back();
        }
    }

    /// Moves within a row of a figure; at its end it says what leads on. False where the cursor is in no figure, or alone
    /// on its row.
    fn step_aside(&mut self, by: isize, instead: Action, does: &str) -> bool {
        let Some(flowed) = self.here() else { return false };
        let Some(stop) = self.trail.here().stop.filter(|stop| flowed.has_neighbours(*stop)) else { return false };
        if let Some(next) = flowed.beside(stop, by) {
            self.stand_on(&flowed, next);
        } else {
            let key = self.keymap.shown(instead);
            self.say(&format!("{key} {does}."));
        }
        true
    }

    /// One step down (1) or up (-1): to the neighbouring stop if it is in view, else the view moves one row.
    pub(super) fn step(&mut self, by: isize) {
        let Some(flowed) = self.here() else { return };
        let (top, height) = (self.top(&flowed), self.height());
        let view = top..top + height;
        let visit = self.trail.here();
        let current = visit.stop.and_then(|stop| flowed.rows_of(stop));
        // A stop that is still ahead, out of view, is what the view moves towards.
        let ahead = current.as_ref().is_some_and(|rows| if by > 0 { rows.start >= view.end } else { rows.end <= view.start });
        let next = if ahead { None } else { self.neighbour_stop(&flowed, by, &view) };
        let reachable =
            next.and_then(|stop| flowed.rows_of(stop)).is_some_and(|rows| view.contains(&if by > 0 { rows.start } else { rows.end - 1 }));
        match next {
            Some(stop) if reachable => self.stand_on(&flowed, stop),
            _ => self.move_view(&flowed, top.saturating_add_signed(by).min(flowed.last_top(height).max(top))),
        }
    }

    /// The stop behind the cursor, or before it; without a cursor the first in view, or the last.
    fn neighbour_stop(&self, flowed: &Flowed, by: isize, view: &std::ops::Range<usize>) -> Option<usize> {
        let stops = 0..flowed.doc.links.len();
        match self.trail.here().stop {
            Some(stop) if flowed.in_grid(stop) => flowed.across(stop, by).filter(|stop| stops.contains(stop)),
            Some(stop) => stop.checked_add_signed(by).filter(|stop| stops.contains(stop)),
            None if by > 0 => stops.into_iter().find(|stop| flowed.rows_of(*stop).is_some_and(|rows| rows.start >= view.start)),
            None => stops.into_iter().rev().find(|stop| flowed.rows_of(*stop).is_some_and(|rows| rows.end <= view.end)),
        }
    }

    /// Moves the view; a cursor that it leaves behind goes to the nearest stop in view.
    pub(super) fn move_view(&mut self, flowed: &Flowed, top: usize) {
        self.scroll_to(flowed, top);
        let view = top..top + self.height();
        let in_view = |stop: &usize| flowed.rows_of(*stop).is_some_and(|rows| rows.start < view.end && rows.end > view.start);
        let visit = self.trail.here_mut();
        // A cursor that the walker never moved may wait out of view: Enter is what it is there for.
        if visit.stop.is_some_and(|stop| in_view(&stop)) {
            visit.follow = true;
            return;
        }
        let waiting = !visit.follow && visit.stop.and_then(|stop| flowed.rows_of(stop)).is_some_and(|rows| rows.start >= view.end);
        if waiting {
            return;
        }
        let ahead = visit.stop.and_then(|stop| flowed.rows_of(stop)).is_some_and(|rows| rows.start >= view.end);
        let mut stops = 0..flowed.doc.links.len();
        visit.stop = if ahead { stops.rev().find(in_view) } else { stops.find(in_view) };
        visit.follow = visit.stop.is_some();
    }

    /// A page down (1) or up (-1). At the end of the page the cursor goes to its last stop, at the top to its first.
    pub(super) fn turn(&mut self, by: isize) {
        let Some(flowed) = self.here() else { return };
        let (top, height) = (self.top(&flowed), self.height());
        let last = flowed.last_top(height);
        let target = top.saturating_add_signed(by * isize::try_from(height - 1).unwrap_or(isize::MAX).max(1)).min(last);
        if target == top {
            return self.jump(by > 0);
        }
        self.trail.here_mut().follow = true;
        self.move_view(&flowed, target);
    }

    /// To the first stop and the top, or the last and the end.
    pub(super) fn jump(&mut self, end: bool) {
        let Some(flowed) = self.here() else { return };
        let top = if end { flowed.last_top(self.height()) } else { 0 };
        self.scroll_to(&flowed, top);
        let last = flowed.doc.links.len().checked_sub(1);
        let visit = self.trail.here_mut();
        visit.stop = if end { last } else { last.map(|_| 0) };
        visit.follow = false;
    }
}
