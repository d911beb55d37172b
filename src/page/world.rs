//! All that a page may read.

use super::about_program::Guide;
use super::origins::Origins;
use super::reading::Reading;
use super::saved_counts::Counts;
use crate::briefing::Date;
use crate::catalogue::{Catalogue, Listing, Without};
use crate::library::{HeldBriefing, Library};
use crate::personal::{Notes, ReadBefore, Saved};
use std::collections::HashSet;
use std::sync::Arc;

/// A clone is cheap: everything large is shared.
#[derive(Debug, Default, Clone)]
pub struct World {
    pub library: Library,
    /// Of a library too large to be held; of another once it was searched.
    pub catalogue: Option<Catalogue>,
    /// How far that is. `None`: it says all that the files do, as far as anybody knows.
    pub reading: Option<Reading>,
    /// The reader's own notes and marks.
    pub notes: Arc<Notes>,
    /// The searches that the reader has saved, and what each finds as far as that is counted.
    pub saved: Arc<Saved>,
    pub counts: Arc<Counts>,
    /// What the reader has read of the library.
    pub read: Arc<ReadBefore>,
    pub guide: Arc<Guide>,
    /// Which briefings of a held library use one source.
    pub origins: Arc<Origins>,
    /// `None` where the program was not told. A briefing of a later date is read as on its own day.
    pub today: Option<Date>,
}

impl World {
    /// The briefings that are held, as [`Library::entries`] gives them.
    #[must_use]
    pub fn entries(&self) -> Vec<&Arc<HeldBriefing>> {
        self.library.entries()
    }

    /// What is found now may not be all, and why.
    #[must_use]
    pub fn caution(&self) -> Option<String> {
        let reading = self.reading.filter(|reading| !reading.is_checking)?;
        Some(reading.caution(self.catalogue.as_ref().map_or(0, Catalogue::count)))
    }

    /// The catalogue that a large library is listed by.
    #[must_use]
    pub fn listed(&self) -> Option<&Catalogue> {
        self.catalogue.as_ref().filter(|_| self.library.is_large())
    }

    /// The catalogue that a list is made by: that of a large library, and of one that is held where the list is not the usual one.
    #[must_use]
    pub fn lists_by(&self, listing: &Listing) -> Option<&Catalogue> {
        self.catalogue.as_ref().filter(|_| self.library.is_large() || !listing.is_usual())
    }

    /// The catalogue that the library is searched by, made now where there is none.
    ///
    /// # Errors
    ///
    /// It cannot be made.
    pub fn searchable(&self) -> Result<Catalogue, Without> {
        if let Some(catalogue) = &self.catalogue {
            return Ok(catalogue.clone());
        }
        // A day that nobody has told is none that anything depends on.
        let today = self.today.clone().unwrap_or_else(|| Date::of_unix_time(0));
        Catalogue::of_library(&self.library, &today)
    }

    /// The same with one of its briefings alone: what is made of it for others says nothing of another briefing, nor of what the
    /// reader has searched for or read.
    #[must_use]
    pub fn alone(&self, held: Arc<HeldBriefing>) -> Self {
        let others: HashSet<String> = self.library.ids().into_iter().filter(|id| *id != held.id).collect();
        // A note on another may be on the same words of a source that both use.
        let notes = Arc::new(self.notes.only(|note| !others.contains(note.briefing())));
        let (guide, today) = (Arc::clone(&self.guide), self.today.clone());
        Self { library: self.library.alone(held), notes, guide, today, ..Self::default() }
    }

    /// The same without what is the reader's alone: notes, marks, and what was read.
    #[must_use]
    pub fn without_own(&self) -> Self {
        Self { notes: Arc::default(), read: Arc::default(), ..self.clone() }
    }

    /// The number of today, where the program was told.
    #[must_use]
    pub fn day(&self) -> Option<i64> {
        self.today.as_ref().and_then(Date::first_day)
    }

    /// A list as it is today.
    #[must_use]
    pub fn today_of(&self, listing: &Listing) -> Listing {
        Listing { today: self.today.clone(), ..listing.clone() }
    }

    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&HeldBriefing> {
        self.library.entry(id)
    }
}

impl From<Library> for World {
    fn from(library: Library) -> Self {
        Self { today: library.today().cloned(), library, ..Self::default() }
    }
}

impl From<Library> for Arc<World> {
    fn from(library: Library) -> Self {
        Self::new(library.into())
    }
}
