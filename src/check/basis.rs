//! What a judgement rests on must carry its confidence and its likelihood.

use super::confidence_needs::CONDITIONS;
use super::{Reporter, Subject};
use crate::briefing::Word;
use crate::briefing::basis::{Basis, FAR};
use crate::briefing::grade::{Grade, is_proven};
use crate::briefing::model::Judgement;
use crate::briefing::scale::{Confidence, Likelihood, Vocabulary};

/// In percent: a likelihood whose range begins here says more than a source that speaks under a condition.
const VERY_LIKELY: u8 = 80;
/// In percent: a range that begins there or higher, or ends there or lower, is near certainty.
const SURE: (u8, u8) = (95, 5);

fn judgements<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a Judgement, &'a Basis)> + use<'a> {
    let resolved = subject.resolved;
    resolved.briefing.judgements.iter().enumerate().map(|(index, judgement)| (judgement, resolved.basis(index)))
}

/// By the table of conditions the basis lacks what the rule asks for at this confidence.
fn breaks(rule: &str, confidence: Confidence, basis: &Basis) -> bool {
    CONDITIONS.iter().any(|condition| condition.rule == Some(rule) && condition.is_unmet(confidence, basis))
}

/// Judgements that break the rule at the confidence that they state.
fn overstated<'a>(subject: &Subject<'a>, rule: &'static str) -> impl Iterator<Item = (&'a Judgement, &'a Basis, &'a Word<Confidence>)> {
    judgements(subject).filter_map(move |(judgement, basis)| {
        let stated = judgement.confidence.as_ref()?;
        breaks(rule, stated.value?, basis).then_some((judgement, basis, stated))
    })
}

/// Judgements of any confidence are held to it, even of none: at high confidence every condition of the table holds.
pub fn no_fact(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, basis) in judgements(subject) {
        // A claim whose kind could not be read may be a fact.
        let kinds: Option<Vec<&str>> = basis.kinds.iter().map(|(kind, _)| kind.map(Vocabulary::word)).collect();
        let Some(kinds) = kinds.filter(|kinds| !kinds.is_empty() && breaks(report.rule, Confidence::High, basis)) else { continue };
        let message = format!("rests on no fact, only on {} of others", kinds.join(", "));
        let span = judgement.carrying().next().map_or(judgement.head.id.span, |claim| claim.span);
        report.at(&judgement.head.id, span, message, "name a fact that it rests on, or say in `because` that there is none");
    }
}

pub fn outruns_source(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, Basis { passages, conditional, .. }) in judgements(subject) {
        let very_likely = judgement.likelihood.as_ref().filter(|word| word.value.is_some_and(|term| term.low() >= VERY_LIKELY));
        let Some(likelihood) = very_likely.filter(|_| !passages.is_empty() && conditional.len() == passages.len()) else { continue };
        let all = match passages.len() {
            1 => "its only passage is conditional".to_owned(),
            2 => "both its passages are conditional".to_owned(),
            passages => format!("all its {passages} passages are conditional"),
        };
        let message = format!("{all}, and the likelihood is {}", likelihood.text);
        let hint = "lower the likelihood, or name a claim whose source says it flatly";
        report.at(&judgement.head.id, likelihood.span, message, hint);
    }
}

pub fn high_on_one(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, basis, stated) in overstated(subject, report.rule) {
        let Some(origin) = basis.origins.first() else { continue };
        let message = format!("high confidence on one origin, {}", origin.name);
        report.at(&judgement.head.id, stated.span, message, "lower the confidence, or add a claim of an independent source");
    }
}

/// One that no second origin bears out may be enough: the analyst has to say so.
pub fn moderate_on_one(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, basis) in judgements(subject) {
        let stated = judgement.confidence.as_ref().filter(|stated| stated.value == Some(Confidence::Moderate));
        let (Some(stated), [origin]) = (stated, basis.origins.as_slice()) else { continue };
        let message = format!("moderate confidence on one origin, {}", origin.name);
        report.at(
            &judgement.head.id,
            stated.span,
            message,
            "add a claim of an independent source, or accept this and say why one is enough",
        );
    }
}

pub fn confidence_over_grade(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    over_grade(subject, report, Confidence::Moderate, "write low, or rest it on a source of C or better and information of 3 or better");
}

pub fn high_over_grade(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    over_grade(subject, report, Confidence::High, "lower the confidence, or rest it on a source of A or B and information of 1 or 2");
}

/// Judgements of exactly this confidence that nothing under them is good enough for.
fn over_grade(subject: &Subject<'_>, report: &mut Reporter<'_>, confidence: Confidence, hint: &str) {
    for (judgement, basis, stated) in overstated(subject, report.rule).filter(|(.., stated)| stated.value == Some(confidence)) {
        if is_graded(subject, basis) {
            let message = format!("{} confidence on nothing better than {}", stated.text, badges(basis));
            report.at(&judgement.head.id, stated.span, message, hint);
        }
    }
}

/// At the ends of the yardstick one good source is enough for what is near, and none for what is far.
pub fn sure_on_little(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, basis) in judgements(subject) {
        let is_sure = |term: Likelihood| term.low() >= SURE.0 || term.high() <= SURE.1;
        let stated = judgement.likelihood.as_ref().filter(|word| word.value.is_some_and(is_sure) && is_graded(subject, basis));
        let Some(stated) = stated else { continue };
        let far = basis.months_ahead.filter(|months| *months > FAR && basis.origins.len() < 2);
        let proven = basis.grades.iter().any(|(grade, _)| is_proven(*grade));
        let message = match far {
            Some(months) => format!("{}, up to {months} months ahead, on one origin graded {}", stated.text, badges(basis)),
            None if !proven => format!("{} on nothing better than {}", stated.text, badges(basis)),
            None => continue,
        };
        report.at(&judgement.head.id, stated.span, message, "say it is less sure, judge something nearer, or add a proven source");
    }
}

/// "C2 E5", each once.
fn badges(basis: &Basis) -> String {
    let badge = |(reliability, credibility): &Grade| {
        format!("{}{}", reliability.map_or("?", Vocabulary::word), credibility.map_or("?", Vocabulary::word))
    };
    let mut badges: Vec<String> = basis.grades.iter().map(|(grade, _)| badge(grade)).collect();
    badges.sort_unstable();
    badges.dedup();
    badges.join(" ")
}

/// It rests on something, and every grade of that could be read.
fn is_graded(subject: &Subject<'_>, basis: &Basis) -> bool {
    !basis.claims.is_empty() && !basis.claims.iter().any(|claim| misgraded(subject, *claim))
}

/// A grade could not be read, or is missing; `source/no-grade` says so.
fn misgraded(subject: &Subject<'_>, claim: usize) -> bool {
    let briefing = subject.briefing();
    let reliability = |source: usize| briefing.sources[source].reliability.as_ref().is_none_or(|word| word.value.is_none());
    briefing.claims[claim].credibility().is_none() || subject.resolved.sources_of(claim).into_iter().any(reliability)
}

pub fn high_and_far(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (judgement, basis, stated) in overstated(subject, report.rule) {
        let (Some(by), Some(ahead)) = (&judgement.by, basis.months_ahead) else { continue };
        let message = format!("high confidence in what is up to {ahead} months ahead");
        let hint = format!("high confidence rarely fits more than {FAR} months ahead: lower it, or judge something nearer");
        report.at(&judgement.head.id, stated.span, message, hint).label = Some((by.span, "the horizon".to_owned()));
    }
}
