//! Whether the files of an index are as they were written. Nothing of an index changes once it is written, so a file that was
//! touched is read whole before it is believed: half a file would find half of what there is.

use super::cache_folder::Place;
use crate::personal::files;
use crate::text::hash::hash_of;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// In bytes: some thousands of files.
const LARGEST: u64 = 1024 * 1024;

/// The list of segments, which every commit writes.
pub const LIST: &str = "meta.json";

/// The files that are never written again, each with what the system says of it.
fn today(folder: &Path) -> Vec<(String, u64)> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let sealed = files.filter_map(|file| {
        let name = file.file_name().into_string().ok()?;
        // The list of segments and the locks are of another kind.
        let is_kept = !name.starts_with('.') && name != LIST;
        is_kept.then_some(())?;
        let kind = file.metadata().ok()?;
        Some((name, hash_of((kind.ino(), kind.len(), kind.mtime(), kind.mtime_nsec(), kind.ctime(), kind.ctime_nsec()))))
    });
    sealed.collect()
}

/// Where it cannot be written, the index is read whole when it is opened next.
pub fn seal(place: &Place) {
    if let Ok(bytes) = postcard::to_allocvec(&today(&place.index())) {
        let _ = files::write(&place.seals(), &bytes);
    }
}

/// No file was touched since.
#[must_use]
pub fn is_sealed(place: &Place) -> bool {
    let bytes = files::read(&place.seals(), LARGEST).unwrap_or_default();
    let sealed: Vec<(String, u64)> = postcard::from_bytes(&bytes).unwrap_or_default();
    let today = today(&place.index());
    // What came later was written by a program that was stopped before it could seal it, and is whole: the list of segments
    // names nothing that is not.
    sealed.iter().all(|(name, stamp)| today.iter().find(|(other, _)| other == name).is_none_or(|(_, now)| now == stamp))
}
