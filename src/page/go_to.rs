//! What a typed line may mean as a place: an address, or words of the briefing that one is in.

use super::about::tabs::tabs;
use super::address::Address;
use super::at::{Found, NoPlace, locate, locate_in};
use super::place::{IF_FALSE, Place, ScaleName, Side};
use super::world::World;
use crate::briefing::model::Text;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::text::fold::search_form;
use crate::text::nearest_word;

/// A place, and what the cursor is to be on there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    pub address: Address,
    /// An item that the page is to be opened at: `J1 check`.
    pub item: Option<Place>,
}

impl From<Address> for Meant {
    fn from(address: Address) -> Self {
        Self { address, item: None }
    }
}

/// Pages above the briefings, by their words.
const ABOVE: [&str; 8] = ["library", "help", "notes", "recent", "themes", "signposts", "overdue", "score"];

/// What a line means, as seen from the briefing that one is in: `C42`, `ART:8`, `outlook`, `J1 check`, or a whole address.
/// The words of the briefing come first. It costs no more the more briefings there are.
#[must_use]
pub fn meant(world: &World, briefing: Option<&str>, line: &str) -> Option<Meant> {
    let line = line.trim();
    let held = briefing.and_then(|id| world.entry(id));
    let inside = held.and_then(|held| in_briefing(world, held, line).or_else(|| at_item(world, held, line)));
    inside.or_else(|| {
        let address: Address = line.parse().ok()?;
        is_there(world, &address.place).then(|| address.into())
    })
}

/// To say which briefings there are instead would cost what is in the library.
fn is_there(world: &World, place: &Place) -> bool {
    place.briefing().is_none_or(|id| world.entry(id).is_some()) && locate(world, place).is_ok()
}

/// An item, something numbered in one, a side of one, a section or a view of the briefing; capitals do not matter.
fn in_briefing(world: &World, held: &HeldBriefing, typed: &str) -> Option<Meant> {
    let (id, rest) = parted(typed);
    let slug = typed.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
    let addresses = [
        format!("{}#{typed}", held.id),
        format!("{}#{}{rest}", held.id, id.to_uppercase()),
        format!("{}/{typed}", held.id),
        format!("{}/{slug}", held.id),
    ];
    let mut known = addresses.iter().filter_map(|address| address.parse::<Address>().ok());
    known.find(|address| is_there(world, &address.place)).map(Meant::from)
}

/// An item and a word: a side of a judgement, or the page that the item is looked for on.
fn at_item(world: &World, held: &HeldBriefing, line: &str) -> Option<Meant> {
    let (first, second) = line.split_once(char::is_whitespace)?;
    let item = in_briefing(world, held, first)?.address.place;
    let (_, found) = locate_in(world, &item).filter(|(_, found)| matches!(found, Found::Item(_)))?;
    let second = second.trim();
    let side = Side::ALL.into_iter().find(|side| side.name() == second.to_lowercase());
    if let (Some(judgement), Some(side)) = (found.judgement(), side) {
        return Some(Address::from(Found::Side { judgement, side }.place(held)).into());
    }
    let item_in = locate_in(world, &item).and_then(|(held, found)| found.doubted(held));
    if let Some(doubted) = item_in.filter(|_| second.to_lowercase().replace(' ', "-") == IF_FALSE) {
        return Some(Address::from(Found::IfFalse(doubted).place(held)).into());
    }
    let page = in_briefing(world, held, second)?;
    let is_item = locate_in(world, &page.address.place).is_none_or(|(_, found)| matches!(found, Found::Item(_)));
    (!is_item).then_some(Meant { item: Some(item), ..page })
}

/// The pages of the briefing whose names begin with what was typed, and its actors by a word of any of their names.
#[must_use]
pub fn begun(world: &World, briefing: Option<&str>, line: &str) -> Vec<Place> {
    const LEAST: usize = 2;
    let wanted = line.trim().to_lowercase();
    let held = briefing.and_then(|id| world.entry(id)).filter(|_| wanted.chars().count() >= LEAST);
    let tabs = held.into_iter().flat_map(|held| tabs(held).into_iter().map(|tab| (tab.label.to_lowercase(), tab.at.place(held))));
    let tabs = tabs.filter(|(label, _)| label.starts_with(&wanted)).map(|(_, place)| place);
    tabs.chain(held.into_iter().flat_map(|held| actors(held, &wanted))).collect()
}

/// Those that have a word in one of their names, or all of it, that begins so.
fn actors<'h>(held: &'h HeldBriefing, wanted: &str) -> impl Iterator<Item = Place> + 'h {
    let wanted = search_form(wanted);
    let begins = move |name: &Text| {
        let name = search_form(&name.value);
        name.starts_with(&wanted) || name.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(&wanted))
    };
    let actors = held.resolved.briefing.actors.iter().enumerate();
    let named = actors.filter(move |(_, actor)| actor.name.iter().chain(&actor.aka).any(&begins));
    named.map(|(index, _)| Found::Item(Item { kind: ItemKind::Actor, index }).place(held))
}

/// Why a line leads nowhere that looks like the address of an item or of something else: a word alone may be meant as anything.
#[must_use]
pub fn refused(world: &World, briefing: Option<&str>, line: &str) -> Option<NoPlace> {
    let typed = line.split_whitespace().next()?;
    let held = briefing.and_then(|id| world.entry(id));
    let in_held = held.and_then(|held| {
        let (id, rest) = parted(typed);
        let name = id.to_uppercase();
        let is_name = is_id(&name) || held.resolved.graph.find(&name).is_some();
        is_name.then(|| format!("{}#{name}{rest}", held.id).parse::<Address>().ok())?
    });
    let whole = || line.trim().parse::<Address>().ok().filter(|_| line.contains(['#', '/', ':']));
    locate(world, &in_held.or_else(whole)?.place).err()
}

/// Letters and a number.
fn is_id(name: &str) -> bool {
    let number = name.trim_start_matches(char::is_alphabetic);
    !number.is_empty() && number.len() < name.len() && number.chars().all(char::is_numeric)
}

/// An id, and the number, the side or the hash behind it.
fn parted(typed: &str) -> (&str, &str) {
    typed.split_at(typed.find([':', '@']).unwrap_or(typed.len()))
}

/// What may have been meant where nothing fits, as it would be typed. The briefings of the library count only if `anywhere`.
#[must_use]
pub fn near(world: &World, briefing: Option<&str>, line: &str, anywhere: bool) -> Option<String> {
    let held = briefing.and_then(|id| world.entry(id));
    let ids = held.into_iter().flat_map(|held| held.resolved.graph.ids().map(str::to_owned));
    let pages = held.into_iter().flat_map(|held| tabs(held).into_iter().map(|tab| tab.at.place(held).short()));
    let scales = ScaleName::ALL.map(|scale| Place::Scale(scale).to_string());
    let briefings = if anywhere { world.library.ids() } else { Vec::new() };
    let mut words: Vec<String> = ids.chain(pages).chain(scales).chain(ABOVE.map(str::to_owned)).chain(briefings).collect();
    words.sort_unstable();
    nearest_word(line.trim(), words.iter().map(String::as_str)).map(str::to_owned)
}
