//! Places, their pages, and how a page becomes rows.
//!
//! Everything the reader can look at is a [`Place`]; [`locate`] finds what its words name, [`page`] gives it its
//! content, a [`Doc`], and [`flow()`] makes that rows. The screen draws the rows, the exports write the document: what
//! is exported is what was read.

// Where: a place in words, its address, and what it names.
pub mod about_program;
pub mod address;
pub mod at;
pub mod library_page;
pub mod origins;
pub mod place;
pub mod reading;
pub mod saved_counts;
pub mod world;

// The page language, and what is built with it.
pub mod builder;
pub mod doc;
pub mod figure;
pub mod find_in_page;
pub mod flow;
pub mod styled_text;

// A file a page.
pub mod of;

// What is said of places beside their pages: names, markings, notes, citations, where they are written.
pub mod about;

// What a typed line means as a place.
pub mod go_to;

pub use about::marking::{marking, marking_of, marking_of_all};
pub use about_program::Guide;
pub use address::Address;
pub use at::{At, Found, NoPlace, beginning, locate, locate_in};
pub use doc::{Block, Body, Doc, Signs};
pub use flow::{Piece, Row, flow};
pub use of::{page, page_at};
pub use place::{Place, ScaleName, Side, Spot};
pub use reading::Reading;
pub use styled_text::{Role, Run, Text};
pub use world::World;
