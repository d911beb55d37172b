//! Text as the terminal and the reader see it: width, wrapping, folding, neutralising, lines and columns.
//!
//! No other room counts columns: two ways of counting would disagree about a wide letter. Everything here is pure.

pub mod alignment;
pub mod article;
pub mod byte_size;
pub mod case;
pub mod clip;
pub mod dense;
pub mod did_you_mean;
pub mod digits;
pub mod direction;
pub mod fold;
pub mod fold_kind;
pub mod fuzzy;
pub mod hash;
pub mod last_word;
pub mod leaning;
pub mod line_diff;
pub mod line_end_hyphens;
pub mod line_ends;
pub mod lines;
pub mod lookalike;
pub mod months;
pub mod neutral;
pub mod one_mark;
pub mod os_error;
pub mod phrases;
pub mod plural;
pub mod script;
pub mod search_fold;
pub mod search_signs;
pub mod sentence_end;
pub mod series;
pub mod slug;
pub mod space;
pub mod time_words;
pub mod unseen_difference;
pub mod web;
pub mod width;
pub mod word_diff;
pub mod wrap;

pub use article::with_article;
pub use byte_size::bytes;
pub use case::capitalised;
pub use clip::clip;
pub use did_you_mean::{meant, nearest_word, some_of};
pub use neutral::neutral;
pub use plural::count;
pub use series::{choice, series};
pub use slug::hyphened;
pub use space::{plain_name, single_spaced, spaced};
pub use width::{room, width};
pub use wrap::wrap;
