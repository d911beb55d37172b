//! Sources as references to what is not STIX.

use super::Making;
use super::object::Reference;
use crate::briefing::{Item, ItemKind};
use crate::export::as_lines;
use crate::text::web::web_address;

/// Those that are handed on.
pub fn all(making: &Making<'_>) -> Vec<Reference> {
    let sources = making.ordered.iter().filter(|item| item.kind == ItemKind::Source);
    sources.map(|item| reference(making, item.index)).collect()
}

pub fn reference(making: &Making<'_>, at: usize) -> Reference {
    let resolved = &making.held.resolved;
    let source = &resolved.briefing.sources[at];
    Reference {
        source_name: source.title.as_ref().map_or_else(|| source.head.id.value.clone(), |title| title.value.clone()),
        description: as_lines::of_item(resolved, Item { kind: ItemKind::Source, index: at }).into_description(),
        // What is no address stands in the description alone.
        url: source.url.as_ref().and_then(|url| web_address(&url.value)),
        external_id: source.head.id.value.clone(),
    }
}
