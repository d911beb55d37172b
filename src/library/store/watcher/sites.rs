//! Where something may happen that matters, and what has happened.

use super::Wanted;
use crate::library::store::folder::listing::{is_briefing, within};
use notify::event::ModifyKind;
use notify::{Event, EventKind};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf, absolute};

/// All paths are as the system tells them: absolute, and without a link in them.
pub struct Sites {
    /// The files that are wanted.
    files: HashSet<PathBuf>,
    /// The links that lead to them: any of them may be put in place of another, first of all one in the middle of a chain
    /// (Kubernetes, Nix and git-sync publish so).
    links: HashSet<PathBuf>,
    library: Option<PathBuf>,
    /// The folders to watch. In place of one that is not there it is the nearest above it that is.
    pub folders: BTreeSet<PathBuf>,
}

impl Sites {
    pub fn of(wanted: &Wanted) -> Self {
        let mut ways = Ways::default();
        let files: HashSet<PathBuf> = wanted.files.iter().filter_map(|file| ways.real(file)).collect();
        let library = wanted.library.as_ref().and_then(|path| ways.real(path));
        let mut folders: BTreeSet<PathBuf> = files.iter().filter_map(|file| file.parent()).map(Path::to_owned).collect();
        if let Some(library) = &library {
            if library.is_file() {
                folders.extend(library.parent().map(Path::to_owned));
            } else {
                let briefings = ways.real(&library.join("briefings"));
                folders.extend(briefings.iter().flat_map(|briefings| within(briefings)));
                folders.insert(library.clone());
            }
        }
        folders.extend(ways.links.iter().filter_map(|link| link.parent()).map(Path::to_owned));
        let there = |folder: PathBuf| folder.ancestors().find(|folder| folder.is_dir()).map(Path::to_owned);
        Self { files, links: ways.links, library, folders: folders.into_iter().filter_map(there).collect() }
    }

    /// Something that is wanted stands in this folder, or stood there.
    fn stand_in(&self, folder: &Path) -> bool {
        self.files.iter().chain(&self.library).any(|path| path.starts_with(folder))
    }
}

/// As many links as Linux follows for one path, by `path_resolution(7)`.
const LONGEST_CHAIN: usize = 40;

/// Where paths lead, and over which links.
#[derive(Default)]
struct Ways {
    /// By folder, since most files share theirs.
    real: HashMap<PathBuf, PathBuf>,
    links: HashSet<PathBuf>,
}

impl Ways {
    /// The path without a link in it, whether there is something or not.
    fn real(&mut self, path: &Path) -> Option<PathBuf> {
        let path = absolute(path).ok()?;
        let root = PathBuf::from("/");
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Some(self.follow(root, &path)) };
        if !self.real.contains_key(folder) {
            let real = self.follow(root, folder);
            self.real.insert(folder.to_owned(), real);
        }
        let folder = self.real.get(folder)?.clone();
        Some(self.follow(folder, Path::new(name)))
    }

    /// Where a path leads from a folder that has no link in it.
    fn follow(&mut self, mut at: PathBuf, path: &Path) -> PathBuf {
        let parts = |path: &Path| path.components().rev().map(|part| part.as_os_str().to_owned()).collect::<Vec<_>>();
        let mut waiting = parts(path);
        let mut chain = 0;
        while let Some(part) = waiting.pop() {
            match part.as_encoded_bytes() {
                b"." => continue,
                b".." => {
                    at.pop();
                    continue;
                }
                // The root begins anew.
                _ => at.push(&part),
            }
            if let Ok(target) = fs::read_link(&at)
                && chain < LONGEST_CHAIN
            {
                chain += 1;
                self.links.insert(at.clone());
                at.pop();
                waiting.extend(parts(&target));
            }
        }
        at
    }
}

/// Whether the system says that whoever wrote a file has closed it: inotify does.
const HEARS_OF_CLOSING: bool = cfg!(target_os = "linux");

#[derive(Debug, Default)]
pub struct Happened {
    pub matters: bool,
    /// The wanted files that it happened to.
    pub files: HashSet<PathBuf>,
    /// A folder was moved, or more happened than was told: any folder may be another than it was.
    pub moved: bool,
    /// A file was written in its place, or a new one was begun: its end may still be to come.
    pub in_place: bool,
    /// Of these somebody has written a part, and has not closed them since.
    pub open: HashSet<PathBuf>,
}

impl Happened {
    pub fn add(&mut self, event: &Event, sites: &Sites) {
        self.moved |= event.need_rescan();
        if event.kind.is_access() {
            event.paths.iter().for_each(|path| _ = self.open.remove(path));
            return;
        }
        // A file that is put in the place of another is whole.
        let is_written = !matches!(event.kind, EventKind::Modify(ModifyKind::Name(_) | ModifyKind::Metadata(_)) | EventKind::Remove(_));
        let opens = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Data(_)));
        for path in &event.paths {
            // A link is made and never closed.
            let is_file = || fs::symlink_metadata(path).is_ok_and(|kind| kind.is_file());
            if opens && HEARS_OF_CLOSING && (sites.files.contains(path) || is_briefing(path)) && is_file() {
                self.open.insert(path.clone());
            } else if !is_written {
                self.open.remove(path);
            }
            if sites.files.contains(path) {
                self.files.insert(path.clone());
                self.in_place |= is_written;
            } else if sites.links.contains(path) || sites.stand_in(path) {
                self.moved = true;
            } else if sites.library.as_ref().is_some_and(|library| path.starts_with(library)) {
                // It may be a briefing, or a folder with one in it.
                self.matters |= is_briefing(path) || path.is_dir();
                self.in_place |= is_written && is_briefing(path);
            }
        }
        self.matters |= self.moved || !self.files.is_empty();
    }
}
