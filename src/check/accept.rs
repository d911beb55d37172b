//! Findings that an analyst has looked at and lives with. They are counted and listed, never hidden.

use super::rules::{REFUSED, UNKNOWN_RULE, UNUSED};
use super::{RULES, Subject, find, sort};
use crate::briefing::Finding;
use crate::text::meant;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    pub finding: Finding,
    pub why: String,
}

/// Both lists are in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What is to be mended.
    pub findings: Vec<Finding>,
    pub accepted: Vec<Accepted>,
}

/// Parts acknowledged findings from the others. To acknowledge what is not found, or what nobody may live with, is itself a
/// finding.
pub(super) fn part(subject: &Subject<'_>, findings: Vec<Finding>) -> Report {
    let briefing = subject.briefing();
    let mut report = Report::default();
    for finding in findings {
        let owner = subject.resolved.graph.find(&finding.id);
        let accepts = if owner.is_some() || finding.id.is_empty() { briefing.accepted_of(owner) } else { &[] };
        match accepts.iter().find(|(rule, _)| rule.value == finding.rule && find(rule).is_some_and(|rule| rule.acceptable)) {
            Some((_, why)) => report.accepted.push(Accepted { finding, why: why.value.clone() }),
            None => report.findings.push(finding),
        }
    }
    let (mut unknown, mut refused, mut unused) = (UNKNOWN_RULE.reporter(subject), REFUSED.reporter(subject), UNUSED.reporter(subject));
    for owner in std::iter::once(None).chain(briefing.items().map(Some)) {
        let id = owner.map_or("", |item| briefing.id_of(item));
        // An id that stands twice belongs to the first item.
        let counts = briefing.complete && owner.is_none_or(|item| subject.resolved.graph.find(id) == Some(item));
        for (rule, _) in briefing.accepted_of(owner) {
            let found = || report.accepted.iter().any(|accepted| accepted.finding.id == id && accepted.finding.rule == rule.value);
            match find(rule) {
                None => {
                    let hint = meant(rule, RULES.iter().map(|row| row.id), || "`bluf check --explain all` lists them".to_owned());
                    unknown.at(id, rule.span, format!("`{}` is no rule", rule.value), hint);
                }
                Some(row) if !row.acceptable => {
                    let message = format!("nobody may live with {}: {}", rule.value, row.why);
                    refused.at(id, rule.span, message, "mend what it finds, and take this out");
                }
                Some(_) if counts && !found() => {
                    let owner = if id.is_empty() { "the briefing" } else { id };
                    unused.at(id, rule.span, format!("{owner} has no finding of {}", rule.value), "take it out");
                }
                Some(_) => {}
            }
        }
    }
    report.findings.extend([unknown, refused, unused].into_iter().flat_map(|reporter| reporter.findings));
    sort(&mut report.findings);
    report
}
