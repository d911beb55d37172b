//! Sources as CSL-JSON, for programs that write bibliographies.

use super::graph::{inside, pretty};
use super::page_set::Handed;
use super::{Bytes, graph::sources};
use crate::briefing::model::Text;
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Date, Item, ItemKind, Word};
use crate::library::HeldBriefing;
use crate::text::spaced;
use serde::Serialize;

#[derive(Debug, Serialize)]
struct Entry<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Day<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Day<'a>>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container: Option<&'a str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    annote: Option<&'a str>,
    custom: Custom<'a>,
}

/// Nobody can tell which part of a name is the family's.
#[derive(Debug, Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Debug, Serialize)]
struct Day<'a> {
    #[serde(rename = "date-parts", skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Vec<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    circa: Option<bool>,
    /// As it is written, where CSL has no parts for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<&'a str>,
}

/// What CSL has no field for.
#[derive(Debug, Serialize)]
struct Custom<'a> {
    briefing: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reliability: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marking: Option<&'a str>,
    /// What of the briefing is claimed from it, each with its portion mark.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<String>,
    /// The narrowest marking of all that is handed on with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    banner: Option<&'a str>,
}

/// Hayagriva's word for a source, for what it appeared in (any, where that is empty), and CSL's for both.
#[rustfmt::skip]
const KINDS: [(&str, &str, &str); 38] = [
    ("article", "newspaper", "article-newspaper"), ("article", "blog", "post-weblog"), ("article", "periodical", "article-journal"),
    ("article", "magazine", "article-magazine"), ("article", "proceedings", "paper-conference"), ("article", "conference", "paper-conference"),
    ("article", "web", "webpage"), ("article", "", "article"), ("web", "blog", "post-weblog"), ("web", "newspaper", "article-newspaper"), ("web", "", "webpage"),
    ("newspaper", "", "article-newspaper"), ("blog", "", "post-weblog"), ("post", "", "post"), ("thread", "", "post"), ("report", "", "report"),
    ("book", "", "book"), ("anthology", "", "collection"), ("anthos", "", "chapter"), ("chapter", "", "chapter"), ("entry", "", "entry"),
    ("reference", "", "book"), ("thesis", "", "thesis"), ("conference", "", "paper-conference"), ("proceedings", "", "book"), ("periodical", "", "periodical"),
    ("legislation", "", "legislation"), ("case", "", "legal_case"), ("treaty", "", "treaty"), ("patent", "", "patent"), ("manuscript", "", "manuscript"),
    ("video", "", "motion_picture"), ("audio", "", "broadcast"), ("interview", "", "interview"), ("speech", "", "speech"), ("artwork", "", "graphic"),
    ("repository", "", "software"), ("dataset", "", "dataset"),
];

/// # Errors
///
/// What was asked for is in no briefing.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let (held, _) = inside(handed, "a bibliography")?;
    let entries: Vec<Entry<'_>> = sources(handed).into_iter().map(|at| Entry::of(handed, held, at)).collect();
    Ok(pretty(&entries)?.into_bytes())
}

impl<'a> Entry<'a> {
    fn of(handed: &'a Handed<'_>, held: &'a HeldBriefing, at: usize) -> Self {
        let source = &held.resolved.briefing.sources[at];
        let text = |text: &'a Option<Text>| text.as_ref().map(|text| text.value.as_str());
        Self {
            id: &source.head.id,
            kind: kind(text(&source.kind), text(&source.publication)),
            title: text(&source.title),
            author: source.authors.iter().map(|name| Name { literal: name }).collect(),
            issued: source.date.as_ref().map(Day::of),
            accessed: source.retrieved.as_ref().map(Day::of),
            container: text(&source.publisher),
            url: text(&source.url),
            annote: text(&source.descriptor),
            custom: Custom {
                briefing: &held.id,
                file: text(&source.file),
                sha256: source.sha256.as_ref().map(|word| word.text.as_str()),
                origin: text(&source.origin),
                reliability: source.reliability.as_ref().map(|word| word.value.map_or(word.text.as_str(), |grade| grade.word())),
                marking: source.head.marking.as_ref().map(|word| word.text.as_str()),
                claims: claims(handed, held, at),
                banner: handed.marking.as_ref().map(|(marking, _)| marking.as_str()),
            },
        }
    }
}

/// "(S//NF) C4": the claims that are handed on and quote the source, each behind its portion mark where it has one.
fn claims(handed: &Handed<'_>, held: &HeldBriefing, source: usize) -> Vec<String> {
    let quotes = |item: &Item| item.kind == ItemKind::Claim && held.resolved.sources_of(item.index).contains(&source);
    let marked = |item: Item| spaced(&held.resolved.portion_of(item)) + held.resolved.briefing.id_of(item);
    handed.items().into_iter().filter(quotes).map(marked).collect()
}

fn kind(written: Option<&str>, within: Option<&str>) -> &'static str {
    let same = |word: &str, written: Option<&str>| written.is_some_and(|written| word.eq_ignore_ascii_case(written));
    let fits = |(own, parent, _): &&(&str, &str, &str)| same(own, written) && (parent.is_empty() || same(parent, within));
    KINDS.iter().find(fits).map_or("document", |(.., kind)| kind)
}

impl<'a> Day<'a> {
    fn of(word: &'a Word<Date>) -> Self {
        let written = word.text.as_str();
        let plain =
            |end: &str| end.trim_end_matches(['~', '?', '%']).split('-').map(|part| part.parse().ok()).collect::<Option<Vec<i32>>>();
        let ends: Option<Vec<Vec<i32>>> = word.value.as_ref().and_then(|_| written.split('/').map(plain).collect());
        let nothing = Self { parts: Vec::new(), season: None, circa: None, literal: Some(written) };
        let circa = written.contains(['~', '?', '%']).then_some(true);
        match ends.as_deref() {
            // EDTF counts seasons from 21 on.
            Some([end]) => match end[..] {
                [year, season @ 21..=24] => Self { parts: vec![vec![year]], season: Some(season - 20), circa, literal: None },
                _ => Self { parts: vec![end.clone()], season: None, circa, literal: None },
            },
            Some([from, to]) if [from, to].iter().all(|end| end.get(1).is_none_or(|month| *month <= 12)) => {
                Self { parts: vec![from.clone(), to.clone()], season: None, circa, literal: None }
            }
            _ => nothing,
        }
    }
}
