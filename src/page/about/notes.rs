//! The reader's own notes and marks: on the pages of what they are on, and on a page of their own.

mod standing;

use crate::briefing::{Date, Number};
use crate::page::about::unread;
use crate::page::at::{At, Found, locate};
use crate::page::doc::{Block, Body, Doc, ListRow, Own, Purpose, Signs};
use crate::page::of::help::with_keys;
use crate::page::place::{Place, Spot};
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::personal::notes::Note;
use crate::text::{clip, count};
use standing::Standing;
pub use standing::{Placing, notes_on, subject, words_of};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The most bytes of a note on a page: what nobody types is read in its file.
const SHOWN: usize = 16 * 1024;
/// The most notes of one place on its page.
const MOST: usize = 50;

/// Lays the reader's notes over a page: the notes on what it is about stand under its words, and what is noted or
/// marked has a sign.
#[must_use]
pub fn over(world: &World, at: &At<'_>, mut doc: Doc) -> Doc {
    if world.notes.all().iter().any(|note| !note.is_mark) && !matches!(at, At::Notes) {
        insert(world, at, &mut doc);
    }
    doc.signs = signs(world, at, &doc);
    doc
}

/// The blocks of a page, with the reader's notes in it, whose subject is noted or marked, or was not read. Marks change nothing
/// else.
#[must_use]
pub fn signs(world: &World, at: &At<'_>, doc: &Doc) -> Signs {
    let mut signs = Signs::new();
    for (block, own) in own(world, at, doc) {
        signs.entry(block).or_default().own = Some(own);
    }
    for (block, standing) in unread::standings(world, at, doc) {
        signs.entry(block).or_default().standing = standing;
    }
    signs
}

fn own(world: &World, at: &At<'_>, doc: &Doc) -> Vec<(usize, Own)> {
    if world.notes.all().is_empty() || matches!(at, At::Notes) {
        return Vec::new();
    }
    let standing = Standing::at(world, at);
    let own = subject(at);
    let about = own.as_ref().map_or(&[][..], |own| standing.on(own));
    // In the text of a source, a note on a passage shows at the sentence that the passage begins in.
    let passages = if is_text(at) { standing.passages(world) } else { HashMap::new() };
    let numbers: HashSet<Number> = standing.subjects().chain(passages.keys()).filter_map(sentence_number).collect();
    // A text has thousands of sentences and a library thousands of briefings, and few of them are noted: only those are
    // looked up.
    let noted: HashSet<&str> = standing.subjects().filter_map(Place::briefing).collect();
    let may_be = |link: &&Place| {
        sentence_number(link).is_none_or(|number| numbers.contains(&number)) && link.briefing().is_none_or(|id| noted.contains(id))
    };
    let beside = beside(at, doc);
    let sign = |(index, block): (usize, &Block)| {
        let target = block.link.as_ref().filter(may_be).and_then(|link| subject(&locate(world, link).ok()?));
        let linked = target.as_ref().map_or(&[][..], |target| standing.on(target));
        let here = if beside == Some(index) { about } else { &[] };
        let within = target.as_ref().and_then(|target| passages.get(target)).into_iter().flatten();
        Some((index, Own::of(linked.iter().chain(here).chain(within).copied())?))
    };
    doc.blocks.iter().enumerate().filter_map(sign).collect()
}

/// Those of some places whose pages are the same in two worlds that differ in the reader's notes, but for the signs: texts
/// of sources, if the notes on what each is about are the same.
#[must_use]
pub fn unchanged_texts<'p>(before: &World, now: &World, places: impl Iterator<Item = &'p Place>) -> HashSet<Place> {
    let mut standing: HashMap<String, [Standing<'_>; 2]> = HashMap::new();
    let mut is_same = |place: &Place| {
        let own = locate(now, place).ok().filter(is_text).and_then(|at| subject(&at))?;
        let id = own.briefing()?;
        let both = standing.entry(id.to_owned()).or_insert_with(|| [before, now].map(|world| Standing::of(world, Some(id))));
        let [before, now] = both
            .each_ref()
            .map(|standing| standing.on(&own).iter().filter(|note| !note.is_mark).map(|note| (note.date.as_str(), note.text.as_str())));
        Some(before.eq(now))
    };
    places.filter(|place| is_same(place) == Some(true)).cloned().collect()
}

/// The number of the sentence that a place is, or is the text from.
fn sentence_number(place: &Place) -> Option<Number> {
    match place {
        Place::In { spot: Spot::Source { sentence, .. }, .. } => *sentence,
        Place::In { spot: Spot::Sentence { sentence, .. }, .. } => Some(*sentence),
        _ => None,
    }
}

/// The place is the text of a source.
fn is_text(at: &At<'_>) -> bool {
    at.inside().is_some_and(|(held, found)| found.text(held).is_some())
}

/// Puts the notes on what a page is about under its words.
fn insert(world: &World, at: &At<'_>, doc: &mut Doc) {
    let standing = Standing::at(world, at);
    let own = subject(at);
    let about = own.as_ref().map_or(&[][..], |own| standing.on(own));
    let last = beside(at, doc).unwrap_or(doc.blocks.len().saturating_sub(1));
    let is_text = is_text(at);
    let mut blocks = Vec::with_capacity(doc.blocks.len());
    let mut noted = false;
    for (index, mut block) in std::mem::take(&mut doc.blocks).into_iter().enumerate() {
        let is_passage = |link: &&Place| !is_text && matches!(link, Place::In { spot: Spot::Passage { .. }, .. });
        let passage = block.link.as_ref().filter(is_passage).and_then(|link| subject(&locate(world, link).ok()?));
        // A blank row behind a note: nobody shall take the next words of the source for its own.
        block.gap |= std::mem::take(&mut noted);
        blocks.push(block);
        let before = blocks.len();
        if let Some(passage) = passage.filter(|passage| Some(passage) != own.as_ref()) {
            push_notes(&mut blocks, standing.on(&passage), &format!("passage {index}"));
        }
        if index == last {
            push_notes(&mut blocks, about, "notes");
        }
        noted = blocks.len() > before;
    }
    doc.blocks = blocks;
}

/// The block that the notes on what a page is about stand under: the words of an item, an opened passage, or the last
/// block above the sentences of a source.
fn beside(at: &At<'_>, doc: &Doc) -> Option<usize> {
    let subject = doc.blocks.iter().position(|block| block.purpose == Purpose::Subject);
    let opened = || doc.opened().filter(|_| matches!(at, At::In(_, Found::Passage { .. })));
    let above = || {
        let sentence = doc.blocks.iter().position(|block| matches!(block.body, Body::Sentence { .. }))?;
        doc.blocks[..sentence].iter().rposition(|block| block.purpose != Purpose::Note)
    };
    subject.or_else(opened).or_else(above)
}

/// Notes under a heading each; marks have no words.
fn push_notes(blocks: &mut Vec<Block>, notes: &[&Note], key: &str) {
    for (at, note) in notes.iter().filter(|note| !note.is_mark).take(MOST).enumerate() {
        let date = date_words(&note.date);
        let whose = if date.is_empty() { "Your note".to_owned() } else { format!("Your note, {date}") };
        let heading = Body::Heading { text: Text::new(Role::Heading, "Notes"), tail: Text::new(Role::Quiet, &whose) };
        blocks.push(Block::new(format!("{key} {at}"), heading).gap().purpose(Purpose::Note));
        for (line, words) in shown(&note.text).split('\n').enumerate() {
            blocks.push(Block::paragraph(format!("{key} {at} {line}"), Role::Text, words).purpose(Purpose::Note));
        }
    }
}

fn shown(text: &str) -> Cow<'_, str> {
    let end = text.floor_char_boundary(SHOWN);
    if end < text.len() { Cow::Owned(format!("{}…", &text[..end])) } else { Cow::Borrowed(text) }
}

/// What is no date stays as it is written: people edit the files of their notes.
fn date_words(date: &str) -> String {
    Date::parse(date).map_or_else(|| clip(date, 20).into_owned(), |date| date.to_string())
}

/// Every note and mark of the library, by briefing, and behind them those whose words are gone.
pub fn page(world: &World) -> Doc {
    let all = world.notes.all();
    let marks = all.iter().filter(|note| note.is_mark).count();
    let note = [count(all.len() - marks, "note"), count(marks, "mark")].join(", ");
    let mut doc = Doc::new("Notes", &note);
    for (at, problem) in world.notes.problems.iter().enumerate() {
        doc.push(Block::paragraph(format!("problem {at}"), Role::Warn, problem));
    }
    let mut placing = Placing::new(world);
    let placed: Vec<(Option<Place>, &Note)> = all.iter().map(|note| (placing.place_of(note), note)).collect();
    for (number, held) in world.entries().iter().enumerate() {
        let own = placed.iter().filter(|(place, _)| place.as_ref().is_some_and(|place| place.briefing() == Some(&held.id)));
        list(&mut doc, number, held.resolved.briefing.title(), &held.id, &own.collect::<Vec<_>>());
    }
    let orphans: Vec<_> = placed.iter().filter(|(place, _)| place.is_none()).collect();
    if !orphans.is_empty() {
        list(&mut doc, world.library.count(), "Orphaned", "orphaned", &orphans);
        let words = "What these were written on is gone, or no longer says the words that they quote.";
        doc.push(Block::paragraph("orphaned words", Role::Quiet, words).gap());
    }
    if all.is_empty() {
        let is_read = world.notes.shelf.is_some();
        let words = if is_read { "None yet." } else { "Notes are the reader’s own, and are not read here." };
        doc.push(Block::paragraph("none", Role::Quiet, words));
        if is_read {
            let how = with_keys(world, "{note} writes a note on what the cursor is on, {mark} marks it.");
            doc.push(Block::paragraph("how", Role::Quiet, &how).purpose(Purpose::How));
        }
    }
    if !all.is_empty() {
        let signs = [(Own::Note, "a note"), (Own::Mark, "a mark"), (Own::Both, "both")];
        let legend: Vec<String> = signs.iter().map(|(own, words)| format!("{} {words}", own.sign())).collect();
        doc.push(Block::paragraph("legend", Role::Quiet, &legend.join("   ")).gap().purpose(Purpose::Legend));
    }
    if let Some(shelf) = &world.notes.shelf {
        let words = format!("Kept as Markdown in {}", at_home(&shelf.folder.display().to_string()));
        doc.push(Block { gap: all.is_empty(), ..Block::paragraph("kept", Role::Quiet, &words) });
    }
    doc.finish(None)
}

/// A path with `~` for the home folder.
fn at_home(path: &str) -> String {
    let home = std::env::home_dir().map(|home| home.display().to_string()).filter(|home| home.len() > 1);
    let rest = home.and_then(|home| path.strip_prefix(&home).filter(|rest| rest.starts_with('/')).map(str::to_owned));
    rest.map_or_else(|| path.to_owned(), |rest| format!("~{rest}"))
}

/// Notes under a heading: the place of each, its words, and the words that it is on. Orphans name the place that they
/// had.
fn list(doc: &mut Doc, number: usize, heading: &str, key: &str, notes: &[&(Option<Place>, &Note)]) {
    if notes.is_empty() {
        return;
    }
    doc.push(Block::heading(format!("heading {key}"), heading));
    let is_orphan = notes.iter().all(|(place, _)| place.is_none());
    let role = if is_orphan { Role::Warn } else { Role::Accent };
    let row = |key: String, id: &str, text: Text, tail: &str, one_row: bool| {
        let (id, tail) = (Text::new(role, id), Text::new(Role::Quiet, tail));
        Block::new(key, Body::ListRow(ListRow { list: number, id, text, tail, one_row, ..ListRow::default() }))
    };
    for (at, (place, note)) in notes.iter().enumerate() {
        let name = place.as_ref().map_or_else(|| note.address.clone(), Place::short);
        let mut lines: Vec<Text> = match note.text.as_str() {
            "" if note.is_mark => vec![Text::new(Role::Text, "Marked")],
            text => shown(text).split('\n').map(|line| Text::new(Role::Strong, line)).collect(),
        };
        if is_orphan {
            lines.insert(0, Text::new(Role::Warn, &name));
        }
        for (line, text) in lines.into_iter().enumerate() {
            let (id, tail) = if line == 0 { (name.as_str(), date_words(&note.date)) } else { ("", String::new()) };
            let block = row(format!("{key} {at} {line}"), if is_orphan { "" } else { id }, text, &tail, false);
            doc.push(Block { link: place.clone().filter(|_| line == 0), gap: line == 0 && at > 0, ..block });
        }
        if !note.quote.is_empty() {
            doc.push(row(format!("{key} {at} quote"), "", Text::new(Role::Quiet, &format!("“{}”", note.quote)), "", !is_orphan));
        }
    }
}
