//! Where a person's own files are kept, and how they are read and written.

use crate::text::os_error::plain;
use etcetera::base_strategy::{BaseStrategy, choose_base_strategy};
use rustix::io::Errno;
use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::{Builder, NamedTempFile};

/// The kinds of a person's own files (XDG Base Directory Specification 0.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folder {
    /// What people write: the configuration, themes.
    Configuration,
    /// What people made and would miss: notes, marks.
    Data,
    /// What the program remembers: the last place.
    State,
    /// What can be made again: the catalogues of libraries.
    Cache,
}

impl Folder {
    /// It need not exist. `None`: there is no home.
    #[must_use]
    pub fn path(self) -> Option<PathBuf> {
        let base = choose_base_strategy().ok()?;
        let folder = match self {
            Self::Configuration => base.config_dir(),
            Self::Data => base.data_dir(),
            Self::State => base.state_dir()?,
            Self::Cache => base.cache_dir(),
        };
        Some(folder.join("bluf"))
    }
}

/// A file of a text that another program may change; it is gone when this is dropped, and nobody else can read it.
///
/// It lies among the person's own files: what is kept there is there after a restart too, and a sandbox that hides the
/// folder of temporary files from an editor mostly shows it the home folder.
pub struct Scratch(NamedTempFile);

impl Scratch {
    /// # Errors
    ///
    /// It cannot be written.
    pub fn new(text: &str) -> io::Result<Self> {
        let mut builder = Builder::new();
        let builder = builder.prefix("note-").suffix(".md");
        let own = Folder::State.path().and_then(|folder| make_folder(&folder).and_then(|()| builder.tempfile_in(folder)).ok());
        let mut file = own.map_or_else(|| builder.tempfile(), Ok)?;
        file.write_all(text.as_bytes())?;
        file.flush()?;
        Ok(Self(file))
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Leaves it where it is, if it is to stay; where that is, with `~` for the home folder.
    pub fn keep_if(self, stays: bool) -> Option<String> {
        let path = stays.then(|| self.0.into_temp_path().keep().ok())??;
        let home = std::env::home_dir().and_then(|home| Some(Path::new("~").join(path.strip_prefix(home).ok()?)));
        Some(home.unwrap_or(path).display().to_string())
    }

    /// Its text now; what is no UTF-8 in it becomes a mark.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub fn text(&self) -> io::Result<String> {
        // By its path: an editor may have put another file in its place.
        Ok(String::from_utf8_lossy(&fs::read(self.path())?).into_owned())
    }
}

#[derive(Debug)]
pub enum Unread {
    Missing,
    /// It is a folder, a pipe, a device: one that would never end, or never begin.
    NoFile,
    /// It has more than so many bytes.
    TooLarge(u64),
    Failed(io::Error),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Self::Missing } else { Self::Failed(error) }
    }
}

/// As words that follow "the file".
impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("is not there"),
            Self::NoFile => f.write_str("is no regular file"),
            Self::TooLarge(most) => write!(f, "is larger than {} MB", most >> 20),
            Self::Failed(error) => write!(f, "cannot be read: {}", plain(&error)),
        }
    }
}

/// Reads a file of at most `most` bytes, in one go.
///
/// # Errors
///
/// Why not.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Unread> {
    let kind = fs::metadata(path)?;
    if !kind.is_file() {
        return Err(Unread::NoFile);
    }
    if kind.len() > most {
        return Err(Unread::TooLarge(most));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(kind.len()).unwrap_or_default() + 1);
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file so that whoever reads it sees the old text or the new one, and never a part: also when the program
/// or the machine stops half-way. Folders that are missing are made, for the person alone.
///
/// # Errors
///
/// The folder or the file cannot be written; what was there is still there.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    make_folder(folder_of(path))?;
    write_as(path, bytes, Builder::new().prefix(UNFINISHED))
}

/// Writes a file as [`write()`] does, for whoever the system lets read new files. No folder is made.
///
/// # Errors
///
/// As there; or the folder is missing.
pub fn write_for_others(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_as(path, bytes, &mut for_others())
}

/// Writes a file that is not there yet, whole or not at all, for whoever the system lets read new files. No folder is made.
///
/// # Errors
///
/// Something has this name ([`io::ErrorKind::AlreadyExists`]), and stays as it is; or it cannot be written.
pub fn write_new_for_others(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let file = unfinished(folder_of(path), bytes, &mut for_others())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    keep_name(path);
    Ok(())
}

fn write_as(path: &Path, bytes: &[u8], builder: &mut Builder<'_, '_>) -> io::Result<()> {
    // A link is written through: it may point to a folder that is synchronised.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&path).is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, "what is there is no file"));
    }
    let file = unfinished(folder_of(&path), bytes, builder)?;
    if let Ok(there) = fs::metadata(&path) {
        // Whoever may read or write it may do so still.
        file.as_file().set_permissions(there.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path)?;
    keep_name(&path);
    Ok(())
}

/// Puts a folder into its place with all that `build` writes into it, or nothing where that fails: then the folders go, too, that
/// were made for it. An empty folder may be there.
///
/// # Errors
///
/// `build` fails, or the folder cannot be made.
pub fn write_folder<E: From<io::Error>>(path: &Path, build: impl FnOnce(&Path) -> Result<(), E>) -> Result<(), E> {
    let above = folder_of(path);
    let made: Vec<&Path> = above.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists()).collect();
    let written = fs::create_dir_all(above).map_err(E::from).and_then(|()| write_whole(path, above, build));
    if written.is_err() {
        // The innermost is the first; one that somebody has put something into stays.
        for folder in made {
            let _ = fs::remove_dir(folder);
        }
    }
    written
}

fn write_whole<E: From<io::Error>>(path: &Path, above: &Path, build: impl FnOnce(&Path) -> Result<(), E>) -> Result<(), E> {
    let around = Builder::new().prefix(UNFINISHED).rand_bytes(RANDOM).tempdir_in(above)?;
    let inside = around.path().join("whole");
    fs::create_dir(&inside)?;
    build(&inside)?;
    fs::rename(&inside, path)?;
    keep_name(path);
    Ok(())
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn for_others() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED_FOR_OTHERS);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// A file that has its bytes and not yet its name.
fn unfinished(folder: &Path, bytes: &[u8], builder: &mut Builder<'_, '_>) -> io::Result<NamedTempFile> {
    let mut file = builder.rand_bytes(RANDOM).tempfile_in(folder)?;
    // Held as long as it is written. Where a file system knows no locks it is left alone.
    let _ = file.as_file().try_lock();
    file.write_all(bytes)?;
    Ok(file)
}

/// A name is safe once its folder is on the disk too. Some file systems cannot bring folders there; the file is written all
/// the same.
fn keep_name(path: &Path) {
    let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
}

/// How the name of a file begins that is being written, and how many letters and digits follow.
const UNFINISHED: &str = ".tmp";
/// In folders that other programs write in too it says whose it is.
pub(super) const UNFINISHED_FOR_OTHERS: &str = ".bluf-";
pub(super) const RANDOM: usize = 6;

/// Removes what programs left in a folder that were killed while they wrote there. Whoever writes there must hold its lock,
/// so what is found under the lock belongs to nobody. Where a file system knows no locks it stays.
pub fn sweep(folder: &Path) {
    let is_left = |path: &Path| {
        let name = path.file_name().and_then(OsStr::to_str).and_then(|name| name.strip_prefix(UNFINISHED));
        name.is_some_and(|rest| rest.len() == RANDOM && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
            && fs::symlink_metadata(path).is_ok_and(|kind| kind.is_file())
    };
    let left = || fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|path| is_left(path));
    if left().next().is_none() {
        return;
    }
    if let Ok(lock) = lock_file(folder)
        && lock.try_lock().is_ok()
    {
        for path in left() {
            // What cannot be removed does no harm where it is.
            let _ = fs::remove_file(path);
        }
    }
}

/// The file in a folder that a program holds while it reads and writes there.
const LOCK: &str = ".lock";
/// How long another program is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

fn lock_file(folder: &Path) -> io::Result<File> {
    if fs::metadata(folder.join(LOCK)).is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("`{LOCK}` is no file")));
    }
    File::options().create(true).append(true).open(folder.join(LOCK))
}

/// Locks a folder against other programs of our kind; the lock ends when the file is dropped.
///
/// # Errors
///
/// Another program holds it, or the folder cannot be written.
pub fn lock(folder: &Path) -> io::Result<File> {
    make_folder(folder)?;
    let file = lock_file(folder)?;
    // Some network file systems know no locks; what is written there is still written whole.
    let knows_none =
        |error: &io::Error| error.kind() == io::ErrorKind::Unsupported || error.raw_os_error() == Some(Errno::NOLCK.raw_os_error());
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) if knows_none(&error) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => sleep(Duration::from_millis(10)),
            Err(TryLockError::WouldBlock) => return Err(io::Error::other("another program holds the folder")),
        }
    }
}

/// Makes a folder, and those that it stands in, for the person alone; one that is there stays as it is.
///
/// # Errors
///
/// It cannot be made.
#[cfg(unix)]
pub fn make_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_its_folders_are_made() {
        let scratch = tempfile::tempdir().expect("a folder");
        let path = scratch.path().join("a/b/c.txt");
        write(&path, b"one").expect("written");
        write(&path, b"two").expect("written");
        assert_eq!(fs::read(&path).expect("read"), b"two");
        assert_eq!(fs::read_dir(scratch.path().join("a/b")).expect("a folder").count(), 1, "nothing else is left");
    }

    #[test]
    fn e6_what_a_killed_program_left_is_swept_but_not_while_another_may_write() {
        let scratch = tempfile::tempdir().expect("a folder");
        let names = || {
            let mut names: Vec<String> = fs::read_dir(scratch.path())
                .expect("a folder")
                .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
                .collect();
            names.sort();
            names
        };
        let others = [".tmp", ".tmp-Mine", ".tmpAbC12", ".tmpAbC1234", "a.tmpAbC123", "port.md"];
        for name in others {
            fs::write(scratch.path().join(name), "mine").expect("written");
        }
        sweep(scratch.path());
        assert_eq!(names(), others, "nothing is to be swept, and no lock is made for it");
        for name in [".tmpAbC123", ".tmpzZz999"] {
            fs::write(scratch.path().join(name), "half").expect("written");
        }
        let held = lock(scratch.path()).expect("locked");
        sweep(scratch.path());
        assert!(names().contains(&".tmpAbC123".to_owned()), "somebody may still write it");
        drop(held);
        sweep(scratch.path());
        let mut left = names();
        left.retain(|name| name != LOCK);
        assert_eq!(left, others);
    }

    #[test]
    fn who_may_read_a_file_may_read_it_still() {
        use std::os::unix::fs::PermissionsExt;
        let scratch = tempfile::tempdir().expect("a folder");
        let path = scratch.path().join("c.txt");
        let mode = || fs::metadata(&path).expect("there").permissions().mode() & 0o777;
        write(&path, b"one").expect("written");
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).expect("set");
        write(&path, b"two").expect("written");
        assert_eq!(mode(), 0o664);
    }

    #[test]
    fn what_is_no_file_is_not_replaced() {
        let scratch = tempfile::tempdir().expect("a folder");
        let (socket, link) = (scratch.path().join("socket"), scratch.path().join("link"));
        let _held = std::os::unix::net::UnixListener::bind(&socket).expect("bound");
        std::os::unix::fs::symlink(&socket, &link).expect("linked");
        for path in [&socket, &link, &scratch.path().to_owned()] {
            assert!(write(path, b"two").is_err());
        }
        assert!(!fs::metadata(&socket).expect("there").is_file());
    }

    #[test]
    fn what_a_link_points_to_is_written() {
        let scratch = tempfile::tempdir().expect("a folder");
        let (real, link) = (scratch.path().join("real"), scratch.path().join("link"));
        fs::write(&real, "one").expect("written");
        std::os::unix::fs::symlink(&real, &link).expect("linked");
        write(&link, b"two").expect("written");
        assert_eq!(fs::read(&real).expect("read"), b"two");
        assert!(link.is_symlink());
    }
}
