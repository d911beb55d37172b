//! The library as it was read last, and looking whether it is another now.

use super::briefings::Library;
use super::reread::renewed;
use anyhow::Result;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Whether a library may be shown, or why not.
pub type Allow = Box<dyn Fn(&Library) -> Result<()> + Send + Sync>;

/// A library that may change. [`Live::look`] reads; [`Live::library`] does not wait for it.
pub struct Live {
    allow: Allow,
    /// Hears whenever files may hold something else.
    told: Option<Box<dyn Fn() + Send + Sync>>,
    /// One looks at a time: each begins with what the one before has found.
    looking: Mutex<()>,
    latest: Mutex<Library>,
}

impl Live {
    /// `allow` is asked before another library is shown.
    #[must_use]
    pub fn new(library: Library, allow: Allow) -> Self {
        Self { allow, told: None, looking: Mutex::default(), latest: Mutex::new(library) }
    }

    /// The same, and somebody else hears too whenever files may hold something else.
    #[must_use]
    pub fn telling(self, told: impl Fn() + Send + Sync + 'static) -> Self {
        Self { told: Some(Box::new(told)), ..self }
    }

    #[must_use]
    pub fn library(&self) -> Library {
        lock(&self.latest).clone()
    }

    /// Holds what `few` does, if that is the same library.
    pub fn hold_few(&self, few: &Library) {
        let mut latest = lock(&self.latest);
        if latest.is_same(few) {
            *latest = few.clone();
        }
    }

    /// Reads again the files that have changed, and those that are new; true if there is news of the library. Where it cannot
    /// be opened any more, or may not be shown, what was read before stays, and the library says why.
    pub fn look(&self) -> bool {
        self.told.iter().for_each(|told| told());
        let _alone = lock(&self.looking);
        let before = self.library();
        let new = renewed(&before).and_then(|new| match (self.allow)(&new) {
            Err(error) if new.lost().is_none() => before.that_is_lost(&error),
            _ => Some(new),
        });
        let is_another = new.is_some();
        *lock(&self.latest) = new.unwrap_or(before);
        is_another
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
