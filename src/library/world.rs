//! All that a page may read.

use super::embedded;
use super::entry::{Entry, FileText};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;
use std::thread;

/// A row of the list of keys, as Help shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// The keys: "↓ j".
    pub keys: String,
    /// What they do: "next stop, or scroll".
    pub help: &'static str,
    /// Where they do it: "everywhere".
    pub scope: &'static str,
}

/// All that a page may read: the briefings of the library, and the keys.
#[derive(Debug, Default)]
pub struct World {
    entries: Vec<Entry>,
    index: HashMap<String, usize>,
    /// What Help lists; the table of actions fills it.
    pub keys: Vec<KeyRow>,
}

impl World {
    /// A world of these briefings; ids that stand twice are made unique, with a finding.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut world = Self::default();
        for mut entry in entries {
            if let Some(first) = world.index.get(&entry.id) {
                let first = world.entries[*first].path.clone();
                let id = (2..=world.entries.len() + 2).map(|n| format!("{}-{n}", entry.id)).find(|id| !world.index.contains_key(id));
                entry.rename(id.unwrap_or_default(), &first);
            }
            world.index.insert(entry.id.clone(), world.entries.len());
            world.entries.push(entry);
        }
        world
    }

    /// The library that is compiled into the program.
    #[must_use]
    pub fn embedded() -> Self {
        let sources = OnceLock::new();
        thread::scope(|scope| {
            // The sources are split on the second core while the first reads the briefings.
            scope.spawn(|| sources.get_or_init(embedded::sources));
            let briefings = embedded::FILES.iter().filter(|(path, _)| path.starts_with("briefings/"));
            let entries = briefings.map(|(path, text)| {
                let stem = path.trim_start_matches("briefings/").trim_end_matches(".yaml");
                let file = FileText { text: Cow::Borrowed(text), problem: None };
                Entry::new((*path).to_owned(), stem, file, |path| {
                    let text = sources.get_or_init(embedded::sources).get(path);
                    text.cloned().ok_or_else(|| format!("`{path}` is not in the embedded library"))
                })
            });
            Self::new(entries.collect())
        })
    }

    /// The briefings, in the order of their paths.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The briefing with an id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.get(*self.index.get(id)?)
    }
}
