//! All that a page may read.

use super::guide::Guide;
use crate::briefing::Date;
use crate::library::{HeldBriefing, Library};
use crate::own::Notes;
use std::sync::Arc;

/// A clone is cheap: everything large is shared.
#[derive(Debug, Default, Clone)]
pub struct World {
    pub library: Library,
    /// The reader's own notes and marks.
    pub notes: Arc<Notes>,
    pub guide: Arc<Guide>,
    /// `None` where the program was not told. A briefing of a later date is read as on its own day.
    pub today: Option<Date>,
}

impl World {
    /// The briefings that are held, as [`Library::entries`] gives them.
    #[must_use]
    pub fn entries(&self) -> Vec<&Arc<HeldBriefing>> {
        self.library.entries()
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
