//! Quarters and halves of a year, as sources name them and briefings date events by the months of one.

use super::dates::Dated;
use crate::text::fold::search_form;

/// First and last month.
type Months = (u8, u8);

/// The words for a number of a part; the last part of a year is called so too.
const NUMBERS: [(&str, usize); 9] =
    [("first", 1), ("1st", 1), ("opening", 1), ("second", 2), ("2nd", 2), ("third", 3), ("3rd", 3), ("fourth", 4), ("4th", 4)];
const LAST: [&str; 3] = ["last", "final", "closing"];
/// A part in a word, a letter beside its number, and into how many a year is parted.
const PARTS: [(&[&str], char, usize); 2] = [(&["quarter", "quarters"], 'q', 4), (&["half"], 'h', 2)];
/// How quarters are called elsewhere, whatever their number.
const FOREIGN: [&str; 4] = ["quartal", "trimest", "kwarta", "квартал"];

/// A text names the part of a year that goes from the first to the last of these months.
#[must_use]
pub fn names_part(text: &str, (first, last): Months) -> bool {
    let folded = search_form(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_part = |number: usize, of: usize| {
        let length = 12 / of;
        (1..=of).contains(&number) && usize::from(first) == (number - 1) * length + 1 && usize::from(last) == number * length
    };
    let is_quarter = (1..=4).any(|number| is_part(number, 4));
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let in_words = PARTS.iter().find(|(names, ..)| names.contains(word)).is_some_and(|(_, _, of)| {
            let number = NUMBERS.iter().find(|(name, _)| *name == before).map(|(_, number)| *number);
            let number = number.or_else(|| LAST.contains(&before).then_some(*of));
            number.is_some_and(|number| is_part(number, *of))
        });
        in_words
            || is_quarter && FOREIGN.iter().any(|name| word.starts_with(&search_form(name)))
            || in_short(word).is_some_and(|(number, of)| is_part(number, of))
    })
}

/// A date is the first or the last of two months between which a part of a year lies that a text names: "January to March" of its
/// first quarter.
#[must_use]
pub fn is_of_part(date: &Dated, dates: &[Dated], text: &str) -> bool {
    dates.windows(2).any(|pair| {
        let months = || Some((pair[0].month?, pair[1].month?));
        let bare = pair.iter().all(|date| date.day.is_none()) && pair.iter().any(|other| other.range == date.range);
        bare && months().is_some_and(|months| names_part(text, months))
    })
}

/// "Q4", "4Q", "4Q23", "H1": which part, and of how many.
fn in_short(word: &str) -> Option<(usize, usize)> {
    let (letter, number) = match *word.as_bytes() {
        [letter, number] | [number, letter] | [number, letter, _, _] | [number, letter, _, _, _, _] if number.is_ascii_digit() => {
            (letter, number)
        }
        _ => return None,
    };
    let behind = word.get(2..).unwrap_or_default();
    let (_, _, of) = PARTS.iter().find(|(_, sign, _)| *sign == char::from(letter))?;
    behind.bytes().all(|byte| byte.is_ascii_digit()).then(|| (usize::from(number - b'0'), *of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_a_part_of_a_year_is_told_by_its_number() {
        for (text, months) in [
            ("in Q4 2023", (10, 12)),
            ("in 4Q23", (10, 12)),
            ("In the fourth quarter of 2023", (10, 12)),
            ("in the last quarter", (10, 12)),
            ("in the first quarter", (1, 3)),
            ("in the first half of 2023", (1, 6)),
            ("H2 2023", (7, 12)),
            ("im 4. Quartal 2023", (10, 12)),
        ] {
            assert!(names_part(text, months), "{text}");
            assert!(!names_part(text, (2, 4)) && !names_part(text, (months.0, months.1 - 1)), "{text}");
        }
        assert!(!names_part("in Q4 2023 and a quarter of it", (7, 9)));
    }
}
