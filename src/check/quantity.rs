//! Limits and shares of a claim against those of its quote: "up to 300", "most of".

use super::faithful::reworded;
use super::hedge::place;
use super::other_unit::other_unit;
use super::reading::{Quote, Reading};
use super::{Reporter, Subject};
use crate::briefing::model::{Claim, Text};
use crate::english::class::Class;
use crate::english::opposite::opposed;
use crate::english::pairs::Of;
use crate::english::share::{Part, Share};
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Mark, Sense, Statement, Way};
use std::ops::Range;

pub fn bound(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim, text, reading) in reworded(subject) {
        let quoted: Vec<&str> = subject.resolved.quoted(index).collect();
        let (own, numbers) = (reading.text.bounds(&text.value), reading.text.numbers(&text.value));
        let found = reading.quotes.iter().zip(&quoted).find_map(|(quote, quoted)| {
            let bounds = quote.statement.bounds(quoted);
            if let Some(lost) = end_of_range(&quote.statement, quoted, &numbers, &own) {
                return Some(lost);
            }
            let lost = bounds.into_iter().find(|(mark, way, number)| {
                let said =
                    numbers.iter().any(|(words, other)| other == number && !(*way == Way::Most && is_term(&reading.text, words.start)));
                // "More than half stayed away", "fewer than half came".
                let crossed = |other: Way| matches!((*way, other), (Way::Most, Way::Least) | (Way::Least, Way::Most));
                // "In no year more than two-thirds", "at most two-thirds".
                let denied = || {
                    let over = |other: &Mark| other.sense == Sense::Denial && other.words.end <= mark.words.start;
                    quote.statement.marks.iter().any(over)
                };
                let no = |mark: &Mark| {
                    let over = |other: &Mark| other.sense == Sense::Denial && other.words.end <= mark.words.start;
                    reading.text.marks.iter().any(over)
                };
                let turned = |other: &Mark| denied() || no(other) || opposed(&quote.statement, &reading.text, Of::Any).is_some();
                let passed = || numbers.iter().any(|(words, of)| of == number && passes(&reading.text, words.start));
                // "Barely half" and "little more than half".
                let just = |mark: &Mark| reading.text.words[mark.words.clone()].iter().any(|word| is!(word, "little", "just", "slightly"));
                let barely = is!(quote.statement.words[mark.words.start], "barely", "hardly", "scarcely")
                    && own.iter().any(|(other, _, of)| of == number && just(other));
                // "An estimated 9,000" and "put it at 9,000".
                let reckoned = *way == Way::About && reading.text.words.iter().any(|word| is!(word, "put", "estimate", "reckon", "peg"));
                let not_before = || numbers.iter().any(|(words, of)| of == number && is_not_before(&reading.text, words.start));
                let kept = barely || reckoned || *way == Way::Least && (passed() || not_before());
                said && !kept && !own.iter().any(|(mark, other, of)| of == number && (way.keeps(*other) || crossed(*other) && turned(mark)))
            });
            lost.map(|(mark, _, number)| (&quoted[quote.statement.bytes(&mark.words)], number))
        });
        let Some((words, number)) = found else {
            if other_share(subject, claim, text, (index, reading), report)
                || other_count(subject, claim, text, (index, reading), report)
                || other_unit(subject, claim, text, (reading, &quoted), report)
            {
                continue;
            }
            added_bound(subject, claim, text, reading, &quoted, report);
            continue;
        };
        let range = numbers.iter().find(|(_, other)| *other == number).map(|(range, _)| reading.text.bytes(range));
        let label = place(subject, claim, words).map(|span| (span, "the limit of the source".to_owned()));
        let message = format!("the source says “{words}” of {number}, the claim says something else of it");
        let span = range.map_or(text.span, |range| subject.place(text, &range));
        report.at(&claim.head.id, span, message, "keep the limit").label = label;
    }
}

/// The one end of a range that a claim gives as the whole of it: "350" of "between 200 and 350".
fn end_of_range<'a>(
    quote: &Statement,
    quoted: &'a str,
    numbers: &[(Range<usize>, String)],
    own: &[(&Mark, Way, String)],
) -> Option<(&'a str, String)> {
    quote.ranges(quoted).into_iter().find_map(|(words, ends)| {
        let said = |end: &&String| numbers.iter().any(|(_, other)| other == *end) && !own.iter().any(|(_, _, of)| of == *end);
        let told: Vec<&String> = ends.iter().filter(|end| numbers.iter().any(|(_, other)| other == *end)).collect();
        let [end] = told.as_slice() else { return None };
        said(end).then(|| (&quoted[quote.bytes(&words)], (*end).clone()))
    })
}

/// "Output passed 1,000", "if prices top 7 percent": more than that. "Passed 1,000 on to the bank" hands them on.
fn passes(text: &Statement, number: usize) -> bool {
    let mut behind = text.words[number + 1..].iter().take(5).take_while(|word| word.gap == Gap::Space);
    if behind.any(|word| is!(word, "through", "to", "on", "via", "into", "along")) {
        return false;
    }
    let verb = (number.saturating_sub(3)..number).rev().take_while(|at| text.words[at + 1].gap == Gap::Space);
    verb.into_iter().any(|at| is!(text.words[at], "pass", "top", "cross", "breach", "clear", "surpass", "exceed", "outstrip"))
}

/// "Is not expected before late 2026": then at the earliest.
fn is_not_before(text: &Statement, number: usize) -> bool {
    let before = (number.saturating_sub(4)..number).rev().take_while(|at| text.words[at + 1].gap == Gap::Space);
    let denied = text.marks.iter().any(|mark| mark.sense == Sense::Denial && mark.words.start < number);
    denied && before.into_iter().any(|at| is!(text.words[at], "before", "until", "till"))
}

/// "Within 90 days", "by 1 March": no later than that.
fn is_term(text: &Statement, number: usize) -> bool {
    // "Within a hundred days", "within the next 30 days".
    let skipped =
        |at: &usize| text.words[*at].gap == Gap::Space && (text.words[*at].is(Class::DETERMINER) || is!(text.words[*at], "next", "first"));
    let first = (number.saturating_sub(2)..number).rev().take_while(skipped).last().unwrap_or(number);
    let before = first.checked_sub(1).filter(|_| text.words[first].gap == Gap::Space).map(|at| &text.words[at]);
    let unit = |word: &Word| {
        word.is(Class::TIME)
            || is!(word, "day", "days", "hour", "hours", "minute", "minutes", "decades", "kilometres", "miles", "metres", "km")
    };
    let time = text.words.iter().skip(number + 1).take(2).any(unit);
    time && before.is_some_and(|word| is!(word, "within", "inside", "by", "before"))
}

/// A limit that the claim sets on a number which the source gives outright: "more than 14" of "14".
fn added_bound(subject: &Subject<'_>, claim: &Claim, text: &Text, reading: &Reading, quoted: &[&str], report: &mut Reporter<'_>) {
    let own = reading.text.bounds(&text.value);
    let Some((mark, way, number)) = own.iter().find(|(_, way, _)| matches!(way, Way::Most | Way::Least)) else { return };
    let limited = |mark: &Mark| matches!(mark.sense, Sense::Bound(_) | Sense::Denial | Sense::Hedge(_));
    let given = reading.quotes.iter().zip(quoted).any(|(quote, said)| quote.statement.numbers(said).iter().any(|(_, of)| of == number));
    // "Until it reaches 65" and "up to 65" are one.
    let ended = |(quote, said): (&Quote, &&str)| {
        let is_end = |at: usize| at > 0 && is!(quote.statement.words[at - 1], "reach", "until") || is_term(&quote.statement, at);
        quote.statement.numbers(said).iter().any(|(words, of)| of == number && is_end(words.start))
    };
    // "A cap of 47 dollars" of a cap that is set there.
    let caps = |word: &Word| is!(word, "cap", "limit", "ceiling", "maximum", "quota");
    let limit = |text: &Statement| text.words.iter().any(caps);
    let set = reading.text.words[mark.words.clone()].iter().any(caps) && reading.quotes.iter().any(|quote| limit(&quote.statement));
    // "Over 40 percent" of what has passed 40.
    let passed = |(quote, said): (&Quote, &&str)| {
        quote.statement.numbers(said).iter().any(|(words, of)| of == number && passes(&quote.statement, words.start))
    };
    if *way == Way::Least && reading.quotes.iter().zip(quoted).any(passed)
        || *way == Way::Most && (set || reading.quotes.iter().zip(quoted).any(ended))
    {
        return;
    }
    // Of "between 14 and 20" both "at least 14" and "at most 20" are true.
    let end = usize::from(*way == Way::Most);
    let ends = |(quote, said): (&Quote, &&str)| quote.statement.ranges(said).iter().any(|(_, ends)| ends[end] == *number);
    if given
        && !reading.quotes.iter().zip(quoted).any(ends)
        && !reading.quotes.iter().any(|quote| quote.statement.marks.iter().any(limited))
    {
        let span = subject.place(text, &reading.text.bytes(&mark.words));
        let message = format!("the claim sets a limit on {number}, the source gives it outright");
        report.at(&claim.head.id, span, message, "say what the source says");
    }
}

/// "All of the crop" where the source says "most of it".
fn other_share(subject: &Subject<'_>, claim: &Claim, text: &Text, (index, reading): (usize, &Reading), report: &mut Reporter<'_>) -> bool {
    let own = reading.text.parts();
    let same = |one: &Part, other: &Part| one.of.iter().any(|stem| other.of.contains(stem));
    let found = reading.quotes.iter().zip(subject.resolved.quoted(index)).find_map(|(quote, said)| {
        let parts = quote.statement.parts();
        let claimed = |part: &&Part| quote.claimed.has(quote.statement.clauses.of[part.words.start]);
        let part = parts.iter().filter(claimed).find(|part| {
            let ours: Vec<&Part> = own.iter().filter(|ours| same(ours, part)).collect();
            // "All flights were cancelled" and "none took off": of what is said of all, another rule tells what it is.
            let whole = |share: Share| matches!(share, Share::All | Share::None);
            let same_share = |ours: &&Part| ours.share == part.share || whole(ours.share) && whole(part.share);
            let kept = ours.iter().any(same_share) || matches!(part.share, Share::All | Share::None) && ours.is_empty();
            !kept && (!ours.is_empty() || is_whole(&reading.text, &quote.statement, part))
        })?;
        Some(&said[quote.statement.bytes(&part.words)])
    });
    let Some(words) = found else { return false };
    let label = place(subject, claim, words).map(|span| (span, "how much of it".to_owned()));
    report.at(&claim.head.id, text.span, format!("the source says it of “{words}”, the claim of more or less"), "say of how much").label =
        label;
    true
}

/// "Scores of deputies" of a handful of them, "two thirds" of just over half.
fn other_count(subject: &Subject<'_>, claim: &Claim, text: &Text, (index, reading): (usize, &Reading), report: &mut Reporter<'_>) -> bool {
    let quoted: Vec<&str> = subject.resolved.quoted(index).collect();
    let own = reading.text.vague_counts();
    let shares = |statement: &Statement, said: &str| -> Vec<(Range<usize>, f64)> {
        let percent = |number: &str| number.strip_suffix(" %").and_then(|number| number.parse().ok());
        statement.numbers(said).into_iter().filter_map(|(words, number)| Some((words, percent(&number)?))).collect()
    };
    // In words alone: figures are compared by another rule.
    let in_words = |words: &Range<usize>| !text.value[reading.text.bytes(words)].contains(|c: char| c.is_ascii_digit());
    let said = reading.quotes.iter().zip(&quoted).find_map(|(quote, said)| {
        if let ([(step, words)], [(other, _)]) = (quote.statement.vague_counts().as_slice(), own.as_slice()) {
            // Where nothing else differs, another rule says so.
            let (theirs, ours) = (&quote.statement.stems, &reading.text.stems);
            let reworded = theirs.len() != ours.len() || theirs.iter().zip(ours).filter(|(one, other)| one != other).count() > 1;
            return (step != other && reworded).then(|| &said[quote.statement.bytes(words)]);
        }
        let limited = |words: &Range<usize>| quote.statement.bounds(said).iter().any(|(mark, ..)| mark.words.end <= words.start);
        let (theirs, ours) = (shares(&quote.statement, said), shares(&reading.text, &text.value));
        let ([(words, share)], [(place, own)]) = (theirs.as_slice(), ours.as_slice()) else { return None };
        // "A third did not" of two thirds that did.
        let apart = (share - own).abs() > 8.0 && (share + own - 100.0).abs() > 1.0;
        (apart && limited(words) && in_words(place)).then(|| &said[quote.statement.bytes(words)])
    });
    let Some(words) = said else { return false };
    let label = place(subject, claim, words).map(|span| (span, "how many of them".to_owned()));
    report.at(&claim.head.id, text.span, format!("the source says “{words}”, the claim more or less"), "say how many").label = label;
    true
}

/// "The guards were armed" of "some of the guards": the claim names the whole, and no number of it.
fn is_whole(text: &Statement, quote: &Statement, part: &Part) -> bool {
    let partitive = quote.words.get(part.words.end).is_some_and(|next| is!(next, "of"));
    let denies = |text: &Statement| text.marks.iter().any(|mark| mark.sense == Sense::Denial);
    let number = |text: &Statement, at: usize| text.words.get(at).is_some_and(|word| word.is(Class::NUMBER));
    // "The three reactors" of "one of the three reactors".
    let same_number = number(text, 1) && number(quote, part.words.end + 2);
    let counts = !same_number && text.words.iter().any(|word| word.is(Class::NUMBER)) || denies(text) && !denies(quote);
    let of_one = is!(quote.words[part.words.start], "part", "half");
    let subject = text.words.first().is_some_and(|word| is!(word, "the"))
        && text
            .words
            .iter()
            .zip(&text.stems)
            .skip(1)
            .take(2)
            .any(|(word, stem)| (of_one || word.has(Shape::PLURAL)) && part.of.contains(stem));
    // "Was partly spoiled".
    let says_partly = of_one && text.words.iter().any(|word| word.is(Class::ADVERB));
    partitive && !counts && !says_partly && subject && text.parts().is_empty()
}
