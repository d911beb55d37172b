//! A source's text beside what the briefing was written on: what moved, and which words may be meant now.

use super::build::Page;
use super::doc::Doc;
use crate::library::Entry;

pub fn page(entry: &Entry, source: usize) -> Doc {
    Page::new(entry, &entry.resolved.briefing.sources[source].head.id.value, "drift").finish()
}
