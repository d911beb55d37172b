//! Who may see a page.

use crate::briefing::scale::{Marking, Vocabulary};
use crate::page::place::Place;
use crate::page::world::World;
use crate::text::{clip, neutral};

/// The marking that stands on a page: its words, and its value where they are a marking.
///
/// A briefing's page has the briefing's; the list of briefings has the narrowest of all, or none where one of them has
/// no valid marking: what cannot be read must not look free. Help and scales have none of their own.
#[must_use]
pub fn marking(world: &World, briefing: Option<&str>) -> (String, Option<Marking>) {
    let none = || ("NO MARKING".to_owned(), None);
    if let Some(held) = briefing.and_then(|id| world.entry(id)) {
        let written = held.resolved.briefing.marking.as_ref();
        return written.map_or_else(none, |word| (clip(&neutral(&word.text), 20).into_owned(), word.value));
    }
    let all: Option<Vec<Marking>> = world.entries().iter().map(|held| held.resolved.briefing.marking()).collect();
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
