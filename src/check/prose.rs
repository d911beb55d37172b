//! Likelihood and confidence never stand in one sentence (ICD 203, rule b).

use super::{Reporter, Subject};
use crate::briefing::source_text::SourceText;
use crate::briefing::wording::{confidences, likelihoods};
use std::ops::Range;

pub fn mixed_sentence(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    let own = briefing.own_prose().map(|text| ("", text));
    let of_items = briefing.items().flat_map(|item| briefing.prose(item).map(move |text| (briefing.id_of(item), text)));
    // Most texts speak of no confidence, and need no closer look.
    for (id, text) in own.chain(of_items).filter(|(_, text)| text.to_ascii_lowercase().contains("confidence")) {
        let (levels, odds) = (confidences(text), likelihoods(text));
        // Lines of the file are no paragraphs. A space is as long as a line feed, so ranges of one text hold in the other.
        let joined = SourceText::new(text.value.replace('\n', " "));
        for sentence in joined.sentences() {
            let within = |range: &Range<usize>| sentence.range.start <= range.start && range.end <= sentence.range.end;
            let Some(level) = levels.iter().find(|range| within(range)) else { continue };
            let Some((odds, _)) = odds.iter().find(|(range, _)| within(range)) else { continue };
            let message = format!("“{}” and “{}” in one sentence", &text[level.clone()], &text[odds.clone()]);
            report.at(id, subject.place(text, level), message, "say them in two sentences").label =
                Some((subject.place(text, odds), "the likelihood".to_owned()));
        }
    }
}
