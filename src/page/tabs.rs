//! The tabs of a briefing: cover, sections in file order, then the views that have content.

use super::at::Found;
use super::short::title_of_slug;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;

/// A tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Its label.
    pub label: String,
    /// Where it leads.
    pub at: Found,
}

/// The tabs of a briefing, in order.
#[must_use]
pub fn tabs(entry: &HeldBriefing) -> Vec<Tab> {
    let briefing = &entry.resolved.briefing;
    let tab = |label: &str, at: Found| Tab { label: label.to_owned(), at };
    let has = |kinds: &[ItemKind]| kinds.iter().any(|kind| briefing.count(*kind) > 0);
    let mut tabs = vec![tab("Cover", Found::Cover)];
    tabs.extend(briefing.sections.iter().enumerate().map(|(section, slug)| tab(&title_of_slug(slug), Found::Section(section))));
    let views = [
        ("Source", Found::Sources, has(&[ItemKind::Source])),
        ("Timeline", Found::Timeline, has(&[ItemKind::Event])),
        ("Actors", Found::Actors, has(&[ItemKind::Actor])),
        ("Outlook", Found::Outlook, has(&[ItemKind::Scenario, ItemKind::Indicator, ItemKind::Gap, ItemKind::Assumption])),
        ("Alternatives", Found::Alternatives, has(&[ItemKind::Alternative])),
        ("Change", Found::Change, briefing.previous.is_some()),
        ("Check", Found::Check, true),
    ];
    tabs.extend(views.into_iter().filter(|(.., shown)| *shown).map(|(label, at, _)| tab(label, at)));
    tabs
}

/// The tab that holds a place: an item belongs to its section, or to the view that lists its kind.
#[must_use]
pub fn tab_of(entry: &HeldBriefing, at: Found) -> Found {
    match at {
        Found::Source { .. } | Found::Sentence { .. } | Found::Passage { .. } | Found::Drift(_) => Found::Sources,
        Found::Item(item) => tab_of_item(entry, item),
        Found::Side { judgement, .. } => tab_of_item(entry, Item { kind: ItemKind::Judgement, index: judgement }),
        other => other,
    }
}

fn tab_of_item(entry: &HeldBriefing, item: Item) -> Found {
    let briefing = &entry.resolved.briefing;
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
            let to = briefing.dissents[item.index].to.as_ref().and_then(|to| entry.resolved.graph.find(to));
            to.filter(|to| to.kind == ItemKind::Judgement).map_or(Found::Cover, |to| tab_of_item(entry, to))
        }
    }
}

/// What a place is called in crumbs and hints, without making its page: that of a long source is long.
#[must_use]
pub fn title(entry: &HeldBriefing, at: Found) -> String {
    let source_id = |source: usize| entry.resolved.briefing.sources[source].head.id.value.clone();
    match (at, at.source(entry)) {
        (Found::Sources | Found::Source { .. }, Some(source)) => source_id(source),
        (Found::Sources, None) => "Sources".to_owned(),
        (Found::Tour, _) => "Tour".to_owned(),
        _ => tabs(entry).into_iter().find(|tab| tab.at == at).map(|tab| tab.label).unwrap_or_default(),
    }
}
