//! Places in the text of a page: what selections are made of. A point is in the document, so it outlives another width;
//! only text that the rows show can be pointed at.

use super::Flowed;
use crate::page::find_in_page::joint;
use crate::page::{Block, Body, Piece, Row};
use crate::text::width;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A place in the text of a page: that of a grapheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    pub block: usize,
    pub part: usize,
    /// Bytes of the part before it.
    pub offset: usize,
}

/// The bytes of a part of a block that lie from one place to another, with the first byte of the character at its end.
pub fn bytes_between(from: Point, to: Point, block: usize, part: usize) -> Range<usize> {
    let place = (block, part);
    let start = match place.cmp(&(from.block, from.part)) {
        Ordering::Less => return 0..0,
        Ordering::Equal => from.offset,
        Ordering::Greater => 0,
    };
    let end = match place.cmp(&(to.block, to.part)) {
        Ordering::Less => usize::MAX,
        Ordering::Equal => to.offset + 1,
        Ordering::Greater => return 0..0,
    };
    start..end
}

fn texts(row: &Row) -> impl DoubleEndedIterator<Item = (&Piece, usize)> {
    row.pieces.iter().filter(|piece| !piece.text.is_empty()).filter_map(|piece| Some((piece, piece.part?)))
}

/// The byte of a piece's grapheme at a column of the row, the nearest one where the column is beside the piece.
fn byte_at(piece: &Piece, column: usize) -> usize {
    let mut end = piece.column;
    let grapheme = piece.text.grapheme_indices(true).find(|(_, grapheme)| {
        end += width(grapheme);
        column < end
    });
    let last = || piece.text.grapheme_indices(true).next_back();
    grapheme.or_else(last).map_or(0, |(at, _)| at)
}

impl Flowed {
    /// The place in the text that is nearest to a column of a row, 0-based; none where the page has no text.
    pub fn point_at(&self, row: usize, column: usize) -> Option<Point> {
        let on = |at: usize| self.row(at).filter(|row| texts(row).next().is_some());
        let row = row.min(self.height().checked_sub(1)?);
        let row = (row..self.height()).find_map(on).or_else(|| (0..row).rev().find_map(on))?;
        let distance = |piece: &Piece| match column {
            column if column < piece.column => piece.column - column,
            column => (column + 1).saturating_sub(piece.column + width(&piece.text)),
        };
        let (piece, part) = texts(row).min_by_key(|(piece, _)| distance(piece))?;
        Some(Point { block: row.block, part, offset: piece.offset + byte_at(piece, column) })
    }

    pub fn cell_of(&self, point: Point) -> Option<(usize, usize)> {
        let block = self.doc.blocks.get(point.block).map(|_| point.block)?;
        (self.starts[block]..).zip(&*self.rows_of_block(block)).find_map(|(at, row)| {
            let holds = |piece: &Piece| (piece.offset..piece.offset + piece.text.len()).contains(&point.offset);
            let (piece, _) = texts(row).find(|(piece, part)| *part == point.part && holds(piece))?;
            Some((at, piece.column + width(piece.text.get(..point.offset - piece.offset)?)))
        })
    }

    /// The shown place behind (1) or before (-1) a point, in reading order; none at the end.
    pub fn next_point(&self, point: Point, by: isize) -> Option<Point> {
        // Reading order is that of blocks and parts, which rows of columns are not in.
        let mut points = self.points_of(point.block);
        if by > 0 {
            let next = points.into_iter().find(|other| *other > point);
            next.or_else(|| (point.block + 1..self.doc.blocks.len()).find_map(|block| self.points_of(block).first().copied()))
        } else {
            points.retain(|other| *other < point);
            points.pop().or_else(|| (0..point.block).rev().find_map(|block| self.points_of(block).last().copied()))
        }
    }

    /// A selection from `anchor` to `head`, led on (1) or back (-1) by a word. Whole words are in it, that of its anchor too,
    /// whichever way it is led.
    pub fn by_word(&self, anchor: Point, head: Point, by: isize) -> Option<(Point, Point)> {
        let (first, last) = self.word_at(anchor).unwrap_or((anchor, anchor));
        let is_whole = anchor.min(head) == first && anchor.max(head) == last;
        match (by > 0, head < first, head > last) {
            (true, false, false) if !is_whole => Some((first, last)),
            (true, false, _) => Some((first, self.word_away(head.max(last), by, false)?)),
            (true, true, _) => Some((last, self.word_away(head, by, true)?)),
            (false, _, true) => Some((first, self.word_away(head, by, true)?)),
            (false, ..) => Some((last, self.word_away(head.min(first), by, false)?)),
        }
    }

    /// The last letter of the next word (1), or the first of the word before (-1); `is_near` asks for its other end.
    fn word_away(&self, point: Point, by: isize, is_near: bool) -> Option<Point> {
        let mut at = Some(point);
        while let Some(here) = at {
            let mut ends = self.words_of(here).into_iter().map(|word| if (by > 0) == is_near { word.start } else { word.end });
            let is_beyond = |offset: &usize| {
                let other = Point { offset: *offset, ..here };
                if by > 0 { other > point } else { other < point }
            };
            let found = if by > 0 { ends.find(is_beyond) } else { ends.rfind(is_beyond) };
            if let Some(offset) = found {
                return Some(Point { offset, ..here });
            }
            at = self.next_point(Point { offset: if by > 0 { usize::MAX } else { 0 }, ..here }, by);
        }
        None
    }

    /// The word that holds a place.
    pub fn word_at(&self, point: Point) -> Option<(Point, Point)> {
        let word = self.words_of(point).into_iter().find(|word| (word.start..=word.end).contains(&point.offset))?;
        Some((Point { offset: word.start, ..point }, Point { offset: word.end, ..point }))
    }

    /// The text of the part that a place is in.
    pub fn text_at(&self, point: Point) -> Option<String> {
        Some(self.doc.blocks.get(point.block)?.parts().get(point.part)?.plain())
    }

    /// The words of the part that a place is in, each by its first and its last letter.
    fn words_of(&self, point: Point) -> Vec<Range<usize>> {
        let text = self.text_at(point).unwrap_or_default();
        let last = |word: &str| word.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        text.unicode_word_indices().map(|(start, word)| start..start + last(word)).collect()
    }

    /// Every place of a block that rows show, in reading order.
    fn points_of(&self, block: usize) -> Vec<Point> {
        let rows = self.rows_of_block(block);
        let points = rows.iter().flat_map(texts).flat_map(|(piece, part)| {
            piece.text.grapheme_indices(true).map(move |(at, _)| Point { block, part, offset: piece.offset + at })
        });
        points.collect::<BTreeSet<Point>>().into_iter().collect()
    }

    /// The first (-1) or the last (1) place of the page.
    pub fn last_point(&self, by: isize) -> Option<Point> {
        let mut blocks: Box<dyn Iterator<Item = usize>> =
            if by > 0 { Box::new((0..self.doc.blocks.len()).rev()) } else { Box::new(0..self.doc.blocks.len()) };
        blocks.find_map(|block| if by > 0 { self.points_of(block).last().copied() } else { self.points_of(block).first().copied() })
    }

    /// The first (-1) or the last (1) place of the row that shows a point.
    pub fn row_end(&self, point: Point, by: isize) -> Option<Point> {
        let row = self.row(self.cell_of(point)?.0)?;
        let (piece, part) = if by > 0 { texts(row).next_back()? } else { texts(row).next()? };
        let offset = piece.offset + if by > 0 { byte_at(piece, usize::MAX) } else { 0 };
        Some(Point { block: row.block, part, offset })
    }

    /// The place `by` rows of text further down or up, at a column.
    pub fn rows_away(&self, point: Point, by: isize, column: usize) -> Option<Point> {
        let (mut at, _) = self.cell_of(point)?;
        let step = by.signum();
        for _ in 0..by.unsigned_abs() {
            let next = std::iter::successors(at.checked_add_signed(step), |at| at.checked_add_signed(step))
                .take_while(|at| *at < self.height())
                .find(|at| self.row(*at).is_some_and(|row| texts(row).next().is_some()));
            let Some(next) = next else { break };
            at = next;
        }
        self.point_at(at, column)
    }

    /// The text from one place to another, the second not before the first and its grapheme with it: each part as the
    /// document has it, the parts of a block parted by a space and blocks by a line break; the sentences of a paragraph go
    /// on as they do in their source.
    pub fn text_between(&self, from: Point, to: Point) -> String {
        let mut whole = String::new();
        for index in from.block..=to.block {
            let Some(words) = self.words_between(from, to, index) else { continue };
            whole.push_str(if whole.is_empty() { "" } else { self.joint(index, &whole, &words) });
            whole.push_str(&words);
        }
        whole
    }

    /// What stands between the text so far and the words of a block.
    fn joint(&self, index: usize, before: &str, words: &str) -> &'static str {
        let goes_on = |block: &Block| !block.gap && matches!(block.body, Body::Sentence { number: Some(_), .. });
        match self.doc.blocks.get(index) {
            Some(block) if goes_on(block) => joint(before, words),
            _ => "\n",
        }
    }

    /// The words of a block from one place to another; none where it has none there.
    fn words_between(&self, from: Point, to: Point, index: usize) -> Option<String> {
        let block = self.doc.blocks.get(index)?;
        let shown: BTreeSet<usize> = self.rows_of_block(index).iter().flat_map(texts).map(|(_, part)| part).collect();
        let parts = block.parts();
        let words = shown.into_iter().filter_map(|part| {
            let text = parts.get(part)?.plain();
            let bytes = bytes_between(from, to, index, part);
            let start = bytes.start;
            // The end is within the last character, or beyond the part.
            let end = text.grapheme_indices(true).map(|(at, _)| at).find(|at| *at >= bytes.end).unwrap_or(text.len());
            text.get(start..end).filter(|words| !words.is_empty()).map(str::to_owned)
        });
        let words = words.collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    }

    pub fn text_of(&self, block: usize) -> String {
        let points = self.points_of(block);
        points.first().zip(points.last()).map_or_else(String::new, |(first, last)| self.text_between(*first, *last))
    }
}
