//! A briefing says who may have it, what it answers, and whether that is new.

use super::{Reporter, Subject};
use crate::briefing::scale::{Marking, Vocabulary};

pub fn no_marking(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    if subject.briefing().marking.is_none() {
        report.briefing_lacks("marking", format!("write one of {}", Marking::words().join(", ")));
    }
}

pub fn no_question(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    if subject.briefing().question.is_none() {
        report.briefing_lacks("question", "write the question that the briefing answers");
    }
}

pub fn no_change(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    if subject.briefing().change.is_none() {
        report.briefing_lacks("change", "write initial, consistent or changed");
    }
}
