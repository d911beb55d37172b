//! What stands over a quote in its sentence and was left out of it: a hedge, a denial, a condition.

use super::hedge::claims;
use super::reading::Reading;
use super::{Reporter, Subject};
use crate::briefing::resolved::Anchored;
use crate::briefing::source_text::SourceText;
use crate::english::class::Class;
use crate::english::word::Gap;
use crate::english::{Mark, Scope, Sense, Statement, Strength};
use crate::text::clip;
use std::ops::Range;

/// A hedge within so many words of a quote is the quote's, whatever the claim says.
const BESIDE: usize = 2;

pub fn cut(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let resolved = subject.resolved;
    for (index, claim, _, reading) in claims(subject) {
        let anchored = &resolved.evidence().passages[index];
        let place = |passage: &Anchored| Some((passage.source?, passage.anchor.range()?));
        let quoted: Vec<(usize, Range<usize>)> = anchored.iter().filter_map(place).collect();
        for (passage, anchored) in claim.passages.iter().zip(anchored) {
            let Some((source, range)) = place(anchored) else { continue };
            let Some(text) = resolved.text(source) else { continue };
            // What another passage of the claim quotes is not left out.
            let is_quoted = |word: &Range<usize>| {
                quoted.iter().any(|(other, range)| *other == source && range.start <= word.start && word.end <= range.end)
            };
            let mut left_out = left_out(text, &range, reading);
            left_out.retain(|(word, _)| !is_quoted(word));
            let Some((first, _)) = left_out.first() else { continue };
            let place = if left_out.iter().any(|(_, beside)| *beside) { "beside" } else { "before" };
            let listed: Vec<String> = left_out.iter().map(|(word, _)| format!("“{}”", &text.text()[word.clone()])).collect();
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

/// The words that hold over a quote and stand outside it, and whether right beside it.
fn left_out(source: &SourceText, quote: &Range<usize>, reading: &Reading) -> Vec<(Range<usize>, bool)> {
    let Some(sentences) = source.sentences().get(source.sentences_in(quote)) else { return Vec::new() };
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
    let (start, end) = (first.range.start.min(quote.start), last.range.end.max(quote.end));
    let has_words = |range: Range<usize>| source.text()[range].contains(char::is_alphanumeric);
    // Most quotes are whole sentences.
    if !has_words(start..quote.start) && !has_words(quote.end..end) {
        return Vec::new();
    }
    let statement = Statement::read(&source.text()[start..end]);
    let inside = |at: usize| {
        let word = &statement.words[at].range;
        start + word.start >= quote.start && start + word.end <= quote.end
    };
    let words: Vec<usize> = (0..statement.words.len()).filter(|at| inside(*at)).collect();
    let (Some(from), Some(to)) = (words.first(), words.last()) else { return Vec::new() };
    // A thing that is named is there, whatever is said of it: only what the quote says with a verb is hedged or denied.
    let (mut scope, mut said) = (Scope::default(), Scope::default());
    for at in &words {
        scope.add(statement.clauses.of[*at]);
        let word = &statement.words[*at];
        let is_verb = word.is(Class::VERB.or(Class::BE).or(Class::HAVE).or(Class::PAST))
            && (!word.is(Class::GERUND) || at > from || word.gap == Gap::Space);
        if is_verb {
            said.add(statement.clauses.of[*at]);
        }
    }
    let holds = |mark: &&Mark| {
        let is_outside = mark.words.start < *from || mark.words.end > *to + 1;
        let is_before = mark.words.start < *from;
        // "Perhaps as early as" stands over the clause that it begins; what is said behind a quote is of the same clause.
        let fits = match mark.sense {
            Sense::Hedge(strength) => strength != Strength::Certain,
            Sense::Denial => is_before,
            Sense::Condition => !is_covered(&statement, mark, &words),
            _ => false,
        };
        is_outside && fits && mark.scope.meets(scope)
    };
    let found = statement.marks.iter().filter(holds).filter_map(|mark| {
        let beside =
            mark.words.start < *from && mark.words.end + BESIDE > *from || mark.words.end > *to + 1 && mark.words.start < *to + 1 + BESIDE;
        let beside = beside && matches!(mark.sense, Sense::Hedge(_));
        let range = statement.bytes(&mark.words);
        (beside || mark.scope.meets(said) && !reading.keeps(mark.sense)).then(|| (start + range.start..start + range.end, beside))
    });
    let mut found: Vec<(Range<usize>, bool)> = found.collect();
    found.sort_unstable_by_key(|(word, _)| word.start);
    found.dedup();
    found
}

/// The quote is of the condition itself.
fn is_covered(statement: &Statement, mark: &Mark, words: &[usize]) -> bool {
    words.iter().all(|at| statement.clauses.of[*at] == statement.clauses.of[mark.words.start])
}
