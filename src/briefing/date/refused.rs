//! Dates that EDTF has and a briefing has not.

/// What to write for what is no date at all.
pub const FORMS: &str =
    "write a day, month, season, year or interval of EDTF level 1: 2025-01-17, 2025-01, 2025-21, 2025, 2025-01~, 202X, 2025-01/..";

/// A form of date that is not read: the level of EDTF that it belongs to, what it is, and what to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    pub level: u8,
    pub what: &'static str,
    pub hint: &'static str,
}

type Row = (fn(&str) -> bool, Refused);

const fn row(level: u8, what: &'static str, hint: &'static str) -> Refused {
    Refused { level, what, hint }
}

/// Of a date, or of an end of an interval; the first that fits speaks.
static ROWS: [Row; 7] = [
    (is_time, row(0, "a time of day", "write the day alone: 2025-01-17")),
    (is_set, row(2, "a set of dates", "write an interval: 2025-01/2025-03")),
    (|part| letter(part, 'E'), row(2, "an exponent", "write the year out, behind a Y where it has more than four digits: Y17000")),
    (|part| letter(part, 'S'), row(2, "a count of sure digits", "write an X for a digit that is not known: 195X")),
    (
        is_division,
        row(2, "a quarter, or a season of one half of the earth", "write a season, 2025-21 to 2025-24, or an interval of months"),
    ),
    (is_qualified_inside, row(2, "a doubt about a part of a date", "write `?`, `~` or `%` at the end, about the whole date")),
    (
        is_unknown_inside,
        row(2, "an unknown digit before a known one", "write an X for the last digits of a year, or XX for a whole month or day"),
    ),
];

impl Refused {
    /// `None`: it is no date of any level.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let row = |part: &str| ROWS.iter().find(|(is, _)| is(part)).map(|(_, refused)| *refused);
        // The dates of a set may be intervals.
        row(text).or_else(|| text.split('/').find_map(row))
    }
}

fn is_time(part: &str) -> bool {
    part.split_once('T').is_some_and(|(day, time)| day.len() == 10 && super::Point::parse(day).is_some() && time.starts_with(digit))
}

fn is_set(part: &str) -> bool {
    let inside = part.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let inside = inside.or_else(|| part.strip_prefix('{')?.strip_suffix('}'));
    inside.is_some_and(|dates| dates.contains(digit) && is_written(dates, "-X~?%Y.,/ "))
}

/// It stands between the digits of a year.
fn letter(part: &str, letter: char) -> bool {
    let numbers = |before: &str, behind: &str| before.ends_with(digit) && behind.starts_with(digit);
    part.split_once(letter).is_some_and(|(before, behind)| numbers(before, behind) && is_written(before, "-Y") && is_written(behind, "~?%"))
}

fn is_division(part: &str) -> bool {
    let (year, number) = part.trim_end_matches(['~', '?', '%']).rsplit_once('-').unwrap_or_default();
    year.len() == 4
        && super::Point::parse(year).is_some()
        && number.len() == 2
        && number.parse().is_ok_and(|number: u8| (25..=41).contains(&number))
}

fn is_qualified_inside(part: &str) -> bool {
    let bare: String = part.chars().filter(|c| !"~?%".contains(*c)).collect();
    bare.len() < part.len() && super::Point::parse(&bare).is_some()
}

fn is_unknown_inside(part: &str) -> bool {
    let mut numbers = part.trim_end_matches(['~', '?', '%']).trim_start_matches('-').split('-').map(str::len);
    let is_shaped = numbers.next() == Some(4) && numbers.all(|length| length == 2);
    part.contains('X') && is_shaped && is_written(part, "-X~?%")
}

fn is_written(text: &str, signs: &str) -> bool {
    text.chars().all(|c| digit(c) || signs.contains(c))
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::Date;

    #[test]
    fn a_form_that_is_not_read_says_its_level() {
        for (text, level, what) in [
            ("2026-11-22T10:30:00Z", 0, "a time of day"),
            ("2026-11-22T10:30", 0, "a time of day"),
            ("[1667, 1668, 1670..1672]", 2, "a set of dates"),
            ("{2026-01, 2026-03}", 2, "a set of dates"),
            ("Y-17E7", 2, "an exponent"),
            ("1950S2", 2, "a count of sure digits"),
            ("2026-33", 2, "a quarter, or a season of one half of the earth"),
            ("2026-25~", 2, "a quarter, or a season of one half of the earth"),
            ("2004-06~-11", 2, "a doubt about a part of a date"),
            ("?2004-06-11", 2, "a doubt about a part of a date"),
            ("2004-06-~01/2004-06-~20", 2, "a doubt about a part of a date"),
            ("156X-12-25", 2, "an unknown digit before a known one"),
            ("1XXX", 2, "an unknown digit before a known one"),
            ("XXXX-12-XX", 2, "an unknown digit before a known one"),
            ("1984-1X", 2, "an unknown digit before a known one"),
            ("2025-XX-03", 2, "an unknown digit before a known one"),
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
            let refused = Refused::of(text).expect(text);
            assert_eq!((refused.level, refused.what), (level, what), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_at_all_has_no_level() {
        for text in ["Jan 2025", "2025-13", "2025-02-30", "20250101", "TODAY", "", "/", "EXPECTED", "[C1]", "X", "2026-06~~~x"] {
            assert_eq!(Refused::of(text), None, "{text}");
        }
    }
}
