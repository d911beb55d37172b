//! Dates that EDTF has and a briefing has not.

/// What to write for what is no date at all.
pub const FORMS: &str =
    "write a day, month, season, year or interval of EDTF level 1: 2025-01-17, 2025-01, 2025-21, 2025, 2025-01~, 202X, 2025-01/..";

/// A form of date that is not read: the level of EDTF that it belongs to, if to any, what it has, and what to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    pub level: Option<u8>,
    pub what: &'static str,
    pub hint: &'static str,
}

type Row = (fn(&str) -> bool, Refused);

const fn row(level: u8, what: &'static str, hint: &'static str) -> Refused {
    Refused { level: Some(level), what, hint }
}

/// What is wrong in every level.
const fn wrong(what: &'static str, hint: &'static str) -> Refused {
    Refused { level: None, what, hint }
}

/// Of a date, or of an end of an interval; the first that fits speaks.
static ROWS: [Row; 10] = [
    (is_time, row(0, "a time of day", "write the day alone: 2025-01-17")),
    (is_set, row(2, "a set of dates", "write an interval: 2025-01/2025-03")),
    (|part| letter(part, 'E'), row(2, "an exponent", "write the year out, behind a Y where it has more than four digits: Y17000")),
    (|part| letter(part, 'S'), row(2, "a count of sure digits", "write an X for a digit that is not known: 195X")),
    (
        is_division,
        row(
            2,
            "a quarter, or a season of one half of the earth",
            "write a season, 2025-21 to 2025-24, or the months as an interval: 2025-10/2025-12 for the fourth quarter",
        ),
    ),
    (is_doubted_twice, wrong("two signs of doubt", "write one: `?` for uncertain, `~` for about, `%` for both")),
    (is_qualified_inside, row(2, "a doubt about a part of a date", "write `?`, `~` or `%` at the end, about the whole date")),
    (
        is_hardly_known,
        row(2, "a year with fewer than two known digits", "write a decade or a century, 202X or 20XX, or an interval of years"),
    ),
    (is_half_known, row(2, "an unknown digit of a month or of a day", "write XX for a month or a day that is not known, or an interval")),
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
        row(text).or_else(|| text.split('/').find_map(row)).or_else(|| interval(text))
    }

    /// What is said of the date, behind it.
    #[must_use]
    pub fn message(&self) -> String {
        match self.level {
            Some(level) => format!("has {}, as EDTF level {level} does; dates here are of level 1", self.what),
            None => format!("has {}", self.what),
        }
    }
}

/// What is wrong with an interval both of whose ends are right.
fn interval(text: &str) -> Option<Refused> {
    if text == ".." {
        return Some(wrong("neither beginning nor end", NO_END));
    }
    let (first, last) = text.split_once('/')?;
    let is_open = |end: &str| matches!(end, "" | "..");
    if is_open(first) && is_open(last) {
        return Some(wrong("neither beginning nor end", NO_END));
    }
    let (first, last) = (super::Point::parse(first)?, super::Point::parse(last)?);
    (first.first() > last.last()).then(|| wrong("its end before its beginning", "write the earlier date first"))
}

const NO_END: &str = "write at least one end: 2025-01/.. or ../2025-01";

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

fn is_doubted_twice(part: &str) -> bool {
    let plain = part.trim_end_matches(['~', '?', '%']);
    part.len() - plain.len() > 1 && super::Point::parse(plain).is_some()
}

fn parts(part: &str) -> impl Iterator<Item = &str> {
    part.trim_end_matches(['~', '?', '%']).trim_start_matches('-').split('-')
}

/// `2XXX`, `XXXX`, perhaps with a month and a day that are not known either.
fn is_hardly_known(part: &str) -> bool {
    let mut parts = parts(part);
    let year = parts.next().unwrap_or_default();
    let known = year.trim_end_matches('X');
    year.len() == 4 && known.len() < 2 && known.chars().all(digit) && parts.all(|other| other == "XX")
}

/// `2026-1X`, `2026-01-0X`.
fn is_half_known(part: &str) -> bool {
    let mut others = parts(part);
    let year = others.next().is_some_and(|year| year.len() == 4 && year.chars().all(digit));
    let is_half = |other: &str| other.len() == 2 && other.ends_with('X') && other.starts_with(digit);
    let others: Vec<&str> = others.collect();
    year && others
        .split_last()
        .is_some_and(|(last, before)| is_half(last) && before.iter().all(|other| other.len() == 2 && other.chars().all(digit)))
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
            ("1XXX", 2, "a year with fewer than two known digits"),
            ("2XXX?", 2, "a year with fewer than two known digits"),
            ("XXXX", 2, "a year with fewer than two known digits"),
            ("XXXX-XX-XX", 2, "a year with fewer than two known digits"),
            ("2XXX/2026", 2, "a year with fewer than two known digits"),
            ("XXXX-12-XX", 2, "an unknown digit before a known one"),
            ("1984-1X", 2, "an unknown digit of a month or of a day"),
            ("2026-01-0X", 2, "an unknown digit of a month or of a day"),
            ("2026-X1", 2, "an unknown digit before a known one"),
            ("2025-XX-03", 2, "an unknown digit before a known one"),
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
            let refused = Refused::of(text).expect(text);
            assert_eq!((refused.level, refused.what), (Some(level), what), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_in_every_level_is_said_as_it_is() {
        for (text, what) in [
            ("2026-03~%", "two signs of doubt"),
            ("2026??", "two signs of doubt"),
            ("2026-03-04%~/2027", "two signs of doubt"),
            ("../..", "neither beginning nor end"),
            ("/", "neither beginning nor end"),
            ("/..", "neither beginning nor end"),
            ("..", "neither beginning nor end"),
            ("2026-02-28/2026-02-27", "its end before its beginning"),
            ("2026/2025-12", "its end before its beginning"),
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
            let refused = Refused::of(text).expect(text);
            assert_eq!((refused.level, refused.what), (None, what), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_at_all_has_no_level() {
        for text in ["Jan 2025", "2025-13", "2025-02-30", "20250101", "TODAY", "", "EXPECTED", "[C1]", "X", "2026-06~~~x"] {
            assert_eq!(Refused::of(text), None, "{text}");
        }
    }
}
