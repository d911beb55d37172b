//! What a briefing says: its items, typed, in the file's order, each value with its place in the file.
//!
//! Everything but the briefing's id may be missing: a file that lacks something opens with its findings, and a rule says
//! what is missing.

mod analysis;
mod item;
mod outlook;
mod sources;

pub use analysis::{Alternative, Assumption, Dissent, Judgement, Outcome, Was};
pub use item::{Head, Item, ItemKind};
pub use outlook::{Event, Gap, Indicator, Relationship, Scenario};
pub use sources::{Actor, ActorKind, Candidate, Claim, Extent, Passage, SetAside, Source};

use super::date::Date;
use super::scale::slide::Part;
use super::scale::{Change, EventKinds, Marking, Markings, Yardstick};
use crate::yaml::spanned::{Span, Spanned, Word};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

pub type Text = Spanned<String>;
/// The id of another item.
pub type Reference = Spanned<String>;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Briefing {
    /// The first part of every address in it.
    pub id: String,
    pub id_span: Span,
    /// The file was read to its end, and no broken syntax cut it short.
    pub complete: bool,
    /// Only what has none is ever written.
    #[serde(skip)]
    pub unread: Unread,
    pub title: Option<Text>,
    /// The only markings that it may use.
    pub markings: Option<Word<Markings>>,
    /// Who may be shown the briefing.
    pub marking: Option<Word<Marking>>,
    /// The narrowest marking of the briefing and its items, as it is shown.
    pub shown_as: Option<(String, Option<Marking>)>,
    /// Of this edition.
    pub date: Option<Word<Date>>,
    /// The only likelihood words that it may use.
    pub yardstick: Option<Word<Yardstick>>,
    /// The only kinds that its events may have.
    pub event_kinds: Option<Word<EventKinds>>,
    pub change: Option<Word<Change>>,
    /// The file of the edition before, relative to the library.
    pub previous: Option<Text>,
    pub authors: Vec<Text>,
    pub approved_by: Option<Text>,
    /// Whom it is written for.
    pub customers: Vec<Text>,
    /// Words that it is filed under, whatever it says.
    pub tags: Vec<Text>,
    pub question: Option<Text>,
    pub bottom_line: Option<Text>,
    /// What it means for the reader (ICD 203, standard 5).
    pub implications: Vec<Text>,
    /// The strengths and weaknesses of all sources together (ICD 206).
    pub source_summary: Option<Text>,
    /// Findings of the briefing itself that the analyst has looked at and lives with: the rule, and why.
    pub accept: Vec<(Text, Text)>,
    pub sources: Vec<Source>,
    pub actors: Vec<Actor>,
    /// Slugs.
    pub sections: Vec<Text>,
    /// Section by section.
    pub claims: Vec<Claim>,
    /// Section by section. They are no items: nothing rests on them, and nothing names them.
    pub candidates: Vec<Candidate>,
    pub judgements: Vec<Judgement>,
    pub assumptions: Vec<Assumption>,
    pub alternatives: Vec<Alternative>,
    pub dissents: Vec<Dissent>,
    pub indicators: Vec<Indicator>,
    pub scenarios: Vec<Scenario>,
    pub gaps: Vec<Gap>,
    /// In time order.
    pub events: Vec<Event>,
    pub relationships: Vec<Relationship>,
    /// The order of the talk; the usual one where it names none.
    pub slides: Vec<Planned>,
}

/// A name in the order of a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Planned {
    Part(Part),
    /// The id of a judgement that there is.
    Judgement(String),
}

/// What stands in a file and could not be read. A finding names it, so no rule may call it missing as well.
#[derive(Debug, Clone, Default)]
pub struct Unread {
    /// Kinds of which an item could not be read.
    pub kinds: HashSet<ItemKind>,
    /// Ids and slugs that could not be read, or that are misspelt where they are defined.
    pub ids: HashSet<String>,
    /// The id of an item, empty for the briefing, and the field that was meant, empty where nobody knows.
    pub fields: HashSet<(String, &'static str)>,
    /// The ids of items with a mistake of form, or cut by one.
    pub malformed: HashSet<String>,
    /// Fields with nothing in them, by the same names. An item with nothing in it has the empty one.
    pub blank: HashSet<(String, &'static str)>,
}

impl Unread {
    /// The item `id` has something that should be its field `name`, or a finding says already that nothing is in it.
    #[must_use]
    pub fn field(&self, id: &str, name: &'static str) -> bool {
        let (named, whole) = ((id.to_owned(), name), (id.to_owned(), ""));
        self.fields.contains(&named) || self.blank.contains(&named) || self.blank.contains(&whole)
    }
}

impl Briefing {
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.complete && self.unread.kinds.is_empty() && self.unread.ids.is_empty() && self.unread.fields.is_empty()
    }

    /// ICD 203 where the file names none.
    #[must_use]
    pub fn yardstick(&self) -> Yardstick {
        self.yardstick.as_ref().and_then(|word| word.value).unwrap_or(Yardstick::Icd203)
    }

    /// TLP where the file names none.
    #[must_use]
    pub fn markings(&self) -> Markings {
        self.markings.as_ref().and_then(|word| word.value).unwrap_or(Markings::Tlp)
    }

    #[must_use]
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id, |title| &title.value)
    }

    /// The horizon of the judgement at `index` lies wholly before today, or before the day of the edition where that is
    /// later: an edition of a later date is read as on its own day.
    #[must_use]
    pub fn has_passed(&self, index: usize, today: Option<&Date>) -> bool {
        let date = |word: &Option<Word<Date>>| word.as_ref()?.value.clone();
        let by = date(&self.judgements[index].by);
        let day = date(&self.date).map(|date| date.earliest()).max(today.map(Date::earliest));
        by.zip(day).is_some_and(|(by, day)| by.latest() < day)
    }

    /// Every item, in the order of the format.
    pub fn items(&self) -> impl Iterator<Item = Item> + '_ {
        ItemKind::ALL.iter().flat_map(|kind| (0..self.count(*kind)).map(|index| Item { kind: *kind, index }))
    }

    #[must_use]
    pub fn count(&self, kind: ItemKind) -> usize {
        match kind {
            ItemKind::Source => self.sources.len(),
            ItemKind::Actor => self.actors.len(),
            ItemKind::Claim => self.claims.len(),
            ItemKind::Judgement => self.judgements.len(),
            ItemKind::Assumption => self.assumptions.len(),
            ItemKind::Alternative => self.alternatives.len(),
            ItemKind::Dissent => self.dissents.len(),
            ItemKind::Indicator => self.indicators.len(),
            ItemKind::Scenario => self.scenarios.len(),
            ItemKind::Gap => self.gaps.len(),
            ItemKind::Event => self.events.len(),
            ItemKind::Relationship => self.relationships.len(),
        }
    }

    #[must_use]
    pub fn head(&self, item: Item) -> &Head {
        let index = item.index;
        match item.kind {
            ItemKind::Source => &self.sources[index].head,
            ItemKind::Actor => &self.actors[index].head,
            ItemKind::Claim => &self.claims[index].head,
            ItemKind::Judgement => &self.judgements[index].head,
            ItemKind::Assumption => &self.assumptions[index].head,
            ItemKind::Alternative => &self.alternatives[index].head,
            ItemKind::Dissent => &self.dissents[index].head,
            ItemKind::Indicator => &self.indicators[index].head,
            ItemKind::Scenario => &self.scenarios[index].head,
            ItemKind::Gap => &self.gaps[index].head,
            ItemKind::Event => &self.events[index].head,
            ItemKind::Relationship => &self.relationships[index].head,
        }
    }

    /// The running texts of the briefing itself, in the order of the format.
    pub fn own_prose(&self) -> impl Iterator<Item = &Text> {
        let before = [&self.title, &self.question, &self.bottom_line].into_iter().flatten();
        before.chain(&self.implications).chain(&self.source_summary).chain(self.accept.iter().map(|(_, why)| why))
    }

    /// What the analyst lives with of an item, or of the briefing itself.
    #[must_use]
    pub fn accepted_of(&self, item: Option<Item>) -> &[(Text, Text)] {
        item.map_or(&self.accept, |item| &self.head(item).accept)
    }

    /// The running texts of an item, in the order of the format. Items are named in them in brackets: `[J1]`.
    pub fn prose(&self, item: Item) -> impl Iterator<Item = &Text> {
        self.head(item).accept.iter().map(|(_, why)| why).chain(self.said(item))
    }

    /// The same without what is accepted of it: that speaks of the file, and not of the subject.
    pub fn said(&self, item: Item) -> impl Iterator<Item = &Text> {
        let at = item.index;
        let own: [&Option<Text>; 4] = match item.kind {
            ItemKind::Source => [&self.sources[at].title, &self.sources[at].descriptor, &None, &None],
            ItemKind::Actor | ItemKind::Relationship => [&None, &None, &None, &None],
            ItemKind::Claim => [&self.claims[at].text, &None, &None, &None],
            ItemKind::Judgement => {
                let judgement = &self.judgements[at];
                let why = judgement.was.as_ref().map_or(&None, |was| &was.why);
                let note = judgement.outcome.as_ref().map_or(&None, |outcome| &outcome.note);
                [&judgement.text, &judgement.because, why, note]
            }
            ItemKind::Assumption => [&self.assumptions[at].text, &self.assumptions[at].if_wrong, &None, &None],
            ItemKind::Alternative => [&self.alternatives[at].text, &None, &None, &None],
            ItemKind::Dissent => [&self.dissents[at].text, &None, &None, &None],
            ItemKind::Indicator => [&self.indicators[at].text, &self.indicators[at].threshold, &None, &None],
            ItemKind::Scenario => [&self.scenarios[at].text, &None, &None, &None],
            ItemKind::Gap => [&self.gaps[at].text, &self.gaps[at].collect, &None, &None],
            ItemKind::Event => [&self.events[at].text, &None, &None, &None],
        };
        let asides = if item.kind == ItemKind::Source { self.sources[at].set_aside.as_slice() } else { &[] };
        own.into_iter().flatten().chain(asides.iter().filter_map(|aside| aside.why.as_ref()))
    }

    #[must_use]
    pub fn id_of(&self, item: Item) -> &str {
        &self.head(item).id.value
    }
}
