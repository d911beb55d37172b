//! Which briefings a library has, known without reading them.

use std::fmt::Debug;

pub trait Directory: Debug + Send + Sync {
    fn count(&self) -> usize;

    /// The path in the library of the briefing that is shown under an id.
    fn path_of(&self, id: &str) -> Option<String>;

    /// All of them; only for saying which was meant.
    fn ids(&self) -> Vec<String>;
}
