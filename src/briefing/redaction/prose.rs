//! Texts that name what is left out.

use crate::briefing::model::{Briefing, Head, Item, ItemKind, Text};
use std::collections::BTreeSet;

pub fn names(text: &Text, out: &BTreeSet<String>) -> bool {
    named_in(text, out).next().is_some()
}

/// In brackets. That of a source is no reference, and leads nowhere, but it names the source all the same.
fn named_in<'a>(text: &'a Text, out: &'a BTreeSet<String>) -> impl Iterator<Item = &'a String> {
    out.iter().filter(|id| text.value.contains(&format!("[{id}]")))
}

/// The texts of the briefing itself that name what is out, each with the ids. What it lives with can go.
pub fn named(briefing: &Briefing, out: &BTreeSet<String>) -> Vec<(&'static str, Vec<String>)> {
    let ids = |texts: &[Text]| {
        let mut ids: Vec<String> = texts.iter().flat_map(|text| named_in(text, out)).cloned().collect();
        ids.sort();
        ids.dedup();
        ids
    };
    own(briefing).into_iter().map(|(field, texts)| (field, ids(texts))).filter(|(_, ids)| !ids.is_empty()).collect()
}

fn own(briefing: &Briefing) -> [(&'static str, &[Text]); 5] {
    [
        ("title", briefing.title.as_slice()),
        ("question", briefing.question.as_slice()),
        ("bottom_line", briefing.bottom_line.as_slice()),
        ("implications", &briefing.implications),
        ("source_summary", briefing.source_summary.as_slice()),
    ]
}

/// What a briefing says of itself, in words: it has no marking but the briefing's.
pub fn unmarked(briefing: &Briefing) -> Vec<&'static str> {
    const WORDS: [&str; 5] = ["title", "question", "bottom line", "implications", "source summary"];
    let own = WORDS.into_iter().zip(own(briefing)).filter(|(_, (_, texts))| !texts.is_empty()).map(|(words, _)| words);
    own.chain((!briefing.tags.is_empty()).then_some("tags")).chain((!briefing.accept.is_empty()).then_some("what is accepted")).collect()
}

/// The text that an item is nothing without.
pub fn statement(briefing: &Briefing, item: Item) -> Option<&Text> {
    let at = item.index;
    match item.kind {
        ItemKind::Source => briefing.sources[at].title.as_ref(),
        ItemKind::Actor | ItemKind::Relationship => None,
        ItemKind::Claim => briefing.claims[at].text.as_ref(),
        ItemKind::Judgement => briefing.judgements[at].text.as_ref(),
        ItemKind::Assumption => briefing.assumptions[at].text.as_ref(),
        ItemKind::Alternative => briefing.alternatives[at].text.as_ref(),
        ItemKind::Dissent => briefing.dissents[at].text.as_ref(),
        ItemKind::Indicator => briefing.indicators[at].text.as_ref(),
        ItemKind::Scenario => briefing.scenarios[at].text.as_ref(),
        ItemKind::Gap => briefing.gaps[at].text.as_ref(),
        ItemKind::Event => briefing.events[at].text.as_ref(),
    }
}

/// Takes out of items the other texts that name what is out; says of which items, and which.
pub fn cut(briefing: &mut Briefing, out: &BTreeSet<String>) -> Vec<(String, &'static str)> {
    let (mut gone, mut gone_origins) = (Vec::new(), Vec::new());
    let mut take = |head: &Head, field: &'static str, text: &mut Option<Text>| {
        if text.take_if(|text| names(text, out)).is_some() {
            gone.push((head.id.value.clone(), field));
        }
    };
    for source in &mut briefing.sources {
        take(&source.head, "descriptor", &mut source.descriptor);
        // It may be the id of another source.
        if source.origin.take_if(|origin| out.contains(&origin.value)).is_some() {
            gone_origins.push((source.head.id.value.clone(), "origin"));
        }
        for aside in &mut source.set_aside {
            take(&source.head, "set_aside.why", &mut aside.why);
        }
    }
    for judgement in &mut briefing.judgements {
        take(&judgement.head, "because", &mut judgement.because);
        take(&judgement.head, "speaker", &mut judgement.speaker);
        if let Some(was) = &mut judgement.was {
            take(&judgement.head, "was.why", &mut was.why);
        }
        if let Some(outcome) = &mut judgement.outcome {
            take(&judgement.head, "outcome.note", &mut outcome.note);
        }
    }
    for assumption in &mut briefing.assumptions {
        take(&assumption.head, "if_wrong", &mut assumption.if_wrong);
    }
    for indicator in &mut briefing.indicators {
        take(&indicator.head, "threshold", &mut indicator.threshold);
    }
    for gap in &mut briefing.gaps {
        take(&gap.head, "collect", &mut gap.collect);
    }
    gone.extend(gone_origins);
    outcomes(briefing, out, &mut gone);
    for item in briefing.items().collect::<Vec<_>>() {
        let head = head_mut(briefing, item);
        let before = head.accept.len();
        head.accept.retain(|(_, why)| !names(why, out));
        if head.accept.len() < before {
            gone.push((head.id.value.clone(), "accept"));
        }
    }
    let before = briefing.accept.len();
    briefing.accept.retain(|(_, why)| !names(why, out));
    if briefing.accept.len() < before {
        gone.push((String::new(), "accept"));
    }
    gone
}

/// What became of a judgement is known from claims: where one of them goes, nobody may be told it.
fn outcomes(briefing: &mut Briefing, out: &BTreeSet<String>, gone: &mut Vec<(String, &'static str)>) {
    for judgement in &mut briefing.judgements {
        let outcome = &mut judgement.outcome;
        if outcome.take_if(|outcome| outcome.claims.iter().any(|claim| out.contains(&claim.value))).is_some() {
            let id = &judgement.head.id.value;
            gone.retain(|(other, field)| other != id || *field != "outcome.note");
            gone.push((id.clone(), "outcome"));
        }
    }
}

fn head_mut(briefing: &mut Briefing, item: Item) -> &mut Head {
    let at = item.index;
    match item.kind {
        ItemKind::Source => &mut briefing.sources[at].head,
        ItemKind::Actor => &mut briefing.actors[at].head,
        ItemKind::Claim => &mut briefing.claims[at].head,
        ItemKind::Judgement => &mut briefing.judgements[at].head,
        ItemKind::Assumption => &mut briefing.assumptions[at].head,
        ItemKind::Alternative => &mut briefing.alternatives[at].head,
        ItemKind::Dissent => &mut briefing.dissents[at].head,
        ItemKind::Indicator => &mut briefing.indicators[at].head,
        ItemKind::Scenario => &mut briefing.scenarios[at].head,
        ItemKind::Gap => &mut briefing.gaps[at].head,
        ItemKind::Event => &mut briefing.events[at].head,
        ItemKind::Relationship => &mut briefing.relationships[at].head,
    }
}
