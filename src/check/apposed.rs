//! What somebody calls what happened: of it the source says itself that it happened.

use super::reading::Reading;
use crate::english::class::Class;
use crate::english::word::{Gap, Shape, is};
use crate::english::{Mark, Statement};

/// "… were killed, in what the prosecutor called a strike", "was jailed, a verdict that his lawyer said was written before": the claim
/// repeats nothing of what they called it.
pub(super) fn only_names_it(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let verb = mark.words.end - 1;
    let sentence = quote.sentence_at(verb);
    let told = |at: usize| (sentence.start..at).any(|at| quote.clauses.finite[at]);
    let subject = |at: usize| {
        let (word, before) = (&quote.words[at], &quote.words[at - 1]);
        let begins = word.is(Class::DETERMINER.or(Class::POSSESSIVE)) || word.has(Shape::CAPITAL) && !before.has(Shape::CAPITAL);
        let goes_on = before.is(Class::PREPOSITION.or(Class::COORDINATOR).or(Class::DETERMINER));
        word.gap == Gap::Space && (word.is(Class::RELATIVE) || is!(word, "that", "what") || begins && !goes_on)
    };
    let apposed = |at: usize| {
        let (word, next) = (&quote.words[at], &quote.words[at + 1]);
        let what = is!(word, "what") || is!(word, "in") && is!(next, "what");
        let which = is!(word, "which") && (at + 1..verb).any(subject);
        let named = is!(word, "a", "an", "something") && (at + 2..verb).any(subject);
        matches!(quote.words[at].gap, Gap::Comma | Gap::Open) && (what || which || named)
    };
    let parted = (sentence.start + 1..verb.saturating_sub(1)).rev().find(|at| apposed(*at) && told(*at));
    let said = || (verb + 1..sentence.end).filter(|at| quote.stems[*at] != 0 && !quote.words[*at].has(Shape::CAPITAL));
    parted.is_some() && !said().any(|at| reading.names(quote, at))
}
