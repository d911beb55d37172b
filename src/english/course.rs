//! "Over seven years", "over three sittings": in their course, and no limit.

use super::class::Class;
use super::word::{Gap, Word, is};
use std::ops::Range;

/// "Lent it over seven years" is no longer than that, and "waited over seven years" is.
#[must_use]
pub fn is_course(words: &[Word], phrase: &Range<usize>) -> bool {
    let stays = |word: &Word| {
        word.is(Class::BE.or(Class::HAVE).or(Class::PREPOSITION))
            || is!(word, "last", "take", "wait", "stay", "spend", "serve", "run", "hold", "continue", "than", "for", "after")
    };
    let span = |word: &Word| {
        is!(
            word,
            "years",
            "months",
            "weeks",
            "days",
            "decades",
            "hours",
            "sittings",
            "sessions",
            "hearings",
            "rounds",
            "meetings",
            "seasons",
            "phases",
            "stages",
            "visits",
            "trips",
            "generations",
            "evenings",
            "nights",
            "weekends",
            "quarters",
            "terms",
            "elections",
            "matches",
            "games",
            "instalments",
            "tranches",
            "pages",
            "chapters",
            "summits",
            "interviews",
            "nights",
            "mornings",
            "afternoons",
            "shifts"
        )
    };
    let stays_before = phrase.start > 0 && words[phrase.start].gap == Gap::Space && stays(&words[phrase.start - 1]);
    // "Over three sittings, the committee heard": before the main clause too.
    let fronted = matches!(words[phrase.start].gap, Gap::End | Gap::Comma)
        && (phrase.end..words.len())
            .take(6)
            .any(|at| words[at].gap == Gap::Comma || words[at].is(Class::DETERMINER) && at > phrase.end + 1);
    // "Tankers over 20 years old".
    let of_age = words[phrase.end..].iter().take(5).any(|word| is!(word, "old", "age"));
    is!(words[phrase.start], "over")
        && !of_age
        && phrase.len() == 1
        && !stays_before
        && (phrase.start > 0 && words[phrase.start].gap == Gap::Space || fronted)
        && (words[phrase.end..].iter().take(3).any(span) || is_compound_span(words, phrase.end))
}

/// "Over a four-year period", and not "over a hundred years".
fn is_compound_span(words: &[Word], at: usize) -> bool {
    let (Some(article), Some(number)) = (words.get(at), words.get(at + 1)) else { return false };
    let scale = is!(number, "hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "third", "quarter", "fifth", "tenth");
    is!(article, "a", "an") && number.gap == Gap::Space && number.is(Class::NUMBER) && !scale
}
