//! From a document and a width to rows.
//!
//! Rows keep what they are made of: every piece knows its block, its part of the block and its place in that part, so
//! that cursor, search and positions work on text and not on rows.

mod columns;
mod parts;
mod row;
mod tables;

pub use columns::Columns;
pub use row::{Density, Piece, Row};

use super::doc::{Block, Body, Doc};
use super::figure::map::{Map, NARROWEST};
use super::figure::{Figure, What};
use super::words::Role;
use crate::text::direction::Direction;
use crate::text::{width, wrap};
use parts::{Parts, drawing, sign};

/// The widest that running text is set, in cells. Figures take all the room there is.
pub const MEASURE: usize = 76;
/// The width of the column of labels, with the space behind it.
const LABEL: usize = 12;
/// From this width on labels stand beside their text, and else above it.
const LABELLED: usize = 50;
/// Below this width a list shows ids and texts only.
const NARROW: usize = 34;

#[must_use]
pub fn flow(doc: &Doc, cells: usize, density: Density) -> Vec<Row> {
    let mut flow = Flow { rows: Vec::new(), cells: cells.clamp(1, MEASURE), room: cells.max(1), density, columns: Columns::of(doc) };
    let mut stops = 0;
    for (index, block) in doc.blocks.iter().enumerate() {
        let judgement = matches!(block.body, Body::Judgement(_));
        // Judgements stand as close as rows of a list on a screen of few rows, and where each takes one row.
        let gap = match density {
            Density::Roomy => block.gap && !(judgement && flow.cells < NARROW),
            Density::Compact => block.gap && !judgement,
            Density::Tight => false,
        };
        if gap && !flow.rows.is_empty() {
            flow.rows.push(Row { block: index, ..Row::default() });
        }
        let first = flow.rows.len();
        let parts = Parts::new(block, &mut stops);
        flow.block(block, &parts);
        if let Some(row) = flow.rows.get_mut(first) {
            row.mark = block.mark;
            row.own = doc.signs.get(&index).copied();
        }
        for row in &mut flow.rows[first..] {
            row.block = index;
            row.stop = parts.whole;
            row.pieces.sort_by_key(|piece| piece.column);
        }
    }
    flow.rows
}

struct Flow {
    rows: Vec<Row>,
    /// For text.
    cells: usize,
    /// For figures.
    room: usize,
    density: Density,
    columns: Columns,
}

impl Flow {
    fn block(&mut self, block: &Block, parts: &Parts) {
        match &block.body {
            Body::Heading { .. } => {
                let mut pieces = parts.one_row(0, 0, self.cells);
                let room = self.cells.saturating_sub(parts.width(0) + 1);
                let tail = parts.width(1).min(room);
                pieces.extend(parts.one_row(1, self.cells - tail, tail));
                self.push(0, pieces);
            }
            Body::JudgementHeading(_) => self.judgement_heading(parts),
            Body::Paragraph(_) => self.text(parts, 0, 0, self.cells, Vec::new()),
            // A few words fit beside their label even in a narrow column.
            Body::Field { .. } if self.cells >= LABELLED || LABEL + parts.width(1) <= self.cells => {
                let label = parts.one_row(0, 0, LABEL - 1);
                self.text(parts, 1, LABEL, self.cells - LABEL, label);
            }
            Body::Field { label, .. } => {
                if !label.is_empty() {
                    let label = parts.one_row(0, 0, self.cells);
                    self.push(0, label);
                }
                self.text(parts, 1, 0, self.cells, Vec::new());
            }
            Body::ListRow(row) => self.list_row(row, parts),
            Body::Judgement(row) => self.judgement(row, parts),
            Body::Sentence { number, state, .. } => {
                let number_width = self.columns.numbers;
                let gutter = number_width + 1;
                let number = number.map_or_else(String::new, |number| format!("{number:>number_width$}"));
                let signs = vec![sign(0, &number, Role::Quiet), sign(gutter, state.sign(), Role::Quiet)];
                self.text(parts, 0, gutter + 2, self.cells.saturating_sub(gutter + 2), signs);
            }
            Body::Figure { figure: Figure::Map(map), .. } => self.map(map),
            Body::Figure { label, figure, .. } => {
                // A bar with its words is read as text is.
                let room = if figure.is_grid() { self.room } else { self.cells };
                let beside = self.cells >= LABELLED && !label.is_empty();
                let column = if beside { LABEL } else { 0 };
                if !beside && !label.is_empty() {
                    let label = parts.one_row(0, 0, self.cells);
                    self.push(0, label);
                }
                for (at, row) in figure.rows(room - column).into_iter().enumerate() {
                    let mut pieces = if beside && at == 0 { parts.one_row(0, 0, LABEL - 1) } else { Vec::new() };
                    for placed in row {
                        let from = column + placed.column;
                        match placed.what {
                            What::Word(word, cells) => {
                                pieces.extend(parts.one_row(word + 1, from, cells.min(room.saturating_sub(from))));
                            }
                            What::Drawing(text) => pieces.extend(drawing(&text, from, room)),
                        }
                    }
                    self.push(0, pieces);
                }
            }
        }
    }

    /// The names of a map on blank rows, which the screen paints over, and what its lines mean. A column that is too
    /// narrow for a map has none: such a column only ever stands beside a wider one.
    fn map(&mut self, map: &Map) {
        let width = u16::try_from(self.room).unwrap_or(u16::MAX);
        let height = self.density.map_rows(width);
        if width < NARROWEST {
            return;
        }
        let labels = map.sheet(width, height).labels;
        for row in 0..usize::from(height) {
            let labels = labels.iter().filter(|label| label.row == row);
            let pieces = labels.map(|label| sign(label.column, &label.text, Role::Text)).collect();
            self.push(0, pieces);
        }
        if self.density != Density::Tight {
            self.push(0, drawing(&map.legend(), 0, self.cells));
        }
    }

    fn push(&mut self, offset: usize, pieces: Vec<Piece>) {
        self.rows.push(Row { offset, pieces, ..Row::default() });
    }

    /// Wraps a part from `column` on; `first` stands on its first row. Text that runs from the right ends at the right
    /// edge, and leaves a cell free for the fence around it ([`crate::text::direction`]).
    fn text(&mut self, parts: &Parts, part: usize, column: usize, cells: usize, mut first: Vec<Piece>) {
        let plain = parts.plain(part);
        let right = parts.direction(part) == Direction::Right;
        for line in wrap(&plain, cells.saturating_sub(usize::from(right)).max(1)) {
            let mut pieces = std::mem::take(&mut first);
            let before = if right { cells.saturating_sub(width(&plain[line.clone()])) } else { 0 };
            pieces.extend(parts.pieces(part, &line, column + before));
            self.push(line.start, pieces);
        }
    }

    /// Sets pieces on a row, and makes rows up to it where there are none.
    fn beside(&mut self, row: usize, pieces: Vec<Piece>) {
        while self.rows.len() <= row {
            let offset = self.rows.last().map_or(0, |row| row.offset);
            self.push(offset, Vec::new());
        }
        self.rows[row].pieces.extend(pieces);
    }
}
