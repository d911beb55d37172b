//! The rows of the list that were seen when it was left, so that the first frame of the next start need not look for them.

use super::briefing_row::Row;
use super::cache_folder::Place;
use super::checksums::LIST;
use super::list_order::Listing;
use crate::personal::files;
use crate::text::hash::hash_of;
use serde::{Deserialize, Serialize};
use std::fs;
use std::ops::Range;

/// No first frame shows more.
pub const FIRST: usize = 64;
/// In bytes: bottom lines may be long.
const LARGEST: u64 = 4 << 20;

#[derive(Debug, Serialize, Deserialize)]
pub struct Front {
    /// The state of the catalogue, and what its list of segments was like: where that is so still, nothing else need be looked at.
    pub of: u64,
    pub stamp: u64,
    /// The `number` of what is listed.
    pub listing: u64,
    pub total: usize,
    /// Which of them is the first here, 0-based.
    pub from: usize,
    pub rows: Vec<Row>,
    pub count: usize,
    pub banners: Vec<String>,
}

impl Front {
    pub(super) fn read(place: &Place) -> Option<Self> {
        postcard::from_bytes(&files::read(&place.front(), LARGEST).ok()?).ok()
    }

    /// Another whenever something was committed.
    pub(super) fn stamp(place: &Place) -> Option<u64> {
        Some(hash_of(files::read(&place.index().join(LIST), LARGEST).ok()?))
    }

    /// It is of this list, from this row on.
    pub(super) fn is_of(&self, listing: &Listing, from: usize) -> bool {
        (self.listing, self.from) == (number(listing), from)
    }

    /// A part of a list, if it is in these rows.
    pub(super) fn rows(&self, listing: &Listing, range: &Range<usize>) -> Option<&[Row]> {
        let range = range.start.checked_sub(self.from)?..range.end.min(self.total).checked_sub(self.from)?;
        self.rows.get(range).filter(|_| self.listing == number(listing))
    }

    /// Where it cannot be kept, the next start looks for the rows.
    pub(super) fn keep(&self, place: &Place) {
        if let Ok(bytes) = postcard::to_allocvec(self) {
            let _ = fs::write(place.front(), bytes);
        }
    }

    pub(super) fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }
}

/// Another for another list. The day counts only where something is asked that may depend on it.
pub(super) fn number(listing: &Listing) -> u64 {
    let is_asked = !listing.chips.is_empty() || !listing.query.is_empty();
    let today = listing.today.clone().filter(|_| is_asked);
    hash_of(format!("{:?}", Listing { today, ..listing.clone() }))
}
