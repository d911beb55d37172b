//! Dates as EDTF level 1 writes them (ISO 8601-2:2019).

mod point;
mod refused;

pub use point::{MONTHS, days_in};
pub use refused::{FORMS, Refused};

use crate::text::time_words::MONTHS as NAMES;
use point::Point;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A date as precise as its source makes it: a day, a month, a season, a year, a decade, or an interval of those.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    text: String,
    /// Alike where the date is no interval; `None` at an end that is open or not known.
    ends: (Option<Point>, Option<Point>),
}

/// Year, month and day, the latter two 1-based: tuples compare in time order. An open end is the least or greatest year.
pub type Day = (i32, u8, u8);

impl Date {
    /// Reads a date of EDTF level 1. An interval has at least one end, and does not end before it begins.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let end = |text: &str| if matches!(text, "" | "..") { Some(None) } else { Point::parse(text).map(Some) };
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        let ends = (end(first)?, end(last)?);
        let is_date = match ends {
            (Some(first), Some(last)) => first.first() <= last.last(),
            (None, None) => false,
            _ => true,
        };
        is_date.then(|| Self { text: text.to_owned(), ends })
    }

    /// A day or a month as people write it in English: `1 July 2030`, `July 1, 2030`, `Jul 2030`.
    #[must_use]
    pub fn in_words(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        // As its name is written, whole or cut.
        let month = |word: &str| {
            let word = word.trim_end_matches('.').to_lowercase();
            let at = NAMES.iter().position(|name| word.len() >= 3 && name.starts_with(&word))?;
            Some(format!("{:02}", at + 1))
        };
        let day = |word: &str| word.parse::<u8>().ok().map(|day| format!("{day:02}"));
        let dayless = |name: &str, year: &str| Self::parse(&format!("{year}-{}", month(name)?));
        match words.as_slice() {
            [name, year] => dayless(name, year),
            [day_or_name, other, year] => {
                let (name, number) = if month(other).is_some() { (other, day_or_name) } else { (day_or_name, other) };
                Self::parse(&format!("{year}-{}-{}", month(name)?, day(number)?))
            }
            _ => None,
        }
    }

    /// For "today": the numbers are not checked.
    #[must_use]
    pub fn day(year: i32, month: u8, day: u8) -> Self {
        let point = Point::day(year, month, day);
        Self { text: format!("{year:04}-{month:02}-{day:02}"), ends: (Some(point), Some(point)) }
    }

    /// The day in UTC of a moment, given in seconds since 1 January 1970.
    #[must_use]
    pub fn of_unix_time(seconds: u64) -> Self {
        // Past the year 9999 there is no date in four digits.
        let mut days = i64::try_from(seconds / 86_400).unwrap_or(i64::MAX).min(2_932_896);
        let mut year = 1970;
        loop {
            let length = (1..=12).map(|month| i64::from(days_in(year, month))).sum();
            if days < length {
                break;
            }
            days -= length;
            year += 1;
        }
        let mut month = 1;
        while days >= i64::from(days_in(year, month)) {
            days -= i64::from(days_in(year, month));
            month += 1;
        }
        Self::day(year, month, u8::try_from(days).unwrap_or(0) + 1)
    }

    /// The first day that it may mean.
    #[must_use]
    pub fn earliest(&self) -> Day {
        self.ends.0.map_or((i32::MIN, 1, 1), Point::first)
    }

    /// The last day that it may mean.
    #[must_use]
    pub fn latest(&self) -> Day {
        self.ends.1.map_or((i32::MAX, 12, 31), Point::last)
    }

    /// The [`day_number`] of the first day that it may mean; `None` where that end is open.
    #[must_use]
    pub fn first_day(&self) -> Option<i64> {
        self.ends.0.map(|point| day_number(point.first()))
    }

    /// The [`day_number`] of the last day that it may mean; `None` where that end is open.
    #[must_use]
    pub fn last_day(&self) -> Option<i64> {
        self.ends.1.map(|point| day_number(point.last()))
    }

    /// It means one day, for sure.
    #[must_use]
    pub fn is_one_day(&self) -> bool {
        self.ends.0 == self.ends.1 && self.ends.0.is_some_and(Point::is_day)
    }

    /// The date as the file writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The year that it begins in; where its beginning is open, the year that it ends in.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.ends.0.or(self.ends.1).map_or(0, |point| point.year)
    }
}

/// Days since 1 January 1970 in the Gregorian calendar; those before it are negative.
#[must_use]
pub fn day_number((year, month, day): Day) -> i64 {
    // Counted from March a leap day is the last of its year, and no month needs a special case.
    let (year, month) = (i64::from(year) - i64::from(month < 3), (i64::from(month) + 9) % 12);
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let before_month = (month * 306 + 5) / 10;
    year * 365 + leap_days + before_month + i64::from(day) - 1 - 719_468
}

/// The year and the month of a [`day_number`].
#[must_use]
pub fn month_of(day: i64) -> (i64, u8) {
    // The day counted from a March; 400 years have 146,097 days.
    let from_march = day + 719_468;
    let (era, of_era) = (from_march.div_euclid(146_097), from_march.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let month = (5 * (of_era - (365 * year + year / 4 - year / 100)) + 2) / 153;
    let (year, month) = (era * 400 + year + i64::from(month >= 10), if month < 10 { month + 3 } else { month - 9 });
    (year, u8::try_from(month).unwrap_or(1))
}

/// As an analyst reads it: `22 Nov 2026`, `spring 2027`, `about Mar 2025`, `2025?`, `from Mar 2025 on`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ends {
            (Some(from), Some(to)) if from == to => from.fmt(f),
            (Some(from), Some(to)) => write!(f, "{from} to {to}"),
            (Some(from), None) if self.text.ends_with("..") => write!(f, "from {from} on"),
            (Some(from), None) => write!(f, "from {from}, until when is not known"),
            (None, Some(to)) if self.text.starts_with("..") => write!(f, "until {to}"),
            (None, Some(to)) => write!(f, "until {to}, since when is not known"),
            (None, None) => f.write_str(&self.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_edtf_level_1() {
        for (text, shown) in [
            ("2026-11-22", "22 Nov 2026"),
            ("2027-12", "Dec 2027"),
            ("2025", "2025"),
            ("2025-01~", "about Jan 2025"),
            ("2025?", "2025?"),
            ("2025-XX", "some time in 2025"),
            ("2025-01/..", "from Jan 2025 on"),
            ("2025-01%", "about Jan 2025?"),
            ("../2025-01", "until Jan 2025"),
            ("2025-01/2025-03-04", "Jan 2025 to 4 Mar 2025"),
            ("2024-02-29", "29 Feb 2024"),
            ("2026-21", "spring 2026"),
            ("2026-24~", "about winter 2026"),
            ("202X", "some time in the 2020s"),
            ("20XX?", "some time in 2000 to 2099?"),
            ("2026-01-XX", "some time in Jan 2026"),
            ("2026-XX-XX%", "some time in about 2026?"),
            ("-0044", "-44"),
            ("Y17000", "17000"),
            ("Y-170000002", "-170000002"),
            ("2025-01/", "from Jan 2025, until when is not known"),
            ("/2025?", "until 2025?, since when is not known"),
            ("2026-21/2026-23", "spring 2026 to autumn 2026"),
            ("2004-06-11%/2004-06~", "about 11 Jun 2004? to about Jun 2004"),
        ] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(shown));
        }
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        for (day, number) in
            [((1970, 1, 1), 0), ((1969, 12, 31), -1), ((2000, 3, 1), 11_017), ((2024, 2, 29), 19_782), ((1, 1, 1), -719_162)]
        {
            assert_eq!(day_number(day), number, "{day:?}");
        }
        let numbers =
            (1970..2110).flat_map(|year| (1..=12).flat_map(move |month| (1..=days_in(year, month)).map(move |day| (year, month, day))));
        assert!(numbers.clone().enumerate().all(|(at, day)| day_number(day) == i64::try_from(at).expect("small")));
        assert!(
            numbers
                .chain([(1, 1, 1), (1969, 12, 31), (0, 2, 29), (-4, 3, 1)])
                .all(|day| month_of(day_number(day)) == (day.0.into(), day.1))
        );
    }

    #[test]
    fn a_moment_lies_on_its_day() {
        for (seconds, day) in [(0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_795_391_999, "2026-11-22"), (u64::MAX, "9999-12-31")] {
            assert_eq!(Date::of_unix_time(seconds).as_str(), day);
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "Jan 2025",
            "2025-13",
            "2025-02-30",
            "2025-1-1",
            "",
            "20250101",
            "2025-01-01-01",
            "/",
            "2025-XX-03",
            "2025-03/2025-02",
            "2026/2025-12-31",
            "../..",
            "/..",
            "..",
            "2026-20",
            "2026-25",
            "2026-21-01",
            "Y2026",
            "Y17000-01",
            "Y00017",
            "Y1700000002",
            "1XXX",
            "202X-01",
            "20X6",
            "2026--01",
            "2026-06~-11",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_lies_between_the_first_and_the_last_day_that_it_may_mean() {
        for (text, earliest, latest) in [
            ("2026-21", (2026, 3, 1), (2026, 5, 31)),
            ("2026-24", (2026, 12, 1), (2027, 2, 28)),
            ("2027-24", (2027, 12, 1), (2028, 2, 29)),
            ("202X", (2020, 1, 1), (2029, 12, 31)),
            ("20XX", (2000, 1, 1), (2099, 12, 31)),
            ("2026-02-XX", (2026, 2, 1), (2026, 2, 28)),
            ("../2026-23", (i32::MIN, 1, 1), (2026, 11, 30)),
            ("2026-06/", (2026, 6, 1), (i32::MAX, 12, 31)),
            ("Y-17000", (-17000, 1, 1), (-17000, 12, 31)),
        ] {
            let date = Date::parse(text).expect(text);
            assert_eq!((date.earliest(), date.latest()), (earliest, latest), "{text}");
        }
        let in_order =
            ["Y-17000", "-0044", "20XX", "2026", "2026-01-XX", "2026-01-02", "2026-21", "2026-22", "2026-23", "2026-24", "Y17000"];
        let days: Vec<Day> = in_order.iter().map(|text| Date::parse(text).expect("a date").earliest()).collect();
        assert!(days.is_sorted(), "{days:?}");
    }
}
