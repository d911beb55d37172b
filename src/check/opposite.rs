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
}
