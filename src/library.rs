//! Briefings on disk, or compiled into the program: finding them, reading them, and what pages may see of them.

pub mod disk;
pub mod embedded;
pub mod entry;
pub mod live;
pub mod notes;
pub mod state;
pub mod store;
pub mod watch;
pub mod world;

pub use disk::{open, open_telling, root_of};
pub use entry::Entry;
pub use notes::Notes;
pub use world::World;
