//! Findings looked at and lived with.

use super::rules::{UNKNOWN_RULE, UNUSED};
use super::{RULES, Subject, find, sort};
use crate::briefing::Finding;
use crate::text::nearest_word;

/// A finding that the briefing acknowledges, and the reason it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    pub finding: Finding,
    /// Why it is lived with.
    pub why: String,
}

/// What the rules found, with what the briefing acknowledges apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What is to be mended, in the order of the file.
    pub findings: Vec<Finding>,
    /// What is acknowledged, in the order of the file.
    pub accepted: Vec<Accepted>,
}

/// Parts acknowledged findings from the others. What is acknowledged and was not found is itself a finding.
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
                let hint = match nearest_word(rule, RULES.iter().map(|row| row.id)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`bluf check --explain all` lists them".to_owned(),
                };
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
