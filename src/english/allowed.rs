//! What somebody may do by right, and what was refused: neither is a chance.

use super::class::Class;
use super::clause::Kind;
use super::statement::{Mark, Sense, Statement};
use super::time::is_ahead;
use super::word::{Gap, Shape, Word, is};

/// A text of law is named in the sentence, or a term of days.
fn is_lawful(statement: &Statement, at: usize) -> bool {
    let sentence = statement.clauses.all[statement.clauses.of[at]].sentence;
    let words = &statement.words;
    (0..words.len()).filter(|index| statement.clauses.all[statement.clauses.of[*index]].sentence == sentence).any(|index| {
        let word = &words[index];
        let term = is!(word, "within") && words.get(index + 1).is_some_and(|next| next.is(Class::NUMBER));
        let permits = is!(word, "permit", "permits", "licence", "license", "warrant", "consent", "vote", "permission");
        // "May rule" is a verb.
        let notice =
            is!(word, "notice") && words[index.saturating_sub(2)..index].iter().any(|word| is!(word, "day", "days", "months", "weeks"));
        let order = is!(word, "order") && word.has(Shape::CAPITAL) && word.gap == Gap::Space;
        // "May seek an agreement": what is sought gives no right yet.
        let led = words[index.saturating_sub(3)..index].iter().any(|word| is!(word, "under", "by", "per", "with", "of", "in", "to"));
        let law = word.is(Class::LAW) && (index < at || index >= at + 3 && led);
        notice || order || law || term || permits
    })
}

/// "Under the rule in force since May, they will be refused."
#[must_use]
pub fn is_in_force(statement: &Statement, at: usize) -> bool {
    let sentence = statement.sentence_at(at);
    let force = |word: usize| word > 0 && is!(statement.words[word], "force") && is!(statement.words[word - 1], "in");
    is_under(statement, at) && sentence.clone().any(force)
}

/// "Under the facility, lenders may draw": what is no law gives rights too, to those who do something with them.
fn is_entitled(statement: &Statement, at: usize, verb: &Word) -> bool {
    let Some(who) = at.checked_sub(1).map(|who| &statement.words[who]) else { return false };
    let sentence = statement.sentence_at(at);
    let gives = |word: &Word| {
        is!(word, "facility", "scheme", "programme", "arrangement", "mechanism", "licence", "license", "permit", "waiver", "settlement")
    };
    let under = is!(statement.words[sentence.start], "under")
        && (sentence.start + 1..at).take(5).take_while(|at| statement.words[*at].gap == Gap::Space).any(|at| gives(&statement.words[at]));
    under && (who.has(Shape::PERSON) || who.is(Class::BODY.or(Class::ENTITY))) && !verb.is(Class::OUTCOME)
}

/// "Under the lease, the tenant may sublet."
fn is_under(statement: &Statement, at: usize) -> bool {
    let sentence = statement.sentence_at(at);
    let law = |from: usize| (from + 1..sentence.end).take(4).any(|word| statement.words[word].is(Class::LAW));
    sentence.clone().any(|word| is!(statement.words[word], "under") && law(word))
}

/// "No one under 16 may buy it"; not "nobody knows why it may stay late".
#[must_use]
pub fn forbids(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let no_one = |word: &usize| is!(words[*word], "nobody") || is!(words[*word], "no") && is!(words[word + 1], "one", "person");
    let own = (0..at).filter(|word| statement.clauses.of[*word] == statement.clauses.of[at]);
    own.filter(no_one).any(|word| !statement.clauses.finite[word..at].contains(&true))
}

/// "A person may not hold both offices": whoever it is.
fn is_anybody(statement: &Statement, at: usize) -> bool {
    let Some(who) = at.checked_sub(1) else { return false };
    if forbids(statement, at) {
        return true;
    }
    let word = &statement.words[who];
    let person = word.is(Class::BODY) || word.has(Shape::PERSON) || is!(word, "person", "child", "woman", "man", "student");
    person && who > 0 && is!(statement.words[who - 1], "a", "an", "no", "any")
}

/// "A law under which provinces may levy a tax": what a law says that somebody may do.
fn is_of_law(statement: &Statement, at: usize) -> bool {
    let row = &statement.clauses.all[statement.clauses.of[at]];
    let before = |back: usize| row.first.checked_sub(back).map(|at| &statement.words[at]);
    let law = before(1).and_then(|last| if last.is(Class::PREPOSITION) { before(2) } else { Some(last) });
    // "Any school that may pose a danger", "the contract provides that".
    let any = (2..5).filter_map(before).any(|word| is!(word, "any", "every", "anyone", "anything"));
    let provides = before(1).is_some_and(|verb| is!(verb, "provide", "stipulate", "specify", "state", "say", "lay"))
        && before(2).is_some_and(|law| law.is(Class::LAW));
    row.kind == Kind::Relative && (law.is_some_and(|law| law.is(Class::LAW)) || any) || row.kind == Kind::Complement && provides
}

/// "May be removed only by a vote", "may leave only with a permit": by what it is allowed.
fn is_restricted(statement: &Statement, at: usize, verb: &Word) -> bool {
    let own = (at + 1..statement.words.len()).take_while(|word| statement.clauses.of[*word] == statement.clauses.of[at]);
    let bound = |word: usize| {
        let next = statement.words.get(word + 1).filter(|next| next.gap == Gap::Space);
        let means = |next: &Word| is!(next, "by", "with", "through", "on", "upon", "under") || verb.is(Class::RIGHT) && is!(next, "for");
        is!(statement.words[word], "only") && next.is_some_and(means)
    };
    own.into_iter().any(bound)
}

/// "Under the ceasefire each side may keep 800 men."
fn is_agreed(statement: &Statement, at: usize) -> bool {
    let deal = |from: usize| statement.words[from + 1..].iter().take(3).any(|word| is!(word, "ceasefire", "truce", "armistice", "deal"));
    statement.sentence_at(at).any(|word| is!(statement.words[word], "under") && deal(word))
}

/// "Only the Comptroller may authorise it": a rule of who does, where what happens by itself is none.
fn is_reserved(statement: &Statement, at: usize, verb: &Word) -> bool {
    let own = (0..at).filter(|word| statement.clauses.of[*word] == statement.clauses.of[at]);
    let only =
        |word: &usize| is!(statement.words[*word], "only") && statement.words.get(word + 1).is_some_and(|next| is!(next, "the", "a", "an"));
    let done =
        verb.is(Class::POWER.or(Class::RIGHT)) || is!(verb, "authorise", "authorize", "dismiss", "appoint", "amend", "waive", "grant");
    own.into_iter().find(only).is_some() && done
}

/// "Congress may block the sale": a power, not a chance.
#[must_use]
pub fn is_allowed(statement: &Statement, at: usize, verb: Option<&Word>, denied: bool) -> bool {
    let Some(verb) = verb else { return false };
    // "May yet decide": a chance, whoever decides.
    if statement.words.get(at + 1).is_some_and(|next| is!(next, "yet", "well", "still", "soon", "already")) {
        return false;
    }
    let subject = at.checked_sub(1).is_some_and(|before| statement.words[before].is(Class::BODY));
    let without = statement.words.iter().any(|word| is!(word, "without"));
    let lawful = is_lawful(statement, at);
    // "May be revoked by the minister on notice".
    let mut next = statement.words[at + 1..].iter().take(3);
    let grants = |word: &Word| is!(word, "revoke", "suspend", "withdraw", "extend", "waive", "rescind");
    let revoked = statement.words.get(at + 1).is_some_and(|next| next.is(Class::BE)) && next.any(grants);
    subject && verb.is(Class::POWER)
        || lawful && revoked
        || lawful && verb.is(Class::RIGHT)
        || lawful && subject && (verb.is(Class::VERB) || verb.gap == Gap::Comma)
        || denied && (is!(verb, "exceed") || is_anybody(statement, at))
        || is_of_law(statement, at)
        || is_restricted(statement, at, verb)
        || is_reserved(statement, at, verb)
        || lawful && is_under(statement, at)
        || is_entitled(statement, at, verb)
        || denied && without
        || denied && lawful
        || denied && statement.words.iter().any(|word| is!(word, "unless", "except"))
        || verb.is(Class::RIGHT) && is_agreed(statement, at)
        || statement.clauses.all.iter().any(|row| row.kind == Kind::Condition && is!(statement.words[row.first], "provide", "so", "as"))
        || denied && statement.words.iter().any(|word| is!(word, "pending", "until", "till"))
}

/// "The ministry would not say how many", "because he would not sign": a refusal, and nothing to come.
#[must_use]
pub fn refused(statement: &Statement, at: usize, verb: Option<&Word>) -> bool {
    let row = &statement.clauses.all[statement.clauses.of[at]];
    let because = is!(statement.words[row.first], "because", "since", "when", "as", "after");
    let told = (0..row.first).any(|at| statement.clauses.finite[at] && statement.words[at].is(Class::PRETERITE.or(Class::PAST)));
    let silent =
        verb.is_some_and(|verb| is!(verb, "say", "comment", "disclose", "discuss", "answer", "explain", "reveal", "confirm", "name"));
    let under = |mark: &Mark| matches!(mark.sense, Sense::Condition);
    let free = !is_ahead(statement, at) && !statement.marks.iter().any(under);
    free && (row.kind == Kind::Adverbial && because && told || matches!(row.kind, Kind::Main | Kind::Adverbial) && silent)
}

/// "No pump may leave the country", "neither the firm nor the ministry would say": there is none that does.
#[must_use]
pub fn is_none(statement: &Statement, at: usize) -> bool {
    let own = (at.saturating_sub(10)..at).filter(|word| statement.clauses.of[*word] == statement.clauses.of[at]);
    let first = own.into_iter().find(|word| is!(statement.words[*word], "no", "neither", "none", "nobody"));
    first.is_some_and(|first| {
        let begins = statement.words[first].gap != Gap::Space || at < first + 3;
        begins && !statement.clauses.finite[first..at].contains(&true)
    })
}

/// "To join, applicants must have lived there for five years": what is asked of them, and no guess.
#[must_use]
pub fn is_requirement(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let sentence = statement.sentence_at(at);
    let next = |word: usize| words.get(word + 1).filter(|next| next.gap == Gap::Space);
    let purpose = is!(words[sentence.start], "to") && next(sentence.start).is_some_and(|next| next.is(Class::BASE));
    let least = |word: usize| is!(words[word], "at") && next(word).is_some_and(|next| is!(next, "least"));
    let term = sentence.clone().any(|word| least(word) && words.get(word + 2).is_some_and(|third| third.is(Class::NUMBER)));
    let who = at.checked_sub(1).is_some_and(|who| {
        is!(
            words[who],
            "applicants",
            "applicant",
            "candidates",
            "candidate",
            "bidders",
            "members",
            "voters",
            "holders",
            "recipients",
            "officers",
            "companies",
            "firms",
            "buyers"
        )
    });
    let able = sentence.clone().any(|word| is!(words[word], "eligible", "qualify", "before") && word > at);
    purpose || who && (term || able)
}
