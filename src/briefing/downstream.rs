//! What hangs on an assumption: the key assumptions check of *A Tradecraft Primer* (CIA, 2009), followed to its end.

use super::Resolved;
use super::graph::LinkKind;
use super::model::{Item, ItemKind};
use super::prose::references;
use std::collections::HashSet;

/// An item that must be judged anew when something else is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fall {
    pub item: Item,
    /// What it hangs on: the assumption itself, or something that falls with it.
    pub through: Item,
}

impl Resolved {
    /// The judgements, scenarios and assumptions that hang on an item, nearest first, each once.
    ///
    /// A judgement hangs on its `assumptions`. An item hangs on every item that its text names. What an assumption names, in
    /// its `if_wrong` for one, hangs on the assumption.
    #[must_use]
    pub fn falls_with(&self, item: Item) -> Vec<Fall> {
        let mut seen = HashSet::from([item]);
        let mut falls: Vec<Fall> = Vec::new();
        let mut next = 0;
        let mut through = item;
        loop {
            let new = self.hangs_on(through).filter(|item| seen.insert(*item)).collect::<Vec<_>>();
            falls.extend(new.into_iter().map(|item| Fall { item, through }));
            let Some(fall) = falls.get(next) else { return falls };
            through = fall.item;
            next += 1;
        }
    }

    fn hangs_on(&self, item: Item) -> impl Iterator<Item = Item> + '_ {
        let holds = |other: &Item| matches!(other.kind, ItemKind::Judgement | ItemKind::Scenario | ItemKind::Assumption);
        let named = self.graph.targets(item, LinkKind::Mentions).filter(move |_| item.kind == ItemKind::Assumption);
        let naming = self.graph.origins(item, LinkKind::Mentions);
        // An assumption that names a judgement says what falls with it, and does not hang on it.
        let naming = naming.filter(move |other| other.kind != ItemKind::Assumption || item.kind == ItemKind::Assumption);
        self.graph.origins(item, LinkKind::Assumes).chain(named).chain(naming).filter(holds)
    }

    /// The bottom line names one of these items.
    #[must_use]
    pub fn bottom_line_names(&self, items: &[Item]) -> bool {
        let bottom_line = self.briefing.bottom_line.as_ref().map_or("", |text| &text.value);
        references(bottom_line).into_iter().any(|(_, id)| self.graph.find(id).is_some_and(|item| items.contains(&item)))
    }
}
