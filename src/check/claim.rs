//! A claim is what a source says: graded, quoted, and used.

use super::{Reporter, Subject, candidate};
use crate::briefing::scale::{ClaimKind, Credibility};
use crate::briefing::{ItemKind, LinkKind};

pub fn no_quote(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for claim in subject.briefing().claims.iter().filter(|claim| claim.passages.is_empty()) {
        // The passage may be there, and its words under another name.
        if !subject.briefing().unread.field(&claim.head.id, "exact") {
            report.lacks(&claim.head, "quote", "quote the words of the source that say it");
        }
    }
    candidate::no_quote(subject, report);
}

pub fn confirmed_by_one(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim) in subject.briefing().claims.iter().enumerate() {
        let confirmed = claim.credibility.as_ref().filter(|word| word.value == Some(Credibility::Confirmed));
        let Some(grade) = confirmed else { continue };
        let has = match subject.resolved.origins(&[index]).len() {
            0 => "none",
            1 => "1 origin",
            _ => continue,
        };
        let message = format!("graded 1, confirmed by other independent sources; it has {has}");
        report.at(&claim.head.id, grade.span, message, "quote a second source of another origin, or write 2");
    }
}

pub fn ungraded(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for (item, claim) in subject.items(ItemKind::Claim).zip(&briefing.claims) {
        let links = subject.resolved.graph.to(item).iter();
        let mut carried = links.filter(|link| link.from.kind == ItemKind::Judgement);
        let held_up = carried.find(|link| LinkKind::carrying(briefing.judgements[link.from.index].way()).contains(&link.kind));
        let unjudged = claim.kind == Some(ClaimKind::Fact) && claim.credibility() == Some(Credibility::Unjudged);
        let Some(judgement) = held_up.filter(|_| unjudged) else { continue };
        let span = claim.credibility.as_ref().map_or(claim.head.id.span, |word| word.span);
        let message = format!("a fact under {}, and its credibility is not judged", briefing.id_of(judgement.from));
        let hint = "judge the information by itself: `credibility: 2`, or leave it at 6 and say why in `because`";
        report.at(&claim.head.id, span, message, hint);
    }
}

pub fn unused(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for item in subject.items(ItemKind::Claim).filter(|item| !subject.resolved.is_used(*item)) {
        let message = "no judgement, alternative, event or relationship uses it";
        report.on(subject.briefing().head(item), message, "let something rest on it, or set its passage aside");
    }
}
