//! Who acts, where states are, and what ties two actors.

use super::Making;
use super::ids::{end, start};
use super::object::{Identity, Location, Object, Relationship, What};
use super::{labels, sources};
use crate::briefing::model::{ActorKind, Reference};
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Item, ItemKind};
use crate::export::as_lines;
use crate::page::about::short_form::listed;

/// Whoever wrote the briefing.
pub fn producer(making: &Making<'_>) -> Object {
    let authors = &making.held.resolved.briefing.authors;
    let name = if authors.is_empty() { "Author not stated".to_owned() } else { listed(authors) };
    let identity_class = if authors.len() > 1 { "group" } else { "unknown" };
    Object::new(making, "identity", making.ids.producer(), None, What::Identity(Identity { name, description: None, identity_class }))
}

/// A state is an organisation and a place.
pub fn identities(making: &Making<'_>) -> Vec<Object> {
    let mut objects = Vec::new();
    for item in making.ordered.iter().filter(|item| item.kind == ItemKind::Actor) {
        let actor = &making.held.resolved.briefing.actors[item.index];
        let identity_class = match actor.kind() {
            ActorKind::State => "organization",
            ActorKind::Person => "individual",
            ActorKind::Group => "group",
        };
        let what = Identity {
            name: actor.name().to_owned(),
            description: as_lines::of_item(&making.held.resolved, *item).into_description(),
            identity_class,
        };
        let id = making.ids.item(*item);
        objects.push(Object::new(making, "identity", id.clone(), Some(*item), What::Identity(what)));
        if actor.kind() == ActorKind::State {
            let place = making.ids.named("location", &format!("{}\n{}", actor.head.id.value, item.index));
            let what = Location { name: actor.name().to_owned(), country: actor.head.id.value.clone() };
            objects.push(Object::new(making, "location", place.clone(), Some(*item), What::Location(what)));
            objects.push(related(making, *item, "located-at", &id, &place));
        }
        if let Some(of) = actor.of.as_ref().and_then(|of| identity(making, of)) {
            objects.push(related(making, *item, "belongs-to", &id, &of));
        }
    }
    objects
}

fn related(making: &Making<'_>, item: Item, relationship_type: &'static str, from: &str, to: &str) -> Object {
    let (source_ref, target_ref) = (from.to_owned(), to.to_owned());
    let what = Relationship { relationship_type, description: None, source_ref, target_ref, start_time: None, stop_time: None };
    let id = making.ids.named("relationship", &format!("{relationship_type}\n{from}\n{to}"));
    Object::new(making, "relationship", id, Some(item), What::Relationship(what))
}

/// The identity of an actor that is handed on.
fn identity(making: &Making<'_>, id: &Reference) -> Option<String> {
    let item = making.held.resolved.graph.find(id).filter(|item| item.kind == ItemKind::Actor)?;
    making.items.contains(&item).then(|| making.ids.item(item))
}

/// Ties, one for each pair of actors, and events of two.
pub fn relationships(making: &Making<'_>) -> Vec<Object> {
    making.ordered.iter().flat_map(|item| pairs(making, *item).into_iter().map(|pair| tied(making, *item, &pair))).collect()
}

/// Who is tied to whom by an item, by their identifiers. Nothing: the item is a note.
pub fn pairs(making: &Making<'_>, item: Item) -> Vec<[String; 2]> {
    let briefing = &making.held.resolved.briefing;
    let known = |ids: &[Reference]| ids.iter().map(|id| identity(making, id)).collect::<Option<Vec<String>>>();
    match item.kind {
        ItemKind::Relationship => {
            let tie = &briefing.relationships[item.index];
            let (Some(from), Some(to)) = (known(&tie.from), known(&tie.to)) else { return Vec::new() };
            from.iter().flat_map(|from| to.iter().map(|to| [from.clone(), to.clone()])).collect()
        }
        ItemKind::Event => match known(&briefing.events[item.index].actors).as_deref() {
            Some([doer, other]) if doer != other => vec![[doer.clone(), other.clone()]],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn tied(making: &Making<'_>, item: Item, [from, to]: &[String; 2]) -> Object {
    let briefing = &making.held.resolved.briefing;
    let (kind, date) = match item.kind {
        ItemKind::Event => {
            let event = &briefing.events[item.index];
            (event.kind.map(Vocabulary::word), event.date.as_ref())
        }
        _ => (briefing.relationships[item.index].kind.as_ref().and_then(|word| word.value).map(Vocabulary::word), None),
    };
    let what = Relationship {
        relationship_type: kind.unwrap_or("related-to"),
        description: as_lines::of_item(&making.held.resolved, item).into_description(),
        source_ref: from.clone(),
        target_ref: to.clone(),
        start_time: date.and_then(start),
        stop_time: date.and_then(end),
    };
    let id = making.ids.named("relationship", &format!("{}\n{}\n{from}\n{to}", briefing.id_of(item), item.index));
    let mut object = Object::new(making, "relationship", id, Some(item), What::Relationship(what));
    object.labels = labels::labels(making, item);
    object.external_references = labels::quoted(making, item).into_iter().map(|source| sources::reference(making, source)).collect();
    object
}
