//! What `bluf check` holds a briefing to: a table of rules, and a small function for each that needs one.
//!
//! Mistakes of form (`yaml`, and most of `id` and `marking`) are found while a file is read, so their rows have no function.

mod accept;
mod actor;
mod aliases;
mod alternative;
mod apposed;
mod argued;
mod attribution;
mod averted;
mod basis;
mod bottom_line;
mod candidate;
mod claim;
mod clock;
mod condition;
pub mod confidence_needs;
mod contrary;
mod counted_things;
mod currency;
mod cut_hedge;
pub mod dates;
mod day_words;
mod degree;
mod denied;
mod detail;
mod double_denial;
mod edition;
pub mod english_only;
mod event;
pub mod example;
mod excepted;
mod faithful;
mod fate;
mod figures_outside;
mod fraction;
mod frame;
mod hedge;
mod hindered;
mod id;
mod initials;
mod judgement;
mod longer_name;
mod marking;
mod meta;
mod metonymy;
mod mixed_sentence;
mod mode;
pub mod name;
mod names_outside;
mod nations;
mod negation;
mod number;
mod number_tokens;
mod opening_name;
mod opposing;
mod opposite;
mod other_unit;
mod outcome;
mod outlook;
mod part_counts;
mod part_of_year;
mod passage_extent;
mod period;
mod quantity;
mod quote;
mod quoted_context;
mod quoted_day;
mod reading;
mod regions;
mod relative_days;
mod reporter;
mod rounded;
mod rule;
mod rules;
mod source;
pub mod standard;
pub mod state_names;
mod state_things;
mod subject;
mod swapped_pairs;
mod taken_back;
mod threshold;
mod titles;
mod told_days;
mod told_months;
mod undone;
mod unit_names;
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
