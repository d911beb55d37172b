//! The bottom line says what the judgements say, in two sentences.

use super::opposite::is_opposite;
use super::yardstick::odds;
use super::{Reporter, Subject};
use crate::briefing::ItemKind;
use crate::briefing::model::{Judgement, Text};
use crate::briefing::prose::references;
use crate::briefing::scale::Likelihood;
use crate::briefing::source_text::SourceText;
use crate::english::clause::Kind;
use crate::english::{Sense, Statement};
use crate::text::count;
use crate::text::phrases::words;
use std::ops::Range;

/// A principal has thirty seconds.
const MOST_SENTENCES: usize = 2;
const MOST_WORDS: usize = 60;
/// In percent: from here on "it will" says no more than the field, and up to there "it will not".
const SURE: (u8, u8) = (95, 5);
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
    // Words between two references are said of the second one's judgement, and the likelihood nearest to it counts.
    let mut start = 0;
    for (range, id) in references(text) {
        let from = std::mem::replace(&mut start, range.end);
        let Some(item) = subject.resolved.graph.find(id).filter(|item| item.kind == ItemKind::Judgement) else { continue };
        let judgement = &briefing.judgements[item.index];
        let Some((word, term)) = judgement.likelihood.as_ref().and_then(|word| Some((word, word.value?))) else { continue };
        let Some(said) = says_otherwise(name, &text[from..range.start], judgement, term) else { continue };
        let said = from + said.start..from + said.end;
        let message = format!("{name} says “{}” [{id}], the field says {}", &text[said.clone()], word.text);
        let hint = format!("write {}, or change the judgement", word.text);
        report.at("", subject.place(text, &said), message, hint).label = Some((word.span, format!("the likelihood of {id}")));
    }
}

/// The words of a statement that are more or less sure than the judgement is. "Likely to stay open" says the same as
/// "unlikely to close".
fn says_otherwise(name: &str, statement: &str, judgement: &Judgement, term: Likelihood) -> Option<Range<usize>> {
    if let Some((range, said)) = odds(statement, term.yardstick()).pop() {
        let turned = || said == Some(term.complement()) && is_opposite(statement, judgement.text.as_deref().map_or("", |text| text));
        return (said != Some(term) && !turned()).then_some(range);
    }
    // Without a word of likelihood "will" is a certainty.
    if term.low() >= SURE.0 || term.high() <= SURE.1 || name == IMPLICATION {
        return None;
    }
    let read = Statement::read(statement);
    let is_main = |word: usize| read.clauses.all[read.clauses.of[word]].kind == Kind::Main;
    let will = read.marks.iter().rfind(|mark| mark.sense == Sense::Future && is_main(mark.words.start))?;
    Some(read.bytes(&will.words))
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
