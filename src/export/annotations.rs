//! Passages as W3C Web Annotations (Web Annotation Data Model, 2017), for programs that anchor them in the source again.

use super::Bytes;
use super::graph::{inside, pretty};
use super::page_set::Handed;
use super::units::Units;
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Digest, Item, ItemKind, SourceText};
use crate::library::HeldBriefing;
use crate::page::about::short_form::grade_badge;
use crate::page::{Place, Spot};
use crate::text::web::web_address;
use serde::Serialize;
use std::borrow::Cow;
use std::ops::Range;

/// In code points, before and behind the quoted words.
const AROUND: usize = 32;

#[derive(Debug, Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    /// The marking of all that is in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    items: Vec<Annotation<'a>>,
}

#[derive(Debug, Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    /// What is claimed; its portion mark, its kind and its grade.
    body: Vec<Body<'a>>,
    target: Target,
}

#[derive(Debug, Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    value: Cow<'a, str>,
    format: &'static str,
    purpose: &'static str,
}

#[derive(Debug, Serialize)]
struct Target {
    source: Resource,
    /// Two ways to the same words. Were the place a refinement, it would be counted from the quote.
    selector: (Quote, Position),
}

#[derive(Debug, Serialize)]
struct Resource {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<String>,
}

#[derive(Debug, Serialize)]
struct Quote {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

/// In code points, as the standard counts: in what is decoded, so without a byte order mark.
#[derive(Debug, Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

/// # Errors
///
/// What was asked for is in no briefing.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let (held, _) = inside(handed, "a page of annotations")?;
    let resolved = &held.resolved;
    let texts = (0..resolved.briefing.sources.len()).map(|at| resolved.text(at).map(|text| (text, Units::new(text.text()))));
    let texts: Vec<Option<(&SourceText, Units<'_>)>> = texts.collect();
    let mut items = Vec::new();
    for Item { index: claim, .. } in handed.items().into_iter().filter(|item| item.kind == ItemKind::Claim) {
        for (at, anchored) in resolved.evidence().passages[claim].iter().enumerate() {
            let found = anchored.source.and_then(|source| Some((source, texts[source].as_ref()?, anchored.anchor.range()?)));
            if let Some((source, (text, units), range)) = found {
                items.push(annotation(held, (claim, at), source, selector(text.text(), units, &range)));
            }
        }
    }
    let label = handed.marking.as_ref().map(|(marking, _)| marking.as_str());
    let page = Page { context: "http://www.w3.org/ns/anno.jsonld", id: urn(&handed.at.place()), kind: "AnnotationPage", label, items };
    Ok(pretty(&page)?.into_bytes())
}

fn annotation(held: &HeldBriefing, (claim, passage): (usize, usize), source: usize, selector: (Quote, Position)) -> Annotation<'_> {
    let said = &held.resolved.briefing.claims[claim];
    let place = Place::within(&held.id, Spot::Passage { claim: said.head.id.value.clone(), passage: passage + 1 });
    Annotation {
        id: urn(&place),
        kind: "Annotation",
        motivation: "describing",
        body: bodies(held, claim),
        target: Target { source: resource(held, source), selector },
    }
}

/// What is claimed, behind its portion mark, so that nobody shows the one without the other; as tags the mark, what the source
/// does, and how good source and claim are.
fn bodies(held: &HeldBriefing, claim: usize) -> Vec<Body<'_>> {
    let said = &held.resolved.briefing.claims[claim];
    let body = |value: Cow<'static, str>, purpose| Body { kind: "TextualBody", value, format: "text/plain", purpose };
    let portion = held.resolved.portion_of(Item { kind: ItemKind::Claim, index: claim });
    let text = said.text.as_ref().map_or_else(|| said.kind.map_or("", Vocabulary::word), |text| &text.value);
    let grade = grade_badge(held.resolved.grade(claim)).plain();
    let value = format!("{portion} {text}").trim_start().to_owned();
    let tags = [portion, said.kind.map_or_else(String::new, |kind| kind.word().to_owned()), grade];
    let tags = tags.into_iter().filter(|tag| !tag.is_empty()).map(|tag| body(tag.into(), "tagging"));
    std::iter::once(body(value.into(), "describing")).chain(tags).collect()
}

/// The file of its text, by its path in the library: positions are those of this file, whatever stands on the web.
fn resource(held: &HeldBriefing, at: usize) -> Resource {
    let source = &held.resolved.briefing.sources[at];
    let hash = || held.resolved.text(at).map_or_else(String::new, |text| format!("urn:sha256:{}", Digest::of(text)));
    Resource {
        id: source.file.as_ref().map_or_else(hash, |file| encoded(file)),
        kind: "Text",
        format: "text/plain",
        via: source.url.as_ref().and_then(|url| web_address(&url.value)),
    }
}

/// A name for what has no address on the web.
fn urn(place: &Place) -> String {
    format!("urn:bluf:{}", encoded(&place.to_string()))
}

/// As a part of an IRI: what is reserved there is written by its bytes.
fn encoded(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    text.bytes().map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn selector(text: &str, units: &Units<'_>, range: &Range<usize>) -> (Quote, Position) {
    let before = text[..range.start].char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let behind = text[range.end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| range.end + at);
    let place = units.of(range).code_points;
    let quote = Quote {
        kind: "TextQuoteSelector",
        exact: text[range.clone()].to_owned(),
        prefix: text[before..range.start].to_owned(),
        suffix: text[range.end..behind].to_owned(),
    };
    (quote, Position { kind: "TextPositionSelector", start: place.start, end: place.end })
}
