//! What a person has read of a library: one file a library, in the folder of what the program remembers.
//!
//! Of each briefing that was read the file has the numbers of what it said then, and no word of it. It only ever grows: what
//! changes is a line more, and the last line on a briefing counts. So several programs at once lose nothing of each other's.
//! Lines that no longer count are left out where they are most of the file, and lines that nobody understands stay.

mod before;
mod edition;
pub mod file;

pub use before::ReadBefore;
pub use edition::{Change, Edition, Fresh, Part, Parts, Standing};
