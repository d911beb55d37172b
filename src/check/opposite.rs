//! Whether a statement says that the opposite of an event comes: "the dam stays open" of "the dam closes".
//!
//! English only, and by a few signs: in doubt it says the same.

use crate::english::lexicon::{Entry, look_up};
use crate::english::opposite::are_opposites;
use crate::english::pairs::Of;
use crate::text::phrases::words;

/// Words that turn what stands beside them, by how they begin.
const TURNING: [&str; 17] = [
    "stay",
    "remain",
    "keep",
    "kept",
    "fail",
    "refus",
    "avoid",
    "refrain",
    "prevent",
    "reject",
    "continu",
    "persist",
    "absen",
    "unchanged",
    "withhold",
    "lack",
    "hold off",
];
/// The same, as whole words.
const NOT: [&str; 11] = ["no", "not", "never", "nothing", "nobody", "none", "neither", "nor", "without", "cannot", "hardly"];

/// The last part of a statement counts, where its likelihood stands.
#[must_use]
pub fn is_opposite(statement: &str, event: &str) -> bool {
    let last = statement.rfind([';', '.', ':']).map_or(statement, |at| &statement[at..]);
    let (said, event) = (lower(last), lower(event));
    let begins = |words: &[String], stem: &str| words.iter().any(|word| word.starts_with(stem));
    let turned = |words: &[String]| {
        let denied = words.iter().any(|word| NOT.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t"));
        denied || TURNING.iter().any(|stem| begins(words, stem))
    };
    let entries = |words: &[String]| -> Vec<Entry> { words.iter().map(|word| look_up(word)).collect() };
    let (ours, theirs) = (entries(&said), entries(&event));
    let has = |words: &[Entry], word: &Entry| words.iter().any(|other| other.lemma == word.lemma);
    let paired = |one: &Entry| {
        let other = theirs.iter().find(|other| are_opposites(one, other, Of::Event));
        other.is_some_and(|other| !has(&theirs, one) && !has(&ours, other))
    };
    turned(&said) != turned(&event) || ours.iter().any(paired)
}

/// Behind these stands how something stays: "to stay open".
const STAYING: [&str; 8] = ["stay", "stays", "remain", "remains", "keep", "keeps", "leave", "be"];
/// Behind these stands until when.
const WHILE: [&str; 11] = ["until", "till", "through", "in", "before", "beyond", "past", "this", "next", "after", "during"];

/// Where the words end that say, behind a likelihood, that the opposite of an event comes: "unlikely | to stay open" of "the
/// bridge closes". In doubt nowhere: an open border beside it does not turn what is said.
#[must_use]
pub fn opposite_behind(statement: &str, likelihood: usize, event: &str) -> Option<usize> {
    let rest = &statement[likelihood..];
    let said: Vec<(usize, String)> = words(rest).map(|(range, word)| (likelihood + range.end, word.to_lowercase())).collect();
    let event = lower(event);
    let is_not = |word: &str| NOT.contains(&word) || word.ends_with("n't") || word.ends_with("n’t");
    let denies = |word: &str| is_not(word) || ["no", "none", "nobody", "neither"].contains(&word);
    let says_not = event.iter().any(|word| is_not(word) || TURNING.iter().any(|stem| word.starts_with(stem)));
    let word = |at: usize| said.get(at).map_or("", |(_, word)| word.as_str());
    let (ours, theirs): (Vec<Entry>, Vec<Entry>) =
        (lower(statement).iter().map(|word| look_up(word)).collect(), event.iter().map(|word| look_up(word)).collect());
    let has = |words: &[Entry], word: &Entry| words.iter().any(|other| other.lemma == word.lemma);
    let is_last = |at: usize| said.get(at + 1).is_none_or(|(_, next)| WHILE.contains(&next.as_str()));
    let turns = |at: usize| {
        let one = look_up(word(at));
        let other = theirs.iter().find(|other| are_opposites(&one, other, Of::Event));
        is_last(at) && other.is_some_and(|other| !has(&theirs, &one) && !has(&ours, other))
    };
    let turned = match (word(0), word(1)) {
        _ if says_not => None,
        // "Unlikely not to close".
        ("not", "to") => Some(2).filter(|at| has(&theirs, &look_up(word(*at)))),
        ("to", "be") if word(2) == "kept" => Some(3).filter(|at| turns(*at)),
        ("to", verb) if STAYING.contains(&verb) => Some(2).filter(|at| turns(*at)),
        ("to", _) => Some(1).filter(|at| turns(*at)),
        // "Unlikely that the bridge stays open".
        ("that", first) if !denies(first) => (2..said.len().min(9)).take_while(|at| !denies(word(*at))).find(|at| turns(*at)),
        _ => None,
    };
    turned.map(|at| said[at].0)
}

fn lower(text: &str) -> Vec<String> {
    words(text).map(|(_, word)| word.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_a_statement_of_the_opposite_is_told_from_one_of_the_event() {
        for (statement, event, opposite) in [
            ("The dam is likely to stay open", "Sorn closes its dam for good.", true),
            ("The dam is likely to close", "Sorn closes its dam for good.", false),
            ("Sorn is likely not to close its dam", "Sorn closes its dam for good.", true),
            ("No exercise is held; major arms are likely", "Russia delivers major arms to Iran.", false),
            ("Major Russian arms are likely", "Russia delivers major arms to Iran.", false),
            ("The ban is likely to stay", "The ban stays in force.", false),
            ("Prices are likely to fall", "Prices rise by a tenth.", true),
            ("A vote is likely to fail", "The vote passes.", true),
            ("An end of the closure is very unlikely", "The closure lasts into November.", true),
            ("The team is likely to lose", "The winter is long.", false),
        ] {
            assert_eq!(is_opposite(statement, event), opposite, "{statement}");
        }
    }

    #[test]
    fn n16_only_what_follows_a_likelihood_turns_it() {
        for (statement, event, words) in [
            ("The bridge is unlikely to stay open", "The bridge at Kelm closes.", Some("to stay open")),
            ("The bridge is unlikely to be kept open until May", "The bridge at Kelm closes.", Some("to be kept open")),
            ("The dam is unlikely to hold", "The dam at Kelm breaks.", Some("to hold")),
            ("It is unlikely that the dam holds", "The dam at Kelm breaks.", Some("that the dam holds")),
            ("The bridge is unlikely not to close", "The bridge at Kelm closes.", Some("not to close")),
            ("The bridge is unlikely to close", "The bridge at Kelm closes.", None),
            ("With the border open, a shutdown is unlikely", "The border closes.", None),
            ("A closure is unlikely", "The border closes.", None),
            ("The council is unlikely to hold a vote", "The council falls.", None),
            ("It is unlikely that no bridge stays open", "The bridge closes.", None),
            ("The ban is unlikely to end", "The ban does not end.", None),
            ("The open bridge is unlikely to be closed", "The bridge closes.", None),
            ("The minister is unlikely to stand for election", "The government falls.", None),
        ] {
            let likelihood = statement.find("unlikely").expect("it is there") + "unlikely".len();
            let behind = opposite_behind(statement, likelihood, event).map(|end| statement[likelihood..end].trim());
            assert_eq!(behind, words, "{statement}");
        }
    }
}
