/// Every run of white space becomes one space: where a file wraps a text says nothing, and a page shows it so.
#[must_use]
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
