//! Findings as people read them: with the line of the file and a caret under the place.

use super::{Place, Reported};
use crate::briefing::Finding;
use crate::briefing::spanned::Span;
use crate::check::{Level, level};
use crate::library::Entry;
use crate::text::lines::Lines;
use crate::text::{count as counted, neutral};
use annotate_snippets::{AnnotationKind, Group, Level as Shown, Renderer, Snippet};
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

/// The most findings of one rule that are drawn for one file; more would bury the others.
const SHOWN: usize = 50;

/// Every finding with the lines it is about, what is acknowledged in a line each, and a count at the end.
#[must_use]
pub fn human(reports: &[Reported<'_>], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for report in reports {
        let entry = report.entry;
        if report.findings.is_empty() {
            continue;
        }
        // Marks take as many bytes as they stand for only by chance, so spans are moved along with the text.
        let file = Neutral::new(&entry.file);
        let mut printed: HashMap<&str, usize> = HashMap::new();
        for finding in &report.findings {
            let times = printed.entry(finding.rule).or_default();
            *times += 1;
            if *times > SHOWN {
                continue;
            }
            let group = group(entry, finding, &file);
            // Writing to a string does not fail.
            let _ = writeln!(out, "{}\n", renderer.render(&[group]));
        }
        let mut more: Vec<_> = printed.into_iter().filter(|(_, times)| *times > SHOWN).collect();
        more.sort_unstable();
        for (rule, times) in more {
            let _ = writeln!(out, "{}: {} more of {rule}\n", neutral(&entry.path), times - SHOWN);
        }
    }
    accepted(reports, &mut out);
    let _ = writeln!(out, "{}", summary(reports));
    out
}

/// What is acknowledged: never hidden, and in the way of nothing.
fn accepted(reports: &[Reported<'_>], out: &mut String) {
    for report in reports {
        let lines = Lines::new(&report.entry.file);
        for accepted in &report.accepted {
            let Place { line, column, .. } = Place::of(accepted.finding.span, &lines);
            let text = format!(
                "accepted[{}]: {}: {}\n  --> {}:{line}:{column}\n   = {}",
                accepted.finding.rule,
                accepted.finding.id,
                accepted.finding.message,
                report.entry.path,
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

fn group<'a>(entry: &'a Entry, finding: &'a Finding, file: &'a Neutral) -> Group<'a> {
    let shown = match level(finding.rule) {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    };
    let about = if finding.id.is_empty() { String::new() } else { format!("{}: ", finding.id) };
    let title = neutral(&format!("{about}{}", finding.message)).into_owned();
    let mut snippet = Snippet::source(&file.text)
        .path(neutral(&entry.path).into_owned())
        .annotation(AnnotationKind::Primary.span(file.range(finding.span)));
    if let Some((span, text)) = &finding.label {
        snippet = snippet.annotation(AnnotationKind::Context.span(file.range(*span)).label(neutral(text)));
    }
    let mut group = shown.primary_title(title).id(finding.rule).element(snippet);
    if let Some(hint) = &finding.hint {
        group = group.element(Shown::HELP.message(neutral(hint).into_owned()));
    }
    group
}

fn summary(reports: &[Reported<'_>]) -> String {
    let all = || reports.iter().flat_map(|report| &report.findings);
    let count = |wanted: Level| all().filter(|finding| level(finding.rule) == wanted).count();
    let briefings = counted(reports.len(), "briefing");
    let levels = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")];
    let mut counts: Vec<String> = levels.into_iter().map(|(level, noun)| counted(count(level), noun)).collect();
    let accepted: usize = reports.iter().map(|report| report.accepted.len()).sum();
    counts.extend((accepted > 0).then(|| format!("{accepted} accepted")));
    format!("{briefings}: {}", counts.join(", "))
}

/// A file's text made harmless, and where its bytes went.
struct Neutral {
    text: String,
    /// Places where the two texts drift apart: byte behind a mark in the file, and in the text.
    drift: Vec<(usize, usize)>,
}

impl Neutral {
    fn new(file: &str) -> Self {
        let text = neutral(file).into_owned();
        let mut drift = Vec::new();
        let (mut before, mut after) = (0, 0);
        for (was, is) in file.chars().zip(text.chars()) {
            before += was.len_utf8();
            after += is.len_utf8();
            if was != is {
                drift.push((before, after));
            }
        }
        Self { text, drift }
    }

    fn range(&self, span: Span) -> Range<usize> {
        let moved = |at: usize| {
            let passed = self.drift.partition_point(|(before, _)| *before <= at);
            let (before, after) = passed.checked_sub(1).map_or((0, 0), |index| self.drift[index]);
            self.text.floor_char_boundary(after + at - before)
        };
        let start = moved(span.start);
        start..moved(span.end).max(start)
    }
}
