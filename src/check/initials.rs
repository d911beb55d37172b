//! "US" and "United States", "IMF" and "International Monetary Fund": initials and what they stand for.

use crate::text::fold::search_form as fold;
use crate::text::phrases::{without_possessive, words};

/// What stands between the words of a name without an initial of its own.
const JOINTS: [&str; 8] = ["of", "the", "for", "and", "on", "in", "to", "de"];

/// The runs of capitalised words of a text, each by its initials.
fn runs(text: &str) -> Vec<(std::ops::Range<usize>, Vec<char>)> {
    let mut found: Vec<(std::ops::Range<usize>, Vec<char>)> = Vec::new();
    let mut open = false;
    for (range, word) in words(text) {
        let capital = word.starts_with(char::is_uppercase);
        let parted = found.last().is_none_or(|(run, _)| text[run.end..range.start].contains(['.', ',', ';', ':', '(', '"', '\n']));
        match word.chars().next() {
            Some(initial) if capital && open && !parted => {
                if let Some((run, initials)) = found.last_mut() {
                    run.end = range.end;
                    initials.push(initial);
                }
            }
            Some(initial) if capital => {
                found.push((range, vec![initial]));
                open = true;
            }
            // "Co-operation" is one word, and has one initial.
            _ if open && found.last().is_some_and(|(run, _)| text[run.end..range.start] == *"-") => {
                found.last_mut().into_iter().for_each(|(run, _)| run.end = range.end);
            }
            _ => open &= JOINTS.contains(&word),
        }
    }
    found
}

/// Whether one of some runs has these initials one behind another.
fn spells(initials: &[char], letters: &str) -> bool {
    let letters: Vec<char> = letters.chars().filter(|letter| letter.is_alphabetic()).collect();
    letters.len() > 1
        && letters.iter().all(|letter| letter.is_uppercase())
        && initials.windows(letters.len()).any(|window| window == letters)
}

/// "GDP" of gross domestic product.
fn spells_words(letters: &str, around: &str) -> bool {
    let letters: Vec<char> = letters.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let initials: Vec<char> = words(around).filter_map(|(_, word)| word.chars().next()).flat_map(char::to_lowercase).collect();
    letters.len() > 2 && initials.windows(letters.len()).any(|window| window == letters)
        || (4..=LONGEST).contains(&letters.len()) && begins_words(&letters, around)
}

/// The most letters of an abbreviation whose words are looked for; those of staffs and commands have a dozen.
const LONGEST: usize = 20;

/// "MANPADS" of man-portable air-defence systems: each word gives its first letters, one to three.
fn begins_words(letters: &[char], around: &str) -> bool {
    // How many letters the words up to here may have given: all ways at once, for the ways themselves double with each word.
    let mut given = vec![false; letters.len() + 1];
    around.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).any(|word| {
        let word: Vec<char> = word.chars().flat_map(char::to_lowercase).take(3).collect();
        given[0] = true;
        let before = std::mem::replace(&mut given, vec![false; letters.len() + 1]);
        for from in (0..letters.len()).filter(|from| before[*from]) {
            let same = word.iter().zip(&letters[from..]).take_while(|(one, other)| one == other).count();
            given[from + 1..=from + same].fill(true);
        }
        given[letters.len()]
    })
}

/// "UAV" of several "UAVs".
pub(super) fn of_one(abbreviation: &str) -> &str {
    abbreviation.strip_suffix('s').filter(|one| one.len() > 1 && one.ends_with(char::is_uppercase)).unwrap_or(abbreviation)
}

/// A word at a place of a claim is an abbreviation of a name in the text around its quote, or part of a name that is abbreviated
/// there.
pub(super) fn stand_for(text: &str, at: &std::ops::Range<usize>, around: &str) -> bool {
    let own = without_possessive(&text[at.clone()]);
    let own = of_one(own);
    let short = own.chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase);
    if short {
        let glosses = text[..at.start].ends_with('(') && text[at.end..].starts_with(')');
        return runs(around).iter().any(|(_, initials)| spells(initials, own)) || spells_words(own, around) || glosses;
    }
    if is_blend(own, around) {
        return true;
    }
    let Some((run, initials)) = runs(text).into_iter().find(|(run, _)| run.start <= at.start && at.end <= run.end) else { return false };
    let short = |word: &str| {
        let letters: Vec<char> = without_possessive(word).chars().filter(|letter| letter.is_alphabetic()).collect();
        let first = initials.windows(letters.len().max(1)).position(|window| window == letters)?;
        // The word is one of those that the letters stand for.
        let place = words(&text[run.clone()])
            .filter(|(_, word)| word.starts_with(char::is_uppercase))
            .position(|(range, _)| run.start + range.start == at.start)?;
        (letters.len() > 1 && (first..first + letters.len()).contains(&place)).then_some(())
    };
    around.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '\'' || c == '’')).any(|word| short(word).is_some())
}

/// "Pemex" of Petróleos Mexicanos: the beginnings of words with capitals, two letters of each at least.
fn is_blend(word: &str, around: &str) -> bool {
    let own = fold(word);
    let named: Vec<String> = words(around).filter(|(_, word)| word.starts_with(char::is_uppercase)).map(|(_, word)| fold(word)).collect();
    let takes = |rest: &str, next: &str| {
        rest.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| *end > 1 && next.starts_with(&rest[..*end])).collect::<Vec<_>>()
    };
    let from = |at: usize| {
        let mut ends = vec![0];
        for next in named[at..].iter().take(4) {
            ends = ends.iter().flat_map(|end| takes(&own[*end..], next).into_iter().map(move |far| end + far)).collect();
            if ends.contains(&own.len()) {
                return !named[at].starts_with(&own);
            }
        }
        false
    };
    own.len() > 4 && (0..named.len()).any(from)
}
