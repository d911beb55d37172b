//! A page laid out in rows at one width, and its stops on them.

mod points;

pub use points::{Point, bytes_between};

use crate::page::flow::Density;
use crate::page::{Body, Doc, Place, Role, Row, Spot, flow};
use std::ops::Range;

#[derive(Debug)]
pub struct Flowed {
    pub doc: Doc,
    pub rows: Vec<Row>,
    /// For each stop, the rows it stands on.
    stops: Vec<Range<usize>>,
}

impl Flowed {
    pub fn new(doc: Doc, width: usize, density: Density) -> Self {
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
    pub fn rows_of(&self, stop: usize) -> Option<Range<usize>> {
        self.stops.get(stop).cloned().filter(|rows| !rows.is_empty())
    }

    /// The stop is a cell of a figure of rows and columns.
    pub fn in_grid(&self, stop: usize) -> bool {
        self.rows_of(stop).is_some_and(|rows| self.is_grid(rows.start))
    }

    /// The row is one of a figure of rows and columns.
    fn is_grid(&self, row: usize) -> bool {
        matches!(&self.doc.blocks[self.rows[row].block].body, Body::Figure { figure, .. } if figure.is_grid())
    }

    /// The stop is a cell of a figure, and there are others on its row.
    pub fn has_neighbours(&self, stop: usize) -> bool {
        self.in_grid(stop) && [1, -1].into_iter().any(|by| self.beside(stop, by).is_some())
    }

    /// The next cell to the right (1) or left (-1) on the row of a cell.
    pub fn beside(&self, stop: usize, by: isize) -> Option<usize> {
        let mut cells: Vec<usize> = self.rows[self.rows_of(stop)?.start].stops().collect();
        cells.dedup();
        let at = cells.iter().position(|cell| *cell == stop)?;
        cells.get(at.checked_add_signed(by)?).copied()
    }

    /// The nearest cell on the next row down (1) or up (-1) that has one. Past the figure's last row, or before its
    /// first, it is the neighbouring stop of the page, which it may not have.
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
    pub fn opening(&self, height: usize, above: usize) -> usize {
        let Some(lit) = self.lit().filter(|lit| lit.end > height) else { return 0 };
        // All that is lit is in view if it fits.
        let top = lit.start.saturating_sub(above).max(lit.end.saturating_sub(height)).min(lit.start);
        top.min(self.last_top(height))
    }

    /// The rows of what a page that wants to be seen from its first stop on was opened for: what is lit, or that stop.
    pub fn lit(&self) -> Option<Range<usize>> {
        let stop = self.doc.first.filter(|_| self.doc.from_first).and_then(|stop| self.rows_of(stop))?;
        let is_lit = |row: &usize| self.rows[*row].pieces.iter().any(|piece| piece.role == Role::Lit);
        let first = stop.clone().find(is_lit).unwrap_or(stop.start);
        let end = (first..self.rows.len()).take_while(|row| is_lit(row)).last().map_or(stop.end, |row| row + 1);
        Some(first..end)
    }

    /// The stop that the cursor begins on when these rows are in view: the page's own choice if any of it is in view, else
    /// the first item that the page names before it, as a judgement's reasons name their claims.
    pub fn begins_on(&self, view: Range<usize>) -> Option<usize> {
        let own = self.doc.first?;
        let is_seen = self.rows_of(own).is_some_and(|rows| rows.start < view.end && rows.end > view.start);
        let is_item = |stop: &usize| matches!(self.doc.links[*stop], Place::In { spot: Spot::Item { .. }, .. });
        let named = || (0..own).find(|stop| self.rows_of(*stop).is_some() && is_item(stop));
        if is_seen { Some(own) } else { named().or(Some(own)) }
    }

    /// The last row that may stand first in a view of `height` rows.
    pub fn last_top(&self, height: usize) -> usize {
        self.rows.len().saturating_sub(height.max(1))
    }
}
