//! Words of a time as a page writes it, in English.

pub const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    "am", "pm", "a.m", "p.m", "noon", "midnight", "today", "yesterday", "on", "at", "the", "of", "ago", "minute", "minutes", "min", "hour", "hours", "day", "days",
    "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "cst", "cdt", "mst", "mdt", "pst", "pdt", "eest", "eet", "msk", "ist", "jst", "st", "nd", "rd", "th",
];

/// A figure with or without letters behind it counts: "4:05", "22nd".
#[must_use]
pub fn is_time_word(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '/'));
    [&MONTHS[..], &WEEKDAYS, OTHERS].iter().any(|words| words.contains(&letters)) || !word.is_empty() && letters.is_empty()
}
