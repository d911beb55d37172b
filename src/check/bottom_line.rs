//! The bottom line says what the judgements say, in two sentences.

use super::opposite::{is_opposite, opposite_behind};
use super::yardstick::odds;
use super::{Reporter, Subject};
use crate::briefing::ItemKind;
use crate::briefing::model::{Judgement, Text};
use crate::briefing::references::references;
use crate::briefing::scale::{Likelihood, Yardstick};
use crate::briefing::source_text::SourceText;
use crate::english::clause::Kind;
use crate::english::{Sense, Statement, Strength};
use crate::text::count;
use crate::text::phrases::{find, words};
use std::ops::Range;

/// A principal has thirty seconds.
const MOST_SENTENCES: usize = 2;
const MOST_WORDS: usize = 60;
/// In percent: from here on "it will" says no more than the field, and up to there "it will not".
const SURE: (u8, u8) = (95, 5);
/// What is as sure in words that are no hedge.
const DOOMED: [&str; 3] = ["are doomed", "is a certainty", "is doomed"];
/// It says what will follow, and so says "will".
const IMPLICATION: &str = "an implication";

pub fn unlinked(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    // A judgement that is named and not defined is `id/dangling`.
    let is_judgement = |id: &str| ItemKind::Judgement.letter().is_some_and(|letter| id.starts_with(letter));
    match &briefing.bottom_line {
        _ if briefing.judgements.is_empty() => {}
        None => report.briefing_lacks("bottom_line", "say the answer first, drawn from the judgements: … [J1]"),
        Some(text) if references(text).any(|(_, id)| is_judgement(id)) => {}
        Some(text) => {
            let hint = "write behind each statement the judgement that it is drawn from: [J1]";
            report.at("", text.span, "the bottom line names no judgement", hint);
        }
    }
}

pub fn drift(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    let own = briefing.bottom_line.iter().map(|text| ("the bottom line", text));
    for (name, text) in own.chain(briefing.implications.iter().map(|text| (IMPLICATION, text))) {
        drifts(subject, report, name, text);
    }
}

fn drifts(subject: &Subject<'_>, report: &mut Reporter<'_>, name: &str, text: &Text) {
    let briefing = subject.briefing();
    // Words between two references are said of the second one's judgement, and the likelihood nearest to it counts. Where they
    // have none, what follows is said of it too: "[J1] and the strike [J2] are unlikely".
    let mut start = 0;
    for (range, id) in references(text) {
        let from = std::mem::replace(&mut start, range.end);
        let Some(item) = subject.resolved.graph.find(id).filter(|item| item.kind == ItemKind::Judgement) else { continue };
        let judgement = &briefing.judgements[item.index];
        let Some((word, term)) = judgement.likelihood.as_ref().and_then(|word| Some((word, word.value?))) else { continue };
        let statement = statement(text, from..range.start, term.yardstick());
        let Some((said, turned)) = says_otherwise(name, &text[statement.clone()], judgement, term) else { continue };
        let said = statement.start + said.start..statement.start + said.end;
        let (of, write) = if turned { (" of the opposite", term.complement().word()) } else { ("", word.text.as_str()) };
        let message = format!("{name} says “{}” [{id}], the field says {}{of}", &text[said.clone()], word.text);
        let hint = format!("write {write}, or change the judgement");
        report.at("", subject.place(text, &said), message, hint).label = Some((word.span, format!("the likelihood of {id}")));
    }
}

/// What is said of the reference behind `own`: `own`, or with it what follows up to a likelihood that no later reference has,
/// or what stands before from the likelihood that both have: "an even chance each that ships wait [J1] and that prices rise [J2]".
fn statement(text: &str, own: Range<usize>, yardstick: Yardstick) -> Range<usize> {
    if !odds(&text[own.clone()], yardstick).is_empty() {
        return own;
    }
    let mut first = words(&text[own.clone()]).map(|(_, word)| word);
    if matches!((first.next(), first.next()), (Some("and" | "or"), Some("that" | "of"))) {
        let begin = text[..own.start].rfind(['.', ';', '!', '?']).map_or(0, |end| end + 1);
        if let Some((likelihood, _)) = odds(&text[begin..own.start], yardstick).pop() {
            return begin + likelihood.start..own.end;
        }
    }
    let end = text[own.end..].find(['.', ';', '!', '?']).map_or(text.len(), |end| own.end + end);
    let Some((likelihood, _)) = odds(&text[own.end..end], yardstick).into_iter().next() else { return own };
    let rest = &text[own.end + likelihood.end..end];
    let next = references(rest).next().map(|(range, _)| range.start);
    if next.is_some_and(|next| odds(&rest[..next], yardstick).is_empty()) { own } else { own.start..own.end + likelihood.end }
}

/// The words of a statement that are more or less sure than the judgement is, and whether they are said of the opposite.
/// "Likely to stay open" says the same as "unlikely to close", and "unlikely to stay open" does not.
fn says_otherwise(name: &str, statement: &str, judgement: &Judgement, term: Likelihood) -> Option<(Range<usize>, bool)> {
    let event = judgement.text.as_ref().map_or("", |text| text.value.as_str());
    if let Some((range, said)) = odds(statement, term.yardstick()).pop() {
        if said == Some(term.complement()) && is_opposite(statement, event) {
            return None;
        }
        let turned = opposite_behind(statement, range.end, event);
        return match turned {
            Some(end) => Some((range.start..end, true)),
            None if said == Some(term) => None,
            None => Some((range, false)),
        };
    }
    // Without a word of likelihood "will" is a certainty.
    if term.low() >= SURE.0 || term.high() <= SURE.1 || name == IMPLICATION {
        return None;
    }
    let read = Statement::read(statement);
    let is_main = |word: usize| read.clauses.all[read.clauses.of[word]].kind == Kind::Main;
    let is_sure = |sense: Sense| matches!(sense, Sense::Future | Sense::Hedge(Strength::AlmostCertain | Strength::Certain));
    let mut sure = read.marks.iter().filter(|mark| is_sure(mark.sense) && !read.is_denied(mark.words.start));
    let sure = sure.rfind(|mark| mark.sense != Sense::Future || is_main(mark.words.start)).map(|mark| read.bytes(&mark.words));
    Some((sure.or_else(|| find(statement, &DOOMED).pop().map(|(range, _)| range))?, false))
}

pub fn long(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let Some(text) = &subject.briefing().bottom_line else { return };
    // The file may wrap the text where it likes: its lines are no paragraphs.
    let sentences = SourceText::new(text.value.replace('\n', " ")).sentences().len();
    let number = words(text).count() - references(text).count();
    let lengths = [(sentences, MOST_SENTENCES, "sentence"), (number, MOST_WORDS, "word")];
    let over: Vec<_> = lengths.into_iter().filter(|(number, most, _)| number > most).collect();
    if !over.is_empty() {
        // Only what is too much: the other number would make a reader look for a mistake in it.
        let told = |counted: fn(&(usize, usize, &'static str)) -> usize| {
            over.iter().map(|row| count(counted(row), row.2)).collect::<Vec<_>>().join(" and ")
        };
        report.at("", text.span, told(|(number, ..)| *number), format!("say it in {}", told(|(_, most, _)| *most)));
    }
}
