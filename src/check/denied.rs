//! What is denied with an end or an exception, and by whom: "not until May", "all but two", "denied that it had paid".

use super::Subject;
use super::hindered::is_short_of;
use super::reading::{Quote, Reading, prefers};
use crate::english::class::Class;
use crate::english::one_deed::name_one_deed;
use crate::english::opposite::are_alike;
use crate::english::word::{Gap, Word, is};
use crate::english::{Mark, Sense, Statement};

/// "Denied that it had paid", "rejected the charge that it had": that it had not, we have from them.
pub(super) fn denies_it(quote: &Statement, mark: &Mark) -> bool {
    let (first, next) = (&quote.words[mark.words.start], quote.words.get(mark.words.end));
    let clause = next.is_some_and(|next| is!(next, "that") || next.is(Class::GERUND.or(Class::HAVE)) && next.gap == Gap::Space);
    mark.sense == Sense::Denial && (is!(first, "deny") && clause || is!(first, "reject", "dismiss", "rebut", "refute"))
}

/// The claim says itself that it is not so.
pub(super) fn says_not(reading: &Reading) -> bool {
    let own =
        |mark: &Mark| mark.sense == Sense::Denial && is!(reading.text.words[mark.words.start], "not", "no", "never", "nothing", "nobody");
    reading.text.marks.iter().any(own)
}

/// "Did not fall silent until Christmas": silent at Christmas, and not before.
pub(super) fn until_then(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let Some(until) = until(quote, mark) else { return false };
    let own = claim.words.iter().any(|word| is!(word, "until", "till", "before"));
    let named = quote.stems.iter().zip(&quote.words).skip(until + 1).take(4).filter(|(stem, word)| **stem != 0 && word.gap == Gap::Space);
    !own && named.into_iter().any(|(stem, _)| claim.stems.contains(stem))
}

/// Where "until" stands behind a denial, in the clause that it denies.
fn until(quote: &Statement, mark: &Mark) -> Option<usize> {
    let rest = mark.words.end..quote.sentence_at(mark.words.start).end;
    rest.take(12)
        .take_while(|at| quote.words[*at].gap == Gap::Space)
        .take_while(|at| !is!(quote.words[*at], "that", "whether", "if"))
        .find(|at| is!(quote.words[*at], "until", "till"))
}

/// "Did not fall silent" of "did not fall silent until Christmas": of what came late, that it never came.
pub(super) fn never_came(reading: &Reading) -> Option<(&Quote, &Mark)> {
    let own = &reading.text;
    let says_when = own.words.iter().any(|word| is!(word, "until", "till", "before", "yet", "first", "earlier", "for", "late"));
    let plain = |mark: &&Mark| mark.sense == Sense::Denial && is!(own.words[mark.words.start], "not", "never");
    let same = |(quote, mark): &(&Quote, &Mark)| {
        let text = &quote.statement;
        let verb = (mark.words.end..text.words.len()).take(3).find(|at| text.words[*at].is(Class::VERB) && text.stems[*at] != 0);
        mark.sense == Sense::Denial
            && is!(text.words[mark.words.start], "not")
            && until(text, mark).is_some()
            && verb.is_some_and(|verb| own.stems.contains(&text.stems[verb]))
    };
    (!says_when && own.marks.iter().any(|mark| plain(&mark))).then(|| reading.marks().find(same)).flatten()
}

/// "All but two signed": two did not.
pub(super) fn excepts(text: &Statement) -> bool {
    let all = text.words.iter().any(|word| is!(word, "all", "every", "each", "everyone", "everybody", "everything"));
    text.words.windows(2).any(|pair| is!(pair[0], "all", "everything", "everyone") && is!(pair[1], "but", "except"))
        || all && text.words.iter().any(|word| is!(word, "except", "barring", "apart", "exception"))
}

/// "It would be a mistake to read it as": it is no such thing.
pub(super) fn calls_wrong(text: &Statement) -> bool {
    text.words.iter().any(|word| is!(word, "mistake", "wrong", "mistaken", "misread", "myth", "fallacy", "nothing"))
}

/// "Fourteen to nil", "unanimously": nobody was against it.
pub(super) fn is_unanimous(text: &Statement) -> bool {
    const NIL: u64 = (b'0' as u64) << 32;
    text.stems.contains(&NIL) || text.words.iter().any(|word| is!(word, "unanimous", "unanimously", "zero"))
}

/// "With an agreement" of "without agreement".
pub(super) fn gains(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let named = (mark.words.end..quote.words.len()).take(3).find(|at| quote.stems[*at] != 0);
    let with = |at: usize| {
        is!(claim.words[at], "with")
            && !claim.words.get(at + 1).is_some_and(|next| is!(next, "no", "neither", "few", "little"))
            && claim.stems[at + 1..].iter().take(3).any(|stem| named.is_some_and(|named| quote.stems[named] == *stem))
    };
    is!(quote.words[mark.words.start], "without") && (0..claim.words.len()).any(with)
}

/// "Promised not to stand", "before it could land": a denial by the way.
pub(super) fn says_otherwise(quote: &Statement) -> bool {
    let pair = |at: usize| {
        let next = |far: usize| quote.words.get(at + far);
        is!(quote.words[at], "not") && next(1).is_some_and(|next| is!(next, "to"))
            || clears(quote, at)
            || is_short_of(quote, at)
            || is!(quote.words[at], "before") && (1..5).filter_map(next).any(|word| is!(word, "could", "any", "ever", "anyone", "anything"))
    };
    (0..quote.words.len()).any(pair)
}

/// "Cleared the bank of fraud": it had committed none.
pub(super) fn clears(text: &Statement, at: usize) -> bool {
    let of = text.words.iter().skip(at + 1).take(6).take_while(|word| word.gap == Gap::Space).any(|word| is!(word, "of"));
    text.words[at].is(Class::PAST) && (is!(text.words[at], "clear", "acquit") && of || is!(text.words[at], "absolve", "exonerate"))
}

/// The claim has the word that the source denies, or one like it: without it, it may say the denial by a word of its own.
pub(super) fn repeats(quote: &Statement, mark: &Mark, reading: &Reading) -> bool {
    if let Some(apart) = contrasted(quote, mark) {
        let same = |at: usize| (0..reading.text.words.len()).any(|place| is_same(quote, at, &reading.text, place));
        return apart.into_iter().any(same);
    }
    let end = quote.sentence_at(mark.words.start).end;
    let said = |at: &usize| quote.stems[*at] != 0 && !quote.words[*at].is(Class::NUMBER.or(Class::ADVERB));
    let mut denied = (mark.words.end..end).filter(said);
    let Some(mut first) = denied.next() else { return true };
    // "Did not manage to restore it", "did not succeed in restoring it": what was not done stands behind.
    if is!(quote.words[first], "manage", "succeed", "contrive", "get")
        && quote.words.get(first + 1).is_some_and(|next| is!(next, "to", "in"))
    {
        first = denied.next().unwrap_or(first);
    }
    // "Do not expect it to survive": what is not expected is what is denied.
    let expects = quote.words[first].is(Class::FORECAST.or(Class::THOUGHT)) && first == mark.words.end;
    let verb = || denied.clone().take(6).find(|at| quote.words[*at].is(Class::VERB) && is!(quote.words[at - 1], "to"));
    let first = if expects { verb().unwrap_or(first) } else { first };
    let like = |word: &Word| are_alike(&quote.words[first].entry, &word.entry);
    if reading.text.stems.contains(&quote.stems[first]) || reading.text.words.iter().any(like) {
        return true;
    }
    // "At no point in the trial was he shown it": what is denied is all of the sentence.
    let is_of_all = || {
        let content: Vec<u64> = reading.text.stems.iter().copied().filter(|stem| *stem != 0).collect();
        let shared = content.iter().filter(|stem| quote.stems[mark.words.end..end].contains(stem)).count();
        shared > 2 && shared * 2 >= content.len()
    };
    if mark.words.len() > 2 && is!(quote.words[mark.words.start], "at", "in", "under", "on") && is_of_all() {
        return true;
    }
    // "Failed to secure a lifting of the embargo", "obtained an end to it": another verb for the same deed, done to the same thing.
    let deed = |word: &Word| name_one_deed(quote.words[first].entry.lemma, word.entry.lemma);
    if reading.text.words.iter().any(deed) && denied.clone().take(5).any(|at| reading.text.stems.contains(&quote.stems[at])) {
        return true;
    }
    // "Failed to carry out an inquiry": what was not done is in the noun.
    let does = |at: usize| {
        let mut same = (0..reading.text.words.len()).filter(|place| reading.text.stems[*place] == quote.stems[at]);
        same.any(|place| reading.text.words[place].is(Class::VERB.or(Class::PAST)))
    };
    is_light(&quote.words[first]) && denied.take(4).any(does)
}

/// "Two days before it, and not, as legend has it, three": what is denied beside what is so, the words that tell the one from the
/// other.
fn contrasted(quote: &Statement, mark: &Mark) -> Option<Vec<usize>> {
    let first = mark.words.start;
    let joined = first > 0 && is!(quote.words[first - 1], "and", "but") && matches!(quote.words[first - 1].gap, Gap::Comma | Gap::Open);
    let parted = matches!(quote.words[first].gap, Gap::Comma | Gap::Open) && first > 0;
    if !is!(quote.words[first], "not") || mark.words.len() > 1 || !(joined || parted) {
        return None;
    }
    let stop = |from: usize| (from..quote.words.len()).find(|at| quote.words[*at].gap != Gap::Space).unwrap_or(quote.words.len());
    let told = quote.words.get(mark.words.end).is_some_and(|next| next.gap == Gap::Comma);
    let from = if told { stop(mark.words.end + 1) } else { mark.words.end };
    let behind = from..stop(from + 1);
    let verb = behind.clone().any(|at| quote.clauses.finite[at]);
    let before = quote.sentence_at(first).start..first;
    let alike = |at: &usize| before.clone().any(|place| is_same(quote, *at, quote, place));
    let apart: Vec<usize> = behind.filter(|at| is_telling(quote, *at) && !alike(at)).collect();
    (!verb && !apart.is_empty()).then_some(apart)
}

/// "The bank froze it" of "it was the regulator, not the bank, that froze it".
pub(super) fn takes_denied(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let has = |at: usize| (0..claim.words.len()).find(|place| quote.stems[at] != 0 && quote.stems[at] == claim.stems[*place]);
    let denies = |mark: &Mark| mark.sense == Sense::Denial;
    if claim.marks.iter().any(denies) || prefers(claim) {
        return None;
    }
    quote.marks.iter().filter(|mark| denies(mark)).find_map(|mark| {
        let apart = contrasted(quote, mark)?;
        let (at, place) = apart.iter().find_map(|at| Some((*at, has(*at)?)))?;
        let first = mark.words.start;
        let parts = |at: usize| quote.clauses.finite[at] || quote.words[at].is(Class::PREPOSITION);
        let from = (0..first).rev().take_while(|at| !parts(*at)).last()?;
        let told = (from..first).any(|at| has(at).is_some());
        let shared = (0..quote.words.len()).filter(|at| !apart.contains(at) && has(*at).is_some()).count();
        (!told && shared > 0 && apart.iter().all(|at| has(*at).is_some())).then_some((at, place))
    })
}

/// The word means something, or says when.
fn is_telling(text: &Statement, at: usize) -> bool {
    text.stems[at] != 0 || is!(text.words[at], "before", "after", "since", "until", "with", "without", "over", "under")
}

fn is_same(one: &Statement, at: usize, other: &Statement, place: usize) -> bool {
    let lemma = one.words[at].entry.lemma;
    one.stems[at] != 0 && one.stems[at] == other.stems[place] || lemma != 0 && lemma == other.words[place].entry.lemma
}

/// "Make an offer", "grant a waiver": the noun says what is done.
fn is_light(verb: &Word) -> bool {
    is!(
        verb,
        "implement",
        "muster",
        "find",
        "win",
        "obtain",
        "gather",
        "raise",
        "get",
        "conduct",
        "make",
        "give",
        "grant",
        "take",
        "hold",
        "undertake",
        "perform",
        "reach",
        "provide",
        "issue",
        "offer",
        "launch",
        "produce",
        "present",
        "submit",
        "do",
        "put",
        "pay",
        "extend",
        "deliver",
        "lodge",
        "mount",
        "bring",
        "open",
        "place"
    )
}

/// "Produced a deal" of talks that ended without agreement.
pub(super) fn strikes_deal(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let deal =
        |word: &Word| is!(word, "agreement", "deal", "accord", "pact", "settlement", "compromise", "consensus", "breakthrough", "truce");
    let strikes = |word: &Word| {
        is!(word, "reach", "strike", "sign", "produce", "yield", "conclude", "secure", "clinch", "seal", "bring", "end", "agree", "settle")
    };
    let near = (mark.words.end..quote.words.len()).take(4).take_while(|at| quote.words[*at].gap == Gap::Space);
    let none = near.into_iter().any(|at| deal(&quote.words[at]));
    let free = |other: &Mark| !matches!(other.sense, Sense::Denial | Sense::Hedge(_) | Sense::Future | Sense::Condition);
    none && claim.marks.iter().all(free) && claim.words.iter().any(deal) && claim.words.iter().any(strikes)
}

/// "Is enough to evict them" of what does not evict them alone.
pub(super) fn is_enough(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let alone = (0..mark.words.start).any(|at| is!(quote.words[at], "alone") && quote.clauses.of[at] == quote.clauses.of[mark.words.start]);
    let denied = claim.marks.iter().any(|other| other.sense == Sense::Denial);
    alone && !denied && claim.words.iter().any(|word| is!(word, "enough", "sufficient", "suffice"))
}

/// "Were still in the town" and "had left it": one says that they are there, the other that they are gone. The word of the quote,
/// and the place of that of the claim.
pub(super) fn moved<'a>(subject: &'a Subject<'_>, index: usize, reading: &Reading) -> Option<(&'a str, usize)> {
    let is_free = |text: &Statement, at: usize| {
        let clause = text.clauses.of[at];
        let holds = |mark: &Mark| mark.scope.has(clause) && matches!(mark.sense, Sense::Denial | Sense::Hedge(_) | Sense::Condition);
        !text.marks.iter().any(holds)
    };
    let gone = |text: &Statement| {
        let left = |at: &usize| {
            let word = &text.words[*at];
            is!(word, "leave", "depart", "withdraw", "vacate", "quit")
                && word.is(Class::PAST)
                && !text.words[at.saturating_sub(2)..*at].iter().any(|word| word.is(Class::BE))
        };
        (0..text.words.len()).find(|at| left(at) && is_free(text, *at))
    };
    let there = |text: &Statement| {
        let after = |at: usize| {
            (at + 1..text.words.len().min(at + 3)).any(|next| {
                is!(text.words[next], "still")
                    && text.words.get(next + 1).is_some_and(|next| is!(next, "in", "at", "on", "inside", "there"))
            })
        };
        (0..text.words.len()).find(|at| text.words[*at].is(Class::BE) && after(*at) && is_free(text, *at))
    };
    reading.quotes.iter().zip(subject.resolved.quoted(index)).find_map(|(quote, said)| {
        let quote = &quote.statement;
        let (one, other) = there(quote).zip(gone(&reading.text)).or_else(|| gone(quote).zip(there(&reading.text)))?;
        let both = there(quote).is_some() && gone(quote).is_some();
        (!both).then(|| (&said[quote.words[one].range.clone()], other))
    })
}
