//! What has changed since the edition before must be said.

use super::Subject;
use crate::briefing::model::{Briefing, Judgement};
use crate::briefing::scale::{Change, Confidence, Likelihood, Vocabulary};
use crate::briefing::{Finding, Word};

pub fn missing(subject: &Subject<'_>) -> Vec<Finding> {
    let (Some(Err(why)), Some(path)) = (subject.previous, &subject.briefing().previous) else { return Vec::new() };
    let hint = "`previous` is relative to the library, and stays inside it: briefings/2026-06.yaml";
    vec![Finding::new("edition/previous-missing", "", path.span, why.clone()).hint(hint)]
}

pub fn silent_change(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(Ok(previous)) = subject.previous else { return Vec::new() };
    let briefing = subject.briefing();
    let findings = briefing.judgements.iter().filter_map(|judgement| {
        let before = previous.judgements.iter().find(|before| before.head.id.value == judgement.head.id.value)?;
        let of = |judgement: &Judgement| rating(judgement.likelihood.as_ref(), judgement.confidence.as_ref());
        let (then, now) = (of(before), of(judgement));
        if then == now {
            return None;
        }
        let when = edition(previous);
        let message = match (&judgement.was, briefing.change.as_ref().and_then(|word| Some((word, word.value?)))) {
            (None, change) => {
                let change = change.map_or_else(String::new, |(word, _)| format!(", `change: {}`", word.text));
                format!("was {} in {when}, is {}, and no `was`{change}", then.join(", "), now.join(", "))
            }
            (Some(_), Some((word, Change::Initial | Change::Consistent))) => {
                format!("was {} in {when}, and `change: {}`", then.join(", "), word.text)
            }
            (Some(was), _) => {
                let told = rating(was.likelihood.as_ref(), was.confidence.as_ref());
                if told == then || was.likelihood.is_none() || was.confidence.is_none() {
                    return None;
                }
                format!("`was` says {}, the edition of {when} says {}", told.join(", "), then.join(", "))
            }
        };
        let span = judgement.likelihood.as_ref().map_or(judgement.head.id.span, |word| word.span);
        Some(
            Finding::new("judgement/silent-change", &judgement.head.id, span, message)
                .hint("write `was: {likelihood, confidence, why}`, and `change: changed`"),
        )
    });
    findings.collect()
}

/// Likelihood and confidence as words: of the scale where they are on it, else as they are written.
fn rating(likelihood: Option<&Word<Likelihood>>, confidence: Option<&Word<Confidence>>) -> Vec<String> {
    let likelihood = likelihood.map(|word| word.value.map_or(word.text.as_str(), |term| term.word()));
    let confidence = confidence.map(|word| word.value.map_or(word.text.as_str(), |level| level.word()));
    likelihood.into_iter().chain(confidence).map(str::to_owned).collect()
}

/// How people call an edition: by its date.
fn edition(briefing: &Briefing) -> String {
    briefing.date.as_ref().map_or_else(|| "the last edition".to_owned(), |date| date.text.clone())
}
