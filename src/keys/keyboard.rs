//! Letters of other scripts, and the Latin letters at the same place of the keyboard.
//!
//! Each row holds what the keys of one layout say from the row of Q to the row of M, beside what the same keys say on the
//! US layout, in both cases where the script has cases: Russian and what Ukrainian has beyond it; Persian (ISIRI 9147), whose
//! keys say other letters, vowel signs and marks with Shift, and what Arabic has beyond it; Greek (ELOT 1000); Hebrew
//! (SI 1452). Where Persian and Arabic keyboards part, Persian holds.
//! Digits are those of Unicode's two Arabic-Indic rows.

/// What a layout says, and what US keys say there, character by character.
const LAYOUTS: [(&str, &str); 10] = [
    ("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,."),
    ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"),
    ("іїєґІЇЄҐ", "s]'\\S}\"|"),
    ("ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو", "qwertyuiop[]asdfghjkl;'zxcvbnm,"),
    ("\u{652}\u{64c}\u{64d}\u{64b}\u{64f}\u{650}\u{64e}\u{651}ؤئيإأآة»«؛ك\u{653}ژ\u{670}\u{200c}\u{654}ء؟", "QWERTYUIASDFGHJKL\"ZXCVBNM?"),
    ("ى", "n"),
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),
    ("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789"),
];

/// The character that the US layout has where another layout has `letter`. `None`: no known layout has it.
#[must_use]
pub fn latin(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return None;
    }
    LAYOUTS.iter().find_map(|(there, here)| {
        let at = there.chars().position(|known| known == letter)?;
        here.chars().nth(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn both_sides_of_a_layout_are_as_long_and_no_letter_stands_twice() {
        let mut seen = HashSet::new();
        for (there, here) in LAYOUTS {
            assert_eq!(there.chars().count(), here.chars().count(), "{there}");
            assert!(here.is_ascii());
            for letter in there.chars() {
                assert!(!letter.is_ascii() && seen.insert(letter), "{letter}");
            }
        }
    }

    #[test]
    fn n14_every_letter_has_its_key_on_every_layout() {
        let reached = |is: fn(char) -> bool| -> HashSet<char> {
            let letters = LAYOUTS.iter().flat_map(|(there, here)| there.chars().zip(here.chars()));
            letters.filter(|(letter, _)| is(*letter)).map(|(_, key)| key).collect()
        };
        let all = |keys: &str| keys.chars().chain(keys.to_uppercase().chars()).collect::<HashSet<char>>();
        let cyrillic = reached(|letter| matches!(letter, '\u{400}'..='\u{4ff}'));
        let greek = reached(|letter| matches!(letter, '\u{370}'..='\u{3ff}'));
        let hebrew = reached(|letter| matches!(letter, '\u{590}'..='\u{5ff}'));
        let persian = reached(|letter| matches!(letter, '\u{600}'..='\u{6ff}' | '\u{200c}' | '»' | '«'));
        assert!(cyrillic.is_superset(&all("qwertyuiopasdfghjklzxcvbnm")));
        // Greek has a mark at Q and a final sigma without a capital at W, Hebrew signs at Q and W and no capitals, Persian
        // brackets at O and P with Shift.
        assert!(greek.is_superset(&all("ertyuiopasdfghjklzxcvbnm")) && greek.contains(&'w'));
        assert!(hebrew.is_superset(&"ertyuiopasdfghjklzxcvbnm".chars().collect()));
        assert!(persian.is_superset(&all("qwertyuiasdfghjklzxcvbnm")) && persian.contains(&'o') && persian.contains(&'p'));
    }

    #[test]
    fn n14_the_key_at_j_is_j() {
        for letter in ['о', 'ت', 'ξ', 'ח'] {
            assert_eq!(latin(letter), Some('j'), "{letter}");
        }
        for (letter, key) in [
            ('О', 'J'),
            ('Ξ', 'J'),
            ('й', 'q'),
            ('ض', 'q'),
            ('х', '['),
            ('ъ', ']'),
            ('۳', '3'),
            ('؟', '?'),
            ('ة', 'J'),
            ('»', 'K'),
            ('أ', 'G'),
        ] {
            assert_eq!(latin(letter), Some(key), "{letter}");
        }
        assert_eq!(latin('j'), None);
        assert_eq!(latin('漢'), None);
    }
}
