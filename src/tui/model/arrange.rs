//! The columns of the screen, brought up to date: once for any number of messages.

use super::Model;
use super::found_again::settle;
use super::mode::Mode;
use super::search_marks::row_of;
use crate::page::Place;
use crate::page::about::nearest::nearest;
use crate::page::flow::Density;
use crate::tui::column::{Column, Shown};
use crate::tui::flowed::Flowed;
use crate::tui::layout::{Layout, Pane, Rect, text_rows, text_width};
use crate::tui::position::{Position, Seen, Share};
use crate::tui::trail::Visit;

impl Model {
    /// Brings what is to be drawn up to date.
    pub fn arrange(&mut self) {
        self.tell_troubles();
        self.pages.elsewhere.begin();
        self.begin_searchable();
        self.search_typed();
        self.find_typed();
        self.shown = self.arranged();
        self.forget_what_is_gone();
    }

    /// Ends a selection whose column shows another page now, and forgets how other pages were scrolled.
    fn forget_what_is_gone(&mut self) {
        let Some(shown) = &self.shown else { return };
        // What a screen has no room for stays as it was.
        let stays = |pane: Pane, place: &Place| {
            shown.layout.area(pane).is_none() || shown.column(pane).is_some_and(|column| column.place == *place)
        };
        if matches!(&self.mode, Mode::Select(selection) if !stays(selection.pane, &selection.place)) {
            self.mode = Mode::Walk;
        }
        self.mouse.forget_others(stays);
    }

    fn arranged(&mut self) -> Option<Shown> {
        let layout = self.layout()?;
        let here = self.here_in(&layout)?;
        self.refresh_marks(&here);
        let column = |(pane, area): &(Pane, Rect)| match pane {
            Pane::Left => self.came_from(*area, layout.density),
            Pane::Here => Some(here.clone()),
            Pane::Preview => self.preview(here.target()?, *area, layout.density),
        };
        let columns = layout.columns.iter().filter_map(column).collect();
        Shown::new(layout, columns)
    }

    /// Where the cursor leads, as it was drawn last.
    pub(super) fn target(&self) -> Option<&Place> {
        self.shown.as_ref()?.here().target()
    }

    /// A column as it is now; one beside ours as it was drawn last.
    pub(super) fn column(&mut self, pane: Pane) -> Option<Column> {
        match pane {
            Pane::Here => self.here(),
            _ => self.shown.as_ref()?.column(pane).cloned(),
        }
    }

    /// Where we are, at the size that the screen has now. A page that was never looked at gets its first stop.
    pub(super) fn here(&mut self) -> Option<Column> {
        let layout = self.layout()?;
        self.here_in(&layout)
    }

    fn here_in(&mut self, layout: &Layout) -> Option<Column> {
        let area = layout.area(Pane::Here)?;
        let place = self.trail.here().place.clone();
        let view = self.trail.here().view;
        let world = self.seen(&place);
        let Some(flowed) = self.pages.get(&world, &place, area, layout.density, view) else {
            // What was taken up again is gone: the nearest that is not takes its place.
            self.trail.here().resume_at.as_ref()?;
            *self.trail.here_mut() = Visit::new(nearest(&self.world, &self.world, &place));
            return self.here();
        };
        let worn = self.worn_stop();
        let hit = self.marks.as_ref().and_then(|marks| marks.hit_on(&flowed.doc));
        let visit = self.trail.here_mut();
        settle(visit, &self.world, &flowed.doc);
        let mut is_glance = false;
        if visit.top.is_none() && visit.stop.is_none() {
            // The first frame does not wait for what lies below it.
            is_glance = !self.begun && worn.is_none();
            let height = text_rows(area);
            let top = flowed.opening(height, height / 4);
            visit.stop = worn.or_else(|| flowed.begins_on(top..top + height));
            // A low screen may have room for no stop: then the view moves to it. What Enter opens is always seen.
            // A slide begins on its first page, though nothing may lead on from there.
            visit.cursor_moved = visit.stop.is_some() && !layout.bare;
        }
        // What a page lists may have changed since it was looked at: the keys that work, the notes that there are.
        visit.stop = visit.stop.and_then(|stop| Some(stop.min(flowed.doc.links.len().checked_sub(1)?)));
        let looked_at = [visit.stop.and_then(|stop| flowed.block_of(stop)), hit.map(|hit| hit.block)];
        let blocks = [first_block(visit.top.as_ref(), &flowed, area)].into_iter().chain(looked_at.into_iter().flatten());
        let flowed = if is_glance { flowed } else { self.pages.near(&flowed, blocks, text_rows(area), self.begun) };
        let hit = hit.map(|hit| row_of(&flowed, hit));
        let top = top(visit, hit, &flowed, area);
        let (top, stop) = (if layout.bare { on_page(visit, hit, &flowed, top, text_rows(area)) } else { top }, visit.stop);
        Some(Column { pane: Pane::Here, area, place, flowed, top, stop })
    }

    /// The place that we came from, with the stop that we left by in view.
    fn came_from(&mut self, area: Rect, density: Density) -> Option<Column> {
        let place = self.trail.left()?.place.clone();
        let world = self.seen(&place);
        let visit = self.trail.left_mut()?;
        let flowed = self.pages.get(&world, &visit.place, area, density, visit.view)?;
        settle(visit, &self.world, &flowed.doc);
        let stop = visit.stop;
        let height = text_rows(area);
        let scrolled = self.mouse.top(Pane::Left, &place);
        let top = scrolled.map_or(0, |top| top.block(&flowed.doc));
        let blocks = [Some(top), stop.and_then(|stop| flowed.block_of(stop))];
        let flowed = self.pages.near(&flowed, blocks.into_iter().flatten(), height, self.begun);
        let last = flowed.last_top(height);
        let top = match (scrolled.and_then(|top| top.row(&flowed)), stop.and_then(|stop| flowed.rows_of(stop))) {
            (Some(top), _) => top.min(last),
            (None, Some(rows)) if rows.end > height => rows.start.saturating_sub(height / 3).min(last),
            _ => 0,
        };
        Some(Column { pane: Pane::Left, area, place, flowed, top, stop })
    }

    /// What the cursor points at. The first frame goes without: the bottom line does not wait for it.
    fn preview(&mut self, place: &Place, area: Rect, density: Density) -> Option<Column> {
        let world = self.seen(place);
        let flowed = self.begun.then(|| self.pages.get(&world, place, area, density, None))??;
        let height = text_rows(area);
        let scrolled = self.mouse.top(Pane::Preview, place);
        let flowed = self.pages.near(&flowed, scrolled.map(|top| top.block(&flowed.doc)), height, self.begun);
        let top = scrolled.and_then(|top| top.row(&flowed)).map(|top| top.min(flowed.last_top(height)));
        let top = top.unwrap_or_else(|| flowed.opening(height, 2));
        Some(Column { pane: Pane::Preview, area, place: place.clone(), flowed, top, stop: None })
    }
}

/// A slide is turned by whole pages: the one that `top` is on, else that of what is looked at.
fn on_page(visit: &Visit, hit: Option<usize>, flowed: &Flowed, top: usize, height: usize) -> usize {
    let page = |row: usize| row / height.max(1) * height;
    let stop = visit.stop.filter(|_| visit.cursor_moved).and_then(|stop| flowed.rows_of(stop));
    let looked_at = hit.map(|row| row..row + 1).or(stop);
    let unseen = looked_at.filter(|rows| Share::of(rows, page(top), height) == Share::None);
    unseen.map_or(page(top), |rows| page(rows.start))
}

/// The block that stands first in the view.
fn first_block(top: Option<&Position>, flowed: &Flowed, area: Rect) -> usize {
    let height = text_rows(area);
    let opening = || flowed.block_at(flowed.opening(height, height / 4)).unwrap_or(0);
    top.map_or_else(opening, |top| top.block(&flowed.doc))
}

/// The row that stands first in the view. A page that nobody has scrolled is as it opens. At another size what was in view
/// before stays there, and where the view moves for it that is not kept: back at the old size the old picture is back.
fn top(visit: &mut Visit, hit: Option<usize>, flowed: &Flowed, area: Rect) -> usize {
    let (size, height) = ((text_width(area), text_rows(area), flowed.density()), text_rows(area));
    // Where not all of it fits, the last of these has its place.
    let looked_at = [flowed.lit(), visit.stop.and_then(|stop| flowed.rows_of(stop)), hit.map(|row| row..row + 1)];
    let seen_from = |top: usize| looked_at.each_ref().map(|rows| rows.as_ref().map_or(Share::None, |rows| Share::of(rows, top, height)));
    let stored = visit.top.as_ref().and_then(|top| top.row(flowed)).map(|top| top.min(flowed.last_top(height)));
    if let Some(stored) = stored.filter(|_| visit.seen.is_none()) {
        visit.seen = Some(Seen { shares: seen_from(stored), at: size });
    }
    let [lit, stop, hit] = match visit.seen {
        Some(seen) if seen.at != size => seen.shares,
        Some(_) => [Share::None; 3],
        None => [Share::None, Share::None, Share::Some],
    };
    let stop = if visit.cursor_moved { Share::Some } else { stop.min(Share::Some) };
    let top = stored.unwrap_or_else(|| flowed.opening(height, height / 4));
    let kept = looked_at.iter().zip([lit, stop, hit]);
    let top = kept.fold(top, |top, (rows, share)| rows.as_ref().map_or(top, |rows| share.kept(rows, top, height)));
    if let Some(seen) = visit.seen.as_mut().filter(|seen| seen.at != size) {
        // A larger screen shows more, and that stays too.
        for (share, now) in seen.shares.iter_mut().zip(seen_from(top)) {
            *share = now.max(*share);
        }
    }
    top
}
