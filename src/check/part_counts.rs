//! How many of a whole: "eight of the 27" of "27 batteries, six of which".

use super::number::{Number, Written};
use crate::text::phrases::words;

/// What stands for the whole behind "of".
const WHOLE: [&str; 6] = ["which", "whom", "them", "these", "those", "whose"];

/// The text behind a number goes on with "of", and what follows.
fn of<'a>(text: &'a str, number: &Number) -> Option<&'a str> {
    text[number.range.end..].trim_start().strip_prefix("of ")
}

/// A claim counts so many of a whole that its source has too, and the source counts another number of it.
pub(super) fn is_other_part((text, around): (&str, &str), number: &Number, all: &[Number], others: &[Number]) -> bool {
    let (Some(own), Some(_)) = (number.whole(), of(text, number)) else { return false };
    // "Of the 27 batteries", and no more words between than those.
    let near =
        |whole: &&Number| whole.range.start > number.range.end && text[number.range.end..whole.range.start].split_whitespace().count() < 4;
    let Some(whole) = all.iter().find(near).filter(|whole| whole.is_one_of(others)) else { return false };
    let counts =
        |other: &&Number| matches!(other.written, Written::Word | Written::Figures) && !other.is_one_of(std::slice::from_ref(whole));
    let partitive = |other: &&Number| of(around, other).and_then(|rest| words(rest).next()).is_some_and(|(_, word)| WHOLE.contains(&word));
    // "Of 31 dams surveyed, seven were cracked."
    let fronted = |at: usize| {
        let before = around[..others[at].range.start].trim_end().trim_end_matches(" the");
        let begins = before.ends_with("Of") || before.ends_with(", of") || before.ends_with("; of");
        begins && others[at].is_one_of(std::slice::from_ref(whole))
    };
    let behind = (0..others.len()).filter(|at| fronted(*at)).filter_map(|at| others.get(at + 1));
    let theirs: Vec<u128> = others.iter().filter(partitive).chain(behind).filter(counts).filter_map(Number::whole).collect();
    let sum = |one: u128| theirs.iter().any(|other| one + other == own);
    // What is left of the whole, or two parts together.
    let rest = whole.whole().is_some_and(|whole| theirs.iter().any(|part| part + own == whole));
    !theirs.is_empty() && !rest && !theirs.iter().any(|part| *part == own || sum(*part)) && theirs.iter().sum::<u128>() != own
}

#[cfg(test)]
mod tests {
    use super::super::number::numbers;
    use super::*;

    #[test]
    fn n16_another_part_of_the_same_whole_is_told() {
        let is = |text: &str, around: &str| {
            let (all, others) = (numbers(text), numbers(around));
            all.iter().any(|number| is_other_part((text, around), number, &all, &others))
        };
        assert!(is("Eight of the 27 batteries", "27 missile batteries, six of which had none"));
        assert!(is("Nine of the 31 surveyed dams", "Of 31 dams surveyed, seven were cracked."));
        assert!(!is("Six of the 27 batteries", "27 missile batteries, six of which had none"));
        assert!(!is("Nine of the twelve did not", "Of the twelve, three did."));
        assert!(!is("Two of the 14 clinics", "Fourteen clinics, among them Orn and Sarn"));
    }
}
