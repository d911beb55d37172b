//! What a search of the whole library has found: each hit an item, a passage or a sentence, with the words lit.

use crate::catalogue::fields::{FIELDS, Field};
use crate::catalogue::query::{Filter, Node, Test};
use crate::catalogue::schema::name_form;
use crate::catalogue::vocabulary::Kind;
use crate::catalogue::{Bad, Catalogue, Hit, Hits, Parse, Query};
use crate::page::about::notes::Placing;
use crate::page::about::short_form::when;
use crate::page::doc::{Block, Body, Doc, ListRow, Purpose};
use crate::page::library_page::What;
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::personal::notes::Note;
use crate::text::{capitalised, count, spaced};

/// So many are on the page, the best of them.
const MOST: usize = 100;

/// What can be typed, for who has typed nothing yet.
const HOW: [(&str, &str); 6] = [
    ("words", "all of these words, in any order: a title or a judgement stands before a claim, and that before a source"),
    ("\"a phrase\"", "these words in this order"),
    ("sanct*", "words that begin so"),
    ("-not, OR, ( )", "without it; one or the other; groups"),
    ("word~", "words that are written nearly so"),
    ("stem:deliver", "delivers, delivered, delivery too"),
];

#[must_use]
pub fn page(world: &World, text: &str) -> Doc {
    // Whoever browses has it made behind the screen.
    match world.searchable() {
        Ok(catalogue) => found(world, &catalogue, text, false),
        Err(why) => without(&format!("{}.", capitalised(&why.to_string()))),
    }
}

/// Nothing can be searched, and why.
#[must_use]
pub fn without(why: &str) -> Doc {
    let mut doc = Doc::new("Search", "");
    doc.push(Block::paragraph("none", Role::Warn, why));
    doc.finish(None)
}

/// While the library is being read for it.
#[must_use]
pub fn waiting(title: &str) -> Doc {
    let mut doc = Doc::new(title, "");
    doc.push(Block::paragraph("none", Role::Quiet, "The library is being read."));
    doc.finish(None)
}

/// What a query finds. One that is still typed may break off anywhere.
#[must_use]
pub fn found(world: &World, catalogue: &Catalogue, text: &str, is_typed: bool) -> Doc {
    if text.trim().is_empty() {
        return how();
    }
    let query = match (Parse { names: catalogue, today: world.today.as_ref(), is_typed }).query(text) {
        Ok(query) => query,
        Err(bad) => return not_understood(&bad),
    };
    let hits = match catalogue.search_with_notes(&world.notes, &query, MOST) {
        Ok(hits) => hits,
        Err(why) => return without(&format!("{}.", capitalised(&why.to_string()))),
    };
    let (found, caution) = (count(hits.total, "hit"), world.caution());
    let mut doc = Doc::new("Search", &if caution.is_some() { format!("{found} so far") } else { found });
    head(&mut doc, catalogue, &query, &hits, caution.as_deref());
    let first = doc.blocks.len();
    let mut placing = Placing::new(world);
    doc.blocks.extend(hits.hits.iter().enumerate().map(|(at, hit)| row(at, hit, place(world, &mut placing, hit))));
    if hits.hits.len() < hits.total {
        let words = format!("{} more; another word or a field leaves fewer.", hits.total - hits.hits.len());
        doc.push(Block::paragraph("more", Role::Quiet, &words).gap());
    }
    doc.finish(Some(first))
}

fn head(doc: &mut Doc, catalogue: &Catalogue, query: &Query, hits: &Hits, caution: Option<&str>) {
    let asked = Text::new(Role::Strong, &query.text).and(Role::Quiet, &format!("  {}", query.understood()));
    doc.push(Block::new("query", Body::Paragraph(asked)));
    for (name, what) in over(catalogue, &query.root) {
        let text = format!("{name} over the whole library, in time order");
        let block = Block::paragraph(format!("over {name}"), Role::Accent, &text);
        doc.push(block.leads_to(Place::Over(what.into())));
    }
    if let Some(words) = caution {
        doc.push(Block::paragraph("reading", Role::Quiet, words));
    }
    for (at, missing) in hits.missing.iter().enumerate() {
        let near = missing.near.as_ref().map_or_else(String::new, |near| format!("; did you mean {near}?"));
        let words = format!("{} stands nowhere {}{near}", missing.word, if caution.is_some() { "so far" } else { "in this library" });
        doc.push(Block::paragraph(format!("missing {at}"), Role::Warn, &words));
    }
    if hits.total == 0 && hits.missing.is_empty() && caution.is_none() {
        doc.push(Block::paragraph("none", Role::Quiet, "Nothing in this library is like this."));
    }
}

/// What is asked for by its name and has a page over the library. A name that stands for several has none.
fn over<'a>(catalogue: &Catalogue, root: &'a Node) -> Vec<(&'a str, What)> {
    let nodes = if let Node::All(nodes) = root { nodes.as_slice() } else { std::slice::from_ref(root) };
    let named = nodes.iter().filter_map(|node| {
        let Node::Filter(Filter { field, test: Test::Names(names), .. }) = node else { return None };
        let what = match field {
            Field::Actor | Field::About => What::Actor,
            Field::Tag => What::Tag,
            Field::Source => What::Source,
            _ => return None,
        };
        let (written, first) = names.first().filter(|(first, _)| names.iter().all(|(other, _)| other == first))?;
        // One of them is called as it is written.
        let name = names.iter().map(|(_, shown)| shown).find(|shown| name_form(shown) == *written).unwrap_or(first);
        let is_there = *field != Field::Source || catalogue.has_publisher(name);
        is_there.then(|| (name.as_str(), what(name.clone())))
    });
    named.collect()
}

/// Where a hit is opened. A note stands where its words are today; one whose words are gone is among the notes.
fn place(world: &World, placing: &mut Placing<'_>, hit: &Hit) -> Option<Place> {
    if hit.kind != Kind::Note {
        return hit.address.parse().ok();
    }
    let is_it = |note: &&Note| {
        !note.is_mark && note.address == hit.address && [&note.text, &note.quote].iter().any(|text| text.contains(&hit.snippet.text))
    };
    let note = world.notes.all().iter().find(is_it)?;
    Some(placing.place_of(note).unwrap_or(Place::Notes))
}

fn row(at: usize, hit: &Hit, place: Option<Place>) -> Block {
    let lead = if hit.lead.is_empty() { hit.kind.word() } else { &hit.lead };
    let (before, behind) = hit.snippet.is_cut;
    let mut text = Text::new(Role::Text, if before { "…" } else { "" });
    let mut from = 0;
    for lit in &hit.snippet.lit {
        text = text.and(Role::Text, &hit.snippet.text[from..lit.start]).and(Role::Lit, &hit.snippet.text[lit.clone()]);
        from = lit.end;
    }
    text = text.and(Role::Text, &hit.snippet.text[from..]).and(Role::Text, if behind { "…" } else { "" });
    let from = hit.briefing.as_deref().map_or_else(String::new, |row| {
        let date = row.date.as_deref().map(super::library::dated);
        format!("  {}, {}", row.title, when(date.as_ref()))
    });
    let row = ListRow {
        id: Text::new(
            Role::Accent,
            &place.as_ref().filter(|place| **place != Place::Notes).map_or_else(|| hit.address.clone(), Place::short),
        ),
        lead: Text::new(Role::Quiet, lead),
        text: Text::new(Role::Quiet, &spaced(&hit.portion)).append(text).and(Role::Quiet, &from),
        ..ListRow::default()
    };
    let block = Block::new(format!("{at} {}", hit.address), Body::ListRow(row));
    match place {
        Some(place) => block.leads_to(place),
        None => block,
    }
}

/// The query, carets under what is wrong with it, and why.
fn not_understood(bad: &Bad) -> Doc {
    let mut doc = Doc::new("Search", bad.verdict());
    let (before, length) = bad.columns();
    doc.push(Block::paragraph("query", Role::Strong, &bad.query));
    doc.push(Block::paragraph("caret", Role::Bad, &format!("{}{}", "\u{a0}".repeat(before), "^".repeat(length))));
    doc.push(Block::paragraph("why", Role::Warn, &capitalised(&bad.in_one_line())));
    doc.finish(None)
}

fn how() -> Doc {
    let mut doc = Doc::new("Search", "the whole library");
    let fields = FIELDS.iter().map(|row| (row.example, row.help));
    for (at, (typed, means)) in HOW.into_iter().chain(fields).enumerate() {
        let row = ListRow { id: Text::new(Role::Accent, typed), text: Text::new(Role::Quiet, means), ..ListRow::default() };
        doc.push(Block::new(format!("how {at}"), Body::ListRow(row)).purpose(Purpose::How));
    }
    doc.finish(None)
}
