//! Days and months of a claim that its source tells without them: "30 September" of the end of September, "25 December" of
//! Christmas, "April, May and June" of the three months to June.

use super::dates::Dated;
use super::number::numbers;
use super::part_of_year::names_part;
use crate::briefing::date::days_in;

/// Feasts that have their day, month and day.
#[rustfmt::skip]
const FEASTS: [(&str, u8, u8); 29] = [
    ("new year's day", 1, 1), ("new year’s day", 1, 1), ("epiphany", 1, 6), ("australia day", 1, 26), ("valentine's day", 2, 14),
    ("leap day", 2, 29), ("women's day", 3, 8), ("st patrick's day", 3, 17), ("nowruz", 3, 20), ("april fool", 4, 1), ("april fools", 4, 1),
    ("earth day", 4, 22), ("anzac day", 4, 25), ("may day", 5, 1), ("labour day", 5, 1), ("victory day", 5, 9), ("europe day", 5, 9),
    ("midsummer's day", 6, 24), ("canada day", 7, 1), ("fourth of july", 7, 4), ("bastille day", 7, 14), ("assumption", 8, 15),
    ("halloween", 10, 31), ("all saints", 11, 1), ("armistice day", 11, 11), ("christmas eve", 12, 24), ("christmas", 12, 25),
    ("boxing day", 12, 26), ("new year's eve", 12, 31),
];

/// The last day of a month; of February both.
fn is_last(month: u8, day: u8) -> bool {
    [2023, 2024].into_iter().any(|year| days_in(year, month) == day)
}

/// A day that its source gives as an end, the beginning or the middle of a month or year, or as a feast.
pub(super) fn is_edge(date: &Dated, (around, others): (&str, &[Dated])) -> bool {
    let (Some(month), Some(day)) = (date.month, date.day) else { return false };
    let lower = around.to_ascii_lowercase();
    let ends = |before: &str, words: &[&str]| words.iter().any(|word| before.trim_end().trim_end_matches('-').trim_end().ends_with(word));
    let of = |other: &Dated| {
        let before = &lower[..other.range.start];
        let behind = &lower[other.range.end..];
        let end = ends(before, &["end of", "close of", "end", "last day of", "out of"])
            || behind.starts_with("'s end")
            || behind.starts_with("’s end");
        let start = ends(before, &["start of", "beginning of", "first day of", "start"]);
        let middle = ends(before, &["middle of", "mid"]);
        other.month == Some(month) && other.day.is_none() && (end && is_last(month, day) || start && day == 1 || middle && day == 15)
    };
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let year_end = (month, day) == (12, 31)
        && has(&["end of the year", "year-end", "year's end", "end of this year", "end of next year", "end of 20", "end-20"])
        || (month, day) == (1, 1)
            && has(&["start of the year", "beginning of the year", "start of next year", "start of 20", "turn of the year"])
        || (month, day) == (6, 30) && has(&["mid-year", "middle of the year", "end of the first half"]);
    let quarter = ["first", "second", "third", "fourth"]
        .iter()
        .zip([3, 6, 9, 12])
        .any(|(name, last)| month == last && is_last(month, day) && has(&[&format!("end of the {name} quarter")]));
    let feast = FEASTS.iter().any(|(name, of_month, of_day)| (*of_month, *of_day) == (month, day) && lower.contains(name));
    others.iter().any(of) || year_end || quarter || feast
}

/// The first and the last month of "the three months to June".
fn spans((around, others): (&str, &[Dated])) -> Vec<(u8, u8)> {
    let lower = around.to_ascii_lowercase();
    let span = |other: &Dated| {
        let last = other.month?;
        let before = lower[..other.range.start].trim_end();
        let joins = ["to the end of", "ending in", "ended in", "ending", "ended", "through", "until", "up to", "to", "running to"];
        let before = joins.iter().find_map(|join| before.strip_suffix(join))?.trim_end();
        let before = before.strip_suffix("months")?.trim_end();
        let count = numbers(before).last().filter(|number| number.range.end == before.len()).and_then(super::number::Number::whole)?;
        let count = u8::try_from(count).ok().filter(|count| (2..=12).contains(count))?;
        Some(((last + 12 - count) % 12 + 1, last))
    };
    others.iter().filter_map(span).collect()
}

/// A month that lies within a span or a part of a year of the source, all of which the claim tells.
pub(super) fn is_in_span(date: &Dated, (text, dates): (&str, &[Dated]), (around, others): (&str, &[Dated])) -> bool {
    let bare: Vec<(usize, u8)> =
        dates.iter().filter(|date| date.day.is_none()).filter_map(|date| Some((date.range.start, date.month?))).collect();
    let theirs = spans((around, others));
    let is_span = |first: u8, last: u8| theirs.contains(&(first, last)) || names_part(around, (first, last));
    // "The six months to June" of the first half of the year.
    if spans((text, std::slice::from_ref(date))).iter().any(|(first, last)| is_span(*first, *last)) {
        return true;
    }
    date.day.is_none()
        && (0..bare.len()).any(|one| {
            let within = |other: &usize| bare[one].0 <= date.range.start && date.range.start <= bare[*other].0;
            (one + 1..bare.len()).filter(within).any(|other| is_span(bare[one].1, bare[other].1))
        })
}

#[cfg(test)]
mod tests {
    use super::super::dates::dates;
    use super::*;

    #[test]
    fn n16_a_day_is_told_as_an_end_or_a_feast_and_months_as_a_span() {
        let edge = |claim: &str, around: &str| dates(claim).iter().any(|date| is_edge(date, (around, &dates(around))));
        for (claim, around) in [
            ("by 30 September", "by the end of September"),
            ("on 31 May", "at the end of May"),
            ("by 31 December", "by the end of the year"),
            ("on 25 December", "on Christmas Day"),
            ("on 15 June", "in mid-June"),
        ] {
            assert!(edge(claim, around), "{claim} of {around}");
        }
        assert!(!edge("by 29 September", "by the end of September") && !edge("by 30 September", "in September"));
        let span = |claim: &str, around: &str| {
            let (own, others) = (dates(claim), dates(around));
            own.iter().all(|date| is_in_span(date, (claim, &own), (around, &others)))
        };
        assert!(span("in April, May and June", "in the three months to June"));
        assert!(span("in the six months to June", "in the first half of the year"));
        assert!(span("from January to March", "in the first quarter"));
        assert!(!span("in March, April and May", "in the three months to June"));
    }
}
