//! Findings that an analyst has looked at and lives with. They are counted and listed, never hidden.

use super::rules::{UNKNOWN_RULE, UNUSED};
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

/// Parts acknowledged findings from the others. To acknowledge what is not found is itself a finding.
pub(super) fn part(subject: &Subject<'_>, findings: Vec<Finding>) -> Report {
    let briefing = subject.briefing();
    let mut report = Report::default();
    for finding in findings {
        let accepts = subject.resolved.graph.find(&finding.id).map_or(&[][..], |item| &briefing.head(item).accept);
        match accepts.iter().find(|(rule, _)| rule.value == finding.rule) {
            Some((_, why)) => report.accepted.push(Accepted { finding, why: why.value.clone() }),
            None => report.findings.push(finding),
        }
    }
    let (mut unknown, mut unused) = (UNKNOWN_RULE.reporter(subject), UNUSED.reporter(subject));
    for item in briefing.items() {
        let head = briefing.head(item);
        for (rule, _) in &head.accept {
            let found = report.accepted.iter().any(|accepted| accepted.finding.id == head.id.value && accepted.finding.rule == rule.value);
            if find(rule).is_none() {
                let hint = meant(rule, RULES.iter().map(|row| row.id), || "`bluf check --explain all` lists them".to_owned());
                unknown.at(&head.id, rule.span, format!("`{}` is no rule", rule.value), hint);
            } else if !found && briefing.complete && subject.resolved.graph.find(&head.id) == Some(item) {
                unused.at(&head.id, rule.span, format!("{} has no finding of {}", head.id.value, rule.value), "take it out");
            }
        }
    }
    report.findings.extend(unknown.findings.into_iter().chain(unused.findings));
    sort(&mut report.findings);
    report
}
