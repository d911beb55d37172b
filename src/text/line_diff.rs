//! Two texts line by line, as `diff -u` prints them.

use super::neutral;
use similar::TextDiff;

/// Nothing of it moves a terminal's cursor.
#[must_use]
pub fn unified(old: &str, new: &str, name: &str) -> String {
    neutral_lines(&TextDiff::from_lines(old, new).unified_diff().header(name, name).to_string())
}

#[must_use]
pub fn neutral_lines(text: &str) -> String {
    text.lines().map(neutral).collect::<Vec<_>>().join("\n") + "\n"
}
