//! What differs between two editions, for programs; and one edition as lines for others to compare.

use super::Bytes;
use super::as_lines;
use super::graph::{inside, pretty};
use super::page_set::Handed;
use crate::briefing::change::{
    Account, Aspect, ClaimChange, Fate, FieldChange, JudgementChange, OtherChange, Outcome, SourceChange, candidate, fields, own_fields,
    slides,
};
use crate::briefing::model::{Judgement, Passage, Text};
use crate::briefing::{Briefing, Changes, Item, ItemKind, Word};
use crate::export::NotWritten;
use crate::library::HeldBriefing;
use crate::page::styled_text::one_line;
use serde::Serialize;

/// Of the schema, as that of the graph.
pub const VERSION: &str = "1.2";

pub const SCHEMA: &str = include_str!("../../assets/diff.schema.json");

#[derive(Debug, Serialize)]
struct Document<'a> {
    version: &'static str,
    briefing: &'a str,
    marking: Option<&'a str>,
    changed: bool,
    date: Pair<Option<&'a str>>,
    yardstick: Pair<&'static str>,
    bottom_line: Pair<Option<&'a str>>,
    /// Other fields of the briefing itself.
    differs: Vec<&'static str>,
    /// The same with what they said.
    fields: Vec<Difference>,
    renamed: Vec<Pair<&'a str>>,
    judgements: Vec<JsonJudgement<'a>>,
    claims: Vec<JsonClaim<'a>>,
    sources: Vec<JsonSource<'a>>,
    others: Vec<Other<'a>>,
}

/// The same on both sides where nothing differs.
#[derive(Debug, Serialize)]
struct Pair<T> {
    then: T,
    now: T,
}

#[derive(Debug, Serialize)]
struct JsonJudgement<'a> {
    id: &'a str,
    outcome: &'static str,
    account: Option<&'static str>,
    differs: Vec<&'static str>,
    then: Option<Judged<'a>>,
    now: Option<Judged<'a>>,
}

#[derive(Debug, Serialize)]
struct Judged<'a> {
    text: Option<&'a str>,
    likelihood: Option<&'a str>,
    confidence: Option<&'a str>,
    by: Option<&'a str>,
    because: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct JsonClaim<'a> {
    id: &'a str,
    fate: &'static str,
    differs: Vec<&'static str>,
    text: Pair<Option<&'a str>>,
    /// Quotes that only one of the editions has.
    quotes: Pair<Vec<&'a str>>,
}

#[derive(Debug, Serialize)]
struct JsonSource<'a> {
    id: &'a str,
    fate: &'static str,
    differs: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Other<'a> {
    id: &'a str,
    kind: &'static str,
    fate: &'static str,
    /// Of one that is kept.
    fields: Vec<Difference>,
}

#[derive(Debug, Serialize)]
struct Difference {
    field: String,
    then: Option<String>,
    now: Option<String>,
}

impl From<FieldChange> for Difference {
    fn from(FieldChange { field, then, now }: FieldChange) -> Self {
        Self { field, then, now }
    }
}

/// # Errors
///
/// There is no edition before.
pub fn json(handed: &Handed<'_>) -> Bytes {
    let (held, _) = inside(handed, "a comparison")?;
    let Some(Ok(before)) = &held.previous else { return Err(NotWritten("there is no edition before".to_owned())) };
    let now = &held.resolved.briefing;
    let changes = Changes::between(before, now);
    let other = |change: &OtherChange| {
        let (kind, fate) = (change.kind, change.fate);
        let index = place(fate);
        let briefing = if matches!(fate, Fate::Dropped(_)) { before } else { now };
        Other { id: briefing.id_of(Item { kind, index }), kind: kind.name(), fate: word(fate), fields: list(fields(before, now, change)) }
    };
    let document = Document {
        version: VERSION,
        briefing: &held.id,
        marking: handed.marking.as_ref().map(|(shown, _)| shown.as_str()),
        changed: !changes.is_none(),
        date: Pair { then: written(before.date.as_ref()), now: written(now.date.as_ref()) },
        yardstick: Pair { then: before.yardstick().name(), now: now.yardstick().name() },
        bottom_line: Pair { then: text(before.bottom_line.as_ref()), now: text(now.bottom_line.as_ref()) },
        differs: changes.own.clone(),
        fields: list(own_fields(before, now)),
        renamed: held.former_ids.iter().map(|item| Pair { then: item.then.as_str(), now: item.now.as_str() }).collect(),
        judgements: changes.judgements.iter().map(|change| judgement(before, now, change, &changes.grounds)).collect(),
        claims: changes.claims.iter().map(|change| claim(before, now, change)).collect(),
        sources: changes.sources.iter().map(|change| source(before, now, change)).collect(),
        others: changes.others.iter().map(other).collect(),
    };
    Ok(pretty(&document)?.into_bytes())
}

fn list(changes: Vec<FieldChange>) -> Vec<Difference> {
    changes.into_iter().map(Difference::from).collect()
}

fn text(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}

fn written<T>(word: Option<&Word<T>>) -> Option<&str> {
    word.map(|word| word.text.as_str())
}

fn word(fate: Fate) -> &'static str {
    match fate {
        Fate::Kept { .. } => "changed",
        Fate::Added(_) => "added",
        Fate::Dropped(_) => "dropped",
    }
}

/// In the edition that has it, and that is of today where both do.
fn place(fate: Fate) -> usize {
    match fate {
        Fate::Kept { now, .. } | Fate::Added(now) => now,
        Fate::Dropped(before) => before,
    }
}

/// What both editions, or one of them, have at a place.
fn both<'a, T>(before: &'a [T], now: &'a [T], fate: Fate) -> (Option<&'a T>, Option<&'a T>) {
    match fate {
        Fate::Kept { before: old, now: new } => (before.get(old), now.get(new)),
        Fate::Added(new) => (None, now.get(new)),
        Fate::Dropped(old) => (before.get(old), None),
    }
}

fn judgement<'a>(before: &'a Briefing, now: &'a Briefing, change: &JudgementChange, grounds: &[usize]) -> JsonJudgement<'a> {
    let (then, today) = both(&before.judgements, &now.judgements, change.fate);
    let judged = |judgement: &'a Judgement| Judged {
        text: text(judgement.text.as_ref()),
        likelihood: written(judgement.likelihood.as_ref()),
        confidence: written(judgement.confidence.as_ref()),
        by: written(judgement.by.as_ref()),
        because: text(judgement.because.as_ref()),
    };
    let (outcome, account) = match change.outcome {
        Outcome::Changed(None) => ("changed", None),
        Outcome::Changed(Some(Account::Told)) => ("changed", Some("told")),
        Outcome::Changed(Some(Account::Silent)) => ("changed", Some("silent")),
        Outcome::Changed(Some(Account::Denied)) => ("changed", Some("denied")),
        Outcome::Changed(Some(Account::Mistold)) => ("changed", Some("mistold")),
        Outcome::Told => ("outcome known", None),
        Outcome::Restated => ("restated", None),
        Outcome::Consistent => ("consistent", None),
        Outcome::New => ("new", None),
        Outcome::Dropped => ("dropped", None),
    };
    let aspect = |aspect: &Aspect| match aspect {
        Aspect::Likelihood => "likelihood",
        Aspect::Confidence => "confidence",
        Aspect::Text => "text",
        Aspect::Horizon => "horizon",
        Aspect::Outcome => "outcome",
    };
    let on_other_grounds = matches!(change.fate, Fate::Kept { now, .. } if grounds.contains(&now));
    JsonJudgement {
        id: today.or(then).map_or("", |judgement| &judgement.head.id),
        outcome,
        account,
        differs: change.differs.iter().map(aspect).chain(on_other_grounds.then_some("grounds")).collect(),
        then: then.map(judged),
        now: today.map(judged),
    }
}

fn claim<'a>(before: &'a Briefing, now: &'a Briefing, change: &ClaimChange) -> JsonClaim<'a> {
    let (then, today) = both(&before.claims, &now.claims, change.fate);
    let quote = |passage: &'a Passage| passage.exact.value.as_str();
    let aspects = [("quotes", change.is_resourced()), ("text", change.text), ("kind", change.kind), ("grade", change.grade)];
    let quotes = Pair {
        then: then.iter().flat_map(|claim| change.gone.iter().filter_map(|at| claim.passages.get(*at)).map(quote)).collect(),
        now: today.iter().flat_map(|claim| change.fresh.iter().filter_map(|at| claim.passages.get(*at)).map(quote)).collect(),
    };
    JsonClaim {
        id: today.or(then).map_or("", |claim| &claim.head.id),
        fate: word(change.fate),
        differs: named(&aspects),
        text: Pair { then: then.and_then(|claim| text(claim.text.as_ref())), now: today.and_then(|claim| text(claim.text.as_ref())) },
        quotes,
    }
}

fn source<'a>(before: &'a Briefing, now: &'a Briefing, change: &SourceChange) -> JsonSource<'a> {
    let (then, today) = both(&before.sources, &now.sources, change.fate);
    let aspects = [("reliability", change.grade), ("description", change.described), ("text", change.text)];
    JsonSource { id: today.or(then).map_or("", |source| &source.head.id), fate: word(change.fate), differs: named(&aspects) }
}

fn named(aspects: &[(&'static str, bool)]) -> Vec<&'static str> {
    aspects.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect()
}

/// One edition, a thing a line, each line under the id that it is of: two of them differ where the editions do.
#[must_use]
pub fn lines(held: &HeldBriefing) -> String {
    let briefing = &held.resolved.briefing;
    let mut out = format!("{}: {}\n", one_line(&held.id), one_line(briefing.title()));
    let words = [
        ("Marking", written(briefing.marking.as_ref())),
        ("Markings", written(briefing.markings.as_ref())),
        ("Kinds of events", written(briefing.event_kinds.as_ref())),
        ("Date", written(briefing.date.as_ref())),
        ("Edition before", text(briefing.previous.as_ref())),
    ];
    for (label, word) in words.into_iter().filter_map(|(label, word)| Some((label, word?))) {
        out.push_str(&format!("{label}: {}\n", one_line(word)));
    }
    for line in as_lines::of_briefing(briefing).lines() {
        out.push_str(&format!("{}\n", one_line(line)));
    }
    let tags = briefing.tags.iter().map(|tag| ("Tag", tag.value.clone()));
    let slides = slides(briefing).into_iter().map(|slide| ("Slide", slide));
    let candidates = briefing.candidates.iter().map(|waits| ("Candidate", format!("{}: {}", waits.section.value, candidate(waits))));
    for (label, words) in tags.chain(slides).chain(candidates) {
        out.push_str(&format!("{label}: {}\n", one_line(&words)));
    }
    let judgements = briefing.items().filter(|item| item.kind == ItemKind::Judgement);
    let others = briefing.items().filter(|item| item.kind != ItemKind::Judgement);
    for item in judgements.chain(others) {
        let id = one_line(briefing.id_of(item));
        out.push('\n');
        for line in as_lines::of_item(&held.resolved, item).lines() {
            out.push_str(&format!("{id} {}\n", one_line(line)));
        }
        let speaker = match item.kind {
            ItemKind::Judgement => text(briefing.judgements[item.index].speaker.as_ref()),
            _ => None,
        };
        let own = [("Speaker", speaker), ("Marking", written(briefing.head(item).marking.as_ref()))];
        for (label, words) in own.into_iter().filter_map(|(label, words)| Some((label, words?))) {
            out.push_str(&format!("{id} {label}: {}\n", one_line(words)));
        }
    }
    out
}
