//! Quotes must stand in their source, once, in those words.

use super::Subject;
use crate::briefing::model::Passage;
use crate::briefing::{Anchor, Finding, ItemKind};
use crate::text::clip;
use crate::text::phrases::words;

/// A passage, the item it belongs to, its source and its anchor.
struct Quote<'a> {
    id: &'a str,
    passage: &'a Passage,
    source: Option<usize>,
    anchor: &'a Anchor,
}

/// Every passage of the briefing: of claims, then those set aside.
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
        source.set_aside.iter().zip(&resolved.evidence().set_aside[at]).map(move |(aside, anchor)| Quote {
            id,
            passage: &aside.passage,
            source: Some(at),
            anchor,
        })
    });
    claims.chain(set_aside)
}

pub fn not_found(subject: &Subject<'_>) -> Vec<Finding> {
    let resolved = subject.resolved;
    let missing = quotes(subject).filter_map(|quote| {
        let span = quote.passage.exact.span;
        let Some(at) = quote.source else {
            let message = match &quote.passage.source {
                Some(_) => return None, // a source that is not defined is `id/dangling`
                None if resolved.briefing.unread.kinds.contains(&ItemKind::Source) || !resolved.briefing.complete => return None,
                None => format!("the passage names no source, and the briefing has {}", resolved.briefing.sources.len()),
            };
            return Some(Finding::new("quote/not-found", quote.id, span, message).hint("write `quote: {SOURCE: words}`"));
        };
        let source = &resolved.briefing.sources[at].head.id.value;
        if let Anchor::OutOfContext { count, prefix } = quote.anchor {
            let (field, around) = if *prefix { ("prefix", &quote.passage.prefix) } else { ("suffix", &quote.passage.suffix) };
            let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
            let message = format!("the words stand {times} in {source}, and not at this `{field}`");
            let span = around.as_ref().map_or(span, |text| text.span);
            return Some(Finding::new("quote/not-found", quote.id, span, message).hint("quote what stands right beside the words"));
        }
        let Anchor::Missing { nearest } = quote.anchor else { return None };
        let finding = Finding::new("quote/not-found", quote.id, span, format!("these words are not in {source}"));
        let hint = match (nearest, resolved.text(at)) {
            (Some(nearest), Some(text)) => {
                let sentence = &text.text()[text.sentences()[*nearest].range.clone()];
                format!("nearest: “{}” ({source}:{})", clip(sentence, 90), nearest + 1)
            }
            _ => "quote the source letter by letter".to_owned(),
        };
        Some(finding.hint(hint))
    });
    missing.collect()
}

/// From this many words on a quote shows nothing but its length.
const LONG: usize = 60;

pub fn too_long(subject: &Subject<'_>) -> Vec<Finding> {
    let long = quotes(subject).filter_map(|quote| {
        let number = words(&quote.passage.exact).count();
        let finding = Finding::new("quote/too-long", quote.id, quote.passage.exact.span, format!("{number} words"));
        (number > LONG).then(|| finding.hint(format!("quote {LONG} words at most, in several passages if need be")))
    });
    long.collect()
}

pub fn ambiguous(subject: &Subject<'_>) -> Vec<Finding> {
    let several = quotes(subject).filter_map(|quote| {
        let Anchor::Ambiguous { count } = quote.anchor else { return None };
        let source = &subject.resolved.briefing.sources[quote.source?].head.id.value;
        let message = format!("these words stand {count} times in {source}");
        let hint = "write `{exact: …, prefix: …, suffix: …}` with the words around it, or quote more";
        Some(Finding::new("quote/ambiguous", quote.id, quote.passage.exact.span, message).hint(hint))
    });
    several.collect()
}

pub fn folded(subject: &Subject<'_>) -> Vec<Finding> {
    let folded = quotes(subject).filter_map(|quote| {
        let Anchor::Found { range, folded: true } = quote.anchor else { return None };
        let text = subject.resolved.text(quote.source?)?;
        let message = "found only after quotation marks, dashes or spaces were folded";
        let hint = format!("the source writes “{}”", &text.text()[range.clone()]);
        Some(Finding::new("quote/folded", quote.id, quote.passage.exact.span, message).hint(hint))
    });
    folded.collect()
}
