//! The card of a sentence: the claims that rest on it, set aside and why, or open.

use super::candidates::row;
use super::source::{Marks, Rating, card, lit_text, state};
use crate::briefing::resolved::Coverage;
use crate::briefing::{Item, ItemKind, LinkKind, SourceText};
use crate::library::HeldBriefing;
use crate::page::at::Found;
use crate::page::builder::{Page, whole};
use crate::page::doc::Doc;
use crate::page::styled_text::{Role, Text};
use crate::text::capitalised;
use std::collections::BTreeSet;

pub fn page(held: &HeldBriefing, source: usize, sentence: usize) -> Doc {
    let resolved = &held.resolved;
    let described = &resolved.briefing.sources[source];
    let id = &described.head.id.value;
    let coverage = &resolved.evidence().coverage[source][sentence];
    let number = resolved.text(source).and_then(|text| text.number(sentence)).unwrap_or_default();
    let mut page = Page::new(held, &format!("{id}:{number}"), number.kind.name());
    let state = state(coverage);
    let tail = Text::new(Role::Text, format!("{} {}", state.sign(), state.word()).trim());
    page.heading_with(&capitalised(&number.words()), tail);
    if let Some(text) = resolved.text(source) {
        let to = Found::Source { source, sentence: Some(sentence) };
        let marks = Marks { left: &coverage.left, ..Marks::default() };
        page.subject(Some(to), lit_text(Role::Quiet, text.text(), &text.sentences()[sentence].range, &marks));
        left(&mut page, text, coverage);
    }
    let claims: Vec<Item> = coverage.claims.iter().map(|index| Item { kind: ItemKind::Claim, index: *index }).collect();
    if !claims.is_empty() {
        page.begin_here();
        page.items("Claimed by", claims.iter().map(|claim| whole(page.claim_row(*claim))).collect());
    }
    let candidates = resolved.candidates_of(source).filter(|(_, sentences)| sentences.contains(&sentence));
    let rows = candidates.map(|(at, _)| (format!("candidate {at}"), Some(Found::Candidates), row(held, at)));
    page.list_under("Waits to be taken as", rows.collect());
    for aside in &coverage.set_aside {
        page.heading("Set aside");
        let why = described.set_aside[*aside].why.as_ref().map_or("No reason is given.", |why| &why.value);
        page.paragraph(&format!("set aside {aside}"), false, page.prose(Role::Text, why));
    }
    if coverage.is_open() {
        page.paragraph("open", true, Text::new(Role::Warn, "Open: no claim quotes it, and it is not set aside."));
    }
    bears_on(&mut page, &claims);
    card(&mut page, source, Rating::None);
    page.finish()
}

/// What no claim quotes of the sentence, in its words.
fn left(page: &mut Page<'_>, text: &SourceText, coverage: &Coverage) {
    if !coverage.left.is_empty() {
        let words: Vec<String> = coverage.left.iter().map(|range| format!("“{}”", &text.text()[range.clone()])).collect();
        page.field("Not claimed", false, Text::new(Role::Warn, &words.join(", ")));
    }
}

fn bears_on(page: &mut Page<'_>, claims: &[Item]) {
    let graph = &page.resolved().graph;
    let kinds = [LinkKind::SpeaksFor, LinkKind::SpeaksAgainst, LinkKind::AlternativeFor, LinkKind::AlternativeAgainst];
    let bearing: BTreeSet<Item> = claims.iter().flat_map(|claim| kinds.iter().flat_map(|kind| graph.origins(*claim, *kind))).collect();
    page.items("They bear on", bearing.into_iter().map(|item| page.row(item, "")).collect());
}
