//! What differs beside judgements, claims and sources: what is assumed, read otherwise, watched, not known, and who does
//! what to whom; and the grounds of judgements.

use super::arrangement::arrangement;
use super::facts::facts;
use super::{Fate, fates};
use crate::briefing::model::{Briefing, Item, ItemKind, Judgement, Reference, Text};
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
        let facts = move |briefing: &Briefing, index: usize| {
            let item = Item { kind, index };
            facts(briefing, item, briefing.prose(item))
        };
        let differs = move |fate: &Fate| match *fate {
            Fate::Kept { before: old, now: new } => facts(before, old) != facts(now, new),
            _ => true,
        };
        fates(&ids(before), &ids(now)).into_iter().filter(differs).map(move |fate| OtherChange { kind, fate })
    };
    KINDS.into_iter().flat_map(of_kind).collect()
}

/// Of the briefing's own words but its bottom line, those that differ, by the names of their fields.
pub(super) fn own(before: &Briefing, now: &Briefing) -> Vec<&'static str> {
    let pairs = own_words(before).into_iter().zip(own_words(now));
    let mut names: Vec<&'static str> = pairs.filter(|(then, now)| then != now).map(|(_, (name, _))| name).collect();
    for (field, _) in arrangement(before, now) {
        if !names.contains(&field) {
            names.push(field);
        }
    }
    names
}

/// The briefing's own words but its bottom line, by the names of their fields.
pub(super) fn own_words(briefing: &Briefing) -> [(&'static str, Vec<String>); 8] {
    let one = |text: &Option<Text>| text.iter().map(|text| single_spaced(&text.value)).collect::<Vec<_>>();
    let all = |texts: &[Text]| texts.iter().map(|text| single_spaced(&text.value)).collect::<Vec<_>>();
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
}

/// What a judgement gives for its reason, and the items that it rests on, by the names of the fields.
pub(super) fn grounds_of(judgement: &Judgement) -> [(&'static str, String); 4] {
    let ids = |ids: &[Reference]| ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(", ");
    [
        ("because", judgement.because.as_ref().map_or_else(String::new, |text| single_spaced(&text.value))),
        ("claims", ids(&judgement.claims)),
        ("against", ids(&judgement.against)),
        ("assumptions", ids(&judgement.assumptions)),
    ]
}
