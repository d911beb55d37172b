//! What becomes of each judgement, and of what hangs on it.

use super::said::stay;
use crate::briefing::downstream::Fall;
use crate::briefing::if_false::{Gone, Loss};
use crate::briefing::{Item, ItemKind, LinkKind, Resolved};
use crate::text::series;
use std::ops::Range;

/// The judgements by what becomes of them, the worst first.
pub struct Felled {
    pub item: Item,
    pub gone: Gone,
    pub falls: Vec<Loss>,
    pub weaker: Vec<Loss>,
    /// Judgements that lose nothing else, and readings, with how many claims speak against each, before and after.
    pub contrary: Vec<(Item, usize, usize)>,
    pub stands: Vec<Loss>,
    /// What hangs on what is wrong itself, or on what falls with it.
    pub hangs: Vec<Fall>,
}

pub fn judgement(loss: &Loss) -> Item {
    Item { kind: ItemKind::Judgement, index: loss.judgement }
}

impl Felled {
    pub fn of(resolved: &Resolved, item: Item) -> Self {
        let gone = resolved.gone_with(item);
        let (mut falls, mut weaker, mut stands, mut contrary) = (vec![], vec![], vec![], vec![]);
        for loss in (0..resolved.briefing.judgements.len()).map(|index| resolved.loss(index, &gone)) {
            match loss.contrary {
                _ if loss.falls() => falls.push(loss),
                _ if !loss.parts().is_empty() => weaker.push(loss),
                _ if loss.is_touched() => stands.push(loss),
                (before, after) if after < before => contrary.push((judgement(&loss), before, after)),
                _ => {}
            }
        }
        contrary.extend(resolved.less_contrary(&gone));
        let claims = gone.claims.iter().map(|index| Item { kind: ItemKind::Claim, index: *index });
        let roots: Vec<Item> = std::iter::once(item).chain(claims).chain(falls.iter().map(judgement)).collect();
        let mut hangs = resolved.falls_with(&roots);
        hangs.sort_by_key(|hang| hang.item);
        Self { item, gone, falls, weaker, contrary, stands, hangs }
    }

    /// Whatever falls, hangs on it or is weaker, and what is gone itself.
    fn hit(&self) -> Vec<Item> {
        let losses = self.falls.iter().chain(&self.weaker).map(judgement);
        let gone = self.gone.claims.iter().map(|index| Item { kind: ItemKind::Claim, index: *index });
        losses.chain(self.hangs.iter().map(|hang| hang.item)).chain([self.item]).chain(gone).collect()
    }

    /// Nothing that any source says is left.
    pub fn takes_all(&self, resolved: &Resolved) -> bool {
        let claims = resolved.briefing.claims.len();
        claims > 0 && self.gone.claims.len() == claims
    }

    /// The sentences of the bottom line that are hit: their numbers, 0-based, where they stand, and what they rest on. Where no
    /// claim is left, all of them are.
    pub fn bottom_line(&self, resolved: &Resolved) -> Vec<(usize, Range<usize>, Vec<Item>)> {
        let hit = self.hit();
        let sentences = resolved.bottom_line_sentences().into_iter().enumerate();
        let named = sentences.map(|(at, (range, items))| (at, range, those_of(items, &hit)));
        named.filter(|(.., items)| !items.is_empty() || self.takes_all(resolved)).collect()
    }

    /// The implications that are hit: their numbers, 0-based, and what they rest on. Where no claim is left, all of them are.
    pub fn implications(&self, resolved: &Resolved) -> Vec<(usize, Vec<Item>)> {
        let hit = self.hit();
        let named = resolved.implications().into_iter().enumerate().map(|(at, items)| (at, those_of(items, &hit)));
        named.filter(|(_, items)| !items.is_empty() || self.takes_all(resolved)).collect()
    }

    /// A judgement has a link to a claim that is gone, if only to show its outcome.
    pub fn cites(&self, resolved: &Resolved, judgement: Item) -> bool {
        let is_gone = |to: Item| to.kind == ItemKind::Claim && self.gone.claims.contains(&to.index);
        resolved.graph.from(judgement).iter().any(|link| is_gone(link.to))
    }

    /// The judgements that have nothing to do with it.
    pub fn untouched(&self, resolved: &Resolved) -> Vec<Item> {
        let contrary = self.contrary.iter().map(|(item, ..)| *item);
        let touched: Vec<Item> = self.hit().into_iter().chain(contrary).chain(self.stands.iter().map(judgement)).collect();
        let all = (0..resolved.briefing.judgements.len()).map(|index| Item { kind: ItemKind::Judgement, index });
        all.filter(|item| !touched.contains(item) && !self.cites(resolved, *item)).collect()
    }
}

fn those_of(mut items: Vec<Item>, hit: &[Item]) -> Vec<Item> {
    items.retain(|item| hit.contains(item));
    items.sort_unstable();
    items.dedup();
    items
}

/// "it hangs on J1 and J2", "it rests on C4".
pub fn why(hang: &Fall, resolved: &Resolved, felled: &Felled) -> String {
    let ids: Vec<&str> = hang.through.iter().map(|item| resolved.briefing.id_of(*item)).collect();
    let on_claims = hang.through.iter().all(|item| item.kind == ItemKind::Claim);
    let why = format!("it {} on {}", if on_claims { "rests" } else { "hangs" }, series(&ids));
    if hang.item.kind != ItemKind::Judgement || resolved.loss(hang.item.index, &felled.gone).is_touched() {
        return why;
    }
    let assumed = |item: &Item| resolved.graph.targets(hang.item, LinkKind::Assumes).any(|other| other == *item);
    match hang.through.iter().find(|item| assumed(item)) {
        Some(assumption) => format!("{why}; {}", stay(resolved, hang.item.index, *assumption)),
        None => why,
    }
}
