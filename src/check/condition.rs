//! On what something depends: a claim that drops it says more than its source.

use super::faithful::reworded;
use super::hedge::{place, words};
use super::reading::{Quote, Reading};
use super::{Reporter, Subject};
use crate::english::class::Class;
use crate::english::word::Gap;
use crate::english::word::{Shape, Word, is};
use crate::english::{Mark, Sense, Statement};

/// "Depends on", "hinges on", "is contingent on": a condition in other words.
fn depends(text: &Statement) -> bool {
    let on = |at: usize| text.words[at + 1..].iter().take(8).any(|next| is!(next, "on", "upon"));
    (0..text.words.len()).any(|at| is!(text.words[at], "depend", "hinge", "contingent", "conditional", "dependent", "rest") && on(at))
}

pub fn condition(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim, text, reading) in reworded(subject) {
        if reading.says(|sense| sense == Sense::Condition) || depends(&reading.text) {
            continue;
        }
        let is_dropped = |(quote, mark): &(&Quote, &Mark)| {
            let text = &quote.statement;
            mark.sense == Sense::Condition && !has_condition(reading, text, mark) && !is_meanwhile(text, mark)
        };
        // "Should the king dissolve the diet, a vote is due": a claim in other words may have only those of the condition.
        let claims_it = |quote: &Quote, mark: &Mark| quote.claimed.has(quote.statement.clauses.of[mark.words.start]);
        let under = |quote: &'_ Quote| quote.claimed;
        let all = reading.quotes.iter().flat_map(|quote| quote.statement.marks.iter().map(move |mark| (quote, mark)));
        let mut told = all.filter(|(quote, mark)| mark.scope.meets(under(quote)) || claims_it(quote, mark));
        let Some((quote, mark)) = told.find(is_dropped) else { continue };
        let said = words(subject, index, reading, quote, mark);
        let label = place(subject, claim, said).map(|span| (span, "the condition of the source".to_owned()));
        let message = format!("the source makes it depend (“{said}”), the claim does not");
        report.at(&claim.head.id, text.span, message, "keep the condition").label = label;
    }
}

/// "Were suspended, pending an inquiry": until it ends, and whatever it finds.
fn is_meanwhile(quote: &Statement, mark: &Mark) -> bool {
    let next = quote.words[mark.words.start..].iter().take(5);
    let ends = |word: &Word| is!(word, "inquiry", "investigation", "trial", "review", "appeal", "hearing", "hearings", "talks", "probe");
    is!(quote.words[mark.words.start], "pending") && next.into_iter().any(ends)
}

/// The claim names what it depends on in its own words: "an early melt would flood the villages".
fn has_condition(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let clause = quote.clauses.of[mark.words.start];
    let of_clause: Vec<u64> = quote.content(clause).collect();
    // A condition without a verb is the few words behind it.
    let end = (mark.words.end..quote.words.len()).find(|at| quote.words[*at].gap != Gap::Space).unwrap_or(quote.words.len());
    let end = (mark.words.end + 1..end).find(|at| quote.words[*at].is(Class::DETERMINER)).unwrap_or(end);
    let near = &quote.stems[mark.words.end..end.min(mark.words.end + 4)];
    let is_clause = quote.clauses.all[clause].kind;
    let is_clause = matches!(is_clause, crate::english::clause::Kind::Condition | crate::english::clause::Kind::Adverbial);
    let content: Vec<u64> = if is_clause { of_clause } else { near.iter().copied().filter(|stem| *stem != 0).collect() };
    let named = content.iter().filter(|stem| reading.text.stems.contains(stem)).count();
    let occasion = reading.text.words.iter().any(|word| word.is(Class::OCCASION));
    // "Had the ship sailed, it would have been lost" and "the ship was lost" share no more than the ship.
    let ahead = reading.text.words.iter().any(|word| word.is(Class::MODAL));
    // "Unless the authority finds water, it will cut them": its name alone is no condition.
    let own = |at: &usize| is_clause && quote.clauses.of[*at] == clause && quote.stems[*at] != 0 && !quote.words[*at].has(Shape::CAPITAL);
    let mut plain = (0..quote.words.len()).filter(own).peekable();
    let owns = reading.text.words.iter().any(|word| word.has(Shape::OWNS));
    let by_name = !owns && plain.peek().is_some() && !plain.any(|at| reading.names(quote, at));
    !by_name
        && named > 0
        && (named * 2 >= content.len() && (named > 1 || ahead || !is_clause && named * 2 > content.len() || content.len() != 2) || occasion)
}
