//! The terms of the yardsticks in running text.

use super::scale::{Likelihood, Yardstick};
use crate::text::phrases::find;
use std::ops::Range;
use std::sync::LazyLock;

/// Terms of both yardsticks with their synonyms. "Remote" alone is left out: provinces are remote too.
static TERMS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let terms = [Yardstick::Icd203, Yardstick::Phia].into_iter().flat_map(Yardstick::terms);
    let words = terms.flat_map(|term: Likelihood| std::iter::once(term.word()).chain(term.synonyms().iter().copied()));
    words.filter(|word| *word != "remote").collect()
});

#[must_use]
pub fn likelihoods(text: &str) -> Vec<(Range<usize>, &'static str)> {
    find(text, &TERMS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likelihoods_are_found_longest_first() {
        let terms: Vec<&str> =
            likelihoods("A roughly even chance, very unlikely, in remote hills").into_iter().map(|(_, term)| term).collect();
        assert_eq!(terms, ["roughly even chance", "very unlikely"]);
    }
}
