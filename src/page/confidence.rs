//! Why this confidence: what a judgement rests on, counted, and what the next level would need.

use super::build::side;
use super::doc::Doc;
use super::place::Side;
use crate::library::Entry;

pub fn page(entry: &Entry, judgement: usize) -> Doc {
    side(entry, judgement, Side::Confidence, "").finish()
}
