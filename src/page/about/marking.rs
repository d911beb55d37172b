//! Who may see a page: what stands on the first and the last line.

use crate::briefing::scale::{Marking, Vocabulary};
use crate::page::place::Place;
use crate::page::world::World;
use crate::text::{clip, neutral};

/// The marking of a briefing, or of all of them: as it is written, and its value where that is a marking.
///
/// All together have the narrowest, or none where one of them has no valid marking: what cannot be read must not look
/// free.
#[must_use]
pub fn marking(world: &World, briefing: Option<&str>) -> (String, Option<Marking>) {
    let none = || ("NO MARKING".to_owned(), None);
    if let Some(held) = briefing.and_then(|id| world.entry(id)) {
        let written = held.resolved.briefing.marking.as_ref();
        // What is no marking may be of any length, and other things stand on its line.
        return written.map_or_else(none, |word| (clip(&neutral(&word.text), 20).into_owned(), word.value));
    }
    let all: Option<Vec<Marking>> = world.entries().iter().map(|held| held.resolved.briefing.marking()).collect();
    all.and_then(|all| all.into_iter().max()).map_or_else(none, |narrowest| (narrowest.word().to_owned(), Some(narrowest)))
}

/// `None` for a place that shows nothing of any briefing, such as help. A list over briefings has the marking of all.
#[must_use]
pub fn marking_of(world: &World, place: &Place) -> Option<(String, Option<Marking>)> {
    match place {
        Place::In { briefing, .. } => Some(marking(world, Some(briefing))),
        Place::Library | Place::Notes | Place::Recent => Some(marking(world, None)),
        _ => None,
    }
}
