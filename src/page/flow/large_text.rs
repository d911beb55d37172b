//! Running text in large letters.

use super::block_pieces::Parts;
use super::letter_shapes::{Drawn, Size};
use super::row::{Piece, Row};
use crate::text::direction::Direction;
use std::ops::Range;

/// The bytes of a part.
pub(super) type Stretch = (usize, Range<usize>);

/// A word, in the pieces that its runs make of it.
pub(super) struct Word {
    pieces: Vec<(Piece, Drawn)>,
    cells: usize,
}

/// Text in large letters. None where a word has none, runs from the right, or is wider than the screen.
pub(super) fn set(parts: &Parts, stretches: &[Stretch], size: Size, cells: usize) -> Option<Vec<Row>> {
    let lines = lines(parts, stretches, size, cells)?;
    let accents = lines.iter().flatten().flat_map(|word| &word.pieces).any(|(_, drawn)| drawn.has_accents());
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        if !rows.is_empty() {
            rows.extend(std::iter::repeat_n(Row::default(), size.between()));
        }
        let first = rows.len();
        let mut column = 0;
        for word in line {
            for (piece, drawn) in word.pieces {
                let stands_for = piece.part.map(|part| (part, piece.offset..piece.offset + piece.text.len()));
                for (at, text) in drawn.lines(size, accents).into_iter().enumerate() {
                    if rows.len() <= first + at {
                        rows.push(Row { offset: piece.offset, ..Row::default() });
                    }
                    let stands_for = stands_for.clone();
                    rows[first + at].pieces.push(Piece { column, text, part: None, offset: 0, stands_for, ..piece.clone() });
                }
                column += drawn.cells(size);
            }
            column += size.space();
        }
    }
    Some(rows)
}

/// The words of a text, line by line.
pub(super) fn lines(parts: &Parts, stretches: &[Stretch], size: Size, cells: usize) -> Option<Vec<Vec<Word>>> {
    let mut lines: Vec<Vec<Word>> = vec![Vec::new()];
    let mut used = 0;
    for (part, range) in stretches {
        if parts.direction(*part) == Direction::Right {
            return None;
        }
        let plain = parts.plain(*part);
        for range in words(&plain, range) {
            let drawn = |piece: Piece| Drawn::of(&piece.text).map(|drawn| (piece, drawn));
            let pieces = parts.pieces(*part, &range, 0).into_iter().map(drawn).collect::<Option<Vec<_>>>()?;
            let word = Word { cells: pieces.iter().map(|(_, drawn)| drawn.cells(size)).sum(), pieces };
            if word.cells > cells {
                return None;
            }
            let before = if used == 0 { 0 } else { size.space() };
            if used + before + word.cells > cells {
                lines.push(Vec::new());
                used = 0;
            } else {
                used += before;
            }
            used += word.cells;
            lines.last_mut()?.push(word);
        }
    }
    Some(lines)
}

/// What stands between white space in a range of a text.
pub(super) fn words(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for piece in text[range.clone()].split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            found.push(at..at + word.len());
        }
        at += piece.len();
    }
    found
}
