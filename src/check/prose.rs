//! Likelihood and confidence never stand in one sentence (ICD 203, rule b).

use super::Subject;
use crate::briefing::Finding;
use crate::briefing::model::Text;
use crate::briefing::source_text::SourceText;
use crate::briefing::wording::{confidences, likelihoods};
use std::ops::Range;

pub fn mixed_sentence(subject: &Subject<'_>) -> Vec<Finding> {
    let briefing = subject.briefing();
    let own = briefing.own_prose().map(|text| ("", text));
    let of_items = briefing.items().flat_map(|item| briefing.prose(item).map(move |text| (briefing.id_of(item), text)));
    own.chain(of_items).flat_map(|(id, text)| mixed(subject, id, text)).collect()
}

fn mixed(subject: &Subject<'_>, id: &str, text: &Text) -> Vec<Finding> {
    // Most texts speak of no confidence, and need no closer look.
    let levels = if text.to_ascii_lowercase().contains("confidence") { confidences(text) } else { Vec::new() };
    if levels.is_empty() {
        return Vec::new();
    }
    let odds = likelihoods(text);
    let joined = SourceText::new(text.value.replace('\n', " "));
    let sentences = joined.sentences().iter().filter_map(|sentence| {
        let within = |range: &Range<usize>| sentence.range.start <= range.start && range.end <= sentence.range.end;
        let level = levels.iter().find(|range| within(range))?;
        let (odds, _) = odds.iter().find(|(range, _)| within(range))?;
        let message = format!("“{}” and “{}” in one sentence", &text[level.clone()], &text[odds.clone()]);
        let finding = Finding::new("prose/mixed-sentence", id, subject.place(text, level), message)
            .label(subject.place(text, odds), "the likelihood");
        Some(finding.hint("say them in two sentences"))
    });
    sentences.collect()
}
