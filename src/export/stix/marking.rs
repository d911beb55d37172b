//! Who may see an object: TLP 2.0 by its extension, other markings as statements.

#![allow(clippy::struct_field_names, reason = "STIX names its fields")]

use super::Making;
use super::ids::Ids;
use crate::briefing::Item;
use crate::briefing::banner::written;
use crate::library::HeldBriefing;
use serde::Serialize;
use std::collections::BTreeMap;

/// Of FIRST's TLP 2.0, as OASIS has fixed it. STIX itself knows TLP 1 only.
const TLP_2: &str = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
const SINCE: &str = "2022-10-01T00:00:00.000Z";

/// The marking, its identifier, its word in the extension.
const LEVELS: [(&str, &str, &str); 5] = [
    ("TLP:CLEAR", "94868c89-83c2-464b-929b-a1a8aa3c8487", "clear"),
    ("TLP:GREEN", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "green"),
    ("TLP:AMBER", "55d920b0-5e8b-4f79-9ee9-91f868d9b421", "amber"),
    ("TLP:AMBER+STRICT", "939a9414-2ddd-4d32-a0cd-375ea402b003", "amber+strict"),
    ("TLP:RED", "e828b379-4e03-4974-9ac4-e53a884c97c1", "red"),
];

#[derive(Debug, Serialize)]
pub struct Definition {
    #[serde(rename = "type")]
    kind: &'static str,
    spec_version: &'static str,
    id: String,
    created: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<Statement>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extensions: Option<BTreeMap<&'static str, Level>>,
}

#[derive(Debug, Serialize)]
struct Statement {
    statement: String,
}

#[derive(Debug, Serialize)]
struct Level {
    extension_type: &'static str,
    tlp_2_0: &'static str,
}

/// The markings of what is handed on, in words, each once.
#[derive(Debug)]
pub struct Marks(Vec<String>);

impl Marks {
    pub fn of(held: &HeldBriefing, items: &[Item]) -> Self {
        let mut words: Vec<String> = Vec::new();
        for word in std::iter::once(None).chain(items.iter().copied().map(Some)).filter_map(|item| word(held, item)) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Self(words)
    }

    pub fn on(&self, making: &Making<'_>, item: Option<Item>) -> Vec<String> {
        let word = word(making.held, item);
        self.0.iter().filter(|one| Some(*one) == word.as_ref()).map(|word| id(&making.ids, word)).collect()
    }

    pub fn definitions(&self, ids: &Ids<'_>) -> Vec<Definition> {
        self.0.iter().map(|word| definition(ids, word)).collect()
    }
}

/// Of an item what it is marked as, or what it draws on; without that, and of the briefing itself, as the briefing is. What
/// is no marking is a statement as well: it must not look free.
fn word(held: &HeldBriefing, item: Option<Item>) -> Option<String> {
    let own = item.and_then(|item| held.resolved.marking_of(item));
    let briefing = &held.resolved.briefing;
    // The briefing as a whole is marked as its narrowest item, and an item without a marking as the file says.
    let whole = || match (item, &briefing.shown_as) {
        (None, Some((banner, _))) => Some(banner.clone()),
        _ => briefing.marking.as_ref().map(|word| written(briefing, word)),
    };
    own.as_ref().map(|word| written(briefing, word)).or_else(whole)
}

fn level(word: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    LEVELS.iter().find(|(name, ..)| *name == word)
}

fn id(ids: &Ids<'_>, word: &str) -> String {
    level(word).map_or_else(|| ids.named("marking-definition", word), |(_, uuid, _)| format!("marking-definition--{uuid}"))
}

fn definition(ids: &Ids<'_>, word: &str) -> Definition {
    let level = level(word);
    let extension = level.map(|(.., tlp_2_0)| BTreeMap::from([(TLP_2, Level { extension_type: "property-extension", tlp_2_0 })]));
    Definition {
        kind: "marking-definition",
        spec_version: "2.1",
        id: id(ids, word),
        created: level.map_or_else(|| ids.time(), |_| SINCE.to_owned()),
        name: word.to_owned(),
        definition_type: level.is_none().then_some("statement"),
        definition: level.is_none().then(|| Statement { statement: word.to_owned() }),
        extensions: extension,
    }
}
