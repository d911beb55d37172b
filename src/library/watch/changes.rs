//! Which files a library is read from, and which of them may have changed.

use crate::library::disk::{is_briefing, library_of};
use crate::library::held::HeldBriefing;
use crate::library::live::Live;
use crate::own::files;
use notify::Event;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::time::{Duration, SystemTime};

/// The largest of the others that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The files of a library, and the others that are watched. All paths are absolute.
pub struct Files {
    /// The folder that the paths of sources begin at.
    library: Option<PathBuf>,
    /// For each briefing, by the path of its file as it was found, every file that it is read from.
    of: HashMap<PathBuf, Vec<PathBuf>>,
    known: HashSet<PathBuf>,
    /// The others, by their paths as they were named.
    others: HashMap<PathBuf, Other>,
}

/// A file that is watched besides those of the library.
struct Other {
    /// Its path, and that of what it links to.
    paths: Vec<PathBuf>,
    /// What it held.
    held: Option<Vec<u8>>,
}

impl Files {
    pub fn new(live: &Live, also: &[PathBuf]) -> Self {
        let library = live.path().map(|path| if path.is_dir() { path.to_owned() } else { library_of(path) });
        let library = library.and_then(|path| absolute(path).ok());
        let mut links = Links::default();
        let others = also.iter().filter_map(|path| absolute(path).ok()).map(|path| {
            let other = Other { paths: links.both(&path), held: files::read(&path, LARGEST).ok() };
            (path, other)
        });
        let others = others.collect();
        let mut files = Self { library, of: HashMap::new(), known: HashSet::new(), others };
        files.follow(live);
        files
    }

    /// Takes the briefings as they were read last.
    pub fn follow(&mut self, live: &Live) {
        let held = live.library();
        let before = std::mem::take(&mut self.of);
        let mut links = Links::default();
        for entry in held.entries() {
            let Some(path) = &entry.on_disk else { continue };
            let mut files = vec![path.clone()];
            let library = self.library.as_deref().unwrap_or(Path::new("."));
            files.extend(entry.reads.iter().chain(&held.saved(entry).reads).map(|(file, _)| library.join(file)));
            let files = match before.get(path) {
                // Its files are where they were.
                Some(known) if known.len() == files.len() && known.iter().all(|file| !links.leads_away(file)) => known.clone(),
                _ => files.iter().flat_map(|file| links.both(file)).collect(),
            };
            self.of.insert(path.clone(), files);
        }
        self.known = self.of.values().flatten().chain(self.others.values().flat_map(|other| &other.paths)).cloned().collect();
    }

    /// Every file that a briefing is read from.
    pub fn of(&self, entry: &HeldBriefing) -> &[PathBuf] {
        entry.on_disk.as_ref().and_then(|path| self.of.get(path)).map_or(&[], Vec::as_slice)
    }

    /// Something is read from the file.
    pub fn is_known(&self, file: &Path) -> bool {
        self.known.contains(file)
    }

    /// The others that hold other bytes than before.
    pub fn others_changed(&mut self, changes: &Changes) -> Vec<PathBuf> {
        let mut others = Vec::new();
        for (path, other) in &mut self.others {
            if changes.may_be_in(&other.paths) {
                let now = files::read(path, LARGEST).ok();
                // A file that is away is on its way: an editor moves the new one to its place.
                if now.is_some() && now != other.held {
                    other.held = now;
                    others.push(path.clone());
                }
            }
        }
        others
    }

    /// The folders in which something may happen that matters. In place of one that is not there it is the nearest above
    /// it that is.
    pub fn folders(&self, live: &Live) -> BTreeSet<PathBuf> {
        let mut folders: BTreeSet<PathBuf> = self.known.iter().filter_map(|file| file.parent()).map(Path::to_owned).collect();
        if let Some(root) = live.path().and_then(|path| absolute(path).ok()) {
            let is_link = fs::symlink_metadata(&root).is_ok_and(|kind| kind.is_symlink());
            folders.extend(root.parent().filter(|_| is_link || root.is_file()).map(Path::to_owned));
            if !root.is_file() {
                within(&root.join("briefings"), 16, &mut folders);
                folders.insert(root);
            }
        }
        let there = |folder: PathBuf| folder.ancestors().find(|folder| folder.is_dir()).map(Path::to_owned);
        folders.into_iter().filter_map(there).collect()
    }
}

/// A folder and those in it.
fn within(folder: &Path, depth: usize, folders: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    folders.insert(folder.to_owned());
    for entry in entries.flatten() {
        if depth > 0 && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            within(&entry.path(), depth - 1, folders);
        }
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

    fn leads_away(&mut self, file: &Path) -> bool {
        self.real(file).is_none_or(|real| real != file)
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

/// What may have changed.
#[derive(Debug, Default)]
pub struct Changes {
    files: HashSet<PathBuf>,
    /// A folder was moved, or more happened than was told: anything may be another.
    anything: bool,
    /// Something came or went that may be a briefing.
    listing: bool,
    since: Option<SystemTime>,
}

impl Changes {
    /// What was written since a time, or a little before it: file systems are not exact.
    pub fn since(time: SystemTime) -> Self {
        Self { since: time.checked_sub(Duration::from_secs(1)), ..Self::default() }
    }

    /// Takes what the system told, if it matters.
    pub fn add(&mut self, event: &Event, files: &Files) {
        self.anything |= event.need_rescan();
        for path in &event.paths {
            if files.is_known(path) {
                self.files.insert(path.clone());
            } else if is_briefing(path) {
                self.listing = true;
            } else if files.known.iter().any(|file| file.starts_with(path)) || files.library.as_ref().is_some_and(|library| library == path)
            {
                self.anything = true;
            } else {
                self.listing |= path.is_dir();
            }
        }
    }

    /// Nothing that matters.
    pub fn is_none(&self) -> bool {
        !self.anything && !self.listing && self.files.is_empty()
    }

    /// A folder may be another than it was.
    pub fn is_anything(&self) -> bool {
        self.anything
    }

    /// The files that were told of.
    pub fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.files.iter()
    }

    /// One of these files may hold something else.
    pub fn may_be_in(&self, files: &[PathBuf]) -> bool {
        let written = |file: &PathBuf| {
            let time = fs::metadata(file).and_then(|kind| kind.modified());
            self.since.is_some_and(|since| time.is_ok_and(|time| time >= since))
        };
        self.anything || files.iter().any(|file| self.files.contains(file) || written(file))
    }
}
