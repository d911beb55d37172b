//! From a document and a width to rows.
//!
//! Rows keep what they are made of: every piece knows its block, its part of the block and its place in that part, so
//! that cursor, search and positions work on text and not on rows.

use super::doc::{Block, Body, Doc, Entry, JudgementRow};
use super::figure::map::{Map, NARROWEST};
use super::figure::{BAR, Figure, What};
use super::words::{Role, Text};
use crate::check::Level;
use crate::text::clip::end_within;
use crate::text::{clip, width, wrap};
use std::ops::Range;

/// Running text is never set wider, in cells.
pub const MEASURE: usize = 76;
/// The column of labels, in cells, with the space behind it.
const LABEL: usize = 12;
/// From this width on, labels stand beside their text; below it above.
const LABELLED: usize = 50;
/// Below this width a list shows ids and text only.
const NARROW: usize = 34;
/// From this width on, a table of judgements has its bars beside the text.
const TABLE: usize = 60;
/// The column of confidence in a table of judgements, in cells.
const CONFIDENCE: usize = 8;

/// How much room rows may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Density {
    /// Blank rows between blocks, and everything a block has to say.
    Roomy,
    /// Tables on fewer rows: for screens of fewer than 30 rows.
    Compact,
    /// No blank rows: for screens of fewer than 16 rows.
    Tight,
}

impl Density {
    /// The density for a screen of so many rows.
    #[must_use]
    pub fn of(rows: u16) -> Self {
        match rows {
            0..16 => Self::Tight,
            16..30 => Self::Compact,
            _ => Self::Roomy,
        }
    }
}

/// How many rows high a map is, without the row under it that says what its lines mean.
#[must_use]
pub fn map_rows(density: Density) -> u16 {
    match density {
        Density::Roomy => 17,
        Density::Compact => 10,
        Density::Tight => 7,
    }
}

/// A row of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The index of its block in the document.
    pub block: usize,
    /// How far into the block it begins: bytes of the block's running text.
    pub offset: usize,
    /// The stop that the whole row belongs to.
    pub stop: Option<usize>,
    /// How bad the worst finding is of the item that begins here.
    pub mark: Option<Level>,
    /// What stands on it, from left to right.
    pub pieces: Vec<Piece>,
}

/// A stretch of a row with one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its first column, 0-based, in cells.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// The stop that it is: an inline link.
    pub stop: Option<usize>,
    /// The part of the block that it is cut from; none for signs and lines that are no text.
    pub part: Option<usize>,
    /// Its place in that part, in bytes.
    pub offset: usize,
}

impl Row {
    /// The row belongs to the stop, or holds it.
    #[must_use]
    pub fn has_stop(&self, stop: usize) -> bool {
        self.stop == Some(stop) || self.pieces.iter().any(|piece| piece.stop == Some(stop))
    }

    /// The stops that begin on or run over this row.
    pub fn stops(&self) -> impl Iterator<Item = usize> + '_ {
        self.stop.into_iter().chain(self.pieces.iter().filter_map(|piece| piece.stop))
    }

    /// The row as plain text.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            let gap = piece.column.saturating_sub(width(&text));
            text.push_str(&" ".repeat(gap));
            text.push_str(&piece.text);
        }
        text
    }
}

/// The rows of a document at a width in cells.
#[must_use]
pub fn flow(doc: &Doc, cells: usize, density: Density) -> Vec<Row> {
    let mut flow = Flow { rows: Vec::new(), cells: cells.clamp(1, MEASURE), density };
    let mut stops = 0;
    for (index, block) in doc.blocks.iter().enumerate() {
        let judgement = matches!(block.body, Body::Judgement(_));
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
        }
        for row in &mut flow.rows[first..] {
            row.block = index;
            row.stop = parts.whole;
            row.pieces.sort_by_key(|piece| piece.column);
        }
    }
    flow.rows
}

/// The parts of a block, each with the stops of its runs.
struct Parts {
    texts: Vec<(Text, Vec<Option<usize>>)>,
    /// The stop that the whole block is.
    whole: Option<usize>,
}

impl Parts {
    fn new(block: &Block, stops: &mut usize) -> Self {
        let whole = block.link.as_ref().map(|_| next(stops));
        let texts = block.parts().into_iter().map(|text| {
            let runs = text.runs.iter().map(|run| (whole.is_none() && run.link.is_some()).then(|| next(stops))).collect();
            (text.into_owned(), runs)
        });
        Self { texts: texts.collect(), whole }
    }

    /// The pieces of bytes `range` of a part, set from `column` on.
    fn pieces(&self, part: usize, range: &Range<usize>, column: usize) -> Vec<Piece> {
        let (text, stops) = &self.texts[part];
        let mut pieces = Vec::new();
        let (mut at, mut column) = (0, column);
        for (run, stop) in text.runs.iter().zip(stops) {
            let (start, end) = (range.start.max(at), range.end.min(at + run.text().len()));
            if start < end {
                let words = &run.text()[start - at..end - at];
                pieces.push(Piece { column, text: words.to_owned(), role: run.role, stop: *stop, part: Some(part), offset: start });
                column += width(words);
            }
            at += run.text().len();
        }
        pieces
    }

    /// A whole part on one row, cut to `cells` with an ellipsis.
    fn one_row(&self, part: usize, column: usize, cells: usize) -> Vec<Piece> {
        let plain = self.texts[part].0.plain();
        let whole = width(&plain) <= cells;
        let end = if whole { plain.len() } else { plain[..end_within(&plain, cells.saturating_sub(1))].trim_end().len() };
        let mut pieces = self.pieces(part, &(0..end), column);
        if !whole && cells > 0 {
            let role = pieces.last().map_or(Role::Quiet, |piece| piece.role);
            pieces.push(sign(column + width(&plain[..end]), "…", role));
        }
        pieces
    }

    fn width(&self, part: usize) -> usize {
        width(&self.texts[part].0.plain())
    }
}

fn next(stops: &mut usize) -> usize {
    *stops += 1;
    *stops - 1
}

/// A piece that is no text.
fn sign(column: usize, text: &str, role: Role) -> Piece {
    Piece { column, text: text.to_owned(), role, stop: None, part: None, offset: 0 }
}

struct Flow {
    rows: Vec<Row>,
    cells: usize,
    density: Density,
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
            Body::JudgementHeading(_) => {
                let room = if self.cells >= TABLE { self.bar_column() - 2 } else { self.cells };
                let mut pieces = parts.one_row(0, 0, room);
                if self.cells >= TABLE {
                    pieces.push(sign(self.bar_column(), "LIKELIHOOD", Role::Heading));
                    pieces.push(sign(self.cells - CONFIDENCE, "CONFID.", Role::Heading));
                }
                self.push(0, pieces);
            }
            Body::Paragraph(_) => self.text(parts, 0, 0, self.cells, Vec::new()),
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
            Body::Entry(entry) => self.entry(entry, parts),
            Body::Judgement(row) => self.judgement(row, parts),
            Body::Sentence { number, number_width, state, .. } => {
                let gutter = number_width + 1;
                let number = number.map_or_else(String::new, |number| format!("{number:>number_width$}"));
                let signs = vec![sign(0, &number, Role::Quiet), sign(gutter, state.sign(), Role::Quiet)];
                self.text(parts, 0, gutter + 2, self.cells.saturating_sub(gutter + 2), signs);
            }
            Body::Figure { figure: Figure::Map(map), .. } => self.map(map),
            Body::Figure { label, figure, .. } => {
                let beside = self.cells >= LABELLED && !label.is_empty();
                let column = if beside { LABEL } else { 0 };
                if !beside && !label.is_empty() {
                    let label = parts.one_row(0, 0, self.cells);
                    self.push(0, label);
                }
                for (at, row) in figure.rows(self.cells - column).into_iter().enumerate() {
                    let mut pieces = if beside && at == 0 { parts.one_row(0, 0, LABEL - 1) } else { Vec::new() };
                    for placed in row {
                        let from = column + placed.column;
                        match placed.what {
                            What::Word(word, room) => {
                                pieces.extend(parts.one_row(word + 1, from, room.min(self.cells.saturating_sub(from))));
                            }
                            What::Drawing(text) => pieces.extend(drawing(&text, from, self.cells)),
                        }
                    }
                    self.push(0, pieces);
                }
            }
        }
    }

    /// The names of a map on otherwise blank rows, which the screen paints, and what its lines mean. A column too
    /// narrow for a map has none: such a column only ever stands beside a wider one.
    fn map(&mut self, map: &Map) {
        let (width, height) = (u16::try_from(self.cells).unwrap_or(u16::MAX), map_rows(self.density));
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

    /// Where the bars of a table of judgements begin.
    fn bar_column(&self) -> usize {
        self.cells - CONFIDENCE - 2 - BAR
    }

    fn push(&mut self, offset: usize, pieces: Vec<Piece>) {
        self.rows.push(Row { offset, pieces, ..Row::default() });
    }

    /// A part wrapped from `column` on; `first` stands on its first row.
    fn text(&mut self, parts: &Parts, part: usize, column: usize, cells: usize, mut first: Vec<Piece>) {
        let plain = parts.texts[part].0.plain();
        for line in wrap(&plain, cells.max(1)) {
            let mut pieces = std::mem::take(&mut first);
            pieces.extend(parts.pieces(part, &line, column));
            self.push(line.start, pieces);
        }
    }

    fn entry(&mut self, entry: &Entry, parts: &Parts) {
        let id = if entry.id_width > 0 { entry.id_width + 1 } else { 0 };
        let lead = if entry.lead_width > 0 { entry.lead_width + 1 } else { 0 };
        // A long word at the right has a row of its own where it would crowd out the text.
        let below = !entry.one_row && id + lead + parts.width(3) + 20 > self.cells && parts.width(3) > 4;
        let tail = if below { 0 } else { parts.width(3) };
        let room = |column: usize| self.cells.saturating_sub(column + if tail > 0 { tail + 1 } else { 0 });
        let mut first = parts.one_row(0, 0, entry.id_width.min(self.cells));
        if self.cells < NARROW && entry.one_row {
            first.extend(parts.one_row(2, id, self.cells.saturating_sub(id)));
            return self.push(0, first);
        }
        first.extend(parts.one_row(3, self.cells.saturating_sub(tail), tail));
        if entry.one_row {
            first.extend(parts.one_row(1, id, entry.lead_width.min(room(id))));
            first.extend(parts.one_row(2, id + lead, room(id + lead)));
            return self.push(0, first);
        }
        if self.cells < LABELLED && lead > 0 || id + lead + 10 > self.cells {
            let indent = if id + 10 > self.cells { 2 } else { id };
            let beside = id + lead <= self.cells;
            if beside {
                first.extend(parts.one_row(1, id, room(id)));
            }
            self.push(0, first);
            if !beside {
                self.push(0, parts.one_row(1, indent, self.cells.saturating_sub(indent)));
            }
            self.text(parts, 2, indent, self.cells.saturating_sub(indent), Vec::new());
        } else {
            first.extend(parts.one_row(1, id, entry.lead_width));
            let room = room(id + lead);
            self.text(parts, 2, id + lead, room, first);
        }
        if below {
            let offset = self.rows.last().map_or(0, |row| row.offset);
            self.push(offset, parts.one_row(3, id, self.cells.saturating_sub(id)));
        }
    }

    fn judgement(&mut self, row: &JudgementRow, parts: &Parts) {
        let id = row.id_width + 1;
        let first = parts.one_row(0, 0, row.id_width.min(self.cells));
        if self.cells < NARROW {
            let mut pieces = first;
            pieces.extend(parts.one_row(1, id, self.cells.saturating_sub(id)));
            return self.push(0, pieces);
        }
        let start = self.rows.len();
        if self.cells >= TABLE {
            let confidence = self.cells - CONFIDENCE;
            let bar = self.bar_column();
            self.text(parts, 1, id, bar - 2 - id, first);
            self.beside(start, drawing(&row.likelihood.bar(), bar, self.cells));
            self.beside(start, drawing(&row.confidence.dots(), confidence, self.cells));
            self.beside(start + 1, parts.one_row(2, bar, BAR));
            self.beside(start + 1, parts.one_row(4, confidence, CONFIDENCE));
            if self.density == Density::Roomy {
                self.beside(start + 2, parts.one_row(3, bar, BAR + 2 + CONFIDENCE));
            }
            return;
        }
        self.text(parts, 1, id, self.cells.saturating_sub(id), first);
        let words = self.rows.len();
        let beside = id + BAR + 2;
        self.beside(words, drawing(&row.likelihood.bar(), id, self.cells));
        if [2, 3].iter().all(|part| beside + parts.width(*part) <= self.cells) {
            self.beside(words, parts.one_row(2, beside, self.cells - beside));
            self.beside(words + 1, parts.one_row(3, beside, self.cells - beside));
            self.beside(words + 1, drawing(&row.confidence.dots(), id, self.cells));
            self.beside(words + 1, parts.one_row(4, id + 4, CONFIDENCE));
        } else {
            self.beside(words + 1, parts.one_row(2, id, self.cells.saturating_sub(id)));
            self.beside(words + 2, parts.one_row(3, id, self.cells.saturating_sub(id)));
            self.beside(words + 3, drawing(&row.confidence.dots(), id, self.cells));
            self.beside(words + 3, parts.one_row(4, id + 4, CONFIDENCE));
        }
    }

    /// Sets pieces on a row of this block, which may have to be made.
    fn beside(&mut self, row: usize, pieces: Vec<Piece>) {
        while self.rows.len() <= row {
            let offset = self.rows.last().map_or(0, |row| row.offset);
            self.push(offset, Vec::new());
        }
        self.rows[row].pieces.extend(pieces);
    }
}

/// The drawn part of a figure, cut at the right edge.
fn drawing(text: &Text, column: usize, cells: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = column;
    for run in &text.runs {
        let words = clip(run.text(), cells.saturating_sub(at));
        if words.is_empty() {
            break;
        }
        pieces.push(sign(at, &words, run.role));
        at += width(&words);
    }
    pieces
}
