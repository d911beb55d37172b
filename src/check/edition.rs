//! What has changed since the edition before must be said.

use super::Subject;
use crate::briefing::Finding;
use crate::briefing::change::{Account, account, rating};
use crate::briefing::model::{Briefing, Judgement};

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
        let of = |judgement: &Judgement| rating(judgement.likelihood.as_ref(), judgement.confidence.as_ref()).join(", ");
        let (then, now, when) = (of(before), of(judgement), edition(previous));
        let change = briefing.change.as_ref().filter(|word| word.value.is_some());
        let change = change.map_or_else(String::new, |word| format!("`change: {}`", word.text));
        let message = match account(before, judgement, briefing)? {
            Account::Told => return None,
            Account::Silent if change.is_empty() => format!("was {then} in {when}, is {now}, and no `was`"),
            Account::Silent => format!("was {then} in {when}, is {now}, and no `was`, {change}"),
            Account::Denied => format!("was {then} in {when}, and {change}"),
            Account::Mistold => {
                let was = judgement.was.as_ref()?;
                let told = rating(was.likelihood.as_ref(), was.confidence.as_ref()).join(", ");
                format!("`was` says {told}, the edition of {when} says {then}")
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

/// How people call an edition: by its date.
fn edition(briefing: &Briefing) -> String {
    briefing.date.as_ref().map_or_else(|| "the last edition".to_owned(), |date| date.text.clone())
}
