//! Words that hedge, that speak of the future, and that name nobody: what a claim must keep and a judgement must not say.
//!
//! English only: in a text in another language these find nothing.

use super::scale::{Likelihood, Yardstick};
use crate::text::phrases::{find, words};
use std::ops::Range;
use std::sync::LazyLock;

/// Hedges with their inflections, after the explanation page of *Targeting U.S. Technologies* (Defense Security Service,
/// 2009) and PHIA's yardstick guidance (2025).
const HEDGES: [&str; 42] = [
    "could",
    "may",
    "might",
    "can",
    "possibly",
    "perhaps",
    "potential",
    "potentially",
    "appear",
    "appears",
    "appeared",
    "appearing",
    "seem",
    "seems",
    "seemed",
    "seeming",
    "seemingly",
    "suggest",
    "suggests",
    "suggested",
    "suggesting",
    "likely",
    "likelier",
    "likeliest",
    "unlikely",
    "probable",
    "probably",
    "expected to",
    "expect to",
    "expects to",
    "expecting to",
    "stand to",
    "stands to",
    "stood to",
    "standing to",
    "reportedly",
    "allegedly",
    "apparently",
    "improbable",
    "conceivably",
    "arguably",
    "presumably",
];

/// Words that are no hedges of a source, and still keep one alive in a claim: they too say that the source does not know.
const SOFTENERS: [&str; 10] =
    ["possible", "would", "expected", "expects", "believed", "said", "reported", "alleged", "is thought", "in doubt"];

/// Words for what has not happened yet.
const FUTURE: [&str; 7] = ["will", "shall", "would", "won't", "won’t", "going to", "about to"];

/// Behind one of these "might", "can" and "will" are nouns: military might, a can, political will.
const BEFORE_A_NOUN: [&str; 18] = [
    "military",
    "naval",
    "economic",
    "political",
    "financial",
    "industrial",
    "sheer",
    "free",
    "good",
    "ill",
    "the",
    "its",
    "their",
    "his",
    "her",
    "our",
    "a",
    "an",
];

/// A passive begins with one of these.
const BE: [&str; 6] = ["is", "are", "was", "were", "been", "be"];

/// What is done to news, if nobody says by whom.
const REPORTING: [&str; 18] = [
    "expected",
    "reported",
    "believed",
    "said",
    "thought",
    "alleged",
    "claimed",
    "rumoured",
    "rumored",
    "understood",
    "considered",
    "seen",
    "viewed",
    "known",
    "estimated",
    "assumed",
    "feared",
    "anticipated",
];

/// Levels that make "confidence" analytic confidence (ICD 203, D.6.e.(2)(b)).
const CONFIDENCE: [&str; 9] = [
    "high confidence",
    "moderate confidence",
    "medium confidence",
    "low confidence",
    "full confidence",
    "limited confidence",
    "confidence is high",
    "confidence is moderate",
    "confidence is low",
];

/// Terms of both yardsticks with their synonyms. "Remote" alone is left out: provinces are remote too.
static TERMS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let terms = [Yardstick::Icd203, Yardstick::Phia].into_iter().flat_map(Yardstick::terms);
    let words = terms.flat_map(|term: Likelihood| std::iter::once(term.word()).chain(term.synonyms().iter().copied()));
    words.filter(|word| *word != "remote").collect()
});

/// The byte range of each hedge, and the word as the list has it.
#[must_use]
pub fn hedges(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found = find(text, &HEDGES);
    found.retain(|(range, word)| match *word {
        "might" | "can" => !is_noun(text, range),
        "may" => !is_month(text, range),
        _ => true,
    });
    found
}

/// `text` hedges, if only by a softer word.
#[must_use]
pub fn is_hedged(text: &str) -> bool {
    !hedges(text).is_empty() || !find(text, &SOFTENERS).is_empty()
}

#[must_use]
pub fn future(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found = find(text, &FUTURE);
    found.retain(|(range, word)| *word != "will" || !is_noun(text, range));
    found
}

/// `text` hedges, or speaks of the future.
#[must_use]
pub fn is_conditional(text: &str) -> bool {
    !hedges(text).is_empty() || !future(text).is_empty()
}

/// Where news has no bearer: "is expected to", "has been reported", "reportedly". A "by" behind the verb names one.
#[must_use]
pub fn agentless(text: &str) -> Vec<Range<usize>> {
    let words: Vec<(Range<usize>, &str)> = words(text).collect();
    let is = |word: &str, list: &[&str]| list.iter().any(|other| word.eq_ignore_ascii_case(other));
    let mut found = Vec::new();
    for (at, (range, word)) in words.iter().enumerate() {
        if is(word, &["reportedly", "allegedly"]) {
            found.push(range.clone());
        }
        // One adverb may stand between: "is widely expected".
        let behind = words[at..].iter().skip(1).take(2).position(|(_, word)| is(word, &REPORTING));
        if let (true, Some(position)) = (is(word, &BE), behind) {
            let verb = at + 1 + position;
            let adverb = position == 0 || words[at + 1].1.ends_with("ly");
            let named = words.get(verb + 1).is_some_and(|(_, word)| is(word, &["by"]));
            if adverb && !named {
                found.push(range.start..words[verb].0.end);
            }
        }
    }
    found
}

#[must_use]
pub fn confidences(text: &str) -> Vec<Range<usize>> {
    find(text, &CONFIDENCE).into_iter().map(|(range, _)| range).collect()
}

#[must_use]
pub fn likelihoods(text: &str) -> Vec<(Range<usize>, &'static str)> {
    find(text, &TERMS)
}

fn is_noun(text: &str, range: &Range<usize>) -> bool {
    let before = words(&text[..range.start]).last().map(|(_, word)| word);
    before.is_some_and(|before| BEFORE_A_NOUN.iter().any(|word| before.eq_ignore_ascii_case(word)))
}

/// A capital inside a sentence or before a number makes the month. "May they agree" is no month.
fn is_month(text: &str, range: &Range<usize>) -> bool {
    let inside = text[..range.start].trim_end().ends_with(|c: char| c.is_alphanumeric() || c == ',');
    let number = text[range.end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    text[range.clone()].starts_with('M') && (inside || number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        hedges(text).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn hedges_are_found_in_their_inflections() {
        assert_eq!(found("This cooperation could embolden Iran, potentially triggering an arms race."), ["could", "potentially"]);
        assert_eq!(
            found("It appeared that they stand to gain; it is expected to rise, reportedly."),
            ["appeared", "stand to", "expected to", "reportedly"]
        );
    }

    #[test]
    fn months_and_nouns_are_no_hedges() {
        assert_eq!(found("In May 2025 its military might grew. On 3 May, by political will."), [""; 0]);
        assert_eq!(found("May it come? It may."), ["may", "may"]);
        assert_eq!(future("By political will. It will come."), [(22..26, "will")]);
    }

    #[test]
    fn words_that_leave_out_who_expects_or_reports_are_found() {
        let text = "It is widely expected to rise; it has been reported. Costs are expected by the bank to fall.";
        let phrases: Vec<&str> = agentless(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(phrases, ["is widely expected", "been reported"]);
    }

    #[test]
    fn likelihoods_are_found_longest_first() {
        let terms: Vec<&str> =
            likelihoods("A roughly even chance, very unlikely, in remote hills").into_iter().map(|(_, term)| term).collect();
        assert_eq!(terms, ["roughly even chance", "very unlikely"]);
    }
}
