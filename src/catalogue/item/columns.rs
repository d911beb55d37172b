//! What something is filtered by.

use super::{Document, Name};
use crate::briefing::Level;
use crate::briefing::date::day_number;
use crate::briefing::model::Source;
use crate::briefing::scale::{Likelihood, Marking};
use crate::briefing::{Date, Item, ItemKind, Word};
use crate::catalogue::fields::Field;
use crate::catalogue::vocabulary::{self, OPEN, State, likelihood};
use crate::check::Report;
use crate::library::HeldBriefing;
use crate::text::plain_name;

pub type Names = Vec<Name>;

/// What all documents of a briefing have.
pub struct Columns<'a> {
    held: &'a HeldBriefing,
    words: Vec<(Field, u64)>,
    names: Names,
    actors: Names,
    days: Vec<(Field, i64, i64)>,
    marking: Option<Marking>,
}

impl<'a> Columns<'a> {
    pub fn of(held: &'a HeldBriefing) -> Self {
        let briefing = &held.resolved.briefing;
        let of = |field, names: &[crate::briefing::model::Text]| {
            names.iter().map(|name| Name::new(field, &name.value, &name.value)).collect::<Vec<_>>()
        };
        // An id is looked up as it is.
        let mut names = vec![Name { field: Field::Briefing, written: held.id.clone(), shown: held.id.clone() }];
        names.extend(of(Field::Tag, &briefing.tags));
        names.extend(of(Field::Author, &briefing.authors));
        Self {
            held,
            words: vec![(Field::State, state(held.known_report()) as u64)],
            names,
            actors: (0..briefing.actors.len()).flat_map(|index| actor(held, index)).collect(),
            days: days(Field::Date, briefing.date.as_ref()).into_iter().collect(),
            marking: briefing.shown_as.as_ref().and_then(|(_, marking)| *marking),
        }
    }

    pub fn add(&self, mut document: Document, item: Option<Item>) -> Document {
        self.common(&mut document);
        let own_marking = item.and_then(|item| self.held.resolved.briefing.head(item).marking.as_ref());
        self.mark(&mut document, own_marking);
        let own_actors = item.and_then(|item| self.own_actors(item));
        let named = own_actors.clone().or_else(|| item.map(|item| self.named(item))).unwrap_or_default();
        document.names.extend(named.into_iter().map(|name| Name { field: Field::About, ..name }));
        document.names.extend(own_actors.unwrap_or_else(|| self.actors.clone()));
        if let Some(item) = item {
            document.portion = self.held.resolved.portion_of(item);
            self.own(&mut document, item);
        }
        document
    }

    pub fn add_paragraph(&self, mut document: Document, source: usize) -> Document {
        self.common(&mut document);
        let described = &self.held.resolved.briefing.sources[source];
        self.mark(&mut document, described.head.marking.as_ref());
        document.names.extend(self.actors.iter().cloned());
        add_source(&mut document, described);
        document.portion = self.held.resolved.portion_of(Item { kind: ItemKind::Source, index: source });
        document
    }

    fn common(&self, document: &mut Document) {
        document.words.push((Field::In, document.kind.code()));
        document.words.extend(&self.words);
        document.names.extend(self.names.iter().cloned());
        document.days.extend(&self.days);
    }

    /// An item without a marking of its own is marked as its briefing. A briefing is marked by the narrowest of all.
    fn mark(&self, document: &mut Document, own: Option<&Word<Marking>>) {
        let of_briefing = || match document.spot.as_str() {
            "" => self.marking,
            _ => self.held.resolved.briefing.marking.as_ref().and_then(|word| word.value),
        };
        let marking = own.map_or_else(of_briefing, |word| word.value);
        document.words.extend(marking.map(|marking| (Field::Marking, vocabulary::marking(marking))));
    }

    /// `None`: it is of all that act in the briefing.
    fn own_actors(&self, item: Item) -> Option<Names> {
        let briefing = &self.held.resolved.briefing;
        let ids: Vec<&str> = match item.kind {
            ItemKind::Actor => return Some(actor(self.held, item.index).collect()),
            ItemKind::Event => briefing.events[item.index].actors.iter().map(|id| id.value.as_str()).collect(),
            ItemKind::Relationship => {
                let tie = &briefing.relationships[item.index];
                tie.from.iter().chain(&tie.to).map(|id| id.value.as_str()).collect()
            }
            _ => return None,
        };
        let indices = (0..briefing.actors.len()).filter(|index| ids.contains(&briefing.actors[*index].head.id.value.as_str()));
        Some(indices.flat_map(|index| actor(self.held, index)).collect())
    }

    /// The actors that the words of an item name.
    fn named(&self, item: Item) -> Names {
        let resolved = &self.held.resolved;
        let is_named = |actor: &usize| resolved.briefing.said(item).any(|text| resolved.is_named(*actor, text));
        let named = (0..resolved.briefing.actors.len()).filter(is_named);
        named.flat_map(|index| actor(self.held, index)).collect()
    }

    fn own(&self, document: &mut Document, item: Item) {
        let briefing = &self.held.resolved.briefing;
        let at = item.index;
        let mut likely = |word: &Option<Word<Likelihood>>| {
            let code = word.as_ref().and_then(|word| word.value).map(likelihood);
            document.words.extend(code.map(|code| (Field::Likelihood, code)));
        };
        match item.kind {
            ItemKind::Judgement => {
                let judgement = &briefing.judgements[at];
                likely(&judgement.likelihood);
                let confidence = judgement.confidence.as_ref().and_then(|word| word.value);
                document.words.extend(confidence.map(|confidence| (Field::Confidence, confidence as u64)));
                document.words.push((Field::Outcome, judgement.came().map_or(OPEN, |came| came as u64)));
                document.names.extend(judgement.section.iter().map(|slug| Name::new(Field::Section, &slug.value, &slug.value)));
                document.days.extend(days(Field::By, judgement.by.as_ref()));
            }
            ItemKind::Alternative => likely(&briefing.alternatives[at].likelihood),
            ItemKind::Dissent => likely(&briefing.dissents[at].likelihood),
            ItemKind::Scenario => likely(&briefing.scenarios[at].likelihood),
            ItemKind::Claim => {
                let claim = &briefing.claims[at];
                document.words.extend(claim.kind.map(|kind| (Field::Kind, kind as u64)));
                document.words.extend(claim.credibility().map(|grade| (Field::Credibility, grade as u64)));
                document.names.extend(briefing.sections.get(claim.section).map(|slug| Name::new(Field::Section, &slug.value, &slug.value)));
                for source in self.held.resolved.sources_of(at) {
                    add_source(document, &briefing.sources[source]);
                }
            }
            ItemKind::Source => add_source(document, &briefing.sources[at]),
            _ => {}
        }
    }
}

impl Name {
    fn new(field: Field, written: &str, shown: &str) -> Self {
        Self { field, written: plain_name(written), shown: plain_name(shown) }
    }
}

/// An actor by all its names.
fn actor(held: &HeldBriefing, index: usize) -> impl Iterator<Item = Name> {
    let actor = &held.resolved.briefing.actors[index];
    let shown = actor.name();
    [shown, &actor.head.id.value]
        .into_iter()
        .chain(actor.aka.iter().map(|name| name.value.as_str()))
        .map(|name| Name::new(Field::Actor, name, shown))
}

/// A source by all that tells which one it is, in other briefings too.
fn add_source(document: &mut Document, source: &Source) {
    let reliability = source.reliability.as_ref().and_then(|word| word.value);
    document.words.extend(reliability.map(|grade| (Field::Reliability, grade as u64)));
    let shown = source.publisher.as_ref().or(source.title.as_ref()).map_or(source.head.id.value.as_str(), |name| &name.value);
    let described = [&source.publisher, &source.title, &source.url, &source.origin].into_iter().flatten().map(|text| text.value.as_str());
    let pinned = source.sha256.as_ref().map(|word| word.text.as_str());
    let names = described.chain([source.head.id.value.as_str()]).chain(pinned);
    document.names.extend(names.map(|name| Name::new(Field::Source, name, shown)));
}

/// The days that a date may mean; an end that is open is at the end of time.
fn days(field: Field, date: Option<&Word<Date>>) -> Option<(Field, i64, i64)> {
    let date = date?.value.as_ref()?;
    Some((field, date.first_day().unwrap_or(i64::from(i32::MIN)), date.last_day().unwrap_or(i64::from(i32::MAX))))
}

#[must_use]
pub fn state(report: Option<&Report>) -> State {
    let Some(Report { findings, accepted }) = report else { return State::Unchecked };
    if findings.iter().any(|finding| finding.level == Level::Error) {
        State::Errors
    } else if !findings.is_empty() {
        State::Findings
    } else if accepted.is_empty() {
        State::Clean
    } else {
        State::Accepted
    }
}

/// The day from which on the check may find something else, after a day: a horizon passes, or an outcome that was to come.
#[must_use]
pub fn next_change(held: &HeldBriefing, today: &Date) -> Option<i64> {
    let today = day_number(today.latest());
    let judgements = held.resolved.briefing.judgements.iter();
    let ends = judgements.flat_map(|judgement| {
        let by = judgement.by.as_ref().and_then(|word| word.value.as_ref()?.last_day()).map(|day| day + 1);
        let on = judgement.outcome.as_ref().and_then(|outcome| outcome.on.as_ref()?.value.as_ref()?.first_day());
        [by, on]
    });
    ends.flatten().filter(|day| *day > today).min()
}
