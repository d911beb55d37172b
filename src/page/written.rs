//! Where in the file of its briefing a place is written: what an editor opens.

use super::doc::Doc;
use super::place::{Place, Spot};
use super::world::World;
use crate::briefing::resolved::{Anchored, Resolved};
use crate::library::HeldBriefing;

/// The briefing that a place is in, and the byte of its file where the place is written: an item at its id, a passage
/// and a sentence at the quoted words, a section at its name, everything else where the briefing begins, at its own id.
/// None for what stands in no briefing.
#[must_use]
pub fn written<'a>(world: &'a World, place: &Place) -> Option<(&'a HeldBriefing, usize)> {
    let Place::In { briefing, spot } = place else { return None };
    let entry = world.entry(briefing)?;
    Some((entry, in_file(&entry.resolved, spot).unwrap_or(entry.resolved.briefing.id_span.start)))
}

/// The same for the stop `stop` on the page `doc` of the place `here`.
#[must_use]
pub fn written_at_stop<'a>(world: &'a World, here: &Place, doc: &Doc, stop: usize) -> Option<(&'a HeldBriefing, usize)> {
    if let Some(at) = doc.row_of(stop).and_then(|row| row.written) {
        return Some((world.library.saved(world.entry(here.briefing()?)?), at));
    }
    let to = doc.links.get(stop)?;
    // A sentence may be in passages of several claims; the one that is open is meant.
    let open = is_in_passage(world, here, to).unwrap_or(false);
    written(world, if open { here } else { to })
}

/// Whether `to` is a sentence of the passage that `here` opens.
pub(crate) fn is_in_passage(world: &World, here: &Place, to: &Place) -> Option<bool> {
    let (Spot::Passage { claim, passage }, Spot::Sentence { source, sentence }) = (here.spot()?, to.spot()?) else { return None };
    let resolved = &world.entry(here.briefing()?)?.resolved;
    let anchored = resolved.evidence().passages.get(resolved.graph.find(claim)?.index)?.get(passage.checked_sub(1)?)?;
    touches(resolved, anchored, resolved.graph.find(source)?.index, sentence.checked_sub(1)?)
}

/// Whether a passage is quoted from a sentence of a source, both by their index.
fn touches(resolved: &Resolved, anchored: &Anchored, source: usize, sentence: usize) -> Option<bool> {
    let range = anchored.anchor.range().filter(|_| anchored.source == Some(source))?;
    Some(resolved.text(source)?.sentences_in(&range).contains(&sentence))
}

fn in_file(resolved: &Resolved, spot: &Spot) -> Option<usize> {
    match spot {
        Spot::Item(id) | Spot::Source { source: id, sentence: None } | Spot::Side { judgement: id, .. } | Spot::Drift { source: id } => {
            item(resolved, id)
        }
        Spot::Section(slug) => resolved.briefing.sections.iter().find(|section| section.value == *slug).map(|section| section.span.start),
        Spot::Passage { claim, passage } => quoted(resolved, claim, passage.checked_sub(1)?).or_else(|| item(resolved, claim)),
        Spot::Sentence { source, sentence } | Spot::Source { source, sentence: Some(sentence) } => {
            sentence.checked_sub(1).and_then(|sentence| in_sentence(resolved, source, sentence)).or_else(|| item(resolved, source))
        }
        Spot::Cover
        | Spot::Timeline
        | Spot::Actors
        | Spot::Outlook
        | Spot::Alternatives
        | Spot::Check
        | Spot::Change
        | Spot::Tour
        | Spot::Sources => None,
    }
}

/// Where an item's id stands.
fn item(resolved: &Resolved, id: &str) -> Option<usize> {
    Some(resolved.briefing.head(resolved.graph.find(id)?).id.span.start)
}

/// Where the words of a claim's passage stand.
fn quoted(resolved: &Resolved, claim: &str, passage: usize) -> Option<usize> {
    let claim = resolved.briefing.claims.iter().find(|described| described.head.id.value == claim)?;
    Some(claim.passages.get(passage)?.exact.span.start)
}

/// Where words of a sentence are quoted: by the first claim that does, else where they are set aside.
fn in_sentence(resolved: &Resolved, source: &str, sentence: usize) -> Option<usize> {
    let source = resolved.graph.find(source)?.index;
    let evidence = resolved.evidence();
    let coverage = evidence.coverage.get(source)?.get(sentence)?;
    if let Some(claim) = coverage.claims.first() {
        let passages = evidence.passages.get(*claim)?;
        let passage = passages.iter().position(|anchored| touches(resolved, anchored, source, sentence) == Some(true))?;
        return Some(resolved.briefing.claims[*claim].passages.get(passage)?.exact.span.start);
    }
    let aside = resolved.briefing.sources[source].set_aside.get(*coverage.set_aside.first()?)?;
    Some(aside.passage.exact.span.start)
}
