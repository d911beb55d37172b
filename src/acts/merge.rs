//! What two people have done to one file, where they did it at different places.

use std::ops::Range;

/// What was changed between two texts, in whole lines: from the first that differs to the last. `None`: nothing was.
fn changed(before: &str, after: &str) -> Option<(Range<usize>, Range<usize>)> {
    if before == after {
        return None;
    }
    let lines = |text: &str| -> Vec<usize> { text.split_inclusive('\n').map(str::len).collect() };
    let (old, new) = (lines(before), lines(after));
    let same = |(one, other): &(&str, &str)| one == other;
    let head = before.split_inclusive('\n').zip(after.split_inclusive('\n')).take_while(same).count();
    let most = old.len().min(new.len()) - head;
    let tail = before.split_inclusive('\n').rev().zip(after.split_inclusive('\n').rev()).take(most).take_while(same).count();
    let range = |lines: &[usize]| {
        let start: usize = lines[..head].iter().sum();
        start..start + lines[head..lines.len() - tail].iter().sum::<usize>()
    };
    Some((range(&old), range(&new)))
}

/// What `before` becomes when both are done to it: our change and theirs. `None`: they have changed the same lines, or lines
/// that touch.
#[must_use]
pub fn merged(before: &str, ours: &str, theirs: &str) -> Option<String> {
    let Some((mine, put)) = changed(before, ours) else { return Some(theirs.to_owned()) };
    let Some((other, their_put)) = changed(before, theirs) else { return Some(ours.to_owned()) };
    if ours == theirs {
        return Some(ours.to_owned());
    }
    let at = if mine.end < other.start {
        mine
    } else if other.end < mine.start {
        let (grown, was) = (their_put.len(), other.len());
        mine.start + grown - was..mine.end + grown - was
    } else {
        return None;
    };
    Some([&theirs[..at.start], &ours[put], &theirs[at.end..]].concat())
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
            (before, "x\n", Some("x\n")),
            ("x\n", before, Some("x\n")),
        ] {
            assert_eq!(merged(before, ours, theirs).as_deref(), both, "{ours:?} {theirs:?}");
        }
    }
}
