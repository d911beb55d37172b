//! The ties of a map as lines: from where to where, and what is written on them.

use super::cells::Cells;
use super::frame::DOTS;
use super::labels::{cells_of, floor};
use super::{Map, Sheet, Tie};
use crate::text::{clip, width};

/// Where on a line its words are tried, in tenths of the way: first in the middle.
const ALONG: [f64; 7] = [5.0, 4.0, 6.0, 3.0, 7.0, 2.0, 8.0];
/// The most cells of the words.
const LONGEST: usize = 28;

pub struct Drawn<'a> {
    pub tie: &'a Tie,
    /// In dots; of a state beyond the edge, where its name stands.
    pub from: (f64, f64),
    pub to: (f64, f64),
}

/// What is written on a tie. One with several ends is named once.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    pub tie: &'a Tie,
    /// 0-based.
    pub column: usize,
    /// 0-based.
    pub row: usize,
    /// With an arrow from the one who acts.
    pub text: String,
}

impl Map {
    /// Ties as lines, as far as both ends can be seen or are named.
    #[must_use]
    pub fn drawn<'a>(&self, sheet: &Sheet, ties: impl Iterator<Item = &'a Tie>) -> Vec<Drawn<'a>> {
        let drawn = ties.filter_map(|tie| Some(Drawn { tie, from: self.end(sheet, tie.from)?, to: self.end(sheet, tie.to)? }));
        drawn.collect()
    }

    fn end(&self, sheet: &Sheet, state: usize) -> Option<(f64, f64)> {
        let at = sheet.frame.project(self.states[state].outline.label);
        if sheet.frame.holds(at) {
            return Some(at);
        }
        let label = sheet.labels.iter().find(|label| label.state == state)?;
        let cells = |cells: usize| u32::try_from(cells).map_or(0.0, f64::from);
        Some(((cells(label.column) + cells(label.cells()) / 2.0) * DOTS.0, (cells(label.row) + 0.5) * DOTS.1))
    }

    /// The words of the ties that find room beside the names.
    #[must_use]
    pub fn words_of<'a>(&self, sheet: &Sheet, drawn: &[Drawn<'a>]) -> Vec<Words<'a>> {
        let mut cells = Cells::new(sheet.frame.cells);
        for label in &sheet.labels {
            let whole = |cells: usize| i32::try_from(cells).unwrap_or(i32::MAX);
            cells.take(whole(label.column), whole(label.row), whole(label.cells()));
        }
        let mut words: Vec<Words<'a>> = Vec::new();
        for Drawn { tie, from, to } in drawn {
            if width(&tie.words) == 0 || words.iter().any(|other| other.tie.place == tie.place) {
                continue;
            }
            let text = with_arrow(&clip(&tie.words, LONGEST), *from, *to);
            let length = cells_of(&text);
            let places = ALONG.into_iter().flat_map(|tenths| {
                let at = |from: f64, to: f64| from + (to - from) * tenths / 10.0;
                let (x, y) = (floor(at(from.0, to.0) / DOTS.0), floor(at(from.1, to.1) / DOTS.1));
                [0, -1, 1].map(|off| (x - length / 2, y + off))
            });
            let free = places.into_iter().find(|(column, row)| cells.is_free(*column, *row, length));
            if let Some((column, row)) = free {
                cells.take(column, row, length);
                let place = |cells: i32| usize::try_from(cells).unwrap_or(0);
                words.push(Words { tie, column: place(column), row: place(row), text });
            }
        }
        words
    }
}

/// Words with an arrow that points from one end to the other, as the screen has them.
fn with_arrow(words: &str, from: (f64, f64), to: (f64, f64)) -> String {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    match (across.abs() >= down.abs(), across < 0.0, down < 0.0) {
        (true, true, _) => format!("← {words}"),
        (true, false, _) => format!("{words} →"),
        (false, _, true) => format!("↑ {words}"),
        (false, _, false) => format!("↓ {words}"),
    }
}
