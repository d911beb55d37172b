//! What may come and what happened: indicators, scenarios, gaps, events, relationships.

use super::{ACCEPT, CLAIMS, MARKING, Type, Value, field};
use crate::briefing::model::ItemKind;
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::words::{DIRECTION, MODE, TIE, event_kinds, scenario_kinds};

const ACTORS: Value = Value::List(&Value::Name(Name::Actor));
const EVENTS: Value = Value::List(&Value::Name(Name::Item(&[ItemKind::Event])));
const JUDGEMENTS: Value = Value::List(&Value::Name(Name::Item(&[ItemKind::Judgement])));
const MOVED: Name = Name::Item(&[ItemKind::Judgement, ItemKind::Alternative, ItemKind::Scenario, ItemKind::Assumption]);

#[rustfmt::skip]
pub static INDICATOR: Type = Type {
    name: "indicator",
    about: "What to watch for: something that can be seen, with a threshold fixed in advance.",
    kinds: None,
    blank: false,
    fields: &[
        field("text",      Value::Text,                                "What to watch for."),
        field("threshold", Value::Text,                                "What counts as seen."),
        field("moves",     Value::Map(MOVED, &Value::Word(&DIRECTION)), "What it makes more or less likely: {J1: up, S2: down}."),
        field("seen",      Value::Date,                                "When the threshold was reached; leave it out until then."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static SCENARIO: Type = Type {
    name: "scenario",
    about: "A future that may come. Its kind is the key that the text stands under: baseline, plausible or wildcard.",
    kinds: Some(scenario_kinds),
    blank: false,
    fields: &[
        field("likelihood", Value::Likelihood, "How likely it is, in a word of the briefing's yardstick."),
        field("with",       JUDGEMENTS,        "The judgements whose event happens in it: [J1]. Their likelihoods and those of the scenarios must fit."),
        field("without",    JUDGEMENTS,        "The judgements whose event does not happen in it: [J2]. A judgement in neither list is open in it."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static GAP: Type = Type {
    name: "gap",
    about: "What we do not know.",
    kinds: None,
    blank: false,
    fields: &[
        field("text",    Value::Text, "The question that is open."),
        field("limits",  JUDGEMENTS,  "The judgements that it limits: [J1]."),
        field("collect", Value::Text, "Where the answer could be found."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static EVENT: Type = Type {
    name: "event",
    about: "What happened. Its kind is the key that the text stands under; a pledge or a proposal is express-intent, not the act. The words are those of the briefing's event_kinds, and other.",
    kinds: Some(event_kinds),
    blank: false,
    fields: &[
        field("kind",   Value::Text, "What kind it is in a word of one's own, above all under `other`."),
        field("date",   Value::Date, "When it happened; leave it out where no source says."),
        field("after",  EVENTS,      "The events that a source puts before it: [T2]. Other events without a date keep the order of the file."),
        field("during", EVENTS,      "The events that a source puts it within: [T5]."),
        field("where",  Value::Text, "Where it happened: the ISO 3166-1 code of the state."),
        field("actors", ACTORS,      "Who took part: [RU, IR]."),
        field("claims", CLAIMS,      "The claims that report it."),
        field("mode",   Value::Word(&MODE), "How firmly its sources say it; where left out, as firmly as the firmest of its claims."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static RELATIONSHIP: Type = Type {
    name: "relationship",
    about: "Who is tied to whom, and how.",
    kinds: None,
    blank: false,
    fields: &[
        field("from",   ACTORS,            "Whom the tie leaves: [RU]."),
        field("to",     ACTORS,            "Whom it reaches: [IR]."),
        field("type",   Value::Word(&TIE), "What kind of tie it is."),
        field("claims", CLAIMS,            "The claims that report it."),
        field("mode",   Value::Word(&MODE), "How firmly its sources say it; where left out, as firmly as the firmest of its claims."),
        MARKING,
        ACCEPT,
    ],
};
