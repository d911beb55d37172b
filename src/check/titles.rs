//! Words of a name that are written short or in figures: "Col", "7th".

use super::number::small;
use crate::text::phrases::{without_possessive, words};

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

/// What a Roman number is worth: "XIV".
pub(super) fn roman(word: &str) -> Option<u128> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    const TENS: [&str; 10] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
    let is = |worth: &u128| {
        usize::try_from(*worth).is_ok_and(|worth| word.strip_prefix(TENS[worth / 10]).is_some_and(|rest| rest == ONES[worth % 10]))
    };
    (1..100).find(is).filter(|_| !word.is_empty())
}

/// "Seventh Fleet" of the 7th Fleet, "Article Five" of Article 5, "the Third Division" of the III Division.
pub(super) fn is_ordinal(word: &str, around: &str) -> bool {
    let worth = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let figure = || digits.parse().ok().filter(|_| matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th"));
        small(&word.to_lowercase()).map(|(worth, _)| worth).or_else(|| roman(word)).or_else(figure)
    };
    worth(word).is_some_and(|own| words(around).any(|(_, word)| worth(without_possessive(word)) == Some(own)))
}
