//! What the reader has not read: of a briefing that was opened before, what is new or has changed since; of the list, which
//! briefings were never opened or have changed.

use crate::briefing::Item;
use crate::catalogue::Row;
use crate::library::HeldBriefing;
use crate::page::at::{At, Found};
use crate::page::doc::{Body, Doc};
use crate::page::place::Place;
use crate::page::world::World;
use crate::personal::read::{Fresh, Standing};
use std::collections::HashMap;

/// What has changed in a briefing since it was read. `None` where it was never opened, and where nobody knows: all would be
/// new, and marks on everything mark nothing.
#[must_use]
pub fn fresh(world: &World, held: &HeldBriefing) -> Option<Fresh> {
    let edition = world.read.edition(&held.id)?;
    edition.fresh(&held.resolved.briefing, held.imprint())
}

/// How many items of a briefing in a list were not read. `None` where it was read as it is, or never.
#[must_use]
pub fn count_of(world: &World, row: &Row) -> Option<usize> {
    let edition = world.read.edition(&row.id).filter(|edition| edition.whole != row.imprint)?;
    match world.listed() {
        Some(catalogue) => catalogue.count_unread(&row.id, edition).ok(),
        None => Some(fresh(world, world.entry(&row.id)?)?.items.len()),
    }
}

/// What a place is about, where that is read by opening it.
#[must_use]
pub fn read_at(held: &HeldBriefing, found: Found) -> Option<Item> {
    match found {
        Found::Passage { claim, .. } => read_at(held, Found::item(crate::briefing::ItemKind::Claim, claim)),
        Found::IfFalse(item) => Some(item),
        _ => match found.subject(held) {
            Found::Item(item) => Some(item),
            _ => None,
        },
    }
}

/// How the blocks of a page that lead to something unread stand, by their indices.
#[must_use]
pub fn standings(world: &World, at: &At<'_>, doc: &Doc) -> Vec<(usize, Standing)> {
    if !world.read.is_known {
        return Vec::new();
    }
    let items: HashMap<Item, Standing> = match at.inside().and_then(|(held, _)| fresh(world, held)) {
        Some(fresh) => fresh.items.into_iter().collect(),
        None => HashMap::new(),
    };
    let standing = |(index, block): (usize, &crate::page::doc::Block)| {
        let standing = match (&block.body, &block.link, block.about) {
            (Body::ListRow(row), Some(Place::In { briefing, .. }), _) if row.imprint.is_some() => {
                world.read.standing(briefing, row.imprint.unwrap_or_default())
            }
            (_, Some(_), Some(item)) => items.get(&item).copied().unwrap_or_default(),
            _ => Standing::Read,
        };
        (standing != Standing::Read).then_some((index, standing))
    };
    doc.blocks.iter().enumerate().filter_map(standing).collect()
}
