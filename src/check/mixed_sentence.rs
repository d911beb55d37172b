//! Likelihood and confidence never stand in one sentence (ICD 203, rule b).

use super::{Reporter, Subject};
use crate::english::{Mark, Sense, Statement, Strength, is_foreign};

pub fn mixed_sentence(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    let own = briefing.own_prose().map(|text| ("", text));
    let of_items = briefing.items().flat_map(|item| briefing.prose(item).map(move |text| (briefing.id_of(item), text)));
    // Most texts speak of no confidence, and need no closer look.
    for (id, text) in own.chain(of_items).filter(|(_, text)| text.contains("onfiden") && !is_foreign(text)) {
        let statement = Statement::read(text);
        let sentence = |mark: &Mark| statement.clauses.all[statement.clauses.of[mark.words.start]].sentence;
        for level in statement.marks.iter().filter(|mark| mark.sense == Sense::Confidence) {
            let odds = statement.hedges().find(|(mark, strength)| {
                *strength <= Strength::Certain && !statement.names_only(mark) && sentence(mark) == sentence(level)
            });
            let row = statement.sentence_at(level.words.start);
            let Some(odds) = odds.map(|(mark, _)| mark.words.clone()).or_else(|| statement.odds_in(row)) else { continue };
            let (level, odds) = (statement.bytes(&level.words), statement.bytes(&odds));
            let message = format!("“{}” and “{}” in one sentence", &text[level.clone()], &text[odds.clone()]);
            report.at(id, subject.place(text, &level), message, "say them in two sentences").label =
                Some((subject.place(text, &odds), "the likelihood".to_owned()));
        }
    }
}
