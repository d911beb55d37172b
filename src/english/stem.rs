use super::class::Class;
use super::lexicon::look_up;
use super::peoples::state;
use super::prepared::Entry;
use super::stem_key::letters;

/// A number for what a word means, the same for "extend" and "extension", "hold" and "held"; 0 for words that only join others.
#[must_use]
pub fn stem(word: &str, entry: &Entry) -> u64 {
    let joins =
        Class::DETERMINER.or(Class::PREPOSITION).or(Class::PRONOUN).or(Class::COORDINATOR).or(Class::SUBORDINATOR).or(Class::RELATIVE);
    let helps = Class::MODAL.or(Class::BE).or(Class::HAVE).or(Class::DO);
    let class = entry.class;
    if class.is(joins.or(helps)) || class.is(Class::ADVERB) && !class.is(Class::VERB) { 0 } else { root(word, entry) }
}

/// The same, also of words that only join others.
#[must_use]
pub fn root(word: &str, entry: &Entry) -> u64 {
    if entry.lemma > 0 { entry.stem } else { letters(state(word).unwrap_or(word)) }
}

/// The number of the verb before which "un" stands; 0 of all other words.
#[must_use]
pub fn undone(word: &str) -> u64 {
    let Some(rest) = word.strip_prefix("un").or_else(|| word.strip_prefix("Un")) else { return 0 };
    let entry = look_up(rest);
    if entry.class.is(Class::PAST) { root(rest, &entry) } else { 0 }
}
