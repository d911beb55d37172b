//! Where in the file of its briefing a place is written: where an editor opens.

use crate::briefing::resolved::{Anchored, Resolved};
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::at::{Found, locate_in};
use crate::page::doc::Doc;
use crate::page::place::Place;
use crate::page::world::World;

/// The briefing that a place is in, and the byte of its file where the place is written: an item at its id, a passage
/// and a sentence at the quoted words, a section at its name, everything else at the id of the briefing.
#[must_use]
pub fn written<'a>(world: &'a World, place: &Place) -> Option<(&'a HeldBriefing, usize)> {
    let held = world.entry(place.briefing()?)?;
    let at = locate_in(world, place).and_then(|(held, found)| in_file(held, found));
    Some((held, at.unwrap_or(held.resolved.briefing.id_span.start)))
}

/// The same for a stop on the page `doc` of the place `here`.
#[must_use]
pub fn written_at_stop<'a>(world: &'a World, here: &Place, doc: &Doc, stop: usize) -> Option<(&'a HeldBriefing, usize)> {
    if let Some(at) = doc.row_of(stop).and_then(|row| row.written) {
        return Some((world.library.saved(world.entry(here.briefing()?)?), at));
    }
    let to = doc.links.get(stop)?;
    // Several claims may quote a sentence: the one whose passage is open is meant.
    written(world, if is_in_passage(world, here, to) { here } else { to })
}

/// Whether `to` is a sentence of the passage that `here` opens.
#[must_use]
pub fn is_in_passage(world: &World, here: &Place, to: &Place) -> bool {
    let (Some((held, Found::Passage { claim, passage })), Some((_, Found::Sentence { source, sentence }))) =
        (locate_in(world, here), locate_in(world, to))
    else {
        return false;
    };
    touches(&held.resolved, &held.resolved.evidence().passages[claim][passage], source, sentence)
}

fn touches(resolved: &Resolved, anchored: &Anchored, source: usize, sentence: usize) -> bool {
    let range = anchored.anchor.range().filter(|_| anchored.source == Some(source));
    range.zip(resolved.text(source)).is_some_and(|(range, text)| text.sentences_in(&range).contains(&sentence))
}

fn in_file(held: &HeldBriefing, found: Found) -> Option<usize> {
    let briefing = &held.resolved.briefing;
    let id = |item: Item| briefing.head(item).id.span.start;
    match found.subject(held) {
        Found::Item(item) => Some(id(item)),
        Found::Section(section) => Some(briefing.sections[section].span.start),
        Found::Passage { claim, passage } => Some(briefing.claims[claim].passages[passage].exact.span.start),
        Found::Sentence { source, sentence } => {
            in_sentence(&held.resolved, source, sentence).or(Some(id(Item { kind: ItemKind::Source, index: source })))
        }
        _ => None,
    }
}

/// Where a sentence is quoted: by the first claim, or where it is set aside.
fn in_sentence(resolved: &Resolved, source: usize, sentence: usize) -> Option<usize> {
    let evidence = resolved.evidence();
    let coverage = evidence.coverage.get(source)?.get(sentence)?;
    if let Some(claim) = coverage.claims.first() {
        let passage = evidence.passages.get(*claim)?.iter().position(|anchored| touches(resolved, anchored, source, sentence))?;
        return Some(resolved.briefing.claims[*claim].passages.get(passage)?.exact.span.start);
    }
    let aside = resolved.briefing.sources[source].set_aside.get(*coverage.set_aside.first()?)?;
    Some(aside.span().start)
}
