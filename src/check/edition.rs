//! What has changed since the edition before must be said.

use super::{Reporter, Subject};
use crate::briefing::change::{Account, account, rating};
use crate::briefing::model::{Briefing, Judgement};

pub fn missing(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    if let (Some(Err(why)), Some(path)) = (subject.previous, &subject.briefing().previous) {
        report.at("", path.span, why, "`previous` is relative to the library, and stays inside it: briefings/2026-06.yaml");
    }
}

pub fn silent_change(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let Some(Ok(previous)) = subject.previous else { return };
    for judgement in &subject.briefing().judgements {
        let before = previous.judgements.iter().find(|before| before.head.id.value == judgement.head.id.value);
        let Some(message) = before.and_then(|before| untold(subject.briefing(), judgement, previous, before)) else { continue };
        let span = judgement.likelihood.as_ref().map_or(judgement.head.id.span, |word| word.span);
        report.at(&judgement.head.id, span, message, "write `was: {likelihood, confidence, why}`, and `change: changed`");
    }
}

/// What a judgement does not tell of how it has changed, or tells wrongly.
fn untold(briefing: &Briefing, judgement: &Judgement, previous: &Briefing, before: &Judgement) -> Option<String> {
    let of = |judgement: &Judgement| rating(judgement.likelihood.as_ref(), judgement.confidence.as_ref()).join(", ");
    // People call an edition by its date.
    let when = previous.date.as_ref().map_or("the last edition", |date| &date.text);
    let (then, now) = (of(before), of(judgement));
    let change = briefing.change.as_ref().filter(|word| word.value.is_some());
    let change = change.map_or_else(String::new, |word| format!("`change: {}`", word.text));
    Some(match account(before, judgement, briefing)? {
        Account::Told => return None,
        Account::Silent if change.is_empty() => format!("was {then} in {when}, is {now}, and no `was`"),
        Account::Silent => format!("was {then} in {when}, is {now}, and no `was`, {change}"),
        Account::Denied => format!("was {then} in {when}, and {change}"),
        Account::Mistold => {
            let was = judgement.was.as_ref()?;
            let told = rating(was.likelihood.as_ref(), was.confidence.as_ref()).join(", ");
            format!("`was` says {told}, the edition of {when} says {then}")
        }
    })
}
