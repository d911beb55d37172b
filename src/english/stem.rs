use super::class::Class;

/// A number for what a word means, the same for "extend" and "extension"; 0 for words that only join others.
///
/// The first letters tell enough: words of one claim and one quote are compared, not those of a language.
#[must_use]
pub fn stem(word: &str, class: Class) -> u64 {
    let joins =
        Class::DETERMINER.or(Class::PREPOSITION).or(Class::PRONOUN).or(Class::COORDINATOR).or(Class::SUBORDINATOR).or(Class::RELATIVE);
    let helps = Class::MODAL.or(Class::BE).or(Class::HAVE).or(Class::DO);
    if class.is(joins.or(helps)) || class.is(Class::ADVERB) && !class.is(Class::VERB) {
        return 0;
    }
    let mut letters = [0_u8; 5];
    let word = ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let bare = ["ing", "ies", "ied", "es", "ed", "s", "e", "y"].iter().find_map(|end| word.strip_suffix(end).filter(|rest| rest.len() > 2));
    for (to, from) in letters.iter_mut().zip(bare.unwrap_or(word).bytes()) {
        *to = from.to_ascii_lowercase();
    }
    letters.iter().fold(0, |number, letter| number << 8 | u64::from(*letter))
}
