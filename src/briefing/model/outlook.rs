//! What may come and what happened: indicators, scenarios, gaps, events, relationships.

use super::{Head, Reference, Text};
use crate::briefing::date::Date;
use crate::briefing::scale::{Direction, EventKind, Likelihood, ScenarioKind, TieKind};
use crate::yaml::spanned::Word;

/// What we watch.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Id and acknowledged findings.
    pub head: Head,
    /// What is watched.
    pub text: Option<Text>,
    /// From when on it counts.
    pub threshold: Option<Text>,
    /// What it moves, and which way.
    pub moves: Vec<(Reference, Word<Direction>)>,
    /// When it was seen.
    pub seen: Option<Word<Date>>,
}

/// What may come.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Id and acknowledged findings.
    pub head: Head,
    /// Its kind.
    pub kind: Option<ScenarioKind>,
    /// The scenario.
    pub text: Option<Text>,
    /// How likely it is.
    pub likelihood: Option<Word<Likelihood>>,
}

/// What we do not know.
#[derive(Debug, Clone)]
pub struct Gap {
    /// Id and acknowledged findings.
    pub head: Head,
    /// The question.
    pub text: Option<Text>,
    /// The judgements that it limits.
    pub limits: Vec<Reference>,
    /// Where the answer could be had.
    pub collect: Option<Text>,
}

/// What happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// Id and acknowledged findings.
    pub head: Head,
    /// What kind of event.
    pub kind: Option<EventKind>,
    /// The event.
    pub text: Option<Text>,
    /// When, if a source says so.
    pub date: Option<Word<Date>>,
    /// Where, as an ISO 3166-1 code.
    pub place: Option<Text>,
    /// Who took part, the doer first.
    pub actors: Vec<Reference>,
    /// The claims that report it.
    pub claims: Vec<Reference>,
}

/// Who is tied to whom.
#[derive(Debug, Clone)]
pub struct Relationship {
    /// Id and acknowledged findings.
    pub head: Head,
    /// From whom.
    pub from: Vec<Reference>,
    /// To whom.
    pub to: Vec<Reference>,
    /// How.
    pub kind: Option<Word<TieKind>>,
    /// The claims that report it.
    pub claims: Vec<Reference>,
}
