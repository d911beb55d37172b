//! Findings as one JSON document, for scripts.

use super::{Region, Reported};
use crate::briefing::ItemKind;
use crate::briefing::scale::Way;
use crate::library::HeldBriefing;
use crate::text::lines::Lines;
use crate::text::neutral::neutral_json;
use crate::yaml::finding::Finding;
use serde::Serialize;

#[derive(Debug, Serialize)]
struct JsonFinding<'a> {
    file: &'a str,
    #[serde(flatten)]
    place: Region,
    rule: &'a str,
    level: &'a str,
    id: &'a str,
    /// Of a judgement: which way it points.
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    message: &'a str,
    hint: Option<&'a str>,
    /// A second place that the finding speaks of.
    related: Option<Related<'a>>,
    /// The reason why it was accepted; findings to be mended have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Region,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct Document<'a> {
    briefings: usize,
    findings: Vec<JsonFinding<'a>>,
    accepted: Vec<JsonFinding<'a>>,
}

/// # Errors
///
/// What the writer of JSON says; no finding can cause one.
pub fn json(reports: &[Reported<'_>]) -> serde_json::Result<String> {
    let mut document = Document { briefings: reports.len(), findings: Vec::new(), accepted: Vec::new() };
    for report in reports {
        let lines = Lines::new(&report.held.file);
        document.findings.extend(report.findings.iter().map(|finding| row(report.held, finding, None, &lines)));
        document.accepted.extend(report.accepted.iter().map(|accepted| row(report.held, &accepted.finding, Some(&accepted.why), &lines)));
    }
    Ok(neutral_json(&serde_json::to_string_pretty(&document)?) + "\n")
}

/// "below even": the event is held not to come. Nothing of what has no likelihood.
fn direction(held: &HeldBriefing, id: &str) -> Option<&'static str> {
    let item = held.resolved.graph.find(id).filter(|item| item.kind == ItemKind::Judgement)?;
    let judgement = &held.resolved.briefing.judgements[item.index];
    judgement.likelihood.as_ref()?.value?;
    Some(match judgement.way() {
        Way::Above => "above even",
        Way::Even => "even",
        Way::Below => "below even",
    })
}

fn row<'a>(held: &'a HeldBriefing, finding: &'a Finding, why: Option<&'a str>, lines: &Lines) -> JsonFinding<'a> {
    JsonFinding {
        file: held.path.as_str(),
        place: Region::of(finding.span, lines),
        rule: finding.rule,
        level: finding.level.word(),
        id: &finding.id,
        direction: direction(held, &finding.id),
        message: &finding.message,
        hint: finding.hint.as_deref(),
        related: finding.label.as_ref().map(|(span, message)| Related { place: Region::of(*span, lines), message }),
        why,
    }
}
