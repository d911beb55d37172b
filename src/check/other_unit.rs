//! A number of a claim in another unit than in its quote: miles of kilometres, percent of percentage points.

use super::reading::Reading;
use super::{Reporter, Subject};
use crate::briefing::model::{Claim, Text};
use crate::english::Statement;
use crate::english::word::{Gap, Shape, Word, is};
use std::ops::Range;

/// What is measured, in its units: each by the words for it, of which the first names it.
const MEASURES: [&[&[&str]]; 7] = [
    &[
        &["kilometres", "kilometre", "kilometer", "kilometers", "km"],
        &["miles", "mile"],
        &["metres", "metre", "meter", "meters", "m"],
        &["feet", "foot", "ft"],
        &["centimetres", "centimetre", "centimeter", "centimeters", "cm"],
        &["inches", "inch"],
    ],
    &[
        &["tonnes", "tonne", "tons", "ton", "t"],
        &["kilograms", "kilogram", "kilogramme", "kilogrammes", "kg"],
        &["grams", "gram", "gramme", "grammes"],
        &["barrels", "barrel"],
        &["litres", "litre", "liter", "liters"],
        &["gallons", "gallon"],
    ],
    &[
        &["dollars", "dollar"],
        &["euros", "euro"],
        &["roubles", "rouble", "ruble", "rubles"],
        &["yen"],
        &["yuan", "renminbi"],
        &["pounds", "pound"],
        &["rupees", "rupee"],
        &["rials", "rial"],
        &["riyals", "riyal"],
        &["dirhams", "dirham"],
        &["francs", "franc"],
        &["lira", "liras"],
    ],
    &[
        &["minutes", "minute"],
        &["hours", "hour"],
        &["days", "day"],
        &["weeks", "week"],
        &["months", "month"],
        &["years", "year"],
        &["decades", "decade"],
        &["centuries", "century"],
    ],
    &[&["kilowatts", "kw", "kilowatt"], &["megawatts", "mw", "megawatt"], &["gigawatts", "gw", "gigawatt"], &["terawatts", "tw"]],
    &[&["hectares", "hectare"], &["acres", "acre"]],
    &[&["a.m.", "am"], &["p.m.", "pm"]],
];

/// A sign before a number, and the unit that it stands for.
const SIGNS: [(char, &str); 3] = [('$', "dollars"), ('€', "euros"), ('£', "pounds")];

/// Which measure it is of, and the name of the unit.
type Unit = (usize, &'static str);

/// Whether a claim has been found to give a number in another unit, or without the sign of its source.
pub(super) fn other_unit(
    subject: &Subject<'_>,
    claim: &Claim,
    text: &Text,
    (reading, quoted): (&Reading, &[&str]),
    report: &mut Reporter<'_>,
) -> bool {
    let unit = unit_of_another(reading, &text.value, quoted)
        .map(|(words, unit, theirs)| (words, format!("{unit} and {theirs} are not the same"), "write the unit of the source"));
    let sign = || {
        let (words, theirs) = by_sign(reading, &text.value, quoted)?;
        let (has, help) = if theirs { ("a", "write it too") } else { ("no", "leave it out") };
        Some((words, format!("the source has {has} minus sign before this"), help))
    };
    let Some((words, message, help)) = unit.or_else(sign) else { return false };
    report.at(&claim.head.id, subject.place(text, &reading.text.bytes(&words)), message, help);
    true
}

/// The words of a number of a claim, its unit, and another one that the same number has in the quotes.
fn unit_of_another(reading: &Reading, text: &str, quoted: &[&str]) -> Option<(Range<usize>, &'static str, &'static str)> {
    let theirs: Vec<_> = reading.quotes.iter().zip(quoted).flat_map(|(quote, said)| measured(&quote.statement, said)).collect();
    measured(&reading.text, text).into_iter().find_map(|(words, number, (measure, unit))| {
        let same = theirs.iter().any(|(_, other, (_, name))| *other == number && *name == unit);
        let another = theirs.iter().find(|(_, other, (of, _))| *other == number && *of == measure);
        another.filter(|_| !same).map(|(.., (_, name))| (words, unit, *name))
    })
}

/// "5 degrees" of minus five, and "-5 degrees" of five: a number without the sign that its source gives it, or with one that it does not,
/// and whether the source has it. A text may say in another word that something is less than nothing, or has fallen.
fn by_sign(reading: &Reading, text: &str, quoted: &[&str]) -> Option<(Range<usize>, bool)> {
    let below = |word: &Word| {
        is!(
            word, "minus", "below", "zero", "negative", "deficit", "loss", "fall", "drop", "shrink", "contract", "decline", "lose", "down",
            "cut"
        )
    };
    // "Fell to 5", of minus 5.
    let falls = |statement: &Statement| {
        let to = |at: usize| statement.words.get(at + 1).is_some_and(|next| is!(next, "to"));
        statement.words.iter().enumerate().any(|(at, word)| below(word) && !to(at))
    };
    let signed = |statement: &Statement, said: &str, words: &Range<usize>| {
        let before = said[..statement.words[words.start].range.start].trim_end_matches(['$', '€', '£']);
        let sign = before.strip_suffix(['-', '−', '–']);
        sign.is_some_and(|before| before.is_empty() || before.ends_with([' ', '(']))
    };
    // The signs of a number wherever the quotes have it, if all are the same.
    let theirs = |number: &String| {
        let all = reading.quotes.iter().zip(quoted).flat_map(|(quote, said)| {
            quote.statement.numbers(said).into_iter().filter(|(_, other)| other == number).map(move |(words, _)| (quote, *said, words))
        });
        let signs: Vec<bool> = all.map(|(quote, said, words)| signed(&quote.statement, said, &words)).collect();
        signs.first().copied().filter(|first| signs.iter().all(|sign| sign == first))
    };
    let differs = |(words, number): (Range<usize>, String)| {
        let (own, theirs) = (signed(&reading.text, text, &words), theirs(&number)?);
        let told = if own { reading.quotes.iter().any(|quote| falls(&quote.statement)) } else { falls(&reading.text) };
        (own != theirs && !told).then_some((words, theirs))
    };
    reading.text.numbers(text).into_iter().find_map(differs)
}

/// The numbers of a text that have a unit, with their words.
fn measured(statement: &Statement, said: &str) -> Vec<(Range<usize>, String, Unit)> {
    let numbers = statement.numbers(said).into_iter();
    numbers.filter_map(|(words, number)| Some((words.clone(), number, unit(statement, said, &words)?))).collect()
}

/// "6 a.m." and "6 p.m.": which half of the day.
fn half_of_day(behind: &str) -> Option<&'static str> {
    let letters: String = behind.trim_start().chars().take(4).filter(|c| *c != '.').flat_map(char::to_lowercase).collect();
    let ends = !letters.chars().nth(2).is_some_and(char::is_alphanumeric);
    ["am", "pm"].into_iter().find(|half| letters.starts_with(half) && ends)
}

fn unit(statement: &Statement, said: &str, number: &Range<usize>) -> Option<Unit> {
    if let Some(points) = in_points(statement, number) {
        return Some((MEASURES.len(), if points { "percentage points" } else { "percent" }));
    }
    let before = said[..statement.words[number.start].range.start].chars().next_back();
    let named = |name: &str| {
        MEASURES.iter().enumerate().find_map(|(measure, units)| {
            let unit = units.iter().find(|unit| unit.contains(&name))?;
            Some((measure, unit[0]))
        })
    };
    if let Some(half) = half_of_day(&said[statement.words[number.end - 1].range.end..]) {
        return named(half);
    }
    if let Some((_, name)) = SIGNS.iter().find(|(sign, _)| before == Some(*sign)) {
        return named(name);
    }
    let next = |far: usize| {
        let word = statement.words.get(number.end + far).filter(|next| next.gap == Gap::Space)?;
        Some(said[word.range.clone()].to_lowercase())
    };
    let first = next(0)?;
    if matches!(first.as_str(), "metric" | "us") { named(&next(1)?) } else { named(&first) }
}

/// A number is in percentage points, or in percent; `None` where it is in neither.
fn in_points(statement: &Statement, number: &Range<usize>) -> Option<bool> {
    let joined = |far: usize| (number.end..=number.end + far).all(|at| statement.words.get(at).is_some_and(|word| word.gap == Gap::Space));
    let next = |far: usize| statement.words.get(number.end + far).filter(|_| joined(far));
    let points = |far: usize| next(far).is_some_and(|next| is!(next, "point", "points"));
    let percent =
        statement.words[number.end - 1].has(Shape::PERCENT) || next(0).is_some_and(|next| is!(next, "percent", "percentage", "per"));
    (percent).then(|| points(1) || points(2))
}
