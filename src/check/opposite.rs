//! Whether a statement says that the opposite of an event comes: "the dam stays open" of "the dam closes".
//!
//! English only, and by a few signs: in doubt it says the same.

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

/// Pairs of words, by how they begin, short ones with their endings: who says the one says the opposite of the other.
const PAIRS: [(&str, &str); 38] = [
    ("open", "clos"),
    ("open", "shut"),
    ("rise", "fall"),
    ("rose", "fell"),
    ("increas", "decreas"),
    ("increas", "decline"),
    ("grow", "shrink"),
    ("grow", "fall"),
    ("begin", "end"),
    ("start", "stop"),
    ("start", "end"),
    ("continu", "stop"),
    ("continu", "end"),
    ("last", "end"),
    ("last", "stop"),
    ("accept", "reject"),
    ("approv", "reject"),
    ("pass", "fail"),
    ("win", "lose"),
    ("surviv", "collaps"),
    ("surviv", "fall"),
    ("hold", "break"),
    ("hold", "collaps"),
    ("stand", "fall"),
    ("peace", "war"),
    ("join", "leav"),
    ("stay", "leav"),
    ("stay", "withdr"),
    ("enter", "leav"),
    ("strengthen", "weaken"),
    ("ease", "tighten"),
    ("lift", "impos"),
    ("keep", "drop"),
    ("keep", "repeal"),
    ("succeed", "fail"),
    ("agree", "disagree"),
    ("live", "die"),
    ("above", "below"),
];

/// The last part of a statement counts, where its likelihood stands.
#[must_use]
pub fn is_opposite(statement: &str, event: &str) -> bool {
    let last = statement.rfind([';', '.', ':']).map_or(statement, |at| &statement[at..]);
    let (said, event) = (lower(last), lower(event));
    let begins = |words: &[String], stem: &str| words.iter().any(|word| is_of(word, stem));
    let turned = |words: &[String]| {
        let denied = words.iter().any(|word| NOT.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t"));
        denied || TURNING.iter().any(|stem| begins(words, stem))
    };
    let paired = |one: &str, other: &str| begins(&said, one) && begins(&event, other) && !begins(&event, one) && !begins(&said, other);
    turned(&said) != turned(&event) || PAIRS.iter().any(|(one, other)| paired(one, other) || paired(other, one))
}

/// "Winter" is no form of "win".
fn is_of(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| stem.len() > 3 || ["", "s", "ed", "d", "ing"].contains(&ending))
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
