//! What stands before the main clause and says nothing of it: "Whatever the courts may decide, the land was sold."

use super::class::Class;
use super::phrasebook::Meaning;
use super::word::{Gap, Word, is};

/// How many words may stand before the comma.
const MOST: usize = 16;

/// Where the main clause begins, if the words from a place on only lead up to it. `starts` are the phrases, by their first words.
#[must_use]
pub fn ends(words: &[Word], starts: &[Option<Meaning>], finite: &[bool], at: usize) -> Option<usize> {
    let next = |far: usize| words.get(at + far).filter(|next| next.gap == Gap::Space);
    let word = &words[at];
    let even = is!(word, "even") && next(1).is_some_and(|next| is!(next, "if", "though", "when"));
    let free = is!(word, "whatever", "whoever", "whichever", "wherever", "regardless", "whether", "come", "contrary")
        || is!(word, "however") && next(1).is_some()
        || is!(word, "no") && next(1).is_some_and(|next| is!(next, "matter"))
        || is!(word, "so", "order") && next(1).is_some_and(|next| is!(next, "that"))
        || is!(word, "in") && next(1).is_some_and(|next| is!(next, "order"))
        || even
        || concedes(words, at);
    let phrase = word.is(Class::GERUND.or(Class::PREPOSITION))
        || word.is(Class::PAST) && !word.is(Class::HAVE.or(Class::BE))
        || is!(word, "once", "when", "while", "although", "though");
    // "Lacking fuel", "unable to pay": what the words before the comma deny is nothing behind it.
    let without = is!(word, "without") && next(1).is_some_and(|next| next.is(Class::GERUND));
    let lacks = starts[at] == Some(Meaning::Denial) && (word.is(Class::GERUND) || is!(word, "unable") || without);
    let known = !matches!(starts[at], None | Some(Meaning::Nothing)) && !concedes(words, at) && !lacks;
    if known || !(free || phrase || lacks) {
        return None;
    }
    let comma = (at + 1..words.len().min(at + MOST)).find(|at| words[*at].gap != Gap::Space && words[*at].gap != Gap::Quote)?;
    let row = &words[comma];
    if row.gap != Gap::Comma || row.is(Class::COORDINATOR.or(Class::RELATIVE).or(Class::BE).or(Class::MODAL).or(Class::HAVE)) {
        return None;
    }
    // Of "when he may come" the reader of clauses knows; of "to avoid a possible strike" it does not.
    let open = |meaning: &Option<Meaning>| matches!(meaning, Some(Meaning::Hedge(_) | Meaning::Modal | Meaning::Future | Meaning::Plan));
    let purpose = is!(word, "to", "order") || is!(word, "in") && next(1).is_some_and(|next| is!(next, "order"));
    let denies = |meaning: &Option<Meaning>| *meaning == Some(Meaning::Denial);
    let opens = starts[at + 1..comma].iter().any(open)
        || lacks
        || even
        || words[at..comma].iter().any(|word| is!(word, "what"))
        || purpose && starts[at + 1..comma].iter().any(denies)
        || concedes(words, at)
        || is!(word, "whether")
        || asks(&words[at..comma]);
    let main = (comma..words.len()).take(MOST).take_while(|main| *main == comma || words[*main].gap != Gap::End).any(|main| finite[main]);
    (opens && main && !finite[comma]).then_some(comma)
}

/// "Unlikely as it sounds".
#[must_use]
pub fn concedes(words: &[Word], at: usize) -> bool {
    let is_adjective =
        !words[at].is(Class::VERB.or(Class::PREPOSITION).or(Class::DETERMINER).or(Class::COORDINATOR).or(Class::SUBORDINATOR));
    let next = |far: usize| words.get(at + far).filter(|next| next.gap == Gap::Space);
    is_adjective && next(1).is_some_and(|next| is!(next, "as")) && next(2).is_some_and(|next| next.is(Class::PRONOUN.or(Class::DETERMINER)))
}

/// "A vote before Easter | is unlikely": the one verb ahead is that of the clause before it.
#[must_use]
pub fn is_time(words: &[Word], finite: &[bool], at: usize) -> bool {
    let stretch = (at + 1..words.len()).take_while(|next| words[*next].gap == Gap::Space);
    let verbs = stretch.into_iter().filter(|next| finite[*next] && !finite[next - 1] && !words[next - 1].is(Class::ADVERB)).count();
    is!(words[at], "before", "after", "since", "until", "till") && words[at].gap == Gap::Space && verbs == 1
}

/// "Whatever the papers may say", "strange as it may seem": granted, and no chance.
#[must_use]
pub fn is_granted(words: &[Word], modal: usize) -> bool {
    let near = (modal.saturating_sub(8)..modal).rev().take_while(|at| words[at + 1].gap == Gap::Space);
    near.into_iter().any(|at| {
        let matter = at > 0 && is!(words[at - 1], "no") && is!(words[at], "matter");
        let seems = is!(words[at], "as")
            && at + 2 == modal
            && words.get(modal + 1).is_some_and(|verb| is!(verb, "seem", "sound", "appear", "look"));
        let however = is!(words[at], "however") && words[at].gap != Gap::Space && at + 1 < modal;
        let about = is!(words[at], "what") && at > 0 && is!(words[at - 1], "on", "about", "over");
        seems || matter || however || about || is!(words[at], "whatever", "whoever", "whichever", "wherever")
    })
}

fn asks(words: &[Word]) -> bool {
    words.iter().any(|word| is!(word, "whether"))
}

/// "As soon as the fine is paid", and not "as soon as possible".
pub fn is_as_soon_as(words: &[Word], at: usize) -> bool {
    let [Some(first), Some(soon), Some(second), Some(next)] = [at, at + 1, at + 2, at + 3].map(|at| words.get(at)) else { return false };
    is!(first, "as") && is!(soon, "soon") && is!(second, "as") && !is!(next, "possible")
}
