//! The table of the format: its types, their fields, and what an analyst should know of each.

mod analysis;
mod outlook;
mod sources;

use super::patterns::Name;
use super::words::{CHANGE, EVENT_KINDS, MARKINGS, SLIDES, Word, Words, YARDSTICK, likelihood, marking};
use crate::briefing::model::{Briefing, ItemKind};
use analysis::{ALTERNATIVE, ASSUMPTION, DISSENT, JUDGEMENT, OUTCOME, WAS};
use outlook::{EVENT, GAP, INDICATOR, RELATIONSHIP, SCENARIO};
use sources::{ACTOR, ADDRESS, CANDIDATE, CLAIM, PASSAGE, PUBLICATION, SET_ASIDE, SOURCE};

/// What a mapping of the format may hold; any other key is an unknown field.
#[derive(Debug)]
pub struct Type {
    pub name: &'static str,
    pub about: &'static str,
    /// Exactly one of these is a key, and the text stands under it.
    pub kinds: Option<fn() -> Vec<Word>>,
    /// It may be left blank.
    pub blank: bool,
    /// The other fields.
    pub fields: &'static [Field],
}

impl Type {
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What stands under a key.
    #[must_use]
    pub fn under(&self, key: &str) -> Option<Value> {
        let is_kind = || self.kinds.is_some_and(|kinds| kinds().iter().any(|kind| kind.word == key));
        self.field(key).map(|field| field.value).or_else(|| is_kind().then_some(Value::Text))
    }
}

#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub value: Value,
    /// Only what a check calls missing is required.
    pub required: bool,
    pub about: &'static str,
}

/// What stands under a field.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    Text,
    Date,
    Digest,
    Name(Name),
    Word(&'static Words),
    /// A word of the briefing's yardstick.
    Likelihood,
    /// A word of the briefing's markings.
    Marking,
    Type(&'static Type),
    List(&'static Value),
    Map(Name, &'static Value),
    Any(&'static [Value]),
}

impl Value {
    /// The words of which it is one, in a briefing.
    #[must_use]
    pub fn words(self, briefing: &Briefing) -> Option<Vec<Word>> {
        match self {
            Self::Word(words) => Some((words.words)()),
            Self::Likelihood => Some(likelihood(briefing.yardstick())),
            Self::Marking => Some(marking(briefing.markings())),
            _ => None,
        }
    }
}

const fn field(name: &'static str, value: Value, about: &'static str) -> Field {
    Field { name, value, required: false, about }
}

const fn required(name: &'static str, value: Value, about: &'static str) -> Field {
    Field { name, value, required: true, about }
}

pub static TYPES: [&Type; 20] = [
    &BRIEFING,
    &SOURCE,
    &ADDRESS,
    &PUBLICATION,
    &SET_ASIDE,
    &PASSAGE,
    &ACTOR,
    &CLAIM,
    &CANDIDATE,
    &JUDGEMENT,
    &WAS,
    &OUTCOME,
    &ASSUMPTION,
    &ALTERNATIVE,
    &DISSENT,
    &INDICATOR,
    &SCENARIO,
    &GAP,
    &EVENT,
    &RELATIONSHIP,
];

const TEXTS: Value = Value::List(&Value::Text);
const SLIDES_IN_ORDER: Value = Value::List(&Value::Any(&[Value::Word(&SLIDES), Value::Name(Name::Item(&[ItemKind::Judgement]))]));
const CLAIMS: Value = Value::List(&Value::Name(Name::Item(&[ItemKind::Claim])));

static SECTION: Value = Value::Map(Name::Item(&[ItemKind::Claim]), &Value::Type(&CLAIM));

static CANDIDATES: Value = Value::List(&Value::Type(&CANDIDATE));

const MARKING: Field =
    field("marking", Value::Marking, "Who may have it, in a word of the briefing's markings; its portion mark stands before its sentence.");

const ACCEPT: Field = field(
    "accept",
    Value::Map(Name::Any, &Value::Text),
    "Findings looked at and lived with: the rule, and why. They are listed, never hidden.",
);

#[rustfmt::skip]
pub static BRIEFING: Type = Type {
    name: "briefing",
    about: "A briefing: what sources say, passage by passage, and what we judge from it.",
    kinds: None,
    blank: false,
    fields: &[
        required("briefing",   Value::Name(Name::Briefing),                                                    "The briefing's id, the first part of every address in it."),
        field("title",         Value::Text,                                                                    "Its title."),
        field("markings",      Value::Word(&MARKINGS),                                                         "The only markings that this briefing may use; tlp where left out."),
        required("marking",    Value::Marking,                                                                 "Who may have it: a word of its markings, with caveats behind // where these have some."),
        field("date",          Value::Date,                                                                    "The date of this edition."),
        field("yardstick",     Value::Word(&YARDSTICK),                                                        "The only likelihood words that this briefing may use; icd203 where left out."),
        field("event_kinds",   Value::Word(&EVENT_KINDS),                                                      "The only kinds that its events may have, and other; cameo where left out."),
        field("change",        Value::Word(&CHANGE),                                                           "How this edition stands to the one before it (ICD 203, standard 7)."),
        field("previous",      Value::Text,                                                                    "The file of the edition before, relative to the library."),
        field("author",        Value::Any(&[Value::Text, TEXTS]),                                              "Who wrote it: a name, or a list of names."),
        field("approved_by",   Value::Text,                                                                    "Who has let it go out."),
        field("customer",      Value::Any(&[Value::Text, TEXTS]),                                              "Whom it is written for: a name, or a list of names."),
        field("tags",          TEXTS,                                                                          "Words that it is filed under, whatever it says: the library is filtered and searched by them."),
        field("question",      Value::Text,                                                                    "The question that the briefing answers."),
        field("bottom_line",   Value::Text,                                                                    "The answer, first and short; [J1] names the judgement that it is drawn from."),
        field("implications",  Value::Any(&[Value::Text, TEXTS]),                                              "What it means for the reader: a text, or a list of texts (ICD 203, standard 5)."),
        field("source_summary", Value::Text,                                                                   "The strengths and weaknesses of all sources together (ICD 206)."),
        ACCEPT,
        field("slides",        SLIDES_IN_ORDER,                                                                "The order of the talk: its parts, and judgements by their ids. What is left out is not shown; all is shown where there is no list."),
        field("sources",       Value::Map(Name::Source, &Value::Type(&SOURCE)),                                "What was read, each under an id in capitals: ART."),
        field("actors",        Value::Map(Name::Actor, &Value::Type(&ACTOR)),                                  "Who acts: states under their ISO 3166-1 code, others under a slug."),
        field("sections",      Value::Map(Name::Section, &SECTION),                                            "What the sources say: sections by slug, and in each its claims."),
        field("candidates",    Value::Map(Name::Section, &CANDIDATES),                                         "Sentences that wait to be taken as claims, by the sections that these would stand in. They count as nothing else."),
        field("judgements",    Value::Map(Name::Item(&[ItemKind::Judgement]), &Value::Type(&JUDGEMENT)),       "What we conclude, each under J and a number."),
        field("assumptions",   Value::Map(Name::Item(&[ItemKind::Assumption]), &Value::Type(&ASSUMPTION)),     "What we take for granted, each under A and a number."),
        field("alternatives",  Value::Map(Name::Item(&[ItemKind::Alternative]), &Value::Type(&ALTERNATIVE)),   "Rival readings of a judgement, each under H (hypothesis) and a number."),
        field("dissent",       Value::Map(Name::Item(&[ItemKind::Dissent]), &Value::Type(&DISSENT)),           "Other views within our own house, each under D and a number."),
        field("indicators",    Value::Map(Name::Item(&[ItemKind::Indicator]), &Value::Type(&INDICATOR)),       "What we watch, each under I and a number."),
        field("scenarios",     Value::Map(Name::Item(&[ItemKind::Scenario]), &Value::Type(&SCENARIO)),         "What may come: futures that exclude each other, each under S and a number."),
        field("gaps",          Value::Map(Name::Item(&[ItemKind::Gap]), &Value::Type(&GAP)),                   "What we do not know, each under G and a number."),
        field("events",        Value::Map(Name::Item(&[ItemKind::Event]), &Value::Type(&EVENT)),               "What happened, in time order, each under T and a number."),
        field("relationships", Value::Map(Name::Item(&[ItemKind::Relationship]), &Value::Type(&RELATIONSHIP)), "Who is tied to whom, each under R and a number."),
    ],
};
