//! The library as it was read last, and looking whether it is another now.

use super::briefings::Library;
use super::disk;
use super::held::HeldBriefing;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// Whether a library may be shown, or why not.
pub type Allow = Box<dyn Fn(&Library) -> Result<()> + Send + Sync>;

/// A library that may change on disk. Whoever looks reads; whoever asks for the library does not wait for who is reading.
pub struct Live {
    path: Option<PathBuf>,
    read: SystemTime,
    allow: Allow,
    /// One looks at a time: each begins with what the one before has found.
    looking: Mutex<()>,
    latest: Mutex<Library>,
}

impl Live {
    /// A library that was read from a path, or that is built in, at a time before which nothing was read. `allow` is asked
    /// before another is shown.
    #[must_use]
    pub fn new(path: Option<&Path>, library: Library, read: SystemTime, allow: Allow) -> Self {
        Self { path: path.map(Path::to_owned), read, allow, looking: Mutex::default(), latest: Mutex::new(library) }
    }

    /// Where it is on disk.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// When it was read first, or before.
    #[must_use]
    pub fn read(&self) -> SystemTime {
        self.read
    }

    /// The library as it was read last.
    #[must_use]
    pub fn library(&self) -> Library {
        lock(&self.latest).clone()
    }

    /// Reads again what `may_have_changed` names and what is new; whether anything has changed.
    ///
    /// # Errors
    ///
    /// The library cannot be opened any more; what was read before stays.
    pub fn look(&self, may_have_changed: impl Fn(&HeldBriefing) -> bool + Sync) -> Result<bool> {
        let Some(path) = &self.path else { return Ok(false) };
        let _alone = lock(&self.looking);
        let Some(new) = disk::renew(path, &self.library(), may_have_changed)? else { return Ok(false) };
        (self.allow)(&new)?;
        *lock(&self.latest) = new;
        Ok(true)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
