//! Where else a source is used: several briefings that use one source have one origin.

use crate::catalogue::item_row::At;
use crate::catalogue::origin::Origin;
use crate::library::HeldBriefing;
use crate::page::builder::Page;
use crate::page::library_page::What;
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::count;
use std::collections::BTreeMap;

/// So many are named.
const NAMED: usize = 4;

/// "also used by port-strike and dam: 3 briefings, one origin". `None`: nobody else uses it.
pub fn also_used(world: &World, held: &HeldBriefing, source: usize) -> Option<Text> {
    let (number, named) = others(world, held, source);
    if number == 0 {
        return None;
    }
    let named = named.into_iter().enumerate().fold(Text::new(Role::Quiet, "also used by "), |text, (at, (briefing, id))| {
        let text = if at > 0 { text.and(Role::Quiet, ", ") } else { text };
        text.link(&briefing, Place::item(&briefing, &id))
    });
    let more = if number > NAMED { format!(" and {} more", number - NAMED) } else { String::new() };
    let origin = format!("{}, one origin", count(number + 1, "briefing"));
    Some(named.and(Role::Quiet, &format!("{more}: ")).link(&origin, over(held, source)?))
}

/// The page of all that its publisher has in the library.
pub fn of_publisher(world: &World, held: &HeldBriefing, source: usize) -> Option<Text> {
    let publisher = held.resolved.briefing.sources[source].publisher.as_ref().filter(|_| world.library.count() > 1)?;
    let over = Place::Over(What::Source(publisher.value.clone()).into());
    Some(Text::default().link(&format!("{} in the whole library", publisher.value), over))
}

/// Its page over the library.
fn over(held: &HeldBriefing, source: usize) -> Option<Place> {
    let origin = Origin::of(&held.resolved.briefing.sources[source], held.resolved.text(source));
    let name = origin.address.map(|address| format!("https://{address}")).or(origin.text)?;
    Some(Place::Over(What::Source(name).into()))
}

/// How many other briefings use the source, and the first of them in the order of their ids, each with what it calls it. A
/// briefing that names it twice is one briefing.
fn others(world: &World, held: &HeldBriefing, source: usize) -> (usize, Vec<(String, String)>) {
    let own = &held.resolved.briefing.sources[source];
    let text = held.resolved.text(source);
    if let Some(catalogue) = world.listed() {
        let catalogue = catalogue.still();
        let (count, uses) = catalogue.used_by(Origin::of(own, text).own_keys(), &held.id, NAMED).unwrap_or_default();
        let id = |at: &[At]| catalogue.entries(at).into_iter().map(|entry| entry.id).min();
        return (count, uses.into_iter().filter_map(|(briefing, at)| Some((briefing, id(&at)?))).collect());
    }
    let mut uses: BTreeMap<String, String> = BTreeMap::new();
    for (briefing, id) in world.origins.of(&world.library, own, text).into_iter().filter(|(briefing, _)| *briefing != held.id) {
        let first = uses.entry(briefing).or_insert_with(|| id.clone());
        *first = std::mem::take(first).min(id);
    }
    (uses.len(), uses.into_iter().take(NAMED).collect())
}

/// Says it on the page of a source, where there is anything to say.
pub fn say(page: &mut Page<'_>, world: &World, source: usize) {
    if let Some(used) = also_used(world, page.held, source) {
        page.field("Elsewhere", false, used);
    }
    if let Some(publisher) = of_publisher(world, page.held, source) {
        page.field("Publisher’s", false, publisher);
    }
}
