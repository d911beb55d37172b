//! What became of a judgement: said once its horizon has passed, dated between edition and horizon, and shown.

use super::{Reporter, Subject};
use crate::briefing::change::same_in;
use crate::briefing::model::{Briefing, Judgement, Outcome};
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
            Some(((edition, _), _)) => {
                format!("horizon passed: {} was over before this edition of {}, and no outcome is stated", by.text, edition.text)
            }
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
    for judgement in before.judgements.iter().filter(|judgement| judgement.outcome.is_none()) {
        let Some(by) = judgement.by.as_ref().filter(|_| same_in(subject.briefing(), judgement).is_none()) else { continue };
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
        // Its horizon lies before the edition, so that another has judged it.
        let is_over =
            |judged: &Date| judgement.by.as_ref().and_then(|by| by.value.as_ref()).is_some_and(|by| by.latest() < judged.earliest());
        let today = subject.today.filter(|today| {
            let edition = subject.briefing().date.as_ref().and_then(|word| word.value.as_ref());
            on.earliest() > today.latest() && edition.is_none_or(|edition| on.earliest() > edition.latest())
        });
        let (message, hint) = if let Some((_, written)) = judged.filter(|(judged, _)| subject.previous.is_none() && is_over(judged)) {
            let message = format!("{} lies before this edition of {written}, and none is named that judged it", word.text);
            (message, "name the edition that judged it under `previous`")
        } else if let Some((_, written)) = judged {
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

/// The date of the edition that first judged it, and as it is written; `None` where nobody can tell. What an edition before has
/// told already is a fault there or nowhere.
fn judged_on<'a>(subject: &Subject<'a>, judgement: &Judgement) -> Option<(&'a Date, &'a str)> {
    let before = subject.previous.and_then(|previous| previous.as_ref().ok());
    let before = before.filter(|before| same_in(before, judgement).is_some());
    if before.is_some_and(|before| is_told_again(before, judgement)) {
        return None;
    }
    let editions: Vec<&Briefing> = before.into_iter().chain(before.map_or(&[][..], |_| subject.earlier)).collect();
    // Of an edition that was not read nobody can tell what it has judged.
    if editions.last().is_some_and(|last| last.previous.is_some()) {
        return None;
    }
    let first = editions.iter().rev().find(|edition| same_in(edition, judgement).is_some());
    let dated = first.map_or(subject.briefing(), |first| first).date.as_ref()?;
    Some((dated.value.as_ref()?, &dated.text))
}

fn is_told_again(before: &Briefing, judgement: &Judgement) -> bool {
    let told = |judgement: &Judgement| judgement.outcome.as_ref().map(|outcome| outcome.on.as_ref().map(|on| on.text.clone()));
    judgement.outcome.is_some() && same_in(before, judgement).is_some_and(|same| told(same) == told(judgement))
}

/// When a judgement was made whose outcome lies before the edition before, only the editions before that can tell.
#[must_use]
pub fn asks_for_earlier(now: &Briefing, before: &Briefing) -> bool {
    let edition = before.date.as_ref().and_then(|date| Some(date.value.as_ref()?.earliest()));
    let lies_before = |judgement: &Judgement| {
        let on = judgement.outcome.as_ref().and_then(|outcome| outcome.on.as_ref()?.value.as_ref());
        on.zip(edition).is_some_and(|(on, edition)| on.latest() < edition)
    };
    let is_asked = |judgement: &&Judgement| same_in(before, judgement).is_some() && !is_told_again(before, judgement);
    before.previous.is_some() && now.judgements.iter().filter(|judgement| lies_before(judgement)).any(|judgement| is_asked(&judgement))
}
