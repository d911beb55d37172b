//! Another reading must be looked for, and looked at fairly.

use super::Subject;
use crate::briefing::scale::Confidence;
use crate::briefing::{Finding, Item, ItemKind, LinkKind};
use std::ops::RangeInclusive;

/// From here to there, in percent, an outcome is open enough that another reading must be told.
const OPEN: RangeInclusive<u8> = 20..=80;

fn readings(subject: &Subject<'_>, judgement: usize) -> Vec<usize> {
    let item = Item { kind: ItemKind::Judgement, index: judgement };
    subject.resolved.graph.origins(item, LinkKind::Reads).map(|reading| reading.index).collect()
}

pub fn no_contrary(subject: &Subject<'_>) -> Vec<Finding> {
    let judgements = subject.briefing().judgements.iter().enumerate();
    let alone = judgements.filter(|(index, judgement)| judgement.against.is_empty() && readings(subject, *index).is_empty());
    let findings = alone.map(|(_, judgement)| {
        Finding::new("judgement/no-contrary", &judgement.head.id, judgement.head.id.span, "neither `against` nor an alternative")
            .hint("name the claims that speak against it, or write an alternative")
    });
    findings.collect()
}

pub fn no_alternative(subject: &Subject<'_>) -> Vec<Finding> {
    let judgements = subject.briefing().judgements.iter().enumerate();
    let findings = judgements.filter_map(|(index, judgement)| {
        let likelihood = judgement.likelihood.as_ref();
        let open = likelihood.and_then(|word| word.value).is_some_and(|term| term.high() > *OPEN.start() && term.low() < *OPEN.end());
        let low = judgement.confidence.as_ref().is_some_and(|word| word.value == Some(Confidence::Low));
        if !(open || low) || !readings(subject, index).is_empty() {
            return None;
        }
        let mut why: Vec<String> = Vec::new();
        why.extend(likelihood.filter(|_| open).map(|word| word.text.clone()));
        why.extend(low.then(|| "at low confidence".to_owned()));
        let message = format!("{}, and no alternative", why.join(" "));
        Some(
            Finding::new("judgement/no-alternative", &judgement.head.id, judgement.head.id.span, message)
                .hint("write how else the same claims can be read"),
        )
    });
    findings.collect()
}

pub fn no_against(subject: &Subject<'_>) -> Vec<Finding> {
    let alternatives = subject.briefing().alternatives.iter();
    let findings = alternatives.filter(|alternative| alternative.against.is_empty()).filter_map(|alternative| {
        let finding = subject.lacks("alternative/no-against", &alternative.head, "against", false)?;
        Some(finding.hint("name a claim that speaks against it: a reading that nothing hurts was not tested"))
    });
    findings.collect()
}

pub fn not_diagnostic(subject: &Subject<'_>) -> Vec<Finding> {
    let briefing = subject.briefing();
    let mut findings = Vec::new();
    for (index, judgement) in briefing.judgements.iter().enumerate() {
        let readings = readings(subject, index);
        for claim in &judgement.claims {
            let within = |reading: &usize| briefing.alternatives[*reading].supports.iter().find(|other| other.value == claim.value);
            let places: Option<Vec<_>> = readings.iter().map(within).collect();
            let Some(first) = places.as_ref().and_then(|places| places.first()) else { continue };
            let ids: Vec<&str> = readings.iter().map(|reading| briefing.alternatives[*reading].head.id.value.as_str()).collect();
            let message = format!("speaks for {} and {} alike, so it decides nothing", judgement.head.id.value, ids.join(", "));
            let finding = Finding::new("ach/not-diagnostic", &claim.value, first.span, message).label(claim.span, "for the judgement");
            findings.push(finding.hint("let it speak for one of them, or name a claim that tells them apart"));
        }
    }
    findings
}
