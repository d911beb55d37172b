//! What is known of a word.

use super::class::Class;
use super::prepared::find;
use super::vocabulary::by_ending;

pub use super::prepared::Entry;

/// Of a word that no table has, what its ending says.
#[must_use]
pub fn look_up(word: &str) -> Entry {
    let mut lower = [0_u8; 32];
    let bytes = word.as_bytes();
    if bytes.len() > lower.len() {
        return Entry::default();
    }
    // A typographic apostrophe is three bytes long.
    let mut length = 0;
    let mut at = 0;
    while at < bytes.len() {
        let apostrophe = bytes[at..].starts_with("’".as_bytes());
        lower[length] = if apostrophe { b'\'' } else { bytes[at].to_ascii_lowercase() };
        at += if apostrophe { 3 } else { 1 };
        length += 1;
    }
    let lower = &lower[..length];
    let unknown = || std::str::from_utf8(lower).map_or(Class::default(), by_ending);
    find(lower).map_or_else(|| Entry { class: unknown(), ..Entry::default() }, |known| known.entry)
}

/// The number of the stem of a word. For words of the program alone: one that no table has does not compile.
pub(crate) const fn lemma(word: &str) -> u16 {
    let found = find(word.as_bytes());
    assert!(found.is_some(), "no table has this word");
    match found {
        Some(known) => known.entry.lemma,
        None => 0,
    }
}
