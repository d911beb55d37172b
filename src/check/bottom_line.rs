//! The bottom line says what the judgements say, in two sentences.

use super::Subject;
use crate::briefing::prose::references;
use crate::briefing::scale::Likelihood;
use crate::briefing::source_text::SourceText;
use crate::briefing::wording::likelihoods;
use crate::briefing::{Finding, ItemKind};
use crate::text::count;
use crate::text::phrases::words;

/// The most sentences and words that a principal reads in thirty seconds.
const SENTENCES: usize = 2;
const WORDS: usize = 60;

pub fn unlinked(subject: &Subject<'_>) -> Vec<Finding> {
    let briefing = subject.briefing();
    if briefing.judgements.is_empty() {
        return Vec::new();
    }
    let Some(text) = &briefing.bottom_line else {
        let finding = subject.briefing_lacks("bottom-line/unlinked", "bottom_line", false);
        return finding.map(|finding| finding.hint("say the answer first, drawn from the judgements: … [J1]")).into_iter().collect();
    };
    // One that is not defined is `id/dangling`.
    if references(text).any(|(_, id)| ItemKind::Judgement.letter().is_some_and(|letter| id.starts_with(letter))) {
        return Vec::new();
    }
    let finding = Finding::new("bottom-line/unlinked", "", text.span, "the bottom line names no judgement");
    vec![finding.hint("write behind each statement the judgement that it is drawn from: [J1]")]
}

pub fn drift(subject: &Subject<'_>) -> Vec<Finding> {
    let briefing = subject.briefing();
    let Some(text) = &briefing.bottom_line else { return Vec::new() };
    let mut findings = Vec::new();
    let mut start = 0;
    for (range, id) in references(text) {
        let from = std::mem::replace(&mut start, range.end);
        let Some(item) = subject.resolved.graph.find(id).filter(|item| item.kind == ItemKind::Judgement) else { continue };
        let Some(word) = &briefing.judgements[item.index].likelihood else { continue };
        let Some((said, term)) = likelihoods(&text[from..range.start]).pop() else { continue };
        let said = from + said.start..from + said.end;
        let same = word.value.is_none_or(|value: Likelihood| value.word() == term || value.synonyms().contains(&term));
        if !same {
            let message = format!("the bottom line says “{}” [{id}], the field says {}", &text[said.clone()], word.text);
            let finding = Finding::new("bottom-line/drift", "", subject.place(text, &said), message)
                .label(word.span, format!("the likelihood of {id}"));
            findings.push(finding.hint(format!("write {}, or change the judgement", word.text)));
        }
    }
    findings
}

pub fn long(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(text) = &subject.briefing().bottom_line else { return Vec::new() };
    let sentences = SourceText::new(text.value.replace('\n', " ")).sentences().len();
    let number = words(text).count() - references(text).count();
    if sentences <= SENTENCES && number <= WORDS {
        return Vec::new();
    }
    let message = format!("{}, {}", count(sentences, "sentence"), count(number, "word"));
    vec![Finding::new("bottom-line/long", "", text.span, message).hint(format!("say it in {SENTENCES} sentences and {WORDS} words"))]
}
