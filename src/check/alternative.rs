//! Another reading must be looked for, and looked at fairly.

use super::negation::brings;
use super::{Reporter, Subject};
use crate::briefing::model::Alternative;
use crate::briefing::outlook::WHOLE;
use crate::briefing::scale::{Confidence, Likelihood, Way};
use crate::briefing::{Item, ItemKind, LinkKind};
use std::ops::RangeInclusive;

/// In percent: a likelihood within it is open enough that another reading must be told.
const OPEN: RangeInclusive<u8> = 20..=80;

fn readings<'a>(subject: &Subject<'a>, judgement: usize) -> Vec<&'a Alternative> {
    let item = Item { kind: ItemKind::Judgement, index: judgement };
    subject.resolved.graph.origins(item, LinkKind::Reads).map(|reading| &subject.briefing().alternatives[reading.index]).collect()
}

pub fn no_contrary(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, judgement) in subject.briefing().judgements.iter().enumerate() {
        let (lacks_for, lacks_against) = (judgement.claims.is_empty(), judgement.against.is_empty());
        let lacking = match judgement.way() {
            Way::Above => lacks_against.then_some("`against`"),
            Way::Below => lacks_for.then_some("`claims`"),
            Way::Even if lacks_for && lacks_against => Some("`claims` nor `against`"),
            Way::Even => lacks_for.then_some("`claims`").or(lacks_against.then_some("`against`")),
        };
        let Some(field) = lacking.filter(|_| readings(subject, index).is_empty()) else { continue };
        let message = format!("neither {field} nor an alternative");
        report.on(&judgement.head, message, "name the claims on its other side, or write an alternative");
    }
}

pub fn no_alternative(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, judgement) in subject.briefing().judgements.iter().enumerate() {
        let is_open = |term: Likelihood| term.high() > *OPEN.start() && term.low() < *OPEN.end();
        let open = judgement.likelihood.as_ref().filter(|word| word.value.is_some_and(is_open));
        let low = judgement.confidence.as_ref().filter(|word| word.value == Some(Confidence::Low));
        let why: Vec<&str> = open.map(|word| word.text.as_str()).into_iter().chain(low.map(|_| "at low confidence")).collect();
        if !why.is_empty() && readings(subject, index).is_empty() {
            let message = format!("{}, and no alternative", why.join(" "));
            report.on(&judgement.head, message, "write how else the same claims can be read");
        }
    }
}

pub fn no_against(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for alternative in subject.briefing().alternatives.iter().filter(|alternative| alternative.against.is_empty()) {
        let hint = "name a claim that speaks against it: a reading that nothing hurts was not tested";
        report.lacks(&alternative.head, "against", hint);
    }
}

pub fn not_diagnostic(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, judgement) in subject.briefing().judgements.iter().enumerate() {
        let readings = readings(subject, index);
        let ids: Vec<&str> = readings.iter().map(|reading| reading.head.id.as_str()).collect();
        // What fits the judgement as it is held; an even one is read as its event.
        let fits = if judgement.way() == Way::Below { &judgement.against } else { &judgement.claims };
        for claim in fits {
            let within = |reading: &&Alternative| reading.supports.iter().find(|other| other.value == claim.value).map(|other| other.span);
            let places: Option<Vec<_>> = readings.iter().map(within).collect();
            let Some(first) = places.as_ref().and_then(|places| places.first()) else { continue };
            let message = format!("speaks for {} and {} alike, so it decides nothing", judgement.head.id.value, ids.join(", "));
            let hint = "let it speak for one of them, or name a claim that tells them apart";
            report.at(claim, *first, message, hint).label = Some((claim.span, "for the judgement".to_owned()));
        }
    }
}

/// A judgement and a rival reading of it do not both come, so they share out a whole. Where the event is held not to come, a
/// reading in which it does is rival to that, and no likelier than the event.
pub fn incoherent(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, judgement) in subject.briefing().judgements.iter().enumerate() {
        let Some((word, term)) = judgement.likelihood.as_ref().and_then(|word| Some((word, word.value?))) else { continue };
        for reading in readings(subject, index) {
            let Some((rival, likely)) = reading.likelihood.as_ref().and_then(|rival| Some((rival, rival.value?))) else { continue };
            let (id, other) = (&judgement.head.id, &reading.head.id);
            let within = judgement.text.as_ref().zip(reading.text.as_ref()).is_some_and(|(event, text)| brings(event, text));
            let least = u32::from(term.low()) + u32::from(likely.low());
            let (message, most) = if judgement.way() == Way::Below && within {
                if likely.low() <= term.high() {
                    continue;
                }
                let message = format!("{} is at least {} %, and the event of {}, which comes in it,", other.value, likely.low(), id.value);
                (format!("{message} {} % at most", term.high()), u32::from(term.high()))
            } else if least > WHOLE {
                let message = format!("{} and {} are at least {least} % together, and only one of them can come", id.value, other.value);
                (message, WHOLE - u32::from(term.low()))
            } else {
                continue;
            };
            report.at(other, rival.span, message, format!("it can be {most} % at most beside {}", id.value)).label =
                Some((word.span, format!("the likelihood of {}", id.value)));
        }
    }
}
