//! A source's hedge is part of what it says: it must survive in the quote and in the claim.

use super::Subject;
use crate::briefing::Finding;
use crate::briefing::scale::ClaimKind;
use crate::briefing::wording::{agentless as agentless_in, future, hedges, is_hedged};
use crate::text::phrases::words;
use std::ops::Range;

/// How many words beside a quote are looked at: a hedge further off belongs to something else.
const BESIDE: usize = 2;

pub fn cut(subject: &Subject<'_>) -> Vec<Finding> {
    let resolved = subject.resolved;
    let mut findings = Vec::new();
    for (claim, anchored) in resolved.briefing.claims.iter().zip(&resolved.evidence().passages) {
        // What another passage of the claim quotes is not left out.
        let quoted: Vec<(usize, Range<usize>)> =
            anchored.iter().filter_map(|passage| Some((passage.source?, passage.anchor.range()?))).collect();
        for (passage, (source, range)) in claim
            .passages
            .iter()
            .zip(anchored)
            .filter_map(|(passage, anchored)| Some((passage, (anchored.source?, anchored.anchor.range()?))))
        {
            let Some(text) = resolved.text(source) else { continue };
            for beside in
                beside(text.text(), &range, text.sentences_in(&range).filter_map(|at| text.sentences().get(at)).map(|s| s.range.clone()))
            {
                let is_quoted =
                    quoted.iter().any(|(other, range)| *other == source && range.start <= beside.start && beside.end <= range.end);
                if is_quoted {
                    continue;
                }
                let sentence = text.sentences_in(&beside).start + 1;
                let message = format!(
                    "“{}” leaves out “{}” beside it ({}:{sentence})",
                    crate::text::clip(&text.text()[range.clone()], 60),
                    &text.text()[beside],
                    resolved.briefing.sources[source].head.id.value,
                );
                let finding = Finding::new("quote/cut-hedge", &claim.head.id, passage.exact.span, message);
                findings.push(finding.hint("quote the hedge too"));
            }
        }
    }
    findings
}

/// The hedges that stand right beside `range`, within its own sentences.
fn beside(text: &str, range: &Range<usize>, sentences: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let Some(whole) = sentences.reduce(|first, last| first.start..last.end) else { return Vec::new() };
    let before = whole.start.min(range.start)..range.start;
    let behind = range.end..whole.end.max(range.end);
    let near_before = words(&text[before.clone()])
        .collect::<Vec<_>>()
        .iter()
        .rev()
        .nth(BESIDE - 1)
        .map_or(before.start, |(word, _)| before.start + word.start);
    let near_behind = words(&text[behind.clone()]).nth(BESIDE - 1).map_or(behind.end, |(word, _)| behind.start + word.end);
    // Read over the edge, so that a phrase is seen whole: "is expected | to".
    let around = hedges(&text[whole.clone()]).into_iter().map(|(found, _)| whole.start + found.start..whole.start + found.end);
    around
        .filter(|hedge| (hedge.end <= range.start && hedge.end > near_before) || (hedge.start >= range.end && hedge.start < near_behind))
        .collect()
}

pub fn dropped(subject: &Subject<'_>) -> Vec<Finding> {
    let claims = subject.briefing().claims.iter().enumerate();
    let dropped = claims.filter_map(|(index, claim)| {
        let text = claim.text.as_ref()?;
        let quoted: Vec<&str> = subject.quoted(index).collect();
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
        let word = subject.quoted(index).find_map(|quote| {
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
