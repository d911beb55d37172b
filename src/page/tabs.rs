//! The tabs of a briefing: cover, sections in file order, then the views that have content.

use super::place::Spot;
use super::short::title_of_slug;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;

/// A tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Its label.
    pub label: String,
    /// Where it leads.
    pub spot: Spot,
}

/// The tabs of a briefing, in order.
#[must_use]
pub fn tabs(entry: &HeldBriefing) -> Vec<Tab> {
    let briefing = &entry.resolved.briefing;
    let tab = |label: &str, spot: Spot| Tab { label: label.to_owned(), spot };
    let has = |kinds: &[ItemKind]| kinds.iter().any(|kind| briefing.count(*kind) > 0);
    let mut tabs = vec![tab("Cover", Spot::Cover)];
    tabs.extend(briefing.sections.iter().map(|slug| Tab { label: title_of_slug(slug), spot: Spot::Section(slug.value.clone()) }));
    let views = [
        ("Source", Spot::Sources, has(&[ItemKind::Source])),
        ("Timeline", Spot::Timeline, has(&[ItemKind::Event])),
        ("Actors", Spot::Actors, has(&[ItemKind::Actor])),
        ("Outlook", Spot::Outlook, has(&[ItemKind::Scenario, ItemKind::Indicator, ItemKind::Gap, ItemKind::Assumption])),
        ("Alternatives", Spot::Alternatives, has(&[ItemKind::Alternative])),
        ("Change", Spot::Change, briefing.previous.is_some()),
        ("Check", Spot::Check, true),
    ];
    tabs.extend(views.into_iter().filter(|(.., shown)| *shown).map(|(label, spot, _)| tab(label, spot)));
    tabs
}

/// The spot of the tab that holds a spot: an item belongs to its section, or to the view that lists its kind.
#[must_use]
pub fn holder(entry: &HeldBriefing, spot: &Spot) -> Spot {
    let find = |id: &str| entry.resolved.graph.find(id);
    match spot {
        Spot::Source { .. } | Spot::Sentence { .. } | Spot::Passage { .. } | Spot::Drift { .. } => Spot::Sources,
        Spot::Item(id) | Spot::Side { judgement: id, .. } => find(id).map_or(Spot::Cover, |item| holder_of_item(entry, item)),
        other => other.clone(),
    }
}

fn holder_of_item(entry: &HeldBriefing, item: Item) -> Spot {
    let briefing = &entry.resolved.briefing;
    match item.kind {
        ItemKind::Claim => {
            briefing.sections.get(briefing.claims[item.index].section).map_or(Spot::Cover, |slug| Spot::Section(slug.value.clone()))
        }
        ItemKind::Judgement => match &briefing.judgements[item.index].section {
            Some(section) if briefing.sections.iter().any(|slug| slug.value == section.value) => Spot::Section(section.value.clone()),
            _ => Spot::Cover,
        },
        ItemKind::Source => Spot::Sources,
        ItemKind::Actor | ItemKind::Relationship => Spot::Actors,
        ItemKind::Event => Spot::Timeline,
        ItemKind::Alternative => Spot::Alternatives,
        ItemKind::Assumption | ItemKind::Indicator | ItemKind::Scenario | ItemKind::Gap => Spot::Outlook,
        ItemKind::Dissent => {
            let to = briefing.dissents[item.index].to.as_ref().and_then(|to| entry.resolved.graph.find(to));
            to.filter(|to| to.kind == ItemKind::Judgement).map_or(Spot::Cover, |to| holder_of_item(entry, to))
        }
    }
}

/// What a spot is called in crumbs and hints, without making its page: that of a long source is long.
#[must_use]
pub fn title(entry: &HeldBriefing, spot: &Spot) -> String {
    let tab = || tabs(entry).into_iter().find(|tab| tab.spot == *spot).map(|tab| tab.label);
    match (spot, entry.resolved.briefing.sources.as_slice()) {
        (Spot::Sources, [only]) => only.head.id.value.clone(),
        (Spot::Sources, _) => "Sources".to_owned(),
        (Spot::Source { source, .. }, _) => source.clone(),
        (Spot::Tour, _) => "Tour".to_owned(),
        _ => tab().unwrap_or_default(),
    }
}
