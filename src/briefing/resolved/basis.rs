//! What a judgement rests on, counted: the answer to "why this confidence?".

use crate::briefing::grade::{Grade, by_rank, is_improbable, is_judged};
use crate::briefing::graph::LinkKind;
use crate::briefing::model::{Briefing, Item, ItemKind, Judgement};
use crate::briefing::resolved::Resolved;
use crate::briefing::scale::{ClaimKind, Credibility, Reliability, Way};
use crate::english::{Sense, Statement};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The 0-based places of a claim in its briefing, and of a passage in the claim.
pub type PassageAt = (usize, usize);

/// In months: US national estimates rarely give high confidence to a forecast years out.
pub const FAR: i32 = 24;

/// What a judgement rests on. Numbers are 0-based places among the items of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Basis {
    pub way: Way,
    /// Those that carry the judged direction: of an unlikely event those that speak against it, of an even chance both.
    pub claims: Vec<usize>,
    /// Those on the other side; of an even chance those that speak against the event, which carry it too.
    pub against: Vec<usize>,
    /// Of the claims that carry it.
    pub sources: Vec<usize>,
    /// Sources with a common origin count once: a report that ten papers reprint is one report.
    pub origins: Vec<Origin>,
    /// By what both halves say, of the claims that are judged in both: F and 6 are no grades to compare. What is improbable is
    /// the best of nothing.
    pub best: Option<(Reliability, Credibility)>,
    /// The best first; claims that are not judged in both halves last.
    pub grades: Vec<(Grade, Vec<usize>)>,
    /// Facts first; claims of an unknown kind last.
    pub kinds: Vec<(Option<ClaimKind>, Vec<usize>)>,
    pub passages: Vec<PassageAt>,
    /// Those of the passages that hedge or speak of the future, be it by what the sentence says beside them.
    pub conditional: Vec<PassageAt>,
    /// Claims with a passage that says flatly what its source knows: it takes nothing for granted and passes nothing on that
    /// nameless others say.
    pub flat: Vec<usize>,
    /// Alternatives that read the judgement otherwise.
    pub readings: Vec<usize>,
    /// Claims that speak for one of the readings.
    pub for_readings: Vec<usize>,
    pub dissents: Vec<usize>,
    pub assumptions: Vec<usize>,
    pub gaps: Vec<usize>,
    /// It has a `because`.
    pub explained: bool,
    /// From the edition to the horizon; `None` where a date is missing or unreadable.
    pub months_ahead: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The id of the source where a source names no origin, and so is its own.
    pub name: String,
    /// A source names it.
    pub stated: bool,
    pub sources: Vec<usize>,
}

impl Basis {
    pub(super) fn of(resolved: &Resolved, judgement: usize) -> Self {
        let (briefing, graph) = (&resolved.briefing, &resolved.graph);
        let item = Item { kind: ItemKind::Judgement, index: judgement };
        let way = briefing.judgements[judgement].way();
        let to = |kind: LinkKind| -> Vec<usize> { once(graph.targets(item, kind)) };
        let all = |kinds: &[LinkKind]| -> Vec<usize> { once(kinds.iter().flat_map(|kind| graph.targets(item, *kind))) };
        let from = |kind: LinkKind| -> Vec<usize> { once(graph.origins(item, kind)) };
        let claims = all(LinkKind::carrying(way));
        let sources: BTreeSet<usize> = claims.iter().flat_map(|claim| resolved.sources_of(*claim)).collect();
        let sources: Vec<usize> = sources.into_iter().collect();
        let origins = gather(&sources, |source| resolved.origin(source).to_owned());
        let states = |sources: &[usize]| sources.iter().any(|source| briefing.sources[*source].origin.is_some());
        let passages = claims.iter().flat_map(|claim| (0..briefing.claims[*claim].passages.len()).map(|at| (*claim, at)));
        let passages: Vec<PassageAt> = passages.collect();
        let readings = from(LinkKind::Reads);
        let reading = |index: &usize| Item { kind: ItemKind::Alternative, index: *index };
        let mut grades = gather(&claims, |claim| resolved.grade(claim));
        grades.sort_by_key(|(grade, _)| by_rank(*grade));
        let mut kinds = gather(&claims, |claim| briefing.claims[claim].kind);
        kinds.sort_by_key(|(kind, _)| (kind.is_none(), *kind));
        let conditional: Vec<PassageAt> = passages.iter().filter(|passage| resolved.is_conditional(**passage)).copied().collect();
        let flat = passages.iter().filter(|passage| !conditional.contains(passage) && resolved.is_first_hand(**passage));
        let flat = once(flat.map(|(claim, _)| Item { kind: ItemKind::Claim, index: *claim }));
        Self {
            against: if way == Way::Even { to(LinkKind::SpeaksAgainst) } else { all(LinkKind::contrary(way)) },
            origins: origins.into_iter().map(|(name, sources)| Origin { stated: states(&sources), name, sources }).collect(),
            best: grades
                .iter()
                .filter(|(grade, _)| is_judged(*grade) && !is_improbable(*grade))
                .find_map(|(grade, _)| Some((grade.0?, grade.1?))),
            flat,
            conditional,
            passages,
            for_readings: once(readings.iter().flat_map(|index| graph.targets(reading(index), LinkKind::AlternativeFor))),
            dissents: from(LinkKind::DissentsFrom),
            assumptions: to(LinkKind::Assumes),
            gaps: from(LinkKind::Limits),
            explained: briefing.judgements[judgement].because.is_some(),
            months_ahead: months_ahead(briefing, &briefing.judgements[judgement]),
            way,
            claims,
            sources,
            grades,
            kinds,
            readings,
        }
    }
}

impl Resolved {
    /// A passage is not what its source takes for granted, and not what nameless others are said to have reported.
    fn is_first_hand(&self, (claim, at): PassageAt) -> bool {
        let nameless = |text: &str| Statement::read(text).marks.iter().any(|mark| mark.sense == Sense::Nameless);
        let described = &self.briefing.claims[claim];
        let said = described.text.as_ref().is_some_and(|text| nameless(&text.value));
        described.kind != Some(ClaimKind::Assumption) && !said && !self.quoted(claim).nth(at).is_some_and(nameless)
    }

    /// A passage hedges or speaks of the future, or its claim or its sentence does so over it: "drones | could escalate".
    fn is_conditional(&self, (claim, at): PassageAt) -> bool {
        let foretold = self.briefing.claims[claim].kind == Some(ClaimKind::Forecast);
        let quotes: Vec<&str> = self.quoted(claim).collect();
        let is_conditional = |text: &str| Statement::read(text).is_conditional();
        if foretold || is_conditional(quotes[at]) {
            return true;
        }
        let passages = &self.evidence().passages[claim];
        let place = |at: usize| {
            let source = passages[at].source?;
            Some((source, self.text(source)?, passages[at].anchor.range()?))
        };
        let Some((source, text, range)) = place(at) else { return false };
        let sentences = text.sentences_in(&range);
        let shares = |range: &Range<usize>| text.sentences_in(range).any(|sentence| sentences.contains(&sentence));
        // A quote in pieces is read as one, with what it leaves out between them.
        let beside = (0..passages.len()).filter_map(place).filter(|(other, _, range)| *other == source && shares(range));
        let whole = beside.fold(range.clone(), |whole, (.., part)| whole.start.min(part.start)..whole.end.max(part.end));
        if whole != range && is_conditional(&text.text()[whole]) {
            return true;
        }
        let Some(sentence) = text.sentences().get(sentences.start) else { return false };
        let start = sentence.range.start.min(range.start);
        let words = &text.text()[start..sentence.range.end.max(range.end)];
        let statement = Statement::read(words);
        let over = statement.over(&(range.start - start..range.end - start));
        over.iter().any(|over| over.before && matches!(over.mark.sense, Sense::Hedge(_) | Sense::Future))
    }
}

fn months_ahead(briefing: &Briefing, judgement: &Judgement) -> Option<i32> {
    let (year, month, _) = briefing.date.as_ref()?.value.as_ref()?.latest();
    let (by_year, by_month, _) = judgement.by.as_ref()?.value.as_ref()?.latest();
    Some(by_year.saturating_sub(year).saturating_mul(12).saturating_add(i32::from(by_month) - i32::from(month)))
}

/// Drops repetitions and keeps the order.
fn once(items: impl Iterator<Item = Item>) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    items.map(|item| item.index).filter(|index| seen.insert(*index)).collect()
}

/// Groups things by name. The groups stand in the order in which their names turn up.
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
