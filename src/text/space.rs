/// Every run of white space becomes one space: where a file wraps a text says nothing, and a page shows it so.
#[must_use]
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word with a space behind it, as it stands before others; nothing for none.
#[must_use]
pub fn spaced(word: &str) -> String {
    if word.is_empty() { String::new() } else { format!("{word} ") }
}
