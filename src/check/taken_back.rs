//! What a sentence takes back of a part of it: behind the part ("…, which the mayor denied", "…, but that is untrue", "that … was
//! refuted"), or before it, where it is only opposed or kept from coming ("voted against | closing it").

use super::reading::{Reading, denies};
use crate::english::class::{Class, REPORTS};
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Sense, Statement};
use std::ops::Range;

/// As far as what takes it back stands from where it begins, in words.
const NEAR: usize = 9;

/// The word that takes back what a range of a sentence says, unless the claim says so itself.
pub(super) fn taken_back(sentence: &Statement, quote: &Range<usize>, reading: &Reading) -> Option<Range<usize>> {
    let quoted: Vec<usize> = sentence.words_in(quote).collect();
    let (first, last) = (*quoted.first()?, *quoted.last()?);
    let own = &reading.text.words;
    let opposes = |word: &Word| is!(word, "against", "oppose", "resist", "avoid", "stop", "prevent", "object");
    let keeps = |pair: &[Word]| is!(pair[0], "from") && pair[1].is(Class::GERUND);
    if denies(&reading.text) || own.iter().any(opposes) || own.windows(2).any(keeps) {
        return None;
    }
    let text = Text { text: sentence, end: sentence.sentence_at(last).end };
    let at = text.opposed(first).or_else(|| if quoted.iter().any(|at| text.is_of_others(*at)) { None } else { text.behind(&quoted) })?;
    Some(at..at + 1)
}

struct Text<'a> {
    text: &'a Statement,
    /// Where the sentence ends.
    end: usize,
}

impl Text<'_> {
    /// Somebody says it, asks for it or is accused of it in the part itself: what is denied is that, and the part says no more.
    fn is_of_others(&self, at: usize) -> bool {
        let word = &self.text.words[at];
        word.is(REPORTS) && word.is(Class::VERB)
            || is!(
                word, "accuse", "charge", "blame", "link", "suspect", "indict", "ask", "request", "seek", "want", "demand", "apply",
                "propose", "offer", "petition", "sue", "rumour", "bid"
            )
            || self.text.marks.iter().any(|mark| matches!(mark.sense, Sense::Speaker(_) | Sense::Nameless) && mark.words.contains(&at))
    }

    /// "Against | closing it", "opposed to | closing it", "stopped the yard | buying steel".
    fn opposed(&self, first: usize) -> Option<usize> {
        let words = &self.text.words;
        let before = first.checked_sub(1).filter(|_| words[first].is(Class::GERUND) && words[first].gap == Gap::Space)?;
        let averse =
            |at: usize| is!(words[at], "oppose", "opposed", "opposition", "object", "objection", "objections", "averse", "hostile");
        if is!(words[before], "against", "oppose", "resist", "avoid", "prevent") && !self.text.is_denied(before) {
            return Some(before);
        }
        if is!(words[before], "to") && before > 0 && averse(before - 1) {
            return Some(before - 1).filter(|at| !self.text.is_denied(*at));
        }
        let near = (before.saturating_sub(4)..before).rev().take_while(|at| words[at + 1].gap == Gap::Space);
        let verb = near.into_iter().find(|at| is!(words[*at], "stop", "prevent") && words[*at].is(Class::VERB))?;
        // "Stopped a truck | carrying steel" tells of a truck, "stopped the yard | buying steel" of what the yard did not do.
        let moves = is!(
            words[first],
            "carry",
            "transport",
            "head",
            "travel",
            "sail",
            "fly",
            "arrive",
            "come",
            "leave",
            "bring",
            "bear",
            "smuggle",
            "cross",
            "enter",
            "approach",
            "drive",
            "run",
            "belong",
            "take",
            "lead"
        );
        let known =
            words[verb + 1].is(Class::POSSESSIVE) || is!(words[verb + 1], "the", "them", "it") || words[verb + 1].has(Shape::CAPITAL);
        let keeps = is!(words[verb], "prevent") || known && !moves;
        (keeps && !self.text.is_denied(verb)).then_some(verb)
    }

    fn behind(&self, quoted: &[usize]) -> Option<usize> {
        let (first, last) = (*quoted.first()?, *quoted.last()?);
        let words = &self.text.words;
        // A thing that is only named is there, whatever is said of it.
        if !quoted.iter().any(|at| self.text.clauses.finite[*at]) {
            return None;
        }
        let that = first.checked_sub(1).filter(|that| is!(words[*that], "that") && words[*that].gap == Gap::End);
        if that.is_some() && self.is_there(last + 1) && words[last + 1].gap == Gap::Space {
            return self.falsehood(last + 1, true);
        }
        let turn = (last + 1..self.end).find(|at| !matches!(words[*at].gap, Gap::Space | Gap::Quote))?;
        if (last + 1..turn).any(|at| self.text.clauses.finite[at]) {
            return None;
        }
        let joins = |at: &usize| words[*at].is(Class::COORDINATOR.or(Class::SUBORDINATOR)) || is!(words[*at], "yet", "however");
        let from = (turn..self.end).take(2).find(|at| !joins(at) || is!(words[*at], "that"))?;
        let told = is_story(&words[last]);
        if is!(words[from], "which", "that", "this", "it") {
            // "Printed a story, which proved false": the story did.
            let of_thing = told && is!(words[from], "which", "it");
            let found = if of_thing { None } else { self.falsehood(from + 1, false) };
            return found
                .filter(|at| !is!(words[from], "it") || !is_false(&words[*at]) || is!(words[*at], "untrue"))
                .or_else(|| self.denial(from, is!(words[from], "which")));
        }
        self.named_story(turn).or_else(|| self.denial(from, false))
    }

    fn is_there(&self, at: usize) -> bool {
        at < self.end
    }

    /// "Is untrue", "turned out not to be so", "proved false", "has been refuted": the word that says so. Of what is said to be a story
    /// more verbs say that it is none.
    fn falsehood(&self, from: usize, wide: bool) -> Option<usize> {
        let words = &self.text.words;
        let (mut is, mut not) = (false, false);
        for (at, word) in words.iter().enumerate().take(self.end.min(from + NEAR)).skip(from) {
            if word.gap != Gap::Space && at > from {
                return None;
            }
            is |= word.is(Class::BE.or(Class::BARE)) || is!(word, "prove", "turn", "find", "show");
            if is!(word, "not", "never", "isn't", "wasn't", "hardly") {
                not = true;
            } else if is && (is_false(word) && (wide || !is!(word, "wrong", "mistaken")) || word.is(Class::PAST) && takes_back(word, wide))
            {
                return (!not).then_some(at);
            } else if not && is!(word, "true", "so", "case", "accurate", "correct", "happen") {
                return self.ends(at + 1).then_some(at);
            }
            let goes_on = word.is(Class::BE.or(Class::HAVE).or(Class::DO).or(Class::ADVERB).or(Class::BARE).or(Class::DETERMINER));
            let verdict = is!(word, "prove", "turn", "out", "to", "find", "show", "know", "as", "later", "since", "now", "not", "never");
            if word.is(Class::MODAL) || !goes_on && !verdict {
                return None;
            }
        }
        None
    }

    /// Nothing follows that what was said would be about: "denied it" of "denied it help".
    fn ends(&self, at: usize) -> bool {
        let next = self.text.words.get(at).filter(|_| self.is_there(at));
        next.is_none_or(|next| {
            next.gap != Gap::Space
                || next.is(Class::PREPOSITION.or(Class::TIME).or(Class::COORDINATOR).or(Class::SUBORDINATOR))
                    && !is!(next, "of", "to", "for", "that", "until", "till", "before")
                || next.is(Class::ADVERB)
        })
    }

    /// "The mayor denies it", "the mayor has denied the claim", of "which" without an object.
    fn denial(&self, from: usize, is_which: bool) -> Option<usize> {
        let words = &self.text.words;
        let believes = |at: usize| is!(words[at], "believe", "credit", "accept");
        let verb = (from..self.end.min(from + NEAR)).find(|at| takes_back(&words[*at], false) || believes(*at))?;
        let helps = |at: usize| words[at].is(Class::HAVE.or(Class::DO).or(Class::ADVERB)) || is!(words[at], "since", "later", "now");
        let finite = |at: usize| self.text.clauses.finite[at];
        let is_told = finite(verb) || (from..verb).rev().take_while(|at| helps(*at)).any(finite);
        if !is_told || (from..verb).any(|at| finite(at) && !helps(at)) || (from + 1..=verb).any(|at| words[at].gap != Gap::Space) {
            return None;
        }
        let (own, far) = (from..verb, from..self.end.min(verb + NEAR));
        let earlier = own.clone().any(|at| words[at].is(Class::HAVE) && words[at].is(Class::PRETERITE))
            || far.into_iter().any(|at| is!(words[at], "until", "till", "initially", "first", "earlier", "previously", "once"));
        let nobody = own.clone().any(|at| is!(words[at], "nobody", "none", "few", "neither", "not", "never", "nothing"))
            || own.clone().any(|at| is!(words[at], "no") && is!(words[at + 1], "one"));
        let denies = takes_back(&words[verb], false) && !nobody && !self.text.is_denied(verb);
        if earlier || !(denies || is_which && nobody && believes(verb)) {
            return None;
        }
        let object = |at: usize| {
            let next = words.get(at).filter(|next| self.is_there(at) && next.gap == Gap::Space)?;
            let story = (at + 1..self.end.min(at + 3)).find(|at| is_story(&words[*at]) && words[*at].gap == Gap::Space);
            // "Denied that in May it fell".
            let is_whole = !is!(next, "that") || words.get(at + 1).is_none_or(|next| next.gap != Gap::Space);
            if is!(next, "it", "this", "that", "so") {
                return is_whole.then_some(at + 1);
            }
            story.filter(|_| next.is(Class::DETERMINER)).map(|at| at + 1)
        };
        let done = if is_which { Some(verb + 1) } else { object(verb + 1) };
        done.is_some_and(|at| self.ends(at)).then_some(verb)
    }

    /// "…, a claim that proved false", "a report the mayor dismissed", "a false claim".
    fn named_story(&self, from: usize) -> Option<usize> {
        let words = &self.text.words;
        let noun =
            (from..self.end.min(from + 4)).take_while(|at| *at == from || words[*at].gap == Gap::Space).find(|at| is_story(&words[*at]))?;
        if !words[from].is(Class::DETERMINER) {
            return None;
        }
        if let Some(at) = (from..noun).find(|at| is_false(&words[*at])) {
            return Some(at);
        }
        let behind = noun + 1 + usize::from(words.get(noun + 1).is_some_and(|next| is!(next, "that", "which")));
        // "A claim disputed by the mayor", "a claim later shown to be false".
        let bare = (behind..self.end.min(behind + 2)).find(|at| takes_back(&words[*at], true) && words[*at].is(Class::PAST));
        let bare = bare.filter(|at| words.get(at + 1).is_some_and(|next| is!(next, "by")));
        bare.or_else(|| self.falsehood(behind, true)).or_else(|| {
            let verb = (behind..self.end.min(behind + NEAR)).take_while(|at| words[*at].gap == Gap::Space);
            let verb = verb.into_iter().find(|at| takes_back(&words[*at], true) && words[*at].is(Class::VERB))?;
            let nobody = (behind..verb).any(|at| is!(words[at], "nobody", "none", "few", "not", "never"));
            (!nobody && !self.text.is_denied(verb) && self.ends(verb + 1)).then_some(verb)
        })
    }
}

/// What may be told, and be wrong.
fn is_story(word: &Word) -> bool {
    is!(
        word,
        "claim",
        "claims",
        "report",
        "reports",
        "story",
        "stories",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "rumour",
        "rumours",
        "rumor",
        "rumors",
        "assertion",
        "assertions",
        "charge",
        "charges",
        "account",
        "accounts",
        "suggestion",
        "suggestions",
        "statement",
        "view",
        "belief",
        "theory",
        "notion",
        "news",
        "information",
        "contention",
        "letter",
        "version"
    )
}

fn is_false(word: &Word) -> bool {
    is!(
        word,
        "false",
        "untrue",
        "unfounded",
        "baseless",
        "groundless",
        "wrong",
        "mistaken",
        "incorrect",
        "inaccurate",
        "bogus",
        "fabricated",
        "fanciful",
        "spurious",
        "lie",
        "myth",
        "fiction",
        "hoax"
    )
}

/// Whoever does so says that something is not so. A report may be dismissed, but so may an officer.
fn takes_back(word: &Word, wide: bool) -> bool {
    let denies = is!(word, "deny", "refute", "rebut", "disprove", "contradict", "dispute", "debunk", "discredit");
    word.is(Class::VERB) && (denies || wide && is!(word, "reject", "dismiss", "contest", "discount", "retract", "scotch"))
}
