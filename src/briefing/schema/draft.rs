//! The words of JSON Schema, draft 2020-12, that the format needs, in the order in which they are written.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

/// The draft that the schema is written in.
pub const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema, or a part of one. What it does not say is not written.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    /// The draft; the whole schema alone names it.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub draft: Option<&'static str>,
    /// What it is a schema of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'static str>,
    /// What an editor says about the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The definition that holds as well.
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What the value may be.
    #[serde(rename = "type", skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_several")]
    pub types: Vec<Json>,
    /// The only value.
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub constant: Option<Constant>,
    /// The only values, where there are several.
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Constant>,
    /// What a text must match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// What editors say in place of the pattern. Readers of schemas pass over words that they do not know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern_error_message: Option<String>,
    /// The lowest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u16>,
    /// The highest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u16>,
    /// What each value of a list is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    /// The keys that a mapping must have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<&'static str>,
    /// What each key of a mapping is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property_names: Option<Box<Schema>>,
    /// What stands under a key.
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub properties: Named,
    /// What stands under any other key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<Others>,
    /// Exactly one of them holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub one_of: Vec<Schema>,
    /// At least one of them holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Schema>,
    /// Each of them holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub all_of: Vec<Schema>,
    /// Where this holds,
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Box<Schema>>,
    /// this holds too.
    #[serde(rename = "then", skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Box<Schema>>,
    /// What references name.
    #[serde(rename = "$defs", skip_serializing_if = "Named::is_empty")]
    pub definitions: Named,
}

impl Schema {
    /// The definition `name`.
    pub fn reference(name: &str) -> Self {
        Self { reference: Some(format!("#/$defs/{name}")), ..Self::default() }
    }

    /// A value of one of `types`.
    pub fn of(types: &[Json]) -> Self {
        Self { types: types.to_vec(), ..Self::default() }
    }
}

/// What a value of JSON is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Json {
    /// A text.
    String,
    /// Any number.
    Number,
    /// A whole number.
    Integer,
    /// A list.
    Array,
    /// A mapping.
    Object,
    /// A blank value.
    Null,
}

/// A value that a schema names.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Constant {
    /// A number.
    Number(u16),
    /// A word.
    Word(&'static str),
    /// A blank value.
    Blank,
}

/// Schemas by name, in the order in which people read them.
#[derive(Debug, Clone, Default)]
pub struct Named(pub Vec<(String, Schema)>);

impl Named {
    /// There are none.
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
#[derive(Debug, Clone)]
pub enum Others {
    /// There must be none.
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
