//! Findings as people read them: each with its line of the file and a caret under the place.

use super::caret::{Sheet, renderer};
use super::{Region, Reported};
use crate::briefing::Level;
use crate::text::lines::Lines;
use crate::text::{count as counted, neutral};
use std::collections::HashMap;
use std::fmt::Write;

/// The most findings of one rule that are drawn for one file; more would bury the others.
const SHOWN: usize = 50;

/// Every finding, what was accepted, and a count at the end.
#[must_use]
pub fn human(reports: &[Reported<'_>], colour: bool) -> String {
    let renderer = renderer(colour);
    let mut out = String::new();
    for report in reports {
        let held = report.held;
        if report.findings.is_empty() {
            continue;
        }
        let sheet = Sheet::new(&held.path, &held.file);
        let mut printed: HashMap<&str, usize> = HashMap::new();
        for finding in &report.findings {
            let times = printed.entry(finding.rule).or_default();
            *times += 1;
            if *times > SHOWN {
                continue;
            }
            // Writing to a string does not fail.
            let _ = writeln!(out, "{}\n", sheet.draw(finding, &renderer));
        }
        let mut more: Vec<_> = printed.into_iter().filter(|(_, times)| *times > SHOWN).collect();
        more.sort_unstable();
        for (rule, times) in more {
            let _ = writeln!(out, "{}: {} more of {rule}\n", neutral(&held.path), times - SHOWN);
        }
    }
    accepted(reports, &mut out);
    let _ = writeln!(out, "{}", summary(reports));
    out
}

/// What was accepted is never hidden, and stands behind what is to be mended.
fn accepted(reports: &[Reported<'_>], out: &mut String) {
    for report in reports {
        let lines = Lines::new(&report.held.file);
        for accepted in &report.accepted {
            let Region { line, column, .. } = Region::of(accepted.finding.span, &lines);
            let text = format!(
                "accepted[{}]: {}: {}\n  --> {}:{line}:{column}\n   = {}",
                accepted.finding.rule,
                if accepted.finding.id.is_empty() { "the briefing" } else { &accepted.finding.id },
                accepted.finding.message,
                report.held.path,
                accepted.why.replace('\n', " ")
            );
            for line in text.lines() {
                let _ = writeln!(out, "{}", neutral(line));
            }
        }
    }
    if reports.iter().any(|report| !report.accepted.is_empty()) {
        out.push('\n');
    }
}

fn summary(reports: &[Reported<'_>]) -> String {
    let all = || reports.iter().flat_map(|report| &report.findings);
    let count = |wanted: Level| all().filter(|finding| finding.level == wanted).count();
    let briefings = counted(reports.len(), "briefing");
    let levels = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")];
    let mut counts: Vec<String> = levels.into_iter().map(|(level, noun)| counted(count(level), noun)).collect();
    let accepted: usize = reports.iter().map(|report| report.accepted.len()).sum();
    counts.extend((accepted > 0).then(|| format!("{accepted} accepted")));
    format!("{briefings}: {}", counts.join(", "))
}
