//! The briefings of a library: finding them, reading them, hearing of changes.

pub mod briefings;
pub mod directory;
pub mod edition_before;
pub mod file_text;
pub mod freshness;
pub mod held_briefing;
pub mod live;
mod opened;
pub mod prepare;
pub mod prepared;
mod reread;
pub mod stale;
pub mod store;
pub mod watch;

pub use briefings::Library;
pub use directory::Directory;
pub use held_briefing::HeldBriefing;
pub use store::embedded;

use std::path::Path;
use std::sync::Arc;

/// Opens a library on disk: a folder, or one briefing of the library that it stands in.
///
/// # Errors
///
/// There is nothing at `path`, it cannot be read, or the folder holds no briefing. A broken briefing is no error: it
/// opens as its findings.
pub fn open(path: &Path) -> anyhow::Result<Library> {
    Library::open(Arc::new(store::Folder::new(path)), |_, _| ())
}
