//! Where a place leads when its library was read anew: to itself, or to the nearest that is still there.

use super::place::{Place, Spot};
use super::tabs::holder;
use super::world::World;
use super::{beginning, page};
use crate::briefing::Resolved;
use crate::own::state::Quoted;

/// How much of a sentence or a passage is kept to know it again, in characters.
const KNOWN_BY: usize = 80;

/// A place with the words that its number stands for.
#[must_use]
pub fn quoted(world: &World, place: &Place) -> Quoted {
    let words = place.briefing().and_then(|id| {
        let resolved = &world.entry(id)?.resolved;
        match place.spot()? {
            Spot::Sentence { source, sentence } | Spot::Source { source, sentence: Some(sentence) } => {
                sentences(resolved, source)?.nth(sentence.checked_sub(1)?)
            }
            Spot::Passage { claim, passage } => passages(resolved, claim)?.nth(passage.checked_sub(1)?),
            _ => None,
        }
    });
    Quoted { address: place.to_string(), words: words.map_or_else(String::new, |words| words.chars().take(KNOWN_BY).collect()) }
}

/// The place that was quoted: a number stands for the words that it stood for then. None for what is no address.
#[must_use]
pub fn found(world: &World, quoted: &Quoted) -> Option<Place> {
    let place = quoted.address.parse().ok()?;
    Some(renumbered(world, &place, &quoted.words).unwrap_or(place))
}

/// The place with the number that the words have now; none where they are nowhere.
fn renumbered(world: &World, place: &Place, words: &str) -> Option<Place> {
    let Place::In { briefing, spot } = place else { return None };
    let resolved = &world.entry(briefing)?.resolved;
    let spot = match spot {
        Spot::Sentence { source, sentence } => {
            Spot::Sentence { source: source.clone(), sentence: number(|| sentences(resolved, source), *sentence, words)? }
        }
        Spot::Source { source, sentence: Some(sentence) } => {
            Spot::Source { source: source.clone(), sentence: Some(number(|| sentences(resolved, source), *sentence, words)?) }
        }
        Spot::Passage { claim, passage } => {
            Spot::Passage { claim: claim.clone(), passage: number(|| passages(resolved, claim), *passage, words)? }
        }
        _ => return None,
    };
    Some(Place::within(briefing, spot))
}

/// The 1-based number of the text that begins with `words`: the one it had, else the nearest to it.
fn number<'a, I: Iterator<Item = &'a str>>(texts: impl Fn() -> Option<I>, before: usize, words: &str) -> Option<usize> {
    let begins = |text: &str| !words.is_empty() && text.starts_with(words);
    if texts()?.nth(before.checked_sub(1)?).is_some_and(begins) {
        return Some(before);
    }
    let numbers = (1..).zip(texts()?).filter(|(_, text)| begins(text)).map(|(number, _)| number);
    numbers.min_by_key(|number: &usize| number.abs_diff(before))
}

/// The sentences of a source, in order.
fn sentences<'a>(resolved: &'a Resolved, source: &str) -> Option<impl Iterator<Item = &'a str> + use<'a>> {
    let text = resolved.text(resolved.graph.find(source)?.index)?;
    Some(text.sentences().iter().map(|sentence| &text.text()[sentence.range.clone()]))
}

/// The passages of a claim, in order.
fn passages<'a>(resolved: &'a Resolved, claim: &str) -> Option<impl Iterator<Item = &'a str> + use<'a>> {
    let claim = resolved.briefing.claims.iter().find(|described| described.head.id.value == claim)?;
    Some(claim.passages.iter().map(|passage| passage.exact.value.as_str()))
}

/// The place under the id that its briefing has now, with the number that its words have now. A briefing is known by its
/// file: an id can be edited.
#[must_use]
pub fn renamed(before: &World, now: &World, place: &Place) -> Place {
    let Place::In { briefing, spot } = place else { return place.clone() };
    let path = before.entry(briefing).map(|entry| &entry.path);
    let entry = now.entry(briefing).filter(|entry| Some(&entry.path) == path);
    let entry = entry.or_else(|| now.entries().iter().find(|entry| Some(&entry.path) == path).map(|entry| &**entry));
    let renamed = entry.map_or_else(|| place.clone(), |entry| Place::within(&entry.id, spot.clone()));
    match quoted(before, place).words.as_str() {
        "" => renamed,
        words => renumbered(now, &renamed, words).unwrap_or(renamed),
    }
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
