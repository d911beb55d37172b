//! Where else a source is used: several briefings that use one source have one origin.

use crate::briefing::ItemKind;
use crate::catalogue::Subject;
use crate::catalogue::origin::Origin;
use crate::library::HeldBriefing;
use crate::page::build::Page;
use crate::page::over::What;
use crate::page::place::Place;
use crate::page::words::{Role, Text};
use crate::page::world::World;
use crate::text::count;
use std::collections::BTreeSet;

/// So many are named.
const NAMED: usize = 4;

/// "also used by port-strike and dam: 3 briefings, one origin". `None`: nobody else uses it.
pub fn also_used(world: &World, held: &HeldBriefing, source: usize) -> Option<Text> {
    let others = others(world, held, source);
    let number = others.len();
    if number == 0 {
        return None;
    }
    let named = others.into_iter().take(NAMED).enumerate().fold(Text::new(Role::Quiet, "also used by "), |text, (at, (briefing, id))| {
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

/// The other briefings that use the source, and what they call it, in the order of their ids.
fn others(world: &World, held: &HeldBriefing, source: usize) -> BTreeSet<(String, String)> {
    let own = &held.resolved.briefing.sources[source];
    let text = held.resolved.text(source);
    let mut others: BTreeSet<(String, String)> = BTreeSet::new();
    if let Some(catalogue) = world.listed() {
        let catalogue = catalogue.still();
        let keys = Origin::of(own, text).own_keys();
        let found = catalogue.across(&Subject::Source(keys), &[ItemKind::Source]).unwrap_or_default();
        let at: Vec<_> = found.into_iter().map(|found| found.at).collect();
        others.extend(catalogue.entries(&at).into_iter().map(|entry| (entry.briefing.id.clone(), entry.id)));
    } else {
        others.extend(world.origins.of(&world.library, own, text));
    }
    // A briefing that names it twice is one briefing.
    let mut seen = BTreeSet::new();
    others.into_iter().filter(|(briefing, _)| *briefing != held.id && seen.insert(briefing.clone())).collect()
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
