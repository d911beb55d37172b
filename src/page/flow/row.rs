//! Rows, the pieces on them, and how much room they take.

use crate::briefing::Level;
use crate::page::doc::Own;
use crate::page::words::Role;
use crate::text::direction::Direction;
use crate::text::width;

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

    /// How many rows high a map is, without the row under it that says what its lines mean.
    #[must_use]
    pub fn map_rows(self) -> u16 {
        match self {
            Self::Roomy => 17,
            Self::Compact => 10,
            Self::Tight => 7,
        }
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
    /// What the reader has left at what begins here.
    pub own: Option<Own>,
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
    /// Which way the text runs that it is cut from.
    pub direction: Direction,
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
