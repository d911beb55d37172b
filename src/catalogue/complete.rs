//! Completing a query while it is typed: the name of a field, or a value that the library has.

use super::fields::{FIELDS, Field, Holds};
use super::index::Catalogue;
use super::query::MINUS;

/// What a query becomes, and what it could go on with where that is not decided yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    pub text: String,
    pub offers: Vec<String>,
}

impl Catalogue {
    /// Completes the last word of a query as far as it is certain.
    #[must_use]
    pub fn completed(&self, text: &str) -> Completed {
        let start = text.rfind([' ', '(']).map_or(0, |at| at + 1);
        let word = text[start..].trim_start_matches(MINUS);
        let from = text.len() - word.len();
        let value = word
            .find([':', '<', '>', '='])
            .map(|at| (at, word[at..].find(|c| !":<>=".contains(c)).map_or(word.len(), |behind| at + behind)));
        let (from, typed, offers) = if let Some((name, value)) = value {
            let offers = Field::named(&word[..name]).map_or_else(Vec::new, |field| self.offers(field, &word[value..]));
            (from + value, &word[value..], offers)
        } else {
            let fields = FIELDS.iter().filter(|row| !word.is_empty() && row.name.starts_with(word));
            (from, word, fields.map(|row| format!("{}:", row.name)).collect())
        };
        let common = common(&offers);
        let goes_on = common.len() > typed.len() || offers.len() == 1;
        let end = if goes_on { common.as_str() } else { typed };
        Completed { text: format!("{}{end}", &text[..from]), offers: if offers.len() > 1 { offers } else { Vec::new() } }
    }

    /// As a query has them: words of a scale with hyphens, names of several words between quotation marks.
    fn offers(&self, field: Field, begins: &str) -> Vec<String> {
        let is_name = field.holds() == Holds::Names;
        let written = |value: String| match value.contains(' ') {
            true if is_name => format!("\"{}\"", value.replace('"', " ")),
            true => value.replace(' ', "-"),
            false => value,
        };
        self.values(field, begins).into_iter().map(written).collect()
    }
}

/// What all of them begin with.
fn common(offers: &[String]) -> String {
    let Some((first, others)) = offers.split_first() else { return String::new() };
    let same = |other: &String| first.char_indices().zip(other.chars()).take_while(|((_, one), other)| one == other).count();
    let letters = others.iter().map(same).min().unwrap_or(usize::MAX);
    first.chars().take(letters).collect()
}
