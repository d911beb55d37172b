//! A question in plain words, and what a briefing holds that bears on it.
//!
//! No model and no network: words are compared by their stems, and count the more the fewer claims have them. A name counts
//! by whatever name it goes. Where too little of the question is held, nothing is said to bear on it.

mod names;

use super::model::{Item, ItemKind};
use super::resolved::Resolved;
use names::Names;
use std::collections::{BTreeMap, BTreeSet};

/// What bears on a question has at least so much of what the question asks for; of a longer question, which says the same in
/// more words, a little less.
const ENOUGH: f64 = 0.5;
const ENOUGH_OF_MANY: f64 = 0.4;
const MANY: usize = 4;
/// More of a kind are not shown.
const MOST: usize = 8;
/// How much more a name counts than another word that as few claims have.
const NAME: f64 = 1.5;

/// A word that so few claims have is worth a look at them where nothing has more of the question; of a large briefing, a claim in
/// so many.
const RARE: usize = 3;
const IN: usize = 12;

/// What words are compared by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Term {
    Actor(usize),
    Stem(u64),
    Word(String),
}

/// What bears on a question, each kind best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bearing {
    pub claims: Vec<usize>,
    pub judgements: Vec<usize>,
    /// By source and sentence; those that a claim above quotes are left out.
    pub sentences: Vec<(usize, usize)>,
    /// What we do not know of it.
    pub gaps: Vec<usize>,
    /// Who sees it otherwise than we.
    pub dissents: Vec<usize>,
    /// Where no claim and no sentence bears on it: claims that have a rare word of it.
    pub near: Vec<usize>,
}

impl Bearing {
    /// The sources have something on it; what we conclude or do not know is not theirs.
    #[must_use]
    pub fn is_said(&self) -> bool {
        !self.claims.is_empty() || !self.sentences.is_empty()
    }
}

/// What of a briefing bears on a question.
#[must_use]
pub fn bearing(resolved: &Resolved, question: &str) -> Bearing {
    let names = &Names::of(resolved);
    let asked = names.asked(question);
    let briefing = &resolved.briefing;
    let claims: Vec<BTreeSet<Term>> = (0..briefing.claims.len())
        .map(|claim| {
            let text = briefing.claims[claim].text.iter().map(|text| text.value.as_str());
            text.chain(resolved.quoted(claim)).flat_map(|text| names.terms(text)).collect()
        })
        .collect();
    let weights: BTreeMap<&Term, f64> = asked.iter().map(|term| (term, weight(term, &claims))).collect();
    let score = |terms: &BTreeSet<Term>| score(terms, &weights);
    let of = |kind: ItemKind| {
        let who = move |index: usize| (kind == ItemKind::Dissent).then(|| briefing.dissents[index].who.as_ref()).flatten();
        let texts = move |index: usize| {
            let all = briefing.prose(Item { kind, index }).chain(who(index));
            all.flat_map(|text| names.terms(&text.value)).collect::<BTreeSet<_>>()
        };
        best((0..briefing.count(kind)).map(|index| (index, score(&texts(index)))))
    };
    let found = best(claims.iter().map(score).enumerate());
    let (judgements, gaps, dissents) = (of(ItemKind::Judgement), of(ItemKind::Gap), of(ItemKind::Dissent));
    let quoted = |source: usize, sentence: usize| {
        let coverage = resolved.evidence().coverage.get(source).and_then(|sentences| sentences.get(sentence));
        coverage.is_some_and(|coverage| coverage.claims.iter().any(|claim| found.contains(claim)))
    };
    let mut sentences = Vec::new();
    for (source, text) in resolved.texts.iter().enumerate().filter_map(|(at, text)| Some((at, text.as_ref().ok()?))) {
        let terms = |sentence: usize| names.terms(&text.text()[text.sentences()[sentence].range.clone()]).into_iter().collect();
        let unsaid = (0..text.sentences().len()).filter(|sentence| !quoted(source, *sentence));
        sentences.extend(unsaid.map(|sentence| ((source, sentence), score(&terms(sentence)))));
    }
    let sentences = best(sentences.into_iter());
    let near = if found.is_empty() && sentences.is_empty() { near(&claims, &weights) } else { Vec::new() };
    Bearing { judgements, sentences, gaps, dissents, near, claims: found }
}

/// Claims that have a word of the question which few have, those with most of it first.
fn near(claims: &[BTreeSet<Term>], weights: &BTreeMap<&Term, f64>) -> Vec<usize> {
    let few = RARE.max(claims.len() / IN);
    let is_rare = |term: &&Term| claims.iter().filter(|terms| terms.contains(term)).count() <= few;
    let rare: Vec<(&Term, f64)> = weights
        .iter()
        .filter(|(term, _)| !matches!(term, Term::Actor(_)) && is_rare(term))
        .map(|(term, weight)| (*term, *weight))
        .collect();
    let score = |terms: &BTreeSet<Term>| {
        let got: f64 = rare.iter().filter(|(term, _)| terms.contains(term)).map(|(_, weight)| weight).sum();
        (got > 0.0).then_some(got)
    };
    best(claims.iter().map(score).enumerate())
}

/// How much a word of the question counts: the less, the more claims have it.
fn weight(term: &Term, claims: &[BTreeSet<Term>]) -> f64 {
    let has = claims.iter().filter(|terms| terms.contains(term)).count();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let rare = (1.0 + (count(claims.len()) + 1.0) / (count(has) + 0.5)).ln();
    if matches!(term, Term::Actor(_)) { NAME * rare } else { rare }
}

/// How much a text has of what is asked for; none where that is too little. A name alone is no answer to a question about
/// something else.
fn score(terms: &BTreeSet<Term>, weights: &BTreeMap<&Term, f64>) -> Option<f64> {
    let all: f64 = weights.values().sum();
    let has = |term: &Term| terms.contains(term);
    let got: f64 = weights.iter().filter(|(term, _)| has(term)).map(|(_, weight)| weight).sum();
    let is_name = |term: &Term| matches!(term, Term::Actor(_));
    let names_alone = weights.keys().all(|term| is_name(term));
    let is_about = names_alone || weights.keys().any(|term| has(term) && !is_name(term));
    let enough = if weights.len() < MANY { ENOUGH } else { ENOUGH_OF_MANY };
    (all > 0.0 && is_about && got >= enough * all).then_some(got)
}

/// Those with a score, the highest first; of equal ones the first.
fn best<T: Clone>(scored: impl Iterator<Item = (T, Option<f64>)>) -> Vec<T> {
    let mut scored: Vec<(T, f64)> = scored.filter_map(|(one, score)| Some((one, score?))).collect();
    scored.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    scored.into_iter().take(MOST).map(|(one, _)| one).collect()
}
