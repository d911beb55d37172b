//! What was found in briefings, for people and for programs.

pub mod caret;
pub mod human;
pub mod json;
pub mod sarif;

use crate::briefing::Span;
use crate::check::Accepted;
use crate::library::HeldBriefing;
use crate::text::lines::Lines;
use crate::yaml::finding::Finding;
use serde::Serialize;

/// What is reported of a briefing.
pub struct Reported<'a> {
    pub held: &'a HeldBriefing,
    /// In the order of the file.
    pub findings: Vec<&'a Finding>,
    /// In the order of the file.
    pub accepted: Vec<&'a Accepted>,
}

impl<'a> Reported<'a> {
    /// What `rules` found, named one by one or by family; everything where none is named.
    pub fn new(held: &'a HeldBriefing, rules: &[String]) -> Self {
        let wanted = |finding: &Finding| {
            let family = finding.rule.split('/').next();
            rules.is_empty() || rules.iter().any(|rule| rule == finding.rule || Some(rule.as_str()) == family)
        };
        let findings = held.findings().iter().filter(|finding| wanted(finding)).collect();
        let accepted = held.accepted().iter().filter(|accepted| wanted(&accepted.finding)).collect();
        Self { held, findings, accepted }
    }
}

/// Lines and columns are 1-based, columns count code points, ends are exclusive: JSON and SARIF say the same of a place.
#[derive(Debug, Clone, Copy, Serialize)]
struct Region {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Region {
    fn of(span: Span, lines: &Lines) -> Self {
        let (start, end) = (lines.position(span.start), lines.position(span.end));
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}
