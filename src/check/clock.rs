//! Times of day: "0600" and "6 a.m.", "half past two in the afternoon" and "14:30".

use super::number::small;
use crate::text::phrases::words;
use std::ops::Range;

/// Minutes from midnight, of which half of the day if that is told, and its words.
#[derive(Debug)]
pub(super) struct Time {
    pub range: Range<usize>,
    minutes: u32,
    half: Option<bool>,
}

impl Time {
    fn is(&self, other: &Self) -> bool {
        let at = |time: &Self| time.minutes % 720;
        let half = |time: &Self| time.half.or((time.minutes >= 720).then_some(true));
        at(self) == at(other) && half(self).zip(half(other)).is_none_or(|(one, other)| one == other)
    }
}

/// What stands behind a time, and which half of the day it says.
fn half_of_day(behind: &str) -> Option<bool> {
    const HALVES: [(&str, bool); 14] = [
        ("a.m", false),
        ("am", false),
        ("p.m", true),
        ("pm", true),
        ("in the morning", false),
        ("in the afternoon", true),
        ("in the evening", true),
        ("at night", true),
        ("this morning", false),
        ("this afternoon", true),
        ("this evening", true),
        ("that morning", false),
        ("that afternoon", true),
        ("that evening", true),
    ];
    let near: String = behind.trim_start().chars().take(24).flat_map(char::to_lowercase).collect();
    let ends = |word: &str| !near[word.len()..].starts_with(char::is_alphanumeric);
    HALVES.iter().find(|(word, _)| near.starts_with(word) && ends(word)).map(|(_, half)| *half)
}

/// "0600", "06:00", "6.30": hours and minutes.
fn in_figures(written: &str) -> Option<(u32, u32)> {
    let (hours, minutes) = match written.len() {
        4 if written.bytes().all(|byte| byte.is_ascii_digit()) => written.split_at_checked(2)?,
        _ => written.split_once([':', '.'])?,
    };
    let (hours, minutes) = (hours.parse().ok()?, minutes.parse().ok().filter(|_| minutes.len() == 2)?);
    (hours < 24 && minutes < 60).then_some((hours, minutes))
}

/// Minutes from midnight, and which half of the day if that is told.
type Told = (u32, Option<bool>);

/// Hours and minutes in figures at a place: how many letters they take, and what they tell if that is the time of day.
fn figured(text: &str, start: usize) -> Option<(usize, Option<Told>)> {
    let length = text[start..].find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(text.len() - start);
    let figures = text[start..start + length].trim_end_matches(['.', ':']);
    let (hours, minutes) = in_figures(figures)?;
    let behind = &text[start + figures.len()..];
    let half = half_of_day(behind);
    let unit = behind.trim_start_matches([' ', '-']);
    let clock = ["hours", "GMT", "UTC", "local"].iter().any(|word| unit.starts_with(word));
    let (four, early) = (!figures.contains([':', '.']), figures.starts_with('0'));
    // "At 2140", and "in 1830".
    let before = text[..start].split_whitespace().next_back().unwrap_or_default();
    let at = four && before.eq_ignore_ascii_case("at");
    let is_time = half.is_some() || clock || at || figures.contains(':') || four && early;
    let half = half.or((four || early || hours > 12).then_some(hours >= 12));
    let late = if half == Some(true) && hours < 12 { 720 } else { 0 };
    Some((figures.len(), is_time.then_some((hours * 60 + minutes + late, half))))
}

/// The times of day of a text. Four figures are one only where they begin with a nought, or the clock is named.
pub(super) fn times(text: &str) -> Vec<Time> {
    let all: Vec<(Range<usize>, &str)> = words(text).collect();
    let mut found = Vec::new();
    for (at, (range, word)) in all.iter().enumerate() {
        let lower = word.to_lowercase();
        if let Some(minutes) = match lower.as_str() {
            "noon" | "midday" => Some(720),
            "midnight" => Some(0),
            _ => None,
        } {
            found.push(Time { range: range.clone(), minutes, half: Some(minutes > 0) });
            continue;
        }
        if let Some((figures, time)) = figured(text, range.start) {
            found.extend(time.map(|(minutes, half)| Time { range: range.start..range.start + figures, minutes, half }));
            continue;
        }
        let number = |word: &str| {
            let figure = word.trim_end_matches("am").trim_end_matches("pm");
            figure.parse().ok().or_else(|| small(word).filter(|(_, ordinal)| !ordinal).and_then(|(worth, _)| u32::try_from(worth).ok()))
        };
        let Some(hour) = number(&lower).filter(|hour| (1..=12).contains(hour)) else { continue };
        let glued = if lower.ends_with("pm") { Some(true) } else { lower.ends_with("am").then_some(false) };
        let half = glued.or_else(|| half_of_day(&text[range.end..]));
        let oclock = all.get(at + 1).is_some_and(|(_, next)| matches!(next.to_lowercase().replace('’', "'").as_str(), "o'clock"));
        let before = |back: usize| at.checked_sub(back).map_or("", |before| all[before].1);
        // "Half past six", "a quarter to nine", "twenty past two".
        let part = |word: &str| match word.to_lowercase().as_str() {
            "half" => Some(30),
            "quarter" => Some(15),
            other => number(other).filter(|part| *part < 60),
        };
        let shift = match before(1) {
            "past" => part(before(2)).map(i64::from),
            "to" => part(before(2)).filter(|part| *part != 30).map(|part| -i64::from(part)),
            _ => None,
        };
        let named = |word: &str| matches!(word, "past" | "to") && shift.is_some() && matches!(before(2), "half" | "quarter" | "Half");
        if half.is_none() && !oclock && !named(before(1)) {
            continue;
        }
        let start = if shift.is_some() { all[at - 2].0.start } else { range.start };
        let hour = if hour == 12 { 0 } else { hour };
        let minutes = i64::from(hour * 60 + if half == Some(true) { 720 } else { 0 }) + shift.unwrap_or_default();
        let Ok(minutes) = u32::try_from(minutes.rem_euclid(1440)) else { continue };
        found.push(Time { range: start..range.end, minutes, half });
    }
    found
}

/// A number at a place of a claim is one of a time of day that the text around its quote tells too.
pub(super) fn is_told_time(number: &Range<usize>, own: &[Time], around: &str) -> bool {
    let named = own.iter().filter(|time| time.range.start <= number.start && number.end <= time.range.end + 2);
    named.into_iter().any(|time| times(around).iter().any(|other| time.is(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_a_time_of_day_is_one_however_it_is_told() {
        let same = |one: &str, other: &str| times(one).iter().any(|time| times(other).iter().any(|told| time.is(told)));
        for (one, other) in [
            ("at 6 a.m. on Monday", "at 0600 on Monday"),
            ("at 6am", "at six in the morning"),
            ("at 14:00", "shortly after two in the afternoon"),
            ("at half past six in the evening", "at 18:30"),
            ("at noon", "at 12 p.m."),
            ("at midnight", "at 00:00"),
            ("at quarter to nine", "at 8.45 a.m."),
            ("at 9.40 p.m.", "at 2140"),
            ("at 1830 hours", "at 6.30 p.m."),
            ("at six o'clock", "at 0600"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [("at 7 a.m.", "at 0600"), ("at 6 p.m.", "at 0600"), ("at noon", "at midnight"), ("6 tanks", "6 tanks")] {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
