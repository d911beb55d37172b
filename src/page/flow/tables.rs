//! Lists and tables: what stands in columns where there is room for columns.

use super::block_pieces::{Parts, drawing, sign};
use super::row::{Density, Piece};
use super::{Flow, LABELLED, MEASURE, NARROW};
use crate::page::doc::{JudgementRow, ListRow};
use crate::page::figure::BAR;
use crate::page::styled_text::Role;

/// From this width on a table of judgements has its bars beside the text, and else below it.
const TABLE: usize = 60;
/// The fewest cells that say something of a text: where it has less beside what leads, it has a row of its own.
const LEAST: usize = 16;
/// The width of the column of confidence.
const CONFIDENCE: usize = 8;
/// Its dots, and a cell before its word.
const DOTS: usize = 4;

impl Flow<'_> {
    fn bar_column(&self) -> usize {
        self.cells - CONFIDENCE - 2 - BAR
    }

    pub(super) fn judgement_heading(&mut self, parts: &Parts) {
        let room = if self.cells >= TABLE { self.bar_column() - 2 } else { self.cells };
        let mut pieces = parts.one_row(0, 0, room);
        if self.cells >= TABLE {
            pieces.push(sign(self.bar_column(), "LIKELIHOOD", Role::Heading));
            pieces.push(sign(self.cells - CONFIDENCE, "CONFID.", Role::Heading));
        }
        self.push(0, pieces);
    }

    /// Parts: 0 id, 1 leading word, 2 text, 3 word at the right, 4 the row below.
    pub(super) fn list_row(&mut self, row: &ListRow, parts: &Parts) {
        let (id_width, lead_width) = self.columns.list(row.list);
        // A row that is never wrapped is no running text: it takes the room that there is, but for a blank before its sign.
        let cells = if row.one_row && self.room > MEASURE { self.room - 1 } else { self.cells };
        let id = if id_width > 0 { id_width + 1 } else { 0 };
        let lead = if lead_width > 0 { lead_width + 1 } else { 0 };
        // A long word at the right has a row of its own where it would crowd out the text.
        let below = !row.one_row && id + lead + parts.width(3) + 20 > cells && parts.width(3) > 4;
        // A marking is never cut for it.
        let beside = if row.one_row { cells.saturating_sub(id + parts.width(1) + 1) } else { cells };
        let tail = if below { 0 } else { parts.width(3).min(beside) };
        let room = |column: usize| cells.saturating_sub(column + if tail > 0 { tail + 1 } else { 0 });
        if cells < NARROW && row.one_row {
            let mut first = parts.one_row(0, 0, id_width.min(cells));
            first.extend(parts.one_row(2, id, cells.saturating_sub(id)));
            return self.push(0, first);
        }
        let mut first = parts.one_row(0, 0, id_width.min(room(0)));
        first.extend(parts.one_row(3, cells.saturating_sub(tail), tail));
        if row.one_row {
            first.extend(parts.one_row(1, id, lead_width.min(room(id))));
            let room = room(id + lead);
            let beside = room >= LEAST.min(parts.width(2));
            if beside {
                first.extend(parts.one_row(2, id + lead, room));
            }
            self.push(0, first);
            if !beside {
                self.push(0, parts.one_row(2, 2, cells - 2));
            }
            if parts.width(4) > 0 {
                self.push(0, parts.one_row(4, 2, cells - 2));
            }
            return;
        }
        if cells < LABELLED && lead > 0 || id + lead + 10 > cells {
            let indent = if id + 10 > cells { 2 } else { id };
            let beside = id + lead <= cells;
            if beside {
                first.extend(parts.one_row(1, id, room(id)));
            }
            if first.iter().any(|piece| !piece.text.is_empty()) {
                self.push(0, first);
            }
            if !beside {
                self.push(0, parts.one_row(1, indent, cells.saturating_sub(indent)));
            }
            self.text(parts, 2, indent, cells.saturating_sub(indent), Vec::new());
        } else {
            first.extend(parts.one_row(1, id, lead_width));
            let room = room(id + lead);
            self.text(parts, 2, id + lead, room, first);
        }
        if below {
            let offset = self.rows.last().map_or(0, |row| row.offset);
            self.push(offset, parts.one_row(3, id, cells.saturating_sub(id)));
        }
    }

    /// Parts: 0 id, 1 text, 2 term, 3 range and horizon, 4 what became of it, 5 confidence.
    pub(super) fn judgement(&mut self, row: &JudgementRow, parts: &Parts) {
        // However long an id is, two thirds of the row are left to the judgement.
        let id = self.columns.list(row.list).0.min(self.cells / 3) + 1;
        let first = parts.one_row(0, 0, id - 1);
        match self.cells {
            ..NARROW => self.judgement_in_one_row(parts, id, first),
            NARROW..TABLE => self.judgement_below_its_likelihood(row, parts, id, first),
            TABLE.. => self.judgement_beside_its_likelihood(row, parts, id, first),
        }
    }

    /// The likelihood leads, so that what is cut is not that.
    fn judgement_in_one_row(&mut self, parts: &Parts, id: usize, first: Vec<Piece>) {
        let mut pieces = first;
        pieces.extend(parts.one_row(2, id, self.cells.saturating_sub(id)));
        let text = id + parts.width(2) + 2;
        if text < self.cells {
            pieces.push(sign(text - 2, ":", Role::Text));
            pieces.extend(parts.one_row(1, text, self.cells - text));
        }
        self.push(0, pieces);
    }

    fn judgement_below_its_likelihood(&mut self, row: &JudgementRow, parts: &Parts, id: usize, first: Vec<Piece>) {
        let room = self.cells.saturating_sub(id);
        let mut pieces = first;
        pieces.extend(parts.one_row(2, id, room));
        let range = id + parts.width(2) + 2;
        let is_one = parts.width(3) > 0 && range + parts.width(3) <= self.cells;
        if is_one {
            pieces.push(sign(range - 2, ",", Role::Quiet));
            pieces.extend(parts.one_row(3, range, self.cells - range));
        }
        self.push(0, pieces);
        for part in [3, 4].into_iter().filter(|part| parts.width(*part) > 0 && !(is_one && *part == 3)) {
            self.push(0, parts.one_row(part, id, room));
        }
        self.text(parts, 1, id, room, Vec::new());
        let bar = self.rows.len();
        self.beside(bar, drawing(&row.likelihood.bar(), id, self.cells));
        let beside = id + BAR + 3;
        let has_room = beside + DOTS + parts.width(5) <= self.cells;
        let (line, column) = if has_room { (bar, beside) } else { (bar + 1, id) };
        self.beside(line, drawing(&row.confidence.dots(), column, self.cells));
        self.beside(line, parts.one_row(5, column + DOTS, CONFIDENCE));
    }

    fn judgement_beside_its_likelihood(&mut self, row: &JudgementRow, parts: &Parts, id: usize, first: Vec<Piece>) {
        let start = self.rows.len();
        let confidence = self.cells - CONFIDENCE;
        let bar = self.bar_column();
        self.text(parts, 1, id, bar - 2 - id, first);
        self.beside(start, drawing(&row.likelihood.bar(), bar, self.cells));
        self.beside(start, drawing(&row.confidence.dots(), confidence, self.cells));
        self.beside(start + 1, parts.one_row(2, bar, BAR));
        self.beside(start + 1, parts.one_row(5, confidence, CONFIDENCE));
        let below = BAR + 2 + CONFIDENCE;
        let mut row = start + 2;
        if self.density == Density::Roomy {
            self.beside(row, parts.one_row(3, bar, below));
            row += 1;
        }
        if parts.width(4) > 0 {
            self.beside(row, parts.one_row(4, bar, below));
        }
    }
}
