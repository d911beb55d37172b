//! What the operating system says of a failure.

/// The words of a failure without the number that the operating system has for it.
#[must_use]
pub fn without_number(words: &str) -> &str {
    &words[..words.find(" (os error").unwrap_or(words.len())]
}
