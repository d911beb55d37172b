//! Findings as people read them, and as JSON.

use crate::briefing::Finding;
use crate::briefing::spanned::Span;
use crate::check::{Level, level};
use crate::library::Entry;
use crate::text::lines::Lines;
use crate::text::neutral::neutral_json;
use crate::text::{count as counted, neutral};
use annotate_snippets::{AnnotationKind, Group, Level as Shown, Renderer, Snippet};
use serde::Serialize;
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

/// The most findings of one rule that are drawn for one file; more would bury the others.
const SHOWN: usize = 50;

/// Every finding with the lines it is about, and a count at the end.
#[must_use]
pub fn human(entries: &[&Entry]) -> String {
    let renderer = Renderer::plain();
    let mut out = String::new();
    for entry in entries {
        // Marks take as many bytes as they stand for only by chance, so spans are moved along with the text.
        let file = Neutral::new(&entry.file);
        let mut printed: HashMap<&str, usize> = HashMap::new();
        for finding in entry.findings() {
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
    let _ = writeln!(out, "{}", summary(entries));
    out
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

fn summary(entries: &[&Entry]) -> String {
    let count = |wanted: Level| entries.iter().map(|entry| entry.count(wanted)).sum::<usize>();
    let briefings = counted(entries.len(), "briefing");
    let findings = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")];
    let findings: Vec<String> = findings.into_iter().map(|(level, noun)| counted(count(level), noun)).collect();
    format!("{briefings}: {}", findings.join(", "))
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

/// A finding in JSON. Lines and columns are 1-based, columns count code points, ends are exclusive.
#[derive(Debug, Serialize)]
struct JsonFinding<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    rule: &'a str,
    level: &'a str,
    id: &'a str,
    message: &'a str,
    hint: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Report<'a> {
    briefings: usize,
    findings: Vec<JsonFinding<'a>>,
}

/// Every finding as one JSON document.
///
/// # Errors
///
/// None that a valid finding can cause; what the writer of JSON says.
pub fn json(entries: &[&Entry]) -> serde_json::Result<String> {
    let mut findings = Vec::new();
    for entry in entries {
        let lines = Lines::new(&entry.file);
        for finding in entry.findings() {
            let (start, end) = (lines.position(finding.span.start), lines.position(finding.span.end));
            findings.push(JsonFinding {
                file: &entry.path,
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                rule: finding.rule,
                level: level(finding.rule).word(),
                id: &finding.id,
                message: &finding.message,
                hint: finding.hint.as_deref(),
            });
        }
    }
    let report = Report { briefings: entries.len(), findings };
    Ok(neutral_json(&serde_json::to_string_pretty(&report)?) + "\n")
}
