//! A library on disk: a folder, or one briefing of the folder that it stands in.

pub(super) mod listing;
mod stamp;

use super::watcher::{Wanted, listen};
use super::{File, Listener, Stamp, Store};
use crate::personal::files::{self, Unread};
use crate::text::os_error::plain;
use anyhow::{Context, Result, bail};
pub use listing::{briefings_of, here, holds_briefing, is_briefing, library_of, meant_by, within};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

#[derive(Debug)]
pub struct Folder {
    /// As it was named: the folder, or the file of a briefing.
    named: PathBuf,
    is_part: bool,
}

impl Folder {
    /// Nothing is read yet: whether there is a library at the path, [`Store::list`] says.
    #[must_use]
    pub fn new(named: &Path) -> Self {
        let named = meant_by(named);
        Self { is_part: !named.is_dir(), named }
    }

    fn folder(&self) -> PathBuf {
        if self.is_part { library_of(&self.named) } else { self.named.clone() }
    }

    fn real_folder(&self) -> PathBuf {
        let folder = self.folder();
        fs::canonicalize(&folder).unwrap_or(folder)
    }

    fn briefing(&self, path: &str) -> PathBuf {
        if self.is_part {
            return self.named.clone();
        }
        // A name that is no UTF-8 is listed with U+FFFD in it. The file is the one that is listed by that name.
        let is_marked = path.contains(char::REPLACEMENT_CHARACTER);
        let files = is_marked.then(|| briefings_of(&self.named).ok()).flatten().unwrap_or_default();
        let marked = files.into_iter().find(|file| file.to_string_lossy() == path);
        self.named.join(marked.as_deref().unwrap_or(Path::new(path)))
    }

    /// One that is a link to a file outside the library is refused. The library, and its `briefings/`, may be links
    /// themselves: what publishes a library switches these.
    fn find_briefing(&self, path: &str) -> Result<PathBuf, String> {
        let file = self.briefing(path);
        // No folder between the two is a link: such ones are not listed.
        let is_link = !self.is_part && fs::symlink_metadata(&file).is_ok_and(|there| there.is_symlink());
        // One that leads nowhere is refused by whoever reads it.
        let Some(real) = is_link.then(|| fs::canonicalize(&file).ok()).flatten() else { return Ok(file) };
        let folders = [self.folder(), self.folder().join("briefings")].map(fs::canonicalize);
        if folders.iter().flatten().any(|folder| real.starts_with(folder)) { Ok(file) } else { Err(LEAVES.to_owned()) }
    }

    /// A source that lies outside the library is refused.
    fn find(&self, file: &File) -> Result<PathBuf, String> {
        let file = match file {
            File::Briefing(path) => return self.find_briefing(path),
            File::Source(path) => Path::new(path),
        };
        if !stays(file) {
            return Err(LEAVES.to_owned());
        }
        // A link may point anywhere: what counts is where it ends.
        let folder = self.real_folder();
        let real = fs::canonicalize(folder.join(file)).map_err(|error| format!("cannot be read: {}", plain(&error)))?;
        if real.starts_with(folder) { Ok(real) } else { Err(LEAVES.to_owned()) }
    }
}

const LEAVES: &str = "leaves the library";

/// By its words alone the path leads nowhere outside.
fn stays(file: &Path) -> bool {
    let mut depth = 0_usize;
    file.components().all(|part| match part {
        Component::Normal(_) => {
            depth += 1;
            true
        }
        Component::CurDir => true,
        Component::ParentDir => depth.checked_sub(1).is_some_and(|above| {
            depth = above;
            true
        }),
        Component::RootDir | Component::Prefix(_) => false,
    })
}

impl Store for Folder {
    fn list(&self) -> Result<Vec<String>> {
        let closed = || format!("cannot open {}", self.named.display());
        let kind = fs::metadata(&self.named).with_context(closed)?;
        if !kind.is_file() && !kind.is_dir() {
            bail!("{} is no file and no folder: expected a briefing or a library", self.named.display());
        }
        if self.is_part {
            return Ok(vec![path_in(&self.folder(), &fs::canonicalize(&self.named).with_context(closed)?)]);
        }
        let as_listed = |file: PathBuf| file.into_os_string().into_string().unwrap_or_else(|file| file.to_string_lossy().into_owned());
        let mut files: Vec<String> = briefings_of(&self.named)?.into_iter().map(as_listed).collect();
        files.sort();
        Ok(files)
    }

    fn read(&self, file: &File) -> Result<Vec<u8>, String> {
        let path = self.find(file)?;
        files::read(&path, file.largest()).map_err(|why| match why {
            Unread::Missing => "cannot be read: no such file or directory".to_owned(),
            Unread::NoFile if path.is_dir() => "is a folder, and cannot be read".to_owned(),
            Unread::TooLarge(most) => format!("is larger than {} MiB", most >> 20),
            why => why.to_string(),
        })
    }

    fn stamp(&self, file: &File) -> Option<Stamp> {
        // A stamp tells which file it is, so links need not be followed step by step: one that leads elsewhere has another.
        let path = match file {
            File::Briefing(path) => self.briefing(path),
            File::Source(path) => stays(Path::new(path)).then(|| self.folder().join(path))?,
        };
        stamp::of(&fs::metadata(path).ok()?, SystemTime::now())
    }

    fn watch(&self, listener: &dyn Listener) {
        let path = |file: File| match file {
            File::Briefing(path) => self.briefing(&path),
            File::Source(path) => self.folder().join(path),
        };
        let wanted = || Wanted { files: listener.files().into_iter().map(path).collect(), library: Some(self.named.clone()) };
        listen(&wanted, &mut || listener.changed(), &|why| listener.blind(why));
    }

    fn place(&self) -> String {
        fs::canonicalize(&self.named).as_ref().unwrap_or(&self.named).to_string_lossy().into_owned()
    }

    fn name(&self) -> String {
        self.real_folder().file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn is_part(&self) -> bool {
        self.is_part
    }

    fn root(&self) -> Option<PathBuf> {
        Some(self.real_folder())
    }

    fn on_disk(&self, briefing: &str) -> Option<PathBuf> {
        Some(self.briefing(briefing))
    }
}

fn path_in(library: &Path, file: &Path) -> String {
    file.strip_prefix(library).unwrap_or(file).to_string_lossy().into_owned()
}
