//! Pages with their rows, kept as long as they may be shown again.

use super::Model;
use super::resume::settle;
use crate::page::World;
use crate::page::flow::Density;
use crate::page::nearest::nearest;
use crate::page::{At, Body, Doc, Found, Place, Role, Row, flow, locate, notes, page_at};
use crate::page::{help, recent};
use crate::tui::layout::{Layout, Pane, text_rows, text_width};
use crate::tui::position::Position;
use crate::tui::trail::Visit;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// How many pages are kept.
const KEPT: usize = 64;

/// A page and its rows at one width.
#[derive(Debug)]
pub struct Flowed {
    /// The page.
    pub doc: Doc,
    /// Its rows.
    pub rows: Vec<Row>,
    /// For each stop, the rows it stands on.
    stops: Vec<Range<usize>>,
}

impl Flowed {
    fn new(doc: Doc, width: usize, density: Density) -> Self {
        let rows = flow(&doc, width, density);
        let mut stops: Vec<Range<usize>> = vec![0..0; doc.links.len()];
        for (at, row) in rows.iter().enumerate() {
            for stop in row.stops() {
                let range = &mut stops[stop];
                *range = if range.start == range.end { at..at + 1 } else { range.start..at + 1 };
            }
        }
        Self { doc, rows, stops }
    }

    /// The rows of a stop; none for a stop that the page does not have, or that this width does not show.
    #[must_use]
    pub fn rows_of(&self, stop: usize) -> Option<Range<usize>> {
        self.stops.get(stop).cloned().filter(|rows| !rows.is_empty())
    }

    /// The stop is a cell of a figure of rows and columns.
    #[must_use]
    pub fn in_grid(&self, stop: usize) -> bool {
        self.rows_of(stop).is_some_and(|rows| self.is_grid(rows.start))
    }

    /// The row is one of a figure of rows and columns.
    fn is_grid(&self, row: usize) -> bool {
        matches!(&self.doc.blocks[self.rows[row].block].body, Body::Figure { figure, .. } if figure.is_grid())
    }

    /// The stop is a cell of a figure, and there are others on its row.
    #[must_use]
    pub fn has_neighbours(&self, stop: usize) -> bool {
        self.in_grid(stop) && [1, -1].into_iter().any(|by| self.beside(stop, by).is_some())
    }

    /// The next cell to the right (1) or left (-1) on the row of a cell.
    #[must_use]
    pub fn beside(&self, stop: usize, by: isize) -> Option<usize> {
        let mut cells: Vec<usize> = self.rows[self.rows_of(stop)?.start].stops().collect();
        cells.dedup();
        let at = cells.iter().position(|cell| *cell == stop)?;
        cells.get(at.checked_add_signed(by)?).copied()
    }

    /// The nearest cell on the next row down (1) or up (-1) that has one. Past the figure's last row, or before its
    /// first, it is the neighbouring stop of the page, which it may not have.
    #[must_use]
    pub fn across(&self, stop: usize, by: isize) -> Option<usize> {
        let row = self.rows_of(stop)?.start;
        let block = self.rows[row].block;
        let column = |row: &Row, stop: usize| row.pieces.iter().find(|piece| piece.stop == Some(stop)).map_or(0, |piece| piece.column);
        let from = column(&self.rows[row], stop);
        let mut at = row;
        while let Some(next) = at.checked_add_signed(by).filter(|next| self.rows.get(*next).is_some_and(|row| row.block == block)) {
            at = next;
            let nearest = self.rows[at].stops().min_by_key(|stop| column(&self.rows[at], *stop).abs_diff(from));
            if nearest.is_some() {
                return nearest;
            }
        }
        let own = |stop: &usize| self.rows_of(*stop).is_some_and(|rows| self.rows[rows.start].block == block);
        let mut stops: Box<dyn Iterator<Item = usize>> =
            if by > 0 { Box::new(stop..self.doc.links.len()) } else { Box::new((0..=stop).rev()) };
        stops.find(|stop| !own(stop))
    }

    /// The row that a view of `height` rows begins with when the page is opened: its first, or where the page wants to
    /// be seen from its first stop on, the row `above` rows over what is lit.
    #[must_use]
    pub fn opening(&self, height: usize, above: usize) -> usize {
        let Some(stop) = self.doc.first.filter(|_| self.doc.from_first).and_then(|stop| self.rows_of(stop)) else { return 0 };
        let is_lit = |row: &usize| self.rows[*row].pieces.iter().any(|piece| piece.role == Role::Lit);
        let first = stop.clone().find(is_lit).unwrap_or(stop.start);
        let end = (first..self.rows.len()).take_while(|row| is_lit(row)).last().map_or(stop.end, |row| row + 1);
        if end <= height {
            return 0;
        }
        // All that is lit is in view if it fits.
        let top = first.saturating_sub(above).max(end.saturating_sub(height)).min(first);
        top.min(self.last_top(height))
    }

    /// The last row that may stand first in a view of `height` rows.
    #[must_use]
    pub fn last_top(&self, height: usize) -> usize {
        self.rows.len().saturating_sub(height.max(1))
    }
}

/// The pages that were shown last.
#[derive(Debug, Default)]
pub struct Pages {
    kept: HashMap<(Place, usize, Density), Arc<Flowed>>,
    /// What Help lists in place of all keys.
    offer: Option<Offer>,
    /// What Recent lists.
    recent: Vec<Place>,
}

/// Which actions Help lists, by their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// Those that did something where Help was asked for.
    Working(Vec<&'static str>),
    /// Those that what is typed may mean, best first.
    Ranked(Vec<&'static str>),
}

impl Pages {
    /// Forgets the pages that count or show findings.
    pub fn forget_findings(&mut self, world: &World) {
        let shows = |place: &Place| match locate(world, place) {
            Ok(At::Library | At::In(_, Found::Cover | Found::Check)) => true,
            Ok(At::In(held, _)) => held.known_findings().is_some_and(|findings| !findings.is_empty()),
            _ => false,
        };
        self.kept.retain(|(place, ..), _| !shows(place));
    }

    /// Forgets every page.
    pub fn forget(&mut self) {
        self.kept.clear();
    }

    /// Help lists these from now on.
    pub fn offer(&mut self, offer: Offer) {
        self.kept.retain(|(place, ..), _| *place != Place::Help);
        self.offer = Some(offer);
    }

    /// Recent lists these from now on.
    pub fn list_recent(&mut self, places: Vec<Place>) {
        self.kept.retain(|(place, ..), _| *place != Place::Recent);
        self.recent = places;
    }

    /// The page of a place at any width, if it was shown of late.
    pub fn any(&self, place: &Place) -> Option<&Flowed> {
        self.kept.iter().find(|((kept, ..), _)| kept == place).map(|(_, flowed)| &**flowed)
    }

    /// The page of a place at a width; none where there is no such place.
    pub fn get(&mut self, world: &World, place: &Place, width: usize, density: Density) -> Option<Arc<Flowed>> {
        let key = (place.clone(), width, density);
        if let Some(flowed) = self.kept.get(&key) {
            return Some(Arc::clone(flowed));
        }
        if self.kept.len() >= KEPT {
            self.kept.clear();
        }
        let at = locate(world, place).ok()?;
        let doc = match (&at, &self.offer) {
            (At::Help, Some(Offer::Working(names))) => help::working(world, names),
            (At::Help, Some(Offer::Ranked(names))) => help::ranked(world, names),
            (At::Recent, _) => recent::page(world, &self.recent),
            _ => notes::over(world, &at, page_at(world, &at)),
        };
        let flowed = Arc::new(Flowed::new(doc, width, density));
        self.kept.insert(key, Arc::clone(&flowed));
        Some(flowed)
    }
}

/// A page in a column, from a row on.
#[derive(Debug, Clone)]
pub struct Column {
    /// The page.
    pub flowed: Arc<Flowed>,
    /// The row that stands first.
    pub top: usize,
    /// The stop that is marked.
    pub stop: Option<usize>,
}

/// What is to be drawn.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Where everything stands.
    pub layout: Layout,
    /// Where we came from.
    pub left: Option<Column>,
    /// Where we are.
    pub here: Column,
    /// What the cursor points at.
    pub preview: Option<Column>,
}

impl Model {
    /// The page where we are, at the width it has now. A page that was never looked at gets its first stop.
    pub(super) fn here(&mut self) -> Option<Arc<Flowed>> {
        let layout = self.layout()?;
        let place = &self.trail.here().place;
        let Some(flowed) = self.pages.get(&self.world, place, text_width(layout.here), layout.density) else {
            // What was taken up again is gone: the nearest that is not takes its place.
            self.trail.here().kept.as_ref()?;
            *self.trail.here_mut() = Visit::new(nearest(&self.world, &self.world, place));
            return self.here();
        };
        let worn = self.worn_stop();
        let visit = self.trail.here_mut();
        settle(visit, &self.world, &flowed.doc);
        if visit.top.is_none() {
            visit.stop = worn.or(flowed.doc.first);
            visit.follow |= worn.is_some();
            let height = text_rows(layout.here);
            let top = flowed.opening(height, height / 4);
            visit.top = Position::of(&flowed.doc, &flowed.rows, top);
        }
        // What a page lists may have changed since it was looked at: the keys that work, the notes that there are.
        visit.stop = visit.stop.and_then(|stop| Some(stop.min(flowed.doc.links.len().checked_sub(1)?)));
        Some(flowed)
    }

    /// The row that stands first in the view. At a size where the stop would be out of view it moves, and that is
    /// not kept: back at the old size the old picture is back.
    pub(super) fn top(&self, flowed: &Flowed) -> usize {
        let Some(layout) = self.layout() else { return 0 };
        let height = text_rows(layout.here);
        let visit = self.trail.here();
        let stored = visit.top.as_ref().and_then(|top| top.row(&flowed.doc, &flowed.rows)).unwrap_or(0);
        let top = stored.min(flowed.last_top(height));
        match visit.stop.filter(|_| visit.follow).and_then(|stop| flowed.rows_of(stop)) {
            Some(rows) if rows.end <= top => rows.start,
            Some(rows) if rows.start >= top + height => rows.start.min(rows.end.saturating_sub(height)),
            _ => top,
        }
    }

    /// Brings what is to be drawn up to date.
    pub fn arrange(&mut self) {
        self.search_typed();
        self.shown = self.arranged();
        self.forget_what_is_gone();
    }

    fn arranged(&mut self) -> Option<Shown> {
        let layout = self.layout()?;
        let flowed = self.here()?;
        let top = self.top(&flowed);
        let stop = self.trail.here().stop;
        self.refresh_marks(&flowed);
        let preview = layout.preview.filter(|_| self.begun).and_then(|column| {
            let place = flowed.doc.links.get(stop?)?;
            let flowed = self.pages.get(&self.world, place, text_width(column), layout.density)?;
            let top = self.hand.top(Pane::Preview, place, &flowed, column).unwrap_or_else(|| flowed.opening(text_rows(column), 2));
            Some(Column { flowed, top, stop: None })
        });
        let left = layout.left.and_then(|column| {
            let visit = self.trail.left_mut()?;
            let flowed = self.pages.get(&self.world, &visit.place, text_width(column), layout.density)?;
            settle(visit, &self.world, &flowed.doc);
            let stop = visit.stop;
            let height = text_rows(column);
            let top = match stop.and_then(|stop| flowed.rows_of(stop)) {
                Some(rows) if rows.end > height => rows.start.saturating_sub(height / 3).min(flowed.last_top(height)),
                _ => 0,
            };
            let top = self.hand.top(Pane::Left, &visit.place, &flowed, column).unwrap_or(top);
            Some(Column { flowed, top, stop })
        });
        Some(Shown { layout, left, here: Column { flowed, top, stop }, preview })
    }
}
