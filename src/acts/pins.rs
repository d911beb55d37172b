//! The hashes that pin the texts of a briefing's sources.

use crate::briefing::resolved::By;
use crate::briefing::{Digest, Pin};
use crate::library::HeldBriefing;
use crate::yaml::Edit;
use crate::yaml::edit::Refused;

/// A source, and how it stood before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinned {
    pub source: String,
    pub before: Pin,
    /// Who quotes passages that do not stand at one place in its text.
    pub lost: Vec<String>,
}

/// Writes into the text of a briefing's file the hash of each source that has a text and is not pinned yet; where `changed` is
/// set, also of each whose text is another than the one that was pinned: always if all that is quoted of it stands in it. What
/// was written, and all sources as they stood.
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
        let lost = quoting(held, index);
        let is_wanted = match before {
            Pin::Absent => lost.is_empty(),
            Pin::Changed { .. } => changed && lost.is_empty(),
            Pin::NoText | Pin::Unchanged => false,
        };
        if let Some(text) = held.resolved.text(index).filter(|_| is_wanted) {
            pin_to(&mut edit, id, &Digest::of(text).to_string())?;
        }
        all.push(Pinned { source: id.to_owned(), before, lost });
    }
    Ok((edit.text().to_owned(), all))
}

/// Who quotes passages of a source that do not stand at one place in it, each once.
#[must_use]
pub fn quoting(held: &HeldBriefing, source: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for quote in held.resolved.lost(source) {
        let by = match quote.by {
            By::Claim(_) => quote.by.id(&held.resolved.briefing).to_owned(),
            By::Candidate(_) => "candidates".to_owned(),
            By::Source(_) => "`set_aside`".to_owned(),
        };
        if !all.contains(&by) {
            all.push(by);
        }
    }
    all
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
