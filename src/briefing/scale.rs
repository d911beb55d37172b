//! The closed vocabularies, each a table: likelihood, confidence, the Admiralty code, handling markings, and the words for claims, events, ties, scenarios and change.

pub mod admiralty;
mod caveats;
pub mod claim;
pub mod confidence;
pub mod event;
pub mod likelihood;
pub mod marking;
pub mod mode;
pub mod outcome;
pub mod outlook;
pub mod slide;
pub mod tie;

pub use admiralty::{Credibility, Reliability};
pub use claim::ClaimKind;
pub use confidence::Confidence;
pub use event::{EventKind, EventKinds, Quad};
pub use likelihood::{Likelihood, Way, Yardstick};
pub use marking::{Hue, Marking, Markings};
pub use mode::Mode;
pub use outcome::Came;
pub use outlook::{Change, Direction, ScenarioKind};
pub use tie::{Polarity, TieKind};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A closed vocabulary: the only words that a field may hold.
pub trait Vocabulary: Copy + 'static {
    /// In the order in which people list them.
    fn all() -> &'static [Self];
    /// As a briefing writes it.
    fn word(self) -> &'static str;

    #[must_use]
    fn from_word(word: &str) -> Option<Self> {
        Self::all().iter().copied().find(|value| value.word() == word)
    }

    #[must_use]
    fn words() -> Vec<&'static str> {
        Self::all().iter().map(|value| value.word()).collect()
    }
}

/// What stands for a row of a table is written as the place of the row.
macro_rules! by_place {
    ($($word:ident of $rows:expr),*) => {$(
        impl Serialize for $word {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $rows.position(|other| other == *self).serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $word {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let place = Option::<usize>::deserialize(deserializer)?;
                place.and_then(|place| $rows.nth(place)).ok_or_else(|| de::Error::custom("no such row"))
            }
        }
    )*};
}

by_place!(
    EventKind of EventKind::all().iter().copied(),
    Likelihood of Yardstick::all().iter().flat_map(|yardstick| yardstick.terms()),
    Marking of Markings::all().iter().flat_map(|markings| markings.terms()),
    TieKind of TieKind::all().iter().copied()
);
