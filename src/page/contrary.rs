//! The other side: what speaks against a judgement, with the weight of what speaks for it.

use super::build::side;
use super::doc::Doc;
use super::place::Side;
use crate::library::Entry;

pub fn page(entry: &Entry, judgement: usize) -> Doc {
    side(entry, judgement, Side::Contrary, "").finish()
}
