//! Rows, the pieces on them, and how much room they take.

use crate::briefing::Level;
use crate::page::doc::Sign;
use crate::page::styled_text::Role;
use crate::text::direction::Direction;
use crate::text::width;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Density {
    /// Blank rows between blocks, and everything a block has to say.
    Roomy,
    /// Tables on fewer rows: for screens of fewer than 30 rows.
    Compact,
    /// No blank rows: for screens of fewer than 16 rows.
    Tight,
    /// As large as so many rows have room for; in 7 bits where the letters have no other.
    Slide { height: u16, ascii: bool },
}

impl Density {
    #[must_use]
    pub fn of(rows: u16) -> Self {
        match rows {
            0..16 => Self::Tight,
            16..30 => Self::Compact,
            _ => Self::Roomy,
        }
    }

    /// The height of a map of a width, without the row under it that says what its signs mean.
    #[must_use]
    pub fn map_rows(self, width: u16) -> u16 {
        let (least, most) = match self {
            Self::Roomy => (17, 30),
            Self::Compact => (10, 12),
            Self::Tight | Self::Slide { .. } => (6, 6),
        };
        (width * 2 / 9).clamp(least, most)
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The index of its block in the document.
    pub block: usize,
    /// Where in the block's running text it begins, in bytes.
    pub offset: usize,
    /// The stop that the whole row belongs to.
    pub stop: Option<usize>,
    /// The level of the worst finding on the item that begins here.
    pub mark: Option<Level>,
    /// What the margin says of what begins here.
    pub sign: Option<Sign>,
    /// From left to right.
    pub pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// 0-based, in cells.
    pub column: usize,
    pub text: String,
    pub role: Role,
    /// A link in running text.
    pub stop: Option<usize>,
    /// The part of the block that it is cut from; `None` for signs and lines that are no text.
    pub part: Option<usize>,
    /// Where in that part, in bytes.
    pub offset: usize,
    /// That of the whole part, not of these words: a fence stands around a line.
    pub direction: Direction,
    /// The part and its bytes that large letters are drawn for.
    pub stands_for: Option<(usize, Range<usize>)>,
}

impl Row {
    /// The row is of the stop, or holds it.
    #[must_use]
    pub fn has_stop(&self, stop: usize) -> bool {
        self.stop == Some(stop) || self.pieces.iter().any(|piece| piece.stop == Some(stop))
    }

    /// Those that begin on this row or run over it.
    pub fn stops(&self) -> impl Iterator<Item = usize> + '_ {
        self.stop.into_iter().chain(self.pieces.iter().filter_map(|piece| piece.stop))
    }

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
