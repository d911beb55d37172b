//! The differences between two editions of a briefing. An item is known by its id.

mod arrangement;
mod claims;
mod facts;
mod field_change;
mod fields;
mod fingerprint;
mod former_ids;
mod judgements;
mod others;
mod sources;

pub use arrangement::{candidate, in_context, slides};
pub use claims::ClaimChange;
pub use field_change::FieldChange;
pub use fields::{fields, grounds, own_fields};
pub use fingerprint::Imprint;
pub use former_ids::{FormerId, GIVEN_AWAY, former_ids};
pub use judgements::{Account, Aspect, JudgementChange, Outcome, account, rating, same_in};
pub use others::OtherChange;
pub use sources::SourceChange;

use super::model::Briefing;
use crate::text::single_spaced;
use std::collections::HashMap;

/// What became of an item. Numbers are its 0-based places among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Kept {
        before: usize,
        now: usize,
    },
    /// Only this edition has it.
    Added(usize),
    /// Only the edition before has it.
    Dropped(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Every judgement of either edition: those of this one in its order, then those that it dropped.
    pub judgements: Vec<JudgementChange>,
    /// Only the claims that differ, in the same order.
    pub claims: Vec<ClaimChange>,
    /// Only the sources that differ, in the same order.
    pub sources: Vec<SourceChange>,
    /// Only the items of other kinds that differ, kind by kind.
    pub others: Vec<OtherChange>,
    /// The places, in this edition, of judgements that give another reason or rest on other items.
    pub grounds: Vec<usize>,
    /// Fields of the briefing itself that differ, but its date and its bottom line.
    pub own: Vec<&'static str>,
    pub bottom_line: bool,
    /// They have other ids, days or editions before them, as the heads of both say.
    pub head: bool,
    /// The editions hold to different lists of likelihood words, so that one word may stand for two ranges.
    pub yardstick: bool,
}

/// How many judgements (`changed` to `dropped`) and how many claims (`added` to `reworded`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub changed: usize,
    /// Those of the changed that do not say why.
    pub silent: usize,
    /// What became of them is told.
    pub told: usize,
    pub restated: usize,
    pub consistent: usize,
    pub new: usize,
    pub dropped: usize,
    pub added: usize,
    pub withdrawn: usize,
    pub resourced: usize,
    pub reworded: usize,
}

impl Changes {
    #[must_use]
    pub fn between(before: &Briefing, now: &Briefing) -> Self {
        let judgements = judgements::compare(before, now);
        let grounds = judgements.iter().filter_map(|change| match change.fate {
            Fate::Kept { before: old, now: new } => {
                (others::grounds_of(&before.judgements[old]) != others::grounds_of(&now.judgements[new])).then_some(new)
            }
            _ => None,
        });
        let bottom_line = |briefing: &Briefing| single_spaced(briefing.bottom_line.as_ref().map_or("", |text| &text.value));
        Self {
            grounds: grounds.collect(),
            judgements,
            claims: claims::compare(before, now),
            sources: sources::compare(before, now),
            others: others::compare(before, now),
            own: others::own(before, now),
            bottom_line: bottom_line(before) != bottom_line(now),
            head: head(before, now),
            yardstick: before.yardstick() != now.yardstick(),
        }
    }

    /// The editions say the same.
    #[must_use]
    pub fn is_none(&self) -> bool {
        let same = |change: &JudgementChange| change.outcome == Outcome::Consistent && change.differs.is_empty();
        let nothing_else =
            self.own.is_empty() && self.claims.is_empty() && self.sources.is_empty() && self.others.is_empty() && self.grounds.is_empty();
        nothing_else && self.judgements.iter().all(same) && !self.bottom_line && !self.yardstick && !self.head
    }

    #[must_use]
    pub fn tally(&self) -> Tally {
        let judgements = |wanted: fn(&JudgementChange) -> bool| self.judgements.iter().filter(|change| wanted(change)).count();
        let claims = |wanted: fn(&ClaimChange) -> bool| self.claims.iter().filter(|change| wanted(change)).count();
        Tally {
            changed: judgements(|change| matches!(change.outcome, Outcome::Changed(_))),
            silent: judgements(|change| change.outcome == Outcome::Changed(Some(Account::Silent))),
            told: judgements(|change| change.outcome == Outcome::Told),
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

fn head(before: &Briefing, now: &Briefing) -> bool {
    let date = |briefing: &Briefing| briefing.date.as_ref().map(|word| word.text.clone());
    let previous = |briefing: &Briefing| briefing.previous.as_ref().map(|path| path.value.clone());
    // A file that gives no id has that of its name.
    let has_id = |briefing: &Briefing| briefing.id_span.end > 0;
    let is_renamed = has_id(before) && has_id(now) && before.id != now.id;
    is_renamed || date(before) != date(now) || previous(before) != previous(now)
}

/// The items of this edition in its order, then those that it dropped. An id that stands twice belongs to the first item,
/// as everywhere.
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
