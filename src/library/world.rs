//! All that a page may read.

use super::embedded;
use super::entry::Entry;
use super::notes::Notes;
use crate::briefing::Date;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A row of the list of keys, as Help shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// The name of what they do: "next-hit".
    pub name: &'static str,
    /// The keys: "↓ j".
    pub keys: String,
    /// What they do: "next stop, or scroll".
    pub help: &'static str,
    /// Where they do it: "everywhere".
    pub scope: &'static str,
}

/// A theme, as the list of themes shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeRow {
    /// Its name.
    pub name: String,
    /// What it is.
    pub help: String,
    /// How much is wrong with its file, where something is: "2 mistakes".
    pub wrong: Option<String>,
}

/// All that a page may read: the briefings of the library, the keys and the themes.
///
/// A clone is cheap, and shares the briefings with what the check finds in them.
#[derive(Debug, Default, Clone)]
pub struct World {
    entries: Arc<Vec<Arc<Entry>>>,
    /// What was saved and cannot be read, while the last good version is shown in its place.
    broken: Arc<Vec<Arc<Entry>>>,
    index: Arc<HashMap<String, usize>>,
    /// Today, where the program was told; a briefing of a later date is read as on its own day.
    pub today: Option<Date>,
    /// What Help lists; the table of actions fills it.
    pub keys: Vec<KeyRow>,
    /// Every action, those with it that Help has in one row.
    pub actions: Vec<KeyRow>,
    /// The themes that can be chosen; whoever draws fills it.
    pub themes: Vec<ThemeRow>,
    /// The reader's own notes and marks.
    pub notes: Arc<Notes>,
}

impl World {
    /// A world of these briefings; ids that stand twice are made unique, with a finding.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        Self::default().with(entries.into_iter().map(Arc::new).collect(), Vec::new())
    }

    /// A world of these briefings, with all else as it is here. What has an id that stands twice must be nobody else's.
    #[must_use]
    pub(super) fn with(&self, entries: Vec<Arc<Entry>>, broken: Vec<Arc<Entry>>) -> Self {
        let mut unique: Vec<Arc<Entry>> = Vec::with_capacity(entries.len());
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
        Self { entries: Arc::new(unique), broken: Arc::new(broken), index: Arc::new(index), ..self.clone() }
    }

    /// What was saved and cannot be read, while the last good version is shown in its place.
    #[must_use]
    pub fn broken(&self) -> &[Arc<Entry>] {
        &self.broken
    }

    /// What the file of a briefing holds now: what is to be mended, where it cannot be read and the last good version is
    /// shown in its place.
    #[must_use]
    pub fn saved<'a>(&'a self, entry: &'a Entry) -> &'a Entry {
        self.broken.iter().find(|broken| broken.path == entry.path).map_or(entry, |broken| broken)
    }

    /// The rules have run over all of it.
    #[must_use]
    pub fn is_checked(&self) -> bool {
        self.entries.iter().all(|entry| entry.known_findings().is_some())
    }

    /// The library that is compiled into the program.
    #[must_use]
    pub fn embedded() -> Self {
        let entries = embedded::briefings().map(|(path, stem, file)| Entry::new(path.to_owned(), stem, file, embedded::source));
        Self::new(entries.collect())
    }

    /// Checks every briefing that was not checked yet, on every core. `progress` hears after each how many are done, and
    /// of how many.
    pub fn check(&self, progress: impl Fn(usize, usize) + Sync) {
        let done = AtomicUsize::new(0);
        let check = |entry: &Arc<Entry>| {
            let _ = entry.report();
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, self.entries.len());
        };
        match self.entries.as_slice() {
            [entry] => check(entry),
            entries => entries.par_iter().for_each(check),
        }
    }

    /// The same with other notes.
    #[must_use]
    pub fn with_notes(&self, notes: Arc<Notes>) -> Self {
        Self { notes, ..self.clone() }
    }

    /// The briefings, in the order of their paths.
    #[must_use]
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// The briefing with an id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.get(*self.index.get(id)?).map(|entry| &**entry)
    }
}
