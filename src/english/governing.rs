//! What governs the clause that a word begins: a verb that says, an adjective, or the order of the words.

use super::class::{Class, REPORTS};
use super::word::{Gap, Shape, Word, is};

/// "It is doubtful": an adjective behind a form of "be".
pub fn is_predicate(words: &[Word], at: usize) -> bool {
    let mut before = at;
    while before > 0 && before + 3 > at && words[before - 1].is(Class::ADVERB) {
        before -= 1;
    }
    before > 0 && words[before - 1].is(Class::BE)
}

/// A verb that says or a noun like "chance" stands shortly before: "told the Commons that".
pub fn governs(words: &[Word], at: usize) -> bool {
    let that = at;
    let from = at.saturating_sub(6);
    let stretch = &words[from..at];
    let begin = stretch.iter().rposition(|word| word.gap == Gap::End).unwrap_or(0);
    let stretch = &stretch[begin..];
    // "Called off the election that it had promised": the object stands between.
    let takes_object = |verb: usize| {
        let next = stretch.get(verb + 1);
        let parted = verb + 2 < stretch.len();
        let object = next.is_some_and(|next| {
            next.is(Class::DETERMINER.or(Class::NUMBER).or(Class::POSSESSIVE)) && !next.is(Class::ADVERB)
                || is!(next, "off", "up", "out", "in") && parted
        });
        object && !tells(&stretch[verb]) && !stretch.last().is_some_and(|last| last.is(Class::TIME.or(Class::OPENS)))
    };
    // "Told growers in Dera Sohbat on Monday that".
    let from_far =
        || (at.saturating_sub(12)..from).any(|verb| tells(&words[verb]) && words[verb + 1..=at].iter().all(|word| word.gap == Gap::Space));
    // "Claimed in an interview with the paper that".
    let says = |at: usize| {
        let when = words[at + 1].is(Class::PREPOSITION.or(Class::TIME)) && words[at].is(Class::VERB);
        let says = is!(
            words[at],
            "say",
            "claim",
            "argue",
            "allege",
            "write",
            "state",
            "insist",
            "maintain",
            "contend",
            "testify",
            "report",
            "announce",
            "complain",
            "admit",
            "explain",
            "warn",
            "predict",
            "concede",
            "acknowledge",
            "confirm",
            "declare",
            "remark",
            "reveal",
            "estimate"
        );
        when && says
            && words[at + 1..=that].iter().all(|word| word.gap == Gap::Space && !word.is(Class::BE.or(Class::HAVE).or(Class::MODAL)))
    };
    let said_far = || (that.saturating_sub(14)..that.saturating_sub(1)).any(says);
    said_far()
        || (0..stretch.len()).any(|at| stretch[at].is(REPORTS.or(Class::OPENS)) && stretch[at].is(Class::VERB) && !takes_object(at))
        || stretch.last().is_some_and(|word| word.is(Class::OPENS))
        || from_far()
}

/// Verbs that have somebody before what is told: "told the growers that".
fn tells(verb: &Word) -> bool {
    is!(verb, "tell", "inform", "assure", "warn", "brief", "caution", "promise", "persuade", "convince", "notify", "advise")
}

/// "Should the embargo be lifted", "Were the pass to close".
pub fn is_inverted(words: &[Word], at: usize, finite: bool) -> bool {
    let begins = matches!(words[at].gap, Gap::End | Gap::Comma);
    let word = &words[at];
    let subject = words.get(at + 1).is_some_and(|next| {
        let plural = next.has(Shape::PLURAL) && !next.is(Class::VERB);
        next.is(Class::DETERMINER.or(Class::PRONOUN)) || next.has(Shape::CAPITAL) || next.entry.class == Class::default() || plural
    });
    let asks = words[at + 1..].iter().take_while(|word| word.gap != Gap::End).count() > 3;
    let would = words[at + 1..].iter().take_while(|word| word.gap != Gap::End).any(|word| is!(word, "would"));
    let were = would || words[at + 1..].iter().take(8).any(|word| is!(word, "to"));
    // "It would lose the base were the town to fall."
    let late = finite && at > 2 && words[..at].iter().rev().take_while(|word| word.gap != Gap::End).any(|word| word.is(Class::MODAL));
    // "They will be seized should war break out."
    let behind = at > 0
        && (words[at - 1].is(Class::PAST.or(Class::VERB))
            || words.get(at + 1).is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE))));
    if is!(word, "should")
        && late
        && behind
        && words.get(at + 1).is_some_and(|next| !next.is(Class::BARE.or(Class::BE).or(Class::HAVE).or(Class::ADVERB)))
    {
        return true;
    }
    if is!(word, "were") && word.is(Class::PRETERITE) && late && subject && words[at + 1..].iter().take(4).any(|word| is!(word, "to")) {
        return true;
    }
    begins
        && subject
        && asks
        && (is!(word, "should")
            || is!(word, "had") && words[at].has(Shape::CAPITAL)
            || is!(word, "were") && word.is(Class::PRETERITE) && words[at].has(Shape::CAPITAL) && were)
}

/// "Denied | the charge and left": the verb behind "and" goes on from the first.
#[must_use]
pub fn is_object(words: &[Word], finite: &[bool], at: usize) -> bool {
    let Some(verb) = (at..words.len()).find(|verb| finite[*verb]) else { return false };
    let first = (at..verb).rev().find(|before| !words[*before].is(Class::ADVERB));
    first.is_some_and(|first| is!(words[first], "and", "but"))
}

/// "Although Manila insists that it owns the shoal, | its coastguard withdrew": the main clause begins.
#[must_use]
pub fn leads_up(words: &[Word], finite: &[bool], at: usize) -> bool {
    let start = (0..at).rev().find(|first| words[*first].gap == Gap::End).unwrap_or(0);
    let mut rest = (at + 1..words.len()).take(10).take_while(|next| matches!(words[*next].gap, Gap::Space | Gap::Quote));
    let joins = words[at].is(Class::COORDINATOR.or(Class::RELATIVE).or(Class::SUBORDINATOR).or(Class::PREPOSITION).or(Class::GERUND));
    is!(words[start], "although", "though", "while", "whereas")
        && !joins
        && !finite[at]
        && finite[start..at].contains(&true)
        && rest.any(|next| finite[next])
}

/// "The station, said to be the oldest, closed": a remark on what a thing is.
#[must_use]
pub fn is_told_of(words: &[Word], finite: &[bool], at: usize) -> bool {
    let word = &words[at];
    let next = words.get(at + 1).filter(|next| next.gap == Gap::Space);
    let closes = (at + 1..words.len()).take(16).find(|end| words[*end].gap != Gap::Space);
    word.is(Class::NEWS)
        && word.is(Class::PAST)
        && next.is_some_and(|next| is!(next, "to", "by", "as"))
        && closes.is_some_and(|end| words[end].gap == Gap::Comma && finite[end])
}
