//! Verbs that say something in one use and do something in another: "called the raid a mistake", "called off the sale".

use super::class::Class;
use super::word::{Gap, Shape, Word, is};
use std::ops::Range;

/// "Called off the sale", "put up a statue".
pub fn is_particle(word: &Word) -> bool {
    is!(word, "off", "up", "down", "away", "out")
}

/// "Called the raid a mistake", and not "called a strike".
pub fn calls(words: &[Word], at: usize) -> bool {
    let article = |word: &Word| is!(word, "a", "an");
    let object = words[at + 1..].iter().take(8).take_while(|word| word.gap == Gap::Space);
    let object = object.skip(1);
    let says = |word: &Word| article(word) || word.is(Class::LACK) || word.has(Shape::NEGATIVE) || word.is(Class::BARE);
    if is!(words[at], "consider", "judge", "think", "hold") {
        return object.clone().take_while(|word| !word.is(Class::PREPOSITION)).any(says) && !words.get(at + 1).is_some_and(article);
    }
    is!(words[at], "call") && words.get(at + 1).is_some_and(|next| !article(next) && !is_particle(next)) && object.clone().any(says)
}

/// "Holds a copy", "assess how to": they say something only where a clause follows.
pub fn needs_clause(verb: &Word) -> bool {
    is!(
        verb,
        "hold",
        "add",
        "put",
        "relate",
        "counter",
        "charge",
        "contest",
        "cite",
        "quote",
        "assess",
        "consider",
        "judge",
        "calculate",
        "doubt",
        "hope",
        "assume",
        "presume",
        "conclude",
        "comment",
        "write",
        "think",
        "describe",
        "submit",
        "plead",
        "proclaim",
        "respond",
        "object",
        "observe",
        "advise",
        "relay",
        "recall",
        "disclose",
        "call",
        "admit",
        "tell",
        "state",
        "remark",
        "stress",
        "protest",
        "brief",
        "caution",
        "joke",
        "repeat",
        "claim",
        "maintain",
        "question"
    )
}

/// "According to population", "according to their holdings", "according to plan": by what something is shared out or done.
pub fn is_measure(words: &[Word], phrase: &Range<usize>) -> bool {
    let Some(first) = words.get(phrase.end).filter(|_| is!(words[phrase.start], "according")) else { return false };
    let of = if first.is(Class::DETERMINER.or(Class::POSSESSIVE)) { words.get(phrase.end + 1) } else { Some(first) };
    of.is_some_and(|word| {
        is!(
            word,
            "population",
            "size",
            "need",
            "needs",
            "weight",
            "age",
            "rank",
            "plan",
            "schedule",
            "timetable",
            "custom",
            "tradition",
            "type",
            "value",
            "income",
            "merit",
            "seniority",
            "ability",
            "holding",
            "holdings",
            "share",
            "shares",
            "means",
            "formula",
            "order",
            "grade",
            "category",
            "season",
            "distance",
            "capacity",
            "preference",
            "circumstances",
            "taste",
            "whether",
            "how"
        )
    })
}
