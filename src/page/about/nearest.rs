//! Where a place leads once the library was read anew: to itself, or to the nearest that is still there.

use super::tabs::tab_of;
use crate::briefing::change::former_ids;
use crate::library::HeldBriefing;
use crate::page::at::{Found, beginning, locate, locate_in};
use crate::page::place::Place;
use crate::page::world::World;
use crate::personal::last_place::Quoted;

/// How many characters of a sentence or a passage are kept to know it again.
const KNOWN_BY: usize = 80;

/// A place with the words that its number stands for.
#[must_use]
pub fn quoted(world: &World, place: &Place) -> Quoted {
    let words = locate_in(world, place).and_then(|(held, found)| found.quote(held));
    Quoted { address: place.to_string(), words: words.map_or_else(String::new, |words| words.chars().take(KNOWN_BY).collect()) }
}

/// The place that was quoted: its number is the one that the words have now. `None` for what is no address.
#[must_use]
pub fn found(world: &World, quoted: &Quoted) -> Option<Place> {
    let place = quoted.address.parse().ok()?;
    if quoted.words.is_empty() {
        // No number stands for words, so the briefing need not be read for it.
        return Some(place);
    }
    Some(renumbered(world, &place, &quoted.words).unwrap_or(place))
}

/// The place with the number that the words have now. Of several it is the nearest to the number that they had; `None`
/// where the words are gone.
fn renumbered(world: &World, place: &Place, words: &str) -> Option<Place> {
    let begins = |held: &HeldBriefing, found: Found| !words.is_empty() && found.quote(held).is_some_and(|text| text.starts_with(words));
    if locate_in(world, place).is_some_and(|(held, found)| begins(held, found)) {
        return Some(place.clone());
    }
    let (container, before) = place.numbered()?;
    let (held, container) = locate_in(world, &container)?;
    let same = container.numbered(held).filter(|found| begins(held, *found));
    let numbers = same.filter_map(|found| Some(found.place(held).numbered()?.1));
    place.with_number(numbers.min_by_key(|number| (number.kind != before.kind, number.of_kind.abs_diff(before.of_kind)))?)
}

/// The place under the id of its briefing, the id of its item and the number of its words today. A briefing is known by its
/// file, since its id can be edited.
#[must_use]
pub fn renamed(before: &World, now: &World, place: &Place) -> Place {
    let Some(briefing) = place.briefing() else { return place.clone() };
    let path = before.entry(briefing).map(|held| &held.path);
    let held = now.entry(briefing).filter(|held| Some(&held.path) == path);
    let held = held.or_else(|| now.entries().into_iter().find(|held| Some(&held.path) == path).map(|held| &**held));
    let renamed = held.map_or_else(|| place.clone(), |held| place.in_briefing(&held.id));
    match quoted(before, place).words.as_str() {
        "" => held.and_then(|held| under_its_new_id(before, held, place)).unwrap_or(renamed),
        words => renumbered(now, &renamed, words).unwrap_or(renamed),
    }
}

/// An item whose id is gone, where another has its words.
fn under_its_new_id(before: &World, now: &HeldBriefing, place: &Place) -> Option<Place> {
    let Some((then, Found::Item(item))) = locate_in(before, place) else { return None };
    let (then, today) = (&then.resolved.briefing, &now.resolved);
    let id = then.id_of(item);
    if today.graph.find(id).is_some() {
        return None;
    }
    let former = former_ids(then, &today.briefing);
    let same = former.iter().find(|former| former.kind == item.kind && former.then == id)?;
    Some(Place::item(&now.id, &same.now))
}

/// The nearest place that `now` has: a passage steps up to its claim, a sentence to its source, an item to the tab that
/// held it, everything to the cover, and the cover of a briefing that is gone to where people begin.
#[must_use]
pub fn nearest(before: &World, now: &World, place: &Place) -> Place {
    let mut old = place.clone();
    loop {
        let new = renamed(before, now, &old);
        if locate(now, &new).is_ok() {
            return new;
        }
        match step_up(before, &old) {
            Some(above) => old = above,
            None => return beginning(now),
        }
    }
}

fn step_up(world: &World, place: &Place) -> Option<Place> {
    match locate_in(world, place) {
        Some((held, item @ Found::Item(_))) => Some(tab_of(held, item).place(held)),
        _ => place.above(),
    }
}
