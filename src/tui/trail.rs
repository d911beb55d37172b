//! The places walked through, deepest last, and those that Back left.

use crate::page::{Doc, Place, Row};

/// A place on the trail, and where in its page we are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The place.
    pub place: Place,
    /// The stop under the cursor.
    pub stop: Option<usize>,
    /// Whoever walks has put the cursor there, so it must be in view.
    pub follow: bool,
    /// What stands in the first row of the view; none before the page was looked at.
    pub top: Option<Position>,
}

impl Visit {
    /// A place that nobody looked at yet.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self { place, stop: None, follow: false, top: None }
    }
}

/// A position in a page that survives another width: it counts text, not rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The block's key.
    pub block: String,
    /// Where the block stood in its page, if it still stands there.
    index: usize,
    /// Bytes of the block's running text before the row.
    pub offset: usize,
    /// Rows between the first row with that offset and this one; a blank row above a block is at -1.
    skip: isize,
}

impl Position {
    /// The position of a row.
    #[must_use]
    pub fn of(doc: &Doc, rows: &[Row], row: usize) -> Option<Self> {
        let at = rows.get(row)?;
        let first = first_row(rows, at.block, at.offset)?;
        let block = doc.blocks.get(at.block)?.key.clone();
        Some(Self { block, index: at.block, offset: at.offset, skip: row.checked_signed_diff(first)? })
    }

    /// The row that the position is at, with these rows; the nearest one where the width is another.
    #[must_use]
    pub fn row(&self, doc: &Doc, rows: &[Row]) -> Option<usize> {
        let still = doc.blocks.get(self.index).is_some_and(|block| block.key == self.block);
        // Of a block that is gone the place is kept.
        let moved = || doc.blocks.iter().position(|block| block.key == self.block);
        let block = if still { self.index } else { moved().unwrap_or(self.index).min(doc.blocks.len().checked_sub(1)?) };
        let first = first_row(rows, block, self.offset)?;
        let skipped = first.saturating_add_signed(self.skip);
        Some(if rows.get(skipped).is_some_and(|row| row.block == block) { skipped } else { first })
    }
}

/// The first row of a block that is not blank and begins with the nearest offset at or before `offset`.
fn first_row(rows: &[Row], block: usize, offset: usize) -> Option<usize> {
    // Rows are in the order of their blocks.
    let start = rows.partition_point(|row| row.block < block);
    let of_block =
        || rows.iter().enumerate().skip(start).take_while(|(_, row)| row.block == block).filter(|(_, row)| !row.pieces.is_empty());
    let nearest = of_block().map(|(_, row)| row.offset).filter(|at| *at <= offset).max()?;
    of_block().find(|(_, row)| row.offset == nearest).map(|(at, _)| at)
}

/// The most places that are kept to go back to.
const LONGEST: usize = 1000;

/// The trail. It is never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    below: Vec<Visit>,
    here: Visit,
    ahead: Vec<Visit>,
}

impl Trail {
    /// A trail of one place.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self { below: Vec::new(), here: Visit::new(place), ahead: Vec::new() }
    }

    /// Where we are.
    #[must_use]
    pub fn here(&self) -> &Visit {
        &self.here
    }

    /// Where we are, to move in it.
    pub fn here_mut(&mut self) -> &mut Visit {
        &mut self.here
    }

    /// Where we came from.
    #[must_use]
    pub fn left(&self) -> Option<&Visit> {
        self.below.last()
    }

    /// Every place, deepest last.
    pub fn places(&self) -> impl DoubleEndedIterator<Item = &Place> {
        self.below.iter().chain([&self.here]).map(|visit| &visit.place)
    }

    /// Goes deeper; what was ahead is forgotten.
    pub fn open(&mut self, place: Place) {
        self.ahead.clear();
        if self.below.len() >= LONGEST {
            // Where it began stays: that is where Back ends.
            self.below.remove(1);
        }
        self.below.push(std::mem::replace(&mut self.here, Visit::new(place)));
    }

    /// Goes to another place instead of this one.
    pub fn replace(&mut self, place: Place) {
        self.ahead.clear();
        self.here = Visit::new(place);
    }

    /// Takes every visit again in a world that was read anew. Those that `again` gives nothing for are dropped; where we
    /// are steps up to `nearest`.
    pub fn revisit(&mut self, mut again: impl FnMut(&Visit) -> Option<Visit>, nearest: impl FnOnce(&Place) -> Place) {
        self.below = self.below.iter().filter_map(&mut again).collect();
        self.ahead = self.ahead.iter().filter_map(&mut again).collect();
        let (here, stays) = match again(&self.here) {
            Some(visit) => (visit, true),
            None => (Visit::new(nearest(&self.here.place)), false),
        };
        self.here = here;
        // What stood between two visits of one place may be gone.
        self.below.dedup_by(|later, first| later.place == first.place);
        if let Some(left) = self.below.pop_if(|left| left.place == self.here.place).filter(|_| !stays) {
            self.here = left;
        }
    }

    /// Goes back one; whether there was one.
    pub fn back(&mut self) -> bool {
        let Some(before) = self.below.pop() else { return false };
        self.ahead.push(std::mem::replace(&mut self.here, before));
        true
    }

    /// Goes back one for good; whether there was one.
    pub fn leave(&mut self) -> bool {
        let left = self.back();
        if left {
            self.ahead.pop();
        }
        left
    }

    /// There are places that Back has left.
    #[must_use]
    pub fn has_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Goes forward again; whether there was something ahead.
    pub fn forward(&mut self) -> bool {
        let Some(next) = self.ahead.pop() else { return false };
        self.below.push(std::mem::replace(&mut self.here, next));
        true
    }
}
