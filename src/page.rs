//! Places, their pages, and how a page becomes rows.
//!
//! Everything the reader can look at is a [`Place`]; [`locate`] finds what its words name, [`page`] gives it its
//! content, a [`Doc`], and [`flow()`] makes that rows. The screen draws the rows, the exports write the document: what
//! is exported is what was read.

// Where: a place in words, its address, and what it names.
pub mod address;
pub mod at;
pub mod counts;
pub mod guide;
pub mod origins;
pub mod over;
pub mod place;
pub mod world;

// The page language, and what is built with it.
pub mod build;
pub mod doc;
pub mod figure;
pub mod flow;
pub mod search;
pub mod words;

// A file a page.
pub mod of;

// What is said of places beside their pages: names, markings, notes, citations, where they are written.
pub mod about;

// What a typed line means as a place.
pub mod meant;

pub use about::marking::{marking, marking_of, marking_of_all};
pub use address::Address;
pub use at::{At, Found, NoPlace, beginning, locate, locate_in};
pub use doc::{Block, Body, Doc, Signs};
pub use flow::{Piece, Row, flow};
pub use guide::Guide;
pub use of::{page, page_at};
pub use place::{Place, ScaleName, Side, Spot};
pub use words::{Role, Run, Text};
pub use world::World;
