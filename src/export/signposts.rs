//! What a library watches, and which of its judgements should be told by now, as data.

use super::Written;
use crate::briefing::ItemKind;
use crate::briefing::scale::Vocabulary;
use crate::catalogue::item::facts::Stands;
use crate::catalogue::item_row::{At, Entry};
use crate::catalogue::{Catalogue, Without};
use crate::text::neutral::neutral_json;
use serde::Serialize;

/// The JSON Schema of what [`json`] writes.
pub const SCHEMA: &str = include_str!("../../assets/signposts.schema.json");

#[derive(Serialize)]
struct Document<'a> {
    marking: &'a str,
    today: Option<String>,
    indicators: Vec<JsonIndicator>,
    /// Of earlier editions.
    replaced: usize,
    overdue: Vec<JsonJudgement>,
    /// Of earlier editions: a later one has the judgement too.
    carried_on: usize,
}

#[derive(Serialize)]
struct JsonIndicator {
    address: String,
    standing: &'static str,
    portion: String,
    text: String,
    threshold: Option<String>,
    seen: Option<String>,
    bears: Vec<JsonBearing>,
    briefing: JsonBriefing,
}

#[derive(Serialize)]
struct JsonBearing {
    address: String,
    moves: JsonMoved,
    text: String,
    likelihood: Option<String>,
    by: Option<String>,
    outcome: Option<String>,
}

/// What the indicator moves, and which way it moves that.
#[derive(Serialize)]
struct JsonMoved {
    address: String,
    kind: &'static str,
    way: Option<&'static str>,
}

#[derive(Serialize)]
struct JsonJudgement {
    address: String,
    portion: String,
    text: String,
    likelihood: Option<String>,
    confidence: Option<String>,
    by: Option<String>,
    briefing: JsonBriefing,
}

#[derive(Serialize)]
struct JsonBriefing {
    id: String,
    file: String,
    title: String,
    date: Option<String>,
    marking: Option<String>,
}

fn briefing(entry: &Entry) -> JsonBriefing {
    let row = &entry.briefing;
    JsonBriefing {
        id: row.id.clone(),
        file: row.path.clone(),
        title: row.title.clone(),
        date: row.date.clone(),
        marking: row.marking.clone(),
    }
}

fn indicator(entry: Entry, standing: &'static str) -> JsonIndicator {
    let watched = entry.facts.watched.clone().unwrap_or_default();
    let bears = watched.bears.into_iter().map(|bearing| {
        let judged = entry.judgement(&bearing.judgement);
        JsonBearing {
            address: format!("{}#{}", entry.briefing.id, bearing.judgement),
            moves: JsonMoved {
                address: format!("{}#{}", entry.briefing.id, bearing.moved),
                kind: match bearing.stands {
                    Stands::Itself => ItemKind::Judgement,
                    Stands::Alternative => ItemKind::Alternative,
                    Stands::Assumption => ItemKind::Assumption,
                }
                .name(),
                way: bearing.way.map(Vocabulary::word),
            },
            text: bearing.text,
            likelihood: judged.and_then(|judged| judged.likelihood.clone()),
            by: judged.and_then(|judged| judged.by.clone()),
            outcome: judged.and_then(|judged| judged.came.clone()),
        }
    });
    JsonIndicator {
        standing,
        bears: bears.collect(),
        threshold: watched.threshold,
        seen: watched.seen,
        briefing: briefing(&entry),
        address: entry.address,
        portion: entry.portion,
        text: entry.text,
    }
}

fn judgement(entry: Entry) -> JsonJudgement {
    let judged = entry.judged().cloned();
    JsonJudgement {
        likelihood: judged.as_ref().and_then(|judged| judged.likelihood.clone()),
        confidence: judged.as_ref().and_then(|judged| judged.confidence.clone()),
        by: judged.and_then(|judged| judged.by),
        briefing: briefing(&entry),
        address: entry.address,
        portion: entry.portion,
        text: entry.text,
    }
}

/// All of them, however many.
///
/// # Errors
///
/// The catalogue cannot be read. What the writer of JSON says is in the answer; no library can cause that.
pub fn json(catalogue: &Catalogue, day: Option<i64>, marking: &str, today: Option<String>) -> Result<(Written, usize), Without> {
    let catalogue = catalogue.still();
    let (watch, overdue) = (catalogue.watch(day)?, catalogue.overdue(day)?);
    let at: Vec<At> = watch.all.iter().map(|one| one.at).collect();
    let standings = watch.all.iter().map(|one| (one.at, one.standing.name())).collect::<std::collections::HashMap<_, _>>();
    let indicators = catalogue.entries(&at).into_iter().map(|entry| {
        let standing = standings.get(&entry.at).copied().unwrap_or_default();
        indicator(entry, standing)
    });
    let at: Vec<At> = overdue.judgements.iter().map(|(at, _)| *at).collect();
    let document = Document {
        marking,
        today,
        indicators: indicators.collect(),
        replaced: watch.replaced,
        overdue: catalogue.entries(&at).into_iter().map(judgement).collect(),
        carried_on: overdue.carried_on,
    };
    Ok((serde_json::to_string_pretty(&document).map(|json| neutral_json(&json) + "\n"), overdue.judgements.len()))
}
