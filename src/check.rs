//! What `bluf check` holds a briefing to: a table of rules, and a small function for each that needs one.
//!
//! Rules of form (`yaml`, and most of `id` and `marking`) are found while a file is read; their rows have no function.

mod accept;
mod actor;
mod alternative;
mod basis;
mod bottom_line;
mod claim;
pub mod condition;
mod detail;
mod edition;
mod event;
pub mod example;
mod hedge;
mod id;
mod judgement;
mod marking;
mod meta;
mod outlook;
mod prose;
mod quote;
mod rule;
mod rules;
mod source;
mod subject;
mod watch;

pub use accept::{Accepted, Report};
pub use rule::{Level, Rule, level};
pub use rules::RULES;
pub use subject::Subject;

use crate::briefing::Finding;

/// Everything that rules find, with `form`, what reading the file found, in the order of the file; what the briefing
/// acknowledges is parted from the rest.
#[must_use]
pub fn check(subject: &Subject<'_>, form: Vec<Finding>) -> Report {
    let mut findings = form;
    for rule in RULES.iter().filter(|rule| subject.has_all(rule.needs)) {
        let found = rule.run.iter().flat_map(|run| run(subject));
        // Links to an id that stands twice lead to the first: of the second nothing can be told.
        findings.extend(found.filter(|finding| rule.needs.is_empty() || !subject.is_shadowed(finding)));
    }
    sort(&mut findings);
    accept::part(subject, findings)
}

/// Findings in the order of the file, each once: an alias brings one mistake into several items.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    findings.dedup_by_key(|finding| (finding.span, finding.rule));
}
