//! Text as the terminal and the reader see it: width, wrapping, folding, neutralising, lines and columns.
//!
//! No other room counts columns: two ways of counting would disagree about a wide letter. Everything here is pure.

pub mod alignment;
pub mod article;
pub mod bytes;
pub mod case;
pub mod clip;
pub mod count;
pub mod difference;
pub mod direction;
pub mod distance;
pub mod failure;
pub mod figures;
pub mod fold;
pub mod fuzzy;
pub mod hash;
pub mod hyphened;
pub mod letters;
pub mod lines;
pub mod lookalike;
pub mod neutral;
pub mod phrases;
pub mod script;
pub mod series;
pub mod space;
pub mod unlike;
pub mod web;
pub mod width;
pub mod word;
pub mod wrap;

pub use article::with_article;
pub use bytes::bytes;
pub use case::capitalised;
pub use clip::clip;
pub use count::count;
pub use distance::{meant, nearest_word};
pub use hyphened::hyphened;
pub use neutral::neutral;
pub use series::{choice, series};
pub use space::{plain_name, single_spaced, spaced};
pub use width::{room, width};
pub use wrap::wrap;
