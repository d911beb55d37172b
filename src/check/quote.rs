//! Quotes must stand in their source, once, in those words.

use super::{Reporter, Subject};
use crate::briefing::model::Passage;
use crate::briefing::{Anchor, ItemKind, Span};
use crate::text::clip;
use crate::text::phrases::words;

struct Quote<'a> {
    /// Of the claim or the source that it belongs to.
    id: &'a str,
    passage: &'a Passage,
    source: Option<usize>,
    anchor: &'a Anchor,
}

impl Quote<'_> {
    fn span(&self) -> Span {
        self.passage.exact.span
    }
}

/// The passages of claims, then those set aside.
fn quotes<'a>(subject: &Subject<'a>) -> impl Iterator<Item = Quote<'a>> {
    let resolved = subject.resolved;
    let claims = resolved.briefing.claims.iter().zip(&resolved.evidence().passages).flat_map(|(claim, anchored)| {
        claim.passages.iter().zip(anchored).map(|(passage, anchored)| Quote {
            id: &claim.head.id.value,
            passage,
            source: anchored.source,
            anchor: &anchored.anchor,
        })
    });
    let set_aside = resolved.briefing.sources.iter().enumerate().flat_map(|(at, source)| {
        let id = &source.head.id.value;
        let found = source.set_aside.iter().zip(&resolved.evidence().set_aside[at]);
        let found = found.flat_map(|(aside, found)| aside.passages().into_iter().zip(&found.anchors));
        found.map(move |(passage, anchor)| Quote { id, passage, source: Some(at), anchor })
    });
    claims.chain(set_aside)
}

pub fn not_found(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for quote in quotes(subject) {
        let Some(at) = quote.source else {
            unsourced(subject, &quote, report);
            continue;
        };
        let source = &subject.briefing().sources[at].head.id.value;
        match quote.anchor {
            Anchor::OutOfContext { count, prefix } => {
                let (field, around) = if *prefix { ("prefix", &quote.passage.prefix) } else { ("suffix", &quote.passage.suffix) };
                let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
                let message = format!("the words stand {times} in {source}, and not at this `{field}`");
                let span = around.as_ref().map_or(quote.span(), |text| text.span);
                report.at(quote.id, span, message, "quote what stands right beside the words");
            }
            Anchor::Missing { nearest } => {
                let hint = match (nearest, subject.resolved.text(at)) {
                    (Some(nearest), Some(text)) => {
                        let sentence = &text.text()[text.sentences()[*nearest].range.clone()];
                        format!("nearest: “{}” ({source}:{})", clip(sentence, 90), text.sentences()[*nearest].number)
                    }
                    _ => "quote the source letter by letter".to_owned(),
                };
                report.at(quote.id, quote.span(), format!("these words are not in {source}"), hint);
            }
            _ => {}
        }
    }
}

/// Only where a briefing has one source may a passage leave it out. A source that is named and not defined is `id/dangling`.
fn unsourced(subject: &Subject<'_>, quote: &Quote<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    if quote.passage.source.is_none() && briefing.complete && !briefing.unread.kinds.contains(&ItemKind::Source) {
        let message = format!("the passage names no source, and the briefing has {}", briefing.sources.len());
        report.at(quote.id, quote.span(), message, "write `quote: {SOURCE: words}`");
    }
}

/// A quote of more words shows nothing but its length.
const MOST_WORDS: usize = 60;

/// What is set aside may be as long as it is.
pub fn too_long(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for claim in &subject.briefing().claims {
        for passage in &claim.passages {
            let number = words(&passage.exact).count();
            if number > MOST_WORDS {
                let hint = format!("quote {MOST_WORDS} words at most, in several passages if need be");
                report.at(&claim.head.id, passage.exact.span, format!("{number} words"), hint);
            }
        }
    }
}

pub fn ambiguous(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for quote in quotes(subject) {
        let (Anchor::Ambiguous { count }, Some(at)) = (quote.anchor, quote.source) else { continue };
        let message = format!("these words stand {count} times in {}", subject.briefing().sources[at].head.id.value);
        let hint = "write `{exact: …, prefix: …, suffix: …}` with the words around it, or quote more";
        report.at(quote.id, quote.span(), message, hint);
    }
}

pub fn folded(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for quote in quotes(subject) {
        let Anchor::Found { range, folded: true } = quote.anchor else { continue };
        let Some(text) = quote.source.and_then(|at| subject.resolved.text(at)) else { continue };
        // Where a source breaks its lines says nothing of its words.
        if text.unwrapped(range) == quote.passage.exact.trim() {
            continue;
        }
        let message = "found only after quotation marks, dashes or spaces were folded";
        report.at(quote.id, quote.span(), message, format!("the source writes “{}”", &text.text()[range.clone()]));
    }
}
