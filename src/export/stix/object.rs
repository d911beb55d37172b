//! Objects of STIX 2.1 (part 4 of its standard), as far as a briefing needs them.

#![allow(clippy::struct_field_names, reason = "STIX names its fields")]

use super::Making;
use crate::briefing::Item;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct Object {
    #[serde(rename = "type")]
    kind: &'static str,
    spec_version: &'static str,
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by_ref: Option<String>,
    created: String,
    modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub external_references: Vec<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    object_marking_refs: Vec<String>,
    #[serde(flatten)]
    what: What,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum What {
    Report(Report),
    Identity(Identity),
    Location(Location),
    Relationship(Relationship),
    Note(Note),
    Opinion(Opinion),
}

#[derive(Debug, Serialize)]
pub struct Report {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub report_types: Vec<&'static str>,
    pub published: String,
    pub object_refs: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct Identity {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub identity_class: &'static str,
}

#[derive(Debug, Serialize)]
pub struct Location {
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

#[derive(Debug, Serialize)]
pub struct Relationship {
    pub relationship_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub source_ref: String,
    pub target_ref: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_time: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct Note {
    #[serde(rename = "abstract")]
    pub headline: String,
    pub content: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    pub object_refs: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct Opinion {
    pub opinion: &'static str,
    pub explanation: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    pub object_refs: Vec<String>,
}

/// To what is not STIX: a source.
#[derive(Debug, Serialize)]
pub struct Reference {
    pub source_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    pub external_id: String,
}

impl Object {
    /// Of an item, or of the briefing itself: who may see it is who may see that.
    pub fn new(making: &Making<'_>, kind: &'static str, id: String, item: Option<Item>, what: What) -> Self {
        let producer = making.ids.producer();
        let time = making.ids.time();
        Self {
            kind,
            spec_version: "2.1",
            created_by_ref: (producer != id).then_some(producer),
            id,
            created: time.clone(),
            modified: time,
            confidence: None,
            labels: Vec::new(),
            external_references: Vec::new(),
            object_marking_refs: making.marks.on(making, item),
            what,
        }
    }
}
