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
        let one_month = |(first, last): (Day, Day)| month(first) == month(last);
        let days = day_number(to.1) - day_number(from.1);
        Some(if from.0 == from.1 && to.0 == to.1 && days.abs() < LONG {
            Self::Days(days)
        } else if one_month(from) && one_month(to) {
            Self::Months(month(to.1) - month(from.1))
        } else {
            Self::Years(i64::from(to.1.0) - i64::from(from.1.0))
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
            ("2025-01/..", "2026-11-22", None),
            ("../2025", "2026-11-22", None),
        ] {
            let read = |text: &str| Date::parse(text).expect("a date");
            assert_eq!(Age::between(&read(date), &read(day)).map(|age| age.to_string()).as_deref(), age, "{date}");
        }
    }
}
