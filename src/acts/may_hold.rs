//! What an item of a kind may hold.

use crate::briefing::model::ItemKind;
use crate::briefing::schema::types::{BRIEFING, Type, Value};

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
    BRIEFING.field(kind.field()).and_then(|field| within(&field.value)).unwrap_or(&BRIEFING)
}
