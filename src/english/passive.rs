//! What is told in the passive: "it is believed", "is expected by the guild".

use super::class::Class;
use super::nameless::subject;
use super::phrasebook::Strength;
use super::saying::held;
use super::statement::{Mark, Sense, Speech, Statement};
use super::word::{Gap, Shape, Word, is};

/// Where the passive begins whose participle stands at a word.
pub fn passive(words: &[Word], at: usize) -> Option<usize> {
    let mut before = at;
    while before > 0 && words[before].gap == Gap::Space && words[before - 1].is(Class::ADVERB) && before + 3 > at {
        before -= 1;
    }
    let be = before.checked_sub(1).filter(|be| words[*be].is(Class::BE) && words[before].gap == Gap::Space)?;
    let (word, next) = (&words[at], words.get(at + 1));
    // "Was seen at the airport", "is known as": no news.
    // "Is seen falling".
    let now = !words[be].is(Class::PRETERITE) && next.is_some_and(|next| next.is(Class::GERUND) && next.gap == Gap::Space);
    let seen_as = next.is_some_and(|next| is!(next, "by")) && words[at..].iter().take(8).any(|word| is!(word, "as"));
    let literal = (is!(word, "see") && !now && !seen_as || is!(word, "view") || is!(word, "regard")) && next.is_none_or(|next| !is!(next, "as", "to"))
        || is!(word, "know") && next.is_none_or(|next| !is!(next, "to", "that"))
        || is!(word, "understand") && next.is_none_or(|next| !is!(next, "to", "that"))
        || is!(word, "hope") && next.is_none_or(|next| !is!(next, "that"))
        || is!(word, "hold") && !held(words, at)
        || is!(word, "think") && next.is_some_and(|next| is!(next, "of"))
        // "Reported to the police".
        || is!(word, "repute") && !next.is_some_and(|next| is!(next, "to"))
        || is!(word, "report", "know") && next.is_some_and(|next| is!(next, "to")) && !words.get(at + 2).is_some_and(is_verbal)
        || is!(word, "say") && next.is_none_or(|next| !is!(next, "to", "that"))
        || is!(word, "tip") && next.is_none_or(|next| !is!(next, "to", "as", "for"))
        // "It is accepted that": of a person or a thing it is a deed.
        || is!(word, "accept", "acknowledge", "suggest")
            && (next.is_none_or(|next| !is!(next, "that")) || !words[be.saturating_sub(3)..be].iter().any(|word| is!(word, "it")))
        || is!(word, "suppose")
        || is!(word, "consider") && subject(words, be).is_some_and(|subject| words[subject].is(Class::LAW))
        || is!(word, "consider") && next.is_none_or(|next| next.gap != Gap::Space || next.is(Class::PREPOSITION) && !is!(next, "by", "to"))
        // "Was told by the ministry that", "was accused of", "has been described as".
        || is!(word, "tell", "inform", "warn", "assure", "advise") && !next.is_some_and(|next| is!(next, "by"))
        || is!(word, "accuse") && next.is_none_or(|next| !is!(next, "of", "by"))
        || is!(word, "describe") && next.is_none_or(|next| !is!(next, "as", "by"))
        // "Was once thought invincible": no longer.
        || words[be].is(Class::PRETERITE) && words[at..].iter().take(6).take_while(|word| word.gap != Gap::End).any(|word| is!(word, "until"))
        || words[be].is(Class::PRETERITE) && words[be..at].iter().any(|word| is!(word, "once", "long", "formerly", "previously"));
    (!literal).then_some(be)
}

/// What stands behind "to" is a verb.
fn is_verbal(word: &Word) -> bool {
    word.is(Class::BARE.or(Class::BASE).or(Class::HAVE).or(Class::DO).or(Class::ADVERB))
        || word.entry.class == Class::default() && !word.has(Shape::PLURAL) && !word.has(Shape::CAPITAL)
}

pub fn passive_marks(statement: &Statement, first: usize, at: usize, found: &mut Vec<Mark>) {
    let words = &statement.words;
    let scope = statement.governed(first..at + 1);
    // "Expected by the guild", "reported yesterday by the ministry"; "by December" names nobody.
    let far = if is!(words[at], "accuse", "describe") { 12 } else { 2 };
    let by = words[at + 1..].iter().take(far).take_while(|word| word.gap == Gap::Space).position(|word| is!(word, "by"));
    // "By 2030" is a time, "by two papers" is not.
    let is_time = |word: &Word| word.is(Class::GERUND) || word.is(Class::NUMBER) && word.entry.lemma == 0;
    let dated = |from: usize| words[from..].iter().take(2).any(|word| word.is(Class::TIME));
    let named = by.is_some_and(|by| words.get(at + 2 + by).is_none_or(|next| !is_time(next)) && !dated(at + 2 + by));
    if named {
        // "By the guild", "by Western officials".
        let from = at + 2 + by.unwrap_or_default();
        let head = (from..words.len())
            .take(5)
            .take_while(|word| {
                *word == from
                    || words[*word].gap == Gap::Space
                        && !words[*word].is(Class::PREPOSITION)
                        && (!words[*word].is(Class::VERB) || words[*word].has(Shape::OWNS))
                        && !is!(words[*word], "that")
            })
            .last();
        found.push(Mark { sense: Sense::Speaker(Speech::Says), words: first..at + 1, scope, who: head });
    } else {
        found.push(Mark { sense: Sense::Nameless, words: first..at + 1, scope, who: None });
    }
    let told = words.get(at + 1).is_some_and(|next| is!(next, "to") || is!(next, "that"));
    if (is!(words[at], "report") || is!(words[at], "claim")) && !told {
        return;
    }
    if !named
        && is!(
            words[at],
            "believe",
            "say",
            "think",
            "allege",
            "claim",
            "rumour",
            "rumor",
            "report",
            "suspect",
            "presume",
            "fear",
            "assume",
            "speculate",
            "repute",
            "understand"
        )
    {
        found.push(Mark { sense: Sense::Hedge(Strength::Reported), words: first..at + 1, scope, who: None });
    }
}
