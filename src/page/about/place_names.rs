//! What places are called in crumbs, hints and notices.

use super::tabs::title;
use crate::briefing::{Item, ItemKind};
use crate::catalogue::Group;
use crate::page::at::{At, Found, locate};
use crate::page::place::Place;
use crate::page::world::World;

/// A place in a word or two, as seen from the briefing `here`: its own cover needs no id.
#[must_use]
pub fn name(world: &World, place: &Place, here: Option<&str>) -> String {
    let (held, found) = match locate(world, place) {
        Ok(At::In(held, found)) => (held, found),
        Ok(At::Library) => return "Library".to_owned(),
        Ok(At::Help) => return "Keys".to_owned(),
        Ok(At::Notes) => return "Notes".to_owned(),
        Ok(At::Recent) => return "Recent".to_owned(),
        Ok(At::Themes) => return "Themes".to_owned(),
        Ok(At::Web(_)) => return "web address".to_owned(),
        Ok(At::Filters) => return "Filter".to_owned(),
        Ok(At::Filter(filter)) => return filter,
        Ok(At::Sort(sort)) => return format!("by {}", sort.name()),
        Ok(At::Group(name)) => return if Group::named(&name).is_some() { format!("by {name}") } else { name },
        Ok(At::Over(over)) => return over.title(),
        Ok(At::Saved(search)) => return search.name.clone(),
        Ok(At::Search(_)) => return "Search".to_owned(),
        Ok(At::Question(..)) => return "Question".to_owned(),
        Ok(At::Scale(scale)) => return scale.name().to_owned(),
        Ok(At::Action(row)) => return row.name.to_owned(),
        Ok(At::Theme(row)) => return row.name.clone(),
        Ok(At::Formats(..)) => return "Hand on".to_owned(),
        Ok(At::Export(row, ..)) => return row.name.to_owned(),
        Err(_) => return place.short(),
    };
    let id = |kind: ItemKind, index: usize| held.resolved.briefing.id_of(Item { kind, index });
    let numbered = |source: usize, sentence: usize| {
        let number = held.resolved.text(source).and_then(|text| text.number(sentence)).unwrap_or_default();
        format!("{}:{number}", id(ItemKind::Source, source))
    };
    match (found, found.sentence(held)) {
        (Found::Cover, _) if here != Some(&held.id) => held.id.clone(),
        (Found::Sentence { source, sentence }, _) => format!("{} claims", numbered(source, sentence)),
        (_, Some((source, sentence))) => numbered(source, sentence),
        (Found::Item(_) | Found::Passage { .. }, None) => place.short(),
        (Found::Side { judgement, side }, _) => format!("{} {}", id(ItemKind::Judgement, judgement), side.name()),
        (Found::IfFalse(item), _) => format!("{} if false", held.resolved.briefing.id_of(item)),
        (Found::Drift(source), _) => format!("{} drift", id(ItemKind::Source, source)),
        _ => title(held, found),
    }
}

/// What there is more of, next to a place: "judgement", "sentence".
#[must_use]
pub fn kind(found: Found) -> &'static str {
    match found {
        Found::Item(item) | Found::IfFalse(item) => item.kind.name(),
        Found::Side { .. } => ItemKind::Judgement.name(),
        Found::Slide(_) => "slide",
        _ => "sentence",
    }
}
