//! What a note is on, the words that it is anchored to, and whether they still stand there.

use crate::briefing::ItemKind;
use crate::library::HeldBriefing;
use crate::own::notes::Note;
use crate::page::World;
use crate::page::place::{Place, Spot};
use crate::page::short::summary;
use crate::page::words::one_line;
use crate::text::fold::{Folded, Folding};
use std::collections::HashMap;

/// The most characters of a place's words that a note is anchored to.
const LONGEST: usize = 1000;
/// How many letters and digits the beginning of a sentence is known by, before all of it is compared.
const KNOWN_BY: usize = 24;

/// What a note that is written at a place is on: a judgement and not its side, a source and not its text. None for what
/// stands in no briefing.
#[must_use]
pub fn subject(world: &World, place: &Place) -> Option<Place> {
    let Place::In { briefing, spot } = place else { return None };
    let entry = world.entry(briefing)?;
    let spot = match spot {
        Spot::Side { judgement, .. } => Spot::Item(judgement.clone()),
        Spot::Source { source, sentence: None } | Spot::Drift { source } => Spot::Item(source.clone()),
        Spot::Source { source, sentence: Some(sentence) } => Spot::Sentence { source: source.clone(), sentence: *sentence },
        Spot::Sources => match entry.resolved.briefing.sources.as_slice() {
            [only] => Spot::Item(only.head.id.value.clone()),
            _ => Spot::Sources,
        },
        other => other.clone(),
    };
    Some(Place::within(briefing, spot))
}

/// The words of what a note is on, on one line; empty for a page that is no item. None where there is no such place.
#[must_use]
pub fn words_of(world: &World, subject: &Place) -> Option<String> {
    let Place::In { briefing, spot } = subject else { return None };
    words_in(world.entry(briefing)?, spot)
}

fn words_in(entry: &HeldBriefing, spot: &Spot) -> Option<String> {
    let resolved = &entry.resolved;
    match spot {
        Spot::Item(id) => Some(short(&summary(resolved, resolved.graph.find(id)?))),
        Spot::Passage { claim, passage } => {
            let claim = resolved.graph.find(claim).filter(|item| item.kind == ItemKind::Claim)?.index;
            let passage = resolved.briefing.claims[claim].passages.get(passage.checked_sub(1)?)?;
            Some(short(&passage.exact.value))
        }
        Spot::Sentence { source, sentence } => {
            let source = resolved.briefing.sources.iter().position(|described| described.head.id.value == *source)?;
            let text = resolved.text(source)?;
            let sentence = text.sentences().get(sentence.checked_sub(1)?)?;
            Some(short(&text.text()[sentence.range.clone()]))
        }
        Spot::Section(slug) => resolved.briefing.sections.iter().any(|section| section.value == *slug).then(String::new),
        Spot::Side { .. } | Spot::Source { .. } | Spot::Drift { .. } => None,
        _ => Some(String::new()),
    }
}

/// Words on one line, without what could command a terminal, cut where they are very long.
fn short(words: &str) -> String {
    let mut line = one_line(words).split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

/// Finds where notes stand today. Where many look for their sentences, each source is gone through once.
pub struct Placing<'a> {
    world: &'a World,
    /// The 1-based numbers of the sentences of a source, by how they begin; a source by its briefing and its place there.
    sentences: HashMap<(String, usize), HashMap<String, Vec<usize>>>,
}

impl<'a> Placing<'a> {
    /// In these briefings.
    pub fn new(world: &'a World) -> Self {
        Self { world, sentences: HashMap::new() }
    }

    /// Where a note stands: at its address, if the words that it is anchored to are still there. A sentence or a passage
    /// that has another number now is found by its words if they stand there once. Nothing is guessed.
    #[must_use]
    pub fn place_of(&mut self, note: &Note) -> Option<Place> {
        let place = subject(self.world, &note.address.parse().ok()?)?;
        let Place::In { briefing, spot } = &place else { return None };
        let entry = self.world.entry(briefing)?;
        if words_in(entry, spot).is_some_and(|words| note.quote.is_empty() || alike(&words, &note.quote)) {
            return Some(place);
        }
        if note.quote.is_empty() {
            return None;
        }
        let resolved = &entry.resolved;
        let others: Vec<Spot> = match spot {
            Spot::Passage { claim, .. } => {
                let index = resolved.graph.find(claim).filter(|item| item.kind == ItemKind::Claim)?.index;
                let passages = 1..=resolved.briefing.claims[index].passages.len();
                passages.map(|passage| Spot::Passage { claim: claim.clone(), passage }).collect()
            }
            Spot::Sentence { source, .. } => {
                let index = resolved.briefing.sources.iter().position(|described| described.head.id.value == *source)?;
                let known = self.sentences.entry((briefing.clone(), index)).or_insert_with(|| by_beginning(entry, index));
                let numbers = known.get(&beginning(&note.quote)).into_iter().flatten();
                numbers.map(|sentence| Spot::Sentence { source: source.clone(), sentence: *sentence }).collect()
            }
            _ => return None,
        };
        let mut same = others.into_iter().filter(|other| words_in(entry, other).is_some_and(|words| alike(&words, &note.quote)));
        match (same.next(), same.next()) {
            (Some(only), None) => Some(Place::within(briefing, only)),
            _ => None,
        }
    }
}

/// The sentences of a source by how they begin.
fn by_beginning(entry: &HeldBriefing, source: usize) -> HashMap<String, Vec<usize>> {
    let mut found: HashMap<String, Vec<usize>> = HashMap::new();
    if let Some(text) = entry.resolved.text(source) {
        for (number, sentence) in (1..).zip(text.sentences()) {
            found.entry(beginning(&text.text()[sentence.range.clone()])).or_default().push(number);
        }
    }
    found
}

/// The first letters and digits: typography touches none of them.
fn beginning(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).take(KNOWN_BY).collect()
}

/// Two texts differ in typography at most.
fn alike(one: &str, other: &str) -> bool {
    one == other || Folded::new(one, Folding::Typography).as_str() == Folded::new(other, Folding::Typography).as_str()
}

/// The notes and marks of one briefing by what they are on.
pub struct Standing<'a>(HashMap<Place, Vec<&'a Note>>);

impl<'a> Standing<'a> {
    /// Those of the briefing with an id, or of all.
    pub fn of(world: &'a World, briefing: Option<&str>) -> Self {
        let mut found: HashMap<Place, Vec<&Note>> = HashMap::new();
        let wanted = world.notes.all().iter().filter(|note| briefing.is_none_or(|id| note.briefing() == id));
        let mut placing = Placing::new(world);
        for note in wanted {
            if let Some(place) = placing.place_of(note) {
                found.entry(place).or_default().push(note);
            }
        }
        Self(found)
    }

    /// Those on passages, by the sentence that each begins in.
    pub fn passages(&self, world: &World) -> HashMap<Place, Vec<&'a Note>> {
        let mut found: HashMap<Place, Vec<&Note>> = HashMap::new();
        for (place, notes) in &self.0 {
            if let Some(sentence) = sentence_of(world, place) {
                found.entry(sentence).or_default().extend(notes);
            }
        }
        found
    }

    /// Those on a place.
    pub fn on(&self, subject: &Place) -> &[&'a Note] {
        self.0.get(subject).map_or(&[], Vec::as_slice)
    }
}

/// The sentence that a passage begins in.
fn sentence_of(world: &World, place: &Place) -> Option<Place> {
    let Place::In { briefing, spot: Spot::Passage { claim, passage } } = place else { return None };
    let resolved = &world.entry(briefing)?.resolved;
    let claim = resolved.graph.find(claim).filter(|item| item.kind == ItemKind::Claim)?.index;
    let anchored = resolved.evidence().passages[claim].get(passage.checked_sub(1)?)?;
    let source = anchored.source?;
    let sentence = resolved.text(source)?.sentences_in(&anchored.anchor.range()?).start + 1;
    Some(Place::within(briefing, Spot::Sentence { source: resolved.briefing.sources[source].head.id.value.clone(), sentence }))
}

/// The notes that stand on a place, marks among them, in the order of their file.
#[must_use]
pub fn notes_on<'a>(world: &'a World, subject: &Place) -> Vec<&'a Note> {
    Standing::of(world, subject.briefing()).on(subject).to_vec()
}
