//! A file as it was read, and whether it still is so.

use super::store::{File, Stamp, Store};
use crate::text::hash::hash_of;
use std::sync::{Mutex, PoisonError};

#[derive(Debug)]
pub struct AsRead {
    pub file: File,
    /// The stamp when the file was last known to hold `content`. `None`: only reading it again can tell.
    stamp: Mutex<Option<Stamp>>,
    content: Content,
}

/// The number of bytes and their hash; where there were none, the hash of why.
pub type Content = (u64, u64);

impl AsRead {
    /// Beside it the bytes, or why there are none, in words that follow the file's name.
    pub fn read(store: &dyn Store, file: File) -> (Self, Result<Vec<u8>, String>) {
        // The stamp is taken first, so that whatever is written while the file is read has another.
        let stamp = store.stamp(&file);
        let read = store.read(&file);
        // A read that failed is tried again: the cause may lie outside the file, and no stamp shows it.
        let stamp = Mutex::new(stamp.filter(|_| read.is_ok()));
        let content = content_of(&read);
        (Self { file, stamp, content }, read)
    }

    /// What it held.
    #[must_use]
    pub fn content(&self) -> Content {
        self.content
    }

    /// The stamp that says that it still holds that.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        *self.stamp.lock().unwrap_or_else(PoisonError::into_inner)
    }

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

#[must_use]
pub fn content_of(read: &Result<Vec<u8>, String>) -> Content {
    match read {
        Ok(bytes) => (bytes.len() as u64, hash_of(bytes)),
        Err(why) => (u64::MAX, hash_of(why)),
    }
}
