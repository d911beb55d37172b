//! What `bluf check` holds a briefing to: a table of rules, and a small function for each that needs one.
//!
//! Mistakes of form (`yaml`, and most of `id` and `marking`) are found while a file is read, so their rows have no function.

mod accept;
mod actor;
mod alternative;
mod argued;
mod basis;
mod bottom_line;
mod candidate;
mod capital;
mod claim;
pub mod condition;
mod contrary;
mod cut;
pub mod dated;
mod denied;
mod detail;
mod edition;
mod event;
pub mod example;
mod extent;
mod faithful;
mod fraction;
mod hedge;
mod id;
mod initials;
mod judgement;
pub mod language;
mod loose;
mod marking;
mod meta;
mod mode;
pub mod name;
mod negation;
mod number;
mod opposite;
mod outcome;
mod outlook;
mod prose;
mod quantity;
mod quote;
mod reading;
mod reporter;
mod rule;
mod rules;
mod source;
pub mod standard;
mod subject;
mod swapped;
mod threshold;
mod watch;
mod yardstick;

pub use accept::{Accepted, Report};
pub use outcome::asks_for_earlier;
pub use rule::Rule;
pub use rules::{RULES, find};
pub use subject::Subject;

use crate::briefing::Finding;
use reporter::Reporter;

/// Runs every rule. `form` is what reading the file found.
#[must_use]
pub fn check(subject: &Subject<'_>, form: Vec<Finding>) -> Report {
    let mut findings = form;
    findings.extend(RULES.iter().flat_map(|rule| rule.found(subject)));
    sort(&mut findings);
    accept::part(subject, findings)
}

/// Findings in the order of the file, each once: an alias brings one mistake into several items.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    findings.dedup_by_key(|finding| (finding.span, finding.rule));
}
