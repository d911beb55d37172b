//! What a judgement must say, and what it must not.

use super::hedge::is_said;
use super::{Reporter, Subject};
use crate::briefing::model::Judgement;
use crate::briefing::scale::{Likelihood, Way};
use crate::english::clause::Kind;
use crate::english::word::is;
use crate::english::{Mark, Sense, Statement, Strength, is_foreign};

fn lacking(subject: &Subject<'_>, report: &mut Reporter<'_>, field: &'static str, has: fn(&Judgement) -> bool, hint: &str) {
    for judgement in subject.briefing().judgements.iter().filter(|judgement| !has(judgement)) {
        report.lacks(&judgement.head, field, hint);
    }
}

pub fn no_likelihood(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let terms: Vec<&str> = subject.briefing().yardstick().terms().map(Likelihood::word).collect();
    lacking(subject, report, "likelihood", |judgement| judgement.likelihood.is_some(), &format!("write one of {}", terms.join(", ")));
}

pub fn no_confidence(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let hint = "write low, moderate or high: how sound the basis is, not how likely the event";
    lacking(subject, report, "confidence", |judgement| judgement.confidence.is_some(), hint);
}

pub fn no_basis(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    lacking(subject, report, "because", |judgement| judgement.because.is_some(), "say why this likelihood, then why this confidence");
}

pub fn no_horizon(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let hint = "say by when, so that it can turn out wrong: by: 2027-12";
    lacking(subject, report, "by", |judgement| judgement.by.is_some(), hint);
}

pub fn no_claims(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for judgement in subject.briefing().judgements.iter().filter(|judgement| judgement.carrying().next().is_none()) {
        // Named on the other side alone, all that is told says the opposite of what is judged.
        let (field, hint, told) = match judgement.way() {
            Way::Above => {
                ("claims", "name in `claims` what makes the event likely", judgement.against.first().map(|told| (told, "against")))
            }
            Way::Below => {
                ("against", "name in `against` what makes the event unlikely", judgement.claims.first().map(|told| (told, "for")))
            }
            Way::Even => ("claims", "name the claims that it rests on: for the event in `claims`, against it in `against`", None),
        };
        match (&judgement.likelihood, told) {
            (Some(likelihood), Some((told, side))) if report.is_without(&judgement.head, field) => {
                let message = format!("{}, and no claim in `{field}`: all that is named speaks {side} the event", likelihood.text);
                let label = format!("{side} the event");
                report.at(&judgement.head.id, likelihood.span, message, hint).label = Some((told.span, label));
            }
            (Some(_), Some(_)) => {}
            _ => report.lacks(&judgement.head, field, hint),
        }
    }
}

pub fn hedge_word(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for judgement in &subject.briefing().judgements {
        let Some(text) = judgement.text.as_ref().filter(|text| !is_foreign(text)) else { continue };
        let mut statement = Statement::read(text);
        advice(&mut statement);
        for mark in &statement.marks {
            let kind = statement.clauses.all[statement.clauses.of[mark.words.start]].kind;
            // "Publishes what it will spend".
            let asked =
                statement.words[mark.words.start.saturating_sub(4)..mark.words.start].iter().any(|word| is!(word, "what", "how", "why"));
            let is_main = kind == Kind::Main && !asked;
            let judges_nothing = match mark.sense {
                Sense::Hedge(strength) => strength > Strength::Certain && kind != Kind::Relative,
                // With odds beside it, "will" is no bare foretelling.
                // What a court may do it may leave.
                Sense::Ability => is_main && is!(statement.words[mark.words.start], "may"),
                Sense::Future => is_main && !statement.hedges().any(|(_, strength)| strength <= Strength::Certain),
                _ => false,
            };
            if judges_nothing && !is_said(&statement, mark) && !statement.names_only(mark) {
                let range = statement.bytes(&mark.words);
                let (message, hint) = match mark.sense {
                    Sense::Future => (
                        format!("“{}” foretells it outright", &text[range.clone()]),
                        "write what happens in the present, and put the odds in `likelihood`",
                    ),
                    _ => (format!("“{}” judges nothing", &text[range.clone()]), "say what happens, and put the odds in `likelihood`"),
                };
                report.at(&judgement.head.id, subject.place(text, &range), message, hint);
            }
        }
    }
}

/// "The truce should hold": whether it is advice or a hope, a judgement says neither.
fn advice(statement: &mut Statement) {
    let main = |at: usize| statement.clauses.all[statement.clauses.of[at]].kind == Kind::Main;
    let should = (0..statement.words.len()).filter(|at| is!(statement.words[*at], "should", "ought") && main(*at));
    let said = |at: usize| statement.marks.iter().any(|mark| mark.words.contains(&at));
    let words: Vec<usize> = should.filter(|at| !said(*at)).collect();
    for at in words {
        let scope = statement.governed(at..at + 1);
        statement.marks.push(Mark { sense: Sense::Hedge(Strength::Apt), words: at..at + 1, scope, who: None });
    }
}

pub fn doubled_likelihood(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for judgement in &subject.briefing().judgements {
        let Some(text) = judgement.text.as_ref().filter(|text| !is_foreign(text)) else { continue };
        let statement = Statement::read(text);
        let is_own = |mark: &Mark| !is_said(&statement, mark) && !statement.names_only(mark);
        let said = statement.hedges().find(|(mark, strength)| *strength <= Strength::Certain && is_own(mark));
        let Some(range) = said.map(|(mark, _)| mark.words.clone()).or_else(|| statement.odds()) else { continue };
        let range = statement.bytes(&range);
        let field = judgement.likelihood.as_ref();
        let message = match field {
            Some(word) => format!("the text says “{}”, the field says {}", &text[range.clone()], word.text),
            None => format!("the text says “{}”", &text[range.clone()]),
        };
        report.at(&judgement.head.id, subject.place(text, &range), message, "say it in `likelihood` only").label =
            field.map(|word| (word.span, "the likelihood of the field".to_owned()));
    }
}
