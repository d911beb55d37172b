//! A briefing says what it answers, whether that is new, what it means, and what it was drawn from.

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

pub fn no_implications(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    if subject.briefing().implications.is_empty() && !subject.briefing().judgements.is_empty() {
        report.briefing_lacks("implications", "say what it means for the reader: what is at stake, what to decide, by when");
    }
}

/// The descriptor of an only source says already what there is to say.
pub fn no_source_summary(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    if subject.briefing().source_summary.is_none() && subject.briefing().sources.len() > 1 {
        report.briefing_lacks("source_summary", "say what all sources together are good for, and where they are weak");
    }
}
