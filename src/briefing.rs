//! A briefing: its vocabularies, its model, the reader that makes one from YAML, and the links between its items.
//!
//! Everything here is pure: text comes in, values and findings go out.

pub mod abbreviations;
pub mod age;
pub mod aligned_rows;
pub mod anchor;
pub mod banner;
pub mod change;
mod claim_marking;
pub mod context;
pub mod date;
pub mod decisive_reason;
pub mod downstream;
pub mod event_order;
pub mod front_matter;
pub mod furniture;
pub mod grade;
pub mod graph;
pub mod hard_wraps;
pub mod headings;
pub mod if_false;
pub mod inherited_marking;
pub mod line_blocks;
pub mod line_signs;
pub mod mode;
pub mod model;
pub mod note_marks;
pub mod outlook;
pub mod parse;
pub mod pin;
pub mod question;
pub mod reanchor;
pub mod redaction;
pub mod references;
pub mod rename;
pub mod resolved;
pub mod rival_readings;
pub mod scale;
pub mod schema;
pub mod sentences;
pub mod source_lines;
pub mod source_text;
pub mod talk;

pub use crate::yaml::{Finding, Level, Span, Spanned, Word};
pub use age::Age;
pub use anchor::Anchor;
pub use change::{Changes, Imprint};
pub use date::Date;
pub use graph::{Graph, Link, LinkKind};
pub use model::{Briefing, Item, ItemKind};
pub use parse::parse;
pub use pin::{Digest, Pin};
pub use resolved::Resolved;
pub use resolved::basis::{self, Basis};
pub use source_text::{Number, SentenceKind, SourceText};
pub use talk::Slide;
