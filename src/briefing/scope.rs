//! How far a hedge or a negation reaches: what stands behind it in its clause is meant by it too.
//!
//! English only, and by a few signs of where a clause ends instead of a grammar. In doubt a clause ends.

use crate::text::phrases::{find, words};
use std::ops::Range;

const NEGATIONS: [&str; 30] = [
    "not",
    "cannot",
    "never",
    "nor",
    "neither",
    "no",
    "nobody",
    "none",
    "hardly",
    "scarcely",
    "no longer",
    "fail to",
    "fails to",
    "failed to",
    "failing to",
    "refuse to",
    "refuses to",
    "refused to",
    "refusing to",
    "decline to",
    "declines to",
    "declined to",
    "deny",
    "denies",
    "denied",
    "denying",
    "rule out",
    "rules out",
    "ruled out",
    "ruling out",
];
/// They begin with a negation and deny nothing.
const NO_NEGATIONS: [&str; 12] = [
    "not only",
    "not just",
    "not merely",
    "not simply",
    "not least",
    "no doubt",
    "no less",
    "no sooner",
    "no matter",
    "no one but",
    "nothing but",
    "not until",
];

/// A clause of its own begins with one of these.
const CLAUSES: [&str; 28] = [
    "but", "while", "whereas", "although", "though", "because", "since", "which", "who", "whose", "whom", "where", "when", "if", "unless",
    "until", "after", "before", "so", "yet", "as", "however", "instead", "despite", "said", "says", "told", "added",
];
const PRONOUNS: [&str; 5] = ["who", "which", "whose", "where", "that"];
/// A thing that was named stands behind one of these, and it is there whatever is hedged or denied of it.
const PREPOSITIONS: [&str; 24] = [
    "of",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "over",
    "into",
    "about",
    "between",
    "among",
    "against",
    "than",
    "through",
    "under",
    "near",
    "regarding",
    "concerning",
    "including",
    "during",
    "within",
    "across",
];
/// A new subject begins with one of these.
const SUBJECTS: [&str; 32] = [
    "the", "a", "an", "its", "their", "his", "her", "our", "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those",
    "some", "many", "most", "several", "few", "both", "all", "each", "every", "one", "there", "now", "then",
];

/// The words that deny what stands behind them.
#[must_use]
pub fn negations(text: &str) -> Vec<Range<usize>> {
    let excused: Vec<Range<usize>> = find(text, &NO_NEGATIONS).into_iter().map(|(range, _)| range).collect();
    let listed = find(text, &NEGATIONS).into_iter().map(|(range, _)| range);
    let contracted = words(text).filter(|(_, word)| ["n't", "n’t"].iter().any(|end| word.to_ascii_lowercase().ends_with(end)));
    // "No. 5" is a number.
    let behind = |range: &Range<usize>| text[range.end..].strip_prefix('.').map(str::trim_start);
    let is_number = |range: &Range<usize>| behind(range).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_excused = |range: &Range<usize>| is_number(range) || excused.iter().any(|excused| excused.start == range.start);
    let mut found: Vec<Range<usize>> = listed.filter(|range| !is_excused(range)).chain(contracted.map(|(range, _)| range)).collect();
    found.sort_unstable_by_key(|range| range.start);
    found
}

/// What `word` hedges or denies reaches from it to `to`, where a quote begins: no clause ends between them, and the quote is
/// more than what a preposition stands before.
#[must_use]
pub fn reaches(text: &str, word: &Range<usize>, to: usize) -> bool {
    let is = |word: &str, list: &[&str]| list.iter().any(|other| word.eq_ignore_ascii_case(other));
    // "Pilots, who may strike, wait": the comma closes what the pronoun opened.
    let before = &text[..word.start];
    let opened = &before[before.rfind(',').unwrap_or(0)..];
    let is_inserted = words(opened).any(|(_, word)| is(word, &PRONOUNS));
    let (mut end, mut commas, mut joined, mut last) = (word.end, false, false, "");
    for (range, next) in words(&text[word.end..]) {
        let start = word.end + range.start;
        let gap = &text[end..start];
        let comma = gap.contains(',');
        commas |= comma;
        if gap.contains([';', ':', '—', '(', ')', '“', '”', '"', '?', '!']) || gap.contains(" – ") || gap.contains(" - ") {
            return false;
        }
        let ends = is(next, &CLAUSES) || comma && is_inserted || commas && next.eq_ignore_ascii_case("that");
        if ends || (comma || joined) && begins_subject(next) {
            return false;
        }
        if start >= to {
            let is_named = is(last, &PREPOSITIONS) && !next.ends_with("ing");
            return !(is_named || last.eq_ignore_ascii_case("to") && is_subject(next));
        }
        joined = is(next, &["and", "or"]);
        last = next;
        end = word.end + range.end;
    }
    false
}

/// Behind a comma or "and" the word is no second verb of what stands before: a hedge has the bare form behind it.
fn begins_subject(word: &str) -> bool {
    is_subject(word) || word.ends_with('s') && !word.ends_with("ss") || word.ends_with("ed")
}

fn is_subject(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || SUBJECTS.iter().any(|subject| word.eq_ignore_ascii_case(subject))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::wording::hedges;

    /// Where `|` stands a quote begins.
    fn reached(text: &str) -> bool {
        let to = text.find('|').expect("a quote");
        let text = text.replace('|', "");
        let before = |range: &Range<usize>| range.end <= to;
        hedges(&text).into_iter().map(|(range, _)| range).chain(negations(&text)).filter(before).any(|range| reaches(&text, &range, to))
    }

    #[test]
    fn what_is_hedged_or_denied_reaches_to_the_end_of_its_clause() {
        for text in [
            "The deal does not appear to require |Iran to give up its control of the strait.",
            "It does not seem that the town |has paid for the dredger.",
            "Ice could raise prices, cut exports and |weaken the crown.",
            "It is unlikely that |the mill closes before May.",
            "The envoy denied that |Orn had sold the bell.",
            "No ship |has left the port.",
            "They didn’t agree to |open the gate.",
            "There are no signs that |the ships will leave.",
            "The council has ruled out |a second dredger.",
            "It may, in the view of the guild, |open the gate.",
        ] {
            assert!(reached(text), "{text}");
        }
    }

    #[test]
    fn what_is_said_in_another_clause_is_not_reached() {
        for text in [
            "Ice could close the port, but |the ferry sails.",
            "Ice may stop the ferry, and |ships wait outside.",
            "Ice may stop the ferry and |the pilots wait.",
            "The mayor, who may resign, |signed the order.",
            "It is not only cheap but |open all year.",
            "The order may fall; |the guild holds to it.",
            "He could not pay because |the town kept the money.",
            "It may rain, the clerk noted, adding that |the gate holds.",
            "There is no doubt that |the mill burned.",
            "She signed Order No. 5, which |shut the port.",
            "Ships can wait (as they did in May) |outside the port.",
            "Ice could embolden the guild, particularly in relation to its influence over |Orn and Sarn.",
            "It could raise the price, also with a view to |the coal of Orn.",
            "Orn does not buy coal, while |Sarn buys 40 tons.",
        ] {
            assert!(!reached(text), "{text}");
        }
    }
}
