//! Briefings on disk, or compiled into the program: finding them, reading them, hearing of changes.

pub mod briefings;
pub mod disk;
pub mod embedded;
pub mod held;
pub mod live;
pub mod watch;

pub use briefings::Library;
pub use disk::{open, open_telling, root_of};
pub use held::HeldBriefing;
