//! Dates that a text gives in full, each with the sentence that it stands in.

use crate::briefing::Date;
use crate::check::dates::{Dated, dates};

/// What a sentence dates, in EDTF: days of one month with a dash between them are an interval. A date without its year, or one
/// in figures that may be read in two ways, is none: which is meant nobody says.
#[must_use]
pub fn dated(sentence: &str) -> Vec<String> {
    let all = dates(sentence);
    let words = |date: &Dated| &sentence[date.range.clone()];
    let in_figures = |date: &Dated| !words(date).contains(char::is_alphabetic);
    let is_doubtful = |at: usize, date: &Dated| {
        let short_year = !words(date).split(|c: char| !c.is_numeric()).any(|figure| figure.chars().count() == 4);
        in_figures(date) && (short_year || all.iter().enumerate().any(|(other, one)| other != at && one.range == date.range))
    };
    let is_full =
        |at: usize, date: &Dated| date.year.is_some() && date.month.is_some() && !is_doubtful(at, date) && !is_bound(sentence, date);
    let full: Vec<&Dated> = all.iter().enumerate().filter(|(at, date)| is_full(*at, date)).map(|(_, date)| date).collect();
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(date) = full.get(at) {
        let until = full.get(at + 1).filter(|next| is_until(sentence, date, next));
        at += if until.is_some() { 2 } else { 1 };
        let written = until.map_or_else(|| written(date), |until| format!("{}/{}", written(date), written(until)));
        if Date::parse(&written).is_some() && !found.contains(&written) {
            found.push(written);
        }
    }
    found
}

/// "Before 7 July 2024", "by 1 March": not that day.
fn is_bound(sentence: &str, date: &Dated) -> bool {
    let before = sentence[..date.range.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    ["before", "by", "until", "till", "after", "since"].iter().any(|bound| before.eq_ignore_ascii_case(bound))
}

fn written(date: &Dated) -> String {
    let part = |part: Option<u8>| part.map_or_else(String::new, |part| format!("-{part:02}"));
    format!("{:04}{}{}", date.year.unwrap_or_default(), part(date.month), part(date.day))
}

/// "14–16 September 2032": both end with the same month.
fn is_until(sentence: &str, one: &Dated, other: &Dated) -> bool {
    let words = &sentence[one.range.start..one.range.end.max(other.range.end)];
    one.range.end == other.range.end
        && one.day < other.day
        && one.day.is_some()
        && (words.contains(['-', '–', '—']) || words.contains(" to "))
}
