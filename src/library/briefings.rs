//! The briefings of a library, held in memory.

use super::held::HeldBriefing;
use super::store::{Embedded, Store, embedded};
use crate::briefing::Date;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A clone is cheap: it shares the briefings, and what the check finds in them.
#[derive(Debug, Clone)]
pub struct Library {
    store: Arc<dyn Store>,
    entries: Arc<Vec<Arc<HeldBriefing>>>,
    /// Files that were saved and cannot be read. Of each the last good version is in `entries`.
    broken: Arc<Vec<Arc<HeldBriefing>>>,
    index: Arc<HashMap<String, usize>>,
    /// `None` where nobody has said.
    today: Option<Date>,
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
        Self::with_broken(Arc::new(Embedded), entries.into_iter().map(Arc::new).collect(), Vec::new())
    }

    /// The library that is compiled into the program, as the build has prepared it.
    #[must_use]
    pub fn embedded() -> Self {
        let entries = embedded::briefings().map(|(path, stem, file)| HeldBriefing::new(path.to_owned(), stem, file, embedded::source));
        Self::new(entries.collect())
    }

    /// Reads the library of a store. `progress` hears after each briefing how many are read, and of how many.
    ///
    /// # Errors
    ///
    /// There is no library, or no briefing in it. A broken briefing is no error: it opens as its findings.
    pub fn open(store: Arc<dyn Store>, progress: impl Fn(usize, usize) + Sync) -> Result<Self> {
        let files = store.list()?;
        let done = AtomicUsize::new(0);
        let read = |file: &String| {
            let entry = HeldBriefing::read(&*store, file);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
            Arc::new(entry)
        };
        // A single briefing is not worth a second thread.
        let entries = if files.len() < 4 { files.iter().map(read).collect() } else { files.par_iter().map(read).collect() };
        Ok(Self::with_broken(store, entries, Vec::new()))
    }

    /// A briefing whose id stands twice is renamed. Nobody else may hold it, or it keeps its id.
    pub(super) fn with_broken(store: Arc<dyn Store>, entries: Vec<Arc<HeldBriefing>>, broken: Vec<Arc<HeldBriefing>>) -> Self {
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
        Self { store, entries: Arc::new(unique), broken: Arc::new(broken), index: Arc::new(index), today: None }
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

    /// What the briefing's file holds now, which is what a person mends: the broken version, if the last good one is shown.
    #[must_use]
    pub fn saved<'a>(&'a self, entry: &'a HeldBriefing) -> &'a HeldBriefing {
        self.broken.iter().find(|broken| broken.path == entry.path).map_or(entry, |broken| broken)
    }

    /// Both are of one reading; having the same content is not enough.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.entries, &other.entries) && Arc::ptr_eq(&self.broken, &other.broken)
    }

    #[must_use]
    pub fn is_checked(&self) -> bool {
        self.entries.iter().all(|entry| entry.known_findings().is_some())
    }

    /// Checks every briefing that was not checked yet, on every core. `progress` hears after each how many are done, and
    /// of how many.
    pub fn check(&self, progress: impl Fn(usize, usize) + Sync) {
        let done = AtomicUsize::new(0);
        let check = |entry: &Arc<HeldBriefing>| {
            let _ = entry.report();
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, self.entries.len());
        };
        match self.entries.as_slice() {
            [entry] => check(entry),
            entries => entries.par_iter().for_each(check),
        }
    }

    /// In the order of their paths.
    #[must_use]
    pub fn entries(&self) -> &[Arc<HeldBriefing>] {
        &self.entries
    }

    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&HeldBriefing> {
        self.entries.get(*self.index.get(id)?).map(|entry| &**entry)
    }
}
