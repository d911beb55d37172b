//! From a document and a width to rows.
//!
//! Rows keep what they are made of: every piece knows its block, its part of the block and its place in that part, so
//! that cursor, search and positions work on text and not on rows.

mod block_pieces;
mod columns;
mod large_text;
mod letter_shapes;
mod paged;
mod row;
mod slide;
mod tables;

pub use columns::Columns;
pub use row::{Density, Piece, Row};
pub use slide::{Weight, is_named, weight};

use super::doc::{Block, Body, Doc, Signs};
use super::figure::map::{Map, NARROWEST};
use super::figure::{Figure, What};
use super::styled_text::Role;
use crate::text::clip::clip_words;
use crate::text::direction::Direction;
use crate::text::{width, wrap};
use block_pieces::{Parts, drawing, sign};

/// The widest that running text is set, in cells. Figures take all the room there is.
pub const MEASURE: usize = 76;
/// The width of the column of labels, with the space behind it.
const LABEL: usize = 12;
/// From this width on labels stand beside their text, and else above it.
const LABELLED: usize = 50;
/// Below this width a list shows ids and texts only.
const NARROW: usize = 34;

/// What the rows of a document share, whatever their width: with it each block is laid out for itself.
#[derive(Debug, Default)]
pub struct Plan {
    columns: Columns,
    /// The first stop of each block, and at the end how many there are.
    stops: Vec<usize>,
}

impl Plan {
    #[must_use]
    pub fn of(doc: &Doc) -> Self {
        let mut stops = vec![0];
        doc.blocks.iter().enumerate().for_each(|(at, block)| stops.push(stops[at] + block.count_leads()));
        Self { stops, columns: Columns::of(doc) }
    }

    /// The block that a stop stands in.
    #[must_use]
    pub fn block_of(&self, stop: usize) -> Option<usize> {
        // Of blocks that begin with the same stop only the last has any.
        let block = self.stops.partition_point(|first| *first <= stop).checked_sub(1)?;
        (block + 1 < self.stops.len()).then_some(block)
    }

    /// The rows of a block; `first`, no row stands before them.
    #[must_use]
    pub fn rows(&self, doc: &Doc, signs: &Signs, index: usize, first: bool, cells: usize, density: Density) -> Vec<Row> {
        if let Density::Slide { height, ascii } = density {
            return slide::rows(self, doc, cells, usize::from(height), ascii).swap_remove(index);
        }
        let block = &doc.blocks[index];
        let mut flow = Flow::new(&self.columns, cells, density);
        if signs.get(&index).is_some_and(|sign| sign.is_letter()) {
            // Beside a grade or a word a letter needs a space before it.
            flow.cells = flow.cells.saturating_sub(1).max(1);
        }
        if flow.has_gap(block) && !first {
            flow.rows.push(Row::default());
        }
        let first = flow.rows.len();
        let parts = Parts::new(block, self.stops[index]);
        flow.block(block, &parts);
        if let Some(row) = flow.rows.get_mut(first) {
            row.mark = block.mark;
            row.sign = signs.get(&index).copied();
        }
        for row in &mut flow.rows[first..] {
            row.stop = parts.whole;
            row.pieces.sort_by_key(|piece| piece.column);
        }
        flow.rows.iter_mut().for_each(|row| row.block = index);
        flow.rows
    }

    /// About how many rows a block takes, by the length of its text: a page is scrolled through long before all of it is
    /// laid out.
    #[must_use]
    pub fn guess(&self, block: &Block, cells: usize, density: Density) -> usize {
        let flow = Flow::new(&self.columns, cells, density);
        let rows = match &block.body {
            Body::Sentence { text, .. } => {
                let length: usize = text.runs.iter().map(|run| run.text().chars().count()).sum();
                let room = flow.cells.saturating_sub(self.columns.numbers + 3).max(1);
                // Lines end at words: a sixteenth of them stays free.
                (length + length / 15).div_ceil(room)
            }
            Body::ListRow(row) if row.one_row => 1 + usize::from(!row.below.is_empty()),
            _ => block.parts().iter().map(|part| part.plain().len()).sum::<usize>().div_ceil(flow.cells),
        };
        rows.max(1) + usize::from(flow.has_gap(block))
    }
}

#[must_use]
pub fn flow(doc: &Doc, cells: usize, density: Density) -> Vec<Row> {
    let plan = Plan::of(doc);
    (0..doc.blocks.len()).fold(Vec::new(), |mut rows, block| {
        let next = plan.rows(doc, &doc.signs, block, rows.is_empty(), cells, density);
        rows.extend(next);
        rows
    })
}

struct Flow<'a> {
    rows: Vec<Row>,
    /// For text.
    cells: usize,
    /// For figures.
    room: usize,
    density: Density,
    columns: &'a Columns,
}

impl<'a> Flow<'a> {
    fn new(columns: &'a Columns, cells: usize, density: Density) -> Self {
        Self { rows: Vec::new(), cells: cells.clamp(1, MEASURE), room: cells.max(1), density, columns }
    }

    /// Judgements stand as close as rows of a list on a screen of few rows, and where each takes one row.
    fn has_gap(&self, block: &Block) -> bool {
        let judgement = matches!(block.body, Body::Judgement(_));
        match self.density {
            Density::Roomy => block.gap && !(judgement && self.cells < NARROW),
            Density::Compact => block.gap && !judgement,
            Density::Tight | Density::Slide { .. } => false,
        }
    }

    fn block(&mut self, block: &Block, parts: &Parts) {
        match &block.body {
            // A long heading without a word at its right is not cut where it can be wrapped.
            Body::Heading { .. } if parts.width(1) == 0 && parts.width(0) > self.cells => self.text(parts, 0, 0, self.cells, Vec::new()),
            Body::Heading { .. } => {
                let mut pieces = parts.one_row(0, 0, self.cells);
                let room = self.cells.saturating_sub(parts.width(0) + 1);
                let tail = width(&clip_words(&parts.plain(1), room));
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
            for row in map.legend(self.room) {
                self.push(0, drawing(&row, 0, self.room));
            }
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
