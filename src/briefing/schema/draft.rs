//! The words of JSON Schema, draft 2020-12, that the format needs, in the order in which they are written.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

pub const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema, or a part of one. An empty field is not written.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    /// Only the whole schema names its draft.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub draft: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'static str>,
    /// Editors show it beside the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_several")]
    pub types: Vec<Json>,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub constant: Option<Constant>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Constant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// Editors show it where the pattern fails. The draft has no such word, and its readers pass over words that they do not
    /// know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern_error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property_names: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub properties: Named,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<Others>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub one_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub all_of: Vec<Schema>,
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Box<Schema>>,
    #[serde(rename = "then", skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Box<Schema>>,
    #[serde(rename = "$defs", skip_serializing_if = "Named::is_empty")]
    pub definitions: Named,
}

impl Schema {
    pub fn reference(name: &str) -> Self {
        Self { reference: Some(format!("#/$defs/{name}")), ..Self::default() }
    }

    pub fn of(types: &[Json]) -> Self {
        Self { types: types.to_vec(), ..Self::default() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Json {
    String,
    Number,
    Integer,
    Array,
    Object,
    Null,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Constant {
    Number(u16),
    Word(&'static str),
    Truth(bool),
}

/// Not a map: people read the names in this order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Named(pub Vec<(String, Schema)>);

impl Named {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, schema)| (name, schema)))
    }
}

/// Keys that a mapping does not name.
#[derive(Debug, Clone, PartialEq)]
pub enum Others {
    /// There may be none.
    Refused,
    /// What stands under them.
    Are(Box<Schema>),
}

impl Serialize for Others {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Refused => serializer.serialize_bool(false),
            Self::Are(schema) => schema.serialize(serializer),
        }
    }
}

fn one_or_several<S: Serializer>(types: &[Json], serializer: S) -> Result<S::Ok, S::Error> {
    if let [only] = types {
        return only.serialize(serializer);
    }
    let mut list = serializer.serialize_seq(Some(types.len()))?;
    for one in types {
        list.serialize_element(one)?;
    }
    list.end()
}
