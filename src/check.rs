//! What `bluf check` holds a briefing to: a table of rules, and a small function for each that needs one.
//!
//! Rules of form (`yaml`, and most of `id` and `marking`) are found while a file is read; their rows have no function.

mod id;
mod marking;
mod quote;
mod source;

use crate::briefing::{Finding, Resolved};

/// How bad a finding is: SARIF's levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It must be mended.
    Error,
    /// It should be.
    Warning,
    /// Someone should know.
    Note,
}

impl Level {
    /// The level as a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["error", "warning", "note"][self as usize]
    }
}

/// A row of the table of rules.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Family and name: `quote/not-found`.
    pub id: &'static str,
    /// How bad it is to break it.
    pub level: Level,
    /// Why it is a rule, in one line.
    pub why: &'static str,
    /// The standard that asks for it.
    pub standard: &'static str,
    /// Finds where it is broken; absent where reading the file finds that.
    run: Option<fn(&Subject<'_>) -> Vec<Finding>>,
}

/// What rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The briefing, with its sources' texts.
    pub resolved: &'a Resolved,
    /// The text of the briefing's file.
    pub file: &'a str,
}

const fn rule(
    id: &'static str,
    level: Level,
    standard: &'static str,
    why: &'static str,
    run: Option<fn(&Subject<'_>) -> Vec<Finding>>,
) -> Rule {
    Rule { id, level, why, standard, run }
}

/// Every rule, by family.
#[rustfmt::skip]
pub static RULES: &[Rule] = &[
    rule("quote/not-found",     Level::Error, "ICD 206",   "a citation must be discoverable",                           Some(quote::not_found)),
    rule("quote/ambiguous",     Level::Error, "W3C WADM",  "a quote that stands several times selects all of them",     Some(quote::ambiguous)),
    rule("quote/folded",        Level::Note,  "W3C WADM",  "quotation marks, dashes or spaces differ from the source",  Some(quote::folded)),
    rule("source/file-missing", Level::Error, "ICD 206",   "a source that cannot be read supports nothing",             Some(source::file_missing)),
    rule("id/dangling",         Level::Error, "format",    "the way from judgement to passage must not break",          Some(id::dangling)),
    rule("id/duplicate",        Level::Error, "format",    "an id names one item",                                      None),
    rule("id/prefix",           Level::Error, "format",    "an id shows what it names",                                 None),
    rule("id/reserved",         Level::Error, "format",    "an address names one page",                                 None),
    rule("marking/missing",     Level::Error, "TLP 2.0",   "whoever holds a briefing must know who may have it",        Some(marking::missing)),
    rule("marking/invalid",     Level::Error, "TLP 2.0",   "only the labels of the standard mean anything",             None),
    rule("judgement/off-scale", Level::Error, "ICD 203",   "one yardstick, and no terms foreign to it",                 None),
    rule("event/bad-date",      Level::Error, "EDTF",      "a date that cannot be read dates nothing",                  None),
    rule("yaml/syntax",         Level::Error, "YAML 1.2",  "the file cannot mean what was written",                     None),
    rule("yaml/encoding",       Level::Error, "YAML 1.2",  "the file is no text",                                       None),
    rule("yaml/wrong-type",     Level::Error, "format",    "a value of another shape than the field has",               None),
    rule("yaml/unknown-field",  Level::Error, "format",    "a field that nobody reads",                                 None),
    rule("yaml/unknown-word",   Level::Error, "format",    "a word that the vocabulary does not have",                  None),
    rule("yaml/trap",           Level::Error, "YAML 1.1",  "other readers take it for something else",                  None),
    rule("yaml/budget",         Level::Error, "format",    "more than a briefing can hold",                             None),
];

/// The level of a rule; an error for an id that the table does not have.
#[must_use]
pub fn level(rule: &str) -> Level {
    RULES.iter().find(|row| row.id == rule).map_or(Level::Error, |row| row.level)
}

/// Everything that rules find beyond what reading the file found.
#[must_use]
pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    RULES.iter().filter_map(|rule| rule.run).flat_map(|run| run(subject)).collect()
}
