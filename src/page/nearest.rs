//! Where a place leads when its library was read anew: to itself, or to the nearest that is still there.

use super::place::{Place, Spot};
use super::tabs::holder;
use super::{beginning, page};
use crate::library::World;

/// The place under the id that its briefing has now. A briefing is known by its file: an id can be edited.
#[must_use]
pub fn renamed(before: &World, now: &World, place: &Place) -> Place {
    let Place::In { briefing, spot } = place else { return place.clone() };
    let path = before.entry(briefing).map(|entry| &entry.path);
    let entry = now.entries().iter().find(|entry| Some(&entry.path) == path);
    entry.map_or_else(|| place.clone(), |entry| Place::within(&entry.id, spot.clone()))
}

/// The nearest place that `now` has: a passage steps up to its claim, a sentence to its source, an item to the tab that
/// held it, everything to the cover, and the cover of a briefing that is gone to where people begin.
#[must_use]
pub fn nearest(before: &World, now: &World, place: &Place) -> Place {
    let mut old = place.clone();
    loop {
        let new = renamed(before, now, &old);
        if page(now, &new).is_ok() {
            return new;
        }
        match step_up(before, &old) {
            Some(above) => old = above,
            None => return beginning(now),
        }
    }
}

/// The place that a place belongs to.
fn step_up(world: &World, place: &Place) -> Option<Place> {
    let Place::In { briefing, spot } = place else { return None };
    let above = match spot {
        Spot::Cover => return None,
        Spot::Passage { claim, .. } => Spot::Item(claim.clone()),
        Spot::Sentence { source, .. } | Spot::Source { source, sentence: Some(_) } => {
            Spot::Source { source: source.clone(), sentence: None }
        }
        Spot::Source { sentence: None, .. } => Spot::Sources,
        Spot::Drift { source } => Spot::Source { source: source.clone(), sentence: None },
        Spot::Side { judgement, .. } => Spot::Item(judgement.clone()),
        Spot::Item(_) => world.entry(briefing).map_or(Spot::Cover, |entry| holder(entry, spot)),
        _ => Spot::Cover,
    };
    Some(Place::within(briefing, above))
}
