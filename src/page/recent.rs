//! The places that were opened last.

use super::doc::{Block, Body, Doc, ListRow};
use super::place::{Place, Spot};
use super::short::{summary, title_of_slug};
use super::tabs::title;
use super::words::{Role, Text};
use super::world::World;
use crate::text::count;
use crate::text::width;

/// The places, newest first, those that are still there.
#[must_use]
pub fn page(world: &World, places: &[Place]) -> Doc {
    let rows: Vec<(&Place, String)> = places.iter().filter_map(|place| Some((place, about(world, place)?))).collect();
    let mut doc = Doc { title: "Recent".to_owned(), note: count(rows.len(), "place"), ..Doc::default() };
    let push = |doc: &mut Doc, key: String, link: Option<Place>, body: Body| {
        doc.blocks.push(Block { key, link, gap: false, mark: None, body });
    };
    let several = world.entries().len() > 1;
    let briefing = |place: &Place| place.briefing().filter(|_| several).unwrap_or_default().to_owned();
    let id_width = rows.iter().map(|(place, _)| width(&name(place))).max().unwrap_or(0);
    for (place, about) in &rows {
        let row = ListRow {
            id: Text::new(Role::Accent, &name(place)),
            id_width,
            text: Text::new(Role::Text, about),
            tail: Text::new(Role::Quiet, &briefing(place)),
            one_row: true,
            ..ListRow::default()
        };
        push(&mut doc, place.to_string(), Some((*place).clone()), Body::ListRow(row));
    }
    if rows.is_empty() {
        push(&mut doc, "none".to_owned(), None, Body::Paragraph(Text::new(Role::Quiet, "Nothing else was opened yet.")));
    }
    doc.finish(None)
}

/// A place in a word, its briefing left out: `J1`, `ART:8`, `timeline`.
fn name(place: &Place) -> String {
    let address = place.to_string();
    match place {
        Place::In { spot: Spot::Cover, .. } => "cover".to_owned(),
        Place::In { briefing, .. } => address.get(briefing.len() + 1..).unwrap_or_default().to_owned(),
        _ => address,
    }
}

/// What a place is about; none for what is no longer there, and for pages that are about the program.
#[must_use]
pub fn about(world: &World, place: &Place) -> Option<String> {
    let Place::In { briefing, spot } = place else {
        return if let Place::Scale(scale) = place { Some(title_of_slug(scale.name())) } else { None };
    };
    let entry = world.entry(briefing)?;
    let resolved = &entry.resolved;
    let source = |id: &str| Some(resolved.graph.find(id)?.index);
    let sentence = |id: &str, number: usize| {
        let text = resolved.text(source(id)?)?;
        Some(text.text()[text.sentences().get(number.checked_sub(1)?)?.range.clone()].to_owned())
    };
    match spot {
        Spot::Cover => Some(resolved.briefing.title().to_owned()),
        Spot::Section(slug) => resolved.briefing.sections.iter().find(|section| section.value == *slug).map(|slug| title_of_slug(slug)),
        Spot::Item(id) | Spot::Side { judgement: id, .. } | Spot::Source { source: id, sentence: None } | Spot::Drift { source: id } => {
            Some(summary(resolved, resolved.graph.find(id)?))
        }
        Spot::Source { source: id, sentence: Some(number) } | Spot::Sentence { source: id, sentence: number } => sentence(id, *number),
        Spot::Passage { claim, passage } => {
            let claim = resolved.briefing.claims.iter().find(|described| described.head.id.value == *claim)?;
            Some(claim.passages.get(passage.checked_sub(1)?)?.exact.value.clone())
        }
        _ => Some(title(entry, spot)),
    }
}
