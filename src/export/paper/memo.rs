//! A memo as it stands on paper. What its links lead to is not in it, so they are words.

use super::{Kind, Look, Paper, Setter, Span, labelled};
use crate::export::memo::Memo;
use crate::export::page_set::{Page, Part};

/// The page of a memo, for [`Paper::of_memo`] to be made of. Nothing on it has a note at its foot.
#[must_use]
pub fn page(memo: &Memo<'_>) -> Page {
    let place = memo.handed.at.place();
    Page { place, doc: memo.doc.clone(), part: Part::Detail, anchor: String::new() }
}

impl<'h> Paper<'h> {
    #[must_use]
    pub fn of_memo(memo: &'h Memo<'h>, page: &'h Page) -> Self {
        let subject = memo.letterhead.last().map(|(_, text)| text.plain()).unwrap_or_default();
        let empty = Self { title: subject, marking: memo.marking.as_deref(), pieces: Vec::new(), footnotes: Vec::new(), foot: Vec::new() };
        let mut setter = Setter { handed: memo.handed, paper: empty, cited: Vec::new() };
        if let Some(notice) = &memo.notice {
            setter.push(Kind::Paragraph, vec![Span::new(Look::Strong, notice)], false);
        }
        let last = memo.letterhead.len() - 1;
        for (at, (label, text)) in memo.letterhead.iter().enumerate() {
            let kind = if at == last { Kind::Title } else { Kind::Paragraph };
            let spans = labelled(label, setter.spans(text, page));
            setter.push(kind, spans, false);
        }
        for block in &page.doc.blocks {
            setter.block(block, page, 2);
        }
        let mut paper = setter.paper;
        for span in paper.pieces.iter_mut().flat_map(|piece| &mut piece.spans) {
            span.to = None;
        }
        paper.foot = vec![Span::new(Look::Quiet, &memo.footer.plain())];
        paper
    }
}
