//! A question in plain words, and what a briefing holds that bears on it.
//!
//! No model and no network: words are compared by their stems, and count the more the fewer claims have them. A name counts
//! by whatever name it goes. Where too little of the question is held, nothing is said to bear on it.

use super::model::{Item, ItemKind};
use super::resolved::Resolved;
use crate::english::stem::stem;
use crate::english::word::read;
use crate::text::fold::search_form;
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

/// Words that ask in other languages; of scripts without spaces, pairs of their letters.
#[rustfmt::skip]
const ASKING_ELSEWHERE: &[&str] = &[
    "что", "где", "когда", "почему", "зачем", "кто", "как", "какой", "какая", "какие", "сколько", "это", "был", "была", "были",
    "چه", "چرا", "کجا", "چگونه", "آیا", "است", "بود", "شد", "این", "آن", "از", "به", "در", "را", "که", "تا", "کم",
    "ما", "ماذا", "هل", "متى", "أين", "اين", "لماذا", "كيف", "من", "في", "إلى", "الى", "على", "عن",
    "什么", "为什", "么时", "时候", "怎么", "怎样", "多少", "哪里", "是否", "谁的", "如何", "何时",
];

/// Words that ask, and words about asking.
const ASKING: &[&str] = &[
    "what",
    "when",
    "where",
    "why",
    "how",
    "who",
    "whom",
    "whose",
    "which",
    "there",
    "any",
    "some",
    "many",
    "much",
    "not",
    "no",
    "yes",
    "say",
    "says",
    "said",
    "tell",
    "know",
    "think",
    "about",
    "here",
    "also",
    "just",
    "now",
    "then",
    "than",
    "so",
    "if",
    "as",
    "really",
    "anything",
    "something",
    "anybody",
    "somebody",
    "please",
    "us",
    "we",
    "you",
    "i",
    "it",
    "they",
    "them",
    "their",
    "our",
    "your",
];

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
    let asked = names.terms(question);
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

/// The names of the actors, in the words that texts are compared by.
struct Names(Vec<(Vec<String>, usize)>);

impl Names {
    fn of(resolved: &Resolved) -> Self {
        let mut names = Vec::new();
        for (index, actor) in resolved.briefing.actors.iter().enumerate() {
            let all = std::iter::once(actor.name()).chain(actor.aka.iter().map(|name| name.value.as_str()));
            names.extend(all.map(|name| (forms(name), index)).filter(|(words, _)| !words.is_empty()));
        }
        // "European" is of the European Union where no other name begins so.
        let firsts: Vec<(String, usize)> =
            names.iter().filter_map(|(words, index)| Some((words.first().filter(|_| words.len() > 1)?.clone(), *index))).collect();
        let of_one = |first: &str, index: usize| firsts.iter().all(|(other, of)| other != first || *of == index);
        names.extend(
            firsts
                .iter()
                .filter(|(first, index)| first.len() >= 5 && of_one(first, *index))
                .map(|(first, index)| (vec![first.clone()], *index)),
        );
        // Of names that begin alike the longest is meant.
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self(names)
    }

    /// What a text is compared by; words that only join others are none.
    fn terms(&self, text: &str) -> Vec<Term> {
        let words: Vec<(String, u64)> = read(text)
            .into_iter()
            .map(|word| {
                let written = &text[word.range];
                (search_form(crate::text::phrases::without_possessive(written)), stem(written, &word.entry))
            })
            .collect();
        let mut terms = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let named = self.0.iter().find(|(name, _)| begins(&words[at..], name));
            if let Some((name, actor)) = named {
                terms.push(Term::Actor(*actor));
                at += name.len();
                continue;
            }
            let (form, stem) = &words[at];
            if form.is_ascii() {
                let says = *stem != 0 && !ASKING.contains(&form.as_str()) && form.len() > 1;
                terms.extend(says.then_some(Term::Stem(*stem)));
            } else {
                terms.extend(foreign(form));
            }
            at += 1;
        }
        terms
    }
}

fn forms(name: &str) -> Vec<String> {
    read(name).into_iter().map(|word| search_form(&name[word.range])).collect()
}

/// The words begin with a name; the last of it may have an ending: "Iranian", "Israelis".
fn begins(words: &[(String, u64)], name: &[String]) -> bool {
    let with_ending = |word: &str, name: &str| {
        let rest = word.strip_prefix(name).map_or(usize::MAX, |rest| rest.chars().count());
        rest == 0 || name.chars().count() >= 4 && rest <= 3
    };
    let Some((last, before)) = name.split_last() else { return false };
    words.len() >= name.len() && before.iter().zip(words).all(|(name, (word, _))| name == word) && with_ending(&words[before.len()].0, last)
}

/// A word of another language, without its ending; of a script that sets no spaces every two letters that follow each other.
fn foreign(form: &str) -> Vec<Term> {
    let letters: Vec<char> = form.chars().collect();
    let wide = |c: &char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{3ffff}');
    let asks = |word: &str| ASKING_ELSEWHERE.contains(&word);
    if letters.iter().any(wide) {
        let pairs = letters.windows(2).map(|pair| pair.iter().collect::<String>());
        return pairs.filter(|pair| !asks(pair)).map(Term::Word).collect();
    }
    let kept = if letters.len() > 5 { (letters.len() - 2).min(6) } else { letters.len() };
    // In Arabic letters, which leave vowels out, two are a word: آب, water.
    let least = if form.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}')) { 2 } else { 3 };
    let says = letters.len() >= least && !asks(form);
    says.then(|| Term::Word(letters[..kept].iter().collect())).into_iter().collect()
}
