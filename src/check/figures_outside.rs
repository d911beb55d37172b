//! The numbers and dates of a claim that the text around its quote does not have.

use super::clock::{is_told_time, times};
use super::counted_things::{FEW, counts, is_reckoned, is_uncounted};
use super::dates::{Dated, dates};
use super::fraction::{Fraction, fractions};
use super::number::{Number, Written, numbers};
use super::part_counts::is_other_part;
use super::part_of_year::is_of_part;
use super::quoted_context::Context;
use super::rounded::{is_converted, is_counted_year, is_in_two_units, is_rest, is_rounded, is_span};
use super::told_days::{is_edge, is_in_span};
use super::told_months::is_told_month;
use crate::briefing::references::is_reference;
use crate::text::phrases::words;
use std::ops::Range;

/// The dates and numbers in a claim that its context does not have.
pub(super) fn figures(text: &str, context: &Context) -> Vec<Range<usize>> {
    let numbers = numbers(text);
    if numbers.is_empty() && !text.contains(char::is_uppercase) {
        return Vec::new();
    }
    let clock = times(text);
    let (mut outside, dated) = dates_outside(text, &numbers, context);
    for number in &numbers {
        let is_detail = match number.written {
            Written::Figures => true,
            Written::Inside => false,
            Written::Word if number.whole().is_none_or(|worth| worth >= FEW) => true,
            // A claim may count what its source lists: "the two", "four hours", "a third of it".
            Written::Word | Written::Ordinal => {
                counts((text, number), (&context.text, context.numbers()))
                    || is_uncounted((text, number), (&context.text, context.numbers()))
                    || is_other_part((text, &context.text), number, &numbers, context.numbers())
            }
        };
        let is_dated = dated.iter().any(|date| date.contains(&number.range.start));
        let is_part = || {
            let of_whole = |part: &Fraction| numbers.iter().any(|whole| whole.is_one_of(context.numbers()) && part.is_of(number, whole));
            let parts = context.fractions();
            let percent = |part: &Fraction| context.numbers().iter().any(|other| is_percent(&context.text, other) && part.is(other));
            // "Three chances in ten" of 30 per cent.
            let in_parts = |part: &Fraction| part.has(number) && (percent(part) || parts.iter().any(|other| part.is_same(other)));
            if fractions(text).iter().any(in_parts) {
                return true;
            }
            is_percent(text, number) && parts.iter().any(|part| part.is(number)) || parts.iter().any(of_whole)
        };
        let is_told = || {
            is_part()
                || is_rounded(text, number, context.numbers())
                || is_rest((text, &context.text), number, &numbers, context.numbers())
                || is_span(text, number, &context.text)
                || is_reckoned(text, number, context.numbers())
                || is_in_two_units(text, number, context.numbers())
                || is_told_time(&number.range, &clock, &context.text)
                || is_counted_year(number, (&context.text, context.numbers()))
                || is_even(text, &number.range, context)
                || number.whole() == Some(10)
                    && ["single-digit", "double-digit", "single digit"].iter().any(|words| context.text.contains(words))
                || is_converted(text, number, (&context.text, context.numbers()))
        };
        if is_detail && !is_dated && !is_reference(text, number.range.start) && !number.is_one_of(context.numbers()) && !is_told() {
            outside.push(number.range.clone());
        }
    }
    outside
}

/// "Fifty-fifty" of an even chance.
fn is_even(text: &str, number: &Range<usize>, context: &Context) -> bool {
    let whole = text.get(..number.end + 6).unwrap_or(text);
    let told = ["fifty-fifty", "50-50", "50/50", "50:50"].iter().any(|odds| {
        let at = whole.to_ascii_lowercase().rfind(odds);
        at.is_some_and(|at| (at..at + odds.len()).contains(&number.start))
    });
    let even = |text: &str| {
        let has = |word: &str| words(text).any(|(_, other)| other == word);
        ["evens", "toss-up", "coin toss", "as likely as not"].iter().any(|words| text.contains(words))
            || has("even") && ["chance", "chances", "odds", "probability", "likelihood"].into_iter().any(has)
    };
    told && even(&context.text.to_lowercase())
}

/// "75 percent", "75%".
fn is_percent(text: &str, number: &Number) -> bool {
    let rest = text[number.range.end..].trim_start();
    ["%", "percent", "per cent"].iter().any(|sign| rest.starts_with(sign))
}

/// What dates of a claim the context does not give, and where the dates stand that were compared: the numbers in them are
/// not compared again.
fn dates_outside(text: &str, numbers: &[Number], context: &Context) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut outside, mut compared) = (Vec::new(), Vec::new());
    let dates = dates(text);
    if dates.is_empty() {
        return (outside, compared);
    }
    let has_days = context.dates().iter().any(|date| date.day.is_some());
    let around = || (context.text.as_str(), context.dates());
    let told = |date: &Dated| is_edge(date, around()) || is_in_span(date, (text, &dates), around());
    compared.extend(dates.iter().filter(|date| told(date)).map(|date| date.range.clone()));
    for date in dates.iter().filter(|date| date.month.is_some() && is_sure(text, date) && (date.day.is_none() || has_days)) {
        if compared.contains(&date.range) {
            continue;
        }
        compared.push(date.range.clone());
        // A date in figures alone may be read in two ways, of which one is enough.
        let readings = || dates.iter().filter(|other| other.range == date.range);
        let all = || readings().flat_map(|date| context.dates().iter().map(move |other| (date, other)));
        let of_day = |(date, other): &(&Dated, &Dated)| date.month == other.month && (date.day.is_none() || date.day == other.day);
        let of_year = |(date, other): &(&Dated, &Dated)| match (date.year, other.year) {
            (Some(year), Some(other)) => year == other,
            (Some(year), None) => context.numbers().iter().any(|number| number.is_year(year)),
            (None, _) => true,
        };
        if all().any(|pair| of_day(&pair) && of_year(&pair))
            || is_eve(text, date, context)
            || is_told_month(date, (&context.text, context.dates()))
            || is_of_part(date, &dates, &context.text)
        {
            continue;
        }
        // Only what differs, if the rest of the date is there.
        let part = |number: Option<i32>| {
            let is_it = |range: &&Number| date.range.contains(&range.range.start) && number.is_some_and(|number| range.is_year(number));
            numbers.iter().find(is_it).map(|number| number.range.clone())
        };
        let of_month = all().any(|(date, other)| date.month == other.month && date.year == other.year);
        let differs = match (all().any(|pair| of_day(&pair)), of_month) {
            (true, _) => part(date.year),
            (_, true) => part(date.day.map(i32::from)),
            _ => None,
        };
        outside.push(differs.unwrap_or_else(|| date.range.clone()));
    }
    (outside, compared)
}

/// "Before December" of "by the end of November".
fn is_eve(text: &str, date: &Dated, context: &Context) -> bool {
    let ends = |text: &str, start: usize, with: &str| text[..start].to_ascii_lowercase().trim_end().ends_with(with);
    let month = |date: &Dated| date.month.map_or(0, |month| month % 12);
    let eve = |other: &Dated| {
        let end = ends(&context.text, other.range.start, "end of") || ends(&context.text, other.range.start, "end-");
        other.month.is_some_and(|_| (month(other) + 1) % 12 == month(date)) && end
    };
    date.day.is_none() && date.month.is_some() && ends(text, date.range.start, "before") && context.dates().iter().any(eve)
}

/// "May" and "March" may be no months where no number stands beside them.
fn is_sure(text: &str, date: &Dated) -> bool {
    date.day.is_some() || date.year.is_some() || text[date.range.clone()].starts_with(char::is_uppercase)
}
