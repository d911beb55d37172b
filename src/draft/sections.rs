//! The sections of a draft: those of its documents, by their headings.

use super::slugs::{Names, slug};
use crate::briefing::parse::VIEWS;
use crate::briefing::source_text::SentenceKind;
use crate::briefing::{Number, SourceText};

pub struct Section {
    pub slug: String,
    /// Of the document, on one line.
    pub heading: Option<String>,
    /// The index of a source, and the indices of its sentences.
    pub source: usize,
    pub sentences: Vec<usize>,
}

/// Where a document has no headings, and before its first one.
const TEXT: &str = "text";
/// Of a heading in letters that a slug may not have.
const NAMELESS: &str = "section";

/// In the order of the documents. A heading with no sentence under it makes none.
#[must_use]
pub fn sections(texts: &[&SourceText]) -> Vec<Section> {
    let mut names = Names::but(&VIEWS);
    let mut sections: Vec<Section> = Vec::new();
    for (source, text) in texts.iter().enumerate() {
        let mut open = Some(Section { slug: TEXT.to_owned(), heading: None, source, sentences: Vec::new() });
        let mut close = |section: Option<Section>| {
            let filled = section.filter(|section| !section.sentences.is_empty());
            sections.extend(filled.map(|section| Section { slug: names.give(&section.slug), ..section }));
        };
        for (index, sentence) in text.sentences().iter().enumerate() {
            match sentence.number.kind {
                SentenceKind::Heading => {
                    let heading = crate::text::single_spaced(&text.text()[sentence.range.clone()]);
                    let slug = slug(&heading).unwrap_or_else(|| NAMELESS.to_owned());
                    close(open.replace(Section { slug, heading: Some(heading), source, sentences: Vec::new() }));
                }
                SentenceKind::Sentence => open.iter_mut().for_each(|section| section.sentences.push(index)),
                SentenceKind::Row => {}
            }
        }
        close(open);
    }
    sections
}

/// The first heading of a document.
#[must_use]
pub fn title(text: &SourceText) -> Option<String> {
    let first = text.find(Number { kind: SentenceKind::Heading, of_kind: 1 })?;
    Some(crate::text::single_spaced(&text.text()[text.sentences()[first].range.clone()]))
}
