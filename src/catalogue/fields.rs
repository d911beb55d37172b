//! The table of fields: what a library is filtered, sorted and searched by. Index, query language, completion, help and README
//! read it.

/// A field of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    In,
    Likelihood,
    Confidence,
    By,
    Outcome,
    Kind,
    Credibility,
    Reliability,
    Source,
    Section,
    Actor,
    About,
    Tag,
    Author,
    Marking,
    Date,
    State,
    Briefing,
    Is,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words of a closed vocabulary, without an order.
    Words,
    /// The same in an order, so that `<` and `>` ask for a part of them.
    Scale,
    Date,
    /// Names that the briefings give.
    Names,
    /// How it stands to what the reader has read, which no index holds.
    Own,
}

/// Whose field it is. What a briefing has, all its items have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    Briefing,
    Judgement,
    Claim,
    Source,
    Item,
}

pub struct Row {
    pub field: Field,
    pub name: &'static str,
    pub holds: Holds,
    pub of: Of,
    /// A list of briefings is filtered by it.
    pub chip: bool,
    pub help: &'static str,
    pub example: &'static str,
}

const fn row(field: Field, name: &'static str, holds: Holds, of: Of, chip: bool, example: &'static str, help: &'static str) -> Row {
    Row { field, name, holds, of, chip, help, example }
}

#[rustfmt::skip]
pub static FIELDS: [Row; 19] = [
    row(Field::In,          "in",          Holds::Words, Of::Item,      false, "in:judgement",       "what is looked for: an item of this kind, a briefing, the text of a source, a note of yours"),
    row(Field::Likelihood,  "likelihood",  Holds::Scale, Of::Judgement, true,  "likelihood>=likely", "how likely it is judged, on the yardstick of its briefing"),
    row(Field::Confidence,  "confidence",  Holds::Scale, Of::Judgement, true,  "confidence:low",     "how sound the basis of a judgement is"),
    row(Field::By,          "by",          Holds::Date,  Of::Judgement, true,  "by:..2026",          "the horizon of a judgement"),
    row(Field::Outcome,     "outcome",     Holds::Words, Of::Judgement, true,  "outcome:no",         "what became of a judgement, or that it is open"),
    row(Field::Kind,        "kind",        Holds::Words, Of::Claim,     true,  "kind:forecast",      "what a claim is"),
    row(Field::Credibility, "credibility", Holds::Scale, Of::Claim,     true,  "credibility:1..2",   "how credible a claim is, 1 to 6; 6 is not in the order"),
    row(Field::Reliability, "reliability", Holds::Scale, Of::Claim,     true,  "reliability:A..C",   "how reliable a source is, A to F, of itself, its text and its claims; >=B is A or B, F is not in the order"),
    row(Field::Source,      "source",      Holds::Names, Of::Claim,     false, "source:F",           "a source by its publisher, title, address or id, or by the letter of its reliability"),
    row(Field::Section,     "section",     Holds::Names, Of::Item,      true,  "section:economics",  "the section that a judgement or a claim stands in"),
    row(Field::Actor,       "actor",       Holds::Names, Of::Briefing,  true,  "actor:iran",         "an actor by any of its names: its own events and ties, and all else in briefings that have it"),
    row(Field::About,       "about",       Holds::Names, Of::Item,      false, "about:iran",         "an actor that an item itself names: in its words, or as one of an event or a tie"),
    row(Field::Tag,         "tag",         Holds::Names, Of::Briefing,  true,  "tag:energy",         "a word that the briefing is filed under"),
    row(Field::Author,      "author",      Holds::Names, Of::Briefing,  true,  "author:\"B. Okri\"", "who wrote the briefing"),
    row(Field::Marking,     "marking",     Holds::Scale, Of::Briefing,  true,  "marking<=green",     "who may be shown it, each vocabulary in its own order"),
    row(Field::Date,        "date",        Holds::Date,  Of::Briefing,  true,  "date:2025..",        "the date of the briefing's edition"),
    row(Field::State,       "state",       Holds::Words, Of::Briefing,  true,  "state:errors",       "what the check has found in the briefing"),
    row(Field::Briefing,    "briefing",    Holds::Names, Of::Briefing,  false, "briefing:port-strike", "the briefing by its id"),
    row(Field::Is,          "is",          Holds::Own,   Of::Briefing,  true,  "is:unread",          "what you have not read: unread, or only what is new, or only what has changed since; or read"),
];

impl Field {
    #[must_use]
    pub fn row(self) -> &'static Row {
        &FIELDS[self as usize]
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    #[must_use]
    pub fn holds(self) -> Holds {
        self.row().holds
    }

    /// A query asks for it, or may: it is not read for this, and in a phrase the name counts too.
    #[must_use]
    pub fn is_asked_in(self, query: &str) -> bool {
        let query = query.to_lowercase();
        [":", "=", "：", "＝"].iter().any(|sign| query.contains(&format!("{}{sign}", self.name())))
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        FIELDS.iter().find(|row| row.name == name).map(|row| row.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_its_row() {
        for (at, row) in FIELDS.iter().enumerate() {
            assert_eq!(row.field as usize, at, "{}", row.name);
            assert!(row.example.starts_with(row.name));
        }
    }
}
