use std::fmt::Display;

/// "No such file or directory", without the " (os error 2)" that the standard library adds and no analyst needs.
#[must_use]
pub fn without_number(words: &str) -> &str {
    &words[..words.find(" (os error").unwrap_or(words.len())]
}

/// The same in the middle of a sentence: "no such file or directory".
#[must_use]
pub fn plain(error: &impl Display) -> String {
    without_number(&error.to_string()).to_lowercase()
}
