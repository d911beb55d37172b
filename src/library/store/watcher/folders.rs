//! The folders that are watched, each as long as it is the same folder.

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// What tells one folder from another that is put in its place.
type Identity = (u64, u64);

pub struct Folders {
    watcher: RecommendedWatcher,
    watched: HashMap<PathBuf, Identity>,
}

impl Folders {
    pub fn new(watcher: RecommendedWatcher) -> Self {
        Self { watcher, watched: HashMap::new() }
    }

    /// Watches these folders and no others; `anew` if one of them may have been put in the place of another.
    ///
    /// # Errors
    ///
    /// The system does not let one of them be watched; the others are.
    pub fn follow(&mut self, wanted: &BTreeSet<PathBuf>, anew: bool) -> notify::Result<()> {
        // The number of a folder that was removed may be given to the next.
        let is_gone = |folder: &Path, was: Identity| anew || !wanted.contains(folder) || identity(folder) != Some(was);
        let gone: Vec<PathBuf> =
            self.watched.iter().filter(|(folder, was)| is_gone(folder, **was)).map(|(folder, _)| folder.clone()).collect();
        for folder in gone {
            self.watched.remove(&folder);
            // Of a folder that was removed the system has forgotten it already.
            let _ = self.watcher.unwatch(&folder);
        }
        let mut failed = Ok(());
        for folder in wanted {
            let Some(identity) = identity(folder).filter(|_| !self.watched.contains_key(folder)) else { continue };
            match self.watcher.watch(folder, RecursiveMode::NonRecursive) {
                Ok(()) => _ = self.watched.insert(folder.clone(), identity),
                Err(error) => failed = Err(error),
            }
        }
        failed
    }
}

#[cfg(unix)]
fn identity(folder: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let kind = fs::metadata(folder).ok()?;
    Some((kind.dev(), kind.ino()))
}
