//! What two people have done to one file, where they did it at different places.

use crate::yaml::edit::same_by;
use crate::yaml::tree::{Node, Tree};
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
/// that touch; but what theirs say beside ours may touch them where it says nothing to a reader of the file, as a comment.
#[must_use]
pub fn merged(before: &str, ours: &str, theirs: &str) -> Option<String> {
    let (mine, others) = (changes(before, ours), changes(before, theirs));
    let differ = |one: &Change<'_>, other: &Change<'_>| one != other && one.0.start <= other.0.end && other.0.start <= one.0.end;
    // One stands right before the other, and there is one order for them only.
    let beside = |one: &Change<'_>, other: &Change<'_>| (one.0.end == other.0.start || other.0.end == one.0.start) && one.0 != other.0;
    let (close, far): (Vec<Change<'_>>, Vec<Change<'_>>) = others.into_iter().partition(|other| mine.iter().any(|one| differ(one, other)));
    if close.iter().any(|other| mine.iter().any(|one| differ(one, other) && !beside(one, other))) {
        return None;
    }
    let without = applied(before, far.iter().chain(&mine));
    if close.is_empty() {
        return Some(without);
    }
    let both = applied(before, far.iter().chain(&mine).chain(&close));
    (says_same(before, &applied(before, close.iter())) && says_same(&without, &both)).then_some(both)
}

fn applied<'c, 'a: 'c>(before: &str, changes: impl Iterator<Item = &'c Change<'a>>) -> String {
    let mut all: Vec<&Change<'_>> = changes.collect();
    // What is put before a line is put there once that line is another.
    all.sort_by_key(|(was, _)| (Reverse(was.start), Reverse(was.end)));
    // What both have done is done once.
    all.dedup();
    let mut text = before.to_owned();
    for (was, is) in all {
        text.replace_range(was.clone(), is);
    }
    text
}

/// Both are read as the same.
fn says_same(one: &str, other: &str) -> bool {
    let (one, other) = (Tree::read(one), Tree::read(other));
    let same = |(one, other): (Node<'_>, Node<'_>)| same_by(&one, &other, &|one, other| one.value == other.value);
    one.broken_at.is_none() && other.broken_at.is_none() && one.root.zip(other.root).is_some_and(same)
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
