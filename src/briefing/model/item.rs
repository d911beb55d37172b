use super::Text;
use crate::briefing::scale::Marking;
use crate::yaml::spanned::Word;
use serde::{Deserialize, Serialize};

/// Points at an item; what the item says stands in its briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Item {
    pub kind: ItemKind,
    /// Its 0-based place among its kind, in the file's order.
    pub index: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ItemKind {
    Source,
    Actor,
    Claim,
    Judgement,
    Assumption,
    Alternative,
    Dissent,
    Indicator,
    Scenario,
    Gap,
    Event,
    Relationship,
}

impl ItemKind {
    /// In the order of the format.
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

    /// The field of a briefing that holds its items. Claims stand in sections.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Source => "sources",
            Self::Actor => "actors",
            Self::Claim => "sections",
            Self::Judgement => "judgements",
            Self::Assumption => "assumptions",
            Self::Alternative => "alternatives",
            Self::Dissent => "dissent",
            Self::Indicator => "indicators",
            Self::Scenario => "scenarios",
            Self::Gap => "gaps",
            Self::Event => "events",
            Self::Relationship => "relationships",
        }
    }

    /// The letter that its ids begin with. The ids of sources and actors are names, and so have none.
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
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Head {
    /// The key that it stands under.
    pub id: Text,
    /// Who may be shown it. An item without one is marked as its briefing.
    pub marking: Option<Word<Marking>>,
    /// Findings that the analyst has looked at and lives with: the rule, and why.
    pub accept: Vec<(Text, Text)>,
}
