//! A STIX 2.1 bundle: a report on actors and what ties them, with a note for each thing that is claimed or judged and an
//! opinion for each dissent.
//!
//! STIX has no judgement and no passage, so notes carry them in words, and labels carry the scales as MISP's taxonomies
//! write them. Times are those of the edition, identifiers are hashes of names: the same input gives the same bytes.

mod actors;
mod ids;
mod labels;
mod marking;
mod notes;
mod object;
mod sources;

use super::Bytes;
use super::graph::{inside, pretty};
use super::page_set::Handed;
use crate::briefing::Item;
use crate::library::HeldBriefing;
use ids::Ids;
use marking::{Definition, Marks};
use object::{Object, Report, What};
use serde::Serialize;
use std::collections::HashSet;

#[derive(Debug, Serialize)]
struct Bundle {
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
    objects: Vec<Whatever>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Whatever {
    Marking(Definition),
    Object(Box<Object>),
}

/// What objects are made from.
struct Making<'a> {
    held: &'a HeldBriefing,
    ids: Ids<'a>,
    marks: Marks,
    /// What is handed on: nothing refers to anything else.
    items: HashSet<Item>,
    /// In the order of the format.
    ordered: Vec<Item>,
}

/// # Errors
///
/// What was asked for is in no briefing.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let (held, _) = inside(handed, "a bundle")?;
    let ordered = handed.items();
    let making = Making { held, ids: Ids::of(held), marks: Marks::of(held, &ordered), items: ordered.iter().copied().collect(), ordered };
    let mut objects = vec![actors::producer(&making)];
    let mut about: Vec<Object> = actors::identities(&making);
    about.extend(actors::relationships(&making));
    about.extend(notes::all(&making));
    objects.push(report(&making, &about));
    objects.extend(about);
    objects.push(notes::of_briefing(&making));
    let markings = making.marks.definitions(&making.ids);
    let bundle = Bundle {
        kind: "bundle",
        id: making.ids.named("bundle", &handed.at.place().to_string()),
        objects: markings
            .into_iter()
            .map(Whatever::Marking)
            .chain(objects.into_iter().map(|object| Whatever::Object(Box::new(object))))
            .collect(),
    };
    Ok(pretty(&bundle)?.into_bytes())
}

/// Its description is the bottom line.
fn report(making: &Making<'_>, about: &[Object]) -> Object {
    let briefing = &making.held.resolved.briefing;
    let producer = making.ids.producer();
    let refs: Vec<String> = about.iter().map(|object| object.id.clone()).collect();
    let what = What::Report(Report {
        name: briefing.title().to_owned(),
        description: briefing.bottom_line.as_ref().map(|text| text.value.clone()),
        report_types: vec!["briefing"],
        published: making.ids.time(),
        // A report is about something.
        object_refs: if refs.is_empty() { vec![producer] } else { refs },
    });
    let mut report = Object::new(making, "report", making.ids.report(), None, what);
    let tags = briefing.tags.iter().map(|tag| tag.value.clone());
    report.labels = tags.filter(|tag| !tag.trim().is_empty()).collect();
    report.external_references = sources::all(making);
    report
}
