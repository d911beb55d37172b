//! A briefing says what it answers, and whether that is new.

use super::{Reporter, Subject};

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
