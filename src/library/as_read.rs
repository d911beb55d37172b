//! A file as it was read, and whether it still is so.

use super::store::{File, Stamp, Store};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::sync::{Mutex, PoisonError};

/// A file as it was read.
#[derive(Debug)]
pub struct AsRead {
    pub file: File,
    /// Its stamp when it was last known to hold what was read; none where it has to be read to know.
    stamp: Mutex<Option<Stamp>>,
    content: Content,
}

/// What was found: the number of bytes and their hash, or why there were none. It tells one version of a file from the
/// next, and nobody gains by making two that it does not tell apart: so it is one that is quickly made.
type Content = Result<(usize, u64), String>;

impl AsRead {
    /// Reads a file. What it holds, or why not, in words that follow its name.
    pub fn read(store: &dyn Store, file: File) -> (Self, Result<Vec<u8>, String>) {
        // The stamp first: whatever is written from here on has another.
        let stamp = store.stamp(&file);
        let read = store.read(&file);
        // What could not be read is tried again, for the failure may be none of the file's.
        let stamp = Mutex::new(stamp.filter(|_| read.is_ok()));
        let content = content_of(&read);
        (Self { file, stamp, content }, read)
    }

    /// The file holds what it held. It is read only where its stamp does not tell.
    pub fn is_unchanged(&self, store: &dyn Store) -> bool {
        let now = store.stamp(&self.file);
        if now.is_some() && *self.stamp.lock().unwrap_or_else(PoisonError::into_inner) == now {
            return true;
        }
        let read = store.read(&self.file);
        let is_unchanged = content_of(&read) == self.content;
        if is_unchanged && read.is_ok() {
            // Somebody has only touched it.
            *self.stamp.lock().unwrap_or_else(PoisonError::into_inner) = now;
        }
        is_unchanged
    }
}

fn content_of(read: &Result<Vec<u8>, String>) -> Content {
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    read.as_ref().map(|bytes| (bytes.len(), hasher.hash_one(bytes))).map_err(String::clone)
}
