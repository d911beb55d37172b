//! What the file system says of a file instead of reading it.

use crate::library::store::Stamp;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::time::{SystemTime, UNIX_EPOCH};

/// So many seconds may pass before a file system's clock goes on: two on FAT.
const TICK: i64 = 2;

/// The stamp of a file at a time: which file it is, its size, when it was written, and when anything about it was last
/// changed. The last is there because anybody may set the time of writing back, as whoever copies or unpacks files does.
///
/// None where the file is so young that it may be written again before the clock goes on: then it would have the same.
pub fn of(file: &Metadata, now: SystemTime) -> Option<Stamp> {
    let now = i64::try_from(now.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()?;
    let has_settled = file.mtime().max(file.ctime()).saturating_add(TICK) < now;
    let (mtime, ctime) = ((file.mtime(), file.mtime_nsec()), (file.ctime(), file.ctime_nsec()));
    has_settled.then(|| Stamp(format!("{:?}", (file.dev(), file.ino(), file.len(), mtime, ctime))))
}
