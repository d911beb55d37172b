//! What waits to be taken as claims, section by section: each leads to its sentence in the source.

use crate::briefing::model::Candidate;
use crate::briefing::scale::Vocabulary;
use crate::library::HeldBriefing;
use crate::page::about::short_form::title_of_slug;
use crate::page::at::Found;
use crate::page::builder::Page;
use crate::page::doc::{Doc, ListRow};
use crate::page::styled_text::{Role, Text};
use crate::text::{count, single_spaced};

pub fn page(held: &HeldBriefing) -> Doc {
    let candidates = &held.resolved.briefing.candidates;
    let mut page = Page::new(held, "Candidates", &count(candidates.len(), "candidate"));
    page.paragraph(
        "candidates",
        false,
        Text::new(Role::Quiet, "They wait to be taken as claims. Until then nothing rests on them and nothing counts them."),
    );
    let mut first = 0;
    for section in candidates.chunk_by(|one, other| one.section.span == other.section.span) {
        page.heading(&title_of_slug(&section[0].section));
        let rows = (first..first + section.len()).map(|at| (format!("candidate {at}"), place(held, at), row(held, at)));
        page.list(rows.collect());
        first += section.len();
    }
    page.finish()
}

/// The sentence that its first quote begins in.
fn place(held: &HeldBriefing, candidate: usize) -> Option<Found> {
    let anchored = held.resolved.candidates()[candidate].first()?;
    let source = anchored.source?;
    let sentence = anchored.anchor.range().and_then(|range| Some(held.resolved.text(source)?.sentences_in(&range).start));
    Some(Found::Source { source, sentence })
}

/// Its kind, its text, and its quotes where these are other words.
pub fn row(held: &HeldBriefing, candidate: usize) -> ListRow {
    let Candidate { span, kind, text, passages, .. } = &held.resolved.briefing.candidates[candidate];
    let said = text.as_ref().map_or("", |text| text.value.as_str());
    let words = passages.iter().map(|passage| single_spaced(&passage.exact)).filter(|words| *words != single_spaced(said));
    let quotes: Vec<String> = words.map(|words| format!("“{words}”")).collect();
    let mut shown = Text::new(Role::Text, said);
    if !quotes.is_empty() {
        shown = shown.and(Role::Quiet, &format!(" {}", quotes.join(", ")));
    }
    ListRow {
        lead: Text::new(Role::Quiet, kind.map_or("", |kind| kind.word())),
        text: shown,
        written: Some(span.start),
        ..ListRow::default()
    }
}
