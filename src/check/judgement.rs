//! What a judgement must say, and what it must not.

use super::Subject;
use crate::briefing::Finding;
use crate::briefing::model::Judgement;
use crate::briefing::scale::Likelihood;
use crate::briefing::wording::{hedges, likelihoods};

/// A finding for each judgement without a field.
fn lacking(subject: &Subject<'_>, rule: &'static str, field: &'static str, has: impl Fn(&Judgement) -> bool, hint: &str) -> Vec<Finding> {
    let judgements = subject.briefing().judgements.iter();
    subject.lacking(rule, field, judgements.map(|judgement| (&judgement.head, has(judgement))), hint)
}

pub fn no_likelihood(subject: &Subject<'_>) -> Vec<Finding> {
    let terms: Vec<&str> = subject.briefing().yardstick().terms().map(Likelihood::word).collect();
    let hint = format!("write one of {}", terms.join(", "));
    lacking(subject, "judgement/no-likelihood", "likelihood", |judgement| judgement.likelihood.is_some(), &hint)
}

pub fn no_confidence(subject: &Subject<'_>) -> Vec<Finding> {
    let hint = "write low, moderate or high: how sound the basis is, not how likely the event";
    lacking(subject, "judgement/no-confidence", "confidence", |judgement| judgement.confidence.is_some(), hint)
}

pub fn no_basis(subject: &Subject<'_>) -> Vec<Finding> {
    lacking(subject, "judgement/no-basis", "because", |judgement| judgement.because.is_some(), "say what the confidence rests on")
}

pub fn no_horizon(subject: &Subject<'_>) -> Vec<Finding> {
    lacking(
        subject,
        "judgement/no-horizon",
        "by",
        |judgement| judgement.by.is_some(),
        "say by when, so that it can turn out wrong: by: 2027-12",
    )
}

pub fn no_claims(subject: &Subject<'_>) -> Vec<Finding> {
    lacking(subject, "judgement/no-claims", "claims", |judgement| !judgement.claims.is_empty(), "name the claims that it rests on")
}

pub fn hedge_word(subject: &Subject<'_>) -> Vec<Finding> {
    let texts = subject.briefing().judgements.iter().filter_map(|judgement| Some((&judgement.head, judgement.text.as_ref()?)));
    let hedged = texts.flat_map(|(head, text)| {
        let odds = likelihoods(text);
        let hedges = hedges(text)
            .into_iter()
            .filter(move |(range, _)| !odds.iter().any(|(other, _)| other.start <= range.start && range.end <= other.end));
        hedges.map(move |(range, _)| {
            let message = format!("“{}” judges nothing", &text[range.clone()]);
            Finding::new("judgement/hedge-word", &head.id, subject.place(text, &range), message)
                .hint("say what happens, and put the odds in `likelihood`")
        })
    });
    hedged.collect()
}

pub fn doubled_likelihood(subject: &Subject<'_>) -> Vec<Finding> {
    let doubled = subject.briefing().judgements.iter().filter_map(|judgement| {
        let text = judgement.text.as_ref()?;
        let (range, _) = likelihoods(text).into_iter().next()?;
        let field = judgement.likelihood.as_ref();
        let message = match field {
            Some(word) => format!("the text says “{}”, the field says {}", &text[range.clone()], word.text),
            None => format!("the text says “{}”", &text[range.clone()]),
        };
        let finding = Finding::new("judgement/doubled-likelihood", &judgement.head.id, subject.place(text, &range), message);
        let finding = match field {
            Some(word) => finding.label(word.span, "the likelihood of the field"),
            None => finding,
        };
        Some(finding.hint("say it in `likelihood` only"))
    });
    doubled.collect()
}
