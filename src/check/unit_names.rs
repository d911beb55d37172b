//! Units by their signs: "9 GW" of nine gigawatts.

use crate::text::phrases::words;
use std::ops::Range;

/// A sign, and what is written for it, in small letters and with its parts joined by a blank.
const UNITS: &[(&str, &[&str])] = &[
    ("GW", &["gigawatt"]),
    ("MW", &["megawatt"]),
    ("KW", &["kilowatt"]),
    ("TW", &["terawatt"]),
    ("GWh", &["gigawatt hour", "gigawatt-hour"]),
    ("MWh", &["megawatt hour", "megawatt-hour"]),
    ("TWh", &["terawatt hour", "terawatt-hour"]),
    ("KWh", &["kilowatt hour", "kilowatt-hour"]),
    ("GHz", &["gigahertz"]),
    ("MHz", &["megahertz"]),
    ("GB", &["gigabyte"]),
    ("TB", &["terabyte"]),
    ("MB", &["megabyte"]),
    ("KM", &["kilometre", "kilometer"]),
    ("MT", &["million tonnes", "million metric ton", "megatonne", "megaton"]),
    ("Mt", &["million tonnes", "million metric ton", "megatonne", "megaton"]),
    ("Gt", &["billion tonnes", "gigatonne", "gigaton"]),
    ("TEU", &["twenty-foot equivalent", "container"]),
    ("LNG", &["liquefied natural gas", "liquefied gas"]),
    ("LPG", &["liquefied petroleum gas"]),
    ("MMBtu", &["million british thermal", "million btu"]),
    ("BPD", &["barrels per day", "barrels a day"]),
    ("BCM", &["billion cubic met"]),
    ("YoY", &["year on year", "year-on-year", "annual", "on the year"]),
    ("AGM", &["annual general meeting", "annual meeting"]),
];

/// A word of a claim is the sign of a unit which the text around its quote writes out, or the other way about.
pub(super) fn is_unit(text: &str, at: &Range<usize>, around: &str) -> bool {
    let own = &text[at.clone()];
    let Some((_, names)) = UNITS.iter().find(|(sign, _)| *sign == own || sign.eq_ignore_ascii_case(own) && own.len() > 2) else {
        return false;
    };
    let lower = around.to_lowercase();
    names.iter().any(|name| lower.contains(name)) || words(around).any(|(_, word)| word.eq_ignore_ascii_case(own))
}
