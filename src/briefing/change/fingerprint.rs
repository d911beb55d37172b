//! What a briefing says, in numbers: who keeps them knows later what has changed since, and nobody reads the briefing out of
//! them.

use super::facts::facts;
use super::others::own_words;
use crate::briefing::model::{Briefing, Item};
use crate::briefing::scale::Vocabulary;
use crate::text::hash::lasting;
use crate::text::single_spaced;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imprint {
    /// Of all of it.
    pub whole: u64,
    /// Of what belongs to no item: title, bottom line and their like.
    pub own: u64,
    /// In the order of the format. What is accepted of an item speaks of the file, and does not count.
    pub items: Vec<(Item, u64)>,
}

impl Imprint {
    /// Of a briefing that is called so in its library: what two briefings have in common has two numbers.
    #[must_use]
    pub fn of(id: &str, briefing: &Briefing) -> Self {
        let own_words = own_words(briefing).into_iter().flat_map(|(name, words)| std::iter::once(name.to_owned()).chain(words));
        let bottom_line = briefing.bottom_line.as_ref().map_or_else(String::new, |text| single_spaced(&text.value));
        let change = briefing.change.as_ref().and_then(|word| word.value).map_or("", Vocabulary::word);
        let own: Vec<String> = [id, change, &bottom_line].map(str::to_owned).into_iter().chain(own_words).collect();
        let own = lasting(own.iter().map(String::as_str));
        let of_item = |item: Item| {
            let facts = facts(briefing, item, briefing.said(item));
            (item, lasting([id, briefing.id_of(item)].into_iter().chain(facts.iter().map(String::as_str))))
        };
        let items: Vec<(Item, u64)> = briefing.items().map(of_item).collect();
        let parts: Vec<String> =
            [own].into_iter().chain(items.iter().map(|(_, number)| *number)).map(|number| format!("{number:x}")).collect();
        Self { whole: lasting(std::iter::once("whole").chain(parts.iter().map(String::as_str))), own, items }
    }
}
