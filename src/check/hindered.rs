//! What was kept from being done, and a claim says was done, by the same verb or in other words: "prevented from unloading",
//! "removed before it could cut the power".

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
    whom: Range<usize>,
}

/// "Was delivered" of what the fighting kept from being delivered, "discharged its cargo" of what was prevented from unloading.
pub(super) fn is_kept_from(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let says = |text: &Statement, stem: u64| kept_from(text).is_some_and(|kept| text.stems[kept.verb] == stem);
    let told = |kept: Kept, text: &Statement, other: &Statement| {
        let stem = text.stems[kept.verb];
        if says(other, stem) {
            return None;
        }
        done(other, stem).map(|place| (kept.at, place))
    };
    let theirs = kept_from(quote).and_then(|kept| {
        let stem = quote.stems[kept.verb];
        let at = kept.at;
        let reworded = reworded(quote, &kept, claim).filter(|_| !says(claim, stem));
        told(kept, quote, claim).or_else(|| reworded.map(|place| (at, place)))
    });
    theirs.or_else(|| kept_from(claim).and_then(|kept| told(kept, claim, quote)).map(|(place, at)| (at, place)))
}

/// "Cut the power" of what was removed before it could cut the power.
pub(super) fn is_cut_short(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let kept = cut_short(quote)?;
    let stem = quote.stems[kept.verb];
    // "It took two days before it could sail, and it sailed on Friday."
    let told = quote.stems.iter().filter(|other| **other == stem).count() > 1;
    let place = done(claim, stem).or_else(|| reworded(quote, &kept, claim))?;
    let again = cut_short(claim).is_some_and(|other| claim.stems[other.verb] == stem);
    (!told && !again).then_some((kept.at, place))
}

/// "Prevented the tanker from unloading", "was prevented from unloading".
fn kept_from(text: &Statement) -> Option<Kept> {
    (1..text.words.len()).find_map(|at| {
        let from = is!(text.words[at - 1], "from") && text.words[at].is(Class::GERUND.or(Class::BARE));
        let verb = if text.words[at].is(Class::BARE) { at + 1 } else { at };
        text.stems.get(verb).filter(|stem| **stem != 0)?;
        let hinders = |at: &usize| {
            is!(
                text.words[*at],
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
        };
        let kept = (at.saturating_sub(10)..at).rev().take_while(|at| text.words[*at].gap != Gap::End).find(hinders)?;
        let whom = text.voice(kept).filter(|(passive, _)| *passive).map_or(kept + 1..at - 1, |(_, subject)| subject);
        (from && !text.is_denied(at)).then_some(Kept { at: kept, verb, whom })
    })
}

/// "Was removed before it could cut the power", "was shot down before reaching the coast".
fn cut_short(text: &Statement) -> Option<Kept> {
    let near = |from: usize| (from..text.words.len()).take(7).take_while(|at| text.words[*at].gap == Gap::Space);
    (1..text.words.len()).filter(|at| is!(text.words[*at], "before") && !text.is_denied(*at)).find_map(|at| {
        let could = near(at + 1).find(|at| is!(text.words[*at], "could"));
        let ends = |word: &Word| {
            is!(
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
            ) && word.is(Class::PAST.or(Class::THIRD))
        };
        let ended = (text.sentence_at(at).start..at).rev().take(6).any(|verb| ends(&text.words[verb]));
        let short = Some(at + 1).filter(|verb| ended && text.words.get(*verb).is_some_and(|word| word.is(Class::GERUND)));
        let verb = could.and_then(|could| near(could + 1).find(|at| !text.words[*at].is(Class::ADVERB))).or(short)?;
        let named = could.map_or(at..at, |could| at + 1..could).filter(|word| text.stems[*word] != 0).count() > 0;
        let whom = if named { at + 1..could.unwrap_or(at + 1) } else { text.sentence_at(at).start..at };
        (text.stems[verb] != 0 && text.words[verb].is(Class::BASE.or(Class::GERUND))).then_some(Kept { at, verb, whom })
    })
}

/// Where a claim tells in other words that it was done: by a verb for the same deed, or, of the same doer and the same thing, by one
/// that does not say how it was left undone.
fn reworded(quote: &Statement, kept: &Kept, claim: &Statement) -> Option<usize> {
    let undone = |word: &Word| word.is(Class::LACK) && !word.is(Class::PREPOSITION) || word.has(Shape::NEGATIVE);
    if claim.marks.iter().any(|mark| mark.sense == Sense::Denial) {
        return None;
    }
    let deed = quote.words[kept.verb].entry;
    let stop = |at: &usize| quote.words[*at].gap != Gap::Space || quote.clauses.finite[*at];
    let end = (kept.verb + 1..quote.words.len()).find(stop).unwrap_or(quote.words.len());
    let stems = |range: Range<usize>| quote.stems[range].iter().copied().filter(|stem| *stem != 0).collect::<Vec<_>>();
    let (whom, what) = (stems(kept.whom.clone()), stems(kept.verb + 1..end));
    let told = |at: &usize| claim.stems[*at] != 0 && done(claim, claim.stems[*at]) == Some(*at);
    (0..claim.words.len()).filter(told).find(|at| {
        let word = &claim.words[*at];
        let sentence = claim.sentence_at(*at);
        let has = |range: Range<usize>, of: &[u64]| claim.stems[range].iter().any(|stem| of.contains(stem));
        let doer = has(sentence.start..*at, &whom);
        let own = at + 1..(at + 1..sentence.end).find(|at| claim.words[*at].gap != Gap::Space).unwrap_or(sentence.end);
        let same = name_one_deed(deed.lemma, word.entry.lemma) || are_alike(&deed, &word.entry);
        let passive = claim.voice(*at).is_none_or(|(passive, _)| passive);
        let plain = !passive && !claim.words.iter().any(undone) && !leaves_undone(word) && has(own, &what);
        doer && (same || plain)
    })
}

/// What one does who is kept from something.
fn leaves_undone(verb: &Word) -> bool {
    verb.is(Class::LACK.or(Class::SPEECH).or(Class::THOUGHT).or(Class::FORECAST).or(Class::DEED))
        || is!(
            verb, "wait", "turn", "return", "want", "try", "seek", "attempt", "hope", "plan", "need", "lose", "leave", "lie", "sit",
            "queue", "anchor", "face", "suffer", "miss", "drop", "call", "intend", "mean", "approach", "near", "head", "set", "owe",
            "save", "hold", "fear", "fall", "threaten", "target", "aim", "stop", "circle", "hide", "carry", "surround", "watch", "come",
            "get", "find", "give", "put", "have", "struggle", "work", "move", "pass", "flee", "survive"
        )
}
