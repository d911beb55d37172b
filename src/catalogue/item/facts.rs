//! What pages over a whole library say of an item beside its words, and the numbers that they are sorted and counted by.

use super::Document;
use crate::briefing::date::day_number;
use crate::briefing::model::Judgement;
use crate::briefing::scale::{Came, Direction, Likelihood, Vocabulary};
use crate::briefing::{Date, Item, ItemKind, LinkKind, Word};
use crate::catalogue::briefing_row::Judged;
use crate::catalogue::column;
use crate::catalogue::origin::Origin;
use crate::catalogue::vocabulary::likelihood;
use crate::library::HeldBriefing;
use crate::text::spaced;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// When it happened, was published or was judged, in words; empty where nobody says.
    pub when: String,
    /// Of a claim its grade, of a source its letter; a question mark for what the file does not say.
    pub grade: String,
    /// Of an indicator.
    pub watched: Option<Watched>,
    /// Of a source.
    pub origin: Option<Origin>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    pub threshold: Option<String>,
    /// When it was seen, in words.
    pub seen: Option<String>,
    pub bears: Vec<Bearing>,
}

/// What an indicator moves, as it stands to the judgement that it bears on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stands {
    #[default]
    Itself,
    /// It reads the judgement otherwise.
    Alternative,
    /// The judgement rests on it.
    Assumption,
}

/// A judgement that an indicator bears on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bearing {
    pub moved: String,
    pub stands: Stands,
    /// Which way that is moved. What follows for the judgement, no link says: what makes a rival likelier may make it less so.
    pub way: Option<Direction>,
    pub judgement: String,
    /// Its words behind its portion mark.
    pub text: String,
}

/// What a column of an indicator says of the judgements that it bears on.
pub mod standing {
    pub const OPEN: i64 = 0;
    /// The outcome of each is known.
    pub const KNOWN: i64 = 1;
    /// It bears on none.
    pub const NONE: i64 = 2;
    /// It was seen, however it bears.
    pub const SEEN: i64 = 3;
}

/// As [`Judgement::came`] says of a judgement, of what a row has kept of one.
#[must_use]
pub fn is_known(judged: &Judged) -> bool {
    judged.came.as_deref().is_some_and(|word| Came::from_word(word).is_some())
}

/// Sets what an item has of them.
pub fn add(document: &mut Document, held: &HeldBriefing, origins: &[Origin], item: Item) {
    let briefing = &held.resolved.briefing;
    let edition = briefing.date.as_ref();
    document.facts.when = edition.map(words).unwrap_or_default();
    let mut day = edition.and_then(first);
    match item.kind {
        ItemKind::Judgement => rated(document, held, item.index),
        ItemKind::Indicator => watched(document, held, item),
        ItemKind::Event => {
            let date = briefing.events[item.index].date.as_ref();
            document.facts.when = date.map(words).unwrap_or_default();
            day = date.and_then(first);
        }
        ItemKind::Claim => {
            let (reliability, credibility) = held.resolved.grade(item.index);
            document.facts.grade = format!("{}{}", reliability.map_or("?", Vocabulary::word), credibility.map_or("?", Vocabulary::word));
            let sources = held.resolved.sources_of(item.index).into_iter().map(|source| &briefing.sources[source]);
            let published = sources.filter_map(|source| source.date.as_ref()).filter_map(|date| Some((first(date)?, date)));
            match published.min_by_key(|(day, _)| *day) {
                Some((published, date)) => (document.facts.when, day) = (words(date), Some(published)),
                // Nobody says when it was published; it was there when the edition was written.
                None if !document.facts.when.is_empty() => document.facts.when.insert_str(0, "by "),
                None => {}
            }
        }
        ItemKind::Source => {
            let reliability = briefing.sources[item.index].reliability.as_ref().and_then(|word| word.value);
            reliability.map_or("?", Vocabulary::word).clone_into(&mut document.facts.grade);
            document.facts.origin = origins.get(item.index).cloned();
        }
        _ => {}
    }
    document.numbers.extend(day.map(|day| (column::DAY, day)));
    let sources = sources_behind(held, item);
    document.keys = sources.into_iter().filter_map(|source| origins.get(source)).flat_map(Origin::keys).collect();
    document.keys.sort();
    document.keys.dedup();
}

fn words(date: &Word<Date>) -> String {
    date.value.as_ref().map_or_else(|| date.text.clone(), Date::to_string)
}

fn first(date: &Word<Date>) -> Option<i64> {
    let date = date.value.as_ref()?;
    date.first_day().or(date.last_day())
}

/// The sources that an item is, quotes, or rests on.
fn sources_behind(held: &HeldBriefing, item: Item) -> BTreeSet<usize> {
    let graph = &held.resolved.graph;
    let through = |kinds: &[LinkKind]| {
        let claims = kinds.iter().flat_map(|kind| graph.targets(item, *kind)).map(|claim| claim.index);
        claims.flat_map(|claim| held.resolved.sources_of(claim)).collect()
    };
    match item.kind {
        ItemKind::Source => BTreeSet::from([item.index]),
        ItemKind::Claim => held.resolved.sources_of(item.index),
        ItemKind::Judgement => through(&[LinkKind::SpeaksFor, LinkKind::SpeaksAgainst, LinkKind::ShownBy]),
        ItemKind::Event => through(&[LinkKind::ReportedBy]),
        ItemKind::Relationship => through(&[LinkKind::TieReportedBy]),
        _ => BTreeSet::new(),
    }
}

/// How a judgement whose outcome is known was rated before it was, and when it was judged.
fn rated(document: &mut Document, held: &HeldBriefing, at: usize) {
    let judgement = &held.resolved.briefing.judgements[at];
    if judgement.came().is_none() {
        return;
    }
    let before = held.previous.as_ref().and_then(|previous| previous.as_ref().ok());
    let same = |other: &&Judgement| other.head.id.value == judgement.head.id.value;
    let before = before.and_then(|before| Some((before, before.judgements.iter().find(same)?)));
    let code = rating(held, judgement, before.map(|(_, earlier)| earlier)).map(likelihood).and_then(|code| i64::try_from(code).ok());
    document.numbers.extend(code.map(|code| (column::RATED, code)));
    let judged = before.map_or(&held.resolved.briefing, |(before, _)| before).date.as_ref().and_then(first);
    document.numbers.extend(judged.map(|day| (column::JUDGED, day)));
}

/// An edition that tells the outcome and rates anew rates what is known: then the rating before it counts.
fn rating(held: &HeldBriefing, judgement: &Judgement, before: Option<&Judgement>) -> Option<Likelihood> {
    let edition = held.resolved.briefing.date.as_ref().and_then(|date| date.value.as_ref());
    // Without a day it is known as of the edition that tells it: the horizon says nothing of when that was.
    let on = judgement.outcome.as_ref().and_then(|outcome| outcome.on.as_ref()?.value.as_ref());
    let is_known = edition.zip(on).is_none_or(|(edition, on)| day_number(edition.latest()) >= day_number(on.earliest()));
    let was = judgement.was.as_ref().and_then(|was| was.likelihood.as_ref());
    let earlier = before.filter(|before| before.came().is_none()).and_then(|before| before.likelihood.as_ref());
    let rated = was.or(earlier).filter(|_| is_known).or(judgement.likelihood.as_ref());
    rated.and_then(|rated| rated.value)
}

fn watched(document: &mut Document, held: &HeldBriefing, item: Item) {
    let briefing = &held.resolved.briefing;
    let indicator = &briefing.indicators[item.index];
    let graph = &held.resolved.graph;
    let mut bears: Vec<(Bearing, usize)> = Vec::new();
    for (kind, way) in [(LinkKind::MovesUp, Some(Direction::Up)), (LinkKind::MovesDown, Some(Direction::Down)), (LinkKind::Moves, None)] {
        for moved in graph.targets(item, kind) {
            let (stands, judged): (Stands, Vec<Item>) = match moved.kind {
                ItemKind::Judgement => (Stands::Itself, vec![moved]),
                ItemKind::Alternative => (Stands::Alternative, graph.targets(moved, LinkKind::Reads).collect()),
                ItemKind::Assumption => (Stands::Assumption, graph.origins(moved, LinkKind::Assumes).collect()),
                _ => continue,
            };
            bears.extend(judged.into_iter().map(|judgement| (bearing(held, (moved, stands), way, judgement), judgement.index)));
        }
    }
    let open = bears.iter().map(|(_, index)| &briefing.judgements[*index]).filter(|judgement| judgement.came().is_none());
    let state = match (indicator.seen.is_some(), bears.is_empty(), open.clone().next()) {
        (true, ..) => standing::SEEN,
        (_, true, _) => standing::NONE,
        (_, false, Some(_)) => standing::OPEN,
        (_, false, None) => standing::KNOWN,
    };
    let due = open.filter_map(|judgement| judgement.by.as_ref()?.value.as_ref()?.last_day()).min();
    let numbers = &mut document.numbers;
    numbers.push((column::STANDING, state));
    numbers.extend(due.map(|day| (column::DUE, day)));
    // What is no date says that it was seen all the same, on no day.
    numbers.extend(indicator.seen.as_ref().and_then(first).map(|day| (column::SEEN, day)));
    document.facts.watched = Some(Watched {
        threshold: indicator.threshold.as_ref().map(|text| text.value.clone()),
        seen: indicator.seen.as_ref().map(words),
        bears: bears.into_iter().map(|(bearing, _)| bearing).collect(),
    });
}

fn bearing(held: &HeldBriefing, (moved, stands): (Item, Stands), way: Option<Direction>, judgement: Item) -> Bearing {
    let briefing = &held.resolved.briefing;
    let text = briefing.judgements[judgement.index].text.as_ref().map_or("", |text| &text.value);
    Bearing {
        moved: briefing.id_of(moved).to_owned(),
        stands,
        way,
        judgement: briefing.id_of(judgement).to_owned(),
        text: spaced(&held.resolved.portion_of(judgement)) + text,
    }
}
