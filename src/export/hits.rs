//! What a search has found, as text and as data.

use super::Written;
use crate::catalogue::schema::tier;
use crate::catalogue::{Hit, Hits, Query};
use crate::page::about::marking::banner_of_all;
use crate::text::neutral::neutral_json;
use crate::text::{neutral, spaced};
use serde::Serialize;
use std::ops::Range;

/// The JSON Schema of what [`json`] writes.
pub const SCHEMA: &str = include_str!("../../assets/search.schema.json");

pub struct Found<'a> {
    pub query: &'a Query,
    pub hits: &'a Hits,
    /// Each says why it stands where it does.
    pub explain: bool,
    /// What was looked for is lit.
    pub colour: bool,
}

/// Who may be shown all of it.
fn marking(hits: &Hits) -> String {
    let rows = hits.hits.iter().filter_map(|hit| hit.briefing.as_deref());
    banner_of_all(rows.map(|row| row.marking.as_deref()))
}

#[must_use]
pub fn text(found: &Found<'_>) -> String {
    let marking = marking(found.hits);
    let mut out = String::new();
    let mut line = |text: &str| out = format!("{out}{text}\n");
    if !marking.is_empty() {
        line(&neutral(&marking));
    }
    for hit in &found.hits.hits {
        line(&head(hit));
        line(&format!("    {}{}", spaced(&neutral(&hit.portion)), lit(hit, found.colour)));
        if found.explain {
            line(&format!("    why here: {}", why(hit)));
        }
    }
    if !marking.is_empty() {
        line(&neutral(&marking));
    }
    out
}

/// "port-strike#J1  likely  2025-03-01  The port strike".
fn head(hit: &Hit) -> String {
    let row = hit.briefing.as_deref();
    let date = row.and_then(|row| row.date.as_deref()).unwrap_or("undated");
    let title = row.map_or("", |row| row.title.as_str());
    let kind = hit.kind.word();
    let parts = [hit.address.as_str(), if hit.lead.is_empty() { kind } else { &hit.lead }, date, title];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(|part| neutral(&one_line(part)).into_owned()).collect();
    parts.join("  ")
}

/// On one line. White space is changed byte for byte, so that places in it hold.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

fn lit(hit: &Hit, colour: bool) -> String {
    let text = one_line(&hit.snippet.text);
    let mut out = String::from(if hit.snippet.is_cut.0 { "… " } else { "" });
    let mut at = 0;
    for Range { start, end } in hit.snippet.lit.iter().cloned() {
        out += &neutral(&text[at..start]);
        let word = neutral(&text[start..end]);
        out += &if colour { format!("\x1b[1m{word}\x1b[0m") } else { word.into_owned() };
        at = end;
    }
    out += &neutral(&text[at..]);
    out + if hit.snippet.is_cut.1 { " …" } else { "" }
}

/// Why a hit stands before those behind it.
#[must_use]
pub fn why(hit: &Hit) -> String {
    let stands = ["titles and judgements come first", "what is below them comes second", "sources and their texts come last"];
    let place = stands[usize::try_from(3 - tier(hit.kind)).unwrap_or(2)];
    let date = hit.briefing.as_ref().and_then(|row| row.date.as_deref());
    let date = date.map_or_else(
        || "it is undated, so it comes last of these".to_owned(),
        |date| format!("of these the newest come first, and it is of {}", neutral(date)),
    );
    format!("{}: {place}; {date}", hit.kind.word())
}

#[derive(Serialize)]
struct Document<'a> {
    query: &'a str,
    /// How the query was read.
    understood: String,
    /// Who may be shown the hits; empty where there are none.
    marking: String,
    /// How many there are; `hits` has the first of them.
    total: usize,
    hits: Vec<JsonHit<'a>>,
}

#[derive(Serialize)]
struct JsonHit<'a> {
    address: &'a str,
    kind: &'static str,
    /// How likely it is judged, or what kind of claim it is; empty where it is neither.
    lead: &'a str,
    /// Its portion mark; empty where it has none of its own.
    portion: &'a str,
    text: &'a str,
    /// Where `text` holds what was looked for: code points, the end excluded.
    lit: Vec<[usize; 2]>,
    /// More stands before it, or behind it.
    cut: [bool; 2],
    briefing: Option<JsonBriefing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

#[derive(Serialize)]
struct JsonBriefing<'a> {
    id: &'a str,
    file: &'a str,
    title: &'a str,
    date: Option<&'a str>,
    marking: Option<&'a str>,
}

/// # Errors
///
/// What the writer of JSON says; no hit can cause one.
pub fn json(found: &Found<'_>) -> Written {
    let points = |text: &str, at: usize| text[..at].chars().count();
    let hits = found.hits.hits.iter().map(|hit| JsonHit {
        address: &hit.address,
        kind: hit.kind.word(),
        lead: &hit.lead,
        portion: &hit.portion,
        text: &hit.snippet.text,
        lit: hit.snippet.lit.iter().map(|lit| [points(&hit.snippet.text, lit.start), points(&hit.snippet.text, lit.end)]).collect(),
        cut: [hit.snippet.is_cut.0, hit.snippet.is_cut.1],
        briefing: hit.briefing.as_deref().map(|row| JsonBriefing {
            id: &row.id,
            file: &row.path,
            title: &row.title,
            date: row.date.as_deref(),
            marking: row.marking.as_deref(),
        }),
        why: found.explain.then(|| why(hit)),
    });
    let document = Document {
        query: &found.query.text,
        understood: found.query.understood(),
        marking: marking(found.hits),
        total: found.hits.total,
        hits: hits.collect(),
    };
    serde_json::to_string_pretty(&document).map(|json| neutral_json(&json) + "\n")
}
