//! The hashes that pin the texts of a briefing's sources.

use crate::briefing::{Digest, Pin};
use crate::library::HeldBriefing;
use crate::yaml::Edit;
use crate::yaml::edit::Refused;

/// A source, and how it stood before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinned {
    pub source: String,
    pub before: Pin,
}

/// Writes into the text of a briefing's file the hash of each source that has a text and is not pinned yet; where `changed` is
/// set, also of each whose text is another than the one that was pinned. What was written, and all sources as they stood.
///
/// # Errors
///
/// A hash cannot be written where it belongs.
pub fn pin(held: &HeldBriefing, text: &str, changed: bool) -> Result<(String, Vec<Pinned>), Refused> {
    let mut edit = Edit::new(text);
    let mut all = Vec::new();
    for (index, source) in held.resolved.briefing.sources.iter().enumerate() {
        let id = source.head.id.value.as_str();
        let before = held.resolved.pins()[index];
        let is_wanted = match before {
            Pin::Absent => true,
            Pin::Changed { .. } => changed,
            Pin::NoText | Pin::Unchanged => false,
        };
        if let Some(text) = held.resolved.text(index).filter(|_| is_wanted) {
            pin_to(&mut edit, id, &Digest::of(text).to_string())?;
        }
        all.push(Pinned { source: id.to_owned(), before });
    }
    Ok((edit.text().to_owned(), all))
}

/// Writes a hash into a source, in the place of the one that it has, else behind its file.
///
/// # Errors
///
/// It cannot be written where it belongs.
pub fn pin_to(edit: &mut Edit, source: &str, hash: &str) -> Result<(), Refused> {
    let path = ["sources", source];
    edit.write(&path, "sha256", hash, Some("file")).or_else(|_| edit.write(&path, "sha256", hash, None))
}
