//! What two texts differ in that look alike, said by the codes of their characters.

use super::fold::{Folded, Folding};
use super::lookalike::{latin, named};
use super::search_fold::{Plain, apart, plain_letters};
use super::word_diff::Became;
use std::ops::Range;

/// Accents that stand behind their letter.
const ACCENTS: [(char, &str); 7] = [
    ('\u{300}', "a combining grave accent"),
    ('\u{301}', "a combining acute accent"),
    ('\u{302}', "a combining circumflex"),
    ('\u{303}', "a combining tilde"),
    ('\u{306}', "a combining breve"),
    ('\u{308}', "a combining diaeresis"),
    ('\u{327}', "a combining cedilla"),
];

/// Characters that everyone tells apart.
const SEEN: &str = "“”‘’„«»‹›–—…";

/// Names the characters in which a quote and its source differ, if the eye does not: "the source has U+00A0, a no-break
/// space".
#[must_use]
pub fn unlike(quote: &str, source: &str) -> Option<String> {
    if quote == source || seen(quote) != seen(source) {
        return None;
    }
    let only = |one: &str, other: &str| {
        let mut rest: Vec<char> = other.chars().collect();
        let mut only: Vec<char> = Vec::new();
        for c in one.chars() {
            match rest.iter().position(|other| *other == c) {
                Some(at) => drop(rest.swap_remove(at)),
                None if c.is_ascii() || SEEN.contains(c) || only.contains(&c) => {}
                None => only.push(c),
            }
        }
        only
    };
    let said: Vec<String> = [("the source", only(source, quote)), ("the quote", only(quote, source))]
        .into_iter()
        .filter(|(_, only)| !only.is_empty())
        .map(|(who, only)| format!("{who} has {}", only.into_iter().take(MOST).map(code).collect::<Vec<_>>().join("; ")))
        .collect();
    (!said.is_empty()).then(|| said.join(" and "))
}

/// The same of all that was exchanged for what looks like it.
#[must_use]
pub fn unlike_in(changes: &[(Became, String)]) -> Option<String> {
    let all = |which: Became| changes.iter().filter(|(became, _)| *became == which).map(|(_, words)| words.as_str()).collect::<String>();
    unlike(&all(Became::Removed), &all(Became::Added))
}

const MOST: usize = 6;

fn code(c: char) -> String {
    let accent = || ACCENTS.iter().find(|(accent, _)| *accent == c).map(|(_, name)| format!("U+{:04X}, {name}", u32::from(c)));
    let letter = || LETTERS.iter().find(|(range, _)| range.contains(&c)).map(|(_, name)| format!("U+{:04X}, {name}", u32::from(c)));
    named(c).map(|(name, _)| name).or_else(accent).or_else(letter).unwrap_or_else(|| format!("U+{:04X}", u32::from(c)))
}

/// Letters by the names that tell them from their likes.
const LETTERS: [(std::ops::RangeInclusive<char>, &str); 10] = [
    ('\u{643}'..='\u{643}', "an Arabic kaf"),
    ('\u{6a9}'..='\u{6aa}', "a Persian kaf"),
    ('\u{64a}'..='\u{64a}', "an Arabic yeh"),
    ('\u{649}'..='\u{649}', "an Arabic alef maksura"),
    ('\u{6cc}'..='\u{6cd}', "a Persian yeh"),
    ('\u{622}'..='\u{627}', "an Arabic letter"),
    ('\u{628}'..='\u{63f}', "an Arabic letter"),
    ('\u{400}'..='\u{52f}', "a Cyrillic letter"),
    ('\u{370}'..='\u{3ff}', "a Greek letter"),
    ('\u{fb00}'..='\u{fb06}', "a ligature"),
];

/// A text as the eye sees it, made once for all quotes of it.
pub struct Seen<'a> {
    text: &'a str,
    folded: Folded,
    /// For each character of what was folded the byte of the text where it stands; and its end.
    places: Vec<usize>,
    /// For each byte of what was folded how many characters stand before it.
    characters: Vec<usize>,
}

impl<'a> Seen<'a> {
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let twins: String = text.chars().map(twin).collect();
        let places = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let each = twins.chars().enumerate().flat_map(|(at, c)| std::iter::repeat_n(at, c.len_utf8()));
        let characters = each.chain([text.chars().count()]).collect();
        Self { text, folded: Folded::new(&twins, Folding::Search), places, characters }
    }

    /// The first place where the text looks like a quote and is not it, and by which characters.
    #[must_use]
    pub fn like(&self, quote: &str) -> Option<(Range<usize>, String)> {
        let wanted = Folded::new(&quote.chars().map(twin).collect::<String>(), Folding::Search);
        let place = |range: Range<usize>| self.places[self.characters[range.start]]..self.places[self.characters[range.end]];
        self.folded.places(&wanted).map(place).find_map(|range| {
            let named = unlike(quote, self.text[range.clone()].trim())?;
            Some((range, named))
        })
    }
}

/// The Latin letter whose shape a letter has, or the letter.
fn twin(c: char) -> char {
    let small = || if let Plain::Letter(small) = plain_letters(c) { latin(small) } else { None };
    latin(c).or_else(small).unwrap_or(c)
}

/// As the eye sees it, or nearly so: without what has no width and without accents, in one script.
fn seen(text: &str) -> String {
    // A capital with its accent in one character is the same capital.
    let text: String = text.chars().flat_map(apart).map(twin).collect();
    // Case is seen, and a search does not see it.
    let capitals: String = text.chars().filter(|c| c.is_uppercase()).filter(char::is_ascii).collect();
    format!("{}{capitals}", Folded::new(&text, Folding::Search).as_str().split_whitespace().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_look_alike_are_named() {
        for (quote, source, expected) in [
            ("10 km", "10\u{a0}km", Some("the source has U+00A0, a no-break space")),
            ("talks", "tal\u{200b}ks", Some("the source has U+200B, a zero-width space")),
            ("\u{200e}talks", "talks", Some("the quote has U+200E, a left-to-right mark")),
            ("Málaga", "Ma\u{301}laga", Some("the source has U+0301, a combining acute accent and the quote has U+00E1")),
            ("Çelik", "C\u{327}elik", Some("the source has U+0327, a combining cedilla and the quote has U+00C7")),
            (
                "Ёлка",
                "Е\u{308}лка",
                Some("the source has U+0415, a Cyrillic letter; U+0308, a combining diaeresis and the quote has U+0401, a Cyrillic letter"),
            ),
            ("Сarn", "Carn", Some("the quote has U+0421, a Cyrillic letter")),
            ("tаlks", "talks", Some("the quote has U+0430, a Cyrillic letter")),
            ("kοpt", "κopt", Some("the source has U+03BA, a Greek letter and the quote has U+03BF, a Greek letter")),
            ("talks", "Talks", None),
            ("talks", "walks", None),
            ("“talks”", "\"talks\"", None),
        ] {
            assert_eq!(unlike(quote, source).as_deref(), expected, "{quote:?} {source:?}");
        }
    }

    #[test]
    fn what_looks_like_a_quote_is_found_wherever_it_stands() {
        for (quote, text, at, named) in [
            ("Иpан", "Это Иран. Да", "Иран", "the source has U+0440, a Cyrillic letter"),
            (
                "کتاب علی",
                "هنا كتاب علي هنا",
                "كتاب علي",
                "the source has U+0643, an Arabic kaf; U+064A, an Arabic yeh and the quote has U+06A9, a Persian kaf; U+06CC, a Persian yeh",
            ),
            ("efficient fleet", "The eﬃcient ﬂeet left.", "eﬃcient ﬂeet", "the source has U+FB03, a ligature; U+FB02, a ligature"),
            ("10 km", "é 10\u{a0}km", "10\u{a0}km", "the source has U+00A0, a no-break space"),
        ] {
            let (range, said) = Seen::new(text).like(quote).expect(quote);
            assert_eq!((&text[range], said.as_str()), (at, named));
        }
        for (quote, text) in [("Iran", "Iran left."), ("iran", "Iran left."), ("Oman", "Iran left."), ("", "Iran")] {
            assert_eq!(Seen::new(text).like(quote), None, "{quote}");
        }
    }
}
