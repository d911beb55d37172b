//! A library of any size as rows, columns and words: the catalogue.
//!
//! It lies in the cache, so it can be lost at any time and is made again. Files are what counts: whatever it says of one is
//! compared with the file's stamp and content when it is refreshed, and before that it is as it was. Several programs use it at
//! once: one writes, the others read what was committed last.

pub mod across;
pub mod briefing_row;
pub mod cache_folder;
pub mod cancel;
pub mod checksums;
pub mod chips;
pub mod column;
pub mod complete;
mod cut_files;
pub mod dictionary;
pub mod editions;
pub mod fields;
pub mod first_rows;
pub mod group;
pub mod hit;
pub mod in_memory;
pub mod index;
pub mod indicators;
pub mod item;
pub mod item_row;
mod leaders;
pub mod list_order;
pub mod listing;
pub mod note_search;
pub mod open;
pub mod origin;
pub mod outcomes;
pub mod query;
mod read_only;
pub mod read_state;
pub mod refresh;
pub mod schema;
pub mod search;
pub mod stems;
pub mod tokens;
pub mod unavailable;
pub mod unread;
pub mod vocabulary;

pub use across::{Found, Subject};
pub use briefing_row::{Checked, Judged, Row};
pub use cancel::Cancel;
pub use chips::{Chip, Chips, Groups};
pub use group::Group;
pub use hit::{Hit, Hits};
pub use index::Catalogue;
pub use indicators::{Standing, Watch, Watching};
pub use item_row::Entry;
pub use list_order::{Listing, Sort};
pub use listing::{Rows, Unlisted};
pub use outcomes::{Outcomes, Overdue, Told};
pub use query::{Bad, Parse, Query, Unasked};
pub use refresh::{Depth, Progress, refresh};
pub use unavailable::Without;
