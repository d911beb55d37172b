//! Positions in a page that outlive its rows.
//!
//! A position is a block and an offset into its text, so another width or height does not move it. It also knows the words
//! that stand there: blocks of a source's text are known by the numbers of their sentences, and a number is another as soon
//! as a line is added above it. In a page that was read anew the words are looked for, in their block first, then in the
//! nearest block that has them.

use super::flowed::Flowed;
use crate::page::flow::Density;
use crate::page::{Body, Doc, Row};
use crate::personal::last_place::Top;
use std::borrow::Cow;
use std::ops::Range;

/// How much of the text is kept to know it again, in characters.
const KNOWN_BY: usize = 60;
/// Words fewer than this, in bytes, stand in many blocks: they do not tell which is meant.
const TELLING: usize = 12;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position(Top);

/// How much of the rows that one looks at is in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    None,
    Some,
    All,
}

/// What was seen of what one looks at: of what is lit, of the stop under the cursor, of the hit of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub shares: [Share; 3],
    /// The cells of text and the rows of the view when it was scrolled, and how it was set: so it is as it was left. A row more of
    /// the screen may set the page in more rows where its view has as many as before.
    pub at: (usize, usize, Density),
}

impl Share {
    /// How much of `rows` a view of `height` rows from `top` on shows.
    pub fn of(rows: &Range<usize>, top: usize, height: usize) -> Self {
        if top <= rows.start && rows.end <= top + height {
            Self::All
        } else if top < rows.end && rows.start < top + height {
            Self::Some
        } else {
            Self::None
        }
    }

    /// The first row of the view that is nearest to `top` and shows as much of `rows` as this, or as there is room for.
    pub fn kept(self, rows: &Range<usize>, top: usize, height: usize) -> usize {
        let found = Self::of(rows, top, height);
        if found >= self || found == Self::Some && rows.len() > height {
            top
        } else if rows.start < top {
            rows.start
        } else {
            rows.start.min(rows.end.saturating_sub(height))
        }
    }
}

impl Position {
    pub fn of(flowed: &Flowed, row: usize) -> Option<Self> {
        let index = flowed.block_at(row)?;
        let rows = flowed.rows_of_block(index);
        // Where it is not laid out its rows were guessed.
        let row = (row - flowed.range_of(index).start).min(rows.len().checked_sub(1)?);
        let offset = rows[row].offset;
        let first = first_row(&rows, offset)?;
        let block = flowed.doc.blocks.get(index)?;
        let words = known_by(&running(&block.body), offset);
        Some(Self(Top { block: block.key.clone(), index, offset, skip: row.checked_signed_diff(first)?, words }))
    }

    /// The position that was kept, in a page that may have changed since.
    pub fn kept(top: &Top, doc: &Doc) -> Self {
        let texts: Vec<Cow<'_, str>> = doc.blocks.iter().map(|block| running(&block.body)).collect();
        let known = doc.blocks.iter().position(|block| block.key == top.block);
        let from = known.unwrap_or(top.index);
        let offset_in = |at: usize| {
            let text = texts.get(at)?;
            let found = text.match_indices(&top.words).map(|(offset, _)| offset);
            found.filter(|_| !top.words.is_empty()).min_by_key(|offset| offset.abs_diff(top.offset))
        };
        let elsewhere = || {
            let mut others: Vec<usize> = if top.words.len() < TELLING { Vec::new() } else { (0..texts.len()).collect() };
            others.sort_by_key(|at| at.abs_diff(from));
            others.into_iter().find_map(|at| Some((at, offset_in(at)?)))
        };
        let found = known.and_then(|at| Some((at, offset_in(at)?))).or_else(elsewhere);
        let (index, offset) = found.unwrap_or((from.min(doc.blocks.len().saturating_sub(1)), top.offset));
        let block = doc.blocks.get(index).map_or_else(String::new, |block| block.key.clone());
        Self(Top { block, index, offset, skip: top.skip, words: known_by(texts.get(index).map_or("", |text| text), offset) })
    }

    /// The same position in a page that was read anew.
    #[must_use]
    pub fn again(&self, doc: &Doc) -> Self {
        Self::kept(&self.0, doc)
    }

    pub fn to_keep(&self) -> &Top {
        &self.0
    }

    /// The block that it is in; of one that is gone the place is kept.
    pub fn block(&self, doc: &Doc) -> usize {
        let still = doc.blocks.get(self.0.index).is_some_and(|block| block.key == self.0.block);
        let moved = || doc.blocks.iter().position(|block| block.key == self.0.block);
        if still { self.0.index } else { moved().unwrap_or(self.0.index).min(doc.blocks.len().saturating_sub(1)) }
    }

    /// The row that the position is at, with these rows; the nearest one where the width is another.
    pub fn row(&self, flowed: &Flowed) -> Option<usize> {
        let block = self.block(&flowed.doc);
        flowed.doc.blocks.get(block)?;
        let rows = flowed.rows_of_block(block);
        let first = first_row(&rows, self.0.offset)?;
        let skipped = first.checked_add_signed(self.0.skip).filter(|row| *row < rows.len());
        Some(flowed.range_of(block).start + skipped.unwrap_or(first))
    }
}

/// The text of a block that is wrapped, and that offsets of rows count in.
fn running(body: &Body) -> Cow<'_, str> {
    match body {
        Body::Heading { text, .. }
        | Body::JudgementHeading(text)
        | Body::Paragraph(text)
        | Body::Field { text, .. }
        | Body::Sentence { text, .. } => text.plain().into(),
        Body::ListRow(row) => row.text.plain().into(),
        Body::Judgement(row) => row.text.plain().into(),
        Body::Figure { .. } => Cow::Borrowed(""),
    }
}

/// What stands behind an offset, as far as it is needed to know it again.
fn known_by(text: &str, offset: usize) -> String {
    text.get(offset..).map_or_else(String::new, |text| text.chars().take(KNOWN_BY).collect())
}

/// The first row of a block that is not blank and begins with the nearest offset at or before `offset`.
fn first_row(rows: &[Row], offset: usize) -> Option<usize> {
    let written = || rows.iter().enumerate().filter(|(_, row)| !row.pieces.is_empty());
    let nearest = written().map(|(_, row)| row.offset).filter(|at| *at <= offset).max()?;
    written().find(|(_, row)| row.offset == nearest).map(|(at, _)| at)
}
