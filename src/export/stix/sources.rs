//! Sources as references to what is not STIX.

use super::Making;
use super::content::Content;
use super::object::Reference;
use crate::briefing::ItemKind;
use crate::briefing::model::Extent;
use crate::text::web::web_address;

/// Those that are handed on.
pub fn all(making: &Making<'_>) -> Vec<Reference> {
    let sources = making.ordered.iter().filter(|item| item.kind == ItemKind::Source);
    sources.map(|item| reference(making, item.index)).collect()
}

pub fn reference(making: &Making<'_>, at: usize) -> Reference {
    let source = &making.held.resolved.briefing.sources[at];
    let url = source.url.as_ref().and_then(|url| web_address(&url.value));
    let mut content = Content::default();
    content.texts("By", &source.authors);
    content.text("Type", source.kind.as_ref());
    content.text("In", source.publisher.as_ref());
    content.word("Date", source.date.as_ref());
    // What is no address is text.
    content.text("Address", source.url.as_ref().filter(|text| url.as_deref() != Some(text.as_str())));
    content.word("Read on", source.retrieved.as_ref());
    content.text("File", source.file.as_ref());
    content.text("Origin", source.origin.as_ref());
    content.word("SHA-256", source.sha256.as_ref());
    content.word("Reliability", source.reliability.as_ref());
    content.text("What to know", source.descriptor.as_ref());
    for aside in &source.set_aside {
        match &aside.extent {
            Extent::Quote(passage) => content.line("Set aside", &passage.exact),
            Extent::Range { from, to } => {
                content.line("Set aside from", &from.exact);
                content.line("to", &to.exact);
            }
            Extent::Heading(title) => content.line("Set aside, all under", title),
        }
        content.text("because", aside.why.as_ref());
    }
    content.accepted(&source.head);
    Reference {
        source_name: source.title.as_ref().map_or_else(|| source.head.id.value.clone(), |title| title.value.clone()),
        description: content.into_description(),
        url,
        external_id: source.head.id.value.clone(),
    }
}
