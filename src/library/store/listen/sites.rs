//! Where something may happen that matters, and what has happened.

use super::Wanted;
use crate::library::store::folder::listing::{is_briefing, within};
use notify::Event;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf, absolute};

/// All paths are absolute.
pub struct Sites {
    /// The files that are wanted, and what they link to.
    files: HashSet<PathBuf>,
    library: Option<PathBuf>,
    /// The folders to watch. In place of one that is not there it is the nearest above it that is.
    pub folders: BTreeSet<PathBuf>,
}

impl Sites {
    pub fn of(wanted: &Wanted) -> Self {
        let mut links = Links::default();
        let files: HashSet<PathBuf> = wanted.files.iter().flat_map(|file| links.both(file)).collect();
        let library = wanted.library.as_ref().and_then(|path| absolute(path).ok());
        let mut folders: BTreeSet<PathBuf> = files.iter().filter_map(|file| file.parent()).map(Path::to_owned).collect();
        if let Some(library) = &library {
            let is_link = fs::symlink_metadata(library).is_ok_and(|kind| kind.is_symlink());
            folders.extend(library.parent().filter(|_| is_link || library.is_file()).map(Path::to_owned));
            if !library.is_file() {
                folders.extend(within(&library.join("briefings")));
                folders.insert(library.clone());
            }
        }
        let there = |folder: PathBuf| folder.ancestors().find(|folder| folder.is_dir()).map(Path::to_owned);
        Self { files, library, folders: folders.into_iter().filter_map(there).collect() }
    }

    /// Something that is wanted stands in this folder, or stood there.
    fn stand_in(&self, folder: &Path) -> bool {
        self.files.iter().chain(&self.library).any(|path| path.starts_with(folder))
    }
}

/// Where paths lead, folder by folder.
#[derive(Default)]
struct Links {
    real: HashMap<PathBuf, Option<PathBuf>>,
}

impl Links {
    /// The path, and the one that it leads to where that is another.
    fn both(&mut self, file: &Path) -> Vec<PathBuf> {
        let Ok(file) = absolute(file) else { return Vec::new() };
        let real = self.real(&file).filter(|real| *real != file);
        std::iter::once(file).chain(real).collect()
    }

    fn real(&mut self, file: &Path) -> Option<PathBuf> {
        if fs::symlink_metadata(file).is_ok_and(|kind| kind.is_symlink()) {
            return fs::canonicalize(file).ok();
        }
        let folder = file.parent()?;
        let real = self.real.entry(folder.to_owned()).or_insert_with(|| fs::canonicalize(folder).ok());
        Some(real.as_ref()?.join(file.file_name()?))
    }
}

#[derive(Debug, Default)]
pub struct Happened {
    pub matters: bool,
    /// The wanted files that it happened to.
    pub files: HashSet<PathBuf>,
    /// A folder was moved, or more happened than was told: any folder may be another than it was.
    pub moved: bool,
}

impl Happened {
    pub fn add(&mut self, event: &Event, sites: &Sites) {
        self.moved |= event.need_rescan();
        for path in &event.paths {
            if sites.files.contains(path) {
                self.files.insert(path.clone());
            } else if sites.stand_in(path) {
                self.moved = true;
            } else {
                // It may be a briefing, or a folder with one in it.
                self.matters |= is_briefing(path) || path.is_dir();
            }
        }
        self.matters |= self.moved || !self.files.is_empty();
    }
}
