//! Items that had another id in the edition before, known by their words.

use crate::briefing::model::{Briefing, Item, ItemKind};
use crate::text::single_spaced;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// An item of the edition before, and the id that it has in this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerId {
    pub kind: ItemKind,
    pub then: String,
    pub now: String,
}

/// Behind the id of an item that is gone and whose id another has now.
pub const GIVEN_AWAY: &str = "-before";

/// Whoever renames or numbers anew changes no judgement: an item whose words stand under another id is that item, if no other
/// has the same words. Where the id of one that is gone went to another, it is told from that by what stands [behind](GIVEN_AWAY)
/// its own. Sources and actors are known by their ids alone, which are names.
#[must_use]
pub fn former_ids(before: &Briefing, now: &Briefing) -> Vec<FormerId> {
    let kinds = ItemKind::ALL.iter().copied().filter(|kind| kind.letter().is_some());
    kinds.flat_map(|kind| of_kind(kind, &words(before, kind), &words(now, kind))).collect()
}

/// The id and the words of each item.
fn words(briefing: &Briefing, kind: ItemKind) -> Vec<(&str, String)> {
    let item = |index| Item { kind, index };
    let text = |index| briefing.said(item(index)).next().map_or_else(String::new, |text| single_spaced(&text.value));
    (0..briefing.count(kind)).map(|index| (briefing.id_of(item(index)), text(index))).collect()
}

fn of_kind(kind: ItemKind, before: &[(&str, String)], now: &[(&str, String)]) -> Vec<FormerId> {
    let (known, same): (HashSet<_>, HashSet<_>) = (now.iter().collect(), before.iter().collect());
    let then: Vec<_> = before.iter().filter(|item| !known.contains(item)).collect();
    let today: Vec<_> = now.iter().filter(|item| !same.contains(item)).collect();
    let (once, once_now) = (alone(&then), alone(&today));
    let new_id = |(id, text): &(&str, String)| once.get(text.as_str()).filter(|only| *only == id).and_then(|_| once_now.get(text.as_str()));
    let taken: HashSet<&str> = then.iter().filter_map(|item| new_id(item)).copied().collect();
    let former = then.into_iter().filter_map(|item| {
        let now = match new_id(item) {
            Some(id) => (*id).to_owned(),
            None if taken.contains(item.0) => format!("{}{GIVEN_AWAY}", item.0),
            None => return None,
        };
        Some(FormerId { kind, then: item.0.to_owned(), now })
    });
    former.collect()
}

/// The id of what alone has its words, by those.
fn alone<'a>(items: &[&'a (&'a str, String)]) -> HashMap<&'a str, &'a str> {
    let mut ids: HashMap<&str, Vec<&str>> = HashMap::new();
    for (id, text) in items.iter().filter(|(_, text)| !text.is_empty()) {
        ids.entry(text).or_default().push(id);
    }
    ids.into_iter().filter_map(|(text, ids)| if let [id] = ids[..] { Some((text, id)) } else { None }).collect()
}
