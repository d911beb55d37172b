//! The places that were opened last.

use crate::page::about::short_form::{summary, title_of_slug};
use crate::page::about::tabs::title;
use crate::page::at::{At, Found, locate};
use crate::page::doc::{Block, Body, Doc, ListRow};
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::count;

/// Those that are still there; `places` are newest first.
#[must_use]
pub fn page(world: &World, places: &[Place]) -> Doc {
    let rows: Vec<(&Place, String)> = places.iter().filter_map(|place| Some((place, about(world, place)?))).collect();
    let mut doc = Doc::new("Recent", &count(rows.len(), "place"));
    let several = world.library.count() > 1;
    for (place, about) in &rows {
        let row = ListRow {
            id: Text::new(Role::Accent, &place.short()),
            text: Text::new(Role::Text, about),
            tail: Text::new(Role::Quiet, place.briefing().filter(|_| several).unwrap_or_default()),
            one_row: true,
            ..ListRow::default()
        };
        doc.push(Block::new(place.to_string(), Body::ListRow(row)).leads_to((*place).clone()));
    }
    if rows.is_empty() {
        doc.push(Block::paragraph("none", Role::Quiet, "Nothing else was opened yet."));
    }
    doc.finish(None)
}

/// What a place is about; `None` for what is gone, and for pages about the program.
#[must_use]
pub fn about(world: &World, place: &Place) -> Option<String> {
    let (held, found) = match locate(world, place).ok()? {
        At::Scale(scale) => return Some(title_of_slug(scale.name())),
        At::Over(over) => return Some(format!("{}, over the whole library", over.title())),
        At::In(held, found) => (held, found),
        _ => return None,
    };
    let resolved = &held.resolved;
    match found {
        Found::Cover => Some(resolved.briefing.title().to_owned()),
        Found::Section(section) => Some(title_of_slug(&resolved.briefing.sections[section])),
        Found::Sources => Some(title(held, found)),
        _ => match (found.quote(held), found.subject(held)) {
            (Some(words), _) => Some(words.to_owned()),
            (None, Found::Item(item)) => Some(summary(resolved, item)),
            _ => Some(title(held, found)),
        },
    }
}
