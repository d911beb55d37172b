//! Dates as sources write them: "14 September 2032", "Feb. 28", "2032-09-14", "on Monday".

use super::number::{Token, place_in, tokens};
use crate::text::digits::{Worth, digit, worths};
use crate::text::fold::search_form;
use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

/// A date in a text, as far as the text gives it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    pub range: Range<usize>,
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

/// The months by their names in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish, Russian,
/// Ukrainian, Arabic and Persian, as they stand behind a day.
const MONTHS: [&str; 12] = [
    "jan january januar janvier enero gennaio janeiro januari stycznia ocak января январь январе янв січня يناير ژانویه",
    "feb february februar février febrero febbraio fevereiro februari lutego şubat февраля февраль феврале фев лютого فبراير فوریه",
    "mar march märz mars marzo março maart marca mart марта март марте березня مارس",
    "apr april avril abril aprile kwietnia nisan апреля апрель апреле апр квітня أبريل آوریل",
    "may mai mayo maggio maio mei maja mayıs мая май мае травня مايو مه",
    "jun june juni juin junio giugno junho czerwca haziran июня июнь июне червня يونيو ژوئن",
    "jul july juli juillet julio luglio julho lipca temmuz июля июль июле липня يوليو ژوئیه",
    "aug august août agosto augustus sierpnia ağustos августа август августе авг серпня أغسطس اوت",
    "sep sept september septembre septiembre setiembre settembre setembro września eylül сентября сентябрь сентябре сен вересня سبتمبر سپتامبر",
    "oct okt october oktober octobre octubre ottobre outubro października ekim октября октябрь октябре окт жовтня أكتوبر اکتبر",
    "nov november novembre noviembre novembro listopada kasım ноября ноябрь ноябре ноя листопада نوفمبر نوامبر",
    "dec dez december dezember décembre diciembre dicembre dezembro grudnia aralık декабря декабрь декабре дек грудня ديسمبر دسامبر",
];

static MONTH_OF: LazyLock<HashMap<String, u8>> = LazyLock::new(|| {
    let names = (1..).zip(MONTHS).flat_map(|(month, names)| names.split(' ').map(move |name| (search_form(name), month)));
    names.collect()
});

/// Between day, month and year.
const OF: [&str; 6] = ["of", "de", "del", "di", "do", "the"];
/// Behind the figures of a day.
const ORDINALS: [&str; 8] = ["st", "nd", "rd", "th", "er", "го", "е", "º"];
/// Between days of one month.
const ALSO: [&str; 8] = ["", "and", "to", "or", "und", "bis", "и", "y"];

enum Part {
    Number { value: u32, digits: usize },
    Word(String),
}

struct Parts<'a> {
    text: &'a str,
    parts: Vec<(Range<usize>, Part)>,
}

/// All dates of a text in order. One in figures alone may be read in two ways, and then stands twice.
#[must_use]
pub fn dates(text: &str) -> Vec<Dated> {
    let parts = Parts::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < parts.parts.len() {
        at += parts.take(at, &mut found).max(1);
    }
    found
}

impl<'a> Parts<'a> {
    fn new(text: &'a str) -> Self {
        let number = |group: &&str| {
            let place = place_in(text, group)?;
            let value = worths(&[group], &[]).first().copied().and_then(Worth::whole).and_then(|value| u32::try_from(value).ok());
            Some((place, Part::Number { value: value.unwrap_or(u32::MAX), digits: group.chars().count() }))
        };
        let parts = |token: Token<'_>| -> Vec<(Range<usize>, Part)> {
            if token.groups.is_empty() {
                vec![(token.range, Part::Word(token.word))]
            } else {
                token.groups.iter().filter_map(number).collect()
            }
        };
        let mut all = Self { text, parts: tokens(text).into_iter().flat_map(parts).collect() };
        // "14th of September" is "14 September" to all that follows.
        let keeps = |at: usize| match &all.parts[at].1 {
            Part::Word(word) => {
                let is_suffix =
                    ORDINALS.contains(&word.as_str()) && at > 0 && all.number(at - 1).is_some() && matches!(all.gap(at), "" | "-");
                !(is_suffix || OF.contains(&word.as_str()) && at > 0)
            }
            Part::Number { .. } => true,
        };
        let kept: Vec<bool> = (0..all.parts.len()).map(keeps).collect();
        let mut kept = kept.into_iter();
        all.parts.retain(|_| kept.next().unwrap_or(true));
        all
    }

    fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.parts.get(at)?.1 {
            Part::Number { value, digits } => Some((value, digits)),
            Part::Word(_) => None,
        }
    }

    fn day(&self, at: usize) -> Option<u8> {
        self.number(at).filter(|(value, digits)| (1..=31).contains(value) && *digits <= 2).and_then(|(value, _)| u8::try_from(value).ok())
    }

    fn year(&self, at: usize) -> Option<i32> {
        let (value, _) = self.number(at).filter(|(value, digits)| *digits == 4 && (1000..3000).contains(value))?;
        i32::try_from(value).ok()
    }

    fn month(&self, at: usize) -> Option<u8> {
        match &self.parts.get(at)?.1 {
            Part::Word(word) if word.is_ascii() => MONTH_OF.get(word.as_str()).copied(),
            Part::Word(word) => MONTH_OF.get(&search_form(word)).copied(),
            Part::Number { .. } => None,
        }
    }

    /// What stands before a part.
    fn gap(&self, at: usize) -> &str {
        let start = if at > 0 { self.parts[at - 1].0.end } else { 0 };
        &self.text[start..self.parts[at].0.start]
    }

    /// Only spaces and these marks stand before a part.
    fn near(&self, at: usize, marks: &[char]) -> bool {
        let words = |gap: &str| {
            gap.split(|c: char| !c.is_alphabetic())
                .filter(|word| !word.is_empty())
                .all(|word| OF.contains(&word) || ORDINALS.contains(&word))
        };
        let gap = self.gap(at);
        gap.len() <= 12 && words(gap) && gap.chars().all(|c| c.is_whitespace() || c.is_alphabetic() || marks.contains(&c))
    }

    /// Takes a date that begins at a part: how many parts, none if there is no date.
    fn take(&self, at: usize, found: &mut Vec<Dated>) -> usize {
        self.figures(at, found)
            .or_else(|| self.wide(at, found))
            .or_else(|| self.day_first(at, found))
            .or_else(|| self.month_first(at, found))
            .unwrap_or(0)
    }

    fn put(&self, found: &mut Vec<Dated>, parts: Range<usize>, year: Option<i32>, month: Option<u8>, day: Option<u8>) {
        found.push(Dated { range: self.parts[parts.start].0.start..self.parts[parts.end - 1].0.end, year, month, day });
    }

    /// `2032-09-14`, `14.09.2032`, `9/14/32`.
    fn figures(&self, at: usize, found: &mut Vec<Dated>) -> Option<usize> {
        let values = [self.number(at)?, self.number(at + 1)?, self.number(at + 2)?];
        let (one, other) = (self.gap(at + 1), self.gap(at + 2));
        if one != other || !matches!(one, "-" | "." | "/") {
            return None;
        }
        let small =
            |(value, digits): (u32, usize), most: u8| u8::try_from(value).ok().filter(|value| digits <= 2 && (1..=most).contains(value));
        if let Some(year) = self.year(at) {
            let (month, day) = (small(values[1], 12)?, small(values[2], 31)?);
            self.put(found, at..at + 3, Some(year), Some(month), Some(day));
            return Some(3);
        }
        let year = self.year(at + 2).or_else(|| (values[2].1 == 2).then(|| i32::try_from(values[2].0).ok().map(|year| 2000 + year))?)?;
        let before = found.len();
        if let (Some(day), Some(month)) = (small(values[0], 31), small(values[1], 12)) {
            self.put(found, at..at + 3, Some(year), Some(month), Some(day));
        }
        if let (Some(month), Some(day), true) = (small(values[0], 12), small(values[1], 31), one != ".") {
            self.put(found, at..at + 3, Some(year), Some(month), Some(day));
        }
        (found.len() > before).then_some(3)
    }

    /// `2032年9月14日`, with or without the year.
    fn wide(&self, at: usize, found: &mut Vec<Dated>) -> Option<usize> {
        let begins = |at: usize, sign: [char; 2]| match self.parts.get(at) {
            Some((_, Part::Word(word))) => word.starts_with(sign),
            _ => false,
        };
        let year = self.year(at).filter(|_| begins(at + 1, ['年', '년']));
        let from = if year.is_some() { at + 2 } else { at };
        let month = self.day(from).filter(|month| *month <= 12 && begins(from + 1, ['月', '월']));
        let Some(month) = month else {
            self.put(found, at..at + 1, Some(year?), None, None);
            return Some(2);
        };
        let day = self.day(from + 2).filter(|_| begins(from + 3, ['日', '일']));
        let end = if day.is_some() { from + 3 } else { from + 1 };
        self.put(found, at..end, year, Some(month), day);
        Some(end - at)
    }

    /// `14 September 2032`, `14–16 September`, `14 and 16 September`.
    fn day_first(&self, at: usize, found: &mut Vec<Dated>) -> Option<usize> {
        self.day(at)?;
        let mut days = vec![at];
        let mut next = at + 1;
        loop {
            if let Some(month) = self.month(next).filter(|_| self.near(next, &['.', '-', '\u{a0}', ' '])) {
                let year = self.year(next + 1).filter(|_| self.near(next + 1, &['.', ',', '-']));
                let end = next + 1 + usize::from(year.is_some());
                for day in days {
                    self.put(found, day..end, year, Some(month), self.day(day));
                }
                return Some(end - at);
            }
            next = self.also(next)?;
            days.push(next);
            next += 1;
        }
    }

    /// `September 14, 2032`, `Sept. 14-16`, `September 2032`, `September`.
    fn month_first(&self, at: usize, found: &mut Vec<Dated>) -> Option<usize> {
        let month = self.month(at)?;
        let mut days = Vec::new();
        let mut next = at + 1;
        if self.day(next).is_some() && self.near(next, &['.', '-']) {
            days.push(next);
            next += 1;
            while let Some(day) = self.also(next).filter(|day| self.month(day + 1).is_none()) {
                days.push(day);
                next = day + 1;
            }
        }
        let year = (next < self.parts.len()).then(|| self.year(next).filter(|_| self.near(next, &['.', ',']))).flatten();
        let end = next + usize::from(year.is_some());
        if days.is_empty() {
            self.put(found, at..end, year, Some(month), None);
        }
        for day in days {
            let before = found.len();
            self.put(found, at..end, year, Some(month), self.day(day));
            found[before].range.end = self.parts[end - 1].0.end;
        }
        Some(end - at)
    }

    /// Another day of the same month: its part, behind a dash, a comma or a word such as "and".
    fn also(&self, at: usize) -> Option<usize> {
        let word = match &self.parts.get(at)?.1 {
            Part::Word(word) => Some(word.as_str()),
            Part::Number { .. } => None,
        };
        let day = if word.is_some() { at + 1 } else { at };
        let is_short = |at: usize| {
            self.gap(at).chars().count() <= 3 && self.gap(at).chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '/'))
        };
        (ALSO.contains(&word.unwrap_or_default()) && is_short(at) && self.day(day).is_some() && is_short(day)).then_some(day)
    }
}

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

/// The number of a day that stands without its month: "the 28th".
#[must_use]
pub fn says_day(text: &str, day: u8) -> bool {
    text.match_indices(&day.to_string()).any(|(at, digits)| {
        let behind = &text[at + digits.len()..];
        !text[..at].ends_with(|c| digit(c).is_some()) && ORDINALS[..4].iter().any(|suffix| behind.starts_with(suffix))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let show = |part: Option<u8>| part.map_or("-".to_owned(), |part| part.to_string());
        let line = |date: &Dated| {
            let year = date.year.map_or("-".to_owned(), |year| year.to_string());
            format!("{} {} {}", show(date.day), show(date.month), year)
        };
        dates(text).iter().map(line).collect()
    }

    #[test]
    fn n16_dates_are_read_as_sources_write_them() {
        for (text, expected) in [
            ("on 14 September 2032.", vec!["14 9 2032"]),
            ("On September 14, 2032, it fell", vec!["14 9 2032"]),
            ("the 14th of September, 2032", vec!["14 9 2032"]),
            ("Sept. 14", vec!["14 9 -"]),
            ("on Feb. 28 in Orn", vec!["28 2 -"]),
            ("14–16 September 2032", vec!["14 9 2032", "16 9 2032"]),
            ("on 14 and 16 September", vec!["14 9 -", "16 9 -"]),
            ("September 14-16, 2032", vec!["14 9 2032", "16 9 2032"]),
            ("from 12 March to 3 April", vec!["12 3 -", "3 4 -"]),
            ("in September 2032", vec!["- 9 2032"]),
            ("in May", vec!["- 5 -"]),
            ("2032-09-14", vec!["14 9 2032"]),
            ("14.09.2032", vec!["14 9 2032"]),
            ("9/14/2032", vec!["14 9 2032"]),
            ("4/5/2032", vec!["4 5 2032", "5 4 2032"]),
            ("14. September 2032", vec!["14 9 2032"]),
            ("14 de septiembre de 2032", vec!["14 9 2032"]),
            ("le 1er août 2032", vec!["1 8 2032"]),
            ("14 сентября 2032 года", vec!["14 9 2032"]),
            ("۱۴ سپتامبر ۲۰۳۲", vec!["14 9 2032"]),
            ("2032年9月14日", vec!["14 9 2032"]),
            ("3.5 percent of 1,200", vec![]),
            ("version 1.2.3", vec![]),
            ("32 September 5 ships", vec!["5 9 -"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

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
