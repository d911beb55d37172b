//! A page laid out in rows at one width, and its stops on them.
//!
//! Of a long page only what is near is laid out; how many rows the rest takes is guessed. A page that is laid out further
//! is another [`Flowed`], in which the rows have other numbers. What outlives it is kept by block and place in its text.

mod points;

pub use points::{Point, bytes_between};

use crate::page::doc::Purpose;
use crate::page::flow::{Density, Plan};
use crate::page::{Body, Doc, Place, Role, Row, Signs, Spot};
use std::ops::Range;
use std::sync::Arc;

/// How many rows before and behind what the cursor moves on are laid out with it: all of an ordinary page.
const AROUND: usize = 500;

/// As many rows of a bottom line say what it is about.
const BEGUN: usize = 2;

#[derive(Debug, Clone)]
pub struct Flowed {
    pub doc: Arc<Doc>,
    plan: Arc<Plan>,
    /// Those of the page, or those that have taken their place since it was made.
    signs: Signs,
    cells: usize,
    density: Density,
    /// By block; none where it is not laid out.
    rows: Vec<Option<Arc<[Row]>>>,
    /// Only what is seen where it opens is laid out.
    is_glance: bool,
    /// The row that each block begins on, and at the end how many rows there are.
    starts: Vec<usize>,
}

impl Flowed {
    #[must_use]
    pub fn density(&self) -> Density {
        self.density
    }

    /// Lays out what a view of `height` rows shows where a page opens: enough for who only looks at it.
    #[must_use]
    pub fn new(doc: Doc, cells: usize, height: usize, density: Density) -> Self {
        let plan = Plan::of(&doc);
        let signs = doc.signs.clone();
        Self::of(Arc::new(doc), Arc::new(plan), signs, (cells, height), density)
    }

    /// The same page at another width.
    #[must_use]
    pub fn at(&self, cells: usize, height: usize, density: Density) -> Self {
        Self::of(Arc::clone(&self.doc), Arc::clone(&self.plan), self.signs.clone(), (cells, height), density)
    }

    /// The same page with other signs: only the blocks that have another one are laid out anew.
    #[must_use]
    pub fn signed(&self, signs: Signs) -> Self {
        let changed = |block: &usize| self.signs.get(block) != signs.get(block);
        let changed: Vec<usize> = self.signs.keys().chain(signs.keys()).copied().filter(changed).collect();
        let mut signed = Self { signs, ..self.clone() };
        for block in changed {
            if signed.rows[block].take().is_some() {
                signed.rows[block] = Some(signed.rows_of_block(block));
            }
        }
        signed.count_rows();
        signed
    }

    fn of(doc: Arc<Doc>, plan: Arc<Plan>, signs: Signs, (cells, height): (usize, usize), density: Density) -> Self {
        let opening = doc.first.filter(|_| doc.from_first).and_then(|stop| plan.block_of(stop)).unwrap_or(0);
        let rows = vec![None; doc.blocks.len()];
        let mut flowed = Self { doc, plan, signs, cells, density, rows, is_glance: true, starts: Vec::new() };
        flowed.lay_out(opening, height);
        flowed
    }

    /// The page with a block laid out, and with it what a view of `height` rows may reach from there.
    #[must_use]
    pub fn near(self: &Arc<Self>, block: usize, height: usize) -> Arc<Self> {
        if !self.is_glance && self.is_laid_out(block, 2 * height) {
            return Arc::clone(self);
        }
        // More than is asked for: not every step shall lay out more.
        let mut further = Self::clone(self);
        further.is_glance = false;
        further.lay_out(block, AROUND.max(4 * height));
        Arc::new(further)
    }

    /// The page with a block laid out, and with it what a view of `height` rows that has the block in it shows.
    #[must_use]
    pub fn glance(self: &Arc<Self>, block: usize, height: usize) -> Arc<Self> {
        if self.is_laid_out(block, height) {
            return Arc::clone(self);
        }
        let mut further = Self::clone(self);
        further.lay_out(block, height);
        Arc::new(further)
    }

    /// A block is, and so many rows before and behind its first.
    fn is_laid_out(&self, block: usize, around: usize) -> bool {
        let start = self.starts.get(block).copied().unwrap_or(0);
        let first = self.block_at(start.saturating_sub(around)).map_or(block, |first| first.min(block));
        let behind = self.block_at(start + around).map_or(self.rows.len(), |last| last + 1);
        self.rows.get(first..behind).is_none_or(|near| near.iter().all(Option::is_some))
    }

    fn lay_out(&mut self, block: usize, around: usize) {
        for behind in [true, false] {
            let (mut at, mut seen) = (block, 0);
            while seen < around && at < self.rows.len() {
                let rows = self.rows_of_block(at);
                seen += rows.len();
                self.rows[at] = Some(rows);
                at = if behind { at + 1 } else { at.wrapping_sub(1) };
            }
        }
        self.count_rows();
    }

    fn count_rows(&mut self) {
        let height = |at: usize| match (&self.rows[at], self.starts.get(at..at + 2)) {
            (Some(rows), _) => rows.len(),
            (None, Some(rows)) => rows[1] - rows[0],
            (None, None) => self.plan.guess(&self.doc.blocks[at], self.cells, self.density),
        };
        let mut starts = vec![0];
        (0..self.rows.len()).for_each(|at| starts.push(starts[at] + height(at)));
        self.starts = starts;
    }

    /// The rows of a block; where it is not laid out, they are for who asks.
    pub fn rows_of_block(&self, block: usize) -> Arc<[Row]> {
        let is_empty = |rows: &Option<Arc<[Row]>>| rows.as_ref().is_some_and(|rows| rows.is_empty());
        let laid_out = || {
            let first = self.rows[..block].iter().all(is_empty);
            self.plan.rows(&self.doc, &self.signs, block, first, self.cells, self.density).into()
        };
        self.rows[block].clone().unwrap_or_else(laid_out)
    }

    /// How many blocks are laid out.
    pub fn laid_out(&self) -> usize {
        self.rows.iter().flatten().count()
    }

    /// How many rows there are, or about as many.
    pub fn height(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// None where it is not laid out.
    pub fn row(&self, row: usize) -> Option<&Row> {
        let block = self.block_at(row)?;
        self.rows[block].as_ref()?.get(row - self.starts[block])
    }

    /// The rows that are laid out from one on.
    pub fn rows_from(&self, row: usize) -> impl Iterator<Item = &Row> {
        (row..self.height()).map_while(|row| self.row(row))
    }

    /// The block that a row is of.
    pub fn block_at(&self, row: usize) -> Option<usize> {
        // Of blocks that begin on the same row only the last has any.
        let block = self.starts.partition_point(|start| *start <= row).checked_sub(1)?;
        (block < self.rows.len()).then_some(block)
    }

    /// The rows that a block takes, or about those.
    pub fn range_of(&self, block: usize) -> Range<usize> {
        self.starts[block]..self.starts[block + 1]
    }

    /// The block that a stop stands in.
    pub fn block_of(&self, stop: usize) -> Option<usize> {
        self.plan.block_of(stop)
    }

    /// The rows of a stop; none for a stop that the page does not have, or that this width does not show.
    pub fn rows_of(&self, stop: usize) -> Option<Range<usize>> {
        let block = self.block_of(stop)?;
        let range = self.range_of(block);
        let Some(rows) = &self.rows[block] else { return Some(range) };
        let has_stop = |row: &Row| row.has_stop(stop);
        let (first, last) = rows.iter().position(has_stop).zip(rows.iter().rposition(has_stop))?;
        Some(range.start + first..range.start + last + 1)
    }

    /// The stop is a cell of a figure of rows and columns.
    pub fn in_grid(&self, stop: usize) -> bool {
        self.rows_of(stop).is_some() && self.block_of(stop).is_some_and(|block| self.is_grid(block))
    }

    /// The block is a figure of rows and columns.
    fn is_grid(&self, block: usize) -> bool {
        matches!(&self.doc.blocks[block].body, Body::Figure { figure, .. } if figure.is_grid())
    }

    /// The stop is a cell of a figure, and there are others on its row.
    pub fn has_neighbours(&self, stop: usize) -> bool {
        self.in_grid(stop) && [1, -1].into_iter().any(|by| self.beside(stop, by).is_some())
    }

    /// The next cell to the right (1) or left (-1) on the row of a cell.
    pub fn beside(&self, stop: usize, by: isize) -> Option<usize> {
        let mut cells: Vec<usize> = self.row(self.rows_of(stop)?.start)?.stops().collect();
        cells.dedup();
        let at = cells.iter().position(|cell| *cell == stop)?;
        cells.get(at.checked_add_signed(by)?).copied()
    }

    /// The nearest cell on the next row down (1) or up (-1) that has one. Past the figure's last row, or before its
    /// first, it is the neighbouring stop of the page, which it may not have.
    pub fn across(&self, stop: usize, by: isize) -> Option<usize> {
        let block = self.block_of(stop)?;
        let at = self.rows_of(stop)?.start - self.starts[block];
        let rows = self.rows_of_block(block);
        let column = |row: &Row, stop: usize| row.pieces.iter().find(|piece| piece.stop == Some(stop)).map_or(0, |piece| piece.column);
        let from = column(&rows[at], stop);
        let nearest = |row: &Row| row.stops().min_by_key(|stop| column(row, *stop).abs_diff(from));
        let found = if by > 0 { rows[at + 1..].iter().find_map(nearest) } else { rows[..at].iter().rev().find_map(nearest) };
        if found.is_some() {
            return found;
        }
        let own = |stop: &usize| self.rows_of(*stop).is_some() && self.block_of(*stop) == Some(block);
        let mut stops: Box<dyn Iterator<Item = usize>> =
            if by > 0 { Box::new(stop..self.doc.links.len()) } else { Box::new((0..=stop).rev()) };
        stops.find(|stop| !own(stop))
    }

    /// The row that a view of `height` rows begins with when the page is opened: its first, or where the page wants to
    /// be seen from its first stop on, the row `above` rows over what is lit. Before a bottom line may stand a title and a
    /// question of any length: where they leave it no room, the page opens at its heading.
    pub fn opening(&self, height: usize, above: usize) -> usize {
        let bottom_line = self.doc.blocks.iter().position(|block| block.purpose == Purpose::BottomLine);
        if let Some(rows) = bottom_line.map(|block| self.range_of(block)) {
            let begun = rows.end.min(rows.start + BEGUN) <= height;
            return if begun { 0 } else { rows.start.saturating_sub(1).min(self.last_top(height)) };
        }
        let first = self.doc.first.filter(|stop| self.in_grid(*stop)).and_then(|stop| self.rows_of(stop));
        if let Some(rows) = first.filter(|rows| rows.end >= height) {
            // What its signs mean would leave the figure no room.
            return rows.start.saturating_sub(above).min(self.last_top(height));
        }
        let Some(lit) = self.lit().filter(|lit| lit.end > height) else { return 0 };
        // All that is lit is in view if it fits.
        let top = lit.start.saturating_sub(above).max(lit.end.saturating_sub(height)).min(lit.start);
        top.min(self.last_top(height))
    }

    /// The rows of what a page that wants to be seen from its first stop on was opened for: what is lit, or that stop.
    pub fn lit(&self) -> Option<Range<usize>> {
        let stop = self.doc.first.filter(|_| self.doc.from_first).and_then(|stop| self.rows_of(stop))?;
        let is_lit = |row: &Row| row.pieces.iter().any(|piece| piece.role == Role::Lit);
        let first = stop.clone().find(|row| self.row(*row).is_some_and(is_lit)).unwrap_or(stop.start);
        let lit = self.rows_from(first).take_while(|row| is_lit(row)).count();
        let end = if lit > 0 { first + lit } else { stop.end };
        Some(first..end)
    }

    /// The stop that the cursor begins on when these rows are in view: the page's own choice if any of it is in view, else
    /// the first item that the page names before it, as a judgement's reasons name their claims.
    pub fn begins_on(&self, view: Range<usize>) -> Option<usize> {
        let own = self.doc.first?;
        let is_seen = |stop: &usize| self.rows_of(*stop).is_some_and(|rows| rows.start < view.end && rows.end > view.start);
        let is_item = |stop: &usize| matches!(self.doc.links[*stop], Place::In { spot: Spot::Item { .. }, .. });
        let named = || (0..own).filter(|stop| self.rows_of(*stop).is_some() && is_item(stop));
        if is_seen(&own) { Some(own) } else { named().find(is_seen).or_else(|| named().next()).or(Some(own)) }
    }

    /// The last row that may stand first in a view of `height` rows.
    pub fn last_top(&self, height: usize) -> usize {
        self.height().saturating_sub(height.max(1))
    }
}
