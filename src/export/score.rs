//! How judgements came out, as data.

use super::Written;
use crate::briefing::scale::Vocabulary;
use crate::catalogue::Outcomes;
use crate::page::library_page::{Over, Slice, What};
use crate::page::of::whole_library::{Group, groups_of, shown_name, verdict_words};
use crate::score::{Brier, Case, LEAST, Row, Said, Score, Verdict};
use crate::text::neutral::neutral_json;
use serde::Serialize;

/// The JSON Schema of what [`json`] writes.
pub const SCHEMA: &str = include_str!("../../assets/score.schema.json");

#[derive(Serialize)]
struct Document<'a> {
    marking: &'a str,
    /// As of which day.
    today: Option<String>,
    #[serde(flatten)]
    all: JsonScore,
    /// Of earlier editions: a later one tells the outcome too.
    told_again: usize,
    authors: Vec<Part>,
    sections: Vec<Part>,
    years: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    name: String,
    /// As `bluf show` takes it.
    address: String,
    #[serde(flatten)]
    score: JsonScore,
}

#[derive(Serialize)]
struct JsonScore {
    outcomes: usize,
    cases: usize,
    partly: usize,
    void: usize,
    unrated: usize,
    brier: Option<JsonBrier>,
    terms: Vec<JsonTerm>,
}

#[derive(Serialize)]
struct JsonBrier {
    score: f64,
    came: usize,
    nearer_ends: f64,
    farther_ends: f64,
    base_rate: f64,
    promised: [f64; 2],
    promised_within: f64,
    partly_as_come: Option<f64>,
    partly_as_not: Option<f64>,
    verdict: &'static str,
    least_cases: usize,
}

#[derive(Serialize)]
struct JsonTerm {
    yardstick: &'static str,
    term: &'static str,
    low: u8,
    high: u8,
    middle: f64,
    cases: usize,
    came: usize,
    partly: usize,
    share: Option<f64>,
    interval: [f64; 2],
    enough_cases: usize,
    verdict: &'static str,
    words: String,
}

/// To six digits: what is beyond is the machine's.
fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

fn term(row: &Row) -> JsonTerm {
    let interval = row.interval();
    JsonTerm {
        yardstick: row.term.yardstick().word(),
        term: row.term.word(),
        low: row.term.low(),
        high: row.term.high(),
        middle: rounded(crate::score::term::middle(row.term)),
        cases: row.of,
        came: row.came,
        partly: row.partly,
        share: row.share().map(rounded),
        interval: [rounded(interval.low), rounded(interval.high)],
        enough_cases: row.enough(),
        verdict: match row.verdict() {
            Verdict::None => "none",
            Verdict::Holds => "holds",
            Verdict::Agrees => "agrees",
            Verdict::Open => "too-few",
            Verdict::More => "more-often",
            Verdict::Less => "less-often",
        },
        words: verdict_words(row),
    }
}

fn brier(brier: &Brier) -> JsonBrier {
    JsonBrier {
        score: rounded(brier.score),
        came: brier.came,
        nearer_ends: rounded(brier.ends.0),
        farther_ends: rounded(brier.ends.1),
        base_rate: rounded(brier.base),
        promised: [rounded(brier.promised.0), rounded(brier.promised.1)],
        promised_within: rounded(brier.reach),
        partly_as_come: brier.with_parts.map(|(come, _)| rounded(come)),
        partly_as_not: brier.with_parts.map(|(_, not)| rounded(not)),
        verdict: match brier.said() {
            Said::TooFew => "too-few",
            Said::AsPromised => "as-promised",
            Said::Worse => "worse",
            Said::Better => "better",
        },
        least_cases: LEAST,
    }
}

fn score(of: &Score) -> JsonScore {
    JsonScore {
        outcomes: of.cases() + of.partly + of.void + of.unrated,
        cases: of.cases(),
        partly: of.partly,
        void: of.void,
        unrated: of.unrated,
        brier: of.brier.as_ref().map(brier),
        terms: of.rows.iter().map(term).collect(),
    }
}

/// # Errors
///
/// What the writer of JSON says; no score can cause one.
pub fn json(outcomes: &Outcomes, marking: &str, today: Option<String>) -> Written {
    let cases: Vec<_> = outcomes.cases.iter().collect();
    let all: Vec<&Case> = cases.iter().map(|told| &told.case).collect();
    let parts = |group: Group| {
        let part = |(slice, of): (Slice, Score)| Part {
            name: shown_name(&slice),
            address: Over::from(What::Score(Some(slice))).to_string(),
            score: score(&of),
        };
        groups_of(&cases, group).into_iter().map(part).collect()
    };
    let document = Document {
        marking,
        today,
        all: score(&Score::of(all.into_iter())),
        told_again: outcomes.told_again,
        authors: parts(Group::Author),
        sections: parts(Group::Section),
        years: parts(Group::Year),
    };
    serde_json::to_string_pretty(&document).map(|json| neutral_json(&json) + "\n")
}
