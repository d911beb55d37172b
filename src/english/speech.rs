//! Who says so: speakers with their verbs, and news that nobody brings.

use super::attitude::holds_it;
use super::class::{Class, REPORTS};
use super::clause::Kind;
use super::nameless::{is_nameless, subject};
use super::passive::{passive, passive_marks};
use super::phrasebook::Strength;
use super::saying::{calls, is_demand, is_handled, is_opinion, is_owned, is_particle, is_person, is_said_of_it, needs_clause, told_in};
use super::statement::{Mark, Scope, Sense, Speech, Statement};
use super::time::{came_otherwise, is_required, told_beside};
use super::word::{Gap, Shape, Word, is};

/// The marks of all verbs that report.
#[must_use]
pub fn marks(statement: &Statement) -> Vec<Mark> {
    let words = &statement.words;
    let mut found = Vec::new();
    for at in 0..words.len() {
        let held = words[at].is(Class::SPEECH.or(Class::THOUGHT)) && is_said_of_it(words, at);
        let is_news = words[at].is(Class::PAST) && (words[at].is(Class::NEWS) || held);
        // "Teenagers called up in the spring".
        let phrasal = is!(words[at], "call") && words.get(at + 1).is_some_and(|next| is_particle(next) || is!(next, "in", "back"));
        // "Colonel Said Duale".
        let named = words[at].has(Shape::CAPITAL) && words[at].gap == Gap::Space && at > 0 && words[at - 1].has(Shape::CAPITAL);
        if echoes(words, at) || phrasal || named {
            continue;
        }
        if let Some(first) = passive(words, at).filter(|_| is_news && !came_otherwise(statement, at) && !is_required(words, at)) {
            passive_marks(statement, first, at, &mut found);
            continue;
        }
        // "Observers fault the law", "reports indicate".
        let tells = is!(words[at], "suggest", "indicate") || is_opinion(statement, at);
        let nobody = if tells { subject(words, at).filter(|subject| is_nameless(words, *subject)) } else { None };
        if let Some(subject) = nobody {
            found.push(Mark { sense: Sense::Nameless, words: subject..at + 1, scope: statement.governed(at..at + 1), who: None });
        } else if words[at].is(Class::ACCOUNT) && is_owned(words, at) && !is_handled(statement, at) {
            found.push(Mark { sense: Sense::Speaker(Speech::Says), words: at..at + 1, scope: statement.sentence_of(at), who: None });
        } else if words[at].is(REPORTS) && words[at].is(Class::VERB) && is_verb(statement, at) {
            active(statement, at, &mut found);
        }
    }
    for at in 0..words.len() {
        let tells = tells_by_other_verb(statement, at) || is_as_said(words, at) || holds_it(statement, at);
        let who = || subject(words, at).or_else(|| named_before(statement, at));
        if let Some(who) = (statement.clauses.finite[at] && tells).then(who).flatten() {
            let scope = told_in(statement, at);
            found.push(if is_nameless(words, who) {
                Mark { sense: Sense::Nameless, words: who..at + 1, scope, who: None }
            } else {
                Mark { sense: Sense::Speaker(Speech::Says), words: at..at + 1, scope, who: Some(who) }
            });
        }
    }
    if let Some(mark) = statement.told_for() {
        found.push(mark);
    }
    // "The station passes on that ships come": whatever the verb, it is said.
    for row in statement.clauses.all.iter().filter(|row| row.kind == Kind::Complement) {
        let Some(before) = row.first.checked_sub(1).filter(|before| is!(words[*before], "on")) else { continue };
        found.push(Mark {
            sense: Sense::Speaker(Speech::Does),
            words: before..before + 1,
            scope: statement.governed(before..before + 1),
            who: None,
        });
    }
    found
}

/// "As it had said it would": of what was done, that it was announced.
fn echoes(words: &[Word], at: usize) -> bool {
    let modal = (at + 1..words.len().min(at + 4)).find(|next| words[*next].is(Class::MODAL));
    let ends = |modal: usize| words.get(modal + 1).is_none_or(|next| next.gap != Gap::Space);
    words[at].is(REPORTS) && modal.is_some_and(ends) && words[at.saturating_sub(5)..at].iter().any(|word| is!(word, "as"))
}

/// "As the guild said, the harvest failed": they say so.
fn is_as_said(words: &[Word], at: usize) -> bool {
    let first = (at.saturating_sub(6)..at).rev().find(|first| words[*first].gap != Gap::Space);
    is!(words[at], "say", "report", "claim", "allege", "argue", "write", "testify")
        && first.is_some_and(|first| is!(words[first], "as") && matches!(words[first].gap, Gap::End | Gap::Comma))
        && words.get(at + 1).is_none_or(|next| matches!(next.gap, Gap::Comma | Gap::End))
}

/// "The fund sees growth slowing", "puts the cost at 3 billion", "speaks of two boats": it is from them that we have it.
fn tells_by_other_verb(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let ahead = |most: usize| (at + 1..words.len()).take(most).take_while(|next| matches!(words[*next].gap, Gap::Space | Gap::Quote));
    let next = words.get(at + 1).filter(|next| next.gap == Gap::Space);
    if is!(words[at], "speak", "talk") {
        return next.is_some_and(|next| is!(next, "of"));
    }
    // "Put the delay down to rain", "credits its recovery to a sale".
    let to = |far: usize| words.get(far).is_some_and(|to| is!(to, "to"));
    if is!(words[at], "put", "chalk") && ahead(9).skip(1).any(|far| is!(words[far], "down", "up") && to(far + 1))
        || is!(words[at], "credit") && ahead(6).skip(1).any(to)
    {
        return true;
    }
    // "Credits the unit with sinking three ships".
    if is!(words[at], "credit") {
        return ahead(8).skip(1).any(|at| is!(words[at], "with") && words.get(at + 1).is_some_and(|next| next.is(Class::GERUND)));
    }
    if is!(words[at], "put", "peg") {
        let number = |at: usize| words[at + 1..].iter().take(3).any(|word| word.is(Class::NUMBER));
        return !next.is_some_and(|next| next.is(Class::NUMBER)) && ahead(10).any(|at| is!(words[at], "at") && number(at));
    }
    if is!(
        words[at],
        "regard",
        "view",
        "read",
        "interpret",
        "construe",
        "treat",
        "portray",
        "depict",
        "characterise",
        "characterize",
        "cast"
    ) {
        return ahead(8).skip(1).any(|at| is!(words[at], "as"));
    }
    // Who saw something was there.
    is!(words[at], "see")
        && words[at].is(Class::BASE.or(Class::THIRD))
        && next.is_some_and(|next| !next.is(Class::SUBORDINATOR))
        && ahead(6).skip(1).any(|at| words[at].is(Class::GERUND) || is!(words[at], "as"))
}

/// "Abandoned its shelter project": the clause has its verb, and something of that name stands behind it.
fn is_noun(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let joins = Class::COORDINATOR.or(Class::RELATIVE).or(Class::SUBORDINATOR).or(Class::MODAL).or(Class::DO);
    let near = || (0..at).rev().take(8).take_while(|before| words[before + 1].gap == Gap::Space);
    let Some(verb) = near().find(|before| statement.clauses.finite[*before]) else { return false };
    let between = verb + 1..at;
    let named = words[between.clone()].iter().any(|word| {
        word.is(Class::POSSESSIVE.or(Class::DETERMINER)) && !word.is(Class::PRONOUN) || word.has(Shape::OWNS) || is!(word, "the", "a", "an")
    });
    // "Wants to project", and not "the road to the project".
    let to = |at: usize| is!(words[at], "to") && !words[at + 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
    let parted = between.into_iter().any(|at| words[at].is(joins) || is!(words[at], "that") || to(at));
    is!(words[at], "project", "forecast", "estimate", "claim", "question", "charge", "protest", "object")
        && words[at].is(Class::BASE.or(Class::THIRD))
        && named
        && !parted
        && !words[verb].is(REPORTS)
}

/// The word is a verb of a clause, or stands behind "in": "in saying".
fn is_verb(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| words[at].gap != Gap::End);
    // "The Baltic states" are lands, unless something is stated behind them.
    let states_that = words.get(at + 1).is_some_and(|next| is!(next, "that") || next.gap == Gap::Quote);
    if is!(words[at], "state") && words[at].is(Class::THIRD) && !states_that {
        return false;
    }
    if is_noun(statement, at) {
        return false;
    }
    // "Little doubt" is a noun.
    if is!(words[at], "doubt") && before.is_some_and(|before| is!(before, "little", "scant", "no", "any", "some", "much")) {
        return false;
    }
    // "That is to say".
    let to = at.checked_sub(2).is_some_and(|be| words[be].is(Class::BE) && is!(words[be + 1], "to"));
    if is!(words[at], "say") && to && at > 2 && is!(words[at - 3], "that") {
        return false;
    }
    // "Following written threats": what kind of threats.
    let next = words.get(at + 1).filter(|next| next.gap == Gap::Space);
    let of_kind = next.is_some_and(|next| next.has(Shape::PLURAL) && !next.is(Class::DETERMINER));
    if of_kind
        && words[at].is(Class::PAST)
        && words[at].gap == Gap::Space
        && before.is_some_and(|before| before.is(Class::PREPOSITION) || is!(before, "follow"))
    {
        return false;
    }
    // "Two expected witnesses", "the forecast office": they tell what a thing is.
    let thing = words.get(at + 1).is_some_and(|next| {
        next.gap == Gap::Space && (next.has(Shape::PLURAL) || next.is(Class::ENTITY)) && !next.is(Class::DETERMINER.or(Class::PRONOUN))
    });
    let counted =
        before.is_some_and(|before| (before.is(Class::NUMBER) || is!(before, "several", "some", "many")) && words[at].gap == Gap::Space);
    if words[at].is(Class::FORECAST) && words[at].is(Class::PAST) && counted && thing {
        return false;
    }
    // "The LOLBAS Project" is a name.
    let is_name = words[at].has(Shape::CAPITAL) && words[at].gap == Gap::Space && !words[at].is(Class::PAST);
    if is_name || words[at].is(Class::PAST) && before.is_some_and(|before| before.is(Class::BE)) {
        return false;
    }
    let after_modal = before.is_some_and(|before| {
        before.is(Class::MODAL.or(Class::DO).or(Class::HAVE))
            || is!(before, "to") && !words[at].is(Class::THIRD)
            || before.is(Class::ADVERB)
    });
    statement.clauses.finite[at]
        || after_modal
        || words[at].is(Class::GERUND) && before.is_some_and(|before| matches!(words[at].gap, Gap::Comma) || before.has(Shape::PLURAL))
        || words[at].is(Class::PAST) && matches!(words[at].gap, Gap::Comma)
}

fn active(statement: &Statement, at: usize, found: &mut Vec<Mark>) {
    let (words, word) = (&statement.words, &statement.words[at]);
    let own = statement.clauses.of[at];
    let aside = statement.clauses.all[own].kind == Kind::Aside;
    let that = |first: usize| !is!(word, "hold") || is!(words[first], "that");
    let mut scope = statement.governed(at..at + 1);
    if aside {
        scope.0 |= before_aside(statement, own).0;
    }
    scope.add(own);
    // "Absolved the crew and blamed the pilot": who did the one did the other.
    let joined = subject(words, at).is_some_and(|before| words[before].is(Class::COORDINATOR));
    let first = if joined { (statement.sentence_at(at).start..at).find(|verb| statement.clauses.finite[*verb]) } else { None };
    let subject = subject(words, first.unwrap_or(at));
    // "One suspects" is the writer.
    let who = || subject.or_else(|| named_before(statement, at));
    let is_ours =
        subject.is_some_and(|subject| is!(words[subject], "we", "i") || is!(words[subject], "one") && words[subject].gap != Gap::Space);
    if word.is(Class::PROOF) && !word.is(Class::SPEECH) {
        found.push(Mark { sense: Sense::Proof, words: at..at + 1, scope, who: None });
    }
    // "Nobody doubts it", "expected a profit and made a loss".
    let nobody = subject.is_some_and(|subject| is!(words[subject], "nobody", "none"));
    let passed = word.is(Class::FORECAST) && word.is(Class::PAST) && told_beside(statement, at);
    if is_ours || nobody || passed {
        return;
    }
    if subject.is_some_and(|subject| is_nameless(words, subject)) && !word.is(Class::DEED) {
        let first = subject.unwrap_or(at);
        return found.push(Mark { sense: Sense::Nameless, words: first..at + 1, scope, who: None });
    }
    let speaks = aside && !holds(words, at)
        || statement
            .clauses
            .all
            .iter()
            .any(|row| row.kind == Kind::Complement && row.parent == Some(own) && row.first > at && that(row.first));
    let speaks = speaks || says_that(words, at);
    let next = words.get(at + 1).filter(|next| matches!(next.gap, Gap::Space | Gap::Quote));
    let tells = tells_without_clause(words, at, subject);
    if (needs_clause(word) || next.is_some_and(is_particle)) && !speaks && !tells && !calls(words, at) {
        // "Called the wiring defective": whoever says so, it is theirs.
        if is!(word, "call") && !next.is_some_and(|next| is_particle(next) || is!(next, "at", "on")) {
            found.push(Mark { sense: Sense::Speaker(Speech::Does), words: at..at + 1, scope, who: who() });
        }
        return;
    }
    // A person notes what a paper shows.
    let notes = is!(word, "note") && speaks && subject.is_some_and(|subject| is_person(&words[subject]));
    let speech = if notes {
        Speech::Says
    } else if word.is(Class::FORECAST) {
        Speech::Expects
    } else if word.is(Class::SPEECH.or(Class::THOUGHT)) && !word.is(Class::DEED.or(Class::PROOF)) && !is_demand(words, at) {
        Speech::Says
    } else {
        Speech::Does
    };
    found.push(Mark { sense: Sense::Speaker(speech), words: at..at + 1, scope, who: who() });
}

/// "The governor, Mirela Stoica, | said": the governor.
fn named_before(statement: &Statement, verb: usize) -> Option<usize> {
    let words = &statement.words;
    let near = (verb.saturating_sub(10)..verb).rev().take_while(|at| !statement.clauses.finite[*at]);
    let comma = near.into_iter().find(|at| words[*at].gap != Gap::Space)?;
    let named = words[verb].gap == Gap::Comma && words[comma].gap == Gap::Comma && comma > 0 && verb > comma;
    // Of a list the last is no name of the one before.
    let named = named && !words[comma].is(Class::COORDINATOR.or(Class::SUBORDINATOR)) && !words[comma].is(Class::PREPOSITION);
    (named && !statement.clauses.finite[comma - 1]).then(|| comma - 1)
}

/// "Cautioned senators that, were it to end, the wheat would last two months".
fn says_that(words: &[Word], at: usize) -> bool {
    let mut near = (at + 1..words.len()).take(6).take_while(|that| words[*that].gap == Gap::Space);
    near.any(|at| is!(words[at], "that") && words.get(at + 1).is_some_and(|next| next.gap == Gap::Comma))
}

/// "…, 37 held the rank of general": no words of theirs.
fn holds(words: &[Word], at: usize) -> bool {
    needs_clause(&words[at]) && words.get(at + 1).is_some_and(|next| next.is(Class::DETERMINER) && next.gap == Gap::Space)
}

/// "Told the council of it", "described how they fired": they say it without a clause.
fn tells_without_clause(words: &[Word], at: usize, subject: Option<usize>) -> bool {
    let (word, next) = (&words[at], words.get(at + 1).filter(|next| matches!(next.gap, Gap::Space | Gap::Quote)));
    // "Described how they fired", "described soldiers firing"; "claims to have won".
    let seen = || words[at + 1..].iter().take(5).take_while(|word| word.gap == Gap::Space).skip(1).any(|word| word.is(Class::GERUND));
    let tells_how = || words[at + 1..].iter().take(6).take_while(|word| word.gap == Gap::Space).any(|word| is!(word, "how"));
    // "Told the crews to leave" orders it.
    let orders = || words[at + 1..].windows(2).take(6).any(|pair| is!(pair[0], "to") && pair[1].is(Class::BASE));
    let analyst = subject.is_some_and(|subject| words[subject].is(Class::ANALYST));
    is!(word, "tell") && !orders()
        || is!(word, "think", "consider", "judge") && analyst
        || is!(word, "describe") && words[at + 1..].iter().take(8).take_while(|word| word.gap == Gap::Space).any(|word| is!(word, "as"))
        || is!(word, "admit", "recall") && next.is_some_and(|next| next.is(Class::GERUND) || is!(next, "to"))
        || is!(word, "describe") && (tells_how() || seen())
        // "Alleges fraud": whatever is alleged is said.
        || is!(word, "allege") || is!(word, "claim", "profess") && claims_to(words, at)
}

/// "Claims to have won", "claimed on Monday to have won".
fn claims_to(words: &[Word], at: usize) -> bool {
    let to = |at: usize| words.get(at).is_some_and(|word| is!(word, "to") && word.gap == Gap::Space);
    let have = |at: usize| words.get(at).is_some_and(|verb| verb.is(Class::HAVE));
    let plain = |at: usize| words.get(at).is_some_and(|word| word.gap == Gap::Space && !word.is(Class::VERB));
    to(at + 1) || (at + 2..at + 5).any(|far| to(far) && have(far + 1) && (at + 1..far).all(plain))
}

/// What an aside speaks of: the clauses of its sentence before it.
fn before_aside(statement: &Statement, aside: usize) -> Scope {
    let rows = &statement.clauses.all;
    let mut scope = Scope::default();
    for (clause, row) in rows.iter().enumerate() {
        let under = row.sentence == rows[aside].sentence
            && (clause < aside || rows[aside].parent.is_some_and(|parent| statement.clauses.is_under(clause, parent)));
        if under {
            scope.add(clause);
        }
    }
    scope
}

impl Statement {
    /// The word that the last word of a subject hangs on: "the mayor" of "the mayor of Orn".
    #[must_use]
    pub fn head(&self, last: usize) -> usize {
        let from = (0..=last).rev().find(|at| !matches!(self.words[*at].gap, Gap::Space | Gap::Quote) || at + 7 < last).unwrap_or(0);
        let verb =
            (from..last).rev().find(|at| self.words[*at].is(Class::VERB.or(Class::BE)) && self.words[*at].is(Class::PAST.or(Class::BE)));
        let from = verb.map_or(from, |verb| verb + 1);
        (from + 1..last).find(|at| self.words[*at].is(Class::PREPOSITION)).map_or(last, |at| at - 1)
    }
}

/// News has a bearer where the sentence names one: "expected, according to the IMF".
pub fn name(statement: &mut Statement) {
    let is_lone = |mark: &&Mark| {
        mark.sense == Sense::Hedge(Strength::Reported) && mark.words.len() == 1 && statement.words[mark.words.start].is(Class::ADVERB)
    };
    // "Reportedly" is news without a bearer too.
    let lone: Vec<Mark> = statement.marks.iter().filter(is_lone).map(|mark| Mark { sense: Sense::Nameless, ..mark.clone() }).collect();
    statement.marks.extend(lone);
    let clauses = &statement.clauses;
    let bearers: Vec<Mark> =
        statement.marks.iter().filter(|mark| matches!(mark.sense, Sense::Speaker(Speech::Says | Speech::Expects))).cloned().collect();
    statement.marks.retain(|mark| {
        let own = clauses.of[mark.words.start];
        // "Has reportedly said": who says that he said so?
        let bears = |bearer: &Mark| {
            let over = bearer.words.start <= mark.words.start || bearer.who.is_none() || clauses.of[bearer.words.start] != own;
            over && bearer.scope.has(own)
        };
        mark.sense != Sense::Nameless || !bearers.iter().any(bears)
    });
}
