//! A claim is what a source says: graded, quoted, and used.

use super::Subject;
use crate::briefing::scale::{ClaimKind, Credibility};
use crate::briefing::{Finding, Item, ItemKind, LinkKind};
use crate::text::count;

pub fn no_quote(subject: &Subject<'_>) -> Vec<Finding> {
    let claims = subject.briefing().claims.iter();
    let without = claims.filter_map(|claim| {
        // The passage may be there, and its words under another name.
        let unread = subject.briefing().unread.field(&claim.head.id, "exact");
        subject.lacks("claim/no-quote", &claim.head, "quote", !claim.passages.is_empty() || unread)
    });
    without.map(|finding| finding.hint("quote the words of the source that say it")).collect()
}

pub fn confirmed_by_one(subject: &Subject<'_>) -> Vec<Finding> {
    let claims = subject.briefing().claims.iter().enumerate();
    let alone = claims.filter_map(|(index, claim)| {
        let grade = claim.credibility.as_ref().filter(|word| word.value == Some(Credibility::Confirmed))?;
        let origins = subject.resolved.origins(&[index]).len();
        let message = format!(
            "graded 1, confirmed by other independent sources; it has {}",
            match origins {
                0 => "none".to_owned(),
                _ => count(origins, "origin"),
            }
        );
        (origins < 2).then(|| {
            Finding::new("claim/confirmed-by-one", &claim.head.id, grade.span, message)
                .hint("quote a second source of another origin, or write 2")
        })
    });
    alone.collect()
}

pub fn ungraded(subject: &Subject<'_>) -> Vec<Finding> {
    let claims = subject.briefing().claims.iter().enumerate();
    let ungraded = claims.filter_map(|(index, claim)| {
        let supports = subject.resolved.graph.origins(Item { kind: ItemKind::Claim, index }, LinkKind::RestsOn).next();
        let judgement = supports.filter(|_| claim.kind == Some(ClaimKind::Fact) && claim.credibility() == Some(Credibility::Unjudged))?;
        let judgement = subject.briefing().id_of(judgement);
        let span = claim.credibility.as_ref().map_or(claim.head.id.span, |word| word.span);
        let finding =
            Finding::new("claim/ungraded", &claim.head.id, span, format!("a fact under {judgement}, and its credibility is not judged"));
        Some(finding.hint("judge the information by itself: `credibility: 2`, or leave it at 6 and say why in `because`"))
    });
    ungraded.collect()
}

pub fn unused(subject: &Subject<'_>) -> Vec<Finding> {
    let claims = subject.briefing().claims.iter().enumerate();
    let unused = claims.filter(|(index, _)| subject.resolved.graph.to(Item { kind: ItemKind::Claim, index: *index }).is_empty());
    let findings = unused.map(|(_, claim)| {
        Finding::new("claim/unused", &claim.head.id, claim.head.id.span, "no judgement, alternative, event or relationship uses it")
            .hint("let something rest on it, or set its passage aside")
    });
    findings.collect()
}
