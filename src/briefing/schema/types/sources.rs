//! What is read: sources, actors, claims.

use super::{ACCEPT, MARKING, TEXTS, Type, Value, field, required};
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::words::{CREDIBILITY, RELIABILITY, claim_kinds};

static ONE_PASSAGE: Value = Value::Any(&[Value::Text, Value::Type(&PASSAGE)]);
static PASSAGES: Value = Value::Any(&[Value::Text, Value::Type(&PASSAGE), Value::List(&ONE_PASSAGE)]);
const QUOTE: Value = Value::Any(&[Value::Text, Value::Type(&PASSAGE), Value::List(&ONE_PASSAGE), Value::Map(Name::Source, &PASSAGES)]);

#[rustfmt::skip]
pub static SOURCE: Type = Type {
    name: "source",
    about: "A source: one text that was read whole, with its grade.",
    kinds: None,
    blank: false,
    fields: &[
        field("type",        Value::Text,                                       "What it is, as Hayagriva names it: article, web, report."),
        field("title",       Value::Text,                                       "Its title."),
        field("author",      Value::Any(&[Value::Text, TEXTS]),                 "Who wrote it: a name, or a list of names."),
        field("date",        Value::Date,                                       "When it was published; leave it out where the source does not say."),
        field("url",         Value::Any(&[Value::Text, Value::Type(&ADDRESS)]), "Its address on the web, alone or with the day on which it was read."),
        field("parent",      Value::Any(&[Value::Text, Value::Type(&PUBLICATION)]), "What it appeared in: a title, alone or with its type."),
        required("file",     Value::Text,                                       "The file of its text, relative to the library: seeds/article.txt."),
        field("origin",      Value::Text,                                       "Where it goes back to; sources of one origin count once."),
        field("sha256",      Value::Digest,                                     "The SHA-256 of the file of its text, as sha256sum prints it: it pins the text."),
        field("reliability", Value::Word(&RELIABILITY),                         "The Admiralty grade of the source, A to F; F means that there is no basis for judging."),
        field("descriptor",  Value::Text,                                       "What to know of it: access, age, motive, bias."),
        field("set_aside",   Value::List(&Value::Type(&SET_ASIDE)),             "What was read and left out on purpose."),
        MARKING,
        ACCEPT,
    ],
};

/// `url`, as Hayagriva has it.
pub static ADDRESS: Type = Type {
    name: "address",
    about: "An address on the web and when it was read.",
    kinds: None,
    blank: false,
    fields: &[field("value", Value::Text, "The address."), field("date", Value::Date, "When it was read.")],
};

/// `parent`, as Hayagriva has it.
pub static PUBLICATION: Type = Type {
    name: "publication",
    about: "What a source appeared in.",
    kinds: None,
    blank: false,
    fields: &[field("title", Value::Text, "Its title."), field("type", Value::Text, "What it is, as Hayagriva names it: newspaper, blog.")],
};

#[rustfmt::skip]
pub static SET_ASIDE: Type = Type {
    name: "set-aside",
    about: "What was read and left out on purpose: a passage, all from one passage to another, or all under a heading.",
    kinds: None,
    blank: false,
    fields: &[
        field("quote",   ONE_PASSAGE, "The passage, letter by letter from the source."),
        field("from",    ONE_PASSAGE, "In place of `quote`: the first words of a longer part, letter by letter from the source."),
        field("to",      ONE_PASSAGE, "The last words of that part."),
        field("heading", Value::Text, "In place of `quote`: the title of a heading of the source; all that stands under it is set aside."),
        field("why",     Value::Text, "Why no claim is made of it."),
    ],
};

#[rustfmt::skip]
pub static PASSAGE: Type = Type {
    name: "passage",
    about: "A passage that stands several times in its source, told apart by the words around it.",
    kinds: None,
    blank: false,
    fields: &[
        required("exact", Value::Text, "The quoted words, letter by letter from the source."),
        field("prefix",   Value::Text, "Words that stand right before them."),
        field("suffix",   Value::Text, "Words that stand right behind them."),
    ],
};

#[rustfmt::skip]
pub static ACTOR: Type = Type {
    name: "actor",
    about: "Someone who acts: two capitals are a state, `of` makes a person, all else is a group.",
    kinds: None,
    blank: true,
    fields: &[
        field("name", Value::Text,              "The name."),
        field("aka",  TEXTS,                    "Other names that the sources use."),
        field("of",   Value::Name(Name::Actor), "The actor that a person belongs to."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static CLAIM: Type = Type {
    name: "claim",
    about: "What a source says. Its kind is the key that the text stands under: fact, assessment, assumption or forecast.",
    kinds: Some(claim_kinds),
    blank: false,
    fields: &[
        field("quote",       QUOTE,                     "The words that say it: a passage, a list of passages, or either under the id of its source."),
        field("credibility", Value::Word(&CREDIBILITY), "The Admiralty grade of what is said, 1 to 6; left out means 6, no basis for judging."),
        MARKING,
        ACCEPT,
    ],
};

#[rustfmt::skip]
pub static CANDIDATE: Type = Type {
    name: "candidate",
    about: "What may become a claim: a sentence of a source under the kind that its words tell, until somebody takes it or takes it out.",
    kinds: Some(claim_kinds),
    blank: false,
    fields: &[
        field("quote", QUOTE, "The words that say it, as in a claim."),
    ],
};
