//! Names that stand within longer names of something else: Guinea within Guinea-Bissau.

use super::name::{Word, name_words};
use std::cell::LazyCell;
use std::ops::Range;

/// A longer name, and the shorter one in it that is somebody else's.
const NAMES: [(&str, &str); 13] = [
    ("democratic republic of the congo", "republic of the congo"),
    ("democratic republic of congo", "republic of congo"),
    ("guinea bissau", "guinea"),
    ("equatorial guinea", "guinea"),
    ("papua new guinea", "guinea"),
    ("people s republic of china", "republic of china"),
    ("people's republic of china", "republic of china"),
    ("south sudan", "sudan"),
    ("dominican republic", "dominica"),
    ("northern ireland", "ireland"),
    ("new mexico", "mexico"),
    ("south ossetia", "ossetia"),
    ("west germany", "germany"),
];

/// Where a claim has the shorter name, and its source the longer one alone.
pub(super) fn shortened(claim: &str, around: &str) -> Option<Range<usize>> {
    let ours = name_words(claim);
    // Few claims have one of these names.
    let theirs = LazyCell::new(|| name_words(around));
    NAMES.iter().find_map(|(long, short)| {
        let alone = |words: &[Word]| {
            places(words, short).into_iter().find(|at| !places(words, long).iter().any(|of| of.start <= at.start && at.end <= of.end))
        };
        let ours_alone = alone(&ours)?;
        (!places(&theirs, long).is_empty() && alone(&theirs).is_none())
            .then(|| ours[ours_alone.start].range.start..ours[ours_alone.end - 1].range.end)
    })
}

/// The places of a name among words.
fn places(words: &[Word], name: &str) -> Vec<Range<usize>> {
    let name: Vec<&str> = name.split(' ').collect();
    let is_there = |at: &usize| words[*at..*at + name.len()].iter().zip(&name).all(|(word, part)| word.folded() == *part);
    (0..(words.len() + 1).saturating_sub(name.len())).filter(is_there).map(|at| at..at + name.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n5_a_shorter_name_is_somebody_elses() {
        let found = |claim: &str, around: &str| shortened(claim, around).map(|range| claim[range].to_owned());
        assert_eq!(found("The leader of Guinea slept.", "The leader of Guinea-Bissau slept.").as_deref(), Some("Guinea"));
        assert_eq!(
            found("The Republic of the Congo signed.", "The Democratic Republic of the Congo signed.").as_deref(),
            Some("Republic of the Congo")
        );
        assert_eq!(found("Guinea-Bissau slept.", "Guinea-Bissau slept."), None);
        assert_eq!(found("Guinea slept.", "Guinea and Guinea-Bissau slept."), None);
        assert_eq!(found("Sudan fought.", "Sudan fought."), None);
    }
}
