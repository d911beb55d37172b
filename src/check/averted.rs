//! What a quote says was kept from coming, and a claim says came: "called off the strike", "blocked the sale", "hopes of a truce faded".

use super::undone::{done, is_plan};
use crate::english::class::Class;
use crate::english::one_deed::name_one_deed;
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Mark, Sense, Statement};
use std::ops::Range;

/// The word of a quote that keeps something from coming, and the place where a claim says that it came.
pub(super) fn averted(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let keeps = |at: usize| averts(claim, at).is_some() || is_plan(&claim.words[at]);
    if claim.words.is_empty() || claim.marks.iter().any(|mark| mark.sense == Sense::Denial) || (0..claim.words.len()).any(keeps) {
        return None;
    }
    let open = |mark: &Mark| {
        matches!(mark.sense, Sense::Denial | Sense::Hedge(_) | Sense::Ability | Sense::Future | Sense::Plan | Sense::Condition)
    };
    let is_open = |at: usize| quote.marks.iter().any(|mark| open(mark) && mark.scope.has(quote.clauses.of[at]));
    (0..quote.words.len()).filter_map(|at| Some((at, averts(quote, at)?))).filter(|(at, _)| !is_open(*at)).find_map(|(at, how)| {
        let object = object(quote, at, how)?;
        let event = event(quote, object, how)?;
        let stem = quote.stems[event];
        // "Cancelled the sale after it had sold half of them".
        let told = (0..quote.words.len()).any(|other| other != event && quote.stems[other] == stem);
        comes(claim, stem).or_else(|| comes_as(quote, event, claim)).filter(|_| stem != 0 && !told).map(|place| (at, place))
    })
}

/// "There was foreign involvement" of "no evidence of foreign involvement", "the frigate was lost" of "refused to confirm its loss":
/// what a text only names is denied or not confirmed, and the claim says that it came.
pub(super) fn absent(text: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    if claim.marks.iter().any(|mark| mark.sense == Sense::Denial) {
        return None;
    }
    text.marks.iter().filter(|mark| mark.sense == Sense::Denial).find_map(|mark| {
        let leads = |at: &usize| {
            is!(text.words[*at], "of", "for", "confirm", "acknowledge", "discuss", "comment", "on", "verify", "report", "reports")
                || text.words[*at].is(Class::DETERMINER)
        };
        let from = (mark.words.end..text.words.len()).find(|at| !leads(at)).filter(|at| text.words[*at].gap == Gap::Space)?;
        let event = event(text, from..stretch(text, from), How::Averted)?;
        comes(claim, text.stems[event]).map(|place| (mark.words.start, place))
    })
}

/// What becomes of the thing that is spoken of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// It does not come, whatever it is: "averted a strike".
    Averted,
    /// It does not come where it was no more than a plan: "dropped a bid", but "dropped bombs".
    Given,
    /// A plan comes to nothing of itself: "hopes of a truce faded".
    Faded,
}

/// A verb that keeps something from coming.
fn averts(text: &Statement, at: usize) -> Option<How> {
    let words = &text.words;
    let word = &words[at];
    let with = |particle: fn(&Word) -> bool| words[at + 1..].iter().take(6).take_while(|next| next.gap == Gap::Space).any(particle);
    let alone = is!(
        word,
        "cancel",
        "scrap",
        "shelve",
        "avert",
        "avoid",
        "prevent",
        "veto",
        "foil",
        "thwart",
        "forestall",
        "preclude",
        "forgo",
        "withhold",
        "postpone",
        "spare",
        "block",
        "scuttle"
    );
    let ruled_out = is!(word, "rule") && with(|next| is!(next, "out"));
    let given = is!(word, "abandon", "drop", "dismiss", "resist", "oppose", "reject", "refuse", "renounce", "freeze")
        || is!(word, "back", "walk") && with(|next| is!(next, "away", "back"));
    let faded = is!(word, "fade", "dim", "evaporate", "recede", "vanish", "collapse");
    if !word.is(Class::VERB) || names(text, at) {
        None
    } else if alone || ruled_out {
        Some(How::Averted)
    } else if given {
        Some(How::Given)
    } else {
        faded.then_some(How::Faded)
    }
}

/// "Spare parts", "a block grant": what a thing is like, and nothing that is done.
fn names(text: &Statement, at: usize) -> bool {
    let word = &text.words[at];
    let before = (0..at).rev().find(|before| !text.words[*before].is(Class::ADVERB)).map(|before| &text.words[before]);
    // "That spare parts were taken".
    let next = text.words.get(at + 1).filter(|next| next.gap == Gap::Space);
    let that = before.is_some_and(|before| is!(before, "that")) && next.is_some_and(|next| next.has(Shape::PLURAL));
    let leads = |before: &Word| {
        is!(before, "to")
            || before.is(Class::MODAL.or(Class::DO).or(Class::COORDINATOR).or(Class::RELATIVE))
            || before.has(Shape::PLURAL) && !before.is(Class::DETERMINER)
    };
    let finite = text.clauses.finite[at] || before.is_some_and(leads);
    next.is_some() && word.is(Class::BASE) && !word.is(Class::PAST) && (that || !finite)
}

/// The thing that a verb keeps from coming: behind it, or before it in the passive.
fn object(text: &Statement, verb: usize, how: How) -> Option<Range<usize>> {
    let voice = text.voice(verb);
    if let Some((_, subject)) = voice.filter(|(passive, _)| *passive || how == How::Faded) {
        return Some(subject);
    }
    let particle = |at: &usize| is!(text.words[*at], "off", "out", "away", "back", "from", "with", "a", "an", "the");
    let from = (verb + 1..text.words.len()).find(|at| !particle(at)).filter(|_| how != How::Faded)?;
    Some(from..stretch(text, from))
}

/// Where the words end that go on from a word without a stop.
fn stretch(text: &Statement, from: usize) -> usize {
    let stops = |at: &usize| !matches!(text.words[*at].gap, Gap::Space | Gap::Quote);
    (from + 1..text.words.len()).take(11).find(stops).unwrap_or(text.words.len().min(from + 12))
}

/// The event in the name of a thing: its head, and of a plan what is planned.
fn event(text: &Statement, object: Range<usize>, how: How) -> Option<usize> {
    let joins = |at: &usize| {
        text.words[*at].is(Class::PREPOSITION.or(Class::RELATIVE).or(Class::SUBORDINATOR).or(Class::COORDINATOR))
            || is!(text.words[*at], "to", "that")
            || text.clauses.finite[*at]
    };
    let end = object.clone().find(joins).unwrap_or(object.end);
    let head = (object.start..end).rev().find(|at| text.stems[*at] != 0 && !text.words[*at].is(Class::TIME))?;
    if !is_plan(&text.words[head]) {
        let plain = how == How::Averted && !stands(&text.words[head]);
        return plain.then_some(head);
    }
    let next = (head + 1..text.words.len()).take(8).take_while(|at| text.words[*at].gap == Gap::Space);
    let behind = next.into_iter().find(|at| is!(text.words[*at], "to", "of", "for"))?;
    let own = (behind + 1..text.words.len()).take(6).take_while(|at| text.words[*at].gap == Gap::Space);
    if is!(text.words[behind], "to") {
        return own.into_iter().find(|at| text.words[*at].is(Class::BASE));
    }
    own.into_iter().take_while(|at| !joins(at)).filter(|at| text.stems[*at] != 0).last()
}

/// What may have stood for long before it was ended, and what is said rather than done.
fn stands(word: &Word) -> bool {
    word.is(Class::SPEECH.or(Class::ACCOUNT))
        || is!(
            word,
            "tax",
            "tariff",
            "tariffs",
            "subsidy",
            "subsidies",
            "ban",
            "rule",
            "licence",
            "loan",
            "contract",
            "deal",
            "search",
            "siege",
            "hunt",
            "boycott",
            "protest",
            "operation",
            "offensive",
            "campaign",
            "blockade",
            "order",
            "road",
            "use",
            "trade"
        )
}

/// Where a text says that something came: as a verb, or as a thing that there was, that took place, that somebody held.
fn comes(text: &Statement, stem: u64) -> Option<usize> {
    let present = |at: usize| text.clauses.finite[at] && text.words[at].is(Class::THIRD.or(Class::BASE)) && text.stems[at] == stem;
    let is_open = |at: usize| {
        let open = |mark: &Mark| matches!(mark.sense, Sense::Hedge(_) | Sense::Plan | Sense::Condition | Sense::Asked);
        text.marks.iter().any(|mark| open(mark) && mark.scope.has(text.clauses.of[at]))
    };
    done(text, stem).or_else(|| (0..text.words.len()).find(|at| (present(*at) || happens(text, *at, stem)) && !is_open(*at)))
}

/// The same in another word: "jailed" of a sentence.
fn comes_as(quote: &Statement, event: usize, claim: &Statement) -> Option<usize> {
    let same = |at: &usize| claim.stems[*at] != 0 && name_one_deed(quote.words[event].entry.lemma, claim.words[*at].entry.lemma);
    (0..claim.words.len()).filter(same).find(|at| done(claim, claim.stems[*at]) == Some(*at))
}

/// "There was a strike", "a strike took place", "held a strike".
fn happens(text: &Statement, at: usize, stem: u64) -> bool {
    let noun = text.stems[at] == stem && !text.clauses.finite[at];
    let before = || (text.sentence_at(at).start..at).rev().take(7);
    let behind = || (at + 1..text.words.len()).take(7).take_while(|at| text.words[*at].gap == Gap::Space);
    let held = |word: &Word| {
        is!(
            word,
            "hold",
            "make",
            "stage",
            "launch",
            "conduct",
            "carry",
            "complete",
            "impose",
            "suffer",
            "reach",
            "begin",
            "mount",
            "obtain",
            "commission",
            "order",
            "get",
            "have"
        ) && word.is(Class::VERB)
    };
    // "Held up traffic".
    let held =
        |at: usize| held(&text.words[at]) && !text.words.get(at + 1).is_some_and(|next| is!(next, "up", "back", "off", "out", "over"));
    let is = |at: usize| text.words[at].is(Class::BE);
    let there = || before().any(|at| is!(text.words[at], "there")) && before().any(is);
    let came = |at: usize| {
        let word = &text.words[at];
        is!(word, "take", "occur", "happen", "go", "proceed", "begin", "follow", "start", "come") && word.is(Class::VERB)
    };
    let passive = || behind().any(is) && behind().any(held);
    noun && (there() || before().any(held) || behind().any(came) || passive())
}
