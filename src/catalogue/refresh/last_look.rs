//! When the files of a library were last found to hold what is indexed.
//!
//! Looking at a hundred thousand files takes a good part of a second. Whoever searches ten times in a row need not wait for it
//! ten times: a look is good for a few times as long as it took, and for no longer than a second.

use crate::catalogue::Depth;
use crate::catalogue::index::Catalogue;
use crate::personal::files;
use serde::{Deserialize, Serialize};
use std::fs;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// So many times as long as it took.
const TIMES: u32 = 5;
const LONGEST: Duration = Duration::from_secs(1);
/// In bytes.
const LARGEST: u64 = 1024;

/// A look at all files that has begun.
pub struct Look {
    since: SystemTime,
    clock: Instant,
}

#[derive(Serialize, Deserialize)]
struct Seen {
    /// Of which state of the catalogue.
    of: u64,
    /// From when on, since the epoch. What was written later may not have been seen.
    since: Duration,
    took: Duration,
    is_checked: bool,
}

impl Look {
    pub fn begin() -> Self {
        Self { since: SystemTime::now(), clock: Instant::now() }
    }

    /// The catalogue says what the files held when it began.
    pub fn end(self, catalogue: &Catalogue, depth: Depth) {
        let since = self.since.duration_since(UNIX_EPOCH).unwrap_or_default();
        let seen = Seen { of: catalogue.state(), since, took: self.clock.elapsed(), is_checked: depth == Depth::Checked };
        if let (Some(place), Ok(bytes)) = (catalogue.place(), postcard::to_allocvec(&seen)) {
            // Half of it says nothing, and then somebody looks again.
            let _ = fs::write(place.seen(), bytes);
        }
    }
}

fn seen(catalogue: &Catalogue) -> Option<Seen> {
    postcard::from_bytes(&files::read(&catalogue.place()?.seen(), LARGEST).ok()?).ok()
}

/// All files were read when it was brought up to date last. Otherwise whoever did that was stopped, or is still at it.
#[must_use]
pub fn is_whole(catalogue: &Catalogue) -> bool {
    seen(catalogue).is_some_and(|seen| seen.of == catalogue.first_state())
}

/// Somebody has only just looked at all files, and the catalogue says what they held.
#[must_use]
pub fn is_just_seen(catalogue: &Catalogue, depth: Depth) -> bool {
    let Some(seen) = seen(catalogue) else { return false };
    let ago = SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|now| now.checked_sub(seen.since));
    seen.of == catalogue.state()
        && (seen.is_checked || depth == Depth::Read)
        && ago.is_some_and(|ago| ago < seen.took.saturating_mul(TIMES).min(LONGEST))
}
