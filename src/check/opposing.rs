//! A word of a quote of which a claim says the opposite.

use super::Subject;
use super::contrary::contests;
use super::reading::{Quote, Reading, is_low};
use super::undone::kept_from;
use crate::english::class::Class;
use crate::english::opposite::{opposed_of_doer, opposed_words, turns_object, undoes};
use crate::english::pairs::Of;
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Sense, Statement, Way};
use crate::text::digits::has_negative;

/// A word of a quote of which the claim says the opposite: as the quote has it, its place in the claim, and whether that turns what
/// is said. "Did not leave" and "stayed" are one.
pub(super) fn opposite<'a>(subject: &'a Subject<'_>, index: usize, reading: &Reading) -> Option<(&'a str, usize, bool)> {
    // "The guards were armed, the driver was not": of whom it is denied, the word does not say.
    let stops = |text: &Statement, at: usize| text.words.get(at + 1).is_none_or(|next| !matches!(next.gap, Gap::Space | Gap::Quote));
    let elided = |text: &Statement| (0..text.words.len()).any(|at| is!(text.words[at], "not") && stops(text, at));
    if elided(&reading.text) || reading.quotes.iter().any(|quote| elided(&quote.statement)) {
        return None;
    }
    // "Growth was -0.4 per cent" and "it shrank" are one.
    reading.quotes.iter().zip(subject.resolved.quoted(index)).filter(|(_, said)| !has_negative(said)).find_map(|(quote, said)| {
        let (one, other) = (&quote.statement, &reading.text);
        let words = opposed_words(one, other, Of::Any);
        let things = || opposed_of_doer(one, other).into_iter().chain(turns_object(one, other)).chain(undoes(one, other));
        let (at, place) = words.into_iter().chain(things()).find(|(at, place)| speaks_of_it(quote, &reading.text, (*at, *place)))?;
        let flipped = flips(one, at, other) != flips(other, place, one);
        let turns = (one.is_denied(at) == other.is_denied(place)) != flipped;
        Some((&said[one.words[at].range.clone()], place, turns))
    })
}

/// The two words are said of the same things.
fn speaks_of_it(quote: &Quote, claim: &Statement, (at, place): (usize, usize)) -> bool {
    let text = &quote.statement;
    let content: Vec<u64> = claim.content(claim.clauses.of[place]).collect();
    let shared = content.iter().filter(|stem| text.stems.contains(stem)).count();
    let claimed = quote.claimed.has(text.clauses.of[at]);
    let own = text.stems[at];
    let meets = text.content(text.clauses.of[at]).any(|stem| stem != own && content.contains(&stem));
    let limits = |text: &Statement| text.marks.iter().any(|mark| mark.sense == Sense::Bound(Way::Most));
    let low = |text: &Statement| text.marks.iter().any(|mark| is_low(mark.sense)) || counts_few(text);
    // "Sterling ended the session firmer", "the pound finished a touch weaker": how a thing stands is told of few words.
    let told = || claim.stems.iter().filter(|stem| **stem != 0 && text.stems.contains(stem)).count() > 1;
    let measured = || stands(text, at) && stands(claim, place) && told();
    let near = meets && shared > 0 && shared * 2 + 2 >= content.len() || measured();
    let same = claimed && near && limits(text) == limits(claim);
    // "Weaker than it was", "stronger then than now": of what, is not known.
    let compares = |text: &Statement, at: usize| text.words.iter().skip(at + 1).take(5).any(|word| is!(word, "than"));
    let unlike = compares(text, at) && compares(claim, place) && text.compared(claim).is_none();
    // "Longer than the old one": of another thing it is the shorter.
    let graded = compares(text, at) != compares(claim, place) && is_graded(&text.words[at]) && is_graded(&claim.words[place]);
    // "Sixteen in favour, three against".
    let side = |word: &Word| is!(word, "favour", "favor", "oppose", "support", "back");
    let against = |text: &Statement| text.words.iter().any(|word| is!(word, "against"));
    let sides = (side(&text.words[at]) || side(&claim.words[place])) && against(text) != against(claim);
    same && !graded && !sides && !low(text) && !low(claim) && !unlike && !is_of_another(text, at, claim, place)
}

/// "Firmer", "lower".
fn is_graded(word: &Word) -> bool {
    !word.is(Class::VERB) && word.has(Shape::PERSON) || is!(word, "higher", "lower", "closer", "greater")
}

/// "Finished a little dearer": the word says how a thing stands.
fn stands(text: &Statement, at: usize) -> bool {
    let ends =
        |word: &Word| word.is(Class::BE) || is!(word, "end", "close", "finish", "settle", "open", "trade", "start", "stand", "remain");
    let near = (at.saturating_sub(6)..at).rev().take_while(|before| text.words[before + 1].gap == Gap::Space);
    is_graded(&text.words[at]) && near.into_iter().any(|before| ends(&text.words[before]))
}

/// "Only one of the three": what is said of the others is not said.
fn counts_few(text: &Statement) -> bool {
    let number = |at: usize| text.words[at + 1..].iter().take(2).any(|word| word.is(Class::NUMBER));
    (0..text.words.len()).any(|at| is!(text.words[at], "only") && number(at))
}

/// "The dollar rose against the lira" of the lira, which fell: what the claim speaks of is another one of the quote.
fn is_of_another(text: &Statement, at: usize, claim: &Statement, place: usize) -> bool {
    let (at, place) = (verb_of(text, at), verb_of(claim, place));
    // "The third quarter brought a surge": when it was, and not who did it.
    let timed =
        |stem: &u64| claim.stems.iter().zip(&claim.words).any(|(other, word)| other == stem && word.is(Class::TIME.or(Class::NUMBER)));
    let (doer, mut theirs) = (text.doer(at), claim.doer(place));
    theirs.retain(|stem| !timed(stem));
    let meets = |stems: &[u64]| theirs.iter().any(|stem| stems.contains(stem));
    // "Closed their consulates" of consulates that stay open.
    let object = claim.object(place).unwrap_or_default();
    let done = doer.iter().any(|stem| object.contains(stem));
    !doer.is_empty() && !theirs.is_empty() && meets(&text.stems) && !meets(&doer) && !done
}

/// The verb that a word goes with.
fn verb_of(text: &Statement, at: usize) -> usize {
    let own = |verb: &usize| text.clauses.finite[*verb] && text.clauses.of[*verb] == text.clauses.of[at];
    // "The lira lost 3 percent, its steepest fall": an apposition has no verb of its own.
    let before = |verb: &usize| text.clauses.finite[*verb] && text.sentence_at(at).contains(verb);
    let verbs = || (0..at).rev();
    if text.voice(at).is_some() { at } else { verbs().find(own).or_else(|| verbs().find(before)).unwrap_or(at) }
}

/// What stands with a word turns it: "an appeal against", "less quickly", "lifted the suspension", "dropped its plan to close".
fn flips(text: &Statement, at: usize, other: &Statement) -> bool {
    let less = at > 0 && is!(text.words[at - 1], "less", "least");
    // "Did little to damage it".
    let little = at > 2 && is!(text.words[at - 1], "to") && is!(text.words[at - 2], "little", "nothing") && is!(text.words[at - 3], "do");
    (contests(text, at) || lifts(text, at, other)) ^ (less || little) ^ (is_aim_dropped(text, at) || kept_from(text, at))
}

/// "Lifted the suspension": of what was suspended it says the contrary.
fn lifts(text: &Statement, at: usize, other: &Statement) -> bool {
    let hinders = |word: &Word| {
        is!(
            word,
            "suspension",
            "ban",
            "embargo",
            "blockade",
            "freeze",
            "moratorium",
            "curfew",
            "closure",
            "siege",
            "boycott",
            "objection",
            "objections",
            "veto",
            "prohibition",
            "opposition",
            "restriction",
            "restrictions"
        )
    };
    let object = text.object(at).unwrap_or_default();
    let head = object.last().copied().unwrap_or_default();
    let names = |place: usize| text.stems[place] == head && hinders(&text.words[place]);
    head != 0 && !other.stems.contains(&head) && text.words[at].is(Class::VERB) && (0..text.words.len()).any(names)
}

/// "Reversed its decision to close it": it is not closed.
fn is_aim_dropped(text: &Statement, at: usize) -> bool {
    let aim = at.checked_sub(2).filter(|_| is!(text.words[at - 1], "to"));
    let dropped = |verb: usize| {
        is!(
            text.words[verb],
            "reverse",
            "drop",
            "abandon",
            "scrap",
            "cancel",
            "overturn",
            "withdraw",
            "shelve",
            "rescind",
            "revoke",
            "quash"
        )
    };
    aim.is_some_and(|aim| {
        let noun =
            is!(text.words[aim], "decision", "plan", "plans", "order", "threat", "bid", "proposal", "pledge", "promise", "move", "attempt");
        noun && (aim.saturating_sub(5)..aim).any(dropped)
    })
}
