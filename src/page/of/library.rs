//! The briefings of the library: what we hold, and what is fit to send.

mod listed;

use crate::briefing::date::Day;
use crate::catalogue::Row;
use crate::library::HeldBriefing;
use crate::page::doc::{Block, Doc};
use crate::page::find_in_page::search;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::count;
use listed::row;
pub use listed::{List, ROWS, counted, dated, listed};
use std::cmp::Reverse;

/// So many briefings leave room for their bottom lines in full, on the smallest screen in use.
const FEW: usize = 3;
/// So many are all in view there with how likely things are below each; longer lists keep to a row a briefing.
const SOME: usize = 9;

pub fn page(world: &World) -> Doc {
    if let Some(catalogue) = world.listed() {
        return listed(world, catalogue, &List::default());
    }
    let all = world.entries().len();
    let mut doc = Doc::new("Library", &count(all, "briefing"));
    let few = all <= FEW;
    let below = !few && all <= SOME;
    let rows = |held: &HeldBriefing| {
        let said = few.then(|| bottom_line(held)).flatten();
        let row_of = Row::of(held);
        // What stands below the row does not stand in it too.
        let row_of = if said.is_some() { Row { bottom_line: String::new(), ..row_of } } else { row_of };
        std::iter::once(row(world, &row_of, Text::default(), below)).chain(said)
    };
    doc.blocks = newest_first(world).into_iter().flat_map(rows).collect();
    doc.finish(None)
}

/// Those where words stand in what the list shows, in the id, or in the name of who wrote, approved or asked for it: that
/// leads then, and says which it is.
pub fn filtered(world: &World, words: &str) -> Doc {
    let all = world.entries().len();
    let rows = newest_first(world).into_iter().filter_map(|held| {
        let named = named(held, words);
        let is_named = !named.is_empty();
        let row = row(world, &Row::of(held), named, all <= SOME);
        (is_named || has(&row, words)).then_some(row)
    });
    let rows: Vec<Block> = rows.collect();
    let mut doc = Doc::new("Library", &format!("{} of {}", rows.len(), count(all, "briefing")));
    if rows.is_empty() {
        let none = "No briefing has this in its title, bottom line or id, or in the name of who wrote, approved or asked for it.";
        doc.push(Block::paragraph("none", Role::Quiet, none));
    }
    doc.blocks.extend(rows);
    doc.finish(None)
}

/// Of one day in the order of their ids; what has no date is last.
fn newest_first(world: &World) -> Vec<&HeldBriefing> {
    let mut briefings: Vec<&HeldBriefing> = world.entries().into_iter().map(|held| &**held).collect();
    briefings.sort_by_key(|held| Reverse(day(held)));
    briefings
}

/// The bottom line in full, under the row that leads to it: how likely things are stands there.
fn bottom_line(held: &HeldBriefing) -> Option<Block> {
    let words = held.resolved.briefing.bottom_line.as_ref()?;
    Some(Block::paragraph(format!("{} bottom line", held.id), Role::Quiet, words))
}

/// "Customer: the port authority."
fn named(held: &HeldBriefing, words: &str) -> Text {
    let briefing = &held.resolved.briefing;
    let roles: [(_, Vec<&str>); 3] = [
        ("Author", briefing.authors.iter().map(|name| name.value.as_str()).collect()),
        ("Approved by", briefing.approved_by.iter().map(|name| name.value.as_str()).collect()),
        ("Customer", briefing.customers.iter().map(|name| name.value.as_str()).collect()),
    ];
    let people = roles.iter().flat_map(|(role, names)| names.iter().map(move |name| (*role, *name)));
    let is_meant = |name: &str| has(&Block::paragraph("", Role::Text, name), words);
    people
        .chain([("Id", &*held.id)])
        .filter(|(_, name)| is_meant(name))
        .fold(Text::default(), |text, (role, name)| text.and(Role::Text, &format!("{role}: {name}. ")))
}

fn has(block: &Block, words: &str) -> bool {
    !search(&Doc { blocks: vec![block.clone()], ..Doc::default() }, words).is_empty()
}

fn day(held: &HeldBriefing) -> Option<Day> {
    Some(held.resolved.briefing.date.as_ref()?.value.as_ref()?.latest())
}
