//! How many of a thing: a small number of a claim is held against what its source counts, or does not count.

use super::number::{Number, Written};
use crate::text::phrases::words;

/// A word for a smaller number is held only against another number of the same things.
pub(super) const FEW: u128 = 10;

/// What ends the name of a thing that is counted.
#[rustfmt::skip]
const STOPS: [&str; 52] = [
    "of", "in", "on", "at", "by", "for", "from", "with", "over", "into", "about", "between", "among", "against", "than", "through", "under",
    "near", "to", "and", "or", "but", "who", "which", "that", "the", "a", "an", "its", "their", "his", "her", "this", "these", "those", "was",
    "is", "are", "were", "has", "have", "had", "will", "would", "may", "might", "can", "could", "as", "after", "before", "out",
];
/// Words of measure: "for weeks" counts nothing that three weeks would count otherwise.
const MEASURES: [&str; 22] = [
    "time",
    "point",
    "percent",
    "cent",
    "day",
    "hour",
    "minute",
    "week",
    "month",
    "year",
    "decade",
    "quarter",
    "dollar",
    "euro",
    "pound",
    "kilometre",
    "mile",
    "metre",
    "tonne",
    "degree",
    "chance",
    "per",
];
/// Words that count in another way than by a number.
const COUNTED: [&str; 16] = [
    "both", "pair", "couple", "trio", "quartet", "quintet", "sextet", "twin", "dozen", "score", "half", "third", "each", "every",
    "another", "other",
];

/// The plural that a number counts: "officers" of "six liaison officers".
fn thing(text: &str, number: &Number) -> Option<String> {
    let mut end = number.range.end;
    // "One-time customs men".
    if text[end..].starts_with('-') {
        return None;
    }
    for (range, word) in words(&text[number.range.end..]).take(4) {
        let gap = &text[end..number.range.end + range.start];
        end = number.range.end + range.end;
        let lower = word.to_lowercase();
        if !matches!(gap, " " | "-") || STOPS.contains(&lower.as_str()) {
            return None;
        }
        if is_plural(&lower) && lower != "customs" {
            return Some(single(&lower));
        }
    }
    None
}

fn is_plural(lower: &str) -> bool {
    let irregular = lower.ends_with("men") && lower.len() > 4 || matches!(lower, "men" | "people" | "children" | "police");
    lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") && !lower.contains(['\'', '’']) || irregular
}

fn single(lower: &str) -> String {
    lower.trim_end_matches('s').to_owned()
}

/// The text around a quote has a number of what the claim has one of.
pub(super) fn counts((text, number): (&str, &Number), (around, others): (&str, &[Number])) -> bool {
    let counted = |text: &str, number: &Number| {
        let mut next = words(&text[number.range.end..]);
        let (range, word) = next.next().filter(|(range, _)| range.start == 1)?;
        // "Two of the five defendants": so many of those.
        if word == "of" {
            let (_, thing) = next.filter(|(_, word)| !matches!(*word, "the" | "its" | "their" | "these" | "those")).nth(1)?;
            return Some(format!("of {}", single(&thing.to_lowercase())));
        }
        (range.len() > 2).then(|| single(&word.to_lowercase()))
    };
    let own = counted(text, number);
    // "Three F-16 squadrons" of "two squadrons of F-16s".
    let named = |text: &str, number: &Number| {
        thing(text, number).filter(|_| number.written != Written::Ordinal && number.written != Written::Inside)
    };
    let thing = named(text, number);
    own.is_some() && others.iter().any(|other| counted(around, other) == own)
        || thing.is_some() && others.iter().any(|other| named(around, other) == thing)
}

/// "The six applicants" of "the applicants": nothing there can be counted.
pub(super) fn is_uncounted((text, number): (&str, &Number), (around, others): (&str, &[Number])) -> bool {
    let Some(count) = number.whole().filter(|count| (3..FEW).contains(count)) else { return false };
    let Some(own) = thing(text, number).filter(|thing| !MEASURES.contains(&thing.as_str())) else { return false };
    let all: Vec<String> = words(around).map(|(_, word)| word.to_lowercase()).collect();
    let places: Vec<usize> = (0..all.len()).filter(|at| is_plural(&all[*at]) && single(&all[*at]) == own).collect();
    let counted = |at: &usize| {
        all[at.saturating_sub(4)..*at]
            .iter()
            .any(|word| COUNTED.contains(&word.trim_end_matches('s')) || word.starts_with(|c: char| c.is_ascii_digit()))
    };
    let told = others.iter().any(|other| thing(around, other).as_ref() == Some(&own));
    let joints = around.matches(',').count() + around.matches(" and ").count();
    let is_it = |other: &Number| other.whole() == Some(count);
    // "Two in three respondents", "three of the five", "the other six".
    let before = text[..number.range.start].split_whitespace().next_back().unwrap_or_default().to_lowercase();
    number.written == Written::Word
        && !matches!(before.as_str(), "in" | "of" | "than" | "by" | "other" | "remaining" | "every")
        && !places.is_empty()
        && !places.iter().any(counted)
        && !told
        && (joints as u128) < count - 1
        && !others.iter().any(is_it)
}

/// Words of a claim that tell how far two numbers are apart, by how they begin.
const APART: &str = "by fewer more less cut off extra additional rise rose risen fall fell drop gain lost lose shed lead ahead margin gap short \
    majority differen longer older younger after later earlier apart between outnumber narrow widen add reduc increas up down lower higher \
    shrank shrink grew grow behind past knock trim came";
/// Words that tell that several are counted together.
const TOGETHER: [&str; 12] =
    ["all", "altogether", "combined", "together", "total", "totalled", "totaled", "overall", "both", "jointly", "between", "sum"];

/// "Six years came off" of a term cut from 30 to 24, "500 in all" of 300 and 200.
pub(super) fn is_reckoned(text: &str, number: &Number, others: &[Number]) -> bool {
    let lower: Vec<String> = words(text).map(|(_, word)| word.to_lowercase()).collect();
    let apart =
        || lower.iter().any(|word| APART.split_whitespace().any(|begin| word == begin || begin.len() > 3 && word.starts_with(begin)));
    let together = || lower.iter().any(|word| TOGETHER.contains(&word.as_str()));
    let values: Vec<f64> =
        others.iter().filter(|other| other.written != Written::Inside).filter_map(|other| Some(other.worths.first()?.value())).collect();
    let Some(own) = number.worths.first().map(|worth| worth.value()) else { return false };
    let same = |one: f64| (one - own).abs() < 1e-6 * own.abs().max(1.0);
    let pairs = || (0..values.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    let differ = || pairs().any(|(one, other)| same((values[one] - values[other]).abs()));
    let sum = || pairs().any(|(one, other)| same(values[one] + values[other])) || values.len() > 2 && same(values.iter().sum());
    own > 0.0 && (differ() && apart() || sum() && together())
}

#[cfg(test)]
mod tests {
    use super::super::number::numbers;
    use super::*;

    #[test]
    fn n16_what_a_claim_counts_is_counted_in_its_source() {
        let is = |claim: &str, around: &str| {
            let others = numbers(around);
            numbers(claim).iter().any(|number| {
                !number.is_one_of(&others)
                    && !is_reckoned(claim, number, &others)
                    && (counts((claim, number), (around, &others)) || is_uncounted((claim, number), (around, &others)))
            })
        };
        for (claim, around) in [
            ("each will have six liaison officers", "to station liaison officers there"),
            ("three F-16 squadrons", "Two squadrons of Jordanian F-16s"),
            ("nine Iskander launchers", "has hidden Iskander launchers"),
        ] {
            assert!(is(claim, around), "{claim} of {around}");
        }
        for (claim, around) in [
            ("six years came off the term", "cut from 30 to 24 years"),
            ("three chances in ten", "puts the chances at 30 per cent"),
            ("the three ships", "ships from Ostrel, Orn and Sarn"),
            ("two squadrons", "a pair of squadrons"),
        ] {
            assert!(!is(claim, around), "{claim} of {around}");
        }
    }
}
