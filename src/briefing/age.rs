use super::date::{Date, Day, day_number};
use crate::text::count;
use std::fmt;

/// The time between two dates, in the finest unit that both dates have. Months and years are those of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    Days(i64),
    Months(i64),
    Years(i64),
}

/// From so many days on months say more than days.
const LONG: i64 = 60;

impl Age {
    /// From `date` to `day`: negative where `date` is the later one, `None` where either has an open end.
    #[must_use]
    pub fn between(date: &Date, day: &Date) -> Option<Self> {
        let (from, to) = ((date.earliest(), date.latest()), (day.earliest(), day.latest()));
        let open = |day: Day| day.0 == i32::MIN || day.0 == i32::MAX;
        if [from.0, from.1, to.0, to.1].into_iter().any(open) {
            return None;
        }
        let month = |(year, month, _): Day| i64::from(year) * 12 + i64::from(month);
        let within = |months: i64| move |(first, last): (Day, Day)| month(last) - month(first) < months;
        let one_year = |(first, last): (Day, Day)| first.0 == last.0;
        let days = day_number(to.1) - day_number(from.1);
        // Between spans of time lies what parts them.
        let apart = if from.1 < to.0 {
            Some((from.1, to.0))
        } else if to.1 < from.0 {
            Some((from.0, to.1))
        } else {
            None
        };
        let years = |from: Day, to: Day| Self::Years(i64::from(to.0) - i64::from(from.0));
        Some(if from.0 == from.1 && to.0 == to.1 && days.abs() < LONG {
            Self::Days(days)
        } else if [from, to].into_iter().all(within(1)) {
            Self::Months(month(to.1) - month(from.1))
        } else if let Some((from, to)) = apart.filter(|_| [from, to].into_iter().all(within(3))) {
            Self::Months(month(to) - month(from))
        } else if one_year(from) && one_year(to) {
            years(from.1, to.1)
        } else {
            let (from, to) = apart?;
            years(from, to)
        })
    }
}

/// "9 days before", "the same month as", "1 year after".
impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Days(number) | Self::Months(number) | Self::Years(number)) = *self;
        let unit = match self {
            Self::Days(_) => "day",
            Self::Months(_) => "month",
            Self::Years(_) => "year",
        };
        let amount = count(usize::try_from(number.unsigned_abs()).unwrap_or(usize::MAX), unit);
        match number {
            0 => write!(f, "the same {unit} as"),
            1.. => write!(f, "{amount} before"),
            _ => write!(f, "{amount} after"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_as_exact_as_its_dates() {
        for (date, day, age) in [
            ("2026-11-20", "2026-11-22", Some("2 days before")),
            ("2026-11-22", "2026-11-22", Some("the same day as")),
            ("2024-02-28", "2024-03-01", Some("2 days before")),
            ("2026-11-23", "2026-11-22", Some("1 day after")),
            ("2026-01-30", "2026-11-22", Some("10 months before")),
            ("2026-10", "2026-11-22", Some("1 month before")),
            ("2026-11", "2026-11-22", Some("the same month as")),
            ("2024", "2026-11-22", Some("2 years before")),
            ("2026-22", "2026-11-22", Some("3 months before")),
            ("2026-24", "2026-11-22", Some("1 month after")),
            ("2026-24", "2026-12-22", None),
            ("2026-23", "2026-11-22", Some("the same year as")),
            ("202X", "2026-11-22", None),
            ("201X", "2026-11-22", Some("7 years before")),
            ("2024/2025", "2026-11-22", Some("1 year before")),
            ("Y-17000", "2026-11-22", Some("19026 years before")),
            ("2025-01/..", "2026-11-22", None),
            ("../2025", "2026-11-22", None),
        ] {
            let read = |text: &str| Date::parse(text).expect("a date");
            assert_eq!(Age::between(&read(date), &read(day)).map(|age| age.to_string()).as_deref(), age, "{date}");
        }
    }
}
