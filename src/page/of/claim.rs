//! The page of a claim: what the source says, in which words, and what bears on it.

use super::links::lists;
use super::source::{Marks, Rating, card, lit_text};
use crate::briefing::resolved::Anchored;
use crate::briefing::{Anchor, Item, ItemKind, LinkKind};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{grade_badge, section_title, sentence_numbers};
use crate::page::at::Found;
use crate::page::builder::Page;
use crate::page::doc::Doc;
use crate::page::styled_text::{Role, Text};

pub fn page(held: &HeldBriefing, index: usize) -> Doc {
    let resolved = &held.resolved;
    let claim = &resolved.briefing.claims[index];
    let section = section_title(held, resolved.briefing.sections.get(claim.section).map(|slug| slug.value.as_str()));
    let item = Item { kind: ItemKind::Claim, index };
    let mut page = Page::of_item(held, item, if section.is_empty() { "claim" } else { &section });
    let says = claim.kind.map_or_else(|| "The source says".to_owned(), |kind| format!("The source {}", kind.verb()));
    page.heading_with(&says, grade_badge(resolved.grade(index)));
    page.subject(None, page.prose(Role::Strong, &page.summary(item)));
    for (at, anchored) in resolved.evidence().passages[index].iter().enumerate() {
        passage(&mut page, index, at, anchored);
    }
    if claim.passages.is_empty() {
        page.heading("Passage");
        page.paragraph("no passage", false, Text::new(Role::Bad, "None: the claim quotes nothing."));
    }
    for source in resolved.sources_of(index) {
        card(&mut page, source, Rating::Of(claim.credibility()));
    }
    lists(&mut page, item, |kind, _| kind != LinkKind::Quotes);
    if !resolved.is_used(item) {
        page.heading("Bears on");
        page.paragraph("bears on nothing", false, Text::new(Role::Quiet, "Nothing rests on this claim."));
    }
    page.finish()
}

/// A passage in its context: the sentence before, the sentence with the quoted words lit, the sentence behind.
fn passage(page: &mut Page<'_>, claim: usize, at: usize, anchored: &Anchored) {
    let resolved = page.resolved();
    let several = resolved.evidence().passages[claim].len() > 1;
    let heading = if several { format!("Passage {}", at + 1) } else { "Passage".to_owned() };
    let key = |name: &str| format!("passage {} {name}", at + 1);
    let place = anchored.source.and_then(|source| Some((source, resolved.text(source)?, anchored.anchor.range()?)));
    let Some((source, text, range)) = place else {
        page.heading(&heading);
        let quote = &resolved.briefing.claims[claim].passages[at].exact;
        page.paragraph(&key("quote"), false, Text::new(Role::Text, &format!("“{}”", quote.value)));
        return unanchored(page, &key("unanchored"), anchored);
    };
    let sentences = text.sentences_in(&range);
    let id = &resolved.briefing.sources[source].head.id.value;
    let numbers = sentence_numbers(text, &sentences);
    let kind = text.number(sentences.start).map(|number| number.kind);
    let one_kind = kind.filter(|kind| text.sentences()[sentences.clone()].iter().all(|one| one.number.kind == *kind));
    let of = one_kind.map_or_else(String::new, |kind| format!(" of {}", text.count(kind)));
    page.heading_with(&heading, Text::new(Role::Quiet, &format!("{id} {numbers}{of}")));
    let words = |sentence: usize| &text.text()[text.sentences()[sentence].range.clone()];
    if let Some(before) = sentences.start.checked_sub(1) {
        page.paragraph(&key("before"), false, Text::new(Role::Quiet, words(before)));
    }
    let whole = match (text.sentences().get(sentences.start), text.sentences().get(sentences.end.saturating_sub(1))) {
        (Some(first), Some(last)) => first.range.start.min(range.start)..last.range.end.max(range.end),
        _ => range.clone(),
    };
    page.begin_here();
    page.link(
        &key("quote"),
        false,
        Found::Passage { claim, passage: at },
        lit_text(Role::Text, text.text(), &whole, &Marks { lit: Some(&range), ..Marks::default() }),
    );
    if sentences.end < text.sentences().len() {
        page.paragraph(&key("behind"), false, Text::new(Role::Quiet, words(sentences.end)));
    }
}

/// Says that a quote has no place, and where its words may have come from.
fn unanchored(page: &mut Page<'_>, key: &str, anchored: &Anchored) {
    let text = match anchored.source {
        Some(source) => unanchored_in(page, source, &anchored.anchor),
        None => Text::new(Role::Bad, "UNANCHORED: the text of any source could not be read."),
    };
    page.paragraph(key, false, text);
}

fn number(page: &Page<'_>, source: usize, sentence: usize) -> String {
    page.resolved().text(source).and_then(|text| text.number(sentence)).unwrap_or_default().words()
}

fn unanchored_in(page: &Page<'_>, source: usize, anchor: &Anchor) -> Text {
    let id = page.id(Item { kind: ItemKind::Source, index: source });
    let bad = |words: &str| Text::new(Role::Bad, &format!("UNANCHORED: {words}"));
    let text = match anchor {
        Anchor::NoText => return bad(&format!("the text of {id} could not be read.")),
        Anchor::Missing { nearest: Some(nearest) } => bad(&format!("these words are not in {id}. Nearest: "))
            .link(&number(page, source, *nearest), page.to(Found::Source { source, sentence: Some(*nearest) }))
            .and(Role::Bad, "."),
        Anchor::OutOfContext { count, .. } => {
            bad(&format!("these words stand {count} times in {id}, and nowhere with what should stand beside them."))
        }
        Anchor::Ambiguous { count } => bad(&format!("these words stand {count} times in {id}.")),
        _ => bad(&format!("these words are not in {id}.")),
    };
    text.and(Role::Text, " What may be meant: ").link("drift", page.to(Found::Drift(source)))
}
