//! A library of any size as rows, columns and words: the catalogue.
//!
//! It lies in the cache, so it can be lost at any time and is made again. Files are what counts: whatever it says of one is
//! compared with the file's stamp and content when it is refreshed, and before that it is as it was. Several programs use it at
//! once: one writes, the others read what was committed last.

pub mod across;
pub mod cancel;
pub mod chips;
pub mod column;
pub mod complete;
pub mod editions;
pub mod entry;
pub mod fields;
pub mod forms;
pub mod front;
pub mod group;
pub mod hit;
pub mod index;
pub mod item;
pub mod join;
mod leaders;
pub mod listing;
pub mod memory;
pub mod names;
pub mod noted;
pub mod open;
pub mod order;
pub mod origin;
pub mod outcomes;
pub mod place;
pub mod query;
pub mod refresh;
pub mod row;
pub mod schema;
pub mod seals;
pub mod search;
pub mod unread;
pub mod vocabulary;
pub mod watch;
pub mod without;
pub mod words;

pub use across::{Found, Subject};
pub use cancel::Cancel;
pub use chips::{Chip, Chips, Groups};
pub use entry::Entry;
pub use group::Group;
pub use hit::{Hit, Hits};
pub use index::Catalogue;
pub use listing::{Rows, Unlisted};
pub use order::{Listing, Sort};
pub use outcomes::{Outcomes, Overdue, Told};
pub use query::{Bad, Parse, Query};
pub use refresh::{Depth, Progress, refresh};
pub use row::{Checked, Judged, Row};
pub use watch::{Standing, Watch, Watching};
pub use without::Without;
