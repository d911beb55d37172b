//! What differs beside what is said: where items stand, what is set aside, waits to be taken, is accepted, is told in a talk.

use super::field_change::FieldChange;
use super::judgements::account;
use crate::briefing::Word;
use crate::briefing::model::{Briefing, Candidate, Extent, Item, ItemKind, Passage, Planned, Source, Text};
use crate::briefing::scale::Vocabulary;
use crate::text::single_spaced;

/// A field, whose it is (empty for the briefing itself), and each thing that stands in it.
type Filled = (&'static str, String, Vec<String>);

/// Of items that only one edition has nothing is told here. Of a list, what only one of the editions has.
#[must_use]
pub fn arrangement(before: &Briefing, now: &Briefing) -> Vec<(&'static str, FieldChange)> {
    let (then, today) = (filled(before), filled(now));
    let is_account = |field: &str, id: &str| field.starts_with("was.") && is_rated_anew(before, now, id);
    let differing = today.into_iter().filter(|(field, of, _)| !is_account(field, of)).filter_map(|(field, of, now)| {
        let (.., then) = then.iter().find(|(name, whose, _)| *name == field && *whose == of)?;
        let only = |one: &[String], other: &[String]| {
            let only: Vec<&str> = one.iter().filter(|said| !other.contains(said)).map(String::as_str).collect();
            (!only.is_empty()).then(|| only.join(" · "))
        };
        let name = if of.is_empty() { field.to_owned() } else { format!("{field} of {of}") };
        let change = FieldChange { field: name, then: only(then, &now), now: only(&now, then) };
        // Slides in another order.
        let turned = change.then.is_none() && change.now.is_none() && *then != now;
        let turned = turned.then(|| FieldChange { then: Some(then.join(" · ")), now: Some(now.join(" · ")), ..change.clone() });
        Some((field, turned.unwrap_or(change)))
    });
    differing.filter(|(_, change)| change.then != change.now).collect()
}

/// What its `was` says then is the account of that.
fn is_rated_anew(before: &Briefing, now: &Briefing, id: &str) -> bool {
    let of = |briefing: &Briefing| briefing.judgements.iter().position(|judgement| judgement.head.id.value == id);
    of(before).zip(of(now)).is_some_and(|(then, today)| account(&before.judgements[then], &now.judgements[today], now).is_some())
}

fn filled(briefing: &Briefing) -> Vec<Filled> {
    let one = |text: &Option<Text>| text.iter().map(|text| single_spaced(&text.value)).collect::<Vec<_>>();
    let slug = |at: usize| briefing.sections.get(at).map(|slug| slug.value.clone()).into_iter().collect();
    let mut all: Vec<Filled> = Vec::new();
    for item in briefing.items() {
        all.push(("marking", briefing.id_of(item).to_owned(), written(briefing.head(item).marking.as_ref())));
    }
    for claim in &briefing.claims {
        let id = &claim.head.id.value;
        all.push(("section", id.clone(), slug(claim.section)));
        let beside = |of: fn(&Passage) -> &Option<Text>| claim.passages.iter().flat_map(|passage| one(of(passage))).collect();
        all.push(("quote.prefix", id.clone(), beside(|passage| &passage.prefix)));
        all.push(("quote.suffix", id.clone(), beside(|passage| &passage.suffix)));
    }
    for judgement in &briefing.judgements {
        let id = &judgement.head.id.value;
        let (was, outcome) = (judgement.was.as_ref(), judgement.outcome.as_ref());
        all.push(("was.likelihood", id.clone(), written(was.and_then(|was| was.likelihood.as_ref()))));
        all.push(("was.confidence", id.clone(), written(was.and_then(|was| was.confidence.as_ref()))));
        all.push(("was.why", id.clone(), was.map_or_else(Vec::new, |was| one(&was.why))));
        let shown = outcome.iter().flat_map(|outcome| &outcome.claims).map(|claim| claim.value.clone());
        all.push(("outcome.claims", id.clone(), shown.collect()));
        all.push(("outcome.note", id.clone(), outcome.map_or_else(Vec::new, |outcome| one(&outcome.note))));
        all.push(("section", id.clone(), judgement.section.iter().map(|slug| slug.value.clone()).collect()));
        all.push(("speaker", id.clone(), one(&judgement.speaker)));
    }
    for source in &briefing.sources {
        let id = &source.head.id.value;
        all.push(("set_aside", id.clone(), set_aside(source)));
        all.push(("parent.type", id.clone(), one(&source.publication)));
        all.push(("url.date", id.clone(), written(source.retrieved.as_ref())));
    }
    let accepted =
        |accept: &[(Text, Text)]| accept.iter().map(|(rule, why)| format!("{}: {}", rule.value, single_spaced(&why.value))).collect();
    // Of the other kinds it stands among their fields.
    for kind in [ItemKind::Claim, ItemKind::Judgement, ItemKind::Source] {
        for item in (0..briefing.count(kind)).map(|index| Item { kind, index }) {
            all.push(("accept", briefing.id_of(item).to_owned(), accepted(&briefing.head(item).accept)));
        }
    }
    let own = [
        ("candidates", briefing.candidates.iter().map(candidate).collect()),
        ("slides", slides(briefing)),
        ("accept", accepted(&briefing.accept)),
        ("approved_by", one(&briefing.approved_by)),
        ("change", written(briefing.change.as_ref())),
        ("markings", written(briefing.markings.as_ref())),
        ("event_kinds", written(briefing.event_kinds.as_ref())),
    ];
    all.extend(own.map(|(field, said)| (field, String::new(), said)));
    all
}

fn written<T>(word: Option<&Word<T>>) -> Vec<String> {
    word.iter().map(|word| word.text.clone()).collect()
}

/// The order of the talk, where the briefing names one.
#[must_use]
pub fn slides(briefing: &Briefing) -> Vec<String> {
    let slides = briefing.slides.iter().map(|planned| match planned {
        Planned::Part(part) => part.word().to_owned(),
        Planned::Judgement(id) => id.clone(),
    });
    slides.collect()
}

/// What waits to be taken as a claim: its words, and its quotes where these are others.
#[must_use]
pub fn candidate(candidate: &Candidate) -> String {
    let text = candidate.text.as_ref().map_or_else(String::new, |text| single_spaced(&text.value));
    let quotes = candidate.passages.iter().map(in_context).filter(|quote| *quote != text).map(|quote| format!("“{quote}”"));
    let all: Vec<String> = std::iter::once(text.clone()).filter(|text| !text.is_empty()).chain(quotes).collect();
    all.join(" ")
}

/// The quote, and the words beside it that tell it from others.
#[must_use]
pub fn in_context(passage: &Passage) -> String {
    let words = |text: &Text| single_spaced(&text.value);
    let beside = [("behind", &passage.prefix), ("before", &passage.suffix)];
    let beside: Vec<String> =
        beside.into_iter().filter_map(|(where_, text)| Some(format!("{where_} “{}”", words(text.as_ref()?)))).collect();
    if beside.is_empty() { words(&passage.exact) } else { format!("{} ({})", words(&passage.exact), beside.join(", ")) }
}

fn set_aside(source: &Source) -> Vec<String> {
    let words = |text: &Text| single_spaced(&text.value);
    let aside = source.set_aside.iter().map(|aside| {
        let what = match &aside.extent {
            Extent::Quote(passage) => in_context(passage),
            Extent::Range { from, to } => format!("{} … {}", in_context(from), in_context(to)),
            Extent::Heading(title) => words(title),
        };
        aside.why.as_ref().map_or_else(|| what.clone(), |why| format!("{what} ({})", words(why)))
    });
    aside.collect()
}
