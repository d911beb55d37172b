//! What a passage and a part set aside may reach over.

use super::{Reporter, Subject};
use crate::briefing::SentenceKind;
use crate::briefing::model::Extent;
use crate::briefing::resolved::headings_called;
use crate::text::{clip, nearest_word};

/// A heading is read apart from what stands under it, so words over its edge are no passage of anyone's.
pub fn over_heading(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let resolved = subject.resolved;
    for (claim, anchored) in resolved.briefing.claims.iter().zip(&resolved.evidence().passages) {
        for (passage, anchored) in claim.passages.iter().zip(anchored) {
            let text = anchored.source.and_then(|source| resolved.text(source));
            let Some((text, range)) = text.zip(anchored.anchor.range()) else { continue };
            let touched = &text.sentences()[text.sentences_in(&range)];
            let heading = touched.iter().find(|one| one.number.kind == SentenceKind::Heading).filter(|_| touched.len() > 1);
            if let Some(heading) = heading {
                let title = clip(&text.text()[heading.range.clone()], 60);
                let message = format!("the quote goes over the edge of {}, “{title}”", heading.number.words());
                report.at(&claim.head.id, passage.exact.span, message, "quote the heading and the text as two passages");
            }
        }
    }
}

/// Words that are not found are `quote/not-found`.
pub fn set_aside(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let resolved = subject.resolved;
    for (at, source) in resolved.briefing.sources.iter().enumerate() {
        let Some(text) = resolved.text(at) else { continue };
        let id = &source.head.id;
        for (aside, found) in source.set_aside.iter().zip(&resolved.evidence().set_aside[at]) {
            match &aside.extent {
                Extent::Range { to, .. } if found.range.is_none() && found.anchors.iter().all(|anchor| anchor.range().is_some()) => {
                    report.at(id, to.exact.span, "`to` stands before `from`", "write first the words that stand first in the source");
                }
                Extent::Heading(title) if found.range.is_none() => {
                    let (message, hint) = match headings_called(text, title).len() {
                        0 => {
                            let headings = text.sentences().iter().filter(|one| one.number.kind == SentenceKind::Heading);
                            let near = nearest_word(title, headings.map(|one| &text.text()[one.range.clone()]));
                            let near = near.map(|near| format!("did you mean “{}”?", clip(near, 60)));
                            let other = || "write the title letter by letter, or set the part aside by `from` and `to`".to_owned();
                            (format!("there is no heading “{}”", clip(title, 60)), near.unwrap_or_else(other))
                        }
                        times => {
                            let message = format!("there are {times} headings “{}”", clip(title, 60));
                            (message, "set the part aside by `from` and `to`".to_owned())
                        }
                    };
                    report.at(id, title.span, message, hint);
                }
                _ => {}
            }
        }
    }
}
