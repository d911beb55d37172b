//! The parts of a block, cut into pieces.

use super::row::Piece;
use crate::page::doc::{Block, Purpose};
use crate::page::styled_text::{Role, Text};
use crate::text::clip::end_within;
use crate::text::direction::{Direction, direction};
use crate::text::{clip, width};
use std::ops::Range;

/// A run that begins with this stands apart from the text before it.
const APART: &str = "  ";
/// The cells that it takes, with this before it, to say something.
const FEW: usize = 14;

pub(super) struct Parts {
    texts: Vec<Part>,
    /// The stop that the whole block is; its runs are none then.
    pub(super) whole: Option<usize>,
}

struct Part {
    text: Text,
    /// By run.
    stops: Vec<Option<usize>>,
    direction: Direction,
}

impl Parts {
    /// `stop` is the first of its stops.
    pub(super) fn new(block: &Block, mut stop: usize) -> Self {
        let mut next = || {
            stop += 1;
            stop - 1
        };
        let whole = block.link.as_ref().map(|_| next());
        let leads_up = block.purpose == Purpose::BottomLine;
        let texts = block.parts().into_iter().map(|text| {
            let mut runs: Vec<_> = text.runs.iter().map(|run| (whole.is_none() && run.link.is_some()).then(&mut next)).collect();
            if let Some(link) = runs.iter().position(Option::is_some).filter(|_| leads_up) {
                let stop = runs[link];
                runs[..link].fill(stop);
            }
            let text = text.into_owned();
            let direction = direction(&text.own_words());
            Part { text, stops: runs, direction }
        });
        Self { texts: texts.collect(), whole }
    }

    /// The bytes `range` of a part, set from `column` on.
    pub(super) fn pieces(&self, part: usize, range: &Range<usize>, column: usize) -> Vec<Piece> {
        let Part { text, stops, direction } = &self.texts[part];
        let mut pieces = Vec::new();
        let (mut at, mut column) = (0, column);
        for (run, stop) in text.runs.iter().zip(stops) {
            let (start, end) = (range.start.max(at), range.end.min(at + run.text().len()));
            if start < end {
                let words = &run.text()[start - at..end - at];
                pieces.push(Piece {
                    column,
                    text: words.to_owned(),
                    role: run.role,
                    stop: *stop,
                    part: Some(part),
                    offset: start,
                    direction: *direction,
                    stands_for: None,
                });
                column += width(words);
            }
            at += run.text().len();
        }
        pieces
    }

    /// A whole part on one row, cut to `cells` with an ellipsis. What stands apart at its end is left out where only a few
    /// letters of it have room.
    pub(super) fn one_row(&self, part: usize, column: usize, cells: usize) -> Vec<Piece> {
        let plain = self.plain(part);
        let apart = self.texts[part].text.runs.last().filter(|run| run.text().starts_with(APART));
        if let Some(apart) = apart.filter(|_| width(&plain) > cells) {
            let end = plain.len() - apart.text().len();
            let before = width(&plain[..end]);
            if before <= cells && cells < before + FEW {
                return self.pieces(part, &(0..end), column);
            }
        }
        let whole = width(&plain) <= cells;
        let end = if whole { plain.len() } else { plain[..end_within(&plain, cells.saturating_sub(1))].trim_end().len() };
        let mut pieces = self.pieces(part, &(0..end), column);
        if !whole && cells > 0 {
            let role = pieces.last().map_or(Role::Quiet, |piece| piece.role);
            pieces.push(Piece { direction: self.direction(part), ..sign(column + width(&plain[..end]), "…", role) });
        }
        pieces
    }

    pub(super) fn plain(&self, part: usize) -> String {
        self.texts[part].text.plain()
    }

    pub(super) fn direction(&self, part: usize) -> Direction {
        self.texts[part].direction
    }

    pub(super) fn width(&self, part: usize) -> usize {
        width(&self.plain(part))
    }
}

/// A piece that is of no part: it cannot be searched, copied or followed.
pub(super) fn sign(column: usize, text: &str, role: Role) -> Piece {
    Piece { column, text: text.to_owned(), role, stop: None, part: None, offset: 0, direction: direction(text), stands_for: None }
}

/// The drawn part of a figure, cut at the right edge.
pub(super) fn drawing(text: &Text, column: usize, cells: usize) -> Vec<Piece> {
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
