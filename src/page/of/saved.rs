//! Saved searches: at the head of the list of the library each as a row, with how much it finds and how much of that is new
//! since it was opened last.

use super::hits;
use super::library::{List, listed};
use crate::catalogue::{Catalogue, Group, Listing, Parse, Sort, Without};
use crate::page::doc::{Block, Body, Doc, ListRow, Part};
use crate::page::place::Place;
use crate::page::saved_counts::{Counted, Counts};
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::personal::saved_searches::{Change, Search};
use crate::text::{capitalised, count};
use std::collections::HashSet;
use std::sync::Arc;

/// Of a search that finds more nobody asks what is new.
const MOST: usize = 50_000;

/// How a list begins that was saved with its filters, and what stands between these.
const LIST: &str = "list: ";
const AND: &str = " & ";
const BY: &str = "by ";
const GROUPED: &str = "grouped by ";
const IN: &str = "in ";
const OTHER_WAY: &str = ", the other way round";
const WORDS: &str = "/ ";

/// A list as it is saved.
#[must_use]
pub fn of_list(listing: &Listing) -> String {
    let mut parts = listing.chips.clone();
    parts.extend((!listing.query.is_empty()).then(|| format!("{WORDS}{}", listing.query)));
    if listing.sort != Sort::default() || listing.is_reversed {
        parts.push(format!("{BY}{}{}", listing.sort.name(), if listing.is_reversed { OTHER_WAY } else { "" }));
    }
    parts.extend(listing.group.map(|group| format!("{GROUPED}{}", group.name())));
    parts.extend(listing.within.as_ref().map(|within| format!("{IN}{within}")));
    format!("{LIST}{}", parts.join(AND))
}

/// The list that was saved. `None`: it is a search.
#[must_use]
pub fn as_list(query: &str) -> Option<Listing> {
    let mut listing = Listing::default();
    for part in parts(query.strip_prefix(LIST)?).iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if let Some(words) = part.strip_prefix(WORDS) {
            words.clone_into(&mut listing.query);
        } else if let Some(group) = part.strip_prefix(GROUPED) {
            listing.group = Group::named(group);
        } else if let Some(within) = part.strip_prefix(IN) {
            listing.within = Some(within.to_owned());
        } else if let Some(sort) = part.strip_prefix(BY) {
            listing.is_reversed = sort.ends_with(OTHER_WAY);
            listing.sort = Sort::named(sort.trim_end_matches(OTHER_WAY)).unwrap_or_default();
        } else {
            listing.chips.push(part.to_owned());
        }
    }
    Some(listing)
}

/// A name in quotes may have what stands between the parts.
fn parts(list: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in list.split(AND) {
        match parts.last_mut().filter(|last| last.matches('"').count() % 2 == 1) {
            Some(open) => *open += &format!("{AND}{part}"),
            None => parts.push(part.to_owned()),
        }
    }
    parts
}

/// What a saved search finds, where it can be searched.
#[must_use]
pub fn found(world: &World, catalogue: &Catalogue, search: &Search) -> Doc {
    let mut doc = match as_list(&search.query) {
        Some(listing) => listed(world, catalogue, &List { listing, ..List::default() }),
        None => hits::found(world, catalogue, &search.query, false),
    };
    doc.title.clone_from(&search.name);
    doc
}

#[must_use]
pub fn page(world: &World, search: &Search) -> Doc {
    match world.searchable() {
        Ok(catalogue) => found(world, &catalogue, search),
        Err(why) => hits::without(&format!("{}.", capitalised(&why.to_string()))),
    }
}

/// How many a search finds, and the numbers of what they say.
fn numbers(world: &World, catalogue: &Catalogue, query: &str) -> Result<(usize, Vec<u64>), String> {
    if let Some(listing) = as_list(query) {
        let all = catalogue.imprints(&world.today_of(&listing)).map_err(|why| why.to_string())?;
        return Ok((all.len(), all.into_iter().map(|(_, whole)| whole).collect()));
    }
    let parse = Parse { names: catalogue, today: world.today.as_ref(), is_typed: false };
    let query = parse.query(query).map_err(|bad| bad.in_one_line())?;
    catalogue.numbers(&world.notes, &query).map_err(|why: Without| why.to_string())
}

/// What a search finds now, to be told from what it finds later. `None`: nobody knows, or it is too much to be kept.
fn seen_now(world: &World, query: &str) -> Option<Arc<HashSet<u64>>> {
    let (_, numbers) = numbers(world, world.catalogue.as_ref()?, query).ok()?;
    (numbers.len() <= MOST).then(|| Arc::new(numbers.into_iter().collect()))
}

/// What is kept of one that was opened: what it finds now. `None`: that is kept already, or nobody knows it.
#[must_use]
pub fn opened(world: &World, name: &str) -> Option<Change> {
    let search = world.saved.find(name)?;
    let seen = seen_now(world, &search.query).filter(|seen| search.seen.as_ref() != Some(seen))?;
    Some(Change::Opened { name: name.to_owned(), seen })
}

/// What all of them find now.
#[must_use]
pub fn counted(world: &World) -> Counts {
    let Some(catalogue) = &world.catalogue else { return Counts::new() };
    let count = |search: &Search| match numbers(world, catalogue, &search.query) {
        Ok((total, numbers)) => {
            let new =
                search.seen.as_ref().filter(|_| total <= MOST).map(|seen| numbers.iter().filter(|number| !seen.contains(number)).count());
            Counted::Found(total, new)
        }
        Err(why) => Counted::Not(why),
    };
    world.saved.all.iter().map(|search| (search.name.clone(), count(search))).collect()
}

/// Lays them over the beginning of the list.
#[must_use]
pub fn over(world: &World, mut doc: Doc) -> Doc {
    let mut blocks = rows(world);
    let before = blocks.len();
    if before == 0 || doc.part.is_some_and(|part| part.from > 0) {
        return doc;
    }
    for (at, block) in std::mem::take(&mut doc.blocks).into_iter().enumerate() {
        blocks.push(Block { gap: block.gap || at == 0, ..block });
    }
    doc.part = doc.part.map(|part| Part { before, ..part });
    Doc { blocks, links: Vec::new(), first: None, ..doc }.finish(Some(before))
}

/// A row each.
fn rows(world: &World) -> Vec<Block> {
    let row = |search: &Search| {
        let tail = match world.counts.get(&search.name) {
            None => Text::new(Role::Quiet, "…"),
            Some(Counted::Not(why)) => Text::new(Role::Warn, why),
            Some(Counted::Found(total, new)) => {
                let are_too_many = *total > MOST;
                let so_far = if world.caution().is_some() { " so far" } else { "" };
                let total = Text::new(Role::Quiet, &(count(*total, "hit") + so_far));
                match new.filter(|new| *new > 0) {
                    _ if are_too_many => total.and(Role::Quiet, &format!(", {MOST}+ are too many to tell the new")),
                    Some(new) => Text::new(Role::Accent, &format!("{new} new")).and(Role::Quiet, " · ").append(total),
                    None => total,
                }
            }
        };
        let row = ListRow {
            list: 1,
            id: Text::new(Role::Quiet, "Saved"),
            text: Text::new(Role::Strong, &search.name).and(Role::Quiet, &format!("  {}", search.query)),
            tail,
            one_row: true,
            ..ListRow::default()
        };
        Block::new(format!("saved {}", search.name), Body::ListRow(row)).leads_to(Place::Saved(search.name.clone()))
    };
    world.saved.all.iter().map(row).collect()
}
