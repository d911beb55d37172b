//! This edition beside the one before, judgement by judgement.

use super::build::Page;
use super::doc::Doc;
use crate::library::Entry;

/// None for a briefing that names no edition before it.
pub fn page(entry: &Entry) -> Option<Doc> {
    entry.previous.as_ref()?;
    Some(Page::new(entry, "Change", "").finish())
}
