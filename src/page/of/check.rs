//! What must be mended before a briefing leaves, by rule and by item; and what was accepted.

use crate::briefing::Finding;
use crate::catalogue::Checked;
use crate::check::english_only::{not_read, note};
use crate::check::standard::spelled;
use crate::check::{RULES, Report};
use crate::library::HeldBriefing;
use crate::page::about::short_form::advice;
use crate::page::at::Found;
use crate::page::builder::Page;
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::styled_text::{Role, Text};
use crate::text::lines::Lines;
use crate::text::{capitalised, count};

/// The findings of `saved`, the file as it is. Where that cannot be read, `shown` is its last good version, which links
/// lead into.
pub fn page(saved: &HeldBriefing, shown: &HeldBriefing) -> Doc {
    let mut page = Page::new(shown, "Check", &tally(saved.report())).with_findings(saved.findings());
    page.paragraph("file", false, Text::new(Role::Quiet, &saved.path));
    if !std::ptr::eq(saved, shown) {
        let words = "The file was saved and cannot be read to its end. The other pages show the last good version.";
        page.paragraph("kept", true, Text::new(Role::Warn, words));
    }
    if saved.findings().is_empty() {
        page.paragraph("none", true, Text::new(Role::Text, &format!("No findings; {} were checked.", count(RULES.len(), "rule"))));
    }
    let sources = &saved.resolved.briefing.sources;
    let foreign: Vec<String> = not_read(&saved.resolved).into_iter().map(|source| sources[source].head.id.value.clone()).collect();
    if let Some(note) = note(&foreign) {
        page.paragraph("language", true, Text::new(Role::Quiet, &format!("{}.", capitalised(&note))));
    }
    let lines = Lines::new(&saved.file);
    for rule in RULES {
        let findings: Vec<&Finding> = saved.findings().iter().filter(|finding| finding.rule == rule.id).collect();
        if findings.is_empty() {
            continue;
        }
        let heading = Body::Heading { text: Text::new(Role::Quiet, rule.id), tail: Text::new(Role::from(rule.level), rule.level.word()) };
        page.push(&format!("heading {}", rule.id), true, None, heading);
        page.paragraph(&format!("{} why", rule.id), false, Text::new(Role::Quiet, &format!("{}: {}", spelled(rule.standard), rule.why)));
        let rows = findings.into_iter().map(|finding| {
            let at = lines.position(finding.span.start);
            // A finding on no item is a stop too: an editor can be opened there.
            let link = item(shown, &finding.id).unwrap_or(Found::Cover);
            (format!("{} {}:{}", rule.id, at.line, at.column), Some(link), row(finding, &format!("{}:{}", at.line, at.column)))
        });
        page.list(rows.collect());
    }
    by_item(&mut page, saved, shown);
    accepted(&mut page, saved, shown, &lines);
    page.finish()
}

fn by_item(page: &mut Page<'_>, saved: &HeldBriefing, shown: &HeldBriefing) {
    let mut items: Vec<(&str, Vec<&Finding>)> = Vec::new();
    for finding in saved.findings().iter().filter(|finding| !finding.id.is_empty()) {
        match items.iter_mut().find(|(id, _)| *id == finding.id) {
            Some((_, findings)) => findings.push(finding),
            None => items.push((&finding.id, vec![finding])),
        }
    }
    let rows = items.into_iter().map(|(id, findings)| {
        let link = item(shown, id);
        let mut text = Text::default();
        for (at, finding) in findings.iter().enumerate() {
            let between = if at == 0 { "" } else { ", " };
            text = text.and(Role::Quiet, between).and(Role::from(finding.level), finding.rule);
        }
        (format!("item {id}"), link, ListRow { id: Text::new(Role::Accent, id), text, ..ListRow::default() })
    });
    page.list_under("By item", rows.collect());
}

fn accepted(page: &mut Page<'_>, saved: &HeldBriefing, shown: &HeldBriefing, lines: &Lines) {
    if saved.accepted().is_empty() {
        return;
    }
    page.heading_with("Accepted", Text::new(Role::Quiet, &saved.accepted().len().to_string()));
    let rows = saved.accepted().iter().map(|accepted| {
        let finding = &accepted.finding;
        let at = lines.position(finding.span.start);
        let at = format!("{}:{}", at.line, at.column);
        let text = Text::new(Role::Text, finding.rule).and(Role::Quiet, &format!(": {}. ", finding.message)).and(Role::Text, &accepted.why);
        let link = item(shown, &finding.id);
        let id = Text::new(Role::Accent, owner(finding));
        (format!("accepted {} {at}", finding.rule), link, ListRow { id, lead: Text::new(Role::Quiet, &at), text, ..ListRow::default() })
    });
    page.list(rows.collect());
}

/// `None` where the shown version has no such item.
fn item(shown: &HeldBriefing, id: &str) -> Option<Found> {
    shown.resolved.graph.find(id).map(Found::Item)
}

/// The item that it is on, else the file.
fn owner(finding: &Finding) -> &str {
    if finding.id.is_empty() { "file" } else { &finding.id }
}

fn row(finding: &Finding, at: &str) -> ListRow {
    let text = advice(finding);
    let id = Text::new(Role::Accent, owner(finding));
    ListRow { id, lead: Text::new(Role::Quiet, at), text, written: Some(finding.span.start), ..ListRow::default() }
}

/// "3 findings", "3 open, 5 accepted": what is accepted was found all the same.
pub fn tally(Report { findings, accepted }: &Report) -> String {
    if accepted.is_empty() { count(findings.len(), "finding") } else { format!("{} open, {} accepted", findings.len(), accepted.len()) }
}

/// The check of a briefing in a word or two; "…" until the rules have run.
#[must_use]
pub fn state(checked: Option<Checked>) -> Text {
    let Some(Checked { errors, warnings, notes, accepted }) = checked else { return Text::new(Role::Quiet, "…") };
    let [errors, others, accepted] = [errors, warnings + notes, accepted].map(|count| count as usize);
    if errors > 0 {
        Text::new(Role::Bad, &count(errors, "error"))
    } else if others > 0 {
        Text::new(Role::Warn, &count(others, "finding"))
    } else if accepted > 0 {
        Text::new(Role::Quiet, &format!("accepted: {}", count(accepted, "finding")))
    } else {
        Text::new(Role::Quiet, "clean")
    }
}
