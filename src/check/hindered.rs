//! What was kept from being done or found out, and a claim says was, by the same verb or in other words: "prevented from unloading",
//! "removed before it could cut the power", "could not establish where it was".

use super::undone::done;
use crate::english::class::Class;
use crate::english::one_deed::name_one_deed;
use crate::english::opposite::are_alike;
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Sense, Statement};
use std::ops::Range;

/// A deed that did not come.
struct Kept {
    /// The word that hinders.
    at: usize,
    verb: usize,
    /// Who did not do it.
    whom: Vec<u64>,
}

/// "Was delivered" of what the fighting kept from being delivered, "discharged its cargo" of what was prevented from unloading.
pub(super) fn is_kept_from(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let says = |text: &Statement, stem: u64| kept_from(text).is_some_and(|kept| text.stems[kept.verb] == stem);
    let told = |kept: &Kept, text: &Statement, other: &Statement| {
        let stem = text.stems[kept.verb];
        done(other, stem).filter(|_| !says(other, stem)).map(|place| (kept.at, place))
    };
    let theirs = kept_from(quote).and_then(|kept| {
        let other = || reworded(quote, &kept, claim).filter(|_| !says(claim, quote.stems[kept.verb]));
        told(&kept, quote, claim).or_else(|| other().map(|place| (kept.at, place)))
    });
    theirs.or_else(|| kept_from(claim).and_then(|kept| told(&kept, claim, quote)).map(|(place, at)| (at, place)))
}

/// "Cut the power" of what was removed before it could cut the power.
pub(super) fn is_cut_short(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let kept = (1..quote.words.len()).find_map(|at| cut_short(quote, at))?;
    let stem = quote.stems[kept.verb];
    // "It took two days before it could sail, and it sailed on Friday."
    let told = quote.stems.iter().filter(|other| **other == stem).count() > 1;
    let place = done(claim, stem).or_else(|| reworded(quote, &kept, claim))?;
    let again = (1..claim.words.len()).filter_map(|at| cut_short(claim, at)).any(|other| claim.stems[other.verb] == stem);
    (!told && !again).then_some((kept.at, place))
}

/// "Found out where it was" of who could not establish where it was.
pub(super) fn finds_out(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let shared = |one: &[u64], other: &[u64]| one.iter().any(|stem| *stem != 0 && other.contains(stem));
    let told = |at: usize| finds(&claim.words[at]) && done(claim, claim.stems[at]) == Some(at);
    let denials = quote.marks.iter().filter(|mark| mark.sense == Sense::Denial);
    denials.into_iter().find_map(|mark| {
        let verb = (mark.words.end..quote.words.len()).take(3).find(|at| finds(&quote.words[*at]))?;
        let sentence = quote.sentence_at(verb);
        // "Found out who owned it, but could not establish who drove it": of the one it is no denial.
        let found = sentence.clone().any(|at| at != verb && quote.clauses.finite[at] && finds(&quote.words[at]) && !quote.is_denied(at));
        let place = (0..claim.words.len()).find(|at| told(*at)).filter(|_| !found)?;
        let own = claim.sentence_at(place);
        let same = shared(&claim.stems[own.start..place], &quote.stems[sentence.start..mark.words.start]);
        (same && shared(&claim.stems[place + 1..own.end], &quote.stems[verb + 1..sentence.end])).then_some((mark.words.start, place))
    })
}

/// What was not known is known.
fn finds(word: &Word) -> bool {
    word.is(Class::VERB)
        && is!(
            word,
            "find",
            "discover",
            "establish",
            "determine",
            "ascertain",
            "identify",
            "locate",
            "trace",
            "learn",
            "detect",
            "uncover",
            "pinpoint",
            "solve",
            "unearth"
        )
}

/// "Prevented the tanker from unloading", "was prevented from unloading".
fn kept_from(text: &Statement) -> Option<Kept> {
    (1..text.words.len()).find_map(|at| {
        let from = is!(text.words[at - 1], "from") && text.words[at].is(Class::GERUND.or(Class::BARE));
        let verb = if text.words[at].is(Class::BARE) { at + 1 } else { at };
        text.stems.get(verb).filter(|stem| **stem != 0)?;
        let kept =
            (at.saturating_sub(10)..at).rev().take_while(|at| text.words[*at].gap != Gap::End).find(|at| hinders(&text.words[*at]))?;
        let whom = text.voice(kept).filter(|(passive, _)| *passive).map_or(kept + 1..at - 1, |(_, subject)| subject);
        // "From leaving until the shift was over": then they left.
        let until = (verb..text.sentence_at(verb).end).any(|at| is!(text.words[at], "until", "till"));
        (from && !until && !text.is_denied(at)).then(|| Kept { at: kept, verb, whom: telling(text, whom) })
    })
}

/// Behind it stands "from" and what is not done.
pub(super) fn hinders(word: &Word) -> bool {
    is!(
        word,
        "keep",
        "prevent",
        "stop",
        "block",
        "bar",
        "ban",
        "prohibit",
        "hinder",
        "discourage",
        "deter",
        "dissuade",
        "preclude",
        "restrain",
        "debar"
    )
}

fn telling(text: &Statement, range: Range<usize>) -> Vec<u64> {
    text.stems[range].iter().copied().filter(|stem| *stem != 0).collect()
}

/// "Was shot down before reaching the coast": the denial stands in "before".
pub(super) fn is_short_of(text: &Statement, at: usize) -> bool {
    at > 0 && cut_short(text, at).is_some()
}

/// "Was removed before it could cut the power", "was shot down before reaching the coast".
fn cut_short(text: &Statement, at: usize) -> Option<Kept> {
    if !is!(text.words[at], "before") || text.is_denied(at) {
        return None;
    }
    let near = |from: usize| (from..text.words.len()).take(7).take_while(|at| text.words[*at].gap == Gap::Space);
    let own = text.sentence_at(at).start..at;
    let could = near(at + 1).find(|at| is!(text.words[*at], "could"));
    let ended = own.clone().rev().take(6).any(|verb| ends(&text.words[verb]));
    let short = Some(at + 1).filter(|verb| ended && text.words.get(*verb).is_some_and(|word| word.is(Class::GERUND)));
    let verb = could.and_then(|could| near(could + 1).find(|at| !text.words[*at].is(Class::ADVERB))).or(short)?;
    let named = could.map_or_else(Vec::new, |could| telling(text, at + 1..could));
    // "It" is what was removed, or who did not come so far.
    let whom = || {
        let last = own.clone().rev().find(|verb| text.voice(*verb).is_some())?;
        let doer = Some(text.doer(last)).filter(|doer| !doer.is_empty());
        if could.is_some() { text.object(last).or(doer) } else { doer.or_else(|| text.object(last)) }
    };
    let whom = if named.is_empty() { whom().unwrap_or_default() } else { named };
    let is_verb = text.stems[verb] != 0 && text.words[verb].is(Class::BASE.or(Class::GERUND));
    is_verb.then_some(Kept { at, verb, whom })
}

/// What comes no further.
fn ends(word: &Word) -> bool {
    let ended = is!(
        word,
        "stop",
        "intercept",
        "destroy",
        "arrest",
        "detain",
        "kill",
        "die",
        "catch",
        "seize",
        "sink",
        "crash",
        "halt",
        "defuse",
        "capture",
        "collapse",
        "explode",
        "thwart",
        "foil",
        "disrupt"
    );
    ended && word.is(Class::PAST.or(Class::THIRD))
}

/// Where a claim tells in other words that it was done: by a verb for the same deed, or, of the same doer and the same thing, by one
/// that does not say how it was left undone.
fn reworded(quote: &Statement, kept: &Kept, claim: &Statement) -> Option<usize> {
    let lacks = |word: &Word| word.is(Class::LACK) && !word.is(Class::PREPOSITION) && !is!(word, "out") || word.has(Shape::NEGATIVE);
    if claim.marks.iter().any(|mark| mark.sense == Sense::Denial) {
        return None;
    }
    let deed = quote.words[kept.verb].entry;
    let stop = |at: &usize| quote.words[*at].gap != Gap::Space || quote.clauses.finite[*at];
    let end = (kept.verb + 1..quote.words.len()).find(stop).unwrap_or(quote.words.len());
    let what = telling(quote, kept.verb + 1..end);
    // "Kept it from exporting the fuel, and it sold it at home": what the quote tells too is no other word for it.
    let told = |at: &usize| {
        let stem = claim.stems[*at];
        stem != 0 && done(claim, stem) == Some(*at) && !quote.stems.contains(&stem)
    };
    (0..claim.words.len()).filter(told).find(|at| {
        let word = &claim.words[*at];
        let sentence = claim.sentence_at(*at);
        let has = |range: Range<usize>, of: &[u64]| claim.stems[range].iter().any(|stem| of.contains(stem));
        let own = at + 1..(at + 1..sentence.end).find(|at| claim.words[*at].gap != Gap::Space).unwrap_or(sentence.end);
        let same = name_one_deed(deed.lemma, word.entry.lemma) || are_alike(&deed, &word.entry) && !leaves_undone(word);
        let passive = claim.voice(*at).is_none_or(|(passive, _)| passive);
        let plain = || !passive && !claim.words.iter().any(lacks) && !leaves_undone(word) && has(own, &what);
        has(sentence.start..*at, &kept.whom) && (same || plain())
    })
}

/// What one does who is kept from something.
fn leaves_undone(verb: &Word) -> bool {
    verb.is(Class::LACK.or(Class::SPEECH).or(Class::THOUGHT).or(Class::FORECAST).or(Class::DEED)) || waits(verb) || turns_off(verb)
}

fn waits(verb: &Word) -> bool {
    is!(
        verb, "wait", "want", "try", "seek", "attempt", "hope", "plan", "need", "lie", "sit", "queue", "anchor", "face", "suffer",
        "intend", "mean", "aim", "threaten", "target", "owe", "fear", "struggle", "work", "watch", "survive"
    )
}

fn turns_off(verb: &Word) -> bool {
    is!(
        verb, "turn", "return", "lose", "leave", "miss", "drop", "call", "approach", "near", "head", "set", "save", "hold", "fall", "stop",
        "circle", "hide", "carry", "surround", "come", "get", "find", "give", "have", "move", "pass", "flee"
    )
}
