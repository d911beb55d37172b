//! What an analyst does to a briefing's file.
//!
//! Each act is one edit at its place: comments, order, quotation marks and line ends elsewhere stay as they are. What cannot be
//! done so is refused and changes nothing.

pub mod candidates;
pub mod changes;
pub mod curate;
pub mod drift;
pub mod file;
pub mod may_hold;
pub mod merge;
pub mod old_text;
pub mod only_source;
pub mod pins;
pub mod place;
pub mod quoted;
pub mod quoting;
pub mod rename;
