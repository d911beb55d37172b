use super::line_ends::{is_line_end, joined};
use super::neutral::neutral;
use std::borrow::Cow;

/// Every run of white space becomes one space: where a file wraps a text says nothing, and a page shows it so.
#[must_use]
pub fn single_spaced(text: &str) -> String {
    let line = if text.contains(is_line_end) { Cow::Owned(joined(text)) } else { Cow::Borrowed(text) };
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Bytes of a name that count: nobody is called longer.
const LONGEST_NAME: usize = 400;

/// A name as it is shown, compared and written into addresses: on one line, with nothing in it that could command a terminal.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let plain = neutral(&single_spaced(name)).into_owned();
    plain[..plain.floor_char_boundary(LONGEST_NAME)].trim_end().to_owned()
}

/// A word with a space behind it, as it stands before others; nothing for none.
#[must_use]
pub fn spaced(word: &str) -> String {
    if word.is_empty() { String::new() } else { format!("{word} ") }
}
