//! The card of an actor: who it is, whom it acts on, who acts on it, and where it is named.

use super::links::lists;
use super::ties;
use crate::briefing::scale::{TieKind, Vocabulary};
use crate::briefing::{Item, ItemKind, LinkKind, Resolved};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{names, when};
use crate::page::builder::Page;
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::map::tie_role;
use crate::page::library_page::What;
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::capitalised;

const ACTED_ON: &str = "It is acted on by";

pub fn page(world: &World, held: &HeldBriefing, index: usize) -> Doc {
    let briefing = &held.resolved.briefing;
    let actor = &briefing.actors[index];
    let item = Item { kind: ItemKind::Actor, index };
    let mut page = Page::of_item(held, item, "actor");
    page.heading(&capitalised(actor.kind().name()));
    page.subject(None, Text::new(Role::Strong, actor.name()));
    let aka: Vec<&str> = actor.aka.iter().map(|name| name.value.as_str()).collect();
    if !aka.is_empty() {
        page.field("Found under", true, Text::new(Role::Text, &aka.join(", ")));
    }
    if world.library.count() > 1 {
        let over = Place::Over(What::Actor(actor.name().to_owned()).into());
        page.field("Elsewhere", true, Text::default().link("in the whole library", over));
    }
    let (mutual, directed): (Vec<Item>, Vec<Item>) = ties::ties_of(&page, index)
        .into_iter()
        .map(|index| Item { kind: ItemKind::Relationship, index })
        .partition(|tie| is_mutual(&page, *tie));
    let end = |ties: &[Item], end: LinkKind| -> Vec<Item> {
        let graph = &held.resolved.graph;
        ties.iter().filter(|tie| graph.targets(**tie, end).any(|actor| actor == item)).copied().collect()
    };
    list(&mut page, item, "Ties both ways", mutual);
    list(&mut page, item, "It acts on", end(&directed, LinkKind::TieFrom));
    list(&mut page, item, ACTED_ON, end(&directed, LinkKind::TieTo));
    events(&mut page, item);
    // A reason names more actors than the sentence that stands here.
    let is_named = |judgement: &Item| held.resolved.is_named(index, &page.statement(*judgement));
    let (named, argued): (Vec<Item>, Vec<Item>) = held.resolved.naming(index, ItemKind::Judgement).into_iter().partition(is_named);
    for (heading, judgements) in [("Judgements that name it", named), ("Judgements whose reasons name it", argued)] {
        page.items(heading, judgements.into_iter().map(|judgement| page.row(judgement, "")).collect());
    }
    let claims = held.resolved.naming(index, ItemKind::Claim).into_iter().map(|claim| page.claim_row(claim));
    page.items("Claims that name it", claims.collect());
    lists(&mut page, item, |kind, _| !matches!(kind, LinkKind::TieFrom | LinkKind::TieTo | LinkKind::Involves));
    page.finish()
}

/// Who partners with another has a partner in it too: such a tie is nobody's deed on the other.
fn is_mutual(page: &Page<'_>, tie: Item) -> bool {
    page.resolved().briefing.relationships[tie.index].kind.as_ref().and_then(|word| word.value).is_some_and(TieKind::is_mutual)
}

/// Ties of an actor under a heading, those of a type together, each with who is at its other end.
fn list(page: &mut Page<'_>, actor: Item, heading: &str, mut ties: Vec<Item>) {
    let resolved = page.resolved();
    let relationships = &resolved.briefing.relationships;
    ties.sort_by_key(|tie| (ties::polarity(&relationships[tie.index]) as usize, type_of(page, *tie)));
    let rows = ties.into_iter().map(|tie| {
        let described = &relationships[tie.index];
        let is_from = heading != ACTED_ON && resolved.graph.targets(tie, LinkKind::TieFrom).any(|from| from == actor);
        let others = if is_from { &described.to } else { &described.from };
        let polarity = ties::polarity(described);
        let (sign, type_of, others) = (ties::sign(page, tie), type_of(page, tie), names(resolved, others));
        // Who acts stands before what it does.
        let (lead, text) = if heading == ACTED_ON { (sign, format!("{others}: {type_of}")) } else { (format!("{sign} {type_of}"), others) };
        let (item, row) = page.row(tie, "");
        (item, ListRow { lead: Text::new(tie_role(polarity), &lead), text: Text::new(Role::Text, &text), ..row })
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
