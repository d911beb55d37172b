//! Dates as EDTF level 1 writes them (ISO 8601-2:2019), as far as briefings use it.

use std::fmt;

/// A date as precise as its source makes it: a day, a month or a year, or an interval of those.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    text: String,
    /// Alike where the date is no interval; `None` at an open end.
    ends: (Option<Point>, Option<Point>),
}

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    year: i32,
    /// Month and day are 1-based.
    month: Option<u8>,
    day: Option<u8>,
    /// Approximate (`~`), uncertain (`?`) or both (`%`).
    qualifier: Option<char>,
    /// A month or a day is written `XX`: it is known to be unknown.
    unspecified: bool,
}

/// Year, month and day, the latter two 1-based: tuples compare in time order. An open end is the least or greatest year.
pub type Day = (i32, u8, u8);

pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Date {
    /// Reads an EDTF level 1 date: `2025-01-17`, `2025-01`, `2025`, each with `~`, `?` or `%` behind it, `2025-XX`,
    /// `2025-01/..`, `../2025`. An interval does not end before it begins.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        let ends = match (first, last) {
            ("..", last) => (None, Some(Point::parse(last)?)),
            (first, ".." | "") => (Some(Point::parse(first)?), None),
            (first, last) => {
                let (first, last) = (Point::parse(first)?, Point::parse(last)?);
                (first.first() <= last.last()).then_some((Some(first), Some(last)))?
            }
        };
        Some(Self { text: text.to_owned(), ends })
    }

    /// For "today": the numbers are not checked.
    #[must_use]
    pub fn day(year: i32, month: u8, day: u8) -> Self {
        let point = Point { year, month: Some(month), day: Some(day), qualifier: None, unspecified: false };
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
        self.ends.0 == self.ends.1 && self.ends.0.is_some_and(|point| point.day.is_some() && point.qualifier.is_none())
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

impl Point {
    fn parse(text: &str) -> Option<Self> {
        let qualifier = text.chars().next_back().filter(|sign| matches!(sign, '~' | '?' | '%'));
        let plain = text.strip_suffix(['~', '?', '%']).unwrap_or(text);
        let mut parts = plain.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = match parts.next() {
            None | Some("XX") => None,
            Some(month) => Some(u8::try_from(digits(month, 2)?).ok().filter(|month| (1..=12).contains(month))?),
        };
        let day = match parts.next() {
            None | Some("XX") => None,
            Some(day) => {
                let day = u8::try_from(digits(day, 2)?).ok()?;
                Some((1..=days_in(year, month?)).contains(&day).then_some(day)?)
            }
        };
        parts.next().is_none().then_some(Self { year, month, day, qualifier, unspecified: plain.contains('X') })
    }

    fn first(self) -> Day {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(self) -> Day {
        let month = self.month.unwrap_or(12);
        (self.year, month, self.day.unwrap_or_else(|| days_in(self.year, month)))
    }
}

fn digits(text: &str, count: usize) -> Option<i32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// As an analyst reads it: `22 Nov 2026`, `Dec 2027`, `about Mar 2025`, `2025?`, `from Mar 2025 on`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ends {
            (Some(from), Some(to)) if from == to => from.fmt(f),
            (Some(from), Some(to)) => write!(f, "{from} to {to}"),
            (Some(from), None) => write!(f, "from {from} on"),
            (None, Some(to)) => write!(f, "until {to}"),
            (None, None) => f.write_str(&self.text),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.unspecified {
            f.write_str("some time in ")?;
        }
        if matches!(self.qualifier, Some('~' | '%')) {
            f.write_str("about ")?;
        }
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        if let Some(month) = self.month {
            write!(f, "{} ", MONTHS[usize::from(month) - 1])?;
        }
        write!(f, "{}", self.year)?;
        f.write_str(if matches!(self.qualifier, Some('?' | '%')) { "?" } else { "" })
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
        assert!(numbers.enumerate().all(|(at, day)| day_number(day) == i64::try_from(at).expect("small")));
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
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
