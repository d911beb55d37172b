//! Rows by columns, with a sign in a cell.

use super::{Draw, FigureRow, Placed, What};
use crate::page::styled_text::{Role, Text};
use crate::text::width;

/// In fewer cells a note would say nothing, and is left out.
const NOTE: usize = 12;

/// Heads of rows and columns, and signs where they meet.
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    pub columns: Vec<Text>,
    /// The columns, 0-based, that begin a group; a thin line stands before them.
    pub starts: Vec<usize>,
    /// What is said of whole groups, above the rows.
    pub spans: Option<Spans>,
    pub rows: Vec<MatrixRow>,
    /// The figure in words, a line a row.
    pub twin: String,
}

#[derive(Debug, Clone, Default)]
pub struct MatrixRow {
    /// An id.
    pub head: Text,
    /// Behind the head, where there is room.
    pub note: Text,
    /// One a column.
    pub cells: Vec<Text>,
}

/// A row with a text a group.
#[derive(Debug, Clone, Default)]
pub struct Spans {
    pub head: Text,
    pub note: Text,
    /// One a start.
    pub texts: Vec<Text>,
}

impl Spans {
    fn words(&self) -> impl Iterator<Item = &Text> {
        [&self.head, &self.note].into_iter().chain(&self.texts)
    }
}

/// Columns that stand side by side; widths are in cells. A table that is too wide is set in several bands, one below
/// another.
struct Band {
    columns: std::ops::Range<usize>,
    head: usize,
    note: usize,
    cell: usize,
}

impl Matrix {
    fn bands(&self, cells: usize) -> Vec<Band> {
        let widest = |texts: &mut dyn Iterator<Item = &Text>| texts.map(|text| width(&text.plain())).max().unwrap_or(0);
        let half = (cells / 2).max(1);
        let spans = self.spans.as_ref();
        let head = widest(&mut self.rows.iter().map(|row| &row.head).chain(spans.map(|spans| &spans.head))).min(half) + 1;
        let own = widest(&mut self.columns.iter().chain(self.rows.iter().flat_map(|row| &row.cells))).clamp(1, half) + 1;
        // A group has room for what is said of it.
        let ends = self.starts.iter().skip(1).copied().chain([self.columns.len()]);
        let lengths = self.starts.iter().zip(ends).map(|(start, end)| end.saturating_sub(*start).max(1));
        let of_groups = lengths.zip(spans.iter().flat_map(|spans| &spans.texts));
        let needed = of_groups.map(|(columns, text)| (width(&text.plain()) + 1).div_ceil(columns)).max().unwrap_or(0);
        let cell = own.max(needed.min(half));
        let note = widest(&mut self.rows.iter().map(|row| &row.note));
        let fit = (cells.saturating_sub(head) / cell).max(1);
        let starts = (0..self.columns.len()).step_by(fit);
        let band = |start: usize| {
            let columns = start..(start + fit).min(self.columns.len());
            let room = cells.saturating_sub(head + columns.len() * cell);
            Band { columns, head, note: if room > NOTE { note.min(room - 1) } else { 0 }, cell }
        };
        starts.map(band).collect()
    }

    /// The index of a row's head among the words; its note and cells follow.
    fn head_of(&self, row: usize) -> usize {
        self.columns.len() + row * (2 + self.columns.len())
    }

    /// The row of what is said of whole groups: of one that two bands part it stands in the first. `index` is that of its
    /// head among the words.
    fn spans(&self, spans: &Spans, band: &Band, index: usize) -> FigureRow {
        let mut placed = vec![Placed { column: 0, what: What::Word(index, band.head - 1) }];
        if band.note > 0 {
            placed.push(Placed { column: band.head, what: What::Word(index + 1, band.note) });
        }
        for (group, start) in self.starts.iter().enumerate().take(spans.texts.len()).filter(|(_, start)| band.columns.contains(start)) {
            let end = self.starts.get(group + 1).map_or(band.columns.end, |next| band.columns.end.min(*next));
            let from = band.start() + (start - band.columns.start) * band.cell;
            if *start > band.columns.start {
                placed.push(Placed::drawing(from - 1, Text::new(Role::Line, "│")));
            }
            let room = (end - start) * band.cell - 1;
            if width(&spans.texts[group].plain()) <= room {
                placed.push(Placed { column: from, what: What::Word(index + 2 + group, room) });
            }
        }
        placed
    }

    fn cells(&self, band: &Band, word: impl Fn(usize) -> usize) -> FigureRow {
        let mut placed = Vec::new();
        for (at, column) in band.columns.clone().enumerate() {
            let from = band.start() + at * band.cell;
            if at > 0 && self.starts.contains(&column) {
                placed.push(Placed::drawing(from - 1, Text::new(Role::Line, "│")));
            }
            placed.push(Placed { column: from, what: What::Word(word(column), band.cell - 1) });
        }
        placed
    }

    fn row(&self, words: &[Text], band: &Band, row: usize, first: bool) -> FigureRow {
        let head = self.head_of(row);
        // A link is a stop in one place only: further bands repeat the head as a drawing, which nobody lands on.
        let mut placed = if first {
            vec![Placed { column: 0, what: What::Word(head, band.head - 1) }]
        } else {
            vec![Placed::drawing(0, Text::new(Role::Quiet, &words[head].plain()))]
        };
        if band.note > 0 {
            placed.push(Placed { column: band.head, what: What::Word(head + 1, band.note) });
        }
        placed.extend(self.cells(band, |column| head + 2 + column));
        placed
    }
}

impl Band {
    fn start(&self) -> usize {
        self.head + if self.note > 0 { self.note + 1 } else { 0 }
    }
}

impl Draw for Matrix {
    fn words(&self) -> Vec<Text> {
        let rows = self.rows.iter().flat_map(|row| [&row.head, &row.note].into_iter().chain(&row.cells));
        let spans = self.spans.iter().flat_map(Spans::words);
        self.columns.iter().chain(rows).chain(spans).cloned().collect()
    }

    fn rows(&self, words: &[Text], cells: usize) -> Vec<FigureRow> {
        let mut rows = Vec::new();
        for (at, band) in self.bands(cells).iter().enumerate() {
            if at > 0 {
                rows.push(Vec::new());
            }
            rows.push(self.cells(band, |column| column));
            rows.extend(self.spans.iter().map(|spans| self.spans(spans, band, self.head_of(self.rows.len()))));
            rows.extend((0..self.rows.len()).map(|row| self.row(words, band, row, at == 0)));
        }
        rows
    }

    fn twin(&self) -> String {
        self.twin.clone()
    }

    fn is_grid(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(columns: usize) -> Matrix {
        let text = |text: &str| Text::new(Role::Text, text);
        let row = |id: &str| MatrixRow { head: text(id), note: text("what it says at length"), cells: vec![text("+"); columns] };
        Matrix {
            columns: (1..=columns).map(|column| text(&format!("H{column}"))).collect(),
            rows: vec![row("C1"), row("C12")],
            ..Matrix::default()
        }
    }

    #[test]
    fn a_matrix_that_is_too_wide_is_parted_into_bands_and_loses_no_cell() {
        for (columns, cells) in [(3, 60), (3, 20), (15, 58), (15, 38), (40, 38), (1, 8)] {
            let matrix = matrix(columns);
            let words = matrix.words();
            let mut shown: Vec<usize> = Vec::new();
            for row in matrix.rows(&words, cells) {
                for placed in row {
                    if let What::Word(word, room) = placed.what {
                        assert!(placed.column + room.min(width(&words[word].plain())) <= cells, "{columns} columns in {cells} cells");
                        shown.push(word);
                    }
                }
            }
            for row in 0..2 {
                for column in 0..columns {
                    assert!(shown.contains(&(matrix.head_of(row) + 2 + column)));
                }
            }
        }
    }
}
