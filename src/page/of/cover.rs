//! The cover: what to tell the principal in thirty seconds.

use super::check::tally;
use crate::briefing::model::{Briefing, Text as Words};
use crate::briefing::{Item, ItemKind, SentenceKind};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{date_words, listed, portion, when};
use crate::page::about::tabs::tabs;
use crate::page::at::Found;
use crate::page::builder::{ItemRow, Page, whole};
use crate::page::doc::{Body, Doc, ListRow, Purpose};
use crate::page::library_page::What;
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::text::{capitalised, count};

pub fn page(held: &HeldBriefing) -> Doc {
    let briefing = &held.resolved.briefing;
    let date = briefing.date.as_ref().map(date_words);
    let change = briefing.change.as_ref().and_then(|word| word.value).map(|change| change.label().to_owned());
    let note: Vec<String> = date.into_iter().chain(change).collect();
    let mut page = Page::new(held, "Cover", &note.join(" · "));
    if held.is_broken() {
        return broken(page);
    }
    page.paragraph("title", false, Text::new(Role::Strong, briefing.title()));
    if let Some(question) = &briefing.question {
        page.paragraph("question", false, page.prose(Role::Quiet, question));
    }
    if let Some(people) = people(briefing) {
        page.paragraph("people", false, Text::new(Role::Quiet, &people));
    }
    if let Some(tags) = tags(briefing) {
        page.paragraph("tags", false, tags);
    }
    page.heading("Bottom line");
    bottom_line(&mut page);
    page.begin_here();
    let judgements: Vec<usize> = (0..briefing.judgements.len()).collect();
    page.judgements("Key judgements", &judgements);
    implications(&mut page);
    sources(&mut page);
    findings(&mut page);
    contents(&mut page);
    page.finish()
}

/// Where it names no judgement it leads to the first one as a whole: the cursor can stand on it at every size.
fn bottom_line(page: &mut Page<'_>) {
    let held = page.held;
    let text = page.stated(Role::Strong, held.resolved.briefing.bottom_line.as_ref());
    let judged = !held.resolved.briefing.judgements.is_empty();
    let first = || if judged { Some(Found::item(ItemKind::Judgement, 0)) } else { tabs(held).get(1).map(|tab| tab.at) };
    let to = if text.runs.iter().any(|run| run.link.is_some()) { None } else { first() };
    page.push("bottom line", false, to, Body::Paragraph(text)).purpose = Purpose::BottomLine;
}

/// "For the port authority; by A. Author; approved by B. Chief."
fn people(briefing: &Briefing) -> Option<String> {
    let approved = briefing.approved_by.as_slice();
    let roles = [("for", briefing.customers.as_slice()), ("by", briefing.authors.as_slice()), ("approved by", approved)];
    let named = roles.into_iter().filter(|(_, names)| !names.is_empty());
    let named: Vec<String> = named.map(|(role, names)| format!("{role} {}", listed(names))).collect();
    (!named.is_empty()).then(|| capitalised(&named.join("; ")))
}

/// Each leads to what else is filed under it.
fn tags(briefing: &Briefing) -> Option<Text> {
    let chips = briefing.tags.iter().enumerate().fold(Text::new(Role::Quiet, "Filed under "), |text, (at, tag)| {
        let text = if at > 0 { text.and(Role::Quiet, " · ") } else { text };
        text.link(&tag.value, Place::Over(What::Tag(tag.value.clone()).into()))
    });
    (!briefing.tags.is_empty()).then_some(chips)
}

fn implications(page: &mut Page<'_>) {
    let held = page.held;
    for (at, text) in held.resolved.briefing.implications.iter().enumerate() {
        if at == 0 {
            page.heading("What it means");
        }
        page.paragraph(&format!("implication {}", at + 1), at > 0, page.prose(Role::Text, text));
    }
}

/// All sources together, then each.
fn sources(page: &mut Page<'_>) {
    let held = page.held;
    let briefing = &held.resolved.briefing;
    if !briefing.sources.is_empty() || briefing.source_summary.is_some() {
        page.heading("Sources");
    }
    if let Some(summary) = &briefing.source_summary {
        page.paragraph("source summary", false, page.prose(Role::Text, summary));
    }
    let rows = (0..briefing.sources.len()).map(|index| source_row(page, index)).collect();
    page.list(page.rows_of("Sources", rows));
}

/// A source by its title and date, then what it is. No quotation marks: the title may be ours.
fn source_row(page: &Page<'_>, index: usize) -> ItemRow {
    let (item, row) = whole(page.row(Item { kind: ItemKind::Source, index }, ""));
    let source = &page.resolved().briefing.sources[index];
    let is_said = |descriptor: &Words| descriptor.value.to_lowercase().contains("undated");
    let undated = source.date.is_none() && source.descriptor.as_ref().is_some_and(is_said);
    let date = if undated { String::new() } else { format!(", {}", when(source.date.as_ref())) };
    let title = source.title.as_ref().map_or("Untitled", |title| &title.value);
    let text = Text::new(Role::Text, &format!("{}{title}{date}", portion(page.resolved(), item)));
    let text = match &source.descriptor {
        Some(descriptor) => text.and(Role::Quiet, &format!(". {}", descriptor.value)),
        None => text,
    };
    (item, ListRow { text, ..row })
}

fn findings(page: &mut Page<'_>) {
    let number = page.held.known_findings().map_or(0, <[_]>::len);
    if number > 0 {
        page.heading("Check");
        let row = ListRow { text: Text::new(Role::Warn, &count(number, "finding")), ..ListRow::default() };
        page.list(vec![("check".to_owned(), Some(Found::Check), row)]);
    }
}

fn contents(page: &mut Page<'_>) {
    page.heading("Contents");
    let held = page.held;
    let rows = tabs(held).into_iter().filter(|tab| tab.at != Found::Cover).map(|tab| {
        let row =
            ListRow { text: Text::new(Role::Text, &tab.label), tail: Text::new(Role::Quiet, &size(held, tab.at)), ..ListRow::default() };
        (tab.at.place(held).to_string(), Some(tab.at), row)
    });
    page.list(rows.collect());
}

fn size(held: &HeldBriefing, found: Found) -> String {
    let briefing = &held.resolved.briefing;
    match found {
        Found::Section(section) => count(briefing.claims.iter().filter(|claim| claim.section == section).count(), "claim"),
        Found::Sources => count(held.resolved.texts.iter().flatten().map(|text| text.count(SentenceKind::Sentence)).sum(), "sentence"),
        Found::Timeline => count(briefing.events.len(), "event"),
        Found::Actors => count(briefing.actors.len(), "actor"),
        Found::Outlook => count(briefing.scenarios.len(), "scenario"),
        Found::Alternatives => count(briefing.alternatives.len(), "alternative"),
        Found::Candidates => count(briefing.candidates.len(), "candidate"),
        Found::Check => held.known_report().map_or_else(String::new, tally),
        _ => String::new(),
    }
}

/// The cover of a file that could not be read: it has nothing but findings.
fn broken(mut page: Page<'_>) -> Doc {
    let held = page.held;
    page.paragraph("title", false, Text::new(Role::Strong, &held.id));
    let number = held.findings().len();
    let (keep, them) = if number == 1 { ("keeps", "it") } else { ("keep", "them") };
    page.paragraph("file", false, Text::new(Role::Quiet, &held.path));
    let text = Text::new(Role::Bad, &format!("{} {keep} this briefing from being read. Enter shows {them}.", count(number, "finding")));
    page.link("broken", true, Found::Check, text);
    page.finish()
}
