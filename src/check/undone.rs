//! What a quote says was not done, without a word that denies it, and a claim says was: "rather than sign it", "awaits ratification".

use crate::english::class::Class;
use crate::english::opposite::are_opposites;
use crate::english::pairs::Of;
use crate::english::word::{Gap, Word, is};
use crate::english::{Mark, Sense, Statement};

/// "Signed it" of who resigned rather than sign it.
pub(super) fn instead(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let verb = |at: usize| {
        let rather = is!(quote.words[at], "rather", "instead") && quote.words.get(at + 1).is_some_and(|next| is!(next, "than", "of"));
        rather.then_some(at + 2).filter(|verb| quote.words.get(*verb).is_some_and(|word| word.is(Class::BASE.or(Class::GERUND))))
    };
    (0..quote.words.len()).find_map(|at| {
        let left = verb(at)?;
        let place = (0..claim.words.len())
            .find(|place| is_told(claim, *place) && claim.stems[*place] == quote.stems[left] && quote.stems[left] != 0)?;
        let told = (0..left).any(|before| quote.stems[before] == quote.stems[left]);
        (!told && !claim.is_denied(place)).then_some((at, place))
    })
}

/// "Lost the port" of who almost lost it.
pub(super) fn nearly(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let near = |text: &Statement, at: usize| {
        is!(text.words[at], "almost", "nearly")
            || is!(text.words[at], "but") && at > 0 && is!(text.words[at - 1], "all") && text.words[at].gap == Gap::Space
    };
    let verb = |at: usize| quote.stems.get(at + 1).copied().filter(|_| quote.words[at + 1].is(Class::PAST.or(Class::PRETERITE)));
    if (0..claim.words.len()).any(|at| near(claim, at) || is!(claim.words[at], "close", "narrowly", "verge", "brink")) {
        return None;
    }
    (0..quote.words.len()).find_map(|at| Some((at, done(claim, verb(at).filter(|_| near(quote, at))?)?)))
}

/// "Closed the strait" of who tried, agreed or was asked to close it.
pub(super) fn only_meant(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let means = |word: &Word| {
        let verb = is!(
            word, "try", "seek", "attempt", "consider", "plan", "threaten", "offer", "agree", "promise", "pledge", "vow", "propose",
            "want", "hope", "aim", "intend", "ask", "urge"
        );
        verb || is_plan(word)
    };
    let deed = |at: usize| {
        let verb = if quote.words.get(at + 1).is_some_and(|next| is!(next, "to")) { at + 2 } else { at + 1 };
        let fits = quote.words.get(verb).is_some_and(|word| word.is(Class::BASE) && verb == at + 2 || word.is(Class::GERUND));
        quote.stems.get(verb).copied().filter(|stem| fits && *stem != 0)
    };
    if claim.words.iter().any(means) {
        return None;
    }
    (0..quote.words.len()).filter(|at| means(&quote.words[*at]) && !quote.is_denied(*at)).find_map(|at| {
        let stem = deed(at)?;
        // "Agreed to close it, and closed it".
        let told = quote.stems.iter().filter(|other| **other == stem).count() > 1;
        let place = done(claim, stem).filter(|_| !told)?;
        // "Acquired from a fund that had tried to sell it": it was sold.
        let sold = |word: &Word| word.is(Class::PAST) && are_opposites(&word.entry, &claim.words[place].entry, Of::Doer);
        (!quote.words.iter().any(sold)).then_some((at, place))
    })
}

/// A noun for what somebody means, wants or talks of.
pub(super) fn is_plan(word: &Word) -> bool {
    is!(
        word,
        "plan",
        "proposal",
        "proposals",
        "bid",
        "call",
        "threat",
        "threats",
        "hope",
        "prospect",
        "prospects",
        "talk",
        "idea",
        "offer",
        "intention",
        "intentions",
        "pledge",
        "promise",
        "vow",
        "attempt",
        "appeal",
        "demand",
        "push",
        "scheme",
        "request"
    )
}

/// "Has been ratified" of what still awaits ratification.
pub(super) fn awaits(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let due = |at: usize| {
        let waits = is!(quote.words[at], "await", "pending") && !quote.is_denied(at);
        let near = (at + 1..quote.words.len()).take(4).take_while(|next| quote.words[*next].gap == Gap::Space);
        near.into_iter().find(|next| waits && quote.stems[*next] != 0)
    };
    (0..quote.words.len()).find_map(|at| Some((at, done(claim, quote.stems[due(at)?])?)))
}

/// A verb of a clause, or a participle that has its helper.
fn is_told(text: &Statement, at: usize) -> bool {
    let helped = at > 0 && text.words[at - 1].is(Class::BE.or(Class::HAVE));
    text.clauses.finite[at] || (helped || text.had_done(at).is_some()) && text.words[at].is(Class::PAST)
}

/// Where a text says that something was done.
pub(super) fn done(text: &Statement, stem: u64) -> Option<usize> {
    let told = |at: usize| text.words[at].is(Class::PAST) && is_told(text, at) && !text.is_denied(at);
    // "Would have been lost": it was not.
    let unreal = |at: usize| {
        (at.saturating_sub(3)..at).any(|modal| is!(text.words[modal], "would", "could", "might") && is!(text.words[modal + 1], "have"))
    };
    let open = |mark: &Mark| matches!(mark.sense, Sense::Hedge(_) | Sense::Future | Sense::Plan);
    let free = |at: usize| !unreal(at) && !text.marks.iter().any(|mark| open(mark) && mark.scope.has(text.clauses.of[at]));
    (0..text.words.len()).find(|at| stem != 0 && text.stems[*at] == stem && told(*at) && free(*at))
}

/// "Bars it from raising fares": what stands behind "from" is not done.
pub(super) fn kept_from(text: &Statement, at: usize) -> bool {
    // "Stopped it from being sold".
    let being = at.checked_sub(1).filter(|being| is!(text.words[*being], "being"));
    let done = if being.is_some() { text.words[at].is(Class::PAST) } else { text.words[at].is(Class::GERUND) };
    let from = being.unwrap_or(at).checked_sub(1).is_some_and(|before| is!(text.words[before], "from"));
    let keeps = |word: &Word| word.is(Class::LACK) || is!(word, "stop", "keep", "prevent");
    let verb = text.words[..at].iter().rev().take(10).take_while(|word| word.gap != Gap::End).any(keeps);
    from && done && verb
}
