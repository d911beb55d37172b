//! What became of a judgement: said once its horizon has passed, dated between edition and horizon, and shown.

use super::{Reporter, Subject};
use crate::briefing::model::{Judgement, Outcome};
use crate::briefing::scale::{Came, Vocabulary};
use crate::briefing::{Date, Word};

fn outcomes<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a Judgement, &'a Outcome)> + use<'a> {
    subject.resolved.briefing.judgements.iter().filter_map(|judgement| Some((judgement, judgement.outcome.as_ref()?)))
}

fn came(outcome: &Outcome) -> Option<(Came, &Word<Came>)> {
    let word = outcome.came.as_ref()?;
    Some((word.value?, word))
}

pub fn overdue(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for (index, judgement) in briefing.judgements.iter().enumerate().filter(|(_, judgement)| judgement.outcome.is_none()) {
        let Some(by) = judgement.by.as_ref().filter(|_| briefing.has_passed(index, subject.today)) else { continue };
        if briefing.unread.field(&judgement.head.id, "outcome") {
            continue;
        }
        let edition = briefing.date.as_ref().and_then(|date| Some((date, date.value.as_ref()?.earliest())));
        let message = match edition.zip(by.value.as_ref()).filter(|((_, day), by)| by.latest() < *day) {
            Some(((edition, _), _)) => format!("{} was over before this edition of {}, and no outcome is stated", by.text, edition.text),
            None => format!("horizon passed: {} is over, and no outcome is stated", by.text),
        };
        let hint = "say what became of it: `outcome: {came: yes, on: 2027-03-01, claims: [C1]}`, or `came: no`, `partly`, `void`";
        report.at(&judgement.head.id, by.span, message, hint);
    }
    dropped(subject, report);
}

/// A judgement of the edition before that fell due is not taken back by silence.
fn dropped(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let (Some(Ok(before)), Some(path)) = (subject.previous, &subject.briefing().previous) else { return };
    let edition = subject.briefing().date.as_ref().and_then(|date| date.value.as_ref());
    let day = edition.map(Date::earliest).max(subject.today.map(Date::earliest));
    let text = |judgement: &Judgement| judgement.text.as_ref().map(|text| text.value.trim().to_owned());
    for judgement in before.judgements.iter().filter(|judgement| judgement.outcome.is_none()) {
        let kept = subject
            .briefing()
            .judgements
            .iter()
            .any(|other| other.head.id.value == judgement.head.id.value || text(other).is_some_and(|own| Some(own) == text(judgement)));
        let Some(by) = judgement.by.as_ref().filter(|_| !kept) else { continue };
        let is_over = by.value.as_ref().zip(day).is_some_and(|(by, day)| by.latest() < day);
        if is_over {
            let of = before.date.as_ref().map_or("the edition before", |date| &date.text);
            let message = format!("{} of {of} was due by {}, and this edition says nothing of it", judgement.head.id.value, by.text);
            report.at("", path.span, message, "keep the judgement, and say what became of it: `outcome: {came: no}`");
        }
    }
}

pub fn no_word(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, outcome) in outcomes(subject).filter(|(_, outcome)| outcome.came.is_none()) {
        if subject.is_whole(&judgement.head) && !subject.briefing().unread.field(&judgement.head.id, "came") {
            let words = Came::words().join(", ");
            report.at(&judgement.head.id, outcome.span, "an outcome without `came`", format!("write `came:` and one of {words}"));
        }
    }
}

pub fn no_claim(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, outcome) in outcomes(subject).filter(|(_, outcome)| outcome.claims.is_empty()) {
        let Some((value, word)) = came(outcome).filter(|(value, _)| matches!(value, Came::Yes | Came::Partly)) else { continue };
        if !subject.briefing().unread.field(&judgement.head.id, "claims") {
            let message = format!("it {}, and no claim shows it", value.label());
            report.at(&judgement.head.id, word.span, message, "name the claim that reports it: `claims: [C1]`");
        }
    }
}

pub fn unexplained(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, outcome) in outcomes(subject).filter(|(_, outcome)| outcome.note.is_none()) {
        let Some((value, word)) = came(outcome).filter(|(value, _)| matches!(value, Came::Partly | Came::Void)) else { continue };
        if !subject.briefing().unread.field(&judgement.head.id, "note") {
            let (message, hint) = match value {
                Came::Void => ("`void`, and nobody says why", "say in `note` why it cannot be told"),
                _ => ("`partly`, and nobody says which part", "say in `note` what came and what did not"),
            };
            report.at(&judgement.head.id, word.span, message, hint);
        }
    }
}

pub fn misdated(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, outcome) in outcomes(subject) {
        let Some((word, on)) = outcome.on.as_ref().and_then(|word| Some((word, word.value.as_ref()?))) else { continue };
        let value = came(outcome).map(|(value, _)| value);
        let is_told = matches!(value, Some(Came::Yes | Came::Partly));
        let by = judgement.by.as_ref().filter(|_| is_told);
        let late = by.filter(|by| by.value.as_ref().is_some_and(|by| on.earliest() > by.latest()));
        let judged = judged_on(subject, judgement).filter(|(judged, _)| on.latest() < judged.earliest());
        let today = subject.today.filter(|today| {
            let edition = subject.briefing().date.as_ref().and_then(|word| word.value.as_ref());
            on.earliest() > today.latest() && edition.is_none_or(|edition| on.earliest() > edition.latest())
        });
        let (message, hint) = if let Some((_, written)) = judged {
            let message = format!("{} lies before {written}, when it was judged", word.text);
            (message, "what had happened by then was no judgement; mend the date, or name the edition that judged it under `previous`")
        } else if today.is_some() {
            (format!("{} has not come yet", word.text), "an outcome is stated once it is there")
        } else if let Some(by) = late {
            let message = format!("{} lies after the horizon, {}", word.text, by.text);
            (message, "what came too late did not come: write `came: no`, and in `note` when it came after all")
        } else {
            continue;
        };
        report.at(&judgement.head.id, word.span, message, hint);
    }
}

/// The date of the edition that first judged it, as far as that can be told, and as it is written.
fn judged_on<'a>(subject: &Subject<'a>, judgement: &Judgement) -> Option<(&'a Date, &'a str)> {
    let id = &judgement.head.id.value;
    let before = subject.previous.and_then(|previous| previous.as_ref().ok());
    let before = before.filter(|before| before.judgements.iter().any(|other| other.head.id.value == *id));
    let dated = before.unwrap_or(subject.briefing()).date.as_ref()?;
    Some((dated.value.as_ref()?, &dated.text))
}
