//! Dates as sources write them: "14 September 2032", "Feb. 28", "2032-09-14", "on Monday".

use super::day_words::day_word;
use super::number_tokens::{Token, place_in, tokens};
use crate::text::digits::{Worth, worths};
use crate::text::fold::search_form;
use crate::text::months;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// A date in a text, as far as the text gives it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    pub range: Range<usize>,
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

/// The words of the other names of months in Arabic, which stand before those and a stroke: "كانون الثاني/يناير".
const BESIDE: &str = "كانون تشرين الثاني الأول شباط آذار نيسان أيار حزيران تموز آب أيلول";

static BESIDE_OF: LazyLock<HashSet<String>> = LazyLock::new(|| BESIDE.split(' ').map(search_form).collect());

static MONTH_OF: LazyLock<HashMap<String, u8>> = LazyLock::new(|| {
    let names = (1..).zip(months::NAMES).flat_map(|(month, names)| names.split(' ').map(move |name| (search_form(name), month)));
    names.collect()
});

/// Names of months that are other words too: with a small letter they count between a day and a year.
const OTHER_WORDS: [&str; 5] = ["may", "march", "mar", "mart", "sept"];

/// Between day, month and year.
const OF: [&str; 6] = ["of", "de", "del", "di", "do", "the"];
/// Behind the figures of a day.
const ORDINALS: [&str; 8] = ["st", "nd", "rd", "th", "er", "го", "е", "º"];
/// Between days of one month.
const ALSO: [&str; 10] = ["", "and", "to", "or", "und", "bis", "и", "y", "through", "until"];
/// From one day on to another.
const SPANS: [&str; 9] = ["-", "–", "—", "to", "through", "until", "till", "bis", "по"];

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

/// A date goes on to the next one of its text: "3 to 7 May", "28 February – 3 March".
#[must_use]
pub fn is_span(text: &str, from: &Dated, to: &Dated) -> bool {
    let joins = |word: &str| SPANS.contains(&word.to_lowercase().as_str());
    if to.range.start >= from.range.end {
        joins(text[from.range.end..to.range.start].trim())
    } else {
        // Both have their month in common, and one day stands in the words of the other.
        let words = &text[from.range.start..from.range.end.max(to.range.end)];
        from.month == to.month && (words.contains(['-', '–', '—']) || words.split_whitespace().any(joins))
    }
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
        all.read_day_words();
        all.read_both_names();
        all
    }

    /// "آب/أغسطس" is one month by both of its names.
    fn read_both_names(&mut self) {
        for at in (1..self.parts.len()).rev() {
            if self.month(at).is_none() || self.gap(at) != "/" {
                continue;
            }
            let is_beside = |part: &(Range<usize>, Part)| matches!(&part.1, Part::Word(word) if BESIDE_OF.contains(&search_form(word)));
            let before = self.parts[..at].iter().rev().take(2).take_while(|part| is_beside(part)).count();
            let start = self.parts[at - before].0.start;
            self.parts[at].0.start = start;
            self.parts.drain(at - before..at);
        }
    }

    /// "February twenty-eighth" is "February 28": beside a month the word for a day is its number.
    fn read_day_words(&mut self) {
        let mut at = 0;
        while at < self.parts.len() {
            let word = |at: usize| match self.parts.get(at) {
                Some((_, Part::Word(word))) => word.as_str(),
                _ => "",
            };
            let day = day_word(word(at), if self.is_joined(at + 1) { word(at + 1) } else { "" });
            let beside = |length: usize| at > 0 && self.month(at - 1).is_some() || self.month(at + length).is_some();
            if let Some((day, length)) = day.filter(|(_, length)| beside(*length)) {
                let range = self.parts[at].0.start..self.parts[at + length - 1].0.end;
                self.parts.splice(at..at + length, [(range, Part::Number { value: day.into(), digits: 2 })]);
            }
            at += 1;
        }
    }

    fn is_joined(&self, at: usize) -> bool {
        at < self.parts.len() && matches!(self.gap(at), "-" | " " | "\u{2010}" | "\u{2011}")
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
        let (range, part) = self.parts.get(at)?;
        let is_small = self.text[range.clone()].starts_with(char::is_lowercase);
        let is_other = matches!(part, Part::Word(word) if is_small && OTHER_WORDS.contains(&word.as_str()));
        if is_other && !(at > 0 && self.day(at - 1).is_some() && self.year(at + 1).is_some()) {
            return None;
        }
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

    /// `2032-09-14`, `14.09.2032`, `9/14/32`, `20320914`.
    fn figures(&self, at: usize, found: &mut Vec<Dated>) -> Option<usize> {
        if let Some((year, month, day)) = self.number(at).and_then(in_one) {
            self.put(found, at..at + 1, Some(year), Some(month), Some(day));
            return Some(1);
        }
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

/// A day as ISO 8601 writes it in its basic form.
fn in_one((value, digits): (u32, usize)) -> Option<(i32, u8, u8)> {
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let is_day = digits == 8 && (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then_some((i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
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
            ("04 آب/أغسطس 2013", vec!["4 8 2013"]),
            ("في 17 كانون الثاني/يناير 2025", vec!["17 1 2025"]),
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
            ("on February twenty-eighth, 2032", vec!["28 2 2032"]),
            ("the twenty-eighth of February 2032", vec!["28 2 2032"]),
            ("on the thirty first of March", vec!["31 3 -"]),
            ("February the first", vec!["1 2 -"]),
            ("on first February 2032", vec!["1 2 2032"]),
            ("on the second of May", vec!["2 5 -"]),
            ("its first and twenty-eighth ship", vec![]),
            ("20320914", vec!["14 9 2032"]),
            ("20321314 barrels", vec![]),
            ("28.02.2026", vec!["28 2 2026"]),
            ("the 28th of February", vec!["28 2 -"]),
            ("He may march in 2026", vec![]),
            ("They may, and the second may not", vec![]),
            ("14 may 2032", vec!["14 5 2032"]),
            ("in March 2026", vec!["- 3 2026"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
