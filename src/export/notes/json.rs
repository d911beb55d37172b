//! Notes as one JSON document.

use super::{Listed, marked};
use crate::page::World;
use crate::text::neutral::neutral_json;
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    /// Who may be shown what they quote.
    marking: String,
    notes: Vec<JsonNote<'a>>,
}

#[derive(Debug, Serialize)]
pub struct JsonNote<'a> {
    /// `note` or `mark`.
    kind: &'static str,
    address: String,
    /// The words that it was written on are gone.
    orphaned: bool,
    date: &'a str,
    quote: &'a str,
    source: &'a [String],
    text: &'a str,
}

/// # Errors
///
/// What the writer of JSON says; no note can cause one.
pub fn json(world: &World, listed: &[Listed<'_>]) -> serde_json::Result<String> {
    let document = Document { marking: marked(world, listed), notes: listed.iter().map(JsonNote::of).collect() };
    serde_json::to_string_pretty(&document).map(|json| neutral_json(&json) + "\n")
}

impl<'a> JsonNote<'a> {
    pub fn of(one: &'a Listed<'a>) -> Self {
        Self {
            kind: if one.note.is_mark { "mark" } else { "note" },
            address: one.address(),
            orphaned: one.place.is_none(),
            date: &one.note.date,
            quote: &one.note.quote,
            source: &one.sources,
            text: &one.note.text,
        }
    }
}
