//! The words of a text, with what stands between them.

use super::class::Class;
use super::lexicon::{Entry, look_up};
use crate::text::phrases::words;
use std::ops::Range;

/// A word is a form of one of these.
macro_rules! is {
    ($word:expr, $($form:literal),+) => {{
        let lemma = $word.entry.lemma;
        $(lemma == const { $crate::english::lexicon::lemma($form) })||+
    }};
}
pub(crate) use is;

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    Space,
    Quote,
    Comma,
    /// A dash, or a bracket that opens.
    Open,
    /// A bracket that closes.
    Close,
    /// A semicolon, a colon.
    Break,
    /// The end of a sentence.
    End,
}

/// What the letters of a word tell, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape(u8);

impl Shape {
    /// It begins with a capital.
    pub const CAPITAL: Self = Self(1);
    /// It is a possessive: "the bank's".
    pub const OWNS: Self = Self(1 << 1);
    /// It ends as plurals do.
    pub const PLURAL: Self = Self(1 << 2);
    /// It ends as names of persons do: "buyer".
    pub const PERSON: Self = Self(1 << 3);
    /// It denies by its first or last letters: "unsigned", "stateless".
    pub const NEGATIVE: Self = Self(1 << 4);
    /// A year or a decade of the last hundred and fifty years that is over.
    pub const PAST_YEAR: Self = Self(1 << 6);
    /// `%` stands behind it.
    pub const PERCENT: Self = Self(1 << 5);
    /// It stands in quotation marks.
    pub const QUOTED: Self = Self(1 << 7);

    fn of(word: &str, plain: &str, owns: bool, quoted: bool) -> Self {
        let capital = word.starts_with(char::is_uppercase);
        let told = [
            (Self::CAPITAL, capital),
            (Self::OWNS, owns),
            (Self::QUOTED, quoted),
            (Self::PLURAL, is_plural(plain)),
            (Self::PERSON, is_person(plain)),
            (Self::NEGATIVE, is_negative(plain)),
            (Self::PAST_YEAR, is_past_year(plain)),
        ];
        Self(told.iter().filter(|(_, is)| *is).fold(0, |bits, (shape, _)| bits | shape.0))
    }
}

#[derive(Debug, Clone)]
pub struct Word {
    /// Its bytes.
    pub range: Range<usize>,
    pub entry: Entry,
    pub gap: Gap,
    pub shape: Shape,
}

impl Word {
    #[must_use]
    pub fn is(&self, class: Class) -> bool {
        self.entry.class.is(class)
    }

    #[must_use]
    pub fn has(&self, shape: Shape) -> bool {
        self.shape.0 & shape.0 != 0
    }

    /// "The villagers' terraces": an apostrophe that ends no quotation.
    fn set_owner(&mut self, text: &str, behind: &str, next: &str) {
        let quoted = || {
            let before = &text[..self.range.start];
            before.contains('‘') || before.contains(" '") || before.starts_with('\'')
        };
        let bare = matches!(behind, "' " | "’ ") && text[self.range.clone()].ends_with('s') && next.starts_with(char::is_lowercase);
        if bare && !quoted() {
            self.shape.0 |= Shape::OWNS.0;
        }
    }

    fn set_percent(&mut self, behind: &str) {
        if behind.trim_start().starts_with('%') {
            self.shape.0 |= Shape::PERCENT.0;
        }
    }
}

/// Words that end in a full stop and end no sentence.
const ABBREVIATIONS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Sgt", "St", "No", "vs", "Prof", "Sen", "Rep", "Gov", "Jan", "Feb", "Mar", "Apr", "Aug",
    "Sept", "Sep", "Oct", "Nov", "Dec", "Art", "Inc", "Ltd", "Co", "approx", "ca", "pp", "Maj", "Brig", "Capt", "Adm",
];

#[must_use]
pub fn read(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut quoted = false;
    for (range, word) in words(text) {
        let before = found.last().map_or(0, |last| last.range.end);
        let between = &text[before..range.start];
        for mark in between.chars() {
            quoted = matches!(mark, '“' | '«') || quoted && !matches!(mark, '”' | '»');
            quoted ^= mark == '"';
        }
        let begins_digit = word.starts_with(|c: char| c.is_ascii_digit());
        if let Some(last) = found.last_mut() {
            // "1,200" and "0.8" are one number, "co-operate" and "twenty-five" one word.
            let is_number = begins_digit
                && matches!(between, "," | ".")
                && last.is(Class::NUMBER)
                && text[last.range.clone()].ends_with(|c: char| c.is_ascii_digit());
            if is_number {
                last.range.end = range.end;
                continue;
            }
            last.set_percent(between);
            last.set_owner(text, between, word);
        }
        let (plain, owns) = possessive(word);
        let entry = look_up(plain);
        let gap = gap(text, found.last(), between, word);
        found.push(Word { range, entry, gap, shape: Shape::of(word, plain, owns, quoted) });
    }
    if let Some(last) = found.last_mut() {
        last.set_percent(&text[last.range.end..]);
    }
    found
}

/// A word without its possessive, and whether it has one. "It's" and "that's" are "it is" and "that is".
fn possessive(word: &str) -> (&str, bool) {
    match ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end)) {
        Some(plain) => (plain, !matches!(plain.to_ascii_lowercase().as_str(), "it" | "that" | "there" | "he" | "she" | "what" | "who")),
        None => (word, false),
    }
}

/// Estimates of today speak of the twenties as open.
fn is_past_year(word: &str) -> bool {
    let year = word.trim_end_matches('s');
    // "19bn" is none.
    let plain = year.bytes().all(|byte| byte.is_ascii_digit());
    ["18", "19", "200", "201"].iter().any(|start| year.starts_with(start)) && year.len() == 4 && plain
}

fn is_negative(word: &str) -> bool {
    let starts = |start: &str| word.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    let begins = ["un", "Un"].iter().any(|start| word.starts_with(start)) && !["uni", "unt", "under"].iter().any(|start| starts(start));
    let adjective = ["able", "ible"].iter().any(|end| word.ends_with(end)) && word.len() > 7;
    begins && word.len() > 5 && word.ends_with("ed")
        || word.ends_with("less") && word.len() > 6
        || adjective && (begins || ["in", "im", "il", "ir"].iter().any(|start| starts(start)))
}

fn is_person(word: &str) -> bool {
    let word = word.trim_end_matches('s');
    let things = [
        "danger",
        "number",
        "power",
        "disaster",
        "error",
        "factor",
        "order",
        "border",
        "offer",
        "answer",
        "winter",
        "summer",
        "water",
        "never",
        "other",
        "further",
        "under",
        "over",
        "after",
        "trigger",
        "barrier",
        "transfer",
        "takeover",
        "surrender",
        "closer",
        "higher",
        "lower",
        "greater",
        "disorder",
        "encounter",
        "reorder",
        "manoeuvre",
        "maneuver",
        "corridor",
        "sector",
        "terror",
        "horror",
        "fever",
        "matter",
        "tender",
        "quarter",
        "driver",
        "player",
        "chapter",
    ];
    (word.ends_with("er") || word.ends_with("or") || word.ends_with("ist")) && word.len() > 4 && !things.contains(&word)
}

fn is_plural(word: &str) -> bool {
    let numbered = ["people", "police", "men", "women", "children", "some", "many", "others"];
    // "Fishermen", "gunmen".
    let men = word.ends_with("men") && word.len() > 5 && !["specimen", "regimen", "abdomen", "acumen"].contains(&word);
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
        || men
        || numbered.iter().any(|other| word.eq_ignore_ascii_case(other))
}

fn gap(text: &str, last: Option<&Word>, between: &str, word: &str) -> Gap {
    let Some(last) = last else { return Gap::End };
    // Most words are parted by one space.
    if between == " " || between == "-" || between.is_empty() {
        return Gap::Space;
    }
    let written = &text[last.range.clone()];
    let stop = between.trim_start_matches(['”', '"', '\'', '’', ')', ']', '%']);
    let ends = stop.starts_with(['.', '?', '!', '…']) && stop.contains(char::is_whitespace) || between.contains("\n\n");
    let goes_on = word.starts_with(char::is_lowercase)
        || written.chars().count() == 1 && written.starts_with(char::is_uppercase)
        || ABBREVIATIONS.contains(&written);
    let closes_quote = between.starts_with(['.', '?', '!']) && between[1..].starts_with(['”', '"', '’']);
    if (ends || closes_quote && between.contains(char::is_whitespace)) && !goes_on {
        Gap::End
    } else if between.contains([';', ':']) {
        Gap::Break
    } else if between.contains(['(', '[', '—']) || between.contains(" – ") || between.contains(" - ") || between.contains(" -- ") {
        Gap::Open
    } else if between.contains([')', ']']) {
        Gap::Close
    } else if between.contains(',') {
        Gap::Comma
    } else if between.contains(['“', '”', '"', '«', '»']) {
        Gap::Quote
    } else {
        Gap::Space
    }
}
