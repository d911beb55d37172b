//! What the forms of a word have in common. Only a query that asks for it is searched so.

use frostem::{Algorithm, Stemmer};
use std::cell::RefCell;

/// The stem of a word that is folded: by its script, of English, Russian or Persian.
#[must_use]
pub fn stem(word: &str) -> String {
    let algorithm = match word.chars().next() {
        Some('\u{400}'..='\u{52f}') => Algorithm::Russian,
        Some('\u{600}'..='\u{6ff}') => Algorithm::Persian,
        _ => Algorithm::English,
    };
    thread_local!(static STEMMERS: RefCell<[Stemmer; 3]> = RefCell::new([
        Stemmer::new(Algorithm::English),
        Stemmer::new(Algorithm::Russian),
        Stemmer::new(Algorithm::Persian),
    ]));
    let at = match algorithm {
        Algorithm::Russian => 1,
        Algorithm::Persian => 2,
        _ => 0,
    };
    STEMMERS.with_borrow(|stemmers| stemmers[at].stem(word).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (one, other) in [("sanction", "sanctions"), ("negotiated", "negotiating"), ("санкция", "санкции"), ("договор", "договора")]
        {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("treaty"), stem("treatment"));
    }
}
