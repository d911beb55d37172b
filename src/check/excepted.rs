//! What is said of all but one, of one alone, or under a condition, and a claim that says it of the others: "every minister but Rosa",
//! "Rosa alone"; "but for the warning it would have sailed"; "only with their consent", "with or without it".

use super::undone::{done, kept_from};
use crate::english::class::Class;
use crate::english::one_deed::name_one_deed;
use crate::english::opposite::opposed_words;
use crate::english::pairs::Of;
use crate::english::word::{Gap, Word, is};
use crate::english::{Mark, Sense, Statement};

/// "Rosa was the only minister who voted for it" of "every minister but Rosa voted for it".
pub(super) fn turns_exception(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let pair = |one: &Statement, two: &Statement| {
        let (at, all, excepted) = excepted(one)?;
        let (place, sole) = sole(two)?;
        let meet = excepted.iter().any(|stem| sole.contains(stem));
        let parity = |text: &Statement| text.marks.iter().filter(|mark| is_plain_denial(text, mark)).count() % 2 == 1;
        // "Only Hungary voted against it" and "all but Hungary voted for it", "only two" and "all but two" are one.
        let sides = |text: &Statement| text.words.iter().any(|word| is!(word, "against", "oppose", "opposition"));
        let counted = |text: &Statement, at: usize| text.words.get(at + 1).is_some_and(|next| next.is(Class::NUMBER));
        let apart = sides(one) != sides(two) || counted(one, at) || counted(two, place) || !opposed_words(one, two, Of::Any).is_empty();
        (meet && !apart && tells_one(one, two) && all == (parity(one) == parity(two))).then_some((at, place))
    };
    let both = |text: &Statement| excepted(text).is_some() && sole(text).is_some();
    if both(quote) || both(claim) {
        return None;
    }
    pair(quote, claim).or_else(|| pair(claim, quote).map(|(place, at)| (at, place)))
}

/// A denial that is not the "none" of which some are excepted, nor the word that excepts.
fn is_plain_denial(text: &Statement, mark: &Mark) -> bool {
    let counts = |word: &Word| is_none(word) || excepts(word) || is!(word, "only", "alone");
    let first = &text.words[mark.words.start];
    let plain = is!(first, "not", "cannot", "fail", "unable", "refuse", "decline", "without");
    mark.sense == Sense::Denial && plain && !mark.words.clone().any(|at| counts(&text.words[at]))
}

fn is_none(word: &Word) -> bool {
    is!(word, "no", "none", "nobody", "nothing", "neither", "nowhere", "never")
}

fn excepts(word: &Word) -> bool {
    is!(word, "except", "excepting", "excluding", "barring", "but", "save", "bar", "apart", "aside", "exception")
}

/// Who or what is excepted, and whether from all or from none.
fn excepted(text: &Statement) -> Option<(usize, bool, Vec<u64>)> {
    (0..text.words.len()).find_map(|at| {
        let word = &text.words[at];
        let next = text.words.get(at + 1)?;
        let fits = match () {
            () if is!(word, "apart", "aside") => is!(next, "from"),
            () if is!(word, "exception") => is!(next, "of"),
            () if is!(word, "but", "save", "bar") => {
                word.gap == Gap::Space && !next.is(Class::PRONOUN.or(Class::GERUND)) && !is!(next, "for", "from", "not")
            }
            () => excepts(word),
        };
        let sentence = text.sentence_at(at);
        let all = |word: &Word| is!(word, "all", "every", "each", "everyone", "everybody", "everything", "everywhere", "always");
        let of = (sentence.start..at).rev().take(9).find(|at| all(&text.words[*at]) || is_none(&text.words[*at]));
        let of = of.or_else(|| {
            (at + 1..sentence.end)
                .find(|at| all(&text.words[*at]) || is_none(&text.words[*at]))
                .filter(|_| !is!(word, "but", "save", "bar"))
        })?;
        let named = stems_behind(text, at + 1, 6);
        (fits && !named.is_empty()).then(|| (at, all(&text.words[of]), named))
    })
}

/// "Only those wounded", "Rosa alone", "Rosa was the only minister": of whom alone it is said.
fn sole(text: &Statement) -> Option<(usize, Vec<u64>)> {
    (0..text.words.len()).find_map(|at| {
        let word = &text.words[at];
        if is!(word, "alone") {
            let stems = (at.saturating_sub(4)..at).rev().take_while(|at| text.words[at + 1].gap == Gap::Space).map(|at| text.stems[at]);
            let stems: Vec<u64> = stems.filter(|stem| *stem != 0).collect();
            return (!stems.is_empty()).then_some((at, stems));
        }
        if !is!(word, "only", "sole") {
            return None;
        }
        let the = at > 0 && text.words[at - 1].is(Class::DETERMINER);
        let stems = if the {
            let be = (at.saturating_sub(3)..at).rev().find(|at| text.words[*at].is(Class::BE))?;
            let before = (be.saturating_sub(5)..be).rev().take_while(|at| text.words[at + 1].gap == Gap::Space);
            before.map(|at| text.stems[at]).filter(|stem| *stem != 0).collect()
        } else {
            stems_behind(text, at + 1, 6)
        };
        (!stems.is_empty()).then_some((at, stems))
    })
}

fn stems_behind(text: &Statement, from: usize, most: usize) -> Vec<u64> {
    let near = (from..text.words.len()).take(most).take_while(|at| *at == from || text.words[*at].gap == Gap::Space);
    near.take_while(|at| !text.clauses.finite[*at] || text.words[*at].is(Class::BE.or(Class::HAVE)))
        .map(|at| text.stems[at])
        .filter(|stem| *stem != 0)
        .collect()
}

/// The two tell of one deed.
fn tells_one(one: &Statement, two: &Statement) -> bool {
    let verbs = |text: &Statement| -> Vec<usize> {
        (0..text.words.len()).filter(|at| text.stems[*at] != 0 && text.words[*at].is(Class::VERB)).collect()
    };
    let (ours, theirs) = (verbs(one), verbs(two));
    ours.iter().any(|at| {
        theirs
            .iter()
            .any(|place| one.stems[*at] == two.stems[*place] || name_one_deed(one.words[*at].entry.lemma, two.words[*place].entry.lemma))
    })
}

/// "The ferry sailed into the minefield" of "but for the warning, it would have sailed into it".
pub(super) fn turns_unreal(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let would = (0..quote.words.len().saturating_sub(2))
        .find(|at| is!(quote.words[*at], "would", "could", "might") && is!(quote.words[at + 1], "have", "not"))?;
    let sentence = quote.sentence_at(would);
    let supposed = sentence.clone().any(|at| {
        let next = quote.words.get(at + 1);
        is!(quote.words[at], "but") && next.is_some_and(|next| is!(next, "for"))
    });
    let verb = (would + 2..sentence.end).take(4).find(|at| quote.words[*at].is(Class::PAST) && quote.stems[*at] != 0)?;
    let told = quote.stems.iter().filter(|stem| **stem == quote.stems[verb]).count() > 1;
    let place = done(claim, quote.stems[verb])?;
    let kept = (0..claim.words.len()).any(|at| claim.stems[at] == quote.stems[verb] && kept_from(claim, at));
    (supposed && !kept && !told && !quote.is_denied(verb)).then_some((verb, place))
}

/// "Will call them up unless it falls" of "will not call them up unless it falls".
pub(super) fn turns_main(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let joint = |text: &Statement| {
        let mut joints = text.words.iter().filter(|word| is!(word, "unless", "until", "till"));
        joints.next().map(|word| word.entry.lemma).filter(|_| joints.next().is_none())
    };
    let lemma = joint(quote)?;
    if joint(claim) != Some(lemma) {
        return None;
    }
    let side = |text: &Statement| (0..text.words.len()).find(|at| text.words[*at].entry.lemma == lemma).unwrap_or(0);
    let main = |text: &Statement| -> Vec<usize> {
        let clause = text.clauses.of[side(text)];
        (0..text.words.len())
            .filter(|at| text.clauses.of[*at] != clause && text.words[*at].is(Class::VERB) && text.stems[*at] != 0)
            .collect()
    };
    let (theirs, ours) = (main(quote), main(claim));
    theirs.iter().find_map(|at| {
        let place = ours.iter().find(|place| claim.stems[**place] == quote.stems[*at])?;
        let not = |text: &Statement, at: usize| (at.saturating_sub(3)..at).any(|at| is!(text.words[at], "not", "never", "cannot"));
        (not(quote, *at) != not(claim, *place) && quote.is_denied(*at) != claim.is_denied(*place)).then_some((*at, *place))
    })
}

/// "With or without their consent" of "only with their consent".
pub(super) fn turns_condition(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let free = |text: &Statement| {
        (0..text.words.len()).find(|at| {
            let next = |far: usize| text.words.get(at + far);
            let either = is!(text.words[*at], "with")
                && next(1).is_some_and(|next| is!(next, "or"))
                && next(2).is_some_and(|next| is!(next, "without"));
            let whether = is!(text.words[*at], "whether")
                && next(1).is_some_and(|next| is!(next, "or"))
                && next(2).is_some_and(|next| is!(next, "not"));
            either || whether || is!(text.words[*at], "regardless", "irrespective")
        })
    };
    let bound = |text: &Statement| {
        (0..text.words.len()).find(|at| {
            let next = text.words.get(at + 1);
            is!(text.words[*at], "unless")
                || is!(text.words[*at], "only") && next.is_some_and(|next| is!(next, "with", "if", "when", "once", "after"))
        })
    };
    let shared = claim.stems.iter().filter(|stem| **stem != 0 && quote.stems.contains(stem)).count();
    let pair = |one: &Statement, two: &Statement| bound(one).zip(free(two)).filter(|_| free(one).is_none() && bound(two).is_none());
    pair(quote, claim).or_else(|| pair(claim, quote).map(|(place, at)| (at, place))).filter(|_| shared > 2)
}

/// "At no time above 100" of what stayed above 100.
pub(super) fn turns_limit(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let limits = |text: &Statement| -> Vec<(usize, u64, bool, bool)> {
        let figures = (0..text.words.len()).filter(|at| text.words[*at].is(Class::NUMBER) && text.stems[*at] != 0);
        figures
            .filter_map(|figure| {
                let near = (figure.saturating_sub(2)..figure)
                    .rev()
                    .take_while(|at| text.words[at + 1].gap == Gap::Space && !text.words[*at].is(Class::DETERMINER));
                let at = near
                    .into_iter()
                    .find(|at| is!(text.words[*at], "above", "over", "exceed", "more", "below", "under", "less", "fewer"))?;
                let above = is!(text.words[at], "above", "over", "exceed", "more");
                let far = |mark: &Mark| mark.words.len() > 2 || mark.words.end + 6 > at;
                let own = |mark: &Mark| text.clauses.of[mark.words.start] == text.clauses.of[at] && mark.words.end <= at && far(mark);
                let denied = text.marks.iter().any(|mark| mark.sense == Sense::Denial && own(mark));
                let no = at > 0 && is!(text.words[at - 1], "no", "not");
                (!no).then_some((at, text.stems[figure], above, denied))
            })
            .collect()
    };
    if [quote, claim].iter().any(|text| text.hedges().next().is_some() || text.words.iter().any(|word| is!(word, "until", "before"))) {
        return None;
    }
    let theirs = limits(quote);
    limits(claim).into_iter().find_map(|(place, figure, above, denied)| {
        let (at, _, over, not) = theirs.iter().find(|(_, other, ..)| *other == figure)?;
        ((above != denied) != (over != not) && (denied || *not)).then_some((*at, place))
    })
}
