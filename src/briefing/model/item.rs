//! What every item has: kind, place, id.

use super::Text;

/// An item of a briefing: its kind and its 0-based place among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// Its kind.
    pub kind: ItemKind,
    /// Its place among its kind, 0-based, in the file's order.
    pub index: usize,
}

/// The kinds of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A source.
    Source,
    /// An actor.
    Actor,
    /// A claim.
    Claim,
    /// A judgement.
    Judgement,
    /// An assumption of ours.
    Assumption,
    /// An alternative reading (a hypothesis).
    Alternative,
    /// A dissent.
    Dissent,
    /// An indicator.
    Indicator,
    /// A scenario.
    Scenario,
    /// A gap.
    Gap,
    /// An event.
    Event,
    /// A relationship.
    Relationship,
}

impl ItemKind {
    /// Every kind, in the order of the format.
    pub const ALL: [Self; 12] = [
        Self::Source,
        Self::Actor,
        Self::Claim,
        Self::Judgement,
        Self::Assumption,
        Self::Alternative,
        Self::Dissent,
        Self::Indicator,
        Self::Scenario,
        Self::Gap,
        Self::Event,
        Self::Relationship,
    ];

    /// Its name: "judgement".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Actor => "actor",
            Self::Claim => "claim",
            Self::Judgement => "judgement",
            Self::Assumption => "assumption",
            Self::Alternative => "alternative",
            Self::Dissent => "dissent",
            Self::Indicator => "indicator",
            Self::Scenario => "scenario",
            Self::Gap => "gap",
            Self::Event => "event",
            Self::Relationship => "relationship",
        }
    }

    /// The letter that its ids begin with; sources and actors have none.
    #[must_use]
    pub fn letter(self) -> Option<char> {
        match self {
            Self::Source | Self::Actor => None,
            Self::Claim => Some('C'),
            Self::Judgement => Some('J'),
            Self::Assumption => Some('A'),
            Self::Alternative => Some('H'),
            Self::Dissent => Some('D'),
            Self::Indicator => Some('I'),
            Self::Scenario => Some('S'),
            Self::Gap => Some('G'),
            Self::Event => Some('T'),
            Self::Relationship => Some('R'),
        }
    }
}

/// What every item has.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its id: the key that it stands under.
    pub id: Text,
    /// Findings looked at and lived with: rule and reason.
    pub accept: Vec<(Text, Text)>,
}
