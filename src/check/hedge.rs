//! A source's hedge is part of what it says: it must survive in the quote and in the claim.

use super::{Reporter, Subject};
use crate::briefing::resolved::Anchored;
use crate::briefing::scale::ClaimKind;
use crate::briefing::scope::{negations, reaches};
use crate::briefing::source_text::SourceText;
use crate::briefing::wording::{agentless as agentless_in, future, hedges, is_hedged};
use crate::text::clip;
use crate::text::phrases::words;
use std::ops::Range;

/// How many words beside a quote are looked at: a hedge further off belongs to something else.
const BESIDE: usize = 2;

pub fn cut(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let resolved = subject.resolved;
    let found = |text: &SourceText| {
        let hedges = hedges(text.text()).into_iter().map(|(range, _)| range).collect();
        Cut { hedges, negations: negations(text.text()) }
    };
    let all: Vec<Option<Cut>> = (0..resolved.texts.len()).map(|source| resolved.text(source).map(found)).collect();
    for (claim, anchored) in resolved.briefing.claims.iter().zip(&resolved.evidence().passages) {
        let place = |passage: &Anchored| Some((passage.source?, passage.anchor.range()?));
        let quoted: Vec<(usize, Range<usize>)> = anchored.iter().filter_map(place).collect();
        for (passage, anchored) in claim.passages.iter().zip(anchored) {
            let Some((source, range)) = place(anchored) else { continue };
            let (Some(text), Some(all)) = (resolved.text(source), &all[source]) else { continue };
            // What another passage of the claim quotes is not left out.
            let left_out = |word: &Range<usize>| {
                !quoted.iter().any(|(other, range)| *other == source && range.start <= word.start && word.end <= range.end)
            };
            let mut words: Vec<Range<usize>> = beside(text, &range, &all.hedges).into_iter().filter(left_out).collect();
            let place = if words.is_empty() { "before" } else { "beside" };
            words.extend(all.over(text, &range, claim.text.as_ref().map_or("", |text| &text.value)).into_iter().filter(left_out));
            words.sort_unstable_by_key(|word| word.start);
            words.dedup();
            let Some(first) = words.first() else { continue };
            let listed: Vec<String> = words.iter().map(|word| format!("“{}”", &text.text()[word.clone()])).collect();
            let message = format!(
                "“{}” leaves out {} {place} it ({}:{})",
                clip(&text.text()[range.clone()], 60),
                listed.join(" and "),
                resolved.briefing.sources[source].head.id.value,
                text.number(text.sentences_in(first).start).unwrap_or_default(),
            );
            report.at(&claim.head.id, passage.exact.span, message, "quote that too");
        }
    }
}

/// The words of a text that a quote must not lose, in its order.
struct Cut {
    hedges: Vec<Range<usize>>,
    negations: Vec<Range<usize>>,
}

impl Cut {
    /// Those in the sentence of a quote, before it, that reach as far as the quote. A claim may say them in its own words.
    fn over(&self, source: &SourceText, quote: &Range<usize>, claim: &str) -> Vec<Range<usize>> {
        let Some(sentence) = source.sentences().get(source.sentences_in(quote).start) else { return Vec::new() };
        let within = |words: &[Range<usize>], is_said: bool| {
            let first = words.partition_point(|word| word.start < sentence.range.start);
            let before = words[first..].iter().take_while(|word| word.end <= quote.start).filter(|_| !is_said);
            // The sentence alone is looked at, however long the text is.
            let start = sentence.range.start;
            let text = &source.text()[start..sentence.range.end.max(quote.end)];
            let reach = |word: &&Range<usize>| reaches(text, &(word.start - start..word.end - start), quote.start - start);
            before.filter(reach).cloned().collect::<Vec<_>>()
        };
        let mut found = within(&self.negations, !negations(claim).is_empty());
        found.extend(within(&self.hedges, is_hedged(claim)));
        found
    }
}

/// The hedges right beside `range`, within its own sentences.
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

pub fn dropped(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim) in subject.briefing().claims.iter().enumerate() {
        let Some(text) = claim.text.as_ref().filter(|text| !is_hedged(text)) else { continue };
        let hedge = subject.resolved.quoted(index).find_map(|quote| Some(&quote[hedges(quote).into_iter().next()?.0]));
        let Some(hedge) = hedge else { continue };
        let place = claim.passages.iter().find_map(|passage| {
            let (found, _) = hedges(&passage.exact).into_iter().next()?;
            Some((subject.place(&passage.exact, &found), "the hedge of the source".to_owned()))
        });
        let message = format!("the source says “{hedge}”, the claim says it flatly");
        report.at(&claim.head.id, text.span, message, "keep the hedge, or quote only what is said flatly").label = place;
    }
}

pub fn hedged_fact(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim) in subject.briefing().claims.iter().enumerate().filter(|(_, claim)| claim.kind == Some(ClaimKind::Fact)) {
        let Some(text) = &claim.text else { continue };
        let word = subject.resolved.quoted(index).find_map(|quote| {
            let (range, _) = hedges(quote).into_iter().chain(future(quote)).next()?;
            Some(&quote[range])
        });
        if let Some(word) = word {
            let message = format!("a `fact`, but the passage says “{word}”");
            report.at(&claim.head.id, text.span, message, "write `forecast` or `assessment`, or quote what has happened");
        }
    }
}

pub fn agentless(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for claim in &subject.briefing().claims {
        let found = claim.passages.iter().find_map(|passage| Some((&passage.exact, agentless_in(&passage.exact).into_iter().next()?)));
        let Some((text, range)) = found else { continue };
        let message = format!("“{}” names no one", &text[range.clone()]);
        let hint = "quote who expects or reports it; if the source does not say, accept this and say so";
        report.at(&claim.head.id, subject.place(text, &range), message, hint);
    }
}
