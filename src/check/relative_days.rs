//! Days that a text tells without a date: by the day of the text, by another date of it, by a weekday.

use super::day_words::day_word;
use crate::text::digits::digit;
use crate::text::fold::search_form;
use std::ops::RangeInclusive;

/// Words that give a day by the date of the text: from how many days before it, to how many behind it.
const DAYS: [(&str, i64, i64); 17] = [
    ("today", 1, 1),
    ("tonight", 1, 1),
    ("this morning", 1, 1),
    ("this afternoon", 1, 1),
    ("this evening", 1, 1),
    ("yesterday", 2, 0),
    ("last night", 2, 1),
    ("overnight", 2, 1),
    ("tomorrow", 0, 2),
    ("days ago", 15, 0),
    ("weekend", 9, 2),
    ("this week", 8, 7),
    ("last week", 15, 0),
    ("past week", 15, 0),
    ("week ago", 15, 0),
    ("сегодня", 1, 1),
    ("вчера", 2, 0),
];
/// Words that give a month so.
const LONGER: [(&str, i64, i64); 6] = [
    ("weeks ago", 92, 0),
    ("this month", 31, 31),
    ("last month", 62, 0),
    ("past month", 62, 0),
    ("month ago", 62, 0),
    ("months ago", 366, 0),
];
/// Words that give a day by another date of the text, and how far from it.
const FROM_ANOTHER: [&str; 8] =
    ["next day", "following day", "day after", "day before", "days later", "days earlier", "days after", "days before"];
const FAR: i64 = 14;
/// From Monday on, in English, German, French, Spanish and Russian.
const WEEKDAYS: [&str; 7] = [
    "monday montag lundi lunes понедельник понедельника",
    "tuesday tues dienstag mardi martes вторник вторника",
    "wednesday mittwoch mercredi miércoles среда среду среды",
    "thursday thurs donnerstag jeudi jueves четверг четверга",
    "friday freitag vendredi viernes пятница пятницу пятницы",
    "saturday samstag samedi sábado суббота субботу субботы",
    "sunday sonntag dimanche domingo воскресенье",
];
/// How far before its text a day lies that it calls by its weekday, and how far behind it.
const NEAR: (i64, i64) = (14, 7);

/// A text tells a day, or a month from its first day to its last, without a date: "today", "on Monday", "two days later".
///
/// Days are numbered; `written` is `None` where nobody says when the text was written.
#[must_use]
pub fn is_relative(text: &str, days: &RangeInclusive<i64>, written: Option<i64>, others: &[i64]) -> bool {
    let folded_text = search_form(text);
    let words: Vec<&str> = folded_text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let says = |phrase: &str| {
        let phrase: Vec<String> = phrase.split(' ').map(search_form).collect();
        words.windows(phrase.len()).any(|window| window.iter().zip(&phrase).all(|(word, wanted)| word == wanted))
    };
    let meets = |from: i64, to: i64| *days.start() <= to && from <= *days.end();
    let within = |before: i64, behind: i64| written.is_none_or(|at| meets(at - before, at + behind));
    // Day 0, the first of January 1970, was a Thursday.
    let weekdays = days.clone().take(7).filter_map(|day| WEEKDAYS.get(usize::try_from((day + 3).rem_euclid(7)).ok()?));
    let is_month = days.start() < days.end();
    within(NEAR.0, NEAR.1) && weekdays.flat_map(|names| names.split(' ')).any(says)
        || DAYS.iter().chain(LONGER.iter().filter(|_| is_month)).any(|(word, before, behind)| within(*before, *behind) && says(word))
        || others.iter().any(|other| meets(other - FAR, other + FAR)) && FROM_ANOTHER.iter().copied().any(says)
}

/// Letters without capitals, as in Arabic or Chinese, make up most of a text: its dates may be beyond these tables.
#[must_use]
pub fn is_beyond(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (cased, others): (Vec<char>, Vec<char>) = letters.partition(|c| c.is_lowercase() || c.is_uppercase());
    others.len() > cased.len()
}

/// Behind the figures of a day.
const SUFFIXES: [&str; 4] = ["st", "nd", "rd", "th"];

/// The number of a day that stands without its month: "the 28th", "the twenty-eighth".
#[must_use]
pub fn says_day(text: &str, day: u8) -> bool {
    let says_word = || {
        let folded = text.to_lowercase();
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        // A lone "first" or "second" is mostly of something else.
        (0..words.len())
            .any(|at| day > 3 && day_word(words[at], words.get(at + 1).copied().unwrap_or_default()).is_some_and(|(said, _)| said == day))
    };
    says_word()
        || text.match_indices(&day.to_string()).any(|(at, digits)| {
            let behind = &text[at + digits.len()..];
            !text[..at].ends_with(|c| digit(c).is_some()) && SUFFIXES.iter().any(|suffix| behind.starts_with(suffix))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_days_are_told_without_dates() {
        // 2 March 2026 was a Monday.
        let (monday, thursday) = (20_514, 20_517);
        let one = |day| day..=day;
        assert!(is_relative("It burned on Monday.", &one(monday), Some(thursday), &[]));
        assert!(!is_relative("It burned on Tuesday.", &one(monday), Some(thursday), &[]));
        assert!(!is_relative("It burned on Monday.", &one(monday - 28), Some(thursday), &[]));
        assert!(is_relative("It burned today.", &one(thursday), Some(thursday), &[]));
        assert!(!is_relative("It burned today.", &one(monday), Some(thursday), &[]));
        assert!(is_relative("Two days later it burned.", &one(monday), Some(thursday + 90), &[monday - 2]));
        assert!(is_relative("It burned on Monday.", &one(monday), None, &[]));
    }
}
