//! What the list of the library may be filtered, sorted and grouped by, each filter with how many briefings it would leave.

use super::library::{List, counted, listed};
use crate::catalogue::{Catalogue, Chip, Group, Listing, Sort, Unlisted};
use crate::page::at::At;
use crate::page::doc::{Block, Body, Doc, ListRow, Purpose};
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::capitalised;

/// The page, or what the list becomes by a filter or an order.
#[must_use]
pub fn page(world: &World, listing: &Listing, at: &At<'_>) -> Doc {
    // Whoever browses has it made behind the screen.
    match world.searchable() {
        Ok(catalogue) => drawn(world, &catalogue, listing, at),
        Err(why) => without(&format!("{}.", capitalised(&why.to_string()))),
    }
}

#[must_use]
pub fn drawn(world: &World, catalogue: &Catalogue, listing: &Listing, at: &At<'_>) -> Doc {
    match at {
        At::Filter(filter) => previewed(world, catalogue, toggled(listing, filter)),
        At::Sort(sort) => previewed(world, catalogue, sorted(listing, *sort)),
        At::Group(name) => previewed(world, catalogue, grouped(listing, name)),
        _ => made(world, catalogue, listing).unwrap_or_else(|why| without(&format!("{}.", capitalised(&why.to_string())))),
    }
}

fn previewed(world: &World, catalogue: &Catalogue, listing: Listing) -> Doc {
    listed(world, catalogue, &List { listing, ..List::default() })
}

fn without(why: &str) -> Doc {
    let mut doc = Doc::new("Filter", "");
    doc.push(Block::paragraph("none", Role::Quiet, why));
    doc.finish(None)
}

/// The same with a filter, or without it where it was set.
#[must_use]
pub fn toggled(listing: &Listing, filter: &str) -> Listing {
    let mut listing = listing.clone();
    let set = listing.chips.len();
    listing.chips.retain(|chip| chip != filter);
    if listing.chips.len() == set {
        listing.chips.push(filter.to_owned());
    }
    listing
}

/// The same in an order, or in the opposite one where it was in that.
#[must_use]
pub fn sorted(listing: &Listing, sort: Sort) -> Listing {
    Listing { sort, is_reversed: listing.sort == sort && !listing.is_reversed, ..listing.clone() }
}

/// The same in groups, or in none where it was in these; or one of its groups.
#[must_use]
pub fn grouped(listing: &Listing, name: &str) -> Listing {
    let (group, within) = match Group::named(name) {
        Some(group) => (Some(group).filter(|_| listing.group != Some(group)), None),
        None => (listing.group, Some(name.to_owned())),
    };
    Listing { group, within, ..listing.clone() }
}

fn made(world: &World, catalogue: &Catalogue, listing: &Listing) -> Result<Doc, Unlisted> {
    let listing = world.today_of(listing);
    let left = catalogue.rows(&listing, 0..0)?.total;
    let (caution, count) = (world.caution(), counted(left, catalogue.count()));
    let mut doc = Doc::new("Filter", &if caution.is_some() { format!("{count} so far") } else { count });
    if let Some(words) = caution {
        doc.push(Block::paragraph("reading", Role::Quiet, &words));
    }
    if !listing.chips.is_empty() {
        heading(&mut doc, "Set", "Enter takes it away");
        for (at, chip) in listing.chips.iter().enumerate() {
            doc.push(row(format!("set {at}"), Place::Filter(chip.clone()), Text::new(Role::Strong, chip), "×"));
        }
    }
    heading(&mut doc, "Sorted by", "");
    for sort in Sort::ALL {
        let is_set = listing.sort == sort;
        let order = match (is_set, listing.is_reversed) {
            (true, true) => "the other way round",
            (true, false) => "now",
            _ => "",
        };
        let role = if is_set { Role::Strong } else { Role::Text };
        let text = Text::new(role, &capitalised(sort.name())).and(Role::Quiet, &format!("  {}", sort.words()));
        doc.push(row(format!("sort {}", sort.name()), Place::Sort(sort.name().to_owned()), text, order));
    }
    heading(&mut doc, "Grouped by", "");
    for group in Group::ALL {
        let is_set = listing.group == Some(group);
        let role = if is_set { Role::Strong } else { Role::Text };
        let text = Text::new(role, &capitalised(group.name())).and(Role::Quiet, &format!("  {}", group.words()));
        let tail = if is_set { listing.within.as_deref().unwrap_or("now") } else { "" };
        doc.push(row(format!("group {}", group.name()), Place::Group(group.name().to_owned()), text, tail));
    }
    for chips in catalogue.chips(&listing)?.into_iter().filter(|chips| !chips.values.is_empty()) {
        let field = chips.field.row();
        heading(&mut doc, &capitalised(field.name), field.help);
        for Chip { filter, shown, count } in chips.values {
            let is_set = listing.chips.contains(&filter);
            let text = Text::new(if is_set { Role::Strong } else { Role::Text }, &shown);
            let tail = if is_set { format!("{count} ×") } else { count.to_string() };
            doc.push(row(format!("chip {filter}"), Place::Filter(filter), text, &tail));
        }
    }
    let how = "Filters of one field widen each other; those of several all hold, for one and the same judgement or claim.";
    doc.push(Block::paragraph("how", Role::Quiet, how).purpose(Purpose::How).gap());
    Ok(doc.finish(Some(0)))
}

fn heading(doc: &mut Doc, text: &str, tail: &str) {
    let gap = !doc.blocks.is_empty();
    let body = Body::Heading { text: Text::new(Role::Heading, text), tail: Text::new(Role::Quiet, tail) };
    doc.push(Block { gap, ..Block::new(format!("heading {text}"), body) });
}

fn row(key: String, place: Place, text: Text, tail: &str) -> Block {
    let row = ListRow { text, tail: Text::new(Role::Quiet, tail), one_row: true, ..ListRow::default() };
    Block::new(key, Body::ListRow(row)).leads_to(place)
}
