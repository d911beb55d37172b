//! A date that is no interval.

use super::Day;
use serde::{Deserialize, Serialize};
use std::fmt;

pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// By their numbers, from 21 on.
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The first one that it may mean.
    pub year: i32,
    unit: Unit,
    /// Approximate (`~`), uncertain (`?`) or both (`%`).
    qualifier: Option<char>,
    /// A part is written `X`: it is known to be unknown.
    unspecified: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Unit {
    /// One of so many years.
    Years(i32),
    /// 0-based. EDTF leaves open on which half of the earth; these are the northern ones, of three months each, and winter
    /// ends in the year after.
    Season(u8),
    /// 1-based, as days are.
    Month(u8),
    Day(u8, u8),
}

impl Point {
    pub fn day(year: i32, month: u8, day: u8) -> Self {
        Self { year, unit: Unit::Day(month, day), qualifier: None, unspecified: false }
    }

    /// One day, for sure.
    pub fn is_day(self) -> bool {
        matches!(self.unit, Unit::Day(..)) && self.qualifier.is_none()
    }

    pub fn parse(text: &str) -> Option<Self> {
        let qualifier = text.chars().next_back().filter(|sign| matches!(sign, '~' | '?' | '%'));
        let plain = text.strip_suffix(['~', '?', '%']).unwrap_or(text);
        let (sign, unsigned) = plain.strip_prefix('-').map_or((1, plain), |rest| (-1, rest));
        let mut parts = unsigned.split('-');
        let (mut year, mut unit) = match parts.next()? {
            _ if plain.starts_with('Y') => (long_year(plain)?, Unit::Years(1)),
            decade if decade.ends_with('X') && sign > 0 => some_year(decade)?,
            year => (sign * digits(year, 4)?, Unit::Years(1)),
        };
        if plain.starts_with('Y') {
            return Some(Self { year, unit, qualifier, unspecified: false });
        }
        let is_year = unit == Unit::Years(1);
        (year, unit) = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => (year, unit),
            _ if !is_year => return None,
            (Some("XX"), None | Some("XX"), None) => (year, unit),
            (Some(month), day, None) => (year, within(year, u8::try_from(digits(month, 2)?).ok()?, day)?),
            _ => return None,
        };
        Some(Self { year, unit, qualifier, unspecified: plain.contains('X') })
    }

    pub fn first(self) -> Day {
        match self.unit {
            Unit::Years(_) => (self.year, 1, 1),
            Unit::Season(season) => (self.year, season * 3 + 3, 1),
            Unit::Month(month) => (self.year, month, 1),
            Unit::Day(month, day) => (self.year, month, day),
        }
    }

    pub fn last(self) -> Day {
        let end_of = |year: i32, month: u8| (year, month, days_in(year, month));
        match self.unit {
            Unit::Years(count) => (self.year + count - 1, 12, 31),
            Unit::Season(3) => end_of(self.year + 1, 2),
            Unit::Season(season) => end_of(self.year, season * 3 + 5),
            Unit::Month(month) => end_of(self.year, month),
            Unit::Day(month, day) => (self.year, month, day),
        }
    }
}

/// The unit behind the hyphen of a year: a season, a month, or a day of it.
fn within(year: i32, number: u8, day: Option<&str>) -> Option<Unit> {
    match (number, day) {
        (21..=24, None) => Some(Unit::Season(number - 21)),
        (1..=12, None | Some("XX")) => Some(Unit::Month(number)),
        (1..=12, Some(day)) => {
            let day = u8::try_from(digits(day, 2)?).ok()?;
            (1..=days_in(year, number)).contains(&day).then_some(Unit::Day(number, day))
        }
        _ => None,
    }
}

/// `202X`, `20XX`: the years of a decade or of a century.
fn some_year(text: &str) -> Option<(i32, Unit)> {
    let known = text.trim_end_matches('X');
    let count = [(3, 10), (2, 100)].into_iter().find(|(digits, _)| known.len() == *digits && text.len() == 4)?.1;
    Some((digits(known, known.len())? * count, Unit::Years(count)))
}

/// `Y17000`: a year of more than four digits. Nine of them are enough for the age of the earth's last continent.
fn long_year(text: &str) -> Option<i32> {
    let number = text.strip_prefix('Y')?;
    let size = number.strip_prefix('-').unwrap_or(number);
    ((5..=9).contains(&size.len()) && !size.starts_with('0') && size.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| number.parse().ok())?
}

fn digits(text: &str, count: usize) -> Option<i32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

pub fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
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
        let (year, month) = (self.year, |month: u8| MONTHS[usize::from(month) - 1]);
        match self.unit {
            Unit::Years(1) => write!(f, "{year}"),
            Unit::Years(10) => write!(f, "the {year}s"),
            Unit::Years(count) => write!(f, "{year} to {}", year + count - 1),
            Unit::Season(season) => write!(f, "{} {year}", SEASONS[usize::from(season)]),
            Unit::Month(number) => write!(f, "{} {year}", month(number)),
            Unit::Day(number, day) => write!(f, "{day} {} {year}", month(number)),
        }?;
        f.write_str(if matches!(self.qualifier, Some('?' | '%')) { "?" } else { "" })
    }
}
