//! What was read of a library.

use super::edition::{Change, Edition, Standing};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many changes are looked up beside what was read before them; more are put in its place.
const FEW: usize = 500;

/// A clone is cheap as long as little was read since the file was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadBefore {
    /// `None` where nothing is kept.
    pub file: Option<PathBuf>,
    /// The file was read.
    pub is_known: bool,
    editions: Arc<HashMap<String, Edition>>,
    since: HashMap<String, Option<Arc<Edition>>>,
    /// So many bytes of the file are known.
    pub(super) length: u64,
}

impl ReadBefore {
    /// Not read yet.
    #[must_use]
    pub fn at(file: Option<PathBuf>) -> Self {
        Self { file, ..Self::default() }
    }

    /// What the changes of a file come to.
    #[must_use]
    pub fn known(file: &Path, changes: Vec<Change>, length: u64) -> Self {
        let mut editions = HashMap::new();
        for change in changes {
            take(&mut editions, change);
        }
        Self { file: Some(file.to_owned()), is_known: true, editions: Arc::new(editions), since: HashMap::new(), length }
    }

    /// The same, which is forgotten when the program ends.
    #[must_use]
    pub fn kept_nowhere(&self) -> Self {
        Self { file: None, ..self.clone() }
    }

    /// The same where the file has so many bytes.
    #[must_use]
    pub(super) fn of_length(&self, length: u64) -> Self {
        Self { length, ..self.clone() }
    }

    /// The same was read.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.is_known == other.is_known && Arc::ptr_eq(&self.editions, &other.editions) && self.since == other.since
    }

    /// How many briefings were read.
    #[must_use]
    pub fn count(&self) -> usize {
        self.all().count()
    }

    #[must_use]
    pub fn edition(&self, briefing: &str) -> Option<&Edition> {
        match self.since.get(briefing) {
            Some(since) => since.as_deref(),
            None => self.editions.get(briefing),
        }
    }

    /// How a briefing stands that says something by its number.
    #[must_use]
    pub fn standing(&self, briefing: &str, whole: u64) -> Standing {
        match self.edition(briefing) {
            None => Standing::New,
            Some(edition) if edition.whole == whole => Standing::Read,
            Some(_) => Standing::Changed,
        }
    }

    /// All that was read, by briefing.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Edition)> {
        let before = self.editions.iter().filter(|(id, _)| !self.since.contains_key(*id)).map(|(id, edition)| (id.as_str(), edition));
        before.chain(self.since.iter().filter_map(|(id, edition)| Some((id.as_str(), edition.as_deref()?))))
    }

    /// Nothing of the library was ever read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }

    /// The same after some changes.
    #[must_use]
    pub fn with(&self, changes: &[Change]) -> Self {
        let mut with = self.clone();
        if changes.len() > FEW {
            let all = self.all().map(|(id, edition)| (id.to_owned(), edition.clone()));
            with = Self { editions: Arc::new(all.collect()), since: HashMap::new(), ..with };
            let editions = Arc::make_mut(&mut with.editions);
            for change in changes {
                take(editions, change.clone());
            }
            return with;
        }
        with.since.extend(changes.iter().map(|change| (change.briefing.clone(), change.read.clone().map(Arc::new))));
        with
    }
}

fn take(editions: &mut HashMap<String, Edition>, change: Change) {
    match change.read {
        Some(edition) => _ = editions.insert(change.briefing, edition),
        None => _ = editions.remove(&change.briefing),
    }
}
