//! Where the sockets of talks lie: in a folder that nobody else can enter.

use crate::personal::notes::file_name;
use crate::text::os_error::plain;
use rustix::process::geteuid;
use std::fs;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

const ENDING: &str = "talk";
/// A name that has more letters is cut: the address of a socket has some hundred bytes.
const LONGEST: usize = 40;

/// The runtime folder of the person, made where it is missing.
///
/// # Errors
///
/// It cannot be made, or it is not the person's own, or others can enter it.
pub fn folder() -> Result<PathBuf, String> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_absolute() && folder.is_dir());
    let folder = match runtime {
        Some(runtime) => runtime.join("bluf"),
        // A folder that everybody may write to: the name is taken by who comes first, so what is there is looked at.
        None => std::env::temp_dir().join(format!("bluf-{}", geteuid().as_raw())),
    };
    let made = fs::DirBuilder::new().mode(0o700).create(&folder);
    let there = fs::symlink_metadata(&folder);
    let shown = folder.display();
    match (made, there) {
        (_, Ok(there)) if !there.is_dir() => Err(format!("{shown} is no folder")),
        (_, Ok(there)) if there.uid() != geteuid().as_raw() => Err(format!("{shown} belongs to somebody else")),
        (_, Ok(there)) if there.mode() & 0o077 != 0 => Err(format!("others can enter {shown}; `chmod 700` it")),
        (_, Ok(_)) => Ok(folder),
        (Err(error), Err(_)) => Err(format!("{shown} cannot be made: {}", plain(&error))),
        (Ok(()), Err(error)) => Err(format!("{shown} cannot be read: {}", plain(&error))),
    }
}

/// The socket of the talk on a briefing.
#[must_use]
pub fn socket(folder: &Path, briefing: &str) -> PathBuf {
    let name: String = file_name(briefing).chars().take(LONGEST).collect();
    folder.join(format!("{name}.{ENDING}"))
}

/// The sockets in a folder, of talks that run and of such as were killed.
#[must_use]
pub fn sockets(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut sockets: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|ending| ending == ENDING)).collect();
    sockets.sort();
    sockets
}
