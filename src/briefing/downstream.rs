//! What hangs on an assumption: the key assumptions check of *A Tradecraft Primer* (CIA, 2009), followed to its end.

use super::Resolved;
use super::graph::LinkKind;
use super::model::{Item, ItemKind, Text};
use super::references::references;
use std::collections::HashMap;

/// An item that must be judged anew when something else is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fall {
    pub item: Item,
    /// All that it hangs on: what is wrong itself, and what falls with that.
    pub through: Vec<Item>,
}

impl Resolved {
    /// The judgements, scenarios and assumptions that hang on these items, nearest first, each once and none of these items.
    ///
    /// A judgement hangs on its `assumptions`, a scenario on what comes in it and what does not. An item hangs on every item that
    /// its text names. What an assumption names in
    /// its `if_wrong` hangs on the assumption.
    #[must_use]
    pub fn falls_with(&self, items: &[Item]) -> Vec<Fall> {
        let mut places: HashMap<Item, Option<usize>> = items.iter().map(|item| (*item, None)).collect();
        let mut falls: Vec<Fall> = Vec::new();
        let mut next = 0;
        loop {
            let Some(through) = items.get(next).copied().or_else(|| Some(falls.get(next - items.len())?.item)) else { return falls };
            next += 1;
            for item in self.hangs_on(through).filter(|item| *item != through) {
                let place = places.entry(item).or_insert_with(|| {
                    falls.push(Fall { item, through: Vec::new() });
                    Some(falls.len() - 1)
                });
                let Some(fall) = place.map(|place| &mut falls[place]) else { continue };
                if !fall.through.contains(&through) {
                    fall.through.push(through);
                }
            }
        }
    }

    fn hangs_on(&self, item: Item) -> impl Iterator<Item = Item> + '_ {
        let holds = |other: &Item| matches!(other.kind, ItemKind::Judgement | ItemKind::Scenario | ItemKind::Assumption);
        let assumption = |item: Item| &self.briefing.assumptions[item.index];
        let named = self.graph.targets(item, LinkKind::Mentions).filter(move |other| match (item.kind, other.kind) {
            (ItemKind::Assumption, ItemKind::Assumption) => self.names(assumption(item).if_wrong.as_ref(), *other),
            (kind, _) => kind == ItemKind::Assumption,
        });
        let naming = self.graph.origins(item, LinkKind::Mentions).filter(move |other| match (other.kind, item.kind) {
            (ItemKind::Assumption, ItemKind::Assumption | ItemKind::Claim) => self.names(assumption(*other).text.as_ref(), item),
            // An assumption that names a judgement says what falls with it, and does not hang on it.
            (kind, _) => kind != ItemKind::Assumption,
        });
        let fields = [LinkKind::Assumes, LinkKind::With, LinkKind::Without];
        fields.into_iter().flat_map(move |kind| self.graph.origins(item, kind)).chain(named).chain(naming).filter(holds)
    }

    fn names(&self, text: Option<&Text>, item: Item) -> bool {
        text.is_some_and(|text| references(text).any(|(_, id)| self.graph.find(id) == Some(item)))
    }

    /// Something that is judged, assumed, read or told rests on a claim. That a gap or an indicator names it is no use of it.
    #[must_use]
    pub fn is_used(&self, claim: Item) -> bool {
        let argues = [ItemKind::Judgement, ItemKind::Alternative, ItemKind::Dissent, ItemKind::Assumption, ItemKind::Scenario];
        self.graph.to(claim).iter().any(|link| link.kind != LinkKind::Mentions || argues.contains(&link.from.kind))
    }

    /// The bottom line names one of these items.
    #[must_use]
    pub fn bottom_line_names(&self, items: &[Item]) -> bool {
        let bottom_line = self.briefing.bottom_line.as_ref().map_or("", |text| &text.value);
        references(bottom_line).into_iter().any(|(_, id)| self.graph.find(id).is_some_and(|item| items.contains(&item)))
    }
}
