//! Whose word it is: what a source says of somebody, a claim may not say outright.

use super::apposed::only_names_it;
use super::denied::{denies_it, says_not};
use super::faithful::{reworded, tells};
use super::hedge::{flattened, place, words};
use super::initials::stand_for;
use super::reading::{Quote, Reading};
use super::{Reporter, Subject};
use crate::english::class::Class;
use crate::english::clause::Kind;
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Mark, Sense, Speech, Statement, Strength};

pub fn attribution(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim, text, reading) in reworded(subject) {
        let kept = reading.speaks(&reading.text)
            || holds(reading)
            || reading.text.marks.iter().any(|mark| mark.sense == Sense::Nameless && !is_taken(reading, mark))
            || reading.says(|sense| sense == Sense::Hedge(Strength::Reported))
            || is_quoted(reading)
            || gives_account(reading);
        let hedged = reading.marks().any(|(_, mark)| matches!(mark.sense, Sense::Hedge(_)));
        let told = |(quote, mark): &(&Quote, &Mark)| {
            // "Critics say"; of what "is said" the hedge is dropped too.
            let nameless = mark.sense == Sense::Nameless && !hedged && !quote.statement.words[mark.words.start].is(Class::BE);
            // "Nobody claimed responsibility": there is no one whose word it is.
            let nobody = is!(quote.statement.words[mark.words.start], "claim", "take") && quote.statement.is_denied(mark.words.start);
            // "Having concluded that": why they did what they did.
            let having = mark.words.start.checked_sub(1).is_some_and(|before| {
                let before = &quote.statement.words[before];
                before.is(Class::HAVE) && before.is(Class::GERUND)
            });
            !nobody
                && !is_hidden(&quote.statement, mark)
                && !having
                && !only_names_it(reading, &quote.statement, mark)
                && !is_reason(&quote.statement, mark)
                && (matches!(mark.sense, Sense::Speaker(Speech::Says | Speech::Expects)) || nameless)
                && repeats_it(reading, &quote.statement, mark)
                && is_of_another(reading, &quote.statement, mark)
                && !subject.resolved.quoted(index).any(|said| is_abbreviated(&text.value, said))
        };
        let all = !reading.quotes.iter().any(|quote| says_by_itself(reading, quote));
        let outer = || reading.marks().find(told).filter(|_| !kept && all);
        let inner = || reading.marks().find(|found| told(found) && is_passed_on(reading, &found.0.statement, found.1));
        let denied = || reading.marks().find(|(quote, mark)| denies_it(&quote.statement, mark)).filter(|_| !kept && says_not(reading));
        let Some((quote, mark)) = outer().or_else(inner).or_else(denied).filter(|_| !drops_a_chance(reading)) else { continue };
        let said = words(subject, index, reading, quote, mark);
        let message = format!("the source says it of somebody (“{said}”), the claim says it outright");
        let label = place(subject, claim, said).map(|span| (span, "who says so".to_owned()));
        report.at(&claim.head.id, text.span, message, "say whose word it is").label = label;
    }
}

/// "Asked by interviewers, they named the war", "to the effect that": somebody's words.
fn is_quoted(reading: &Reading) -> bool {
    let words = &reading.text.words;
    let asked = |word: &Word| is!(word, "ask", "question") && word.is(Class::PAST);
    words.first().is_some_and(asked)
        || words.windows(2).any(|pair| is!(pair[0], "effect") && is!(pair[1], "that"))
        || words.iter().any(|word| is!(word, "quotation", "quotations"))
}

/// "On the fund's estimate": a word for what was said which the source has not, of who said it or of what it says. A warning that the
/// source speaks of is none of the claim's, nor one that somebody got.
fn gives_account(reading: &Reading) -> bool {
    let text = &reading.text;
    let bearers: Vec<u64> = reading
        .quotes
        .iter()
        .flat_map(|quote| quote.statement.marks.iter().map(move |mark| (quote, mark)))
        .filter(|(_, mark)| matches!(mark.sense, Sense::Speaker(_)))
        .flat_map(|(quote, mark)| quote.statement.bearers(mark))
        .collect();
    let named = text.stems.iter().any(|stem| *stem != 0 && bearers.contains(stem));
    (0..text.words.len()).any(|at| {
        let received = text.words[at.saturating_sub(3)..at].iter().any(|word| is!(word, "get", "receive", "give", "send", "have", "issue"));
        // "On account of" a cause.
        let because = is!(text.words[at], "account") && at > 0 && is!(text.words[at - 1], "on", "of", "into");
        text.words[at].is(Class::ACCOUNT)
            && !because
            && (named || !received)
            && !reading.quotes.iter().any(|quote| quote.statement.stems.contains(&text.stems[at]))
    })
}

/// "Could spread, the union said": who drops what somebody said with a hedge drops the speaker with it, and that is one fault. "Is
/// believed by the union to have spread" has no hedge but its speaker.
fn drops_a_chance(reading: &Reading) -> bool {
    let chance = |strength| !matches!(strength, Strength::Reported | Strength::Judged);
    flattened(reading).is_some_and(|(_, mark)| matches!(mark.sense, Sense::Hedge(strength) if chance(strength)))
}

/// "For failing to disclose that it had lent to its chairman": what is not told is so.
fn is_hidden(quote: &Statement, mark: &Mark) -> bool {
    let verb = mark.words.end - 1;
    let tells =
        quote.words[verb].is(Class::FACTIVE) || is!(quote.words[verb], "tell", "report", "inform", "notify", "note", "mention", "own");
    let not = |word: &Word| is!(word, "not", "never", "without", "fail", "neglect", "omit", "failure", "refuse", "decline");
    tells && mark.sense == Sense::Speaker(Speech::Says) && quote.words[verb.saturating_sub(3)..verb].iter().any(not)
}

/// "No reason to think that": nobody thinks it.
fn is_reason(quote: &Statement, mark: &Mark) -> bool {
    let to = mark.words.start.checked_sub(1).filter(|to| is!(quote.words[*to], "to") && *to > 0);
    to.is_some_and(|to| is!(quote.words[to - 1], "reason", "reasons", "cause", "ground", "grounds", "need", "basis"))
}

/// What another passage says by itself needs no speaker.
pub(super) fn says_by_itself(reading: &Reading, quote: &Quote) -> bool {
    let shared = quote.statement.stems.iter().filter(|stem| **stem != 0 && reading.text.stems.contains(stem)).count();
    shared > 1 && !quote.statement.marks.iter().any(|mark| matches!(mark.sense, Sense::Speaker(_) | Sense::Nameless))
}

/// What is said is more than a deed of who says it, and the claim does not say that it is their word.
pub(super) fn is_of_another(reading: &Reading, text: &Statement, mark: &Mark) -> bool {
    tells(text, mark) && !reading.names(text, mark.words.end - 1) && !has_speaker(reading, text, mark) && !finds(reading, text, mark)
}

/// The claim speaks of what is said, and not only of who said something, or when.
fn repeats_it(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let verb = &quote.words[mark.words.end - 1];
    if reading.speaks_elsewhere(quote, mark.words.end - 1) {
        return false;
    }
    if mark.who.is_none() || !verb.is(Class::VERB) {
        return true;
    }
    let own = quote.clauses.of[mark.words.start];
    let told = is!(verb, "say", "tell", "add", "inform", "write", "warn", "remark");
    let aside = quote.clauses.all[own].kind == Kind::Aside && told;
    let said = |at: &usize| {
        let clause = quote.clauses.of[*at];
        mark.scope.has(clause) && if clause == own { !aside && *at >= mark.words.end } else { true }
    };
    (0..quote.words.len()).filter(said).any(|at| reading.names(quote, at))
}

/// "The clerk said that the mayor had told her": of two speakers the claim has one, and not the one whose word it is.
fn is_passed_on(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let own = quote.clauses.of[mark.words.start];
    let is_speaker = |mark: &&Mark| matches!(mark.sense, Sense::Speaker(_) | Sense::Nameless);
    let over = |other: &&Mark| {
        let before = other.words.start < mark.words.start && quote.clauses.of[other.words.start] != own;
        other.sense == Sense::Speaker(Speech::Says)
            && before
            && other.scope.has(own)
            && other.who.is_some_and(|who| reading.names(quote, who))
    };
    let who = mark.who.is_some_and(|who| !quote.words[who].is(Class::PRONOUN.or(Class::COORDINATOR)));
    who && quote.marks.iter().any(|other| over(&other)) && reading.text.marks.iter().filter(is_speaker).count() < 2
}

/// "Output was expected to grow", where the source says who told so: the words are the source's, and not instead of them.
fn is_taken(reading: &Reading, mark: &Mark) -> bool {
    let last = &reading.text.words[mark.words.end - 1];
    let has = |quote: &Quote| quote.statement.words.iter().any(|word| word.entry.lemma == last.entry.lemma);
    reading.text.words[mark.words.start].is(Class::BE) && reading.quotes.iter().any(has)
}

/// The claim names the speaker, and not as who did what was said: "the guild counts on a majority".
fn has_speaker(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let Some(who) = mark.who.map(|who| quote.head(who)) else { return false };
    let mut behind = quote.words[mark.words.end..].iter();
    let claims = is!(quote.words[mark.words.end - 1], "claim", "profess", "allege", "boast", "brag");
    let speaks_of_self = claims && behind.clone().take(4).any(|next| is!(next, "to", "of"))
        || owns_only(reading, quote.stems[who]) && behind.clone().take_while(|next| next.gap != Gap::End).any(|next| next.is(Class::SELF))
        || behind.by_ref().take(6).any(|word| word.is(Class::SELF));
    reading.names(quote, who) && !speaks_of_self
}

/// "The villagers' terraces": the claim names them only as those whose it is.
fn owns_only(reading: &Reading, who: u64) -> bool {
    let text = &reading.text;
    let account = |at: usize| text.words.iter().skip(at + 1).take(3).any(|next| next.is(Class::ACCOUNT.or(Class::DOCUMENT)));
    let mut named = (0..text.words.len()).filter(|at| text.stems[*at] == who).peekable();
    named.peek().is_some() && named.all(|at| text.words[at].has(Shape::OWNS) && !account(at))
}

/// "The USGS" of what the United States Geological Survey said.
fn is_abbreviated(claim: &str, quoted: &str) -> bool {
    let words = crate::text::phrases::words(claim);
    let short = |word: &str| word.len() > 2 && word.chars().all(char::is_uppercase);
    words.into_iter().any(|(range, word)| short(word) && !quoted.contains(word) && stand_for(claim, &range, quoted))
}

/// The last word of the subject of a verb, whatever is put in between commas behind it.
fn subject_of(text: &Statement, verb: usize) -> Option<usize> {
    let last = verb.checked_sub(1)?;
    if text.words[verb].gap != Gap::Comma {
        return Some(last);
    }
    let sentence = text.sentence_at(verb);
    (sentence.start..verb).rev().find(|at| text.words[*at].gap == Gap::Comma).and_then(|comma| comma.checked_sub(1))
}

/// "The institute sees little in the pact": whom the source has it from holds it so.
fn holds(reading: &Reading) -> bool {
    let text = &reading.text;
    let named = |at: usize| {
        let who = subject_of(text, at).map(|last| text.stems[text.head(last)]).filter(|stem| *stem != 0);
        who.is_some_and(|who| reading.quotes.iter().any(|quote| quote.statement.stems.contains(&who)))
    };
    let is_view = |at: usize| {
        is!(
            text.words[at],
            "see",
            "view",
            "regard",
            "consider",
            "call",
            "judge",
            "portray",
            "doubt",
            "deem",
            "reckon",
            "credit",
            "attribute",
            "ascribe",
            "blame",
            "think",
            "believe",
            "find",
            "reckon"
        ) || is!(text.words[at], "hold") && text.words.get(at + 1).is_some_and(|next| is!(next, "it", "that"))
    };
    (0..text.words.len()).any(|at| is_view(at) && text.clauses.finite[at] && named(at))
}

/// What one does who counts, blames or finds: told of the speaker it says whose word it is.
fn is_finding(word: &Word) -> bool {
    is!(
        word,
        "count",
        "tally",
        "record",
        "log",
        "register",
        "measured",
        "rated",
        "rank",
        "put",
        "fault",
        "criticise",
        "criticize",
        "blame",
        "praise",
        "accuse",
        "attribute",
        "ascribe",
        "credit",
        "question",
        "dispute",
        "deplore",
        "condemn",
        "welcome",
        "expect",
        "reckon",
        "cite",
        "detect",
        "trace",
        "track",
        "mapped",
        "find",
        "note",
        "establish",
        "determine",
        "dismiss",
        "estimate",
        "suspect",
        "fear",
        "observe",
        "describe",
        "identify",
        "document",
        "report",
        "conclude",
        "rule",
        "deem",
        "show",
        "suggest",
        "indicate",
        "foresee",
        "predict",
        "anticipate",
        "envisage",
        "forecast"
    )
}

/// "The institute has counted 27" of what is so by its tally.
fn finds(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let text = &reading.text;
    let bearers = quote.bearers(mark);
    let named = |at: usize| {
        let who = subject_of(text, text.group(at).max(1)).map(|last| text.stems[text.head(last)]);
        who.is_some_and(|who| who != 0 && bearers.contains(&who))
    };
    let told = |at: usize| text.clauses.finite[at] || at > 0 && text.words[at].is(Class::PAST) && text.words[at - 1].is(Class::HAVE);
    // "Photographs that the institute has studied suggest that": by one of the words for whose they are.
    let suggests = |at: usize| {
        let start = text.sentence_at(at).start;
        is!(text.words[at], "suggest", "indicate", "show", "point")
            && (start..at).any(|at| text.stems[at] != 0 && bearers.contains(&text.stems[at]))
            && (told(at) || text.words.get(at + 1).is_some_and(|next| is!(next, "that", "to")))
    };
    (0..text.words.len()).any(|at| is_finding(&text.words[at]) && told(at) && named(at) || suggests(at))
}
