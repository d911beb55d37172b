//! The card of an actor: who it is, whom it acts on, who acts on it, and where it is named.

use super::links::lists;
use super::ties;
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Item, ItemKind, LinkKind, Resolved};
use crate::library::HeldBriefing;
use crate::page::about::short::{names, when};
use crate::page::build::Page;
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::map::tie_role;
use crate::page::words::{Role, Text};
use crate::text::capitalised;

pub fn page(held: &HeldBriefing, index: usize) -> Doc {
    let briefing = &held.resolved.briefing;
    let actor = &briefing.actors[index];
    let item = Item { kind: ItemKind::Actor, index };
    let mut page = Page::of_item(held, item, "actor");
    page.heading(&capitalised(actor.kind().name()));
    page.subject(None, Text::new(Role::Strong, actor.name()));
    let aka: Vec<&str> = actor.aka.iter().map(|name| name.value.as_str()).collect();
    if !aka.is_empty() {
        page.field("Also called", true, Text::new(Role::Text, &aka.join(", ")));
    }
    ties_of(&mut page, item, "It acts on", LinkKind::TieFrom);
    ties_of(&mut page, item, "It is acted on by", LinkKind::TieTo);
    events(&mut page, item);
    for (heading, kind) in [("Judgements that name it", ItemKind::Judgement), ("Claims that name it", ItemKind::Claim)] {
        let naming = held.resolved.naming(index, kind);
        let rows = naming.into_iter().map(|item| if kind == ItemKind::Claim { page.claim_row(item) } else { page.row(item, "") });
        page.items(heading, rows.collect());
    }
    lists(&mut page, item, |kind, _| !matches!(kind, LinkKind::TieFrom | LinkKind::TieTo | LinkKind::Involves));
    page.finish()
}

/// The ties in one direction, those of a type together.
fn ties_of(page: &mut Page<'_>, actor: Item, heading: &str, direction: LinkKind) {
    let resolved = page.resolved();
    let relationships = &resolved.briefing.relationships;
    let mut ties: Vec<Item> = resolved.graph.origins(actor, direction).collect();
    ties.sort_by_key(|tie| (ties::polarity(&relationships[tie.index]) as usize, type_of(page, *tie)));
    let rows = ties.into_iter().map(|tie| {
        let described = &relationships[tie.index];
        let others = if direction == LinkKind::TieFrom { &described.to } else { &described.from };
        let polarity = ties::polarity(described);
        let lead = format!("{} {}", ties::sign(page, tie), type_of(page, tie));
        let (item, row) = page.row(tie, "");
        (item, ListRow { lead: Text::new(tie_role(polarity), &lead), text: Text::new(Role::Text, &names(resolved, others)), ..row })
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        page.begin_here();
    }
    page.items(heading, rows);
}

fn type_of<'a>(page: &Page<'a>, tie: Item) -> &'a str {
    let resolved: &'a Resolved = page.resolved();
    resolved.briefing.relationships[tie.index].kind.as_ref().map_or("", |word| word.value.map_or(word.text.as_str(), |kind| kind.word()))
}

fn events(page: &mut Page<'_>, actor: Item) {
    let resolved = page.resolved();
    let rows = resolved
        .graph
        .origins(actor, LinkKind::Involves)
        .map(|event| page.row(event, &when(resolved.briefing.events[event.index].date.as_ref())));
    page.items("Events", rows.collect());
}
