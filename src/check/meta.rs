//! A briefing says what it answers, and whether that is new.

use super::Subject;
use crate::briefing::Finding;

pub fn no_question(subject: &Subject<'_>) -> Vec<Finding> {
    let finding = subject.briefing_lacks("meta/no-question", "question", subject.briefing().question.is_some());
    finding.map(|finding| finding.hint("write the question that the briefing answers")).into_iter().collect()
}

pub fn no_change(subject: &Subject<'_>) -> Vec<Finding> {
    let finding = subject.briefing_lacks("meta/no-change", "change", subject.briefing().change.is_some());
    finding.map(|finding| finding.hint("write initial, consistent or changed")).into_iter().collect()
}
