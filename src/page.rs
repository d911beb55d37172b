//! Places, their pages, and how a page becomes rows.
//!
//! Everything the reader can look at is a [`Place`], and [`page`] gives each its content: a [`Doc`]. The screen draws
//! a document's rows, the exports write its blocks.

pub mod address;
pub mod at;
pub mod citation;
pub mod doc;
pub mod figure;
pub mod flow;
pub mod guide;
pub mod name;
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
pub use at::{At, Found, NoPlace, locate, locate_in};
pub use doc::{Block, Body, Doc};
pub use flow::{Piece, Row, flow};
pub use guide::Guide;
pub use place::{Place, ScaleName, Side, Spot};
pub use words::{Role, Run, Text};
pub use world::World;

use crate::briefing::ItemKind;
use crate::briefing::scale::{Marking, Vocabulary};
use crate::library::HeldBriefing;
use crate::text::{clip, neutral};

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

/// The page of a place.
///
/// # Errors
///
/// The world has no such place.
pub fn page(world: &World, place: &Place) -> Result<Doc, NoPlace> {
    Ok(page_at(world, &locate(world, place)?))
}

/// The page of a place that was found, as anybody may have it: the reader's own notes are laid over it by whoever shows
/// it to that reader ([`notes::over`]).
#[must_use]
pub fn page_at(world: &World, at: &At<'_>) -> Doc {
    match at {
        At::Library => library::page(world),
        At::Help => help::page(world),
        At::Notes => notes::page(world),
        At::Recent => recent::page(world, &[]),
        At::Action(row) => help::action(row),
        At::Scale(name) => scale::page(*name),
        At::Themes => themes::page(world),
        At::Theme(row) => themes::page_of(row),
        At::Web(address) => web::page(address),
        At::In(held, found) => in_briefing(world, held, *found),
    }
}

fn in_briefing(world: &World, held: &HeldBriefing, found: Found) -> Doc {
    match found {
        Found::Cover => cover::page(held),
        Found::Section(section) => section::page(held, section),
        Found::Timeline => timeline::page(world, held),
        Found::Actors => actors::page(held),
        Found::Outlook => outlook::page(held),
        Found::Alternatives => alternatives::page(held),
        Found::Check => check::page(world.library.saved(held), held),
        Found::Tour => tour::page(world, held),
        Found::Change => change::page(held),
        Found::Drift(source) => drift::page(held, source),
        Found::Side { judgement, side } => match side {
            Side::Confidence => confidence::page(held, judgement),
            Side::Contrary => contrary::page(held, judgement),
            Side::Alternatives => alternatives::page_of(held, judgement),
        },
        Found::Sources | Found::Source { .. } | Found::Passage { .. } => match found.source(held) {
            Some(source) => source::page(held, source, found),
            None => source::list(held),
        },
        Found::Sentence { source, sentence } => sentence::page(held, source, sentence),
        Found::Item(item) => match item.kind {
            ItemKind::Judgement => judgement::page(held, item.index),
            ItemKind::Claim => claim::page(held, item.index),
            ItemKind::Actor => actor::page(held, item.index),
            _ => card::page(held, item),
        },
    }
}
