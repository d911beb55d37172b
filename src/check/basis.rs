//! What a judgement rests on must carry its confidence and its likelihood.

use super::Subject;
use crate::briefing::basis::{FAR, months_ahead};
use crate::briefing::grade::is_judged;
use crate::briefing::model::Judgement;
use crate::briefing::scale::{ClaimKind, Confidence, Vocabulary};
use crate::briefing::{Finding, Span};
use crate::text::count;

/// From this lower end of the range on, in percent, a judgement says more than a conditional source.
const VERY_LIKELY: u8 = 80;

/// Judgements with a number and the claims that they rest on, where they rest on any.
fn resting<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a Judgement, Vec<usize>)> {
    let subject = *subject;
    let judgements = subject.briefing().judgements.iter().enumerate();
    judgements.map(move |(index, judgement)| (judgement, subject.resolved.support(index))).filter(|(_, claims)| !claims.is_empty())
}

fn confidence(judgement: &Judgement) -> Option<(Confidence, Span)> {
    judgement.confidence.as_ref().and_then(|word| Some((word.value?, word.span)))
}

pub fn no_fact(subject: &Subject<'_>) -> Vec<Finding> {
    let findings = resting(subject).filter_map(|(judgement, claims)| {
        // A claim whose kind could not be read may be a fact.
        let mut kinds: Vec<ClaimKind> = claims.iter().map(|claim| subject.briefing().claims[*claim].kind).collect::<Option<_>>()?;
        if kinds.contains(&ClaimKind::Fact) {
            return None;
        }
        kinds.sort_unstable();
        kinds.dedup();
        let kinds: Vec<&str> = kinds.into_iter().map(Vocabulary::word).collect();
        let message = format!("rests on no fact, only on {} of others", kinds.join(", "));
        let span = judgement.claims.first().map_or(judgement.head.id.span, |claim| claim.span);
        Some(
            Finding::new("judgement/no-fact", &judgement.head.id, span, message)
                .hint("name a fact that it rests on, or say in `because` that there is none"),
        )
    });
    findings.collect()
}

pub fn outruns_source(subject: &Subject<'_>) -> Vec<Finding> {
    let findings = resting(subject).filter_map(|(judgement, claims)| {
        let likelihood = judgement.likelihood.as_ref().filter(|word| word.value.is_some_and(|term| term.low() >= VERY_LIKELY))?;
        let (passages, conditional) = subject.resolved.passages(&claims);
        let outruns = !passages.is_empty() && conditional.len() == passages.len();
        let all = count(passages.len(), "passage");
        let message = format!("{} of {all} are conditional, and the likelihood is {}", conditional.len(), likelihood.text);
        let finding = Finding::new("judgement/outruns-source", &judgement.head.id, likelihood.span, message);
        outruns.then(|| finding.hint("lower the likelihood, or name a claim whose source says it flatly"))
    });
    findings.collect()
}

pub fn high_on_one(subject: &Subject<'_>) -> Vec<Finding> {
    let findings = resting(subject).filter_map(|(judgement, claims)| {
        let (level, span) = confidence(judgement)?;
        let origins = subject.resolved.origins(&claims);
        let alone = level == Confidence::High && origins.len() < 2;
        let message = format!("high confidence on one origin, {}", origins.first()?);
        let finding = Finding::new("judgement/high-on-one", &judgement.head.id, span, message);
        alone.then(|| finding.hint("lower the confidence, or add a claim of an independent source"))
    });
    findings.collect()
}

pub fn confidence_over_grade(subject: &Subject<'_>) -> Vec<Finding> {
    let findings = resting(subject).filter_map(|(judgement, claims)| {
        let (level, span) = confidence(judgement).filter(|(level, _)| *level != Confidence::Low)?;
        let grades: Vec<_> = claims.iter().map(|claim| subject.resolved.grade(*claim)).collect();
        if grades.iter().copied().any(is_judged) || claims.iter().any(|claim| misgraded(subject, *claim)) {
            return None;
        }
        let mut badges: Vec<String> = grades
            .iter()
            .map(|(reliability, credibility)| {
                format!("{}{}", reliability.map_or("?", Vocabulary::word), credibility.map_or("?", Vocabulary::word))
            })
            .collect();
        badges.sort_unstable();
        badges.dedup();
        let message = format!("{} confidence on nothing better than {}", level.word(), badges.join(" "));
        let finding = Finding::new("judgement/confidence-over-grade", &judgement.head.id, span, message);
        Some(finding.hint("write low, or grade the sources and the information"))
    });
    findings.collect()
}

/// A grade under the claim is missing, which is said of its source, or could not be read.
fn misgraded(subject: &Subject<'_>, claim: usize) -> bool {
    let briefing = subject.briefing();
    let reliability = |source: usize| briefing.sources[source].reliability.as_ref().is_none_or(|word| word.value.is_none());
    briefing.claims[claim].credibility().is_none() || subject.resolved.sources_of(claim).into_iter().any(reliability)
}

pub fn high_and_far(subject: &Subject<'_>) -> Vec<Finding> {
    let findings = subject.briefing().judgements.iter().filter_map(|judgement| {
        let (level, span) = confidence(judgement)?;
        let by = judgement.by.as_ref()?;
        let ahead = months_ahead(subject.briefing(), judgement)?;
        let far = level == Confidence::High && ahead > FAR;
        let message = format!("high confidence in what is up to {ahead} months ahead");
        let finding = Finding::new("judgement/high-and-far", &judgement.head.id, span, message).label(by.span, "the horizon");
        far.then(|| finding.hint(format!("high confidence rarely fits more than {FAR} months ahead: lower it, or judge something nearer")))
    });
    findings.collect()
}
