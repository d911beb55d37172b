//! Words of a name that are written short or in figures: "Col", "7th".

use super::number::small;
use crate::text::phrases::words;

/// Titles and what is written for them.
const TITLES: [(&str, &str); 20] = [
    ("Lt", "Lieutenant"),
    ("Col", "Colonel"),
    ("Gen", "General"),
    ("Maj", "Major"),
    ("Capt", "Captain"),
    ("Cmdr", "Commander"),
    ("Sgt", "Sergeant"),
    ("Brig", "Brigadier"),
    ("Adm", "Admiral"),
    ("Prof", "Professor"),
    ("Dr", "Doctor"),
    ("Gov", "Governor"),
    ("Sen", "Senator"),
    ("Rep", "Representative"),
    ("Pres", "President"),
    ("St", "Saint"),
    ("Mt", "Mount"),
    ("Ft", "Fort"),
    ("Dept", "Department"),
    ("Univ", "University"),
];

/// "Lt Col" of a lieutenant colonel.
pub(super) fn is_title(word: &str, around: &str) -> bool {
    let has = |title: &str| words(around).any(|(_, word)| word.eq_ignore_ascii_case(title));
    TITLES.iter().any(|(short, long)| word == *short && has(long) || word == *long && has(short))
}

/// "Seventh Fleet" of the 7th Fleet, "Article Five" of Article 5.
pub(super) fn is_ordinal(word: &str, around: &str) -> bool {
    let Some((worth, _)) = small(&word.to_lowercase()) else { return false };
    let is_it = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse() == Ok(worth) && matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th")
    };
    words(around).any(|(_, word)| is_it(word))
}
