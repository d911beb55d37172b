//! What a modal verb means where it stands: chance, future, ability, permission, or a month.

use super::class::Class;
use super::clause::Kind;
use super::phrasebook::Strength;
use super::phrases::Found;
use super::statement::{Sense, Statement};
use super::word::{Gap, Shape, Word, is};

/// `None` where the word is a noun or a name.
#[must_use]
pub fn sense(statement: &Statement, at: usize) -> Option<Sense> {
    let words = &statement.words;
    let word = &words[at];
    if is!(word, "cannot", "can't", "couldn't") {
        return Some(Sense::Ability);
    }
    if is!(word, "won't", "wouldn't", "shan't") {
        return Some(Sense::Future);
    }
    let (verb, denied) = verb_of(words, at)?;
    // "May be dissolved": the participle tells.
    let passive = words.get(verb).is_some_and(|word| word.is(Class::BARE)) && words.get(verb + 1).is_some_and(|next| next.is(Class::PAST));
    let verb = words.get(verb + usize::from(passive));
    let does = |class: Class| verb.is_some_and(|verb| verb.is(class));
    Some(if is!(word, "may") {
        if is_allowed(statement, at, verb, denied) { Sense::Ability } else { Sense::Hedge(Strength::Possible) }
    } else if is!(word, "might") {
        Sense::Hedge(Strength::Possible)
    } else if is!(word, "can") {
        if does(Class::OUTCOME) && !denied { Sense::Hedge(Strength::Possible) } else { Sense::Ability }
    } else if is!(word, "could") {
        let past = denied && !is_ahead(statement, at)
            || does(Class::SENSE)
            || is_over(statement, at)
            || at > 1 && is!(words[at - 1], "that") && is!(words[at - 2], "so");
        if past { Sense::Ability } else { Sense::Hedge(Strength::Possible) }
    } else if is!(word, "would") && words.get(at + 1).is_some_and(|next| is!(next, "later"))
        || is!(word, "shall") && is_lawful(statement, at)
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
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| !begins);
    let named = before
        .is_some_and(|before| before.is(Class::DETERMINER.or(Class::PREPOSITION)) && !before.is(Class::PRONOUN) || before.has(Shape::OWNS));
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
    ((is_bare || unknown || aside) && !named).then_some((next, denied))
}

/// The clause speaks of what is ahead: "by 2030", "next year", "if".
fn is_ahead(statement: &Statement, at: usize) -> bool {
    let sentence = statement.clauses.all[statement.clauses.of[at]].sentence;
    let own = |index: &usize| statement.clauses.all[statement.clauses.of[*index]].sentence == sentence;
    (0..statement.words.len()).filter(own).any(|index| is!(statement.words[index], "if", "next", "tomorrow", "unless", "soon"))
}

/// The clause speaks of a time that is over: "before the war", "in the 1990s", "two years ago". "Could have" is a guess at it.
fn is_over(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let sentence = statement.clauses.all[statement.clauses.of[at]].sentence;
    let over = |index: usize| {
        let parts = is!(words[index], "before", "until", "till", "during", "under")
            && words[index + 1..].iter().take(4).any(|word| word.is(Class::BREAK))
            && (words[index].gap == Gap::End || index > at);
        let begins = words[index].gap == Gap::End;
        let year = is!(words[index], "in", "until", "during", "by")
            && words[index + 1..]
                .iter()
                .take(3)
                .any(|word| word.is(Class::NUMBER) && matches!(word.range.len(), 4 | 5) && word.has(Shape::PAST_YEAR));
        parts || year || is!(words[index], "ago", "formerly", "previously", "hitherto", "last") && (begins || !is!(words[index], "last"))
    };
    !words.get(at + 1).is_some_and(|next| is!(next, "have"))
        && (0..words.len()).any(|index| statement.clauses.all[statement.clauses.of[index]].sentence == sentence && over(index))
}

/// A text of law is named in the sentence, or a term of days.
fn is_lawful(statement: &Statement, at: usize) -> bool {
    let sentence = statement.clauses.all[statement.clauses.of[at]].sentence;
    let words = &statement.words;
    (0..words.len()).filter(|index| statement.clauses.all[statement.clauses.of[*index]].sentence == sentence).any(|index| {
        let word = &words[index];
        let term = is!(word, "within") && words.get(index + 1).is_some_and(|next| next.is(Class::NUMBER));
        let permits = is!(word, "permit", "permits", "licence", "license", "warrant", "consent", "vote", "permission");
        // "May rule" is a verb.
        word.is(Class::LAW) && !(at..at + 3).contains(&index) || term || permits
    })
}

/// "Congress may block the sale": a power, not a chance.
fn is_allowed(statement: &Statement, at: usize, verb: Option<&Word>, denied: bool) -> bool {
    let Some(verb) = verb else { return false };
    let subject = at.checked_sub(1).is_some_and(|before| statement.words[before].is(Class::BODY));
    let without = statement.words.iter().any(|word| is!(word, "without"));
    let lawful = is_lawful(statement, at);
    subject && verb.is(Class::POWER)
        || lawful && verb.is(Class::RIGHT)
        || lawful && subject && verb.is(Class::VERB)
        || denied && without
        || denied && lawful
}

/// The phrase looks like a hedge and is none: "a possible buyer", "appeared before parliament".
#[must_use]
pub fn is_no_hedge(statement: &Statement, found: &Found, strength: Strength) -> bool {
    let words = &statement.words;
    let (first, next) = (&words[found.words.start], words.get(found.words.end).filter(|next| next.gap == Gap::Space));
    let before = found.words.start.checked_sub(1).map(|before| &words[before]).filter(|_| first.gap != Gap::End);
    // "Likely & Sons": a name.
    if first.has(Shape::CAPITAL) && !first.is(Class::ADVERB) && first.gap == Gap::Space && found.words.len() == 1 {
        return true;
    }
    let single = found.words.len() == 1 || is!(first, "most") || is!(first, "more");
    // "The likely successor", "two potential sites", "an unlikely ally".
    let names = |word: &Word, text_end: bool| word.is(Class::ENTITY) || text_end;
    if single && matches!(strength, Strength::Likely | Strength::VeryLikely | Strength::Unlikely | Strength::Possible) {
        let noun = next.map(|next| if next.is(Class::NUMBER) { words.get(found.words.end + 1).unwrap_or(next) } else { next });
        let attributive =
            before.is_some_and(|before| !before.is(Class::BE.or(Class::MODAL)) || before.is(Class::NUMBER)) || first.gap == Gap::End;
        // "Likely flood zones": the noun stands behind another one.
        let compound =
            words.get(found.words.end + 1).filter(|next| next.gap == Gap::Space && next.is(Class::ENTITY) && next.has(Shape::PLURAL));
        let compound =
            compound.is_some() && next.is_some_and(|next| !next.is(Class::PREPOSITION.or(Class::DETERMINER)) && !is!(next, "to"));
        if attributive && (compound || noun.is_some_and(|noun| names(noun, noun.has(Shape::PERSON)))) {
            return true;
        }
        // "makes a strike less likely" tells what a chance depends on.
        return before.is_some_and(|before| is!(before, "less") || is!(before, "more") && is!(first, "likely"))
            && !words[..found.words.start].iter().rev().take(2).any(|word| word.is(Class::BE));
    }
    // "On potentially hostile ground" names the ground.
    if (is!(first, "potentially") || is!(first, "possibly"))
        && before.is_some_and(|before| before.is(Class::PREPOSITION.or(Class::DETERMINER)))
    {
        return true;
    }
    if is!(first, "indicate") {
        // "Indicates the border" shows it; "indicates that" infers it.
        let governs = statement.clauses.all.iter().any(|row| row.kind == Kind::Complement && row.first == found.words.end);
        return !governs;
    }
    if is!(first, "suggest") {
        // "suggested holding talks", "suggested a date": a proposal.
        return next.is_some_and(|next| next.is(Class::GERUND));
    }
    if strength == Strength::Expected && is!(first, "as") {
        return true;
    }
    if is!(first, "appear") {
        // "Appeared before parliament", "appears in public".
        // "It would appear" has nothing that does.
        let to = next.is_some_and(|next| is!(next, "to"))
            || words[found.words.start.saturating_sub(2)..found.words.start].iter().any(|word| is!(word, "it"));
        return !to
            && next
                .is_none_or(|next| next.is(Class::PREPOSITION.or(Class::COORDINATOR)) || next.is(Class::ADVERB) && !next.is(Class::VERB));
    }
    strength == Strength::Certain
        && is!(first, "certain")
        && next.is_some_and(|next| is!(next, "number") || is!(next, "of") || next.has(Shape::PLURAL))
}

/// It is the writers' confidence in what they say, and not that of markets or of others.
#[must_use]
pub fn is_analytic(statement: &Statement, found: &Found) -> bool {
    let words = &statement.words;
    let first = found.words.start;
    let before = first.checked_sub(1).map(|before| &words[before]).filter(|_| words[first].gap == Gap::Space);
    let whole = &words[first..found.words.end];
    if before.is_some_and(|before| before.is(Class::PUBLIC) || before.has(Shape::OWNS))
        || whole.iter().any(|word| word.is(Class::PUBLIC) && !is!(word, "no"))
    {
        return false;
    }
    let is_confident = whole.last().is_some_and(|word| is!(word, "confident"));
    if !is_confident {
        return true;
    }
    // Who is confident? The writers, or nobody is named.
    let mut at = first;
    while at > 0
        && words[at].gap == Gap::Space
        && (words[at - 1].is(Class::ADVERB.or(Class::BE).or(Class::HAVE)) || words[at].is(Class::BE))
        && at + 4 > first
    {
        at -= 1;
        if !words[at].is(Class::ADVERB.or(Class::BE).or(Class::HAVE)) {
            break;
        }
    }
    let subject = if words[first].is(Class::BE) || at < first {
        at.checked_sub(usize::from(words[at].is(Class::ADVERB.or(Class::BE).or(Class::HAVE))))
    } else {
        None
    };
    let Some(subject) = subject.map(|at| &words[at]) else { return before.is_none_or(|before| !before.is(Class::VERB)) };
    subject.is(Class::ANALYST)
}
