//! What differs beside judgements, claims and sources: what is assumed, read otherwise, watched, not known, and who does
//! what to whom; and the grounds of judgements.

use super::{Fate, fates};
use crate::briefing::model::{Briefing, Item, ItemKind, Judgement, Text};
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Date, Word};
use crate::text::single_spaced;

/// An item of another kind. What is kept differs in its words, its links or its ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherChange {
    pub kind: ItemKind,
    pub fate: Fate,
}

const KINDS: [ItemKind; 9] = [
    ItemKind::Assumption,
    ItemKind::Alternative,
    ItemKind::Dissent,
    ItemKind::Indicator,
    ItemKind::Scenario,
    ItemKind::Gap,
    ItemKind::Event,
    ItemKind::Relationship,
    ItemKind::Actor,
];

pub(super) fn compare(before: &Briefing, now: &Briefing) -> Vec<OtherChange> {
    let of_kind = |kind: ItemKind| {
        let ids = |briefing: &Briefing| -> Vec<String> {
            (0..briefing.count(kind)).map(|index| briefing.id_of(Item { kind, index }).to_owned()).collect()
        };
        let differs = move |fate: &Fate| match *fate {
            Fate::Kept { before: old, now: new } => facts(before, Item { kind, index: old }) != facts(now, Item { kind, index: new }),
            _ => true,
        };
        fates(&ids(before), &ids(now)).into_iter().filter(differs).map(move |fate| OtherChange { kind, fate })
    };
    KINDS.into_iter().flat_map(of_kind).collect()
}

/// Of the briefing's own words but its bottom line, those that differ, by the names of their fields.
pub(super) fn own(before: &Briefing, now: &Briefing) -> Vec<&'static str> {
    let one = |text: &Option<Text>| text.iter().map(|text| single_spaced(&text.value)).collect::<Vec<_>>();
    let all = |texts: &[Text]| texts.iter().map(|text| single_spaced(&text.value)).collect::<Vec<_>>();
    let words = |briefing: &Briefing| {
        [
            ("title", one(&briefing.title)),
            ("marking", briefing.marking.iter().map(|word| word.text.clone()).collect()),
            ("author", all(&briefing.authors)),
            ("customer", all(&briefing.customers)),
            ("tags", all(&briefing.tags)),
            ("question", one(&briefing.question)),
            ("implications", all(&briefing.implications)),
            ("source_summary", one(&briefing.source_summary)),
        ]
    };
    let pairs = words(before).into_iter().zip(words(now));
    pairs.filter(|(then, now)| then != now).map(|(_, (name, _))| name).collect()
}

/// A judgement that is kept gives another reason, or rests on other items.
pub(super) fn has_other_grounds(before: &Judgement, now: &Judgement) -> bool {
    let grounds = |judgement: &Judgement| {
        let because = judgement.because.as_ref().map(|text| single_spaced(&text.value));
        let lists = [&judgement.claims, &judgement.against, &judgement.assumptions];
        (because, lists.map(|ids| ids.iter().map(|id| id.value.clone()).collect::<Vec<_>>()))
    };
    grounds(before) != grounds(now)
}

/// All that an item says, as it is written.
fn facts(briefing: &Briefing, item: Item) -> Vec<String> {
    let at = item.index;
    let mut facts: Vec<String> = briefing.prose(item).map(|text| single_spaced(&text.value)).collect();
    let mut say = |label: &str, words: Option<&str>| facts.extend(words.map(|words| format!("{label} {words}")));
    match item.kind {
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
        ItemKind::Event => {
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
        ItemKind::Relationship => {
            let tie = &briefing.relationships[at];
            say("type", written(tie.kind.as_ref()));
            say("mode", written(tie.mode.as_ref()));
            for (label, ids) in [("from", &tie.from), ("to", &tie.to), ("claims", &tie.claims)] {
                say(label, Some(&list(ids)));
            }
        }
        ItemKind::Source | ItemKind::Claim | ItemKind::Judgement | ItemKind::Assumption => {}
    }
    facts
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
