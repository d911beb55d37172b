//! What was read of a briefing: the numbers of what it said then, and no word of it.

use crate::briefing::scale::{Likelihood, Vocabulary};
use crate::briefing::{Briefing, Imprint, Item, ItemKind};
use std::collections::{BTreeMap, HashSet};

/// How something stands to what a person has read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    #[default]
    Read,
    /// Its briefing was never opened, or had no such item.
    New,
    /// It was read when it said something else.
    Changed,
}

impl Standing {
    /// In the margin; nothing beside what was read.
    #[must_use]
    pub fn sign(self) -> &'static str {
        ["", "N", "C"][self as usize]
    }

    #[must_use]
    pub fn words(self) -> &'static str {
        ["read", "new", "changed since you read it"][self as usize]
    }
}

/// A briefing as it was read last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edition {
    /// The day, as `2026-11-23`; empty where nobody knew.
    pub on: String,
    /// The number of all of it. 0 while some of it is unread: no briefing has that.
    pub whole: u64,
    /// `None`: it was called read and not opened.
    pub parts: Option<Parts>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// The number of what belongs to no item.
    pub own: u64,
    pub items: BTreeMap<String, Part>,
}

/// An item as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    pub number: u64,
    /// Of a judgement its likelihood and its confidence; empty where they are on no scale.
    pub rating: String,
    /// The reader knows that it was withdrawn. A file that is written in two parts has it again at once, and saying the same: then
    /// it is no news.
    pub is_gone: bool,
}

/// What of a briefing a person has not read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fresh {
    pub items: Vec<(Item, Standing)>,
    /// The ids of items that were read and are gone.
    pub withdrawn: Vec<String>,
    /// Title, bottom line or their like say something else.
    pub own: bool,
}

impl Fresh {
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

fn part(briefing: &Briefing, item: Item, number: u64) -> Part {
    let rating = (item.kind == ItemKind::Judgement).then(|| {
        let judgement = &briefing.judgements[item.index];
        let likelihood = judgement.likelihood.as_ref().and_then(|word| word.value).map(Likelihood::word);
        let confidence = judgement.confidence.as_ref().and_then(|word| word.value).map(Vocabulary::word);
        likelihood.into_iter().chain(confidence).map(|word| word.replace(' ', "-")).collect::<Vec<_>>().join("/")
    });
    Part { number, rating: rating.unwrap_or_default(), is_gone: false }
}

impl Edition {
    /// All of it was read.
    #[must_use]
    pub fn of(briefing: &Briefing, imprint: &Imprint, on: &str) -> Self {
        let items = imprint.items.iter().map(|(item, number)| (briefing.id_of(*item).to_owned(), part(briefing, *item, *number)));
        Self { on: on.to_owned(), whole: imprint.whole, parts: Some(Parts { own: imprint.own, items: items.collect() }) }
    }

    /// The same with what was withdrawn since an edition that was read before.
    #[must_use]
    pub fn beside(mut self, before: Option<&Self>) -> Self {
        let before = before.and_then(|before| before.parts.as_ref());
        if let (Some(parts), Some(before)) = (&mut self.parts, before) {
            for (id, part) in &before.items {
                parts.items.entry(id.clone()).or_insert_with(|| Part { is_gone: true, ..part.clone() });
            }
        }
        self
    }

    /// What has changed in it since. `None`: nobody knows which items, for it was never opened.
    #[must_use]
    pub fn fresh(&self, briefing: &Briefing, imprint: &Imprint) -> Option<Fresh> {
        if self.whole == imprint.whole {
            return Some(Fresh::default());
        }
        let parts = self.parts.as_ref()?;
        let standing = |(item, number): &(Item, u64)| match parts.items.get(briefing.id_of(*item)) {
            None => Some((*item, Standing::New)),
            Some(part) if part.number != *number => Some((*item, Standing::Changed)),
            Some(_) => None,
        };
        let ids: HashSet<&str> = imprint.items.iter().map(|(item, _)| briefing.id_of(*item)).collect();
        let is_gone = |(id, part): &(&String, &Part)| !part.is_gone && !ids.contains(id.as_str());
        Some(Fresh {
            items: imprint.items.iter().filter_map(standing).collect(),
            withdrawn: parts.items.iter().filter(is_gone).map(|(id, _)| id.clone()).collect(),
            own: parts.own != imprint.own,
        })
    }

    /// The same after an item was read on a day, or, where that is `None`, what belongs to no item.
    #[must_use]
    pub fn after(&self, briefing: &Briefing, imprint: &Imprint, read: Option<Item>, on: &str) -> Self {
        let mut parts = self.parts.clone().unwrap_or_default();
        if let Some(item) = read {
            let number = imprint.items.iter().find(|(other, _)| *other == item).map_or(0, |(_, number)| *number);
            parts.items.insert(briefing.id_of(item).to_owned(), part(briefing, item, number));
        } else {
            parts.own = imprint.own;
            let ids: HashSet<&str> = imprint.items.iter().map(|(item, _)| briefing.id_of(*item)).collect();
            parts.items.iter_mut().for_each(|(id, part)| part.is_gone = !ids.contains(id.as_str()));
        }
        self.with(parts, briefing, imprint, on)
    }

    /// The same with what is read of a briefing; on a day, if that is all.
    fn with(&self, parts: Parts, briefing: &Briefing, imprint: &Imprint, on: &str) -> Self {
        let partly = Self { on: self.on.clone(), whole: 0, parts: Some(parts) };
        match partly.fresh(briefing, imprint) {
            Some(fresh) if fresh.is_none() => Self { on: on.to_owned(), whole: imprint.whole, ..partly },
            _ => partly,
        }
    }

    /// The same after the reader has written what it says `now` where it said something else `before`: what a person writes
    /// they have read, and what they had not read before is as unread as it was.
    #[must_use]
    pub fn written(&self, before: (&Briefing, &Imprint), now: (&Briefing, &Imprint), on: &str) -> Self {
        let (was, is) = (Self::of(before.0, before.1, on), Self::of(now.0, now.1, on));
        if self.whole == was.whole {
            return is;
        }
        let (Some(mut read), Some(was), Some(is)) = (self.parts.clone(), was.parts, is.parts) else { return self.clone() };
        if read.own == was.own {
            read.own = is.own;
        }
        for id in was.items.keys().chain(is.items.keys()) {
            if read.items.get(id).filter(|part| !part.is_gone) == was.items.get(id) {
                match is.items.get(id) {
                    Some(part) => drop(read.items.insert(id.clone(), part.clone())),
                    None => drop(read.items.remove(id)),
                }
            }
        }
        self.with(read, now.0, now.1, on)
    }
}

impl Edition {
    /// The same after nothing but names were changed, each to what it is called `now`: what was read is read under its new name,
    /// and what was not read is not.
    #[must_use]
    pub fn renamed(&self, before: (&Briefing, &Imprint), now: (&Briefing, &Imprint), new_name: impl Fn(&str) -> Option<String>) -> Self {
        let (was, is) = (Self::of(before.0, before.1, &self.on), Self::of(now.0, now.1, &self.on));
        if self.whole == was.whole {
            return is;
        }
        let (Some(read), Some(was), Some(is)) = (&self.parts, was.parts, is.parts) else { return self.clone() };
        let own = if read.own == was.own { is.own } else { read.own };
        let item = |(id, part): (&String, &Part)| {
            let new = new_name(id).unwrap_or_else(|| id.clone());
            let is_read = was.items.get(id) == Some(part);
            let part = is.items.get(&new).filter(|_| is_read).unwrap_or(part).clone();
            (new, part)
        };
        let parts = Parts { own, items: read.items.iter().map(item).collect() };
        self.with(parts, now.0, now.1, &self.on)
    }
}

/// A change of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub briefing: String,
    /// `None`: it is unread again.
    pub read: Option<Edition>,
}
