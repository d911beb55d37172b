//! What is left of a briefing for readers who may not see all of it.

use super::grade::source_of;
use super::model::{Briefing, Head, Item, ItemKind, Reference, Text};
use super::references::references;
use super::scale::Marking;
use super::scale::marking::narrowest;
use crate::yaml::spanned::Word;
use std::collections::BTreeSet;
use std::fmt;

/// What a limit has taken from a briefing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// The ids of items, in the order of the format: those that are marked above the limit, and those that say nothing
    /// without them.
    pub items: Vec<String>,
    /// Links from what stays to what does not: the two ids.
    pub links: Vec<(String, String)>,
    /// The edition before is not held to the limit, so it goes whole.
    pub previous: bool,
    /// The texts of the briefing itself have no marking of their own, and the briefing's is above the limit.
    pub unmarked: bool,
}

/// Why nothing can be shown within a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoLimit {
    /// Its marking is missing or is no word of the vocabulary.
    Unmarked,
    /// The limit is a word of another vocabulary.
    Other(&'static str),
    /// A text of the briefing itself rests on an item that is left out: the field, and the item's id.
    Named(&'static str, String),
    /// The bottom line rests on nothing that says who may see it.
    Unfounded(String),
}

impl fmt::Display for NoLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmarked => f.write_str("it has no valid marking, so nobody can tell who may see it"),
            Self::Other(markings) => write!(f, "it is marked by the words of {markings}, and the limit is none of them"),
            Self::Named(field, id) => write!(f, "`{field}` rests on {id}, which is above the limit: write one that does without it"),
            Self::Unfounded(marking) => {
                write!(f, "`bottom_line` names no judgement, so it is marked as the briefing, {marking}: name those that it rests on")
            }
        }
    }
}

/// A briefing without what is marked above a limit, be it as its briefing for want of a marking of its own, and without what would say nothing or say it of nobody then: claims of
/// such a source, readings and dissents of such a judgement, ties and events of such an actor or such claims alone.
///
/// # Errors
///
/// A text of the briefing itself rests on what is left out, or nobody can tell.
pub fn within(briefing: &Briefing, limit: Marking) -> Result<(Briefing, LeftOut), NoLimit> {
    let own = briefing.marking.as_ref().and_then(|word| Some((&word.text, word.value?))).ok_or(NoLimit::Unmarked)?;
    let is_within = |marking: Marking| marking.partial_cmp(&limit).is_some_and(std::cmp::Ordering::is_le);
    if own.1.markings() != limit.markings() {
        return Err(NoLimit::Other(own.1.markings().name()));
    }
    let is_above = |head: &Head| !head.marking.as_ref().map_or(Some(own.1), |word| word.value).is_some_and(is_within);
    let out = left_out(briefing, &is_above);
    if out.is_empty() && is_within(own.1) {
        return Ok((briefing.clone(), LeftOut::default()));
    }
    if let Some(named) = named(briefing, &out) {
        return Err(named);
    }
    let founded = |text: &Text| references(&text.value).next().is_some();
    if !is_within(own.1) && !briefing.bottom_line.as_ref().is_none_or(founded) {
        return Err(NoLimit::Unfounded(own.0.clone()));
    }
    let mut left = LeftOut { previous: briefing.previous.is_some(), ..LeftOut::default() };
    left.items = briefing.items().map(|item| briefing.id_of(item)).filter(|id| out.contains(*id)).map(str::to_owned).collect();
    let mut reduced = reduced(briefing, &out, &mut left);
    if !is_within(own.1) {
        let of_items = reduced.items().filter_map(|item| reduced.head(item).marking.as_ref());
        let of_items = of_items.filter_map(|word| Some((word.text.as_str(), word.value?)));
        let (text, marking) = narrowest(of_items).into_iter().next().unwrap_or_else(|| (limit.word().to_owned(), limit));
        reduced.marking = reduced.marking.map(|word| Word { text, value: Some(marking), ..word });
        left.unmarked = true;
    }
    reduced.shown_as = shown_as(&reduced);
    Ok((reduced, left))
}

/// The ids of all that goes, the consequences of one after another.
fn left_out(briefing: &Briefing, is_above: &dyn Fn(&Head) -> bool) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    loop {
        let goes = |item: &Item| is_above(briefing.head(*item)) || says_nothing(briefing, *item, &out);
        let more: Vec<String> = briefing.items().filter(goes).map(|item| briefing.id_of(item).to_owned()).collect();
        let before = out.len();
        out.extend(more);
        if out.len() == before {
            return out;
        }
    }
}

/// An item is nothing without those that are out.
fn says_nothing(briefing: &Briefing, item: Item, out: &BTreeSet<String>) -> bool {
    let is_out = |to: &Reference| out.contains(&to.value);
    let all = |claims: &[Reference]| !claims.is_empty() && claims.iter().all(is_out);
    let at = item.index;
    match item.kind {
        ItemKind::Claim => {
            let source = |passage| source_of(briefing, passage).map(|source| &briefing.sources[source].head.id.value);
            briefing.claims[at].passages.iter().filter_map(source).any(|id| out.contains(id))
        }
        ItemKind::Alternative => briefing.alternatives[at].to.as_ref().is_some_and(is_out),
        ItemKind::Dissent => briefing.dissents[at].to.as_ref().is_some_and(is_out),
        ItemKind::Event => {
            let event = &briefing.events[at];
            event.actors.iter().any(is_out) || all(&event.claims)
        }
        ItemKind::Relationship => {
            let tie = &briefing.relationships[at];
            tie.from.iter().chain(&tie.to).any(is_out) || all(&tie.claims)
        }
        _ => false,
    }
}

/// The first text of the briefing itself that names what is out.
fn named(briefing: &Briefing, out: &BTreeSet<String>) -> Option<NoLimit> {
    let texts = [
        ("title", briefing.title.as_slice()),
        ("question", briefing.question.as_slice()),
        ("bottom_line", briefing.bottom_line.as_slice()),
        ("implications", &briefing.implications),
        ("source_summary", briefing.source_summary.as_slice()),
    ];
    let named = |text: &str| references(text).find(|(_, id)| out.contains(*id)).map(|(_, id)| id.to_owned());
    texts.into_iter().find_map(|(field, texts)| Some(NoLimit::Named(field, texts.iter().find_map(|text| named(&text.value))?)))
}

fn reduced(briefing: &Briefing, out: &BTreeSet<String>, left: &mut LeftOut) -> Briefing {
    let mut briefing = briefing.clone();
    let stays = |head: &Head| !out.contains(&head.id.value);
    briefing.sources.retain(|item| stays(&item.head));
    briefing.actors.retain(|item| stays(&item.head));
    briefing.claims.retain(|item| stays(&item.head));
    briefing.judgements.retain(|item| stays(&item.head));
    briefing.assumptions.retain(|item| stays(&item.head));
    briefing.alternatives.retain(|item| stays(&item.head));
    briefing.dissents.retain(|item| stays(&item.head));
    briefing.indicators.retain(|item| stays(&item.head));
    briefing.scenarios.retain(|item| stays(&item.head));
    briefing.gaps.retain(|item| stays(&item.head));
    briefing.events.retain(|item| stays(&item.head));
    briefing.relationships.retain(|item| stays(&item.head));
    briefing.previous = None;
    unlink(&mut briefing, out, &mut left.links);
    let named: Vec<(String, String)> = briefing
        .items()
        .flat_map(|item| briefing.prose(item).map(move |text| (item, text)))
        .flat_map(|(item, text)| references(&text.value).map(move |(_, id)| (item, id)))
        .filter(|(_, id)| out.contains(*id))
        .map(|(item, id)| (briefing.id_of(item).to_owned(), id.to_owned()))
        .collect();
    left.links.extend(named);
    left.links.sort();
    left.links.dedup();
    briefing
}

/// Takes out the references to what is gone.
fn unlink(briefing: &mut Briefing, out: &BTreeSet<String>, links: &mut Vec<(String, String)>) {
    let mut cut = |head: &Head, references: &mut Vec<Reference>| {
        references.retain(|to| {
            let goes = out.contains(&to.value);
            if goes {
                links.push((head.id.value.clone(), to.value.clone()));
            }
            !goes
        });
    };
    for judgement in &mut briefing.judgements {
        cut(&judgement.head, &mut judgement.claims);
        cut(&judgement.head, &mut judgement.against);
        cut(&judgement.head, &mut judgement.assumptions);
        if let Some(outcome) = &mut judgement.outcome {
            cut(&judgement.head, &mut outcome.claims);
        }
    }
    for reading in &mut briefing.alternatives {
        cut(&reading.head, &mut reading.supports);
        cut(&reading.head, &mut reading.against);
    }
    for scenario in &mut briefing.scenarios {
        cut(&scenario.head, &mut scenario.with);
        cut(&scenario.head, &mut scenario.without);
    }
    for gap in &mut briefing.gaps {
        cut(&gap.head, &mut gap.limits);
    }
    for event in &mut briefing.events {
        cut(&event.head, &mut event.after);
        cut(&event.head, &mut event.during);
        cut(&event.head, &mut event.claims);
    }
    for tie in &mut briefing.relationships {
        cut(&tie.head, &mut tie.claims);
    }
    for indicator in &mut briefing.indicators {
        let mut moved: Vec<Reference> = indicator.moves.iter().map(|(to, _)| to.clone()).collect();
        cut(&indicator.head, &mut moved);
        indicator.moves.retain(|(to, _)| !out.contains(&to.value));
    }
    for actor in &mut briefing.actors {
        let mut of = actor.of.take().into_iter().collect();
        cut(&actor.head, &mut of);
        actor.of = of.pop();
    }
}

/// The narrowest marking of a briefing and its items. An item that is marked narrower than its briefing is a mistake, and
/// until it is mended nobody may be shown more for it.
#[must_use]
pub fn shown_as(briefing: &Briefing) -> Option<(String, Marking)> {
    let own = briefing.marking.as_ref().filter(|word| word.value.is_some())?;
    let of_items = briefing.items().filter_map(|item| briefing.head(item).marking.as_ref());
    let all = std::iter::once(own).chain(of_items).filter_map(|word| Some((word.text.as_str(), word.value?)));
    narrowest(all).into_iter().next()
}
