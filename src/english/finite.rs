use super::class::{Class, REPORTS};
use super::word::{Gap, Shape, Word, is};

/// The word is the verb of a clause, and no participle or noun.
#[must_use]
pub fn is_finite(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let named = is_name(words, at);
    if word.is(Class::MODAL) && !named
        || word.is(Class::BE) && !word.is(Class::BARE)
        || word.is(Class::HAVE.or(Class::DO)) && !word.is(Class::GERUND)
    {
        return true;
    }
    let mut before = at;
    while before > 0 && words[before].gap == Gap::Space && words[before - 1].is(Class::ADVERB) && !words[before - 1].is(Class::PRONOUN) {
        before -= 1;
    }
    if words[before].gap == Gap::End || before == 0 {
        return false;
    }
    let previous = &words[before - 1];
    let next = words.get(at + 1).filter(|next| next.gap == Gap::Space);
    let noun_before = !previous.is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::BE).or(Class::HAVE).or(Class::MODAL).or(Class::DO))
        && !previous.has(Shape::OWNS)
        || previous.is(Class::PRONOUN);
    // "Remained denied".
    if word.is(Class::PAST) && is!(previous, "remain", "stay", "become", "lie", "stand", "keep") && previous.is(Class::VERB) && before == at
    {
        return false;
    }
    if word.is(Class::PAST) {
        // "The ships built in Orn": a participle behind a noun is taken for a verb unless "by" follows.
        return noun_before
            && !is_reduced(words, at)
            && next.is_none_or(|next| !is!(next, "by") || is_measured(words, at))
            && !previous.is(Class::COORDINATOR) | word.is(Class::VERB);
    }
    if word.is(Class::THIRD) {
        return noun_before && is_third(words, at, previous);
    }
    if word.is(Class::BASE) && !is_time(words, at) {
        let plural = previous.has(Shape::PLURAL) || previous.is(Class::PRONOUN) && !previous.is(Class::DETERMINER);
        // "Pilots from Ulmery say that": the plural stands before the preposition.
        let said = words.get(at + 1).is_some_and(|next| is!(next, "that"));
        // "The fall reflects weak demand": a verb is no plural.
        let is_plural = |at: usize| {
            let word = &words[at];
            word.has(Shape::PLURAL)
                && (word.has(Shape::PERSON) || word.is(Class::ENTITY) || !word.is(Class::THIRD) || !is_finite(words, at))
        };
        let speaks = is!(word, "speak", "talk") && next.is_some_and(|next| is!(next, "of"));
        // "Some in the party see it as a trap."
        let views = is!(word, "see", "view", "regard");
        let some = |at: usize| is!(words[at], "some", "many", "others", "few");
        let far = (word.is(REPORTS) || speaks) && (said || (at.saturating_sub(8)..before).any(is_plural))
            || views && ((at.saturating_sub(6)..before).any(some) || (at.saturating_sub(12)..before).any(is_plural));
        return (plural || far) && noun_before && !named;
    }
    false
}

/// "In May", "signed the will": no verb.
fn is_name(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).filter(|_| words[at].gap == Gap::Space).map(|before| &words[before]);
    let owned = is!(words[at], "will", "might") && before.is_some_and(|before| is!(before, "the", "a", "its", "their", "his", "my", "our"));
    owned || words[at].has(Shape::CAPITAL) && words[at].gap == Gap::Space
}

/// "Last year's shortage": when it was, and no verb.
fn is_time(words: &[Word], at: usize) -> bool {
    let time = |next: &Word| next.is(Class::TIME.or(Class::NUMBER)) || is!(next, "night", "season", "decades", "day");
    is!(words[at], "last") && words.get(at + 1).is_some_and(|next| next.gap == Gap::Space && time(next))
}

/// A third person is a verb, and no plural noun.
fn is_third(words: &[Word], at: usize, previous: &Word) -> bool {
    let word = &words[at];
    let next = words.get(at + 1).filter(|next| next.gap == Gap::Space);
    // "The United States".
    if word.has(Shape::CAPITAL) && word.gap == Gap::Space {
        return false;
    }
    // "Contrary to what was feared, exports rose": a noun.
    let begins = word.gap == Gap::Comma && next.is_some_and(|next| next.is(Class::VERB) && next.is(Class::PAST) || next.is(Class::MODAL));
    // "Imports had halved": a noun.
    let helped = next.is_some_and(|next| next.is(Class::HAVE.or(Class::BE)) && !next.is(Class::GERUND)) && !word.is(REPORTS);
    let verb_next = !helped
        && next.is_none_or(|next| {
            is_time(words, at + 1)
                || !next.is(Class::VERB.or(Class::MODAL))
                || next.is(Class::GERUND.or(Class::PAST))
                || next.is(Class::PREPOSITION)
        });
    // "Two ships", "40,000 vans".
    let told = next.is_some_and(|next| next.is(Class::BE.or(Class::HAVE).or(Class::MODAL)) || next.is(Class::VERB) && next.is(Class::PAST));
    let the = at > 1 && words[at - 2].is(Class::DETERMINER) && words[at - 1].gap == Gap::Space;
    let counted = previous.is(Class::NUMBER) && !previous.is(Class::PRONOUN) && (!word.is(REPORTS) || told || the);
    // ", dashing hopes": what is dashed.
    let object = previous.is(Class::GERUND) && previous.gap == Gap::Comma || is_done_to(words, at);
    // "More than the rules did": a noun.
    let did = next.is_some_and(|next| next.is(Class::DO)) && !previous.is(Class::PRONOUN.or(Class::RELATIVE));
    // "The border guards detained two men": a noun before the verb and its object.
    let object_next = |next: &Word| next.gap == Gap::Space && next.is(Class::DETERMINER.or(Class::NUMBER).or(Class::POSSESSIVE));
    let does = !word.is(REPORTS)
        && next.is_some_and(|next| next.is(Class::VERB) && next.is(Class::PAST))
        && words.get(at + 2).is_some_and(object_next);
    // "The secretary, Deepak Nimbalkar, foresees water rationing."
    let foresees = word.gap == Gap::Comma
        && is!(word, "foresee", "expect", "predict", "anticipate", "believe", "allege", "insist", "argue", "maintain");
    !begins && !object && (verb_next || foresees) && !counted && !did && !does && !is_compound(words, at)
}

/// "Brought charges", "cut off gas supplies": what is done to it, right behind a verb.
fn is_done_to(words: &[Word], at: usize) -> bool {
    let that = words.get(at + 1).is_some_and(|next| is!(next, "that"));
    let parts = Class::PREPOSITION.or(Class::COORDINATOR).or(Class::RELATIVE).or(Class::SUBORDINATOR).or(Class::BE).or(Class::HAVE);
    let parts = parts.or(Class::DETERMINER).or(Class::POSSESSIVE).or(Class::PRONOUN);
    let near = (at.saturating_sub(3)..at).rev().take_while(|before| words[before + 1].gap == Gap::Space);
    let verb = near
        .take_while(|before| (!words[*before].is(parts) || is!(words[*before], "off", "up", "out", "down")) && !is!(words[*before], "that"))
        .find(|before| words[*before].is(Class::VERB));
    verb.is_some_and(|verb| words[verb].is(Class::PAST) && !words[verb].is(REPORTS) && !words[verb].has(Shape::CAPITAL)) && !that
}

/// "Lurian signals units jammed the receivers": a noun before another one that has the verb.
fn is_compound(words: &[Word], at: usize) -> bool {
    let next = |far: usize| words.get(at + far).filter(|next| next.gap == Gap::Space);
    let plural = next(1).is_some_and(|next| next.has(Shape::PLURAL) && !next.is(Class::VERB.or(Class::DETERMINER).or(Class::PREPOSITION)));
    let helps = next(2).is_some_and(|verb| verb.is(Class::MODAL.or(Class::BE).or(Class::HAVE)) && !verb.is(Class::BARE));
    let told =
        next(2).is_some_and(|verb| verb.is(Class::VERB) && verb.is(Class::PAST)) && next(3).is_some_and(|next| next.is(Class::DETERMINER));
    !words[at].is(REPORTS) && plural && (helps || told)
}

/// "The kits found in the wreck may have been sold": the verb of the clause stands behind what tells which kits.
fn is_reduced(words: &[Word], at: usize) -> bool {
    let says = Class::SPEECH.or(Class::THOUGHT).or(Class::FORECAST);
    let near = |word: &Word| word.gap == Gap::Space;
    // "The detainees whom the office interviewed in Garsa": a clause of its own.
    let first = (at.saturating_sub(7)..at).rev().take_while(|before| near(&words[before + 1]));
    let verbal = Class::BE.or(Class::HAVE).or(Class::MODAL);
    let mut first = first.take_while(|before| !words[*before].is(verbal));
    if first.any(|before| words[before].is(Class::RELATIVE) && before + 1 < at) {
        return false;
    }
    if words[at].is(says.or(Class::HAVE).or(Class::BE).or(Class::DO))
        || !words.get(at + 1).is_some_and(|next| near(next) && next.is(Class::PREPOSITION))
    {
        return false;
    }
    for next in at + 1..words.len().min(at + 9) {
        let (word, before) = (&words[next], &words[next - 1]);
        if word.is(Class::MODAL.or(Class::BE).or(Class::HAVE)) && !word.is(Class::BARE) && !word.has(Shape::CAPITAL) {
            return near(word);
        }
        let other = word.is(Class::RELATIVE.or(Class::SUBORDINATOR).or(Class::COORDINATOR)) || is!(word, "that");
        let subject = word.is(Class::DETERMINER.or(Class::PRONOUN)) && !before.is(Class::PREPOSITION);
        if !near(word)
            || other
            || subject
            || word.is(Class::VERB) && !word.is(Class::PREPOSITION) && !before.is(Class::PREPOSITION.or(Class::DETERMINER))
        {
            return false;
        }
    }
    false
}

/// "Fell by a tenth", "said by telephone": by how much or what, and not by whom.
fn is_measured(words: &[Word], at: usize) -> bool {
    let next = |far: usize| words.get(at + far);
    let number = |far: usize| next(far).is_some_and(|word| word.is(Class::NUMBER));
    let means = next(2).is_some_and(|means| is!(means, "telephone", "phone", "email", "radio", "letter", "text", "video"));
    let says = is!(words[at], "say", "tell", "report");
    says && means || number(2) || number(3) && next(2).is_some_and(|word| word.is(Class::DETERMINER.or(Class::ADVERB)))
}
