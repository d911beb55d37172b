//! A judgement with what it rests on.

use super::source::Graded;
use super::words::{Day, Odds, Term, text, texts};
use crate::briefing::basis::{Basis, PassageAt};
use crate::briefing::model::Judgement;
use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::briefing::{Item, ItemKind, Resolved};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct JsonJudgement<'a> {
    section: Option<&'a str>,
    text: Option<&'a str>,
    by: Option<Day<'a>>,
    likelihood: Option<Odds<'a>>,
    confidence: Option<Term<'a>>,
    because: Option<&'a str>,
    claims: Vec<&'a str>,
    against: Vec<&'a str>,
    assumptions: Vec<&'a str>,
    was: Option<JsonWas<'a>>,
    outcome: Option<JsonOutcome<'a>>,
    derived: Derived<'a>,
}

#[derive(Debug, Serialize)]
struct JsonWas<'a> {
    likelihood: Option<Odds<'a>>,
    confidence: Option<Term<'a>>,
    why: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct JsonOutcome<'a> {
    came: Option<Term<'a>>,
    on: Option<Day<'a>>,
    claims: Vec<&'a str>,
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Derived<'a> {
    /// Which way its likelihood points.
    direction: &'static str,
    basis: JsonBasis<'a>,
}

/// Of [`Basis`], by ids.
#[derive(Debug, Serialize)]
struct JsonBasis<'a> {
    claims: Vec<&'a str>,
    against: Vec<&'a str>,
    sources: Vec<&'a str>,
    origins: Vec<Group<'a, &'a str>>,
    best: Option<Graded>,
    grades: Vec<Group<'a, Graded>>,
    kinds: Vec<Group<'a, Option<&'static str>>>,
    /// As addresses name them: `C5:2`.
    passages: Vec<String>,
    conditional: Vec<String>,
    readings: Vec<&'a str>,
    for_readings: Vec<&'a str>,
    dissents: Vec<&'a str>,
    assumptions: Vec<&'a str>,
    gaps: Vec<&'a str>,
    explained: bool,
    months_ahead: Option<i32>,
}

/// What shares something, by the ids of items.
#[derive(Debug, Serialize)]
struct Group<'a, T> {
    shared: T,
    ids: Vec<&'a str>,
}

impl<'a> JsonJudgement<'a> {
    pub fn of(resolved: &'a Resolved, at: usize) -> Self {
        let judgement: &Judgement = &resolved.briefing.judgements[at];
        Self {
            section: text(judgement.section.as_ref()),
            text: text(judgement.text.as_ref()),
            by: judgement.by.as_ref().map(Day::of),
            likelihood: judgement.likelihood.as_ref().map(Odds::of),
            confidence: judgement.confidence.as_ref().map(Term::of),
            because: text(judgement.because.as_ref()),
            claims: texts(&judgement.claims),
            against: texts(&judgement.against),
            assumptions: texts(&judgement.assumptions),
            was: judgement.was.as_ref().map(|was| JsonWas {
                likelihood: was.likelihood.as_ref().map(Odds::of),
                confidence: was.confidence.as_ref().map(Term::of),
                why: text(was.why.as_ref()),
            }),
            outcome: judgement.outcome.as_ref().map(|outcome| JsonOutcome {
                came: outcome.came.as_ref().map(Term::of),
                on: outcome.on.as_ref().map(Day::of),
                claims: texts(&outcome.claims),
                note: text(outcome.note.as_ref()),
            }),
            derived: Derived { direction: judgement.way().name(), basis: JsonBasis::of(resolved, resolved.basis(at)) },
        }
    }
}

impl<'a> JsonBasis<'a> {
    fn of(resolved: &'a Resolved, basis: &'a Basis) -> Self {
        let ids = |kind: ItemKind, at: &[usize]| -> Vec<&'a str> {
            at.iter().map(|index| resolved.briefing.id_of(Item { kind, index: *index })).collect()
        };
        let claims = |at: &[usize]| ids(ItemKind::Claim, at);
        let passages = |at: &[PassageAt]| -> Vec<String> {
            at.iter().map(|(claim, passage)| format!("{}:{}", resolved.briefing.claims[*claim].head.id.value, passage + 1)).collect()
        };
        Self {
            claims: claims(&basis.claims),
            against: claims(&basis.against),
            sources: ids(ItemKind::Source, &basis.sources),
            origins: basis.origins.iter().map(|one| Group { shared: &*one.name, ids: ids(ItemKind::Source, &one.sources) }).collect(),
            best: basis.best.map(|(reliability, credibility)| Graded::of((Some(reliability), Some(credibility)))),
            grades: basis.grades.iter().map(|(grade, of)| Group { shared: Graded::of(*grade), ids: claims(of) }).collect(),
            kinds: basis
                .kinds
                .iter()
                .map(|(kind, of): &(Option<ClaimKind>, _)| Group { shared: kind.map(ClaimKind::word), ids: claims(of) })
                .collect(),
            passages: passages(&basis.passages),
            conditional: passages(&basis.conditional),
            readings: ids(ItemKind::Alternative, &basis.readings),
            for_readings: claims(&basis.for_readings),
            dissents: ids(ItemKind::Dissent, &basis.dissents),
            assumptions: ids(ItemKind::Assumption, &basis.assumptions),
            gaps: ids(ItemKind::Gap, &basis.gaps),
            explained: basis.explained,
            months_ahead: basis.months_ahead,
        }
    }
}
