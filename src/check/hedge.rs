//! A source's hedge is part of what it says: it must survive in the quote and in the claim.

use super::Subject;
use crate::briefing::Finding;
use crate::briefing::resolved::Anchored;
use crate::briefing::scale::ClaimKind;
use crate::briefing::source_text::SourceText;
use crate::briefing::wording::{agentless as agentless_in, future, hedges, is_hedged};
use crate::text::clip;
use crate::text::phrases::words;
use std::ops::Range;

/// How many words beside a quote are looked at: a hedge further off belongs to something else.
const BESIDE: usize = 2;

pub fn cut(subject: &Subject<'_>) -> Vec<Finding> {
    let resolved = subject.resolved;
    let hedged: Vec<Vec<Range<usize>>> = resolved
        .texts
        .iter()
        .map(|text| text.as_ref().map_or_else(|_| Vec::new(), |text| hedges(text.text()).into_iter().map(|(range, _)| range).collect()))
        .collect();
    let mut findings = Vec::new();
    for (claim, anchored) in resolved.briefing.claims.iter().zip(&resolved.evidence().passages) {
        let place = |passage: &Anchored| Some((passage.source?, passage.anchor.range()?));
        let quoted: Vec<(usize, Range<usize>)> = anchored.iter().filter_map(place).collect();
        for (passage, anchored) in claim.passages.iter().zip(anchored) {
            let Some((source, range)) = place(anchored) else { continue };
            let Some(text) = resolved.text(source) else { continue };
            // What another passage of the claim quotes is not left out.
            let left_out = |hedge: &Range<usize>| {
                !quoted.iter().any(|(other, range)| *other == source && range.start <= hedge.start && hedge.end <= range.end)
            };
            for hedge in beside(text, &range, &hedged[source]).into_iter().filter(left_out) {
                let sentence = text.sentences_in(&hedge).start + 1;
                let message = format!(
                    "“{}” leaves out “{}” beside it ({}:{sentence})",
                    clip(&text.text()[range.clone()], 60),
                    &text.text()[hedge],
                    resolved.briefing.sources[source].head.id.value,
                );
                let finding = Finding::new("quote/cut-hedge", &claim.head.id, passage.exact.span, message);
                findings.push(finding.hint("quote the hedge too"));
            }
        }
    }
    findings
}

/// Those of `hedges` that stand right beside `range`, within its own sentences.
fn beside(source: &SourceText, range: &Range<usize>, hedges: &[Range<usize>]) -> Vec<Range<usize>> {
    let text = source.text();
    let Some(sentences) = source.sentences().get(source.sentences_in(range)) else { return Vec::new() };
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
    let (start, end) = (first.range.start.min(range.start), last.range.end.max(range.end));
    let before: Vec<usize> = words(&text[start..range.start]).map(|(word, _)| start + word.start).collect();
    let from = before.iter().rev().nth(BESIDE - 1).copied().unwrap_or(start);
    let to = words(&text[range.end..end]).nth(BESIDE - 1).map_or(end, |(word, _)| range.end + word.end);
    // A phrase may stand across the edge: "stands | to".
    let near = |hedge: &&Range<usize>| {
        hedge.start < range.start && hedge.end > from && hedge.end < range.end
            || hedge.end > range.end && hedge.start < to && hedge.start > range.start
    };
    hedges.iter().filter(near).cloned().collect()
}

pub fn dropped(subject: &Subject<'_>) -> Vec<Finding> {
    let claims = subject.briefing().claims.iter().enumerate();
    let dropped = claims.filter_map(|(index, claim)| {
        let text = claim.text.as_ref()?;
        let quoted: Vec<&str> = subject.resolved.quoted(index).collect();
        let hedge = quoted.iter().find_map(|quote| Some((quote, hedges(quote).into_iter().next()?)));
        let (quote, (range, _)) = hedge.filter(|_| !is_hedged(text))?;
        let message = format!("the source says “{}”, the claim says it flatly", &quote[range]);
        let place = claim.passages.iter().find_map(|passage| {
            let found = hedges(&passage.exact).into_iter().next()?.0;
            Some(subject.place(&passage.exact, &found))
        });
        let finding = Finding::new("claim/hedge-dropped", &claim.head.id, text.span, message);
        let finding = match place {
            Some(place) => finding.label(place, "the hedge of the source"),
            None => finding,
        };
        Some(finding.hint("keep the hedge, or quote only what is said flatly"))
    });
    dropped.collect()
}

pub fn hedged_fact(subject: &Subject<'_>) -> Vec<Finding> {
    let facts = subject.briefing().claims.iter().enumerate().filter(|(_, claim)| claim.kind == Some(ClaimKind::Fact));
    let hedged = facts.filter_map(|(index, claim)| {
        let text = claim.text.as_ref()?;
        let word = subject.resolved.quoted(index).find_map(|quote| {
            let (range, _) = hedges(quote).into_iter().chain(future(quote)).next()?;
            Some(&quote[range])
        })?;
        let message = format!("a `fact`, but the passage says “{word}”");
        Some(
            Finding::new("claim/hedged-fact", &claim.head.id, text.span, message)
                .hint("write `forecast` or `assessment`, or quote what has happened"),
        )
    });
    hedged.collect()
}

pub fn agentless(subject: &Subject<'_>) -> Vec<Finding> {
    let claims = subject.briefing().claims.iter();
    let agentless = claims.filter_map(|claim| {
        let (passage, range) =
            claim.passages.iter().find_map(|passage| Some((passage, agentless_in(&passage.exact).into_iter().next()?)))?;
        let message = format!("“{}” names no one", &passage.exact[range.clone()]);
        let finding = Finding::new("claim/agentless", &claim.head.id, subject.place(&passage.exact, &range), message);
        Some(finding.hint("quote who expects or reports it; if the source does not say, accept this and say so"))
    });
    agentless.collect()
}
