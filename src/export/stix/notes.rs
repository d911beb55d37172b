//! What is claimed, judged, watched and not known, as notes; dissents as opinions.

use super::Making;
use super::actors::pairs;
use super::labels::{labels, quoted};
use super::object::{Note, Object, Opinion, What};
use super::sources::reference;
use crate::briefing::scale::Confidence;
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::export::as_lines;

/// Of all items that are no actor, no source, and nothing between two actors.
pub fn all(making: &Making<'_>) -> Vec<Object> {
    let has_note = |item: &&Item| !matches!(item.kind, ItemKind::Actor | ItemKind::Source) && pairs(making, **item).is_empty();
    making.ordered.iter().filter(has_note).map(|item| of(making, *item)).collect()
}

/// What the report's own properties have no room for.
pub fn of_briefing(making: &Making<'_>) -> Object {
    let briefing = &making.held.resolved.briefing;
    let what = Note {
        headline: making.held.id.clone(),
        content: as_lines::of_briefing(briefing).into_text(),
        authors: briefing.authors.iter().map(|author| author.value.clone()).collect(),
        object_refs: vec![making.ids.report()],
    };
    Object::new(making, "note", making.ids.named("note", "briefing"), None, What::Note(what))
}

fn of(making: &Making<'_>, item: Item) -> Object {
    let briefing = &making.held.resolved.briefing;
    let object_refs = refs(making, item);
    let content = as_lines::of_item(&making.held.resolved, item).into_text();
    let (kind, what) = if item.kind == ItemKind::Dissent {
        let authors = briefing.dissents[item.index].who.iter().map(|who| who.value.clone()).collect();
        ("opinion", What::Opinion(Opinion { opinion: "disagree", explanation: content, authors, object_refs }))
    } else {
        let headline = format!("{} {}", item.kind.name(), briefing.id_of(item));
        ("note", What::Note(Note { headline, content, authors: Vec::new(), object_refs }))
    };
    let mut object = Object::new(making, kind, making.ids.item(item), Some(item), what);
    object.confidence = confidence(making, item);
    object.labels = labels(making, item);
    object.external_references = quoted(making, item).into_iter().map(|source| reference(making, source)).collect();
    object
}

/// The actors that it names and the items that it refers to; without any, the report. An opinion is of all that it refers to:
/// who dissents from a judgement disagrees with nothing else.
fn refs(making: &Making<'_>, item: Item) -> Vec<String> {
    let resolved = &making.held.resolved;
    if item.kind == ItemKind::Dissent {
        let judged = resolved.graph.targets(item, LinkKind::DissentsFrom).find(|to| making.items.contains(to));
        return vec![judged.map_or_else(|| making.ids.report(), |judgement| making.ids.item(judgement))];
    }
    let actors = (0..resolved.briefing.actors.len()).map(|index| Item { kind: ItemKind::Actor, index });
    let named = actors.filter(|actor| resolved.naming(actor.index, item.kind).contains(&item));
    let linked = resolved.graph.from(item).iter().map(|link| link.to);
    let is_object = |item: &Item| making.items.contains(item) && item.kind != ItemKind::Source && pairs(making, *item).is_empty();
    let mut refs: Vec<String> = Vec::new();
    for id in named.chain(linked).filter(|other| *other != item && is_object(other)).map(|item| making.ids.item(item)) {
        if !refs.contains(&id) {
            refs.push(id);
        }
    }
    if refs.is_empty() { vec![making.ids.report()] } else { refs }
}

/// What STIX calls confidence is how sure its producer is, by the middle of each range of its own scale. How likely the
/// event is stands in the labels: ICD 203 keeps the two apart.
fn confidence(making: &Making<'_>, item: Item) -> Option<u8> {
    let judgement = (item.kind == ItemKind::Judgement).then(|| &making.held.resolved.briefing.judgements[item.index])?;
    Some(match judgement.confidence.as_ref()?.value? {
        Confidence::Low => 15,
        Confidence::Moderate => 50,
        Confidence::High => 85,
    })
}
