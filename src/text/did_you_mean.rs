use super::lookalike::lookalikes_of;
use super::series::series;
use std::collections::BTreeSet;

/// What to say of a word that is none of the candidates: what of it only looks right, which of them was probably meant,
/// or else `otherwise`.
#[must_use]
pub fn meant<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, otherwise: impl FnOnce() -> String) -> String {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let near = || Some(format!("did you mean `{}`?", nearest_word(word, candidates.iter().copied())?));
    lookalikes_of(word, &candidates).or_else(near).unwrap_or_else(otherwise)
}

/// "there are iran, oil and port", of many the first five in the order of their letters; `None` where there is none.
#[must_use]
pub fn some_of<'a>(all: impl IntoIterator<Item = &'a str>) -> Option<String> {
    const MOST: usize = 5;
    let all: BTreeSet<&str> = all.into_iter().collect();
    let some: Vec<&str> = all.iter().copied().take(MOST).collect();
    match some.len() {
        0 => None,
        1 => Some(format!("there is {}", some[0])),
        _ if all.len() > MOST => Some(format!("there are {}, and others", some.join(", "))),
        _ => Some(format!("there are {}", series(&some))),
    }
}

/// The candidate nearest to a mistyped word, whatever its case; else the only one with a word that begins like it.
///
/// An edit inserts, deletes or replaces a letter, or swaps neighbours. More edits than a third of the longer word's letters
/// make another word of it.
#[must_use]
pub fn nearest_word<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A file can put a megabyte where a word belongs, and edits are counted letter against letter.
    if word.len() > 100 {
        return None;
    }
    let lower = word.to_lowercase();
    let letters: Vec<char> = lower.chars().collect();
    let candidates: Vec<(&str, String)> = candidates.into_iter().map(|candidate| (candidate, candidate.to_lowercase())).collect();
    let near = candidates
        .iter()
        .map(|(candidate, other)| (*candidate, other.chars().collect::<Vec<char>>()))
        .map(|(candidate, other)| (edits(&letters, &other), letters.len().max(other.len()), candidate))
        .filter(|(edits, longest, _)| edits * 3 <= *longest)
        .min_by_key(|(edits, ..)| *edits)
        .map(|(.., candidate)| candidate);
    near.or_else(|| begun(&lower, &candidates))
}

/// Two letters begin too much.
const BEGINNING: usize = 3;

/// The only candidate with a word that begins like this one, which is in small letters as each candidate's second text is.
fn begun<'a>(word: &str, candidates: &[(&'a str, String)]) -> Option<&'a str> {
    let begins = |other: &str| other.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word)) || other.starts_with(word);
    let mut found = candidates.iter().filter(|(_, other)| word.chars().count() >= BEGINNING && begins(other)).map(|(other, _)| *other);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// How many edits make one word of the other, if there are so many at most.
#[must_use]
pub fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let edits = (one.len().abs_diff(other.len()) <= most).then(|| edits(&one, &other));
    edits.filter(|edits| *edits <= most)
}

/// The optimal string alignment distance: Levenshtein's with swaps.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let replace = above[j] + usize::from(x != y);
            let mut best = replace.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant_and_nothing_else() {
        let fields = ["quote", "credibility", "claims"];
        assert_eq!(nearest_word("qoute", fields), Some("quote"));
        assert_eq!(nearest_word("Claim", fields), Some("claims"));
        assert_eq!(nearest_word("horizon", fields), None);
        let briefings = ["russia-iran-treaty", "port-strike", "iran-oil"];
        assert_eq!(nearest_word("Russia", briefings), Some("russia-iran-treaty"));
        assert_eq!(nearest_word("treat", briefings), Some("russia-iran-treaty"));
        assert_eq!(nearest_word("iran", briefings), None, "two begin so");
        assert_eq!(nearest_word("po", briefings), None);
        assert_eq!(some_of(briefings).as_deref(), Some("there are iran-oil, port-strike and russia-iran-treaty"));
        assert_eq!(some_of([]), None);
        assert_eq!(nearest_word("", fields), None);
        assert_eq!(meant("qoute", fields, String::new), "did you mean `quote`?");
        assert_eq!(meant("horizon", fields, || "write one".to_owned()), "write one");
        assert_eq!(meant("quote\u{200b}", fields, String::new), "it holds U+200B, a zero-width space: delete it");
    }
}
