//! A briefing must say who may have it.

use super::Subject;
use crate::briefing::scale::{Marking, Vocabulary};
use crate::briefing::{Finding, Span};

pub fn missing(subject: &Subject<'_>) -> Vec<Finding> {
    let briefing = &subject.resolved.briefing;
    if briefing.marking.is_some() || !briefing.complete || briefing.unread.field("", "marking") {
        return Vec::new();
    }
    let at = Span { start: briefing.id_span.start, end: briefing.id_span.start };
    vec![Finding::new("marking/missing", "", at, "no `marking`").hint(format!("write one of {}", Marking::words().join(", ")))]
}
