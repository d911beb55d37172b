//! What a claim gives to another year, day or thing than its source does: "310,000 in 2022, 270,000 in 2023" the other way round.

use super::dates::{Dated, dates};
use super::number::{Number, Written, numbers};
use crate::english::lexicon::look_up;
use crate::english::opposite::are_opposites;
use crate::english::pairs::Of;
use crate::text::digits::Worth;
use crate::text::fold::search_form;
use crate::text::phrases::{without_possessive, words};
use std::ops::Range;

/// Between a number and its date stand at most so many bytes.
const NEAR: usize = 60;

/// What a text says of when: a number or names, and the date that they stand with.
struct Told {
    range: Range<usize>,
    value: Value,
    /// Year, month, day, as far as they are given.
    date: [i32; 3],
}

#[derive(PartialEq)]
enum Value {
    Number(Vec<Worth>),
    Name(String),
}

/// The first that is told otherwise, and what is wrong with it.
pub(super) fn swapped(text: &str, around: &str) -> Option<(Range<usize>, String)> {
    let own = numbers(text);
    match own.as_slice() {
        [] => return None,
        // One digit alone says too little to be told from another.
        [one] if one.range.len() < 2 => return None,
        _ => {}
    }
    let sentences: Vec<(&str, Vec<Number>)> =
        around.lines().map(|sentence| (sentence, numbers(sentence))).filter(|(_, all)| all.len() > 1).collect();
    if sentences.is_empty() {
        return None;
    }
    by_date(text, &own, &sentences).or_else(|| by_thing(text, &own, &sentences)).or_else(|| by_end(text, &own, &sentences))
}

fn by_date(text: &str, own: &[Number], sentences: &[(&str, Vec<Number>)]) -> Option<(Range<usize>, String)> {
    let ours = told(text, own);
    if ours.is_empty() {
        return None;
    }
    let theirs: Vec<Told> = sentences.iter().flat_map(|(sentence, numbers)| told(sentence, numbers)).collect();
    let has = |value: &Value, date: &[i32; 3]| theirs.iter().any(|told| told.value == *value && told.date == *date);
    let all = &ours;
    let moved = ours.iter().find(|ours| {
        let other = theirs.iter().find(|told| told.value == ours.value && told.date != ours.date);
        let taken = theirs.iter().find(|told| told.date == ours.date && told.value != ours.value);
        let swaps =
            || other.zip(taken).is_some_and(|(other, taken)| all.iter().any(|told| told.value == taken.value && told.date == other.date));
        other.is_some() && taken.is_some() && !has(&ours.value, &ours.date) && (matches!(ours.value, Value::Number(_)) || swaps())
    })?;
    Some((moved.range.clone(), format!("“{}” stands with another date in the source", &text[moved.range.clone()])))
}

/// "12 tanks and 30 trucks", and "30 tanks and 12 trucks".
fn by_thing(text: &str, own: &[Number], sentences: &[(&str, Vec<Number>)]) -> Option<(Range<usize>, String)> {
    let ours: Vec<(&Number, String)> = own.iter().filter_map(|number| Some((number, thing(text, number)?))).collect();
    let all: Vec<(&Number, String)> =
        sentences.iter().flat_map(|(sentence, all)| all.iter().filter_map(|number| Some((number, thing(sentence, number)?)))).collect();
    let same = |one: &Number, other: &Number| one.worths == other.worths;
    let (number, thing) = ours.iter().find(|(number, thing)| {
        let here: Vec<&(&Number, String)> = all.iter().filter(|(_, other)| other == thing).collect();
        let elsewhere = all.iter().find(|(other, of)| same(other, number) && of != thing);
        let swaps = |(taken, _): &&(&Number, String)| {
            elsewhere.is_some_and(|(_, of)| ours.iter().any(|(other, ours)| ours == of && same(other, taken)))
        };
        !here.is_empty() && !here.iter().any(|(other, _)| same(other, number)) && here.iter().any(swaps)
    })?;
    Some((number.range.clone(), format!("“{}” is not the source's number of “{thing}”", &text[number.range.clone()])))
}

/// "From 2.1 to 3.4", and "from 3.4 to 2.1".
fn by_end(text: &str, own: &[Number], sentences: &[(&str, Vec<Number>)]) -> Option<(Range<usize>, String)> {
    let ends = |text: &str, all: &[Number]| -> Vec<[Vec<Worth>; 2]> {
        let pairs = all.windows(2).filter(|pair| before(text, &pair[0]) == "from" && before(text, &pair[1]) == "to");
        pairs.map(|pair| [pair[0].worths.clone(), pair[1].worths.clone()]).collect()
    };
    // "Fell from 40 to 35" of what rose from 35 to 40 is another fault.
    let moves = |text: &str| words(text).map(|(_, word)| look_up(word)).collect::<Vec<_>>();
    let ours_move = moves(text);
    let opposed = sentences
        .iter()
        .any(|(sentence, _)| moves(sentence).iter().any(|one| ours_move.iter().any(|other| are_opposites(one, other, Of::Any))));
    if opposed {
        return None;
    }
    let ours = ends(text, own);
    let theirs: Vec<_> = sentences.iter().flat_map(|(sentence, all)| ends(sentence, all)).collect();
    let turned = |[from, to]: &&[Vec<_>; 2]| {
        from != to
            && theirs.iter().any(|[one, other]| one == to && other == from)
            && !theirs.iter().any(|[one, other]| one == from && other == to)
    };
    let [from, _] = ours.iter().find(turned)?;
    let number = own.iter().find(|number| number.worths == *from)?;
    Some((number.range.clone(), format!("the source goes to “{}”, the claim from it", &text[number.range.clone()])))
}

/// The word before a number, its currency aside.
fn before<'a>(text: &'a str, number: &Number) -> &'a str {
    let rest = text[..number.range.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// What a number counts: the word behind it.
fn thing(text: &str, number: &Number) -> Option<String> {
    let (range, word) = words(&text[number.range.end..]).next().filter(|(range, _)| range.start == 1)?;
    (range.len() > 2 && !number.is_year_like()).then(|| word.to_lowercase().trim_end_matches('s').to_owned())
}

/// The numbers and names of a sentence with their dates, if values and dates stand by turns: only then it is clear which belong
/// together.
fn told(text: &str, own: &[Number]) -> Vec<Told> {
    let dates = dated(text, own);
    if dates.is_empty() {
        return Vec::new();
    }
    let is_dated = |at: usize| dates.iter().any(|(range, _)| range.contains(&at));
    let values: Vec<Told> = own
        .iter()
        .filter(|number| !is_dated(number.range.start) && number.written != Written::Ordinal && number.written != Written::Inside)
        .map(|number| Told { range: number.range.clone(), value: Value::Number(number.worths.clone()), date: [0; 3] })
        .collect();
    let named: Vec<Told> = if dates.len() > 1 {
        let names = words(text).filter(|(range, word)| word.starts_with(char::is_uppercase) && range.len() > 2 && !is_dated(range.start));
        names.map(|(range, word)| Told { range, value: Value::Name(search_form(without_possessive(word))), date: [0; 3] }).collect()
    } else {
        Vec::new()
    };
    let mut told = with_dates(text, values, &dates, true);
    told.extend(with_dates(text, named, &dates, false));
    told
}

fn with_dates(text: &str, values: Vec<Told>, dates: &[(Range<usize>, [i32; 3])], near: bool) -> Vec<Told> {
    let Some(first) = values.first() else { return Vec::new() };
    let behind = dates[0].0.start > first.range.start;
    let mut found: Vec<Told> = Vec::new();
    let mut seen = vec![0_usize; dates.len()];
    for value in values {
        let of =
            |(range, _): &&(Range<usize>, [i32; 3])| if behind { range.start >= value.range.end } else { range.end <= value.range.start };
        let place = if behind { dates.iter().position(|date| of(&date)) } else { dates.iter().rposition(|date| of(&date)) };
        let Some(place) = place else { return Vec::new() };
        let (range, date) = &dates[place];
        let between = if behind { &text[value.range.end..range.start] } else { &text[range.end..value.range.start] };
        let last = |text: &str| text.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(' ').next().unwrap_or_default().to_lowercase();
        let tied = if behind {
            matches!(last(between).as_str(), "in" | "on" | "for" | "during")
        } else {
            !matches!(last(between).as_str(), "from" | "than" | "against" | "versus" | "with" | "of")
        };
        if near && (between.len() > NEAR || !tied) {
            return Vec::new();
        }
        seen[place] += 1;
        found.push(Told { date: *date, ..value });
    }
    let by_turns = seen.iter().all(|values| *values > 0) && (!near || seen.iter().all(|values| *values == 1));
    if by_turns { found } else { Vec::new() }
}

/// The dates of a sentence, bare years among them.
fn dated(text: &str, own: &[Number]) -> Vec<(Range<usize>, [i32; 3])> {
    let full: Vec<Dated> = dates(text);
    let mut all: Vec<(Range<usize>, [i32; 3])> = Vec::new();
    for date in &full {
        if (date.year.is_some() || date.month.is_some()) && !all.iter().any(|(range, _)| *range == date.range) {
            let part = |part: Option<u8>| part.map_or(0, i32::from);
            all.push((date.range.clone(), [date.year.unwrap_or(0), part(date.month), part(date.day)]));
        }
    }
    for number in own.iter().filter(|number| number.is_year_like()) {
        let year = number.whole().and_then(|year| i32::try_from(year).ok()).unwrap_or(0);
        if !all.iter().any(|(range, _)| range.start < number.range.end && number.range.start < range.end) {
            all.push((number.range.clone(), [year, 0, 0]));
        }
    }
    all.sort_by_key(|(range, _)| range.start);
    all
}
