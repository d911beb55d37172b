//! Whether two verbs name one deed.

use super::lexicon::look_up;
use super::synonyms::ALIKE;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The numbers of verbs.
macro_rules! verbs {
    ($($verb:ident)+) => {
        &[$($crate::english::lexicon::lemma(stringify!($verb))),+]
    };
}
pub(super) use verbs;

/// In which sets a verb stands, by its lemma.
static SETS: LazyLock<HashMap<u16, Vec<usize>>> = LazyLock::new(|| {
    let mut sets: HashMap<u16, Vec<usize>> = HashMap::new();
    for (place, verbs) in ALIKE.iter().enumerate() {
        for verb in verbs.split_whitespace() {
            sets.entry(look_up(verb).lemma).or_default().push(place);
        }
    }
    sets
});

/// Two verbs, by their lemmas, name one deed.
#[must_use]
pub fn name_one_deed(one: u16, other: u16) -> bool {
    let sets = || SETS.get(&one).zip(SETS.get(&other));
    one != 0 && (one == other || sets().is_some_and(|(ours, theirs)| ours.iter().any(|set| theirs.contains(set))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::class::Class;

    #[test]
    fn n16_every_word_of_a_set_is_a_verb() {
        for verb in ALIKE.iter().flat_map(|verbs| verbs.split_whitespace()) {
            assert!(look_up(verb).class.is(Class::VERB), "{verb}");
        }
    }
}
