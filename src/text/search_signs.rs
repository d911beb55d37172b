//! Signs within words and numbers that readers do not type when they search.

use super::fold_kind::Folding;
use super::line_ends::{is_hyphen, parted_by_hyphen};
use memchr::memchr3_iter;
use std::ops::Range;

/// Where the signs stand in a text that leave nothing in a search, in order: what parts the thousands of a number, the white
/// space behind a hyphen at which a line ended in the middle of a word; then the points of abbreviations; then that hyphen too.
pub fn unread_signs(text: &str, folding: Folding) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut signs: Vec<Range<usize>> = Vec::new();
    for at in memchr3_iter(b',', b'.', b'-', bytes) {
        let sign = match bytes[at] {
            b',' => parts_thousands(bytes, at).then_some(at..at + 1),
            b'.' => (folding != Folding::Search && is_of_abbreviation(text, at)).then_some(at..at + 1),
            _ if folding == Folding::SearchWords => None,
            _ => parted(text, at).map(|end| at + usize::from(folding == Folding::Search)..end),
        };
        signs.extend(sign.filter(|sign| signs.last().is_none_or(|last| last.end <= sign.start)));
    }
    signs
}

/// The words have such signs themselves.
pub fn has_signs(words: &str) -> bool {
    words.contains(is_hyphen) || unread_signs(words, Folding::SearchWords).iter().any(|sign| words[sign.clone()] == *".")
}

/// Where a word goes on behind the hyphen at a byte: behind the end of its line, or behind the blank that stands for it on a
/// page. "Two- and three-year terms" has two words there.
fn parted(text: &str, at: usize) -> Option<usize> {
    parted_by_hyphen(text, at).or_else(|| {
        let rest = text[at + 1..].strip_prefix(' ')?;
        let word = rest.split(|c: char| !c.is_alphabetic()).next().filter(|word| word.starts_with(char::is_lowercase))?;
        (text[..at].ends_with(char::is_alphabetic) && !matches!(word, "and" | "or" | "to" | "und" | "y" | "et")).then_some(at + 2)
    })
}

/// Three digits follow and no fourth, as in 1,200: what stands in 1,2 or 12,2004 is none.
fn parts_thousands(bytes: &[u8], at: usize) -> bool {
    let digits = |bytes: &mut dyn Iterator<Item = &u8>| bytes.take_while(|byte| byte.is_ascii_digit()).count();
    (1..=3).contains(&digits(&mut bytes[..at].iter().rev())) && digits(&mut bytes[at + 1..].iter()) == 3
}

/// The point stands behind a single letter, and beside it another letter and its point: U.S., e.g., but not the end of a
/// sentence or of an initial.
fn is_of_abbreviation(text: &str, at: usize) -> bool {
    let Some(letter) = single_letter(&text[..at]) else { return false };
    let before = &text[..at - letter];
    let is_followed = || {
        let rest = &text[at + 1..];
        rest.chars().next().filter(|c| c.is_alphabetic()).is_some_and(|c| rest[c.len_utf8()..].starts_with('.'))
    };
    before.strip_suffix('.').is_some_and(|before| single_letter(before).is_some()) || is_followed()
}

/// The bytes of a letter at the end of a text that no other stands before.
fn single_letter(text: &str) -> Option<usize> {
    let letter = text.chars().next_back().filter(|c| c.is_alphabetic())?.len_utf8();
    (!text[..text.len() - letter].ends_with(char::is_alphanumeric)).then_some(letter)
}
