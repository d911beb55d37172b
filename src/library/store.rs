//! Where the files of a library lie. What stands above knows a file by its path in the library, and asks a store for it.

pub mod embedded;
pub mod folder;
mod git;
pub mod history;
pub mod revision;
pub mod watcher;

pub use embedded::Embedded;
pub use folder::Folder;
pub use revision::Revision;

use crate::text::hash::hash_of;
use anyhow::Result;
use std::fmt::Debug;
use std::hash::Hash;
use std::path::PathBuf;

/// A file of a library, by its path in it: `briefings/port.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// One that the store has listed.
    Briefing(String),
    /// One that a briefing names: the text of a source, the edition before. It must not lead out of the library.
    Source(String),
}

impl File {
    /// The most bytes that are read of it: a briefing of a hundred claims has some fifty thousand, and a source rarely a
    /// million.
    #[must_use]
    pub fn largest(&self) -> u64 {
        match self {
            Self::Briefing(_) => 4 * 1024 * 1024,
            Self::Source(_) => 16 * 1024 * 1024,
        }
    }
}

/// What tells one version of a file from the next without reading it: a hash of times and numbers on a disk, of an entity tag
/// over a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp(u64);

impl Stamp {
    #[must_use]
    pub fn of(said: impl Hash) -> Self {
        Self(hash_of(said))
    }

    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }
}

pub trait Store: Debug + Send + Sync {
    /// The paths of the briefings in the library, in their order; there is one at least.
    ///
    /// # Errors
    ///
    /// There is no library, or no briefing in it.
    fn list(&self) -> Result<Vec<String>>;

    ///
    /// # Errors
    ///
    /// Why it is not read, in words that follow the name of the file: "leaves the library".
    fn read(&self, file: &File) -> Result<Vec<u8>, String>;

    /// `None`: no stamp tells, so the file is read and what it holds is compared.
    fn stamp(&self, file: &File) -> Option<Stamp>;

    /// Tells the listener whenever something may have changed, the first time at once, for as long as the program runs.
    /// Returns only where nothing ever changes, or nothing can be heard.
    fn watch(&self, listener: &dyn Listener);

    /// Where the library is. No two have the same: what is remembered of a library is kept by it.
    fn place(&self) -> String;

    /// What people call it, in a word.
    fn name(&self) -> String;

    /// It holds one briefing of a library and leaves the others out.
    fn is_part(&self) -> bool {
        false
    }

    /// The folder of the library, where it has one on this machine.
    fn root(&self) -> Option<PathBuf> {
        None
    }

    /// Where an editor finds a briefing.
    fn on_disk(&self, _briefing: &str) -> Option<PathBuf> {
        None
    }
}

pub trait Listener {
    /// The files that the library is read from today.
    fn files(&self) -> Vec<File>;

    /// Some of them may hold something else, and briefings may have come and gone.
    fn changed(&self);

    /// Changes are not heard of, or not all of them, and why.
    fn blind(&self, why: &str);
}
