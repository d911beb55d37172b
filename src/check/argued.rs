//! A judgement's `because` and its lists of claims say the same: every link is argued, and every argument is a link.

use super::{Reporter, Subject};
use crate::briefing::ItemKind;
use crate::briefing::model::{Judgement, Reference};
use crate::briefing::references::references;
use std::collections::HashSet;

fn listed(judgement: &Judgement) -> impl Iterator<Item = &Reference> {
    judgement.claims.iter().chain(&judgement.against)
}

fn is_claim(subject: &Subject<'_>, id: &str) -> bool {
    subject.resolved.graph.find(id).is_some_and(|item| item.kind == ItemKind::Claim)
}

/// What is misspelt where it is defined has a finding there.
fn can_be_named(id: &str) -> bool {
    references(&format!("[{id}]")).next().is_some()
}

/// What has no `because` at all is `judgement/no-basis`.
pub fn unargued(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for judgement in &subject.briefing().judgements {
        let Some(because) = &judgement.because else { continue };
        let named: HashSet<&str> = references(because).map(|(_, id)| id).collect();
        for claim in listed(judgement).filter(|claim| is_claim(subject, claim) && !named.contains(claim.as_str()) && can_be_named(claim)) {
            let message = format!("`because` never names {}", claim.value);
            report.at(&judgement.head.id, claim.span, message, "say there what it does to the judgement, or take the link out");
        }
    }
}

pub fn unlisted(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for judgement in &subject.briefing().judgements {
        let Some(because) = &judgement.because else { continue };
        let listed: HashSet<&str> = listed(judgement).map(|claim| claim.as_str()).collect();
        for (range, id) in references(because).filter(|(_, id)| is_claim(subject, id) && !listed.contains(id)) {
            let message = format!("{id} is argued, and stands neither in `claims` nor in `against`");
            let hint = "add it to the side that it speaks for, or take it out of the reason";
            report.at(&judgement.head.id, subject.place(because, &range), message, hint);
        }
    }
}

pub fn both_sides(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    let judgements = briefing.judgements.iter().map(|one| (&one.head, &one.claims, &one.against));
    let alternatives = briefing.alternatives.iter().map(|one| (&one.head, &one.supports, &one.against));
    for (head, claims, against) in judgements.chain(alternatives) {
        for claim in against {
            let Some(other) = claims.iter().find(|other| other.value == claim.value) else { continue };
            let message = format!("{} speaks both for {} and against it", claim.value, head.id.value);
            let hint = "keep it on one side, or make two claims of what the source says";
            report.at(&head.id, claim.span, message, hint).label = Some((other.span, "for it".to_owned()));
        }
    }
}
