//! Verbs of several words read as the one verb that they mean: "turned the offer down" as "rejected the offer".

use super::class::Class;
use super::lexicon::look_up;
use super::prepared::{Entry, PHRASAL, PHRASAL_BY_VERB, Phrasal, of_stem};
use super::word::{Gap, Word, is};

/// Between a verb and its particle stand at most so many words.
const MOST: usize = 8;

/// Gives each such verb the entry of what it means, and its other words none.
pub fn join(words: &mut [Word]) {
    for at in 0..words.len() {
        if let Some(moved) = moved(words, at) {
            words[at].entry = Entry { class: Class::ADVERB, ..moved };
            continue;
        }
        if !words[at].is(Class::VERB) || is_noun(words, at) {
            continue;
        }
        let rows = of_stem(&PHRASAL, &PHRASAL_BY_VERB, words[at].entry.lemma);
        let found = rows.iter().find_map(|row| Some((row, particle(words, at, row)?)));
        if let Some((row, place)) = found {
            let form = Class::BASE.or(Class::THIRD).or(Class::PAST).or(Class::GERUND);
            let kind = Class(row.meaning.class.0 & !form.0 | words[at].entry.class.0 & form.0);
            words[at].entry = Entry { class: kind, ..row.meaning };
            for word in &mut words[place..=place + usize::from(row.behind != 0)] {
                word.entry = Entry { class: Class::ADVERB, ..Entry::default() };
            }
        }
    }
}

/// "Was down by a third", ", up 9 percent": it fell, it rose.
fn moved(words: &[Word], at: usize) -> Option<Entry> {
    let word = &words[at];
    let next = words.get(at + 1).filter(|next| next.gap == Gap::Space);
    let measured = next.is_some_and(|next| next.is(Class::NUMBER) || is!(next, "by", "from", "on", "sharply", "slightly"));
    let told = word.gap == Gap::Comma || word.gap == Gap::Space && at > 0 && words[at - 1].is(Class::BE);
    if !measured || !told || !is!(word, "up", "down") {
        return None;
    }
    Some(look_up(if is!(word, "up") { "rise" } else { "fall" }))
}

/// "A build-up", "the go-ahead".
fn is_noun(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| words[at].gap == Gap::Space);
    words[at].is(Class::BASE)
        && !words[at].is(Class::PAST)
        && before.is_some_and(|before| before.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !before.is(Class::PRONOUN))
}

/// Where the particle of a verb stands, and its other words behind it.
fn particle(words: &[Word], at: usize, row: &Phrasal) -> Option<usize> {
    for far in 1..=MOST {
        let word = words.get(at + far).filter(|word| word.gap == Gap::Space)?;
        if word.entry.lemma == row.particle {
            let behind = words.get(at + far + 1).filter(|next| next.gap == Gap::Space);
            let whole = row.behind == 0 || behind.is_some_and(|next| next.entry.lemma == row.behind);
            // "Handed over 63 recruits": they are handed over, and not more than so many.
            let handed = far == 1 && is!(word, "over") && is!(words[at], "hand", "turn", "sign");
            let fits = (far == 1 || is_parted(words, at + far, row)) && (row.behind != 0 || handed || !is_preposition(words, at + far));
            return (whole && fits).then_some(at + far);
        }
        let joins = Class::MODAL.or(Class::RELATIVE).or(Class::COORDINATOR).or(Class::SUBORDINATOR).or(Class::BE).or(Class::HAVE);
        // "Let the tanker pass through".
        let through = words.get(at + far + 1).is_some_and(|next| next.entry.lemma == row.particle);
        let let_do = through && is!(words[at], "let") && word.is(Class::BASE) && word.is(Class::VERB);
        if let_do || word.is(joins) || word.is(Class::PREPOSITION) && !is!(word, "of") || is!(word, "no", "not", "any", "neither") {
            return None;
        }
    }
    None
}

/// "Up to 40 crates", "in May", "over three years": the word belongs to what stands behind it.
fn is_preposition(words: &[Word], at: usize) -> bool {
    let next = |far: usize| words.get(at + far).filter(|next| next.gap == Gap::Space);
    let counted = |far: usize| next(far).is_some_and(|next| next.is(Class::NUMBER));
    let dated = next(1).is_some_and(|next| next.is(Class::TIME));
    let limit = is!(words[at], "up") && next(1).is_some_and(|next| is!(next, "to")) && counted(2);
    // "Held over a third": more than that.
    let part = next(1).is_some_and(|next| is!(next, "a", "an")) && counted(2);
    // "Called off three flights".
    let particle = is!(words[at], "off");
    limit || words[at].is(Class::PREPOSITION) && !particle && (counted(1) || part || dated)
}

/// "Turned the ship back on Monday", "kept the curfew in place", and not "moved the ship down the river".
fn is_parted(words: &[Word], at: usize, row: &Phrasal) -> bool {
    let ends = |next: &Word| {
        let joins = Class::PREPOSITION.or(Class::COORDINATOR).or(Class::SUBORDINATOR).or(Class::ADVERB);
        next.gap != Gap::Space || next.is(joins) && !next.is(Class::DETERMINER)
    };
    // "Let the lorries through the gate", "took the gulf off its list".
    let off = is!(words[at], "off") && words.get(at + 1).is_some_and(|next| next.is(Class::POSSESSIVE) || is!(next, "the"));
    if is!(words[at], "through") || off {
        return true;
    }
    let movable = is!(words[at], "up", "down", "out", "off", "back", "over", "aside", "away", "forward", "apart");
    if row.behind != 0 { is!(words[at], "in", "to") } else { movable && words.get(at + 1).is_none_or(ends) }
}
