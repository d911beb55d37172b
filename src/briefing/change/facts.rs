//! All that an item says, as it is written.

use super::claims::passages;
use super::judgements::{came, rating};
use super::sources::description;
use crate::briefing::model::{Briefing, Item, ItemKind, Text};
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Date, Word};
use crate::text::single_spaced;

/// Its running texts, of which who compares leaves some out, and whatever else its fields say.
pub fn facts<'a>(briefing: &'a Briefing, item: Item, prose: impl Iterator<Item = &'a Text>) -> Vec<String> {
    let at = item.index;
    let mut facts: Vec<String> = prose.map(|text| single_spaced(&text.value)).collect();
    let mut say = |label: &str, words: Option<&str>| facts.extend(words.map(|words| format!("{label} {words}")));
    match item.kind {
        ItemKind::Source => source(briefing, at, &mut say),
        ItemKind::Claim => claim(briefing, at, &mut say),
        ItemKind::Judgement => judgement(briefing, at, &mut say),
        ItemKind::Assumption => {}
        ItemKind::Actor => {
            let actor = &briefing.actors[at];
            say("name", Some(actor.name()));
            say("aka", Some(&list(&actor.aka)));
            say("of", text(actor.of.as_ref()));
        }
        ItemKind::Alternative => {
            let reading = &briefing.alternatives[at];
            say("to", text(reading.to.as_ref()));
            say("likelihood", written(reading.likelihood.as_ref()));
            say("for", Some(&list(&reading.supports)));
            say("against", Some(&list(&reading.against)));
        }
        ItemKind::Dissent => {
            let dissent = &briefing.dissents[at];
            say("to", text(dissent.to.as_ref()));
            say("who", text(dissent.who.as_ref()));
            say("likelihood", written(dissent.likelihood.as_ref()));
        }
        ItemKind::Indicator => {
            let sign = &briefing.indicators[at];
            say("seen", written::<Date>(sign.seen.as_ref()));
            sign.moves.iter().for_each(|(id, way)| say(id, Some(&way.text)));
        }
        ItemKind::Scenario => {
            let scenario = &briefing.scenarios[at];
            say("kind", scenario.kind.map(Vocabulary::word));
            say("likelihood", written(scenario.likelihood.as_ref()));
            say("with", Some(&list(&scenario.with)));
            say("without", Some(&list(&scenario.without)));
        }
        ItemKind::Gap => say("limits", Some(&list(&briefing.gaps[at].limits))),
        ItemKind::Event => event(briefing, at, &mut say),
        ItemKind::Relationship => {
            let tie = &briefing.relationships[at];
            say("type", written(tie.kind.as_ref()));
            say("mode", written(tie.mode.as_ref()));
            for (label, ids) in [("from", &tie.from), ("to", &tie.to), ("claims", &tie.claims)] {
                say(label, Some(&list(ids)));
            }
        }
    }
    facts
}

/// Takes a label and what stands behind it, where anything does.
type Say<'a> = dyn FnMut(&str, Option<&str>) + 'a;

fn source(briefing: &Briefing, at: usize, say: &mut Say<'_>) {
    let source = &briefing.sources[at];
    for field in description(source) {
        say("described", Some(field.as_deref().unwrap_or_default()));
    }
    say("reliability", written(source.reliability.as_ref()));
    say("file", text(source.file.as_ref()));
    say("sha256", source.sha256.as_ref().map(|word| word.text.to_lowercase()).as_deref());
}

fn claim(briefing: &Briefing, at: usize, say: &mut Say<'_>) {
    let claim = &briefing.claims[at];
    say("kind", claim.kind.map(Vocabulary::word));
    for (source, words) in passages(briefing, at) {
        say("source", Some(&source));
        say("quote", Some(&words));
    }
    say("credibility", claim.credibility().map(Vocabulary::word));
}

fn judgement(briefing: &Briefing, at: usize, say: &mut Say<'_>) {
    let judgement = &briefing.judgements[at];
    // A synonym is the same term, and the same word of another yardstick is another.
    say("yardstick", judgement.likelihood.as_ref().and_then(|word| Some(word.value?.yardstick().name())));
    for word in rating(judgement.likelihood.as_ref(), judgement.confidence.as_ref()) {
        say("rating", Some(&word));
    }
    say("by", written(judgement.by.as_ref()));
    if let Some((word, day)) = came(judgement) {
        say("came", word);
        say("on", day);
    }
    for (label, ids) in [("claims", &judgement.claims), ("against", &judgement.against), ("assumptions", &judgement.assumptions)] {
        say(label, Some(&list(ids)));
    }
}

fn event(briefing: &Briefing, at: usize, say: &mut Say<'_>) {
    let event = &briefing.events[at];
    say("kind", event.kind.map(Vocabulary::word));
    say("word", text(event.word.as_ref()));
    say("date", written(event.date.as_ref()));
    say("where", text(event.place.as_ref()));
    say("mode", written(event.mode.as_ref()));
    for (label, ids) in [("actors", &event.actors), ("after", &event.after), ("during", &event.during), ("claims", &event.claims)] {
        say(label, Some(&list(ids)));
    }
}

fn text(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}

fn list(ids: &[Text]) -> String {
    ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(" ")
}

fn written<T>(word: Option<&Word<T>>) -> Option<&str> {
    word.map(|word| word.text.as_str())
}
