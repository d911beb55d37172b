//! The reader's own notes, each with its address, the words that it is on and their source.

pub mod json;

use crate::briefing::model::Source;
use crate::briefing::{Item, ItemKind, Number};
use crate::page::World;
use crate::page::about::notes::Placing;
use crate::page::styled_text::one_line;
use crate::page::{Found, Place, locate_in, marking, marking_of_all};
use crate::personal::notes::Note;
use crate::text::neutral;

#[derive(Debug)]
pub struct Listed<'a> {
    pub note: &'a Note,
    /// `None` where its words are gone.
    pub place: Option<Place>,
    /// The sources of what it is on, a line each: authors, title, publisher, date, sentence, address.
    pub sources: Vec<String>,
}

impl Listed<'_> {
    /// Where it stands; of an orphan, where it stood.
    #[must_use]
    pub fn address(&self) -> String {
        self.place.as_ref().map_or_else(|| self.note.address.clone(), Place::to_string)
    }
}

/// The notes of the library, or of one briefing: by briefing, then in the order of their files. Orphans come last.
#[must_use]
pub fn listed<'a>(world: &'a World, briefing: Option<&str>) -> Vec<Listed<'a>> {
    let mut placing = Placing::new(world);
    let mut all = Vec::new();
    for note in world.notes.all() {
        // What was written on a briefing of another name may be on this one.
        if briefing.is_some_and(|id| note.briefing() != id && world.entry(note.briefing()).is_some()) {
            continue;
        }
        let place = placing.place_of(note);
        let on = place.as_ref().and_then(Place::briefing).unwrap_or(note.briefing());
        if briefing.is_none_or(|id| id == on || id == note.briefing()) {
            let sources = place.as_ref().map_or_else(Vec::new, |place| sources_of(world, place));
            all.push(Listed { note, place, sources });
        }
    }
    let order = |one: &Listed<'_>| {
        let id = one.place.as_ref().and_then(Place::briefing);
        id.and_then(|id| world.entries().iter().position(|held| held.id == id)).unwrap_or(usize::MAX)
    };
    all.sort_by_cached_key(order);
    all
}

/// The marking of what notes quote: it goes with them.
fn marked(world: &World, listed: &[Listed<'_>]) -> String {
    let places = listed.iter().filter_map(|one| one.place.as_ref());
    marking_of_all(world, places).unwrap_or_else(|| marking(world, None)).0
}

/// Between two lines of marking; nothing where there is no note.
#[must_use]
pub fn markdown(world: &World, listed: &[Listed<'_>]) -> String {
    let body = body(world, listed);
    let marking = neutral(&marked(world, listed)).into_owned();
    if body.is_empty() { body } else { format!("{marking}\n\n{body}\n{marking}\n") }
}

fn body(world: &World, listed: &[Listed<'_>]) -> String {
    let mut out = String::new();
    let mut heading = None;
    for one in listed {
        let briefing = one.place.as_ref().and_then(Place::briefing);
        if heading != Some(briefing) {
            let title = briefing.and_then(|id| world.entry(id)).map(|held| one_line(held.resolved.briefing.title()));
            let title = title.map_or_else(|| "Orphaned notes: their words are gone".to_owned(), |title| format!("Notes on {title}"));
            out.push_str(&format!("{}# {title}\n", if out.is_empty() { "" } else { "\n" }));
            heading = Some(briefing);
        }
        let mark = if one.note.is_mark { ", marked" } else { "" };
        let date = if one.note.date.is_empty() { String::new() } else { format!(", {}", one_line(&one.note.date)) };
        out.push_str(&format!("\n## {}{mark}{date}\n", one_line(&one.address())));
        if !one.note.quote.is_empty() {
            out.push_str(&format!("\n> {}\n", one_line(&one.note.quote)));
        }
        for source in &one.sources {
            out.push_str(&format!("\nSource: {source}\n"));
        }
        if !one.note.text.is_empty() {
            out.push_str(&format!("\n{}\n", neutral(&one.note.text)));
        }
    }
    out
}

fn sources_of(world: &World, place: &Place) -> Vec<String> {
    let Some((held, found)) = locate_in(world, place) else { return Vec::new() };
    let resolved = &held.resolved;
    let number = |(source, at): (usize, usize)| resolved.text(source)?.number(at);
    let cited = |index: usize, sentence: Option<Number>| cite(&resolved.briefing.sources[index], sentence);
    match (found, found.source(held)) {
        (Found::Item(Item { kind: ItemKind::Claim, index }), _) => {
            resolved.sources_of(index).into_iter().map(|source| cited(source, None)).collect()
        }
        (Found::Item(Item { kind: ItemKind::Source, index }), _) => vec![cited(index, None)],
        (Found::Passage { .. } | Found::Sentence { .. }, Some(source)) => vec![cited(source, found.sentence(held).and_then(number))],
        _ => Vec::new(),
    }
}

/// What the source leaves open is left out; one that says nothing is called by its id.
fn cite(source: &Source, sentence: Option<Number>) -> String {
    let authors: Vec<&str> = source.authors.iter().map(|author| author.value.as_str()).collect();
    let mut parts = vec![authors.join(", ")];
    parts.extend([&source.title, &source.publisher].into_iter().flatten().map(|text| text.value.clone()));
    parts.extend(source.date.as_ref().map(|date| date.text.clone()));
    parts.extend(sentence.map(Number::words));
    parts.extend(source.url.as_ref().map(|url| url.value.clone()));
    parts.retain(|part| !part.trim().is_empty());
    if parts.is_empty() {
        parts.push(source.head.id.value.clone());
    }
    one_line(&parts.join(", "))
}
