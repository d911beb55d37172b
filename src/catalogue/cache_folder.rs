//! Where catalogues are kept: in the cache, a folder a library, and in it one a version of the index.

use super::schema::VERSION;
use crate::personal::files::{self, Folder};
use crate::personal::last_place::name_of;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use tantivy::directory::META_LOCK;

const INDEX: &str = "index";
const STAMPS: &str = "stamps";
const SEEN: &str = "seen";
const FRONT: &str = "front";
const SEALS: &str = "seals";

fn of_version(kind: &str) -> String {
    format!("{kind}-{VERSION}")
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    library: PathBuf,
}

impl Place {
    /// It need not exist. `None`: there is no home.
    #[must_use]
    pub fn of(library: &str) -> Option<Self> {
        Some(Self::within(&Folder::Cache.path()?, library))
    }

    /// The same in a cache.
    #[must_use]
    pub fn within(cache: &Path, library: &str) -> Self {
        Self { library: cache.join("catalogues").join(name_of(library)) }
    }

    /// The folder of the index.
    #[must_use]
    pub fn index(&self) -> PathBuf {
        self.library.join(of_version(INDEX))
    }

    /// What the files of the library were like when they held what is indexed.
    #[must_use]
    pub fn stamps(&self) -> PathBuf {
        self.library.join(of_version(STAMPS))
    }

    /// When they were looked at last.
    #[must_use]
    pub fn seen(&self) -> PathBuf {
        self.library.join(of_version(SEEN))
    }

    /// The first rows of the list that was left last.
    #[must_use]
    pub fn front(&self) -> PathBuf {
        self.library.join(of_version(FRONT))
    }

    /// What the files of the index itself were like when it was written.
    #[must_use]
    pub fn seals(&self) -> PathBuf {
        self.library.join(of_version(SEALS))
    }

    /// Makes the folder, for the person alone.
    ///
    /// # Errors
    ///
    /// It cannot be made.
    pub fn make(&self) -> io::Result<()> {
        files::make_folder(&self.index())
    }

    /// Held while the folder itself comes and goes.
    ///
    /// # Errors
    ///
    /// Another program holds it, or it cannot be written.
    pub fn lock(&self) -> io::Result<File> {
        files::lock(&self.library)
    }

    /// Held by programs that wait to write: whoever has all the time in the world gives way. `None`: nobody could tell.
    pub(super) fn wait(&self) -> Option<File> {
        let file = self.waiting().ok()?;
        file.try_lock_shared().ok().map(|()| file)
    }

    /// Another program waits to write.
    pub(super) fn is_awaited(&self) -> bool {
        self.waiting().is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
    }

    fn waiting(&self) -> io::Result<File> {
        File::options().create(true).append(true).open(self.library.join(".waiting"))
    }

    /// Whether the index can be brought up to date, which nobody does for it here.
    ///
    /// # Errors
    ///
    /// Why it can only be read.
    pub fn writable(&self) -> io::Result<()> {
        File::options().create(true).append(true).open(self.index().join(&META_LOCK.filepath)).map(drop)
    }

    /// Takes the index away, so that it is made anew. Who reads it reads on.
    ///
    /// # Errors
    ///
    /// It cannot be removed.
    pub fn clear(&self) -> io::Result<()> {
        for file in [self.stamps(), self.seen(), self.front(), self.seals()] {
            gone(fs::remove_file(file))?;
        }
        gone(fs::remove_dir_all(self.index()))
    }

    /// Takes what older versions of the program have made, and nothing else: a newer one may be in use beside this.
    pub(super) fn drop_older(&self) {
        for entry in fs::read_dir(&self.library).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some((kind, version)) = name.to_str().and_then(|name| name.split_once('-')) else { continue };
            let is_older =
                version.bytes().all(|digit| digit.is_ascii_digit()) && version.parse().is_ok_and(|version: u32| version < VERSION);
            // A link that somebody has put there is no folder and no file.
            let Some(there) = entry.file_type().ok().filter(|_| is_older) else { continue };
            // What cannot be removed does no harm where it is.
            _ = match kind {
                INDEX if there.is_dir() => fs::remove_dir_all(entry.path()),
                STAMPS | SEEN | FRONT | SEALS if there.is_file() => fs::remove_file(entry.path()),
                _ => Ok(()),
            };
        }
    }

    /// Takes all of it away, of every version.
    ///
    /// # Errors
    ///
    /// It cannot be removed.
    pub fn drop(&self) -> io::Result<()> {
        gone(fs::remove_dir_all(&self.library))
    }

    /// In bytes on the disk.
    #[must_use]
    pub fn size(&self) -> u64 {
        let files = fs::read_dir(self.index()).into_iter().flatten().flatten();
        files.filter_map(|file| file.metadata().ok()).map(|kind| kind.len()).sum()
    }
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
