//! Which library the notes in a folder are on. Two libraries of one name have notes of their own: those on one may be of words
//! that nobody who reads the other may see.

use crate::briefing::Digest;
use crate::personal::files;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// Hidden, so that people see their notes alone. It says where the library lies.
const FILE: &str = ".library";
/// In bytes: no path is longer.
const LONGEST: u64 = 4096;

/// The folder of the notes on the library at `root`: the one of its name, or where that is reserved or a library that still is
/// there has it, the same with the number that tells its place from others of one name elsewhere too. A library that was moved
/// finds its notes.
#[must_use]
pub fn folder_of(named: PathBuf, root: &Path, is_reserved: bool) -> PathBuf {
    let mut own = named.clone().into_os_string();
    own.push(format!("-{}", Digest::of_bytes(root.to_string_lossy().as_bytes()).short()));
    let own = PathBuf::from(own);
    let is_anothers = owner(&named).is_some_and(|other| other != root && other.is_dir());
    if own.is_dir() || is_reserved || is_anothers { own } else { named }
}

fn owner(folder: &Path) -> Option<PathBuf> {
    let path = files::read(&folder.join(FILE), LONGEST).ok()?;
    Some(PathBuf::from(OsStr::from_bytes(path.strip_suffix(b"\n").unwrap_or(&path))))
}

/// Says in a folder with notes whose it is. Where that cannot be written, the notes are read all the same.
pub fn claim(folder: &Path, root: &Path) {
    if folder.is_dir() && owner(folder).is_none_or(|owner| owner != root) {
        let _ = files::write(&folder.join(FILE), &[root.as_os_str().as_bytes(), b"\n"].concat());
    }
}
