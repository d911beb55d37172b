//! Who does something in a sentence: the subject of a deed, and what stands behind the "by" of one.

use crate::english::Statement;
use crate::english::class::{Class, REPORTS};
use crate::english::nameless::subject;
use crate::english::word::{Gap, Word, is};
use std::collections::HashSet;

/// Where the words begin that name who acts: the last of a subject, the first behind a "by".
#[must_use]
pub fn acting(sentence: &str) -> HashSet<usize> {
    let statement = Statement::read(sentence);
    let words = &statement.words;
    let subjects = (0..words.len()).filter(|at| statement.clauses.finite[*at] && is_deed(words, *at)).filter_map(|at| subject(words, at));
    let agents = (0..words.len()).filter_map(|at| agent(words, at));
    subjects.chain(agents).map(|at| words[at].range.start).collect()
}

/// "Signed", "will sign", "has not signed", "is signing"; not "was signed".
fn is_deed(words: &[Word], finite: usize) -> bool {
    let helps = Class::MODAL.or(Class::HAVE).or(Class::DO).or(Class::BE);
    let mut at = finite;
    while words.get(at).is_some_and(|word| word.is(helps.or(Class::ADVERB)) && !word.is(REPORTS)) {
        at += 1;
    }
    let is_passive = at > finite && words[at - 1].is(Class::BE);
    words.get(at).is_some_and(|verb| verb.is(DEEDS) && (!is_passive || verb.is(Class::GERUND)))
}

const DEEDS: Class = REPORTS.or(Class::POWER);

/// "Signed by the council", "according to the council".
fn agent(words: &[Word], at: usize) -> Option<usize> {
    let is_by = is!(words[at], "by") && at > 0 && words[at - 1].is(Class::PAST);
    let is_according = is!(words[at], "to") && at > 0 && is!(words[at - 1], "according");
    let article = |word: &Word| word.is(Class::DETERMINER) && word.gap == Gap::Space;
    let first = at + 1 + usize::from(words.get(at + 1).is_some_and(article));
    (is_by || is_according).then_some(first).filter(|first| *first < words.len())
}
