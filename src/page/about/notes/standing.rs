//! What a note is on, the words that it is anchored to, and whether they still stand there.

use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::World;
use crate::page::about::short_form::{likelihood_word, statement, with_likelihood};
use crate::page::at::{At, Found, locate_in};
use crate::page::place::{Place, Spot};
use crate::page::styled_text::one_line;
use crate::personal::notes::Note;
use crate::text::fold::alike;
use crate::text::single_spaced;
use std::collections::HashMap;

/// The most characters that a note is anchored to.
const LONGEST: usize = 1000;
/// Sentences are looked up by so many letters and digits of their beginning before they are compared whole.
const KNOWN_BY: usize = 24;

/// What a note that is written at a place is on: a judgement and not its side, a source and not its text. Nothing
/// outside of a briefing can be noted.
#[must_use]
pub fn subject(at: &At<'_>) -> Option<Place> {
    let (held, found) = at.inside()?;
    Some(found.subject(held).place(held))
}

/// The words of what a note is on, on one line. They are empty for a page without words of its own; `None` where there
/// is no such place.
#[must_use]
pub fn words_of(world: &World, subject: &Place) -> Option<String> {
    locate_in(world, subject).map(|(held, found)| words_in(held, found))
}

fn words_in(held: &HeldBriefing, found: Found) -> String {
    match found {
        Found::Item(item) => short(&with_likelihood(&held.resolved, item).plain()),
        _ => found.quote(held).map_or_else(String::new, short),
    }
}

fn short(words: &str) -> String {
    let mut line = single_spaced(&one_line(words));
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

/// The words are what a note quotes. How likely a judgement was when the note was written may have changed since: the note
/// is on the judgement all the same.
fn says(held: &HeldBriefing, found: Found, quote: &str) -> bool {
    let same_statement = |item: Item| {
        let rest = likelihood_word(&held.resolved.briefing, item).and_then(|_| quote.split_once(": ")).map(|(_, rest)| rest);
        let words = short(&statement(&held.resolved, item));
        [Some(quote), rest].into_iter().flatten().any(|quote| alike(&words, quote))
    };
    alike(&words_in(held, found), quote) || matches!(found, Found::Item(item) if same_statement(item))
}

/// Finds where notes stand today. It goes through a source once, however many notes look for their sentences there.
pub struct Placing<'a> {
    world: &'a World,
    /// What is of a briefing that there is no more is looked for in the others.
    everywhere: bool,
    /// By a briefing's id and the index of a source: its sentences by their beginnings.
    sentences: HashMap<(String, usize), HashMap<String, Vec<Found>>>,
}

impl<'a> Placing<'a> {
    pub fn new(world: &'a World) -> Self {
        Self { world, everywhere: true, sentences: HashMap::new() }
    }

    /// What is of a briefing that there is no more is nowhere.
    fn at_home(world: &'a World) -> Self {
        Self { everywhere: false, ..Self::new(world) }
    }

    /// A note stands at its address, if the words that it is anchored to are still there. What has another name or number
    /// today is found by its words, if they stand there once: an item in its briefing, a sentence in its source, a passage in
    /// its claim, and where that is called otherwise, in the briefing; what is of a briefing that there is no more, in those
    /// that are read. Nothing is guessed.
    #[must_use]
    pub fn place_of(&mut self, note: &Note) -> Option<Place> {
        let place = note.address.parse::<Place>().ok()?;
        let says = |held: &HeldBriefing, found: Found| says(held, found, &note.quote);
        if let Some((held, found)) = locate_in(self.world, &place) {
            let subject = found.subject(held);
            if note.quote.is_empty() || says(held, subject) {
                return Some(subject.place(held));
            }
        }
        if note.quote.is_empty() {
            return None;
        }
        let Some((held, container)) = place.numbered().and_then(|(container, _)| locate_in(self.world, &container)) else {
            return self.renamed(&place, &note.quote);
        };
        let others: Vec<Found> = match container {
            Found::Item(Item { kind: ItemKind::Source, index }) => {
                let known = self.sentences.entry((held.id.clone(), index)).or_insert_with(|| by_beginning(held, container));
                known.get(&beginning(&note.quote)).cloned().unwrap_or_default()
            }
            _ => container.numbered(held).collect(),
        };
        let mut same = others.into_iter().filter(|other| says(held, *other));
        match (same.next(), same.next()) {
            (Some(only), None) => Some(only.place(held)),
            (Some(_), Some(_)) => None,
            // Another has its name now.
            (None, _) => self.renamed(&place, &note.quote),
        }
    }

    /// The one place of a kind that has the words, whatever it and what it stands in are called now.
    fn renamed(&mut self, place: &Place, quote: &str) -> Option<Place> {
        let Place::In { briefing, spot } = place else { return None };
        let own = self.world.entry(briefing);
        let all = if own.is_none() && self.everywhere { self.world.entries() } else { Vec::new() };
        let mut found = Vec::new();
        for held in own.into_iter().chain(all.into_iter().map(|held| &**held)) {
            match spot {
                Spot::Sentence { .. } | Spot::Source { sentence: Some(_), .. } => {
                    for source in 0..held.resolved.briefing.sources.len() {
                        let container = Found::item(ItemKind::Source, source);
                        let known = self.sentences.entry((held.id.clone(), source)).or_insert_with(|| by_beginning(held, container));
                        let same = known.get(&beginning(quote)).into_iter().flatten().filter(|other| says(held, **other, quote));
                        found.extend(same.map(|other| other.place(held)));
                    }
                }
                Spot::Passage { .. } => {
                    let claims = (0..held.resolved.briefing.claims.len()).map(|claim| Found::item(ItemKind::Claim, claim));
                    let passages = claims.flat_map(|claim| claim.numbered(held)).filter(|other| says(held, *other, quote));
                    found.extend(passages.map(|other| other.place(held)));
                }
                Spot::Item(_) | Spot::Side { .. } | Spot::IfFalse(_) => {
                    let items = held.resolved.briefing.items().map(Found::Item).filter(|other| says(held, *other, quote));
                    found.extend(items.map(|other| other.place(held)));
                }
                _ => {}
            }
        }
        let only = found.pop()?;
        found.is_empty().then_some(only)
    }
}

fn by_beginning(held: &HeldBriefing, source: Found) -> HashMap<String, Vec<Found>> {
    let mut known: HashMap<String, Vec<Found>> = HashMap::new();
    for sentence in source.numbered(held) {
        known.entry(beginning(sentence.quote(held).unwrap_or_default())).or_default().push(sentence);
    }
    known
}

/// Letters and digits only: those are the same in every typography.
fn beginning(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).take(KNOWN_BY).collect()
}

/// Notes and marks by what they are on.
pub struct Standing<'a>(HashMap<Place, Vec<&'a Note>>);

impl<'a> Standing<'a> {
    /// `None` for all briefings.
    pub fn of(world: &'a World, briefing: Option<&str>) -> Self {
        let mut standing: HashMap<Place, Vec<&Note>> = HashMap::new();
        let wanted = world.notes.all().iter().filter(|note| briefing.is_none_or(|id| note.briefing() == id));
        let mut placing = Placing::at_home(world);
        for note in wanted {
            if let Some(place) = placing.place_of(note) {
                standing.entry(place).or_default().push(note);
            }
        }
        Self(standing)
    }

    /// Those that the page of a place may show.
    pub fn at(world: &'a World, at: &At<'_>) -> Self {
        Self::of(world, at.inside().map(|(held, _)| held.id.as_str()))
    }

    /// What they are on.
    pub fn subjects(&self) -> impl Iterator<Item = &Place> {
        self.0.keys()
    }

    /// Those on passages, by the sentence that the passage begins in.
    pub fn passages(&self, world: &World) -> HashMap<Place, Vec<&'a Note>> {
        let mut on_sentences: HashMap<Place, Vec<&Note>> = HashMap::new();
        for (place, notes) in &self.0 {
            if let Some(sentence) = sentence_of(world, place) {
                on_sentences.entry(sentence).or_default().extend(notes);
            }
        }
        on_sentences
    }

    pub fn on(&self, subject: &Place) -> &[&'a Note] {
        self.0.get(subject).map_or(&[], Vec::as_slice)
    }
}

fn sentence_of(world: &World, place: &Place) -> Option<Place> {
    let (held, passage @ Found::Passage { .. }) = locate_in(world, place)? else { return None };
    let (source, sentence) = passage.sentence(held)?;
    Some(Found::Sentence { source, sentence }.place(held))
}

/// Notes and marks on a place, in the order of their file.
#[must_use]
pub fn notes_on<'a>(world: &'a World, subject: &Place) -> Vec<&'a Note> {
    Standing::of(world, subject.briefing()).on(subject).to_vec()
}
