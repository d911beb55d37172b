//! The resolved graph of a briefing, for programs: every item with its fields, its links both ways, where its quotes stand
//! in their sources, and what follows from all that. `assets/export.schema.json` says what is where.

mod item;
mod judgement;
mod source;
mod words;

use super::findings::Reported;
use super::findings::json::{JsonFinding, rows};
use super::notes::json::JsonNote;
use super::notes::{Listed, listed};
use super::page_set::Handed;
use super::units::Units;
use super::{Bytes, NotWritten, Written};
use crate::briefing::scale::{Marking, Vocabulary};
use crate::briefing::{Briefing, Finding, Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::Found;
use crate::page::about::short_form::title_of_slug;
use crate::text::neutral::neutral_json;
use item::JsonItem;
use serde::Serialize;
use std::collections::{BTreeSet, HashSet};
use words::{Accept, Day, Mark, Term, text, texts};

/// Of the schema. Its first number rises where a reader of before would be wrong, its second where something is added.
pub const VERSION: &str = "1.1";

pub const SCHEMA: &str = include_str!("../../assets/export.schema.json");

#[derive(Debug, Serialize)]
struct Document<'a> {
    version: &'static str,
    program: &'static str,
    /// What was asked for.
    address: String,
    /// All items of the briefing are in it.
    whole: bool,
    marking: Option<Banner<'a>>,
    briefing: JsonBriefing<'a>,
    items: Vec<JsonItem<'a>>,
    findings: Vec<JsonFinding<'a>>,
    accepted: Vec<JsonFinding<'a>>,
    /// The reader's own, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<Vec<JsonNote<'a>>>,
}

/// The narrowest marking of what is in it, as it stands on the first and the last line of all other formats.
#[derive(Debug, Serialize)]
struct Banner<'a> {
    shown: &'a str,
    word: Option<&'static str>,
    vocabulary: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct JsonBriefing<'a> {
    id: &'a str,
    file: &'a str,
    /// The file could be read to its end.
    complete: bool,
    title: Option<&'a str>,
    marking: Option<Mark<'a>>,
    date: Option<Day<'a>>,
    yardstick: &'static str,
    change: Option<Term<'a>>,
    previous: Option<&'a str>,
    authors: Vec<&'a str>,
    approved_by: Option<&'a str>,
    customers: Vec<&'a str>,
    tags: Vec<&'a str>,
    question: Option<&'a str>,
    bottom_line: Option<&'a str>,
    implications: Vec<&'a str>,
    source_summary: Option<&'a str>,
    accept: Vec<Accept<'a>>,
    sections: Vec<Section<'a>>,
}

#[derive(Debug, Serialize)]
struct Section<'a> {
    slug: &'a str,
    title: String,
}

/// # Errors
///
/// What was asked for is in no briefing.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let (held, found) = inside(handed, "the graph")?;
    let items = handed.items();
    let ids: HashSet<&str> = items.iter().map(|item| held.resolved.briefing.id_of(*item)).collect();
    // What is wrong with an item that is not handed on may say what it is.
    let is_handed = |finding: &Finding| found == Found::Cover || finding.id.is_empty() || ids.contains(finding.id.as_str());
    let mut report = Reported::new(held, &[]);
    report.findings.retain(|finding| is_handed(finding));
    report.accepted.retain(|accepted| is_handed(&accepted.finding));
    let (findings, accepted) = rows(&report, &held.in_library);
    let sources = 0..held.resolved.briefing.sources.len();
    let units: Vec<Option<Units<'_>>> = sources.map(|at| held.resolved.text(at).map(Units::in_file)).collect();
    let listed = if handed.extent.notes { listed(handed.world, Some(&held.id)) } else { Vec::new() };
    // A note whose words are gone may quote what is not handed on.
    let is_on = |note: &&Listed<'_>| note.place.as_ref().is_some_and(|place| found == Found::Cover || handed.page_of(place).is_some());
    let notes = handed.extent.notes.then(|| listed.iter().filter(is_on).map(JsonNote::of).collect());
    let document = Document {
        version: VERSION,
        program: concat!("bluf ", env!("CARGO_PKG_VERSION")),
        address: handed.at.place().to_string(),
        whole: found == Found::Cover,
        marking: handed.marking.as_ref().map(|(shown, marking)| Banner {
            shown,
            word: marking.map(Marking::word),
            vocabulary: marking.map(|marking| marking.markings().word()),
        }),
        briefing: JsonBriefing::of(held),
        items: items.into_iter().map(|item| JsonItem::of(held, &units, item)).collect(),
        findings,
        accepted,
        notes,
    };
    Ok(pretty(&document)?.into_bytes())
}

/// The briefing of what is handed on, and what of it; `what` is what can only be made of one.
///
/// # Errors
///
/// It is in no briefing.
pub fn inside<'w>(handed: &Handed<'w>, what: &str) -> Result<(&'w HeldBriefing, Found), NotWritten> {
    handed.inside().ok_or_else(|| NotWritten(format!("{what} is of a briefing, and `{}` is in none", handed.at.place())))
}

/// The sources that are handed on, and those that what is handed on quotes.
#[must_use]
pub fn sources(handed: &Handed<'_>) -> BTreeSet<usize> {
    let Some((held, _)) = handed.inside() else { return BTreeSet::new() };
    let of = |item: Item| match item.kind {
        ItemKind::Source => BTreeSet::from([item.index]),
        ItemKind::Claim => held.resolved.sources_of(item.index),
        _ => BTreeSet::new(),
    };
    handed.items().into_iter().flat_map(of).collect()
}

/// Neither a terminal nor an editor is commanded by what stands in it.
///
/// # Errors
///
/// What the writer of JSON says.
pub fn pretty(document: &impl Serialize) -> Written {
    Ok(neutral_json(&serde_json::to_string_pretty(document)?) + "\n")
}

impl<'a> JsonBriefing<'a> {
    fn of(held: &'a HeldBriefing) -> Self {
        let briefing: &Briefing = &held.resolved.briefing;
        Self {
            id: &held.id,
            file: &held.in_library,
            complete: held.is_whole(),
            title: text(briefing.title.as_ref()),
            marking: briefing.marking.as_ref().map(Mark::of),
            date: briefing.date.as_ref().map(Day::of),
            yardstick: briefing.yardstick().word(),
            change: briefing.change.as_ref().map(Term::of),
            previous: text(briefing.previous.as_ref()),
            authors: texts(&briefing.authors),
            approved_by: text(briefing.approved_by.as_ref()),
            customers: texts(&briefing.customers),
            tags: texts(&briefing.tags),
            question: text(briefing.question.as_ref()),
            bottom_line: text(briefing.bottom_line.as_ref()),
            implications: texts(&briefing.implications),
            source_summary: text(briefing.source_summary.as_ref()),
            accept: Accept::all(&briefing.accept),
            sections: briefing.sections.iter().map(|slug| Section { slug, title: title_of_slug(slug) }).collect(),
        }
    }
}
