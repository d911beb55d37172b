//! The pages, a file each.

mod actor;
mod actors;
mod alternatives;
mod candidates;
mod card;
mod change;
mod check;
mod claim;
mod confidence;
mod contrary;
mod cover;
mod drift;
pub mod filters;
pub mod formats;
pub mod help;
pub mod hits;
mod if_false;
mod judgement;
pub mod library;
mod links;
mod outlook;
pub mod question;
pub mod recent;
pub mod saved;
mod scale;
mod section;
mod sentence;
pub mod slide;
mod source;
mod themes;
mod ties;
mod timeline;
mod tour;
mod used_elsewhere;
mod web;
pub mod whole_library;

use super::about::notes;
use super::at::{At, Found, NoPlace, locate};
use super::doc::Doc;
use super::place::{Place, Side};
use super::world::World;
use crate::briefing::ItemKind;
use crate::catalogue::Listing;
use crate::library::HeldBriefing;

/// # Errors
///
/// The world has no such place.
pub fn page(world: &World, place: &Place) -> Result<Doc, NoPlace> {
    Ok(page_at(world, &locate(world, place)?))
}

/// The page as anybody may have it, and exports hand it on. Whoever shows it to the reader lays the reader's own notes
/// over it ([`crate::page::about::notes::over`]).
#[must_use]
pub fn page_at(world: &World, at: &At<'_>) -> Doc {
    match at {
        At::Library => saved::over(world, library::page(world)),
        At::Help => help::page(world),
        At::Notes => notes::page(world),
        At::Recent => recent::page(world, &[]),
        At::Action(row) => help::action(row),
        At::Scale(name) => scale::page(*name),
        At::Themes => themes::page(world),
        At::Theme(row) => themes::page_of(row),
        At::Web(address) => web::page(address),
        At::Search(query) => hits::page(world, query),
        At::Over(over) => whole_library::page(world, over),
        At::Saved(search) => saved::page(world, search),
        At::Filters | At::Filter(_) | At::Sort(_) | At::Group(_) => filters::page(world, &Listing::default(), at),
        At::Question(held, words) => question::page(world, held, words),
        At::Formats(held, found) => formats::page(world, held, *found),
        At::Export(row, held, found) => formats::page_of(world, row, held, *found),
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
        Found::Candidates => candidates::page(held),
        Found::Check => check::page(world.library.saved(held), held),
        Found::Tour => tour::page(world, held),
        Found::Slide(at) => slide::page(held, at),
        Found::Change => change::page(held),
        Found::Drift(source) => drift::page(held, source),
        Found::Side { judgement, side } => match side {
            Side::Confidence => confidence::page(held, judgement),
            Side::Contrary => contrary::page(held, judgement),
            Side::Alternatives => alternatives::page_of(held, judgement),
        },
        Found::IfFalse(item) => match item.kind {
            ItemKind::Judgement => if_false::carried(held, item.index),
            _ => if_false::page(held, item),
        },
        Found::Sources | Found::Source { .. } | Found::Passage { .. } => match found.source(held) {
            Some(source) => source::page(world, held, source, found),
            None => source::list(world, held),
        },
        Found::Sentence { source, sentence } => sentence::page(held, source, sentence),
        Found::Item(item) => match item.kind {
            ItemKind::Judgement => judgement::page(held, item.index),
            ItemKind::Claim => claim::page(held, item.index),
            ItemKind::Actor => actor::page(world, held, item.index),
            _ => card::page(world, held, item),
        },
    }
}
