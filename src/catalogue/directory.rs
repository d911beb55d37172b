//! The catalogue as the directory of a large library: which briefings there are, and where.

use super::index::Catalogue;
use crate::library::Directory;
use std::fmt;

impl Directory for Catalogue {
    fn count(&self) -> usize {
        self.count()
    }

    fn path_of(&self, id: &str) -> Option<String> {
        self.path_of(id).ok().flatten()
    }

    fn ids(&self) -> Vec<String> {
        self.indexed().unwrap_or_default().into_iter().map(|indexed| indexed.id).collect()
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").finish_non_exhaustive()
    }
}
