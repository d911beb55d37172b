//! Numbers that a claim need not find in its source as they stand: rounded ones that say so, and what is left of a whole.

use super::number::{Number, small};
use crate::text::digits::Worth;
use crate::text::phrases::words;

/// Words that round, and whether the number itself is more than what they say.
const ABOUT: [&str; 5] = ["about", "around", "roughly", "approximately", "some"];
/// Behind "close".
const CLOSE: [&str; 2] = ["to", "of"];
const BELOW: [&str; 4] = ["than", "over", "least", "exceeding"];
const ABOVE: [&str; 3] = ["nearly", "almost", "under"];
/// Words for spans of years.
const SPANS: [(&str, u128); 4] = [("decade", 10), ("century", 100), ("millennium", 1000), ("fortnight", 14)];
/// Of these a text has one where it counts the others.
const TURNS: [&str; 17] = [
    "not", "no", "only", "but", "none", "never", "without", "against", "other", "others", "died", "killed", "dead", "failed", "survived",
    "alive", "missing",
];

/// "Nearly 900" of 893, "more than 3 billion" of 3.2 billion.
pub(super) fn is_rounded(text: &str, number: &Number, others: &[Number]) -> bool {
    let mut before = text[..number.range.start].trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(|c: char| !c.is_alphanumeric());
    let (last, former) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
    let is = |list: &[&str]| list.iter().any(|word| last.eq_ignore_ascii_case(word));
    let less = last.eq_ignore_ascii_case("than") && matches!(former, "less" | "fewer" | "Less" | "Fewer");
    let about = is(&ABOUT) || is(&CLOSE) && former.eq_ignore_ascii_case("close");
    // "A little over two metres" of 2.3.
    let small = is(&BELOW) && matches!(former, "little" | "just" | "slightly" | "bit" | "shade");
    let near = |value: f64, whole: f64| {
        let share = whole / value;
        let next = small && value <= 20.0 && value.fract() == 0.0 && value < whole && whole < value + 0.5;
        next || about && (0.93..=1.07).contains(&share)
            || is(&BELOW) && !less && (1.0..=1.12).contains(&share)
            || (less || is(&ABOVE)) && (0.9..=1.0).contains(&share)
    };
    // "8.97m tonnes" are millions, or metres.
    let theirs = || others.iter().flat_map(|other| &other.worths).copied().map(Worth::value);
    let own = number.worths.first().copied().map(Worth::value);
    own.is_some_and(|own| own > 0.0 && theirs().any(|other| near(own, other)))
}

/// "Nine of the twelve did not" of three who did; "26 of 27" of all but one.
pub(super) fn is_rest((text, around): (&str, &str), number: &Number, all: &[Number], others: &[Number]) -> bool {
    let turns = |text: &str| words(text).any(|(_, word)| TURNS.iter().any(|turn| word.eq_ignore_ascii_case(turn)));
    if !turns(text) && !turns(around) {
        return false;
    }
    let Some(own) = number.whole() else { return false };
    let whole = all.iter().find(|whole| {
        let between = text.get(number.range.end..whole.range.start).unwrap_or_default();
        let of = between.split_whitespace().next() == Some("of") && between.len() < 32;
        // "Of the 19 villages, 16 have none."
        let fronted =
            whole.range.end < number.range.start && words(&text[..whole.range.start]).next().is_some_and(|(_, word)| word == "Of");
        of || fronted
    });
    let Some(whole) = whole.filter(|whole| whole.is_one_of(others)).and_then(Number::whole) else { return false };
    let rest = whole.checked_sub(own);
    rest == Some(1) || others.iter().any(|other| other.whole() == rest)
}

/// Units of which the one is so many of the other.
const UNITS: [(&[&str], &[&str], u128); 15] = [
    (&["century", "centuries"], &["year", "years"], 100),
    (&["decade", "decades"], &["year", "years"], 10),
    (&["quarter", "quarters"], &["month", "months"], 3),
    (&["fortnight", "fortnights"], &["week", "weeks"], 2),
    (&["$", "€", "dollar", "dollars", "euro", "euros"], &["cent", "cents"], 100),
    (&["£", "pound", "pounds"], &["pence", "p"], 100),
    (&["tonne", "tonnes", "t"], &["kg", "kilogram", "kilograms", "kilos"], 1000),
    (&["km", "kilometre", "kilometres", "kilometer", "kilometers"], &["m", "metre", "metres", "meter", "meters"], 1000),
    (&["kg", "kilogram", "kilograms"], &["g", "gram", "grams"], 1000),
    (&["gw", "gigawatt", "gigawatts"], &["mw", "megawatt", "megawatts"], 1000),
    (&["year", "years"], &["month", "months"], 12),
    (&["week", "weeks"], &["day", "days"], 7),
    (&["day", "days"], &["hour", "hours"], 24),
    (&["hour", "hours"], &["minute", "minutes"], 60),
    (&["percentage", "point", "points"], &["basis"], 100),
];

/// "1,200 kg" of 1.2 tonnes.
pub(super) fn is_converted(text: &str, number: &Number, (around, others): (&str, &[Number])) -> bool {
    let unit = |text: &str, number: &Number| {
        let sign = text[..number.range.start].chars().next_back().filter(|sign| matches!(sign, '$' | '€' | '£'));
        let word = || words(&text[number.range.end..]).next().filter(|(range, _)| range.start < 2).map(|(_, word)| word.to_lowercase());
        sign.map(String::from).or_else(word)
    };
    if is_part_point(text, number, around) {
        return true;
    }
    let Some(own) = unit(text, number) else { return false };
    let times =
        |number: &Number, factor: u128| number.worths.iter().filter_map(|worth| worth.times(Worth::new(factor, 0))).collect::<Vec<_>>();
    let meet = |one: &[Worth], other: &[Worth]| one.iter().any(|worth| other.contains(worth));
    others.iter().filter_map(|other| Some((other, unit(around, other)?))).any(|(other, theirs)| {
        UNITS.iter().any(|(large, small, factor)| {
            let down = small.contains(&own.as_str()) && large.contains(&theirs.as_str()) && meet(&times(other, *factor), &number.worths);
            let up = large.contains(&own.as_str()) && small.contains(&theirs.as_str()) && meet(&times(number, *factor), &other.worths);
            down || up
        })
    })
}

/// "2022" of "in 2024, and two years earlier".
pub(super) fn is_counted_year(number: &Number, (around, others): (&str, &[Number])) -> bool {
    let far = |text: &str| {
        let rest = text.trim_start_matches('s').trim_start();
        ["earlier", "before", "later", "previously"].iter().any(|way| rest.starts_with(way))
    };
    let counted = |other: &Number| around[other.range.end..].trim_start().strip_prefix("year").is_some_and(far);
    let one =
        || ["a year earlier", "a year before", "a year later", "previous year", "year before"].iter().any(|told| around.contains(told));
    let apart = |year: &Number| number.whole().zip(year.whole()).map_or(0, |(own, other)| own.abs_diff(other));
    let told = |far: u128| far == 1 && one() || far > 0 && others.iter().any(|other| other.whole() == Some(far) && counted(other));
    number.is_year_like() && others.iter().any(|year| year.is_year_like() && told(apart(year)))
}

/// "25 basis points" of a quarter-point cut.
fn is_part_point(text: &str, number: &Number, around: &str) -> bool {
    const PARTS: [(&str, u128); 6] = [("three-quarter", 75), ("half", 50), ("quarter", 25), ("full", 100), ("whole", 100), ("by-a", 100)];
    let behind = text[number.range.end..].replace('-', " ");
    if !behind.trim_start().starts_with("basis point") {
        return false;
    }
    let lower = around.to_lowercase().replace(' ', "-");
    let told = |part: &str| {
        ["-point", "-percentage-point", "-of-a-point", "-of-a-percentage-point", "-a-point", "-a-percentage-point"].iter().any(|point| {
            // A quarter is not three of them.
            let named = format!("{part}{point}");
            lower.match_indices(&named).any(|(at, _)| !lower[..at].ends_with("three-"))
        })
    };
    PARTS.iter().any(|(part, worth)| number.whole() == Some(*worth) && told(part))
}

/// "Ten years" of a decade, "twelve months" of a year.
pub(super) fn is_span(text: &str, number: &Number, around: &str) -> bool {
    const HALVES: [(&str, u128); 9] = [
        ("year and a half", 18),
        ("half a year", 6),
        ("half-year", 6),
        ("century and a half", 150),
        ("half a century", 50),
        ("half-century", 50),
        ("quarter of a century", 25),
        ("quarter-century", 25),
        ("decade and a half", 15),
    ];
    /// One of the first is so many of the second.
    const ONE: [(&str, u128, &str); 5] =
        [("year", 12, "month"), ("day", 24, "hour"), ("hour", 60, "minute"), ("minute", 60, "second"), ("year", 52, "week")];
    if HALVES.iter().any(|(name, worth)| number.whole() == Some(*worth) && around.contains(name)) {
        return true;
    }
    let has = |name: &str| words(around).any(|(_, word)| word.to_lowercase().trim_end_matches('s') == name);
    let behind = words(&text[number.range.end..]).next().map(|(_, word)| word.to_lowercase()).unwrap_or_default();
    let one = |(large, worth, small): &(&str, u128, &str)| {
        let yearly = *large == "year" && (has("annual") || has("annually") || has("yearly"));
        number.whole() == Some(*worth) && behind.trim_end_matches('s') == *small && (has(large) || yearly)
    };
    SPANS.iter().any(|(name, worth)| number.whole() == Some(*worth) && has(name)) || ONE.iter().any(one)
}

/// "A year and two months" of 14 months.
pub(super) fn is_in_two_units(text: &str, number: &Number, others: &[Number]) -> bool {
    const TWO: [(&str, &str, u128); 4] = [("year", "month", 12), ("hour", "minute", 60), ("week", "day", 7), ("day", "hour", 24)];
    let all: Vec<(std::ops::Range<usize>, String)> =
        words(text).map(|(range, word)| (range, word.to_lowercase().trim_end_matches('s').to_owned())).collect();
    let count = |word: &str| match word {
        "a" | "an" => Some(1),
        word => word.parse().ok().or_else(|| small(word).map(|(worth, _)| worth)),
    };
    all.windows(5).filter(|row| row[0].0.start <= number.range.start && number.range.end <= row[4].0.end).any(|row| {
        let told = TWO.iter().find(|(large, less, _)| row[1].1 == *large && row[2].1 == "and" && row[4].1 == *less);
        let whole = told.and_then(|(_, _, factor)| Some(count(&row[0].1)? * factor + count(&row[3].1)?));
        whole.is_some() && others.iter().any(|other| other.whole() == whole)
    })
}
