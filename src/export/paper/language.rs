//! Which language a text is in, as far as its script tells: readers aloud and shapers of letters ask for it.

use crate::text::direction::is_from_right;
use crate::text::script::Script;

/// Whether a letter is of it.
type Tells = fn(char) -> bool;

/// Scripts that one language or a few are written in, the language that is told by them first, by BCP 47.
const SCRIPTS: [(&str, Tells); 9] = [
    ("fa", |c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی')),
    ("ar", |c| is_of("arabic", c)),
    ("he", |c| is_of("hebrew", c)),
    ("ja", |c| is_of("kana", c)),
    ("ko", |c| is_of("hangul", c)),
    ("zh", |c| is_of("han", c)),
    ("uk", |c| matches!(c, 'ї' | 'є' | 'ґ' | 'Ї' | 'Є' | 'Ґ')),
    ("ru", |c| is_of("cyrillic", c)),
    ("el", |c| is_of("greek", c)),
];

fn is_of(script: &str, letter: char) -> bool {
    Script::of(letter).is_some_and(|of| of.name == script)
}

/// The language of a text, by the script of most of its letters; English where that is Latin.
#[must_use]
pub fn language(text: &str) -> &'static str {
    if text.is_ascii() {
        return "en";
    }
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (all, latin) = letters.fold((0, 0), |(all, latin), c| (all + 1, latin + usize::from(c < '\u{250}')));
    if latin * 2 > all {
        return "en";
    }
    SCRIPTS.iter().find(|(_, has)| text.chars().any(has)).map_or("en", |(language, _)| language)
}

/// It runs from the right: most of its letters do. An id in Latin letters before a sentence does not turn it.
#[must_use]
pub fn is_right(text: &str) -> bool {
    !text.is_ascii() && {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        let (all, right) = letters.fold((0, 0), |(all, right), c| (all + 1, right + usize::from(is_from_right(c))));
        right * 2 > all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e31_the_script_tells_the_language() {
        for (text, expected) in [
            ("plain", "en"),
            ("Переговоры", "ru"),
            ("переговори її", "uk"),
            ("توافق می‌کند", "fa"),
            ("اتفاق", "ar"),
            ("הסכם", "he"),
            ("协议", "zh"),
            ("合意する", "ja"),
            ("Café «متن» and more", "en"),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
