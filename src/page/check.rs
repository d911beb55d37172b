//! What must be mended before a briefing leaves, by rule.

use super::build::Page;
use super::doc::{Doc, Entry as ListRow};
use super::place::{Place, Spot};
use super::words::{Role, Text};
use crate::briefing::Finding;
use crate::check::{Level, RULES};
use crate::library::Entry;
use crate::text::count;
use crate::text::lines::Lines;

pub fn page(entry: &Entry) -> Doc {
    let mut page = Page::new(entry, "Check", &count(entry.findings().len(), "finding"));
    page.paragraph("file", false, Text::new(Role::Quiet, &entry.path));
    if entry.findings().is_empty() {
        page.paragraph("none", true, Text::new(Role::Text, &format!("No findings; {} were checked.", count(RULES.len(), "rule"))));
    }
    let lines = Lines::new(&entry.file);
    for rule in RULES {
        let findings: Vec<&Finding> = entry.findings().iter().filter(|finding| finding.rule == rule.id).collect();
        if findings.is_empty() {
            continue;
        }
        let role = if rule.level == Level::Error { Role::Bad } else { Role::Warn };
        page.heading_with(Text::new(Role::Heading, rule.id), Text::new(role, rule.level.word()));
        page.paragraph(&format!("{} why", rule.id), false, Text::new(Role::Quiet, &format!("{}: {}", rule.standard, rule.why)));
        let rows = findings.into_iter().map(|finding| {
            let at = lines.position(finding.span.start);
            // What is about no item is a stop too: an editor can be opened there.
            let item = entry.resolved.graph.find(&finding.id).map(|_| Place::item(&entry.id, &finding.id));
            let link = item.unwrap_or_else(|| Place::within(&entry.id, Spot::Cover));
            (format!("{} {}:{}", rule.id, at.line, at.column), Some(link), row(finding, &format!("{}:{}", at.line, at.column)))
        });
        page.list(rows.collect());
    }
    page.finish()
}

fn row(finding: &Finding, at: &str) -> ListRow {
    let mut text = Text::new(Role::Text, &finding.message);
    if let Some(hint) = &finding.hint {
        text = text.and(Role::Quiet, &format!("; {hint}"));
    }
    let id = if finding.id.is_empty() { "file" } else { &finding.id };
    let id = Text::new(Role::Accent, id);
    ListRow { id, lead: Text::new(Role::Quiet, at), text, written: Some(finding.span.start), ..ListRow::default() }
}

/// The check state of a briefing in a few words; none until it was checked.
pub fn state(entry: &Entry) -> Text {
    let Some(findings) = entry.known_findings() else { return Text::new(Role::Quiet, "…") };
    let errors = entry.count(Level::Error);
    if errors > 0 {
        Text::new(Role::Bad, &count(errors, "error"))
    } else if findings.is_empty() {
        Text::new(Role::Quiet, "clean")
    } else {
        Text::new(Role::Warn, &count(findings.len(), "finding"))
    }
}
