//! The tabs of a briefing: cover, sections in file order, then the views that have content.

use super::short_form::title_of_slug;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::at::Found;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    pub label: String,
    pub at: Found,
}

#[must_use]
pub fn tabs(held: &HeldBriefing) -> Vec<Tab> {
    let briefing = &held.resolved.briefing;
    let tab = |label: &str, found: Found| Tab { label: label.to_owned(), at: found };
    let mut tabs = vec![tab("Cover", Found::Cover)];
    tabs.extend(briefing.sections.iter().enumerate().map(|(section, slug)| tab(&title_of_slug(slug), Found::Section(section))));
    tabs.extend(views(held).into_iter().filter(|(.., shown)| *shown).map(|(label, found, _)| tab(label, found)));
    tabs
}

/// All views of a briefing, and whether there is something in each.
fn views(held: &HeldBriefing) -> [(&'static str, Found, bool); 8] {
    let briefing = &held.resolved.briefing;
    let has = |kinds: &[ItemKind]| kinds.iter().any(|kind| briefing.count(*kind) > 0);
    [
        ("Source", Found::Sources, has(&[ItemKind::Source])),
        ("Candidates", Found::Candidates, !briefing.candidates.is_empty()),
        ("Timeline", Found::Timeline, has(&[ItemKind::Event])),
        ("Actors", Found::Actors, has(&[ItemKind::Actor])),
        ("Outlook", Found::Outlook, has(&[ItemKind::Scenario, ItemKind::Indicator, ItemKind::Gap, ItemKind::Assumption])),
        ("Alternatives", Found::Alternatives, has(&[ItemKind::Alternative])),
        ("Change", Found::Change, briefing.previous.is_some()),
        ("Check", Found::Check, true),
    ]
}

/// The tab that a place belongs to: an item to its section, or to the view that lists its kind.
#[must_use]
pub fn tab_of(held: &HeldBriefing, found: Found) -> Found {
    match found {
        Found::Source { .. } | Found::Sentence { .. } | Found::Passage { .. } | Found::Drift(_) => Found::Sources,
        Found::Item(item) | Found::IfFalse(item) => tab_of_item(held, item),
        Found::Side { judgement, .. } => tab_of_item(held, Item { kind: ItemKind::Judgement, index: judgement }),
        Found::Slide(_) => Found::Cover,
        other => other,
    }
}

fn tab_of_item(held: &HeldBriefing, item: Item) -> Found {
    let briefing = &held.resolved.briefing;
    match item.kind {
        ItemKind::Claim => {
            let section = briefing.claims[item.index].section;
            if section < briefing.sections.len() { Found::Section(section) } else { Found::Cover }
        }
        ItemKind::Judgement => {
            let own = briefing.judgements[item.index].section.as_ref();
            let section = own.and_then(|own| briefing.sections.iter().position(|slug| slug.value == own.value));
            section.map_or(Found::Cover, Found::Section)
        }
        ItemKind::Source => Found::Sources,
        ItemKind::Actor | ItemKind::Relationship => Found::Actors,
        ItemKind::Event => Found::Timeline,
        ItemKind::Alternative => Found::Alternatives,
        ItemKind::Assumption | ItemKind::Indicator | ItemKind::Scenario | ItemKind::Gap => Found::Outlook,
        ItemKind::Dissent => {
            let to = briefing.dissents[item.index].to.as_ref().and_then(|to| held.resolved.graph.find(to));
            to.filter(|to| to.kind == ItemKind::Judgement).map_or(Found::Cover, |to| tab_of_item(held, to))
        }
    }
}

/// What a place is called in crumbs and hints. It makes no page: that of a long source takes long.
#[must_use]
pub fn title(held: &HeldBriefing, found: Found) -> String {
    let source_id = |source: usize| held.resolved.briefing.sources[source].head.id.value.clone();
    match (found, found.source(held)) {
        (Found::Sources | Found::Source { .. }, Some(source)) => source_id(source),
        (Found::Sources, None) => "Sources".to_owned(),
        (Found::Tour, _) => "Tour".to_owned(),
        (Found::Slide(slide), _) => format!("Slide {}", slide + 1),
        _ => {
            // A view without content has no tab, and one can be there all the same.
            let view = || views(held).into_iter().find(|(_, view, _)| *view == found).map(|(label, ..)| label.to_owned());
            tabs(held).into_iter().find(|tab| tab.at == found).map(|tab| tab.label).or_else(view).unwrap_or_default()
        }
    }
}
