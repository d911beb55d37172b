//! An item: what every kind has, and what only its own has.

use super::judgement::JsonJudgement;
use super::source::{JsonClaim, JsonSource};
use super::words::{Accept, Day, Mark, Odds, Term, text, texts};
use crate::briefing::model::{Actor, Alternative, Assumption, Dissent, Event, Gap, Indicator, Relationship, Scenario, Text};
use crate::briefing::scale::{Direction, EventKind, Polarity, Quad, Vocabulary};
use crate::briefing::{Item, ItemKind, Link, Resolved, Word};
use crate::export::units::Units;
use crate::library::HeldBriefing;
use crate::page::Place;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct JsonItem<'a> {
    id: &'a str,
    kind: &'static str,
    address: String,
    /// Of its own; without one it is marked as its briefing.
    marking: Option<Mark<'a>>,
    accept: Vec<Accept<'a>>,
    links: Links<'a>,
    #[serde(flatten)]
    fields: Fields<'a>,
}

/// The ids of items that it refers to, and of those that refer to it. In a part of a briefing they need not be handed on.
#[derive(Debug, Serialize)]
struct Links<'a> {
    to: Vec<Edge<'a>>,
    from: Vec<Edge<'a>>,
}

#[derive(Debug, Serialize)]
struct Edge<'a> {
    kind: &'static str,
    id: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Fields<'a> {
    Source(Box<JsonSource<'a>>),
    Actor(JsonActor<'a>),
    Claim(JsonClaim<'a>),
    Judgement(Box<JsonJudgement<'a>>),
    Assumption(JsonAssumption<'a>),
    Alternative(JsonAlternative<'a>),
    Dissent(JsonDissent<'a>),
    Indicator(JsonIndicator<'a>),
    Scenario(JsonScenario<'a>),
    Gap(JsonGap<'a>),
    Event(JsonEvent<'a>),
    Relationship(JsonRelationship<'a>),
}

impl<'a> JsonItem<'a> {
    pub fn of(of: &'a HeldBriefing, units: &[Option<Units<'_>>], item: Item) -> Self {
        let resolved = &of.resolved;
        let (briefing, graph) = (&resolved.briefing, &resolved.graph);
        let head = briefing.head(item);
        let edge = |link: &Link, other: Item| Edge { kind: link.kind.name(), id: briefing.id_of(other) };
        Self {
            id: &head.id,
            kind: item.kind.name(),
            address: Place::item(&of.id, &head.id).to_string(),
            marking: head.marking.as_ref().map(Mark::of),
            accept: Accept::all(&head.accept),
            links: Links {
                to: graph.from(item).iter().map(|link| edge(link, link.to)).collect(),
                from: graph.to(item).iter().map(|link| edge(link, link.from)).collect(),
            },
            fields: Fields::of(resolved, units, item),
        }
    }
}

impl<'a> Fields<'a> {
    fn of(resolved: &'a Resolved, units: &[Option<Units<'_>>], item: Item) -> Self {
        let (briefing, at) = (&resolved.briefing, item.index);
        match item.kind {
            ItemKind::Source => Self::Source(Box::new(JsonSource::of(resolved, units, at))),
            ItemKind::Actor => Self::Actor(JsonActor::of(&briefing.actors[at])),
            ItemKind::Claim => Self::Claim(JsonClaim::of(resolved, units, at)),
            ItemKind::Judgement => Self::Judgement(Box::new(JsonJudgement::of(resolved, at))),
            ItemKind::Assumption => Self::Assumption(JsonAssumption::of(&briefing.assumptions[at])),
            ItemKind::Alternative => Self::Alternative(JsonAlternative::of(&briefing.alternatives[at])),
            ItemKind::Dissent => Self::Dissent(JsonDissent::of(&briefing.dissents[at])),
            ItemKind::Indicator => Self::Indicator(JsonIndicator::of(&briefing.indicators[at])),
            ItemKind::Scenario => Self::Scenario(JsonScenario::of(&briefing.scenarios[at])),
            ItemKind::Gap => Self::Gap(JsonGap::of(&briefing.gaps[at])),
            ItemKind::Event => Self::Event(JsonEvent::of(resolved, item, &briefing.events[at])),
            ItemKind::Relationship => Self::Relationship(JsonRelationship::of(resolved, item, &briefing.relationships[at])),
        }
    }
}

#[derive(Debug, Serialize)]
struct JsonActor<'a> {
    name: &'a str,
    aka: Vec<&'a str>,
    of: Option<&'a str>,
    /// Of its id and `of`.
    actor_kind: &'static str,
}

impl<'a> JsonActor<'a> {
    fn of(actor: &'a Actor) -> Self {
        Self { name: actor.name(), aka: texts(&actor.aka), of: text(actor.of.as_ref()), actor_kind: actor.kind().name() }
    }
}

#[derive(Debug, Serialize)]
struct JsonAssumption<'a> {
    text: Option<&'a str>,
    if_wrong: Option<&'a str>,
}

impl<'a> JsonAssumption<'a> {
    fn of(assumption: &'a Assumption) -> Self {
        Self { text: text(assumption.text.as_ref()), if_wrong: text(assumption.if_wrong.as_ref()) }
    }
}

#[derive(Debug, Serialize)]
struct JsonAlternative<'a> {
    judgement: Option<&'a str>,
    text: Option<&'a str>,
    likelihood: Option<Odds<'a>>,
    #[serde(rename = "for")]
    supports: Vec<&'a str>,
    against: Vec<&'a str>,
}

impl<'a> JsonAlternative<'a> {
    fn of(reading: &'a Alternative) -> Self {
        Self {
            judgement: text(reading.to.as_ref()),
            text: text(reading.text.as_ref()),
            likelihood: reading.likelihood.as_ref().map(Odds::of),
            supports: texts(&reading.supports),
            against: texts(&reading.against),
        }
    }
}

#[derive(Debug, Serialize)]
struct JsonDissent<'a> {
    judgement: Option<&'a str>,
    who: Option<&'a str>,
    text: Option<&'a str>,
    likelihood: Option<Odds<'a>>,
}

impl<'a> JsonDissent<'a> {
    fn of(dissent: &'a Dissent) -> Self {
        let likelihood = dissent.likelihood.as_ref().map(Odds::of);
        Self { judgement: text(dissent.to.as_ref()), who: text(dissent.who.as_ref()), text: text(dissent.text.as_ref()), likelihood }
    }
}

#[derive(Debug, Serialize)]
struct JsonIndicator<'a> {
    text: Option<&'a str>,
    threshold: Option<&'a str>,
    moves: Vec<Move<'a>>,
    seen: Option<Day<'a>>,
}

#[derive(Debug, Serialize)]
struct Move<'a> {
    id: &'a str,
    direction: Term<'a>,
}

impl<'a> JsonIndicator<'a> {
    fn of(indicator: &'a Indicator) -> Self {
        let moves = indicator.moves.iter().map(|(id, way): &'a (Text, Word<Direction>)| Move { id, direction: Term::of(way) });
        Self {
            text: text(indicator.text.as_ref()),
            threshold: text(indicator.threshold.as_ref()),
            moves: moves.collect(),
            seen: indicator.seen.as_ref().map(Day::of),
        }
    }
}

#[derive(Debug, Serialize)]
struct JsonScenario<'a> {
    scenario_kind: Option<&'static str>,
    text: Option<&'a str>,
    likelihood: Option<Odds<'a>>,
    with: Vec<&'a str>,
    without: Vec<&'a str>,
}

impl<'a> JsonScenario<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        let likelihood = scenario.likelihood.as_ref().map(Odds::of);
        Self {
            scenario_kind: scenario.kind.map(Vocabulary::word),
            text: text(scenario.text.as_ref()),
            likelihood,
            with: texts(&scenario.with),
            without: texts(&scenario.without),
        }
    }
}

#[derive(Debug, Serialize)]
struct JsonGap<'a> {
    text: Option<&'a str>,
    limits: Vec<&'a str>,
    collect: Option<&'a str>,
}

impl<'a> JsonGap<'a> {
    fn of(gap: &'a Gap) -> Self {
        Self { text: text(gap.text.as_ref()), limits: texts(&gap.limits), collect: text(gap.collect.as_ref()) }
    }
}

#[derive(Debug, Serialize)]
struct JsonEvent<'a> {
    /// A word of the vocabulary of events, and a word of the analyst's own.
    event_kind: Option<&'static str>,
    word: Option<&'a str>,
    text: Option<&'a str>,
    date: Option<Day<'a>>,
    #[serde(rename = "where")]
    place: Option<&'a str>,
    actors: Vec<&'a str>,
    after: Vec<&'a str>,
    during: Vec<&'a str>,
    claims: Vec<&'a str>,
    /// As the file says it, and as it is shown: as its claims carry it where the file says nothing.
    mode: Option<Term<'a>>,
    derived: Shown,
}

#[derive(Debug, Serialize)]
struct Shown {
    mode: &'static str,
    /// Of a kind of event or tie: cooperation, conflict, neutral; verbal or material.
    polarity: Option<&'static str>,
}

impl<'a> JsonEvent<'a> {
    fn of(resolved: &Resolved, item: Item, event: &'a Event) -> Self {
        Self {
            event_kind: event.kind.map(Vocabulary::word),
            word: text(event.word.as_ref()),
            text: text(event.text.as_ref()),
            date: event.date.as_ref().map(Day::of),
            place: text(event.place.as_ref()),
            actors: texts(&event.actors),
            after: texts(&event.after),
            during: texts(&event.during),
            claims: texts(&event.claims),
            mode: event.mode.as_ref().map(Term::of),
            derived: Shown { mode: resolved.mode(item).word(), polarity: event.kind.and_then(EventKind::quad).map(Quad::label) },
        }
    }
}

#[derive(Debug, Serialize)]
struct JsonRelationship<'a> {
    tie_kind: Option<Term<'a>>,
    tie_from: Vec<&'a str>,
    tie_to: Vec<&'a str>,
    claims: Vec<&'a str>,
    mode: Option<Term<'a>>,
    derived: Shown,
}

impl<'a> JsonRelationship<'a> {
    fn of(resolved: &Resolved, item: Item, tie: &'a Relationship) -> Self {
        let polarity = tie.kind.as_ref().and_then(|word| word.value).map(|kind| Polarity::label(kind.polarity()));
        Self {
            tie_kind: tie.kind.as_ref().map(Term::of),
            tie_from: texts(&tie.from),
            tie_to: texts(&tie.to),
            claims: texts(&tie.claims),
            mode: tie.mode.as_ref().map(Term::of),
            derived: Shown { mode: resolved.mode(item).word(), polarity },
        }
    }
}
