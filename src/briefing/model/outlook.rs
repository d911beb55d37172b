//! What may come and what happened: indicators, scenarios, gaps, events, relationships.

use super::{Head, Reference, Text};
use crate::briefing::date::Date;
use crate::briefing::scale::{Direction, EventKind, Likelihood, Mode, ScenarioKind, TieKind};
use crate::yaml::spanned::Word;
use serde::{Deserialize, Serialize};

/// What we watch.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Indicator {
    pub head: Head,
    pub text: Option<Text>,
    /// From when on it counts as a sign; fixed in advance.
    pub threshold: Option<Text>,
    pub moves: Vec<(Reference, Word<Direction>)>,
    /// `None` while nothing was seen.
    pub seen: Option<Word<Date>>,
}

/// What may come.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scenario {
    pub head: Head,
    pub kind: Option<ScenarioKind>,
    pub text: Option<Text>,
    pub likelihood: Option<Word<Likelihood>>,
    /// The judgements whose event happens in it.
    pub with: Vec<Reference>,
    /// Those whose event does not.
    pub without: Vec<Reference>,
}

/// What we do not know.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Gap {
    pub head: Head,
    pub text: Option<Text>,
    pub limits: Vec<Reference>,
    /// Where the answer might be had.
    pub collect: Option<Text>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Event {
    pub head: Head,
    pub kind: Option<EventKind>,
    /// What kind it is in a word of the analyst's own.
    pub word: Option<Text>,
    pub text: Option<Text>,
    /// `None` where no source says when.
    pub date: Option<Word<Date>>,
    /// The events that it came after, and those that it happened during.
    pub after: Vec<Reference>,
    pub during: Vec<Reference>,
    /// An ISO 3166-1 alpha-2 code.
    pub place: Option<Text>,
    /// The doer first.
    pub actors: Vec<Reference>,
    /// `None`: as its claims carry it.
    pub mode: Option<Word<Mode>>,
    pub claims: Vec<Reference>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Relationship {
    pub head: Head,
    pub from: Vec<Reference>,
    pub to: Vec<Reference>,
    pub kind: Option<Word<TieKind>>,
    /// `None`: as its claims carry it.
    pub mode: Option<Word<Mode>>,
    pub claims: Vec<Reference>,
}
