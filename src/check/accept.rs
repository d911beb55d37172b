//! Findings looked at and lived with.

use super::{RULES, Subject, sort};
use crate::briefing::Finding;
use crate::text::nearest_word;

/// A finding that the briefing acknowledges, and the reason it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The finding.
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
    let accepts = |finding: &Finding| {
        let item = subject.resolved.graph.find(&finding.id)?;
        briefing.head(item).accept.iter().find(|(rule, _)| rule.value == finding.rule)
    };
    for finding in findings {
        match accepts(&finding) {
            Some((_, why)) => report.accepted.push(Accepted { finding, why: why.value.clone() }),
            None => report.findings.push(finding),
        }
    }
    for item in briefing.items() {
        let head = briefing.head(item);
        for (rule, _) in &head.accept {
            let is_rule = RULES.iter().any(|row| row.id == rule.value);
            let found = report.accepted.iter().any(|accepted| accepted.finding.id == head.id.value && accepted.finding.rule == rule.value);
            if !is_rule {
                let finding = Finding::new("accept/unknown-rule", &head.id, rule.span, format!("`{}` is no rule", rule.value));
                let near = nearest_word(&rule.value, RULES.iter().map(|row| row.id));
                let hint =
                    near.map_or_else(|| "`bluf check --explain all` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
                report.findings.push(finding.hint(hint));
            } else if !found && briefing.complete && subject.resolved.graph.find(&head.id) == Some(item) {
                let message = format!("{} has no finding of {}", head.id.value, rule.value);
                report.findings.push(Finding::new("accept/unused", &head.id, rule.span, message).hint("take it out"));
            }
        }
    }
    sort(&mut report.findings);
    report
}
