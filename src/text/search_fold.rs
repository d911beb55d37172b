//! Letters without what readers do not type when they search.

use unicode_normalization::char::{canonical_combining_class, compose, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_width::UnicodeWidthChar;

/// What is left of a character.
pub enum Plain {
    Letter(char),
    /// Of a ligature, such as ﬁ, or of ß.
    Letters(Vec<char>),
    /// An accent, a vowel sign or a joiner leaves nothing.
    Nothing,
}

/// Folds case in full and compatibility forms (NFKD), and takes accents and vowel signs away.
///
/// Marks that make another letter of a letter stay: й is not и, and が is not か. The vowel signs and tone marks of Indic and
/// South-East Asian scripts stay too, since they are letters to those who write them. The dots of İ and ı do not count.
pub fn plain_letters(c: char) -> Plain {
    if let Some(letter) = plain_at_once(c) {
        return Plain::Letter(letter);
    }
    let mut letters = Vec::new();
    for decomposed in std::iter::once(c).nfkd() {
        match decomposed {
            mark if is_joined(mark) => match letters.pop() {
                Some(last) => letters.extend(join(last, mark).map_or_else(|| unjoined(last, mark), |joined| vec![joined])),
                None => letters.push(mark),
            },
            mark if is_dropped(mark) => {}
            'ß' | 'ẞ' => letters.extend(['s', 's']),
            'æ' | 'Æ' => letters.extend(['a', 'e']),
            'œ' | 'Œ' => letters.extend(['o', 'e']),
            'þ' | 'Þ' => letters.extend(['t', 'h']),
            'ς' => letters.push('σ'),
            'ı' => letters.push('i'),
            letter => letters.extend(letter.to_lowercase().filter(|letter| !is_dropped(*letter)).map(variant)),
        }
    }
    match letters.as_slice() {
        [] => Plain::Nothing,
        [letter] => Plain::Letter(*letter),
        _ => Plain::Letters(letters),
    }
}

/// With each letter and its marks in as few characters as there are for them (NFC).
pub fn composed(text: &str) -> impl Iterator<Item = char> {
    text.nfc()
}

/// Without case, and with each mark apart from its letter. What nobody sees, such as a joiner, leaves nothing.
pub fn decomposed(c: char) -> impl Iterator<Item = char> {
    let is_seen = c.width() != Some(0) || is_combining_mark(c);
    is_seen.then(|| c.to_lowercase().nfd()).into_iter().flatten()
}

/// A character as its letter and the marks on it.
pub fn apart(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfd()
}

/// The letters that a ligature or a presentation form is made of, such as ﬁ; `None` for every other character.
pub fn unligated(c: char) -> Option<impl Iterator<Item = char>> {
    // The ornate parentheses are no letters.
    let is_form = matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{fb13}'..='\u{fb17}' | '\u{fb50}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}');
    (is_form && !matches!(c, '\u{fd3e}' | '\u{fd3f}')).then(|| std::iter::once(c).nfkc())
}

/// It is no mark on the letter before it, and no part of a Korean syllable that has begun (a boundary of NFC).
pub fn begins_letter(c: char) -> bool {
    let stays_apart = |c: char| canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) != IsNormalized::Maybe;
    // Letters of the commonest texts need no tables of Unicode.
    matches!(c, '\0'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{2010}'..='\u{205f}' | '\u{4e00}'..='\u{9fff}')
        || std::iter::once(c).nfd().next().is_none_or(stays_apart)
}

/// A mark that makes another letter of the letter before it.
pub fn is_joined(mark: char) -> bool {
    matches!(mark, BREVE | '\u{3099}' | '\u{309a}')
}

/// Makes й of и and its breve, and が of か and its sound mark.
pub fn join(letter: char, mark: char) -> Option<char> {
    match (letter, mark) {
        ('и' | 'у', BREVE) | (_, '\u{3099}' | '\u{309a}') => compose(letter, mark),
        _ => None,
    }
}

fn unjoined(letter: char, mark: char) -> Vec<char> {
    if mark == BREVE { vec![letter] } else { vec![letter, mark] }
}

/// Over и and у it makes another letter; elsewhere it is an accent, and goes.
pub const BREVE: char = '\u{306}';

/// Letters of the commonest texts, which need no tables of Unicode.
fn plain_at_once(c: char) -> Option<char> {
    match c {
        'а'..='и' | 'к'..='я' | 'ا' | 'ب'..='غ' | 'ف' | 'ق' | 'ل'..='و' | 'پ' | 'چ' | 'ژ' | 'گ' | '\u{4e00}'..='\u{9fff}' => {
            Some(variant(c))
        }
        'А'..='И' | 'К'..='Я' => char::from_u32(u32::from(c) + 32),
        'ё' | 'Ё' => Some('е'),
        _ => None,
    }
}

/// One letter for those that people write for each other: a Persian keyboard has another ی and ک than an Arabic one.
fn variant(c: char) -> char {
    match c {
        'ё' => 'е',
        'ي' | 'ى' | 'ې' | 'ۍ' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ة' | 'ۀ' | 'ە' | 'ھ' | 'ہ' | 'ۂ' | 'ۃ' => 'ه',
        'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        '\u{660}'..='\u{669}' => digit(c, 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(c, 0x6f0),
        '\u{966}'..='\u{96f}' => digit(c, 0x966),
        '\u{9e6}'..='\u{9ef}' => digit(c, 0x9e6),
        '\u{e50}'..='\u{e59}' => digit(c, 0xe50),
        '٫' => '.',
        '٬' | '،' | '、' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        _ => c,
    }
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit(u32::from(c).wrapping_sub(zero), 10).unwrap_or(c)
}

/// A character that a search does not see: accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic,
/// the long stroke between Arabic letters, joiners, and whatever has no shape.
fn is_dropped(c: char) -> bool {
    match c {
        '\u{640}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{61c}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        // Pages are searched as they are shown, and `neutral` shows many of these so.
        | '\u{fffd}'
        | '\u{fe00}'..='\u{fe0f}' => true,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' => is_combining_mark(c),
        _ => false,
    }
}
