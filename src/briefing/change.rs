//! What is different between two editions of a briefing: judgements, claims and sources, each known by its id.

mod claims;
mod judgements;

pub use claims::ClaimChange;
pub use judgements::{Account, Aspect, JudgementChange, Outcome, account, rating};

use super::model::Briefing;
use std::collections::HashMap;

/// What became of an item between two editions. Numbers are its 0-based places among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Both editions have it.
    Kept {
        /// Its place in the edition before.
        before: usize,
        /// Its place in this edition.
        now: usize,
    },
    /// Only this edition has it.
    Added(usize),
    /// Only the edition before has it.
    Dropped(usize),
}

/// The differences between two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Every judgement of either edition: those of this one in its order, then those that it dropped.
    pub judgements: Vec<JudgementChange>,
    /// The claims that are not the same, in the same order.
    pub claims: Vec<ClaimChange>,
    /// The sources that only one edition has.
    pub sources: Vec<Fate>,
    /// The bottom line has other words.
    pub bottom_line: bool,
    /// The editions hold to different lists of likelihood words, so that one word may stand for two ranges.
    pub yardstick: bool,
}

/// How many judgements and claims met which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Judgements with another likelihood or confidence.
    pub changed: usize,
    /// Those of them that do not say why.
    pub silent: usize,
    /// Judgements with the same rating, and another text or horizon.
    pub restated: usize,
    /// Judgements that say what they said.
    pub consistent: usize,
    /// Judgements that only this edition has.
    pub new: usize,
    /// Judgements that only the edition before has.
    pub dropped: usize,
    /// Claims that only this edition has.
    pub added: usize,
    /// Claims that only the edition before has.
    pub withdrawn: usize,
    /// Claims with other passages, or passages of other sources.
    pub resourced: usize,
    /// Claims with other words, of another kind or with another grade.
    pub reworded: usize,
}

impl Changes {
    /// Compares an edition with the one before it.
    #[must_use]
    pub fn between(before: &Briefing, now: &Briefing) -> Self {
        let ids = |briefing: &Briefing| -> Vec<String> { briefing.sources.iter().map(|source| source.head.id.value.clone()).collect() };
        let bottom_line = |briefing: &Briefing| words(briefing.bottom_line.as_ref().map_or("", |text| &text.value));
        Self {
            judgements: judgements::compare(before, now),
            claims: claims::compare(before, now),
            sources: fates(&ids(before), &ids(now)).into_iter().filter(|fate| !matches!(fate, Fate::Kept { .. })).collect(),
            bottom_line: bottom_line(before) != bottom_line(now),
            yardstick: before.yardstick() != now.yardstick(),
        }
    }

    /// Counts them.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let judgements = |wanted: fn(&JudgementChange) -> bool| self.judgements.iter().filter(|change| wanted(change)).count();
        let claims = |wanted: fn(&ClaimChange) -> bool| self.claims.iter().filter(|change| wanted(change)).count();
        Tally {
            changed: judgements(|change| matches!(change.outcome, Outcome::Changed(_))),
            silent: judgements(|change| change.outcome == Outcome::Changed(Account::Silent)),
            restated: judgements(|change| change.outcome == Outcome::Restated),
            consistent: judgements(|change| change.outcome == Outcome::Consistent),
            new: judgements(|change| change.outcome == Outcome::New),
            dropped: judgements(|change| change.outcome == Outcome::Dropped),
            added: claims(|change| matches!(change.fate, Fate::Added(_))),
            withdrawn: claims(|change| matches!(change.fate, Fate::Dropped(_))),
            resourced: claims(ClaimChange::is_resourced),
            reworded: claims(ClaimChange::is_reworded),
        }
    }
}

/// What became of items by their ids: those of this edition in its order, then those that it dropped. Where an id
/// stands twice, the first item has it, as everywhere.
fn fates(before: &[String], now: &[String]) -> Vec<Fate> {
    let places = |ids: &[String]| {
        let mut places = HashMap::new();
        for (place, id) in ids.iter().enumerate() {
            places.entry(id.clone()).or_insert(place);
        }
        places
    };
    let (old, new) = (places(before), places(now));
    let first = |places: &HashMap<String, usize>, id: &String, place: usize| places.get(id) == Some(&place);
    let here = now.iter().enumerate().filter(|(place, id)| first(&new, id, *place));
    let mut fates: Vec<Fate> =
        here.map(|(now, id)| old.get(id).map_or(Fate::Added(now), |before| Fate::Kept { before: *before, now })).collect();
    let gone = before.iter().enumerate().filter(|(place, id)| first(&old, id, *place) && !new.contains_key(*id));
    fates.extend(gone.map(|(place, _)| Fate::Dropped(place)));
    fates
}

/// A text without its line breaks, which say nothing.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
