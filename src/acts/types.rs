//! Where the items of a kind stand in a file, and what each may hold.

use crate::briefing::model::ItemKind;
use crate::briefing::schema::types::{BRIEFING, Type, Value};

/// The field of a briefing that holds its items of a kind. Claims stand in sections.
#[must_use]
pub fn field_of(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Source => "sources",
        ItemKind::Actor => "actors",
        ItemKind::Claim => "sections",
        ItemKind::Judgement => "judgements",
        ItemKind::Assumption => "assumptions",
        ItemKind::Alternative => "alternatives",
        ItemKind::Dissent => "dissent",
        ItemKind::Indicator => "indicators",
        ItemKind::Scenario => "scenarios",
        ItemKind::Gap => "gaps",
        ItemKind::Event => "events",
        ItemKind::Relationship => "relationships",
    }
}

/// The type of an item of a kind.
#[must_use]
pub fn type_of(kind: ItemKind) -> &'static Type {
    fn within(value: &Value) -> Option<&'static Type> {
        match value {
            Value::Type(of) => Some(of),
            Value::Map(_, value) => within(value),
            _ => None,
        }
    }
    let field = BRIEFING.fields.iter().find(|field| field.name == field_of(kind));
    field.and_then(|field| within(&field.value)).unwrap_or(&BRIEFING)
}
