//! Subjects that name nobody: "critics", "a source", "people familiar with the talks".

use super::class::Class;
use super::word::{Gap, Shape, Word, is};

/// The last word of the subject of a verb.
pub fn subject(words: &[Word], verb: usize) -> Option<usize> {
    let mut at = verb;
    while at > 0 && matches!(words[at].gap, Gap::Space | Gap::Quote) {
        at -= 1;
        if !words[at].is(Class::ADVERB.or(Class::MODAL).or(Class::HAVE).or(Class::DO)) || words[at].is(Class::PRONOUN) {
            return Some(at);
        }
    }
    None
}

/// "Critics", "some", "press reports": a subject that names nobody. A "the" or a name before it does.
pub fn is_nameless(words: &[Word], subject: usize) -> bool {
    if let Some(head) = close_to(words, subject) {
        return head == 0 || !words[head - 1].is(Class::NUMBER) || words[head].gap == Gap::End;
    }
    // "Unnamed officials", "several diplomats".
    let unnamed = |at: usize| is!(words[at], "unnamed", "anonymous", "unidentified", "some", "several", "various", "many");
    // "A source said".
    let one = |at: usize| is!(words[at], "a", "an", "one", "another");
    if is!(words[subject], "source", "insider") && (subject.saturating_sub(3)..subject).any(one) {
        return true;
    }
    let persons = is!(
        words[subject],
        "officials",
        "diplomats",
        "people",
        "lawmakers",
        "politicians",
        "residents",
        "economists",
        "historians",
        "specialists",
        "academics",
        "scholars",
        "researchers",
        "scientists",
        "strategists",
        "traders",
        "bankers",
        "lawyers",
        "officers",
        "executives",
        "aides",
        "activists",
        "insiders"
    );
    // "Several senior officers".
    let before = |far: usize| subject.checked_sub(far).filter(|at| words[at + 1].gap == Gap::Space);
    let plain = |at: usize| !words[at].is(Class::PREPOSITION.or(Class::VERB).or(Class::DETERMINER)) && !words[at].has(Shape::CAPITAL);
    if persons && (before(1).is_some_and(unnamed) || before(1).is_some_and(plain) && before(2).is_some_and(unnamed)) {
        return true;
    }
    // "Western officials", and not "the Western officials in Kyiv".
    let vague = |at: usize| is!(words[at], "western", "foreign", "regional") && words[at].gap != Gap::Space;
    if persons && subject > 0 && vague(subject - 1) {
        return true;
    }
    if !words[subject].is(Class::NAMELESS) {
        return false;
    }
    if words[subject].gap == Gap::End || !matches!(words[subject].gap, Gap::Space) {
        return true;
    }
    is_vague(&words[subject - 1])
}

/// "Sources close to the palace", "people familiar with the talks", "critics of the deal": the place of who it is.
pub fn close_to(words: &[Word], subject: usize) -> Option<usize> {
    let from = (0..=subject).rev().find(|at| !matches!(words[*at].gap, Gap::Space | Gap::Quote) || at + 8 < subject).unwrap_or(0);
    (from..subject).find(|at| {
        let (word, next) = (&words[*at], &words[at + 1]);
        let near = is!(next, "close", "familiar", "briefed", "privy");
        let of = is!(word, "critics", "opponents", "supporters", "detractors", "sceptics", "skeptics") && is!(next, "of");
        let inside = is!(word, "source", "sources", "insider", "insiders") && words[at + 1].is(Class::PREPOSITION);
        let some =
            is!(word, "some", "many", "others", "few") && is!(next, "in", "within", "inside", "among") && words[*at].gap != Gap::Space;
        some || near && (words[*at].is(Class::NAMELESS) || is!(word, "people", "persons", "officials", "diplomats", "someone"))
            || of
            || inside
    })
}

/// "Press reports", "Western sources": no more is said of who they are.
fn is_vague(before: &Word) -> bool {
    is!(
        before,
        "some",
        "many",
        "several",
        "most",
        "other",
        "press",
        "media",
        "local",
        "unconfirmed",
        "various",
        "persistent",
        "numerous",
        "anonymous",
        "unnamed",
        "multiple",
        "intelligence",
        "diplomatic",
        "security",
        "military",
        "industry",
        "western",
        "regional",
        "foreign",
        "independent",
        "legal",
        "political",
        "informed",
        "outside",
        "and",
        "but",
        "that",
        "as",
        "while",
        "although",
        "though",
        "because",
        "few"
    )
}
