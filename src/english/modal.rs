//! What a modal verb means where it stands: chance, future, ability, permission, or a month.

use super::allowed::{forbids, is_allowed, is_in_force, is_none, refused};
use super::class::Class;
use super::fronted::is_granted;
use super::phrasebook::Strength;
use super::statement::{Sense, Statement};
use super::time::{is_ahead, is_habit, is_over, is_purpose, is_skill, is_turn};
use super::word::{Gap, Shape, Word, is};

/// `None` where the word is a noun or a name.
#[must_use]
pub fn sense(statement: &Statement, at: usize) -> Option<Sense> {
    let words = &statement.words;
    let word = &words[at];
    if is!(word, "cannot", "can't", "couldn't") {
        return Some(Sense::Ability);
    }
    if is!(
        word, "won't", "wouldn't", "shan't", "i'll", "you'll", "he'll", "she'll", "it'll", "we'll", "they'll", "who'll", "that'll",
        "there'll"
    ) {
        return Some(Sense::Future);
    }
    let (verb, denied) = verb_of(words, at)?;
    // "May be dissolved": the participle tells.
    let passive = words.get(verb).is_some_and(|word| word.is(Class::BARE)) && words.get(verb + 1).is_some_and(|next| next.is(Class::PAST));
    let verb = words.get(verb + usize::from(passive));
    let does = |class: Class| verb.is_some_and(|verb| verb.is(class));
    Some(if is!(word, "may", "might") && is_granted(words, at) {
        Sense::Ability
    } else if is!(word, "may") {
        // "No side may build a base."
        let denied = denied || forbids(statement, at) || is_none(statement, at);
        if is_allowed(statement, at, verb, denied) { Sense::Ability } else { Sense::Hedge(Strength::Possible) }
    } else if is!(word, "might") {
        Sense::Hedge(Strength::Possible)
    } else if is!(word, "can") {
        if does(Class::OUTCOME) && !denied { Sense::Hedge(Strength::Possible) } else { Sense::Ability }
    } else if is!(word, "could") {
        let few = statement.sentence_at(at).take_while(|word| *word < at).any(|word| is!(words[word], "few", "none", "nobody", "neither"));
        let past = (denied || few) && !is_ahead(statement, at)
            || does(Class::SENSE)
            || is_over(statement, at)
            || is_purpose(statement, at)
            || is_skill(statement, at, verb);
        if past { Sense::Ability } else { Sense::Hedge(Strength::Possible) }
    } else if is!(word, "would") && (is_turn(statement, at) || is_habit(statement, at) || denied && refused(statement, at, verb))
        || is!(word, "would") && is_none(statement, at) && refused(statement, at, verb)
        || is!(word, "shall") && !is_ours(words, at)
        || is!(word, "will") && is_in_force(statement, at)
    {
        Sense::Ability
    } else {
        Sense::Future
    })
}

#[must_use]
pub fn denies(statement: &Statement, at: usize) -> bool {
    is!(statement.words[at], "cannot", "can't", "couldn't", "won't", "wouldn't", "shan't")
}

/// The verb that belongs to a modal, and whether "not" stands between; `None` where it is no modal.
fn verb_of(words: &[Word], at: usize) -> Option<(usize, bool)> {
    let word = &words[at];
    // A quote may begin with the modal of its sentence: "could escalate tensions".
    let begins = word.gap == Gap::End && word.has(Shape::CAPITAL);
    // "In May", "Theresa May", "the military's might", "Will Smith".
    if word.has(Shape::CAPITAL) && !begins && !matches!(word.gap, Gap::Quote | Gap::Break) || word.has(Shape::OWNS) {
        return None;
    }
    let (mut next, mut denied) = (at + 1, false);
    while let Some(word) = words.get(next) {
        let skipped =
            word.is(Class::ADVERB) && !word.is(Class::BASE) || word.is(Class::PRONOUN) && word.is(Class::DETERMINER) && next > at + 1;
        if !skipped || is!(word, "alone") || !matches!(word.gap, Gap::Space | Gap::Comma) {
            break;
        }
        denied |= is!(word, "not");
        next += 1;
    }
    next += adverbial(words, next);
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| !begins);
    // "Moody's might downgrade it": a firm that is called so.
    let firm = |before: &Word| before.has(Shape::CAPITAL) && is!(word, "might") && words.get(next).is_some_and(|verb| verb.is(Class::BASE));
    let named = before.is_some_and(|before| {
        before.is(Class::DETERMINER.or(Class::PREPOSITION)) && !before.is(Class::PRONOUN) || before.has(Shape::OWNS) && !firm(before)
    });
    let Some(verb) = words.get(next).filter(|word| word.gap != Gap::End && word.gap != Gap::Break) else {
        // "It may." The noun stands behind an article or an adjective.
        return (before.is_some_and(|before| before.is(Class::PRONOUN)) && !named).then_some((next, denied));
    };
    if begins {
        // A question or a wish: its subject stands behind.
        let asks = verb.is(Class::PRONOUN.or(Class::DETERMINER))
            || verb.entry.class == Class::default() && !verb.has(Shape::CAPITAL) && !verb.has(Shape::PLURAL);
        return asks.then_some((next + 1, denied));
    }
    let is_bare = verb.is(Class::BARE) || is!(verb, "have") || verb.is(Class::BASE) || is!(verb, "do");
    let unknown = verb.entry.class == Class::default() && !verb.has(Shape::CAPITAL) && !verb.has(Shape::PLURAL);
    let aside = matches!(verb.gap, Gap::Comma | Gap::Open);
    // "Will file a case": a noun, but for its object.
    let others = Class::PREPOSITION.or(Class::DETERMINER).or(Class::PRONOUN).or(Class::COORDINATOR).or(Class::SUBORDINATOR).or(Class::BE);
    let object = words.get(next + 1).is_some_and(|object| object.gap == Gap::Space && object.is(Class::DETERMINER));
    let takes = object && !verb.is(others.or(Class::VERB).or(Class::RELATIVE)) && !verb.has(Shape::PLURAL) && !verb.has(Shape::CAPITAL);
    ((is_bare || unknown || aside || takes || is_action(word, verb)) && !named).then_some((next, denied))
}

/// "Could file for protection", "may court criticism": a noun that is the verb here.
fn is_action(modal: &Word, verb: &Word) -> bool {
    let things = Class::TOPIC
        .or(Class::ENTITY)
        .or(Class::BREAK)
        .or(Class::BODY)
        .or(Class::DOCUMENT)
        .or(Class::RISK)
        .or(Class::LAW)
        .or(Class::ACCOUNT);
    let noun = verb.is(things) && Class(verb.entry.class.0 & !things.0) == Class::default();
    noun && !is!(modal, "will") && verb.gap == Gap::Space && !verb.has(Shape::PLURAL) && !verb.has(Shape::CAPITAL)
}

/// How many words of "may by now have" stand before the verb.
fn adverbial(words: &[Word], at: usize) -> usize {
    let is_verb =
        |word: &Word| word.is(Class::BARE) || is!(word, "have") || word.is(Class::BASE) && !word.is(Class::PREPOSITION.or(Class::TIME));
    let begins = words.get(at).is_some_and(|word| word.is(Class::PREPOSITION) && !word.is(Class::VERB) && !is!(word, "of", "to"));
    let stretch = words.iter().skip(at + 1).take(4).take_while(|word| matches!(word.gap, Gap::Space | Gap::Comma));
    let verb = stretch.clone().position(is_verb);
    let plain = |far: usize| {
        stretch.clone().take(far).all(|word| !word.is(Class::VERB.or(Class::BE).or(Class::HAVE).or(Class::MODAL)) || word.is(Class::TIME))
    };
    verb.filter(|far| begins && *far > 0 && plain(*far)).map_or(0, |far| far + 1)
}

/// "We shall see" will come; "lessees shall give notice" is a duty.
fn is_ours(words: &[Word], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|who| is!(words[who], "we", "i"))
}
