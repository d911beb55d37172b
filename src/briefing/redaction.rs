//! What is left of a briefing for readers who may not see all of it.

mod prose;
mod reduced;

use super::banner::shown_as;
use super::claim_marking::{claim_marking, is_marked_through};
use super::grade::source_of;
use super::model::{Briefing, Item, ItemKind, Reference, Text};
use super::references::references;
use super::scale::Marking;
use super::scale::marking::{Within, narrowest, within as is_within};
use crate::text::series::series;
use crate::yaml::spanned::Word;
use std::collections::BTreeSet;
use std::fmt;

/// What a limit has taken from a briefing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// The ids of items, in the order of the format: those that are marked above the limit, and those that say nothing
    /// without them.
    pub items: Vec<String>,
    /// Of these the ones of which nobody has said whether other states may have them, and the limit is for such.
    pub untold: Vec<String>,
    /// Links between what stays and what does not: the two ids.
    pub links: Vec<(String, String)>,
    /// Fields that rest on what is left out, of items that say something without them: the id, empty for the briefing's own,
    /// and the field.
    pub fields: Vec<(String, &'static str)>,
    /// Sections that nothing is left of.
    pub sections: Vec<String>,
    /// The edition before is not held to the limit, so it goes whole.
    pub previous: bool,
    /// Texts of the briefing itself that stay: they have no marking of their own, and the briefing's is above the limit.
    pub unmarked: Vec<&'static str>,
}

/// Why nothing can be shown within a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoLimit {
    /// The first mistake of form, behind which anything may stand.
    Malformed(String),
    /// Its marking is missing or is no word of the vocabulary.
    Unmarked,
    /// The limit is a word of another vocabulary.
    Other(&'static str),
    /// Texts of the briefing itself rest on items that are left out: the field, and the items' ids.
    Named(Vec<(&'static str, Vec<String>)>),
    /// The bottom line rests on nothing that says who may see it.
    Unfounded(String),
}

impl fmt::Display for NoLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(first) => write!(
                f,
                "{first}: behind a mistake of form a marking may stand that nobody reads, so nothing can be held to a limit, with `--anyway` \
                 either; mend what `bluf check` finds under `yaml` and `id`"
            ),
            Self::Unmarked => f.write_str("it has no valid marking, so nobody can tell who may see it"),
            Self::Other(markings) => write!(f, "it is marked by the words of {markings}, and the limit is none of them"),
            Self::Named(fields) => {
                let named = |(at, (field, ids)): (usize, &(&str, Vec<String>))| {
                    let rests = if at == 0 { "rests " } else { "" };
                    format!("`{field}` {rests}on {}", series(ids))
                };
                let all: Vec<String> = fields.iter().enumerate().map(named).collect();
                let is_one = matches!(fields.as_slice(), [(_, ids)] if ids.len() == 1);
                let (is, what) = if is_one { ("is", "one that does without it") } else { ("are", "words that do without them") };
                write!(f, "{}, which {is} above the limit: write {what}", series(&all))
            }
            Self::Unfounded(marking) => {
                write!(f, "`bottom_line` names no judgement, so it is marked as the briefing, {marking}: name those that it rests on")
            }
        }
    }
}

/// A briefing without what is marked above a limit, be it as its briefing for want of a marking of its own, and without what
/// would say nothing or say it of nobody then: claims of such a source, readings and dissents of such a judgement, ties and
/// events of such an actor or such claims alone. The limit is as it is written, with its caveats, in the words that the
/// briefing is marked by.
///
/// # Errors
///
/// Texts of the briefing itself rest on what is left out, or nobody can tell.
pub fn within(briefing: &Briefing, written: &str) -> Result<(Briefing, LeftOut), NoLimit> {
    let own = briefing.marking.as_ref().and_then(|word| Some((word.text.as_str(), word.value?))).ok_or(NoLimit::Unmarked)?;
    let markings = own.1.markings();
    let highest = Marking::on(markings, written).ok_or(NoLimit::Other(markings.name()))?;
    let held_to = |marked: (&str, Marking)| is_within(marked, (written, highest));
    let stands = |item: Item| standing(briefing, item, own, &held_to);
    let out = left_out(briefing, &|item| stands(item) != Within::Yes);
    let is_whole = held_to(own) == Within::Yes;
    if out.is_empty() && is_whole {
        return Ok((briefing.clone(), LeftOut::default()));
    }
    let named = prose::named(briefing, &out);
    if !named.is_empty() {
        return Err(NoLimit::Named(named));
    }
    let founded = |text: &Text| references(&text.value).next().is_some();
    if !is_whole && !briefing.bottom_line.as_ref().is_none_or(founded) {
        return Err(NoLimit::Unfounded(own.0.to_owned()));
    }
    let mut left = LeftOut { previous: briefing.previous.is_some(), ..LeftOut::default() };
    let id = |item: Item| briefing.id_of(item).to_owned();
    left.items = briefing.items().map(id).filter(|id| out.contains(id.as_str())).collect();
    left.untold = briefing.items().filter(|item| stands(*item) == Within::Untold).map(id).collect();
    let mut reduced = reduced::reduced(briefing, &out, &mut left);
    if !is_whole {
        let (text, marking) = of_items(&reduced).unwrap_or_else(|| (written.to_owned(), highest));
        reduced.marking = reduced.marking.map(|word| Word { text, value: Some(marking), ..word });
        left.unmarked = prose::unmarked(&reduced);
    }
    reduced.shown_as = shown_as(&reduced);
    Ok((reduced, left))
}

/// How an item stands to the limit. A claim without a marking of its own is marked by what it quotes; what it quotes of a
/// source without one is marked as the briefing, as all other items are.
fn standing(briefing: &Briefing, item: Item, own: (&str, Marking), held_to: &dyn Fn((&str, Marking)) -> Within) -> Within {
    let word = match item.kind {
        ItemKind::Claim => claim_marking(briefing, item.index).filter(|_| is_marked_through(briefing, item.index)),
        _ => briefing.head(item).marking.clone(),
    };
    match word {
        None => held_to(own),
        Some(word) => word.value.map_or(Within::No, |marking| held_to((&word.text, marking))),
    }
}

/// The ids of all that goes, the consequences of one after another.
fn left_out(briefing: &Briefing, is_above: &dyn Fn(Item) -> bool) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    loop {
        let goes = |item: &Item| is_above(*item) || says_nothing(briefing, *item, &out);
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
    let alone = match item.kind {
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
    };
    alone || prose::statement(briefing, item).is_some_and(|text| prose::names(text, out))
}

fn of_items(briefing: &Briefing) -> Option<(String, Marking)> {
    let words = briefing.items().filter_map(|item| briefing.head(item).marking.as_ref());
    narrowest(words.filter_map(|word| Some((word.text.as_str(), word.value?)))).into_iter().next()
}
