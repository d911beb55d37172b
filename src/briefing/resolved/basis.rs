//! What a judgement rests on, counted: the answer to "why this confidence?".

use crate::briefing::grade::Grade;
use crate::briefing::graph::LinkKind;
use crate::briefing::model::{Briefing, Item, ItemKind, Judgement};
use crate::briefing::resolved::Resolved;
use crate::briefing::scale::{ClaimKind, Credibility, Reliability};
use crate::briefing::wording::is_conditional;
use std::collections::{BTreeMap, BTreeSet};

/// A passage of a claim: the place of the claim, and its own in the claim, both 0-based.
pub type PassageAt = (usize, usize);

/// How far ahead, in months, high confidence still fits.
pub const FAR: i32 = 24;

/// What a judgement rests on. Numbers are 0-based places among the items of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Basis {
    /// Claims that speak for it.
    pub claims: Vec<usize>,
    /// Claims that speak against it.
    pub against: Vec<usize>,
    /// Sources of the claims that speak for it.
    pub sources: Vec<usize>,
    /// Where those sources go back to: sources with a common origin count once.
    pub origins: Vec<Origin>,
    /// The best grade among the claims that have a whole one: reliability first, then credibility.
    pub best: Option<(Reliability, Credibility)>,
    /// The claims by their grades, the best first, those without a whole grade last.
    pub grades: Vec<(Grade, Vec<usize>)>,
    /// The claims by what their sources do, facts first; those whose kind is not known last.
    pub kinds: Vec<(Option<ClaimKind>, Vec<usize>)>,
    /// The passages of the claims.
    pub passages: Vec<PassageAt>,
    /// Those of them that hedge or speak of the future.
    pub conditional: Vec<PassageAt>,
    /// Rival readings.
    pub readings: Vec<usize>,
    /// Claims that speak for a rival reading.
    pub for_readings: Vec<usize>,
    /// Other views on it in our own house.
    pub dissents: Vec<usize>,
    /// Assumptions that hold it up.
    pub assumptions: Vec<usize>,
    /// What we do not know, and what limits it.
    pub gaps: Vec<usize>,
    /// The reason is given in words.
    pub explained: bool,
    /// How far its horizon lies behind the edition, in months; none where either date is not known.
    pub months_ahead: Option<i32>,
}

/// Where sources go back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its name, or the id of the only source that is its own origin.
    pub name: String,
    /// The sources that go back to it.
    pub sources: Vec<usize>,
}

impl Basis {
    pub(super) fn of(resolved: &Resolved, judgement: usize) -> Self {
        let (briefing, graph) = (&resolved.briefing, &resolved.graph);
        let item = Item { kind: ItemKind::Judgement, index: judgement };
        let to = |kind: LinkKind| -> Vec<usize> { once(graph.targets(item, kind)) };
        let from = |kind: LinkKind| -> Vec<usize> { once(graph.origins(item, kind)) };
        let claims = resolved.support(judgement);
        let sources: BTreeSet<usize> = claims.iter().flat_map(|claim| resolved.sources_of(*claim)).collect();
        let sources: Vec<usize> = sources.into_iter().collect();
        let origins = gather(&sources, |source| resolved.origin(source).to_owned());
        let quoted = claims.iter().flat_map(|claim| resolved.quoted(*claim).enumerate().map(|(at, quote)| ((*claim, at), quote)));
        let quoted: Vec<(PassageAt, &str)> = quoted.collect();
        let readings = from(LinkKind::Reads);
        let reading = |index: &usize| Item { kind: ItemKind::Alternative, index: *index };
        let mut grades = gather(&claims, |claim| resolved.grade(claim));
        grades.sort_by_key(|((reliability, credibility), _)| (reliability.is_none() || credibility.is_none(), *reliability, *credibility));
        let mut kinds = gather(&claims, |claim| briefing.claims[claim].kind);
        kinds.sort_by_key(|(kind, _)| (kind.is_none(), *kind));
        Self {
            against: to(LinkKind::Against),
            origins: origins.into_iter().map(|(name, sources)| Origin { name, sources }).collect(),
            best: grades.iter().find_map(|((reliability, credibility), _)| Some(((*reliability)?, (*credibility)?))),
            passages: quoted.iter().map(|(passage, _)| *passage).collect(),
            conditional: quoted.iter().filter(|(_, quote)| is_conditional(quote)).map(|(passage, _)| *passage).collect(),
            for_readings: once(readings.iter().flat_map(|index| graph.targets(reading(index), LinkKind::AlternativeFor))),
            dissents: from(LinkKind::DissentsFrom),
            assumptions: to(LinkKind::Assumes),
            gaps: from(LinkKind::Limits),
            explained: briefing.judgements[judgement].because.is_some(),
            months_ahead: months_ahead(briefing, &briefing.judgements[judgement]),
            claims,
            sources,
            grades,
            kinds,
            readings,
        }
    }
}

fn months_ahead(briefing: &Briefing, judgement: &Judgement) -> Option<i32> {
    let (year, month, _) = briefing.date.as_ref()?.value.as_ref()?.latest();
    let (by_year, by_month, _) = judgement.by.as_ref()?.value.as_ref()?.latest();
    Some(by_year.saturating_sub(year).saturating_mul(12).saturating_add(i32::from(by_month) - i32::from(month)))
}

/// The places of items, each once, in their order.
fn once(items: impl Iterator<Item = Item>) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    items.map(|item| item.index).filter(|index| seen.insert(*index)).collect()
}

/// Things by what `name` says of them, in the order in which names turn up.
fn gather<K: Clone + Ord>(things: &[usize], name: impl Fn(usize) -> K) -> Vec<(K, Vec<usize>)> {
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    let mut gathered: Vec<(K, Vec<usize>)> = Vec::new();
    for thing in things {
        let key = name(*thing);
        let place = *places.entry(key.clone()).or_insert(gathered.len());
        match gathered.get_mut(place) {
            Some((_, group)) => group.push(*thing),
            None => gathered.push((key, vec![*thing])),
        }
    }
    gathered
}
