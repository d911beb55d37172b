//! Two texts line by line, as `diff -u` prints them.

use super::neutral;
use similar::{Algorithm, DiffOp, TextDiff, capture_diff_slices};

/// Nothing of it moves a terminal's cursor.
#[must_use]
pub fn unified(old: &str, new: &str, name: &str) -> String {
    neutral_lines(&TextDiff::from_lines(old, new).unified_diff().header(name, name).to_string())
}

#[must_use]
pub fn neutral_lines(text: &str) -> String {
    text.lines().map(neutral).collect::<Vec<_>>().join("\n") + "\n"
}

/// The place of each line among others in the same order; none for what is not among them.
#[must_use]
pub fn places(lines: &[String], others: &[String]) -> Vec<Option<usize>> {
    let mut places = vec![None; lines.len()];
    for op in capture_diff_slices(Algorithm::Patience, lines, others) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for at in 0..len {
                places[old_index + at] = Some(new_index + at);
            }
        }
    }
    places
}
