//! The briefings of a library, held in memory: all of them, or those that were opened of a library too large for that.

use super::directory::Directory;
use super::held_briefing::HeldBriefing;
use super::opened::Opened;
use super::prepared::PreparedForms;
use super::stale::Stale;
use super::store::{Embedded, Store, embedded};
use crate::briefing::Date;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// So many of a large library are held; a briefing of seventy claims takes a quarter of a megabyte.
const HELD: usize = 48;

/// A clone is cheap: it shares the briefings, and what the check finds in them.
#[derive(Debug, Clone)]
pub struct Library {
    store: Arc<dyn Store>,
    /// All of them, or none of a large library.
    entries: Arc<Vec<Arc<HeldBriefing>>>,
    large: Option<Large>,
    /// Files that were saved and cannot be read. Of each the last good version is in `entries`.
    broken: Arc<Vec<Arc<HeldBriefing>>>,
    /// By the path in the library: which of `entries` are no longer what their files hold.
    stale: Arc<HashMap<String, Stale>>,
    /// It could not be opened when it was last looked at, and all of it is what was read before.
    lost: Option<Arc<Stale>>,
    index: Arc<HashMap<String, usize>>,
    /// `None` where nobody has said.
    today: Option<Date>,
}

/// What a library has that is too large to be held.
#[derive(Debug, Clone)]
struct Large {
    directory: Arc<dyn Directory>,
    opened: Arc<Opened>,
}

impl Default for Library {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Library {
    /// A library of briefings that are in the program. An id that stands twice is made unique, with a finding.
    #[must_use]
    pub fn new(entries: Vec<HeldBriefing>) -> Self {
        Self::with_broken(Arc::new(Embedded), entries.into_iter().map(Arc::new).collect(), Vec::new(), HashMap::new())
    }

    /// The library that is compiled into the program, as the build has prepared it.
    #[must_use]
    pub fn embedded() -> Self {
        let entries = embedded::briefings().map(|(path, stem, file)| HeldBriefing::new(path.to_owned(), stem, file, embedded::source));
        Self::new(entries.collect())
    }

    /// A library whose briefings are read when they are asked for.
    #[must_use]
    pub fn large(store: Arc<dyn Store>, directory: Arc<dyn Directory>) -> Self {
        Self {
            large: Some(Large { directory, opened: Arc::default() }),
            ..Self::with_broken(store, Vec::new(), Vec::new(), HashMap::new())
        }
    }

    /// Reads the library of a store. `progress` hears after each briefing how many are read, and of how many.
    ///
    /// # Errors
    ///
    /// There is no library, or no briefing in it. A broken briefing is no error: it opens as its findings.
    pub fn open(store: Arc<dyn Store>, progress: impl Fn(usize, usize) + Sync) -> Result<Self> {
        let files = store.list()?;
        Ok(Self::of(store, &files, None, progress))
    }

    /// The same of a store whose briefings are listed already. What was read of the same texts before is not read again.
    #[must_use]
    pub fn of(store: Arc<dyn Store>, files: &[String], forms: Option<&PreparedForms>, progress: impl Fn(usize, usize) + Sync) -> Self {
        let done = AtomicUsize::new(0);
        let read = |file: &String| {
            let entry = HeldBriefing::read_prepared(&*store, file, forms);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
            Arc::new(entry)
        };
        // A single briefing is not worth a second thread.
        let entries = if files.len() < 4 { files.iter().map(read).collect() } else { files.par_iter().map(read).collect() };
        Self::with_broken(store, entries, Vec::new(), HashMap::new())
    }

    /// A briefing whose id stands twice is renamed. Nobody else may hold it, or it keeps its id.
    pub(super) fn with_broken(
        store: Arc<dyn Store>,
        entries: Vec<Arc<HeldBriefing>>,
        broken: Vec<Arc<HeldBriefing>>,
        stale: HashMap<String, Stale>,
    ) -> Self {
        let mut unique: Vec<Arc<HeldBriefing>> = Vec::with_capacity(entries.len());
        let mut index: HashMap<String, usize> = HashMap::new();
        for mut entry in entries {
            if let Some(first) = index.get(&entry.id) {
                let first = unique[*first].path.clone();
                let id = (2..=unique.len() + 2).map(|n| format!("{}-{n}", entry.id)).find(|id| !index.contains_key(id));
                if let Some(entry) = Arc::get_mut(&mut entry) {
                    entry.rename(id.unwrap_or_default(), &first);
                }
            }
            index.insert(entry.id.clone(), unique.len());
            unique.push(entry);
        }
        Self {
            store,
            entries: Arc::new(unique),
            large: None,
            broken: Arc::new(broken),
            stale: Arc::new(stale),
            lost: None,
            index: Arc::new(index),
            today: None,
        }
    }

    /// The same with these of its briefings.
    pub(super) fn with(&self, entries: Vec<Arc<HeldBriefing>>, broken: Vec<Arc<HeldBriefing>>, stale: HashMap<String, Stale>) -> Self {
        let store = Arc::clone(&self.store);
        let Some(Large { directory, .. }) = &self.large else {
            return Self::with_broken(store, entries, broken, stale).on(self.today());
        };
        let large = Some(Large { directory: Arc::clone(directory), opened: Arc::new(entries.into_iter().collect()) });
        Self { large, today: self.today.clone(), ..Self::with_broken(store, Vec::new(), broken, stale) }
    }

    /// The same, which could not be opened. `None`: it could not before either, for the same reason.
    pub(super) fn that_is_lost(&self, error: &anyhow::Error) -> Option<Self> {
        let before = self.lost.as_deref();
        let lost = Stale::lost(error).going_on(before);
        (before != Some(&lost)).then(|| Self { lost: Some(Arc::new(lost)), ..self.clone() })
    }

    /// The same with briefings of `before` whose files are gone, for as long as somebody reads them.
    #[must_use]
    pub fn with_gone(&self, before: &Self, ids: &[&str]) -> Self {
        // Of a large library nothing is read for it, for its directory may still have what is gone.
        let is_other = |id: &str, path: &str| match &self.large {
            Some(Large { directory, .. }) => directory.path_of(id).is_some_and(|other| other != path),
            None => self.entry(id).is_some(),
        };
        let is_held = |held: &HeldBriefing| self.entries().iter().any(|other| other.path == held.path);
        let is_gone =
            |held: &HeldBriefing| !is_other(&held.id, &held.in_library) && !is_held(held) && (!self.is_large() || self.is_gone(held));
        let all = before.entries();
        let gone: Vec<_> = all.into_iter().filter(|held| ids.contains(&held.id.as_str())).filter(|held| is_gone(held)).collect();
        if gone.is_empty() {
            return self.clone();
        }
        let mut entries: Vec<Arc<HeldBriefing>> = self.entries().into_iter().map(Arc::clone).collect();
        let mut stale = HashMap::clone(&self.stale);
        for held in gone {
            let at = entries.partition_point(|other| other.in_library < held.in_library);
            entries.insert(at, Arc::clone(held));
            let path = &held.in_library;
            let why = Stale::now("its file is gone".to_owned(), "file gone");
            stale.insert(path.clone(), why.going_on(before.stale.get(path)));
        }
        Self { lost: self.lost.clone(), ..self.with(entries, self.broken.to_vec(), stale) }
    }

    /// The file of a briefing is no longer there.
    #[must_use]
    pub(super) fn is_gone(&self, held: &HeldBriefing) -> bool {
        self.store.on_disk(&held.in_library).is_some_and(|path| !path.exists())
    }

    /// Of a large library the same without old versions, but for those of these ids: one is kept of what is being read only, and
    /// the others are listed as they are now.
    #[must_use]
    pub fn without_old(&self, ids: &[&str]) -> Self {
        let Some(Large { directory, opened }) = &self.large else { return self.clone() };
        let is_old = |held: &HeldBriefing| self.stale.contains_key(&held.in_library) || self.is_gone(held);
        let is_kept = |held: &&Arc<HeldBriefing>| ids.contains(&held.id.as_str()) || !is_old(held);
        if opened.iter().all(|held| is_kept(&held)) {
            return self.clone();
        }
        let kept = opened.iter().filter(is_kept).map(Arc::clone).collect();
        Self { large: Some(Large { directory: Arc::clone(directory), opened: Arc::new(kept) }), ..self.clone() }
    }

    /// One of its briefings, with nothing beside it.
    #[must_use]
    pub fn alone(&self, held: Arc<HeldBriefing>) -> Self {
        let broken = self.broken.iter().filter(|broken| broken.path == held.path).map(Arc::clone).collect();
        let stale = self.stale.get(&held.in_library).map(|stale| (held.in_library.clone(), stale.clone()));
        let alone = Self::with_broken(Arc::clone(&self.store), vec![held], broken, stale.into_iter().collect());
        Self { lost: self.lost.clone(), today: self.today.clone(), ..alone }
    }

    /// The same, read on a day. Whoever shares its briefings already has told them the day.
    #[must_use]
    pub fn on(mut self, today: Option<&Date>) -> Self {
        for held in Arc::get_mut(&mut self.entries).into_iter().flatten().filter_map(Arc::get_mut) {
            held.set_today(today);
        }
        Self { today: today.cloned(), ..self }
    }

    #[must_use]
    pub fn today(&self) -> Option<&Date> {
        self.today.as_ref()
    }

    #[must_use]
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// The file that an editor opens. `None`: there is nothing to edit.
    #[must_use]
    pub fn on_disk(&self, entry: &HeldBriefing) -> Option<PathBuf> {
        self.store.on_disk(&entry.in_library)
    }

    #[must_use]
    pub fn broken(&self) -> &[Arc<HeldBriefing>] {
        &self.broken
    }

    /// Why a briefing is no longer what its file holds, and since when.
    #[must_use]
    pub fn stale(&self, entry: &HeldBriefing) -> Option<&Stale> {
        self.lost().or_else(|| self.stale.get(&entry.in_library))
    }

    /// The same of the briefing of a file, for as long as the library itself can be read.
    #[must_use]
    pub fn stale_file(&self, in_library: &str) -> Option<&Stale> {
        self.stale.get(in_library)
    }

    /// Exactly these are stale, for these reasons.
    pub(super) fn has_stale(&self, stale: &HashMap<String, Stale>) -> bool {
        self.lost.is_none() && *self.stale == *stale
    }

    /// Why the library could not be opened when it was last looked at.
    #[must_use]
    pub fn lost(&self) -> Option<&Stale> {
        self.lost.as_deref()
    }

    /// What the briefing's file holds now, which is what a person mends: the broken version, if the last good one is shown.
    #[must_use]
    pub fn saved<'a>(&'a self, entry: &'a HeldBriefing) -> &'a HeldBriefing {
        self.broken.iter().find(|broken| broken.path == entry.path).map_or(entry, |broken| broken)
    }

    /// Both are of one reading; having the same content is not enough.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.entries, &other.entries) && Arc::ptr_eq(&self.broken, &other.broken) && self.lost == other.lost
    }

    /// Those that are held are checked.
    #[must_use]
    pub fn is_checked(&self) -> bool {
        self.entries().iter().all(|entry| entry.known_findings().is_some())
    }

    /// Checks every briefing that is held and was not checked yet, on every core. `progress` hears after each how many are
    /// done, and of how many.
    pub fn check(&self, progress: impl Fn(usize, usize) + Sync) {
        let entries = self.entries();
        let done = AtomicUsize::new(0);
        let check = |entry: &&Arc<HeldBriefing>| {
            let _ = entry.report();
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, entries.len());
        };
        match entries.as_slice() {
            [entry] => check(entry),
            entries => entries.par_iter().for_each(check),
        }
    }

    /// It is too large to be held.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.large.is_some()
    }

    /// How many briefings there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.large.as_ref().map_or(self.entries.len(), |large| large.directory.count())
    }

    /// The ids of all of them; only for saying which was meant.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let held = || self.entries.iter().map(|entry| entry.id.clone()).collect();
        self.large.as_ref().map_or_else(held, |large| large.directory.ids())
    }

    /// The briefings that are held: all of them in the order of their paths, or those that were opened of a large library.
    #[must_use]
    pub fn entries(&self) -> Vec<&Arc<HeldBriefing>> {
        self.large.as_ref().map_or_else(|| self.entries.iter().collect(), |large| large.opened.iter().collect())
    }

    /// A large library reads it now, if nobody has asked for it before.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&HeldBriefing> {
        let Some(Large { directory, opened }) = &self.large else {
            return self.entries.get(*self.index.get(id)?).map(|entry| &**entry);
        };
        if let Some(held) = opened.find(id) {
            return Some(held);
        }
        Some(opened.hold(&Arc::new(self.read(id, &directory.path_of(id)?))))
    }

    /// Reads the file of a briefing that is shown under an id. In a large library that is what its directory calls it.
    pub(super) fn read(&self, id: &str, path: &str) -> HeldBriefing {
        let mut held = HeldBriefing::read(&*self.store, path).on(self.today());
        if let Some(large) = self.large.as_ref().filter(|_| held.id != id) {
            match large.directory.path_of(&held.id).filter(|first| first != path) {
                Some(first) => held.rename(id.to_owned(), &first),
                None => id.clone_into(&mut held.id),
            }
        }
        held
    }

    /// The same without those of a large library that were opened first, as far as more are held than should be; these ids stay.
    /// One or two go at a time, because a key that lets go of fifty at once waits for it. `None`: there is none to let go of.
    #[must_use]
    pub fn with_few(&self, ids: &[&str]) -> Option<Self> {
        let Large { directory, opened } = self.large.as_ref()?;
        let held: Vec<_> = opened.iter().collect();
        let surplus = held.len().checked_sub(HELD).filter(|surplus| *surplus > 0)?;
        let gone: Vec<&str> = held.iter().map(|held| held.id.as_str()).filter(|id| !ids.contains(id)).take(surplus).collect();
        if gone.is_empty() {
            return None;
        }
        let kept = held.into_iter().filter(|held| !gone.contains(&held.id.as_str())).map(Arc::clone).collect();
        Some(Self { large: Some(Large { directory: Arc::clone(directory), opened: Arc::new(kept) }), ..self.clone() })
    }
}
