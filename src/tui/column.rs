//! Columns of the screen: which page each shows, from which row on, and with which stop marked.

use super::flowed::Flowed;
use super::layout::{Layout, Pane, Rect, text_rows, text_width};
use crate::page::figure::Figure;
use crate::page::figure::map::{Map, NARROWEST, Sheet};
use crate::page::flow::Density;
use crate::page::{Body, Place, Row};
use crate::text::width;
use std::ops::Range;
use std::sync::Arc;

#[derive(Debug, Clone)]
pub struct Column {
    pub pane: Pane,
    pub area: Rect,
    pub place: Place,
    pub flowed: Arc<Flowed>,
    pub top: usize,
    /// The stop that is marked.
    pub stop: Option<usize>,
}

impl Column {
    pub fn target(&self) -> Option<&Place> {
        self.flowed.doc.links.get(self.stop?)
    }

    /// The same column with what is near a block laid out: its rows may have other numbers.
    #[must_use]
    pub fn near(self, block: usize) -> Self {
        let flowed = self.flowed.near(block, self.height());
        let first = self.flowed.block_at(self.top);
        let moved = |block: usize| flowed.range_of(block).start + self.top - self.flowed.range_of(block).start;
        Self { top: first.map_or(self.top, moved), flowed, ..self }
    }

    /// The same column with what is near a stop laid out.
    #[must_use]
    pub fn near_stop(self, stop: usize) -> Self {
        match self.flowed.block_of(stop) {
            Some(block) => self.near(block),
            None => self,
        }
    }

    /// The same column with its end laid out.
    #[must_use]
    pub fn near_end(self) -> Self {
        let last = self.flowed.doc.blocks.len().saturating_sub(1);
        self.near(last)
    }

    /// How many rows of the page are in view, at least one.
    pub fn height(&self) -> usize {
        text_rows(self.area).max(1)
    }

    /// The rows of the page that are in view, as indices; the page may end before them.
    pub fn view(&self) -> Range<usize> {
        self.top..self.top + self.height()
    }

    pub fn shows(&self, stop: usize) -> bool {
        let view = self.view();
        self.flowed.rows_of(stop).is_some_and(|rows| rows.start < view.end && rows.end > view.start)
    }

    /// The last row that may stand first.
    pub fn last_top(&self) -> usize {
        self.flowed.last_top(self.height())
    }

    /// The map of the page, if it has one and the column is wide enough for it.
    pub fn map(&self, density: Density) -> Option<Mapped<'_>> {
        let wide = u16::try_from(text_width(self.area)).ok().filter(|wide| *wide >= NARROWEST)?;
        let (block, map) = self.flowed.doc.blocks.iter().enumerate().find_map(|(at, block)| match &block.body {
            Body::Figure { figure: Figure::Map(map), .. } => Some((at, map)),
            _ => None,
        })?;
        let high = density.map_rows(wide);
        let legend = if density == Density::Tight { 0 } else { map.legend(usize::from(wide)).len() };
        let end = self.flowed.range_of(block).end.checked_sub(legend)?;
        Some(Mapped { map, first: end.checked_sub(usize::from(high))?, size: (wide, high) })
    }

    /// The rows in view, each with its line of the screen.
    pub fn rows(&self) -> impl Iterator<Item = (&Row, Rect)> {
        let lines = (self.area.y + 1..self.area.bottom()).map(|y| Rect { y, height: 1, ..self.area });
        self.flowed.rows_from(self.top).zip(lines)
    }

    /// The cells of text on a line of the column: `text` begins at a column of its row.
    pub fn cells(&self, line: Rect, column: usize, text: &str) -> Option<Rect> {
        // The first cell and the last are margins.
        let room = usize::from(line.width).checked_sub(column + 2)?;
        let (x, cells) = (u16::try_from(column + 1).ok()?, u16::try_from(width(text).min(room)).ok()?);
        Some(Rect { x: line.x + x, width: cells, ..line })
    }

    /// The row of the page at a line of the screen, and the column of the row; the margin before it has none.
    pub fn cell_at(&self, x: u16, y: u16) -> Option<(usize, Option<usize>)> {
        let row = usize::from(y.checked_sub(self.area.y + 1)?);
        let column = usize::from(x.checked_sub(self.area.x)?);
        Some((self.top + row, column.checked_sub(1)))
    }
}

/// A map in a column.
pub struct Mapped<'a> {
    pub map: &'a Map,
    /// The row of the page that it begins on.
    pub first: usize,
    /// In cells.
    pub size: (u16, u16),
}

impl Mapped<'_> {
    pub fn sheet(&self) -> Sheet {
        self.map.sheet(self.size.0, self.size.1)
    }
}

/// What is to be drawn.
#[derive(Debug, Clone)]
pub struct Shown {
    pub layout: Layout,
    /// From left to right. A column that has no page to show is missing.
    pub columns: Vec<Column>,
    /// Which of them is where we are.
    here: usize,
}

impl Shown {
    /// None where no column is where we are.
    pub fn new(layout: Layout, columns: Vec<Column>) -> Option<Self> {
        let here = columns.iter().position(|column| column.pane == Pane::Here)?;
        Some(Self { layout, columns, here })
    }

    pub fn here(&self) -> &Column {
        &self.columns[self.here]
    }

    pub fn column(&self, pane: Pane) -> Option<&Column> {
        self.columns.iter().find(|column| column.pane == pane)
    }
}
