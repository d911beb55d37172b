//! Months that a text tells by another one: "from 32.9 percent a month earlier", beside October.

use super::dates::Dated;
use super::number::numbers;

/// What stands for one month or year back or on, where no number of them is given.
const ONE: [(&str, i32); 16] = [
    ("a # earlier", -1),
    ("one # earlier", -1),
    ("a # before", -1),
    ("the # before", -1),
    ("previous #", -1),
    ("preceding #", -1),
    ("prior #", -1),
    ("a # ago", -1),
    ("#-on-#", -1),
    ("a # later", 1),
    ("one # later", 1),
    ("a # after", 1),
    ("the # after", 1),
    ("following #", 1),
    ("next #", 1),
    ("subsequent #", 1),
];

/// How many months or years away a text tells of something.
fn steps(text: &str, unit: &str) -> Vec<i32> {
    let lower = text.to_lowercase();
    let one = ONE.iter().filter(|(told, _)| lower.contains(&told.replace('#', unit))).map(|(_, far)| *far);
    let counted = numbers(&lower).into_iter().filter_map(|number| {
        let behind = lower[number.range.end..].trim_start().strip_prefix(unit)?.trim_start_matches('s').trim_start();
        let count = i32::try_from(number.whole()?).ok()?;
        let back = ["earlier", "before", "ago", "previously"].iter().any(|word| behind.starts_with(word));
        let on = ["later", "after", "on"].iter().any(|word| behind.starts_with(word));
        if back { Some(-count) } else { on.then_some(count) }
    });
    one.chain(counted).collect()
}

/// "September" of October and a month earlier, "May 2023" of May 2024 and a year earlier.
pub(super) fn is_told_month(date: &Dated, (around, others): (&str, &[Dated])) -> bool {
    let Some(month) = date.month.filter(|_| date.day.is_none()) else { return false };
    let (months, years) = (steps(around, "month"), steps(around, "year"));
    let of_month = |other: &Dated| {
        let Some(from) = other.month else { return false };
        months.iter().any(|far| {
            let at = i32::from(from) - 1 + far;
            let year = other.year.map(|year| year + at.div_euclid(12));
            at.rem_euclid(12) + 1 == i32::from(month) && date.year.zip(year).is_none_or(|(own, theirs)| own == theirs)
        })
    };
    let of_year = |other: &Dated| {
        other.month == Some(month) && date.year.zip(other.year).is_some_and(|(own, theirs)| years.iter().any(|far| theirs + far == own))
    };
    others.iter().any(|other| of_month(other) || of_year(other))
}

#[cfg(test)]
mod tests {
    use super::super::dates::dates;
    use super::*;

    #[test]
    fn n16_a_month_is_told_by_another() {
        let is = |claim: &str, around: &str| dates(claim).iter().any(|date| is_told_month(date, (around, &dates(around))));
        for (claim, around) in [
            ("in September", "in October, from a month earlier"),
            ("in December 2023", "in January 2024, from the previous month"),
            ("in May 2023", "in May 2024, fewer than a year earlier"),
            ("in September", "in November, from two months earlier"),
        ] {
            assert!(is(claim, around), "{claim} of {around}");
        }
        for (claim, around) in [
            ("in August", "in October, from a month earlier"),
            ("in December 2024", "in January 2024, from the previous month"),
            ("in October", "in November, from two months earlier"),
        ] {
            assert!(!is(claim, around), "{claim} of {around}");
        }
    }
}
