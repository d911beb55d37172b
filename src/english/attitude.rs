//! Who holds something without a verb that says so: "is afraid that", "gives it a fifty-fifty chance", "let the panel know".

use super::class::Class;
use super::nameless::subject;
use super::statement::Statement;
use super::word::{Gap, Word, is};

/// A word at which somebody tells what they hold, as the verb of a clause.
#[must_use]
pub fn holds_it(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let ahead = |most: usize| (at + 1..words.len()).take(most).take_while(|next| matches!(words[*next].gap, Gap::Space | Gap::Quote));
    // "It is certain that": nobody's.
    let who = subject(words, at)
        .or_else(|| comma_before(words, at))
        .filter(|who| !words[*who].is(Class::ANALYST) && !is!(words[*who], "it", "there", "i", "we", "one", "who"));
    if who.is_none() {
        return false;
    }
    if words[at].is(Class::BE) {
        let first = ahead(4).find(|next| !words[*next].is(Class::ADVERB));
        return first.is_some_and(|first| is_attitude(statement, first));
    }
    let chance = |word: &Word| is!(word, "chance", "chances", "odds", "probability", "likelihood");
    let measured = |word: &Word| word.is(Class::NUMBER) || is!(word, "even", "slim", "good", "better", "little", "no");
    if is!(words[at], "give", "allow") {
        return ahead(14).any(|next| chance(&words[next])) && ahead(14).any(|next| measured(&words[next]));
    }
    // "Let the panel know", "made known", "made it clear".
    let told = |word: &Word| is!(word, "know", "known", "clear", "plain", "understood");
    is!(words[at], "let") && ahead(6).any(|next| is!(words[next], "know"))
        || is!(words[at], "make") && ahead(3).any(|next| told(&words[next])) && ahead(6).any(|next| is!(words[next], "that"))
}

/// "Afraid that", "convinced of", "of the opinion".
fn is_attitude(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let next = words.get(at + 1).filter(|next| next.gap == Gap::Space);
    let of_view = is!(words[at], "of")
        && (at + 1..words.len()).take(3).any(|next| is!(words[next], "view", "opinion", "belief"))
        && (at + 2..words.len()).take(4).any(|next| is!(words[next], "that"));
    let feels = is!(
        words[at],
        "afraid",
        "fearful",
        "worried",
        "concerned",
        "anxious",
        "convinced",
        "unconvinced",
        "adamant",
        "confident",
        "hopeful",
        "optimistic",
        "pessimistic",
        "sceptical",
        "skeptical",
        "doubtful",
        "certain",
        "sure",
        "positive",
        "persuaded",
        "alarmed",
        "sanguine"
    );
    // A clause of its own stands behind it, with or without "that".
    let clause = next.is_some_and(|next| is!(next, "that"))
        || next.is_some_and(|next| next.is(Class::DETERMINER.or(Class::PRONOUN)))
            && (at + 2..words.len()).take(8).take_while(|next| words[*next].gap == Gap::Space).any(|next| statement.clauses.finite[next]);
    of_view || feels && clause
}

/// "The governor, Mirela Stoica, | is convinced".
fn comma_before(words: &[Word], at: usize) -> Option<usize> {
    let last = at.checked_sub(1).filter(|last| words[at].gap == Gap::Comma && !words[*last].is(Class::TIME.or(Class::NUMBER)))?;
    (0..last).any(|before| words[before + 1].gap == Gap::Comma).then_some(last)
}
