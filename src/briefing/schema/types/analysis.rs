//! What is ours: judgements, assumptions, alternatives, dissent.

use super::{ACCEPT, CLAIMS, MARKING, Type, Value, field};
use crate::briefing::model::ItemKind;
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::words::{CAME, CONFIDENCE};

const ASSUMPTIONS: Value = Value::List(&Value::Name(Name::Item(&[ItemKind::Assumption])));
const A_JUDGEMENT: Value = Value::Name(Name::Item(&[ItemKind::Judgement]));

#[rustfmt::skip]
pub static JUDGEMENT: Type = Type {
    name: "judgement",
    about: "What we conclude. Likelihood and confidence stand in their own fields, never in the text.",
    kinds: None,
    blank: false,
    fields: &[
        field("section",     Value::Name(Name::Section), "The slug of the section that it belongs to."),
        field("text",        Value::Text,                "What will be so, in words that can turn out wrong, with no likelihood word."),
        field("by",          Value::Date,                "The day, month or year by which it will show."),
        field("likelihood",  Value::Likelihood,          "How likely it is, in a word of the briefing's yardstick."),
        field("confidence",  Value::Word(&CONFIDENCE),   "How sound the basis is, which says nothing of how likely the thing is."),
        field("because",     Value::Text,                "Why this likelihood, then why this confidence, in sentences of their own."),
        field("claims",      CLAIMS,                     "The claims that speak for its event, however likely it is: [C1, C4]. An event that is held to come rests on them."),
        field("against",     CLAIMS,                     "The claims that speak against its event. One that is held not to come rests on them; an even chance rests on both."),
        field("assumptions", ASSUMPTIONS,                "The assumptions that it stands on: [A1]."),
        field("speaker",     Value::Text,                "For whoever presents it: shown on the speaker's screen, on no page and on no slide."),
        field("was",         Value::Type(&WAS),          "What the edition before said, where this one says something else."),
        field("outcome",     Value::Type(&OUTCOME),      "What became of it; leave it out until that is known."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static OUTCOME: Type = Type {
    name: "outcome",
    about: "What became of a judgement, by its horizon.",
    kinds: None,
    blank: false,
    fields: &[
        field("came",   Value::Word(&CAME), "Whether it came about."),
        field("on",     Value::Date,        "When it came about, or when it was clear that it would not."),
        field("claims", CLAIMS,             "The claims that show it: [C7]."),
        field("note",   Value::Text,        "What came and what did not, or why it cannot be told."),
    ],
};

#[rustfmt::skip]
pub static WAS: Type = Type {
    name: "was",
    about: "What the edition before said of a judgement.",
    kinds: None,
    blank: false,
    fields: &[
        field("likelihood", Value::Likelihood,        "How likely it was, in a word of the briefing's yardstick."),
        field("confidence", Value::Word(&CONFIDENCE), "How sound the basis was."),
        field("why",        Value::Text,              "What changed our mind."),
    ],
};

#[rustfmt::skip]
pub static ASSUMPTION: Type = Type {
    name: "assumption",
    about: "What we take for granted, and judgements stand on.",
    kinds: None,
    blank: false,
    fields: &[
        field("text",     Value::Text, "What is taken for granted."),
        field("if_wrong", Value::Text, "What falls if it is wrong; [J1] names a judgement."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static ALTERNATIVE: Type = Type {
    name: "alternative",
    about: "A rival reading of a judgement; what speaks for and against it fills the matrix of alternatives.",
    kinds: None,
    blank: false,
    fields: &[
        field("to",         A_JUDGEMENT,       "The judgement that it reads otherwise: J1."),
        field("text",       Value::Text,       "The other reading."),
        field("likelihood", Value::Likelihood, "How likely it is, in a word of the briefing's yardstick."),
        field("for",        CLAIMS,            "The claims that speak for it."),
        field("against",    CLAIMS,            "The claims that speak against it."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static DISSENT: Type = Type {
    name: "dissent",
    about: "A named other view on one judgement, kept and shown.",
    kinds: None,
    blank: false,
    fields: &[
        field("to",         A_JUDGEMENT,       "The judgement that it disagrees with: J1."),
        field("who",        Value::Text,       "Who disagrees."),
        field("text",       Value::Text,       "The other view."),
        field("likelihood", Value::Likelihood, "How likely the judgement is in that view, in a word of the briefing's yardstick."),
        MARKING,
        ACCEPT,
    ],
};
