//! What a program that was killed has left beside a file that it wrote for others.

use super::files::{RANDOM, UNFINISHED_FOR_OTHERS, folder_of};
use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

/// A file that is as young may be one that its program has made and not yet locked.
const YOUNG: Duration = Duration::from_secs(2);

/// Removes it from the folder of a file that is to be written: what nobody holds any more is written by nobody.
pub fn sweep_beside(path: &Path) {
    for left in fs::read_dir(folder_of(path)).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|path| is_left(path)) {
        // What cannot be removed does no harm where it is.
        let _ = fs::remove_file(left);
    }
}

fn is_left(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(UNFINISHED_FOR_OTHERS));
    let is_ours = name.is_some_and(|rest| rest.len() == RANDOM && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let is_old = || {
        let there = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file);
        there.and_then(|there| there.modified().ok()?.elapsed().ok()).is_some_and(|age| age >= YOUNG)
    };
    is_ours && is_old() && File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}
