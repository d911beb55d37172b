//! The bottom line says what the judgements say, in two sentences.

use super::{Reporter, Subject};
use crate::briefing::ItemKind;
use crate::briefing::prose::references;
use crate::briefing::source_text::SourceText;
use crate::briefing::wording::likelihoods;
use crate::text::count;
use crate::text::phrases::words;

/// A principal has thirty seconds.
const MOST_SENTENCES: usize = 2;
const MOST_WORDS: usize = 60;

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
    let Some(text) = &briefing.bottom_line else { return };
    // Words between two references are said of the second one's judgement, and the likelihood nearest to it counts.
    let mut start = 0;
    for (range, id) in references(text) {
        let from = std::mem::replace(&mut start, range.end);
        let Some(item) = subject.resolved.graph.find(id).filter(|item| item.kind == ItemKind::Judgement) else { continue };
        let Some(word) = &briefing.judgements[item.index].likelihood else { continue };
        let Some((said, term)) = likelihoods(&text[from..range.start]).pop() else { continue };
        if word.value.is_some_and(|value| value.word() != term && !value.synonyms().contains(&term)) {
            let said = from + said.start..from + said.end;
            let message = format!("the bottom line says “{}” [{id}], the field says {}", &text[said.clone()], word.text);
            let hint = format!("write {}, or change the judgement", word.text);
            report.at("", subject.place(text, &said), message, hint).label = Some((word.span, format!("the likelihood of {id}")));
        }
    }
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
