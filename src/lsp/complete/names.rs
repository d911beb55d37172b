//! Names that may be called: of items, sections, files, rules.

use super::Offer;
use crate::briefing::model::{Briefing, Item, ItemKind};
use crate::briefing::schema::patterns::Name;
use crate::check::RULES;
use crate::lsp::view::View;
use ls_types::CompletionItemKind;
use std::fs;

/// What may stand where something is called by its name.
pub fn called(briefing: &Briefing, name: Name) -> Vec<Offer> {
    match name {
        Name::Section => {
            briefing.sections.iter().map(|slug| Offer::new(slug.value.as_str(), CompletionItemKind::REFERENCE, String::new())).collect()
        }
        Name::Any => Vec::new(),
        _ => briefing.items().filter(|item| name.kinds().contains(&item.kind)).map(|item| offer(briefing, item)).collect(),
    }
}

/// All that a text can name in brackets.
pub fn items(briefing: &Briefing) -> Vec<Offer> {
    briefing.items().filter(|item| item.kind.letter().is_some()).map(|item| offer(briefing, item)).collect()
}

fn offer(briefing: &Briefing, item: Item) -> Offer {
    let says = match item.kind {
        ItemKind::Actor => briefing.actors[item.index].name().to_owned(),
        _ => briefing.said(item).next().map_or_else(String::new, |text| text.value.clone()),
    };
    Offer { detail: says, ..Offer::new(briefing.id_of(item), CompletionItemKind::REFERENCE, item.kind.name()) }
}

/// The first number that no item of the kind has, nor any that is higher.
pub fn next(briefing: &Briefing, kind: ItemKind) -> Vec<Offer> {
    let Some(letter) = kind.letter() else { return Vec::new() };
    let items = briefing.items().filter(|item| item.kind == kind);
    let highest = items.filter_map(|item| briefing.id_of(item).strip_prefix(letter)?.parse::<usize>().ok()).max();
    let next = highest.unwrap_or(0).saturating_add(1);
    vec![Offer::new(format!("{letter}{next}"), CompletionItemKind::REFERENCE, format!("The next {}.", kind.name()))]
}

/// The files of texts that the library holds.
pub fn files(view: &View<'_>) -> Vec<Offer> {
    let folder = view.document.library().join("seeds");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| entry.path().is_file());
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names.into_iter().map(|name| Offer::new(format!("seeds/{name}"), CompletionItemKind::FILE, String::new())).collect()
}

/// Rules that may be lived with, first those that find something in the item whose `accept` this is.
pub fn rules(view: &View<'_>, path: &[String]) -> Vec<Offer> {
    let owner = path.iter().rev().nth(1).map_or("", String::as_str);
    let found = |rule: &str| view.held.findings().iter().any(|finding| finding.rule == rule && finding.id == owner);
    let all = RULES.iter().filter(|rule| rule.acceptable);
    let mut rules: Vec<(bool, Offer)> = all
        .map(|rule| {
            let is_found = found(rule.id);
            let detail = if is_found { format!("found in {owner}") } else { String::new() };
            (!is_found, Offer { detail, ..Offer::new(rule.id, CompletionItemKind::VALUE, rule.why) })
        })
        .collect();
    rules.sort_by_key(|(is_elsewhere, _)| *is_elsewhere);
    rules.into_iter().map(|(_, offer)| offer).collect()
}
