//! What two people have done to one file, where they did it at different places.

use similar::{DiffTag, TextDiff};
use std::cmp::Reverse;
use std::ops::Range;
use std::time::Duration;

/// Where more differs than is compared in this time, larger stretches count as changed.
const PATIENCE: Duration = Duration::from_millis(500);

/// A stretch of whole lines, in bytes, and what stands there now.
type Change<'a> = (Range<usize>, &'a str);

fn changes<'a>(before: &str, after: &'a str) -> Vec<Change<'a>> {
    let compared = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
    let starts = |lines: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        let mut at = 0;
        let ends = lines.map(|length| {
            at += length;
            at
        });
        std::iter::once(0).chain(ends).collect()
    };
    let old = starts(&mut compared.iter_old_slices().map(str::len));
    let new = starts(&mut compared.iter_new_slices().map(str::len));
    let mut found: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for change in compared.ops().iter().filter(|change| change.tag() != DiffTag::Equal) {
        let bytes = |starts: &[usize], lines: Range<usize>| starts[lines.start]..starts[lines.end];
        let (was, is) = (bytes(&old, change.old_range()), bytes(&new, change.new_range()));
        match found.last_mut() {
            Some((last, put)) if last.end == was.start && put.end == is.start => (last.end, put.end) = (was.end, is.end),
            _ => found.push((was, is)),
        }
    }
    found.into_iter().map(|(was, is)| (was, &after[is])).collect()
}

/// What `before` becomes when both are done to it: our changes and theirs. `None`: they have changed the same lines, or lines
/// that touch.
#[must_use]
pub fn merged(before: &str, ours: &str, theirs: &str) -> Option<String> {
    let (mine, others) = (changes(before, ours), changes(before, theirs));
    let touch = |one: &Change<'_>, other: &Change<'_>| one != other && one.0.start <= other.0.end && other.0.start <= one.0.end;
    if mine.iter().any(|one| others.iter().any(|other| touch(one, other))) {
        return None;
    }
    let mut all: Vec<Change<'_>> = others.into_iter().chain(mine).collect();
    all.sort_by_key(|(was, _)| Reverse(was.start));
    // What both have done is done once.
    all.dedup();
    let mut text = before.to_owned();
    for (was, is) in all {
        text.replace_range(was, is);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n21_changes_at_different_places_are_both_kept_and_others_are_refused() {
        let before = "a\nb\nc\nd\ne\n";
        for (ours, theirs, both) in [
            ("A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\nF\n", Some("A\nb\nc\nd\nE\nF\n")),
            ("a\nb\nc\nd\nE\n", "x\ny\nb\nc\nd\ne\n", Some("x\ny\nb\nc\nd\nE\n")),
            ("a\nb\nc\nd\nE\n", "b\nc\nd\ne\n", Some("b\nc\nd\nE\n")),
            ("a\nb\nd\ne\n", "a\nb\nc\nd\n", Some("a\nb\nd\n")),
            ("a\nB\nc\nd\ne\n", "a\nb\nC\nd\ne\n", None),
            ("a\nB\nc\nd\ne\n", "a\nX\nc\nd\ne\n", None),
            ("a\nB\nc\nd\ne\n", "a\nB\nc\nd\ne\n", Some("a\nB\nc\nd\ne\n")),
            ("A\nb\nc\nd\nE\n", "a\nb\nC\nd\ne\n", Some("A\nb\nC\nd\nE\n")),
            ("A\nb\nc\nd\nE\n", "A\nb\nC\nd\ne\n", Some("A\nb\nC\nd\nE\n")),
            (before, "x\n", Some("x\n")),
            ("x\n", before, Some("x\n")),
        ] {
            assert_eq!(merged(before, ours, theirs).as_deref(), both, "{ours:?} {theirs:?}");
        }
    }
}
