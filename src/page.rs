//! Places, their pages, and how a page becomes rows.
//!
//! Everything the reader can look at is a [`Place`], and [`page`] gives each its content: a [`Doc`]. The screen draws
//! a document's rows, the exports write its blocks.

pub mod address;
pub mod citation;
pub mod doc;
pub mod figure;
pub mod flow;
pub mod guide;
pub mod nearest;
pub mod notes;
pub mod place;
pub mod search;
pub mod tabs;
pub mod words;
pub mod world;
pub mod written;

mod actor;
mod actors;
mod alternatives;
mod build;
mod card;
mod change;
mod check;
mod claim;
mod confidence;
mod contrary;
mod cover;
mod drift;
pub mod help;
mod judgement;
mod library;
mod links;
mod outlook;
pub mod recent;
mod scale;
mod section;
mod sentence;
mod short;
mod source;
mod themes;
mod ties;
mod timeline;
mod tour;
mod web;

pub use address::Address;
pub use doc::{Block, Body, Doc};
pub use flow::{Piece, Row, flow};
pub use guide::Guide;
pub use place::{Place, ScaleName, Side, Spot};
pub use words::{Role, Run, Text};
pub use world::World;

use crate::briefing::ItemKind;
use crate::briefing::scale::{Marking, Vocabulary};
use crate::library::HeldBriefing;
use crate::text::{clip, count, nearest_word, neutral, with_article};

/// The marking that stands on a page: its words, and its value where they are a marking.
///
/// A briefing's page has the briefing's; the list of briefings has the narrowest of all, or none where one of them has
/// no valid marking: what cannot be read must not look free. Help and scales have none of their own.
#[must_use]
pub fn marking(world: &World, briefing: Option<&str>) -> (String, Option<Marking>) {
    let none = || ("NO MARKING".to_owned(), None);
    if let Some(entry) = briefing.and_then(|id| world.entry(id)) {
        let written = entry.resolved.briefing.marking.as_ref();
        return written.map_or_else(none, |word| (clip(&neutral(&word.text), 20).into_owned(), word.value));
    }
    let all: Option<Vec<Marking>> = world.entries().iter().map(|entry| entry.resolved.briefing.marking()).collect();
    all.and_then(|all| all.into_iter().max()).map_or_else(none, |narrowest| (narrowest.word().to_owned(), Some(narrowest)))
}

/// The marking of a place; none where it shows nothing of any briefing. A list over briefings has the narrowest of all.
#[must_use]
pub fn marking_of(world: &World, place: &Place) -> Option<(String, Option<Marking>)> {
    match place {
        Place::In { briefing, .. } => Some(marking(world, Some(briefing))),
        Place::Library | Place::Notes | Place::Recent => Some(marking(world, None)),
        _ => None,
    }
}

/// Where people begin who name no place: the cover of the only briefing, or the list of several.
#[must_use]
pub fn beginning(world: &World) -> Place {
    match world.entries() {
        [only] => Place::within(&only.id, Spot::Cover),
        _ => Place::Library,
    }
}

/// There is no such place; says why, and what may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoPlace(pub String);

impl std::fmt::Display for NoPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoPlace {}

/// The page of a place.
///
/// # Errors
///
/// The world has no such place.
pub fn page(world: &World, place: &Place) -> Result<Doc, NoPlace> {
    let mut doc = without_notes(world, place)?;
    notes::add(world, place, &mut doc);
    Ok(doc)
}

fn without_notes(world: &World, place: &Place) -> Result<Doc, NoPlace> {
    match place {
        Place::Library => Ok(library::page(world)),
        Place::Help => Ok(help::page(world)),
        Place::Notes => Ok(notes::page(world)),
        Place::Recent => Ok(recent::page(world, &[])),
        Place::Action(name) => {
            let names = world.guide.actions.iter().map(|row| row.name);
            help::action(world, name).ok_or_else(|| missing(&format!("no action `{name}`"), nearest_word(name, names)))
        }
        Place::Scale(name) => Ok(scale::page(*name)),
        Place::Themes => Ok(themes::page(world)),
        Place::Theme(name) => themes::page_of(world, name),
        Place::Web(address) => Ok(web::page(address)),
        Place::In { briefing, spot } => {
            let Some(entry) = world.entry(briefing) else {
                let ids = world.entries().iter().map(|entry| entry.id.as_str());
                return Err(missing(&format!("no briefing `{briefing}` in this library"), nearest_word(briefing, ids)));
            };
            in_briefing(world, entry, spot)
        }
    }
}

fn in_briefing(world: &World, entry: &HeldBriefing, spot: &Spot) -> Result<Doc, NoPlace> {
    let resolved = &entry.resolved;
    match spot {
        Spot::Cover => Ok(cover::page(entry)),
        Spot::Section(slug) => {
            let sections = &resolved.briefing.sections;
            if let Some(section) = sections.iter().position(|section| section.value == *slug) {
                Ok(section::page(entry, section))
            } else {
                let names =
                    sections.iter().map(|section| section.value.as_str()).chain(crate::briefing::parse::VIEWS).filter(|name| name != slug);
                Err(missing(&format!("no section `{slug}` in {}", entry.id), nearest_word(slug, names)))
            }
        }
        Spot::Timeline => Ok(timeline::page(world, entry)),
        Spot::Actors => Ok(actors::page(entry)),
        Spot::Outlook => Ok(outlook::page(entry)),
        Spot::Alternatives => Ok(alternatives::page(entry)),
        Spot::Check => Ok(check::page(world.library.saved(entry), entry)),
        Spot::Tour => Ok(tour::page(world, entry)),
        Spot::Change => change::page(entry).ok_or_else(|| NoPlace(format!("{} has no edition before it", entry.id))),
        Spot::Drift { source } => Ok(drift::page(entry, find_source(entry, source)?)),
        Spot::Side { judgement, side } => {
            let index = find(entry, judgement, ItemKind::Judgement)?;
            Ok(match side {
                Side::Confidence => confidence::page(entry, index),
                Side::Contrary => contrary::page(entry, index),
                Side::Alternatives => alternatives::page_of(entry, index),
            })
        }
        Spot::Sources => Ok(match resolved.briefing.sources.len() {
            1 => source::page(entry, 0, None),
            _ => source::list(entry),
        }),
        Spot::Source { source, sentence } => {
            let at = find_source(entry, source)?;
            if let Some(sentence) = sentence {
                find_sentence(entry, at, *sentence)?;
            }
            Ok(source::page(entry, at, sentence.map(|number| source::Lit::Sentence(number - 1))))
        }
        Spot::Sentence { source, sentence } => {
            let at = find_source(entry, source)?;
            let index = find_sentence(entry, at, *sentence)?;
            Ok(sentence::page(entry, at, index))
        }
        Spot::Passage { claim, passage } => {
            let index = find(entry, claim, ItemKind::Claim)?;
            let anchored = passage.checked_sub(1).and_then(|at| resolved.evidence().passages[index].get(at));
            match anchored.and_then(|anchored| anchored.source) {
                Some(source) => Ok(source::page(entry, source, Some(source::Lit::Passage { claim: index, passage: passage - 1 }))),
                None => Err(NoPlace(format!("claim {claim} has {}", count(resolved.evidence().passages[index].len(), "passage")))),
            }
        }
        Spot::Item(id) => {
            let Some(item) = resolved.graph.find(id) else { return Err(no_item(entry, id)) };
            Ok(match item.kind {
                ItemKind::Judgement => judgement::page(entry, item.index),
                ItemKind::Claim => claim::page(entry, item.index),
                ItemKind::Actor => actor::page(entry, item.index),
                _ => card::page(entry, item),
            })
        }
    }
}

/// The 0-based index of the item of a kind with an id.
fn find(entry: &HeldBriefing, id: &str, kind: ItemKind) -> Result<usize, NoPlace> {
    match entry.resolved.graph.find(id) {
        Some(item) if item.kind == kind => Ok(item.index),
        Some(other) => {
            let words = format!("`{id}` in {} is {}, and not {}", entry.id, with_article(other.kind.name()), with_article(kind.name()));
            Err(NoPlace(words))
        }
        None => Err(no_item(entry, id)),
    }
}

fn find_source(entry: &HeldBriefing, id: &str) -> Result<usize, NoPlace> {
    let sources = &entry.resolved.briefing.sources;
    sources.iter().position(|source| source.head.id.value == id).map_or_else(|| find(entry, id, ItemKind::Source), Ok)
}

/// The 0-based index of the sentence with a 1-based number.
fn find_sentence(entry: &HeldBriefing, source: usize, number: usize) -> Result<usize, NoPlace> {
    let sentences = entry.resolved.evidence().coverage[source].len();
    let id = &entry.resolved.briefing.sources[source].head.id.value;
    if (1..=sentences).contains(&number) {
        Ok(number - 1)
    } else {
        Err(NoPlace(format!("{id} has {}, and no sentence {number}", count(sentences, "sentence"))))
    }
}

fn no_item(entry: &HeldBriefing, id: &str) -> NoPlace {
    let mut ids: Vec<&str> = entry.resolved.graph.ids().collect();
    ids.sort_unstable();
    missing(&format!("no item `{id}` in {}", entry.id), nearest_word(id, ids))
}

fn missing(what: &str, near: Option<&str>) -> NoPlace {
    NoPlace(near.map_or_else(|| what.to_owned(), |near| format!("{what}; did you mean `{near}`?")))
}
