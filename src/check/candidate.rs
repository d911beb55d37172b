//! What waits to be taken is no claim yet, and is not forgotten.

use super::{Reporter, Subject};
use crate::text::count;

pub fn open(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let candidates = &subject.briefing().candidates;
    let Some(first) = candidates.first() else { return };
    let wait = if candidates.len() == 1 { "waits" } else { "wait" };
    let message = format!("{} {wait} to be taken", count(candidates.len(), "candidate"));
    report.at(
        "",
        first.section.span,
        message,
        "take what bears on the question as claims, set the rest aside, and take the candidates out",
    );
}

pub fn no_quote(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for candidate in subject.briefing().candidates.iter().filter(|candidate| candidate.passages.is_empty()) {
        if !["quote", "exact"].into_iter().any(|field| subject.briefing().unread.field("", field)) {
            let span = candidate.text.as_ref().map_or(candidate.span, |text| text.span);
            report.at("", span, "no `quote`", "quote the words of the source that say it");
        }
    }
}
