//! What kind of claim a sentence would be, by the words that the rules of meaning know. It is never firmer than they let a
//! claim be that says no more than its quote.

use crate::briefing::scale::ClaimKind;
use crate::english::class::Class;
use crate::english::time::is_ahead;
use crate::english::word::is;
use crate::english::{Mark, Sense, Speech, Statement, Strength, is_foreign};
use crate::text::phrases::words;

/// Words of who reads something from facts, and does not tell them.
#[rustfmt::skip]
const READS: [&str; 36] = [
    "concerning", "critical", "crucial", "dangerous", "demonstrates", "demonstrating", "highlights", "highlighting", "illustrates",
    "implies", "imply", "important", "indicate", "indicates", "indicating", "indicative", "pivotal", "poses", "profound", "reflects",
    "reflecting", "represents", "representing", "reveals", "shows", "signals", "significant", "signifies", "suggests", "suggesting",
    "underlines", "underscores", "underscoring", "unprecedented", "vital", "worrying",
];

pub struct Read {
    pub kind: ClaimKind,
    /// The source has it from others.
    pub is_said: bool,
    /// Neither denied nor made to depend on anything: what it dates may be an event.
    pub happens: bool,
}

impl Read {
    /// Of a sentence that nobody can read the meaning of: that it is a fact would be more than anybody knows.
    pub const UNREAD: Self = Self { kind: ClaimKind::Assessment, is_said: false, happens: true };
}

/// Of words that somebody quotes.
#[must_use]
pub fn kind_of(words: &str) -> ClaimKind {
    read(words).kind
}

#[must_use]
pub fn read(sentence: &str) -> Read {
    if is_foreign(sentence) {
        return Read::UNREAD;
    }
    let statement = Statement::read(sentence);
    let is_said = statement
        .marks
        .iter()
        .any(|mark| matches!(mark.sense, Sense::Speaker(Speech::Says) | Sense::Nameless | Sense::Hedge(Strength::Reported)));
    let happens = !statement.marks.iter().any(|mark| matches!(mark.sense, Sense::Denial | Sense::Condition));
    Read { kind: kind(sentence, &statement), is_said, happens }
}

fn kind(sentence: &str, statement: &Statement) -> ClaimKind {
    let comes = |mark: &Mark| match mark.sense {
        Sense::Future | Sense::Plan | Sense::Speaker(Speech::Expects) => true,
        Sense::Hedge(strength) => looks_ahead(statement, mark, strength),
        _ => false,
    };
    if statement.marks.iter().any(comes) {
        return ClaimKind::Forecast;
    }
    let is_open = |mark: &Mark| match mark.sense {
        Sense::Hedge(strength) => strength != Strength::Certain || mark.words.len() > 1,
        Sense::Asked => true,
        // "Analysts believe that": what they hold, and not what they tell.
        Sense::Nameless | Sense::Speaker(Speech::Says) => statement.words[mark.words.end - 1].is(Class::THOUGHT.or(Class::DOUBT)),
        _ => false,
    };
    let reads = || words(sentence).any(|(_, word)| READS.iter().any(|other| word.eq_ignore_ascii_case(other)));
    // An address on the web asks nothing.
    let asks = || sentence.split_whitespace().any(|word| !word.contains("://") && word.contains(['?', '？']));
    let urges = || statement.words.iter().any(|word| is!(word, "must", "should", "ought"));
    if statement.marks.iter().any(is_open) || reads() || asks() || urges() { ClaimKind::Assessment } else { ClaimKind::Fact }
}

/// "Is likely to rise", "could fall", "potentially reshaping"; but "could have fallen", "seems to be", "was probably".
fn looks_ahead(statement: &Statement, mark: &Mark, strength: Strength) -> bool {
    let words = &statement.words;
    let word = |at: usize| words.get(at);
    let is_to = |at: usize| word(at).is_some_and(|word| is!(word, "to"));
    let end = mark.words.end;
    let verb = if is_to(end) { end + 1 } else { end };
    let is_over = word(verb).is_some_and(|verb| is!(verb, "have"));
    let is_chance = strength <= Strength::AlmostCertain || matches!(strength, Strength::Possible | Strength::Expected);
    let is_modal = mark.words.clone().any(|at| words[at].is(Class::MODAL));
    let goes_on = is_modal || is_to(end) || is_to(end - 1) || word(end).is_some_and(|next| next.is(Class::GERUND));
    is_ahead(statement, mark.words.start) || strength == Strength::Expected || is_chance && goes_on && !is_over
}
