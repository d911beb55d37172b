//! Days of a month in words.

use super::number::small;

/// The day that a word is, perhaps with the word behind it, and how many words it takes: "twenty" and "eighth".
#[must_use]
pub fn day_word(word: &str, next: &str) -> Option<(u8, usize)> {
    let (day, length) = match small(word)? {
        (day, true) => (day, 1),
        (tens, false) if tens >= 20 => match small(next)? {
            (day @ 1..10, true) => (tens + day, 2),
            _ => return None,
        },
        _ => return None,
    };
    u8::try_from(day).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, length))
}
