//! Dates: EDTF level 1 (ISO 8601-2:2019), as far as briefings use it.

use std::fmt;

/// A date as precise as its source makes it: a day, a month or a year, or an interval of those.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// The words in the file.
    text: String,
    /// The year, then month and day where they are given; 1-based.
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    /// The date is approximate (`~`), uncertain (`?`) or both (`%`).
    qualified: bool,
    /// It is an interval: `2025-01/2025-03`, `2025-01/..`.
    interval: bool,
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Date {
    /// Reads an EDTF level 1 date: `2025-01-17`, `2025-01`, `2025`, each with `~`, `?` or `%` behind it, `2025-XX`,
    /// `2025-01/..`, `../2025`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, interval) = match text.split_once('/') {
            None => (text, false),
            Some(("..", last)) => (last, true),
            Some((first, ".." | "")) => (first, true),
            Some((first, last)) => {
                point(last)?;
                (first, true)
            }
        };
        let (year, month, day, qualified) = point(first)?;
        Some(Self { text: text.to_owned(), year, month, day, qualified, interval })
    }

    /// A date by its numbers, for "today".
    #[must_use]
    pub fn day(year: i32, month: u8, day: u8) -> Self {
        let text = format!("{year:04}-{month:02}-{day:02}");
        Self { text, year, month: Some(month), day: Some(day), qualified: false, interval: false }
    }

    /// The date as the file writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.year
    }
}

/// A year, month and day, and whether a qualifier stands behind.
fn point(text: &str) -> Option<(i32, Option<u8>, Option<u8>, bool)> {
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
    parts.next().is_none().then_some((year, month, day, plain.len() < text.len()))
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

/// As an analyst reads it: `22 Nov 2026`, `Dec 2027`, `2025`; anything less plain as the file writes it.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.qualified || self.interval || self.text.contains('X') {
            return f.write_str(&self.text);
        }
        match (self.day, self.month) {
            (Some(day), Some(month)) => write!(f, "{day} {} {}", MONTHS[usize::from(month) - 1], self.year),
            (_, Some(month)) => write!(f, "{} {}", MONTHS[usize::from(month) - 1], self.year),
            _ => write!(f, "{}", self.year),
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
            ("2025-01~", "2025-01~"),
            ("2025?", "2025?"),
            ("2025-XX", "2025-XX"),
            ("2025-01/..", "2025-01/.."),
            ("../2025-01", "../2025-01"),
            ("2025-01/2025-03-04", "2025-01/2025-03-04"),
            ("2024-02-29", "29 Feb 2024"),
        ] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(shown));
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in ["Jan 2025", "2025-13", "2025-02-30", "2025-1-1", "", "20250101", "2025-01-01-01", "/", "2025-XX-03"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
