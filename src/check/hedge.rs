//! A source's hedge is part of what it says: it must survive in the quote and in the claim.

use super::reading::{Quote, Reading, promises, says_how_often};
use super::{Reporter, Subject};
use crate::briefing::Span;
use crate::briefing::model::{Claim, Text};
use crate::briefing::scale::ClaimKind;
use crate::english::class::Class;
use crate::english::clause::Kind;
use crate::english::time::is_ahead;
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Mark, Sense, Speech, Statement, Strength, Way};

/// The claims that can be read, each with its place in the briefing.
pub(super) fn claims<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = (usize, &'a Claim, &'a Text, &'a Reading)> {
    let rows = subject.briefing().claims.iter().zip(subject.readings()).enumerate();
    rows.filter_map(|(index, (claim, reading))| Some((index, claim, claim.text.as_ref()?, reading.as_ref()?)))
}

/// The words of a mark in the quote that it stands in.
pub(super) fn words<'a>(subject: &'a Subject<'_>, claim: usize, reading: &Reading, quote: &Quote, mark: &Mark) -> &'a str {
    let at = reading.quotes.iter().position(|other| std::ptr::eq(other, quote)).unwrap_or_default();
    subject.resolved.quoted(claim).nth(at).and_then(|text| text.get(quote.statement.bytes(&mark.words))).unwrap_or_default()
}

/// Where words of a source stand in the claim's quotes as the file has them.
pub(super) fn place(subject: &Subject<'_>, claim: &Claim, words: &str) -> Option<Span> {
    claim.passages.iter().find_map(|passage| {
        let start = passage.exact.value.find(words)?;
        Some(subject.place(&passage.exact, &(start..start + words.len())))
    })
}

pub fn dropped(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim, text, reading) in claims(subject).filter(|(.., reading)| !reading.verbatim) {
        let Some((quote, mark)) = flattened(reading) else {
            if let Some(word) = epithet(subject, index, reading) {
                let label = place(subject, claim, word).map(|span| (span, "the hedge of the source".to_owned()));
                let message = format!("the source says “{word}”, the claim says it flatly");
                report.at(&claim.head.id, text.span, message, "keep the word").label = label;
            }
            continue;
        };
        let hedge = words(subject, index, reading, quote, mark);
        let label = place(subject, claim, hedge).map(|span| (span, "the hedge of the source".to_owned()));
        let message = format!("the source says “{hedge}”, the claim says it flatly");
        report.at(&claim.head.id, text.span, message, "keep the hedge, or quote only what is said flatly").label = label;
    }
}

/// A hedge of the source where the claim has none.
pub(super) fn flattened(reading: &Reading) -> Option<(&Quote, &Mark)> {
    reading.marks().find(|(quote, mark)| {
        let is_hedge = matches!(mark.sense, Sense::Hedge(strength) if strength != Strength::Certain);
        is_hedge
            && !reading.keeps(mark.sense)
            && !is_expected_by(reading, &quote.statement, mark)
            && !is_repeated(reading, &quote.statement, mark)
            && !is_permission(reading, &quote.statement, mark)
            && !is_ability(reading, &quote.statement, mark)
            && !is_by_the_way(reading, &quote.statement, mark)
            && !(is_rumour(&quote.statement, mark) && reading.says(|sense| sense == Sense::Denial))
    })
}

/// ", ostensibly for airing false figures,": a reason in doubt, of which the claim says nothing.
fn is_by_the_way(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let first = mark.words.start;
    let reason = quote.words.get(mark.words.end).is_some_and(|next| is!(next, "for", "to", "as", "because", "on", "over", "in"));
    let aside = quote.words[first].is(Class::ADVERB) && matches!(quote.words[first].gap, Gap::Comma | Gap::Open);
    let rest = (mark.words.end..quote.words.len()).take_while(|at| matches!(quote.words[*at].gap, Gap::Space | Gap::Quote));
    aside && reason && !rest.into_iter().any(|at| reading.names(quote, at))
}

/// "Rumours that he had fled": who denies them says that he had not.
fn is_rumour(quote: &Statement, mark: &Mark) -> bool {
    is!(quote.words[mark.words.start], "rumours", "rumors", "allegations", "suggestions", "speculation")
}

/// "That we could geolocate" of which the claim says that they were able to: it is no chance.
fn is_ability(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let able = |word: &Word| is!(word, "able", "capable", "manage", "ability");
    let says = reading.says(|sense| sense == Sense::Ability) || reading.text.words.iter().any(able);
    is!(quote.words[mark.words.start], "can", "could") && mark.words.len() == 1 && says
}

/// "May wear hats" of which the claim says that it is allowed: it is no chance.
fn is_permission(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let permits = |word: &Word| {
        is!(
            word,
            "allow",
            "let",
            "permit",
            "entitle",
            "authorise",
            "authorize",
            "power",
            "right",
            "ban",
            "bar",
            "forbid",
            "prohibit",
            "permission"
        )
    };
    // "May ban the export" of which the claim says that it bans it.
    let forbids = |word: &Word| is!(word, "ban", "bar", "forbid", "prohibit");
    let own = |word: &&Word| !forbids(word) || !quote.words.iter().any(forbids);
    // "May lend up to 40 million" and "cannot borrow more".
    let limited = quote.marks.iter().any(|other| other.sense == Sense::Bound(Way::Most) && other.scope.meets(mark.scope));
    let told = reading.text.words.iter().filter(own).any(permits) || limited && reading.says(|sense| sense == Sense::Ability);
    is!(quote.words[mark.words.start], "may") && mark.words.len() == 1 && told
}

/// "The alleged head of the ring", of whom the claim says that he is its head.
fn epithet<'a>(subject: &'a Subject<'_>, index: usize, reading: &Reading) -> Option<&'a str> {
    let is_one = |word: &Word| is!(word, "alleged", "suspected", "purported", "supposed", "presumed") && !word.is(Class::ADVERB);
    let own = |sense| matches!(sense, Sense::Hedge(_) | Sense::Speaker(_) | Sense::Nameless);
    if reading.says(own) || reading.text.words.iter().any(|word| is_one(word) || is!(word, "suspect", "allege", "accuse")) {
        return None;
    }
    reading.quotes.iter().zip(subject.resolved.quoted(index)).find_map(|(quote, said)| {
        let words = &quote.statement.words;
        let dropped = |at: &usize| {
            let before = at.checked_sub(1).map(|before| &words[before]);
            let noun = words.get(at + 1).is_some_and(|next| {
                next.gap == Gap::Space && !next.is(Class::PREPOSITION.or(Class::DETERMINER).or(Class::PRONOUN).or(Class::RELATIVE))
            });
            let verb = quote.statement.clauses.finite[*at] || before.is_some_and(|before| before.is(Class::BE.or(Class::HAVE)));
            is_one(&words[*at]) && noun && !verb && reading.names(&quote.statement, at + 1)
        };
        (0..words.len()).find(dropped).map(|at| &said[words[at].range.clone()])
    })
}

/// "Tends to", "a tendency": the claim has the word of the hedge itself.
fn is_repeated(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    mark.sense == Sense::Hedge(Strength::Apt) && mark.words.clone().any(|at| reading.names(quote, at))
}

/// "Is expected by the guild": a claim that names the guild says whose it is.
fn is_expected_by(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let over = |speaker: &&Mark| speaker.words.start <= mark.words.start && mark.words.start < speaker.words.end;
    let who = quote.marks.iter().filter(|speaker| matches!(speaker.sense, Sense::Speaker(_))).find(over).and_then(|speaker| speaker.who);
    mark.sense != Sense::Hedge(Strength::Apt) && who.is_some_and(|who| reading.names(quote, who))
}

pub fn hedged_fact(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim, text, reading) in claims(subject).filter(|(_, claim, ..)| claim.kind == Some(ClaimKind::Fact)) {
        let is_open = |quote: &Statement, mark: &Mark| match mark.sense {
            // What tends to be so is so, as a habit; what should be so next year is not yet.
            Sense::Hedge(Strength::Apt) => is_ahead(quote, mark.words.start),
            Sense::Hedge(strength) => strength != Strength::Certain || mark.words.len() > 1,
            // "Is to pay" and "is obliged to pay": that there is such a duty is a fact.
            // "Before it was due to vote".
            Sense::Future if quote.words[mark.words.start].is(Class::PRETERITE) => {
                quote.clauses.all[quote.clauses.of[mark.words.start]].kind != Kind::Adverbial
            }
            // "Would not open it": of one who refused that is told.
            Sense::Future if is!(quote.words[mark.words.start], "would", "wouldn't") && refuses(&reading.text) => false,
            Sense::Future if says_when(quote, mark) => false,
            Sense::Future => {
                mark.words.len() != 2
                    || !is!(quote.words[mark.words.end - 1], "to")
                    || !says_how_often(&reading.text)
                    || reading.says(|sense| sense == Sense::Future)
            }
            // "Failed to anticipate it": what nobody expected.
            Sense::Plan | Sense::Speaker(Speech::Expects) => {
                let over = |other: &Mark| other.sense == Sense::Denial && other.words.end <= mark.words.start;
                mark.sense == Sense::Plan || !quote.marks.iter().any(|other| over(other) && other.words.end + 1 >= mark.words.start)
            }
            _ => false,
        };
        // A claim that says it flatly has dropped the hedge: that is one fault, and not two.
        if !reading.verbatim && flattened(reading).is_some() {
            continue;
        }
        let found = reading.marks().find(|(quote, mark)| {
            let text = &quote.statement;
            let told =
                [is_in_speech, is_elsewhere, is_own_stance, is_promised, is_scheduled, is_answered, is_told, is_permission, is_ability];
            is_open(text, mark) && !denies_it_itself(reading, quote, mark) && !told.iter().any(|is_it| is_it(reading, text, mark))
        });
        if let Some((quote, mark)) = found {
            let message = format!("a `fact`, but the passage says “{}”", words(subject, index, reading, quote, mark));
            report.at(&claim.head.id, text.span, message, "write `forecast` or `assessment`, or quote what has happened");
        }
    }
}

/// "“We will not sign,” the admiral told the forum" of which the claim tells what the admiral did: his words stand in quotation marks.
fn is_in_speech(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let outside = || (0..quote.words.len()).filter(|at| !quote.words[*at].has(Shape::QUOTED));
    quote.words[mark.words.start].has(Shape::QUOTED)
        && outside().any(|at| quote.words[at].is(Class::SPEECH) && quote.words[at].is(Class::VERB))
        && outside().any(|at| reading.names(quote, at))
}

/// What is said in a quote of which the claim repeats nothing but who said it, and what they did.
fn is_elsewhere(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let says = |other: &Mark| matches!(other.sense, Sense::Speaker(_)) && other.words.start > mark.words.start;
    quote.marks.iter().any(|other| says(other) && reading.speaks_elsewhere(quote, other.words.end - 1))
}

/// "Has not ruled out a longer mandate" of whoever has not: it is a fact that they have not.
fn is_own_stance(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let verb = mark.words.clone().find(|at| is!(quote.words[*at], "rule", "exclude", "discount"));
    let active = |verb: usize| !quote.words[..verb].iter().rev().take(2).any(|word| word.is(Class::BE));
    let doer = |verb: usize| quote.doer(verb).into_iter().any(|stem| reading.text.stems.contains(&stem));
    verb.is_some_and(|verb| active(verb) && doer(verb))
}

/// "The allegation that they knew has been denied" of which the claim says that the allegation was rejected.
fn is_answered(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let denies = |word: &Word| is!(word, "deny", "reject", "dismiss", "dispute", "refute", "rebut");
    mark.words.clone().any(|at| reading.names(quote, at)) && reading.text.words.iter().any(denies)
}

/// "The timetable sets the hours" of what will be open by it: it is a fact that it stands there.
fn is_scheduled(reading: &Reading, _: &Statement, mark: &Mark) -> bool {
    let paper = |word: &Word| {
        word.is(Class::LAW.or(Class::DOCUMENT))
            || is!(word, "notice", "timetable", "schedule", "calendar", "programme", "program", "plan", "agenda")
    };
    let sets = |word: &Word| is!(word, "set", "provide", "foresee", "specify", "fix", "list", "give", "allot") && word.is(Class::VERB);
    mark.sense == Sense::Future && reading.text.words.iter().any(paper) && reading.text.words.iter().any(sets)
}

/// "Has promised to scrap it" of which the claim says that it is promised.
fn is_promised(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let first = &quote.words[mark.words.start];
    let threatens = |word: &Word| is!(word, "threaten", "threat", "warn", "warning", "notice", "ultimatum");
    promises(first) && (reading.text.words.iter().any(promises) || gives_word(&reading.text))
        || is!(first, "threaten") && reading.text.words.iter().any(threatens)
}

/// "Gave his word", "gave an assurance", "swore".
fn gives_word(text: &Statement) -> bool {
    let word =
        |word: &Word| is!(word, "word", "assurance", "assurances", "undertaking", "guarantee", "oath", "commitment", "promise", "pledge");
    let gives = |at: usize| is!(text.words[at], "give", "make", "take") && text.words[at + 1..].iter().take(4).any(word);
    (0..text.words.len()).any(gives) || text.words.iter().any(|word| is!(word, "swear", "guarantee", "assure", "bind"))
}

/// "Gives notice whenever a launch is to take place": when it does, and not what comes.
fn says_when(text: &Statement, mark: &Mark) -> bool {
    let clause = &text.clauses.all[text.clauses.of[mark.words.start]];
    clause.kind != Kind::Main && is!(text.words[clause.first], "when", "whenever", "where", "wherever", "if")
}

fn refuses(text: &Statement) -> bool {
    let refuses = |word: &Word| {
        is!(word, "refuse", "decline", "bar", "block", "prevent", "withhold", "deny", "reject", "renounce", "forswear", "disavow", "spurn")
    };
    // "Ruled out a sale".
    let rules_out = |pair: &[Word]| is!(pair[0], "rule") && pair[0].is(Class::PAST) && is!(pair[1], "out");
    text.words.iter().any(|word| refuses(word) && word.is(Class::PAST)) || text.words.windows(2).any(rules_out)
}

/// "It is believed", of what the source has from somebody whom it names, and the claim does not.
fn unnamed(reading: &Reading) -> Option<&Mark> {
    let speakers = || {
        let all = reading.quotes.iter().flat_map(|quote| quote.statement.marks.iter().map(move |mark| (&quote.statement, mark)));
        all.filter(|(_, mark)| matches!(mark.sense, Sense::Speaker(_)))
    };
    let is_named = |(quote, mark): (&Statement, &Mark)| {
        // "Critics of the accord": nobody by name.
        let critics = |head: usize| quote.words[head].is(Class::NAMELESS) && quote.words.get(head + 1).is_some_and(|next| is!(next, "of"));
        let head = mark.who.map(|who| quote.head(who)).filter(|head| !critics(*head));
        mark.sense != Sense::Speaker(Speech::Does) && head.is_some_and(|head| reading.names(quote, head))
    };
    let words = &reading.text.words;
    let says = |mark: &&Mark| {
        let first = &words[mark.words.start];
        // "Critics say" brings in somebody; "is presumed to" may stand for "presumably".
        let guesses = |quote: &Quote| {
            quote
                .statement
                .hedges()
                .any(|(mark, strength)| mark.words.len() == 1 && matches!(strength, Strength::Seeming | Strength::Reported))
        };
        // "Is rumoured to sell" brings in nobody, whatever the source says.
        let rumoured = is!(words[mark.words.end - 1], "rumour", "rumor");
        let tells = !first.is(Class::BE)
            || rumoured
            || speakers().next().is_some()
            || !reading.quotes.iter().any(guesses) && is_said_by_it(&reading.text, mark);
        mark.sense == Sense::Nameless && !(mark.words.len() == 1 && first.is(Class::ADVERB)) && tells
    };
    reading.text.marks.iter().find(says).filter(|_| !speakers().any(is_named))
}

/// "It is widely believed that".
fn is_said_by_it(text: &Statement, mark: &Mark) -> bool {
    // "It has been argued that".
    let helper = |at: &usize| text.words[*at].is(Class::HAVE.or(Class::ADVERB));
    let it = (0..mark.words.start).rev().find(|at| !helper(at)).is_some_and(|before| is!(text.words[before], "it"));
    // "It is feared in the village that".
    let mut behind = text.words[mark.words.end..].iter().take(5).take_while(|word| word.gap == Gap::Space);
    it && behind.any(|next| is!(next, "that"))
}

/// It is a fact that somebody said so, as long as the claim says who.
fn is_told(reading: &Reading, quote: &Statement, mark: &Mark) -> bool {
    let keeps = reading.verbatim
        || gives_word(&reading.text)
        || reading.says(|sense| matches!(sense, Sense::Speaker(_)) || sense == Sense::Hedge(Strength::Seeming));
    // It is a fact that somebody asked whether it will come.
    let clause = quote.clauses.of[mark.words.start];
    let whether = |word: &Word| is!(word, "whether");
    if whether(&quote.words[mark.words.start]) && reading.text.words.iter().any(whether) {
        return true;
    }
    let asks = |asked: &Mark| {
        asked.sense == Sense::Asked
            && asked.scope.has(clause)
            && is!(quote.words[asked.words.start], "whether", "if")
            && asked.words.start > 0
    };
    // "Did not say when the talks would resume".
    let first = quote.clauses.all[clause].first;
    let asked = is!(quote.words[first], "when", "where", "how", "what", "who", "why", "which");
    let asked = asked
        && first > 0
        && quote.words[first].gap == Gap::Space
        && quote.words[first - 1].is(Class::SPEECH.or(Class::ASKS).or(Class::FACTIVE).or(Class::DEED).or(Class::PROOF));
    if asked || quote.marks.iter().any(asks) {
        return true;
    }
    let documented =
        mark.sense == Sense::Hedge(Strength::Seeming) && mark.words.start > 0 && quote.words[mark.words.start - 1].is(Class::DOCUMENT);
    keeps && (documented || is_said(quote, mark))
}

/// A mark stands in what somebody says.
pub(super) fn is_said(text: &Statement, mark: &Mark) -> bool {
    let clause = text.clauses.of[mark.words.start];
    text.marks.iter().any(|speaker| {
        let says = matches!(speaker.sense, Sense::Speaker(Speech::Says | Speech::Does));
        let before = speaker.words.start < mark.words.start || text.clauses.of[speaker.words.start] != clause;
        says && before && speaker.scope.has(clause) && !speaker.words.contains(&mark.words.start)
    })
}

/// "The army denies it" of what nameless residents said, and the army rejects: the claim is of who is named.
fn denies_it_itself(reading: &Reading, quote: &Quote, mark: &Mark) -> bool {
    let text = &reading.text;
    let denies = |at: usize| {
        is!(text.words[at], "deny", "reject", "dismiss", "dispute", "contest", "challenge", "refute", "rebut", "contradict")
            && text.clauses.finite[at]
    };
    let who = |at: usize| text.doer(at).into_iter().any(|stem| quote.statement.stems.contains(&stem));
    let told = mark.words.clone().any(|at| reading.names(&quote.statement, at));
    !told && (0..text.words.len()).any(|at| denies(at) && who(at))
}

pub fn agentless(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim, text, reading) in claims(subject) {
        let quoted: Vec<&str> = subject.resolved.quoted(index).collect();
        let found = reading.quotes.iter().enumerate().find_map(|(at, quote)| {
            // Where the claim drops "allegedly", that is what is wrong with it.
            let drops = |mark: &Mark| {
                mark.words.len() == 1
                    && quote.statement.words[mark.words.start].is(Class::ADVERB)
                    && !reading.verbatim
                    && !reading.keeps(Sense::Hedge(Strength::Reported))
            };
            // "Are expected to fail" and "will probably fail", "is understood to weigh" and "appears to weigh": the doubt is the
            // claim's own.
            let own = |mark: &Mark| {
                let chance = |sense| matches!(sense, Sense::Hedge(strength) if strength != Strength::Expected);
                let seems = is!(quote.statement.words[mark.words.end - 1], "understand")
                    && reading.says(|sense| sense == Sense::Hedge(Strength::Seeming));
                (seems || quote.statement.words[mark.words.end - 1].is(Class::FORECAST) && reading.says(chance))
                    && !reading.says(|sense| sense == Sense::Nameless)
            };
            let answered = |mark: &Mark| denies_it_itself(reading, quote, mark);
            let is_one = |mark: &&Mark| mark.sense == Sense::Nameless && !drops(mark) && !own(mark) && !answered(mark);
            let mark = quote.statement.marks.iter().find(is_one)?;
            Some(&quoted[at][quote.statement.bytes(&mark.words)])
        });
        let Some(words) = found else {
            if let Some(mark) = unnamed(reading) {
                let range = reading.text.bytes(&mark.words);
                let message = format!("“{}” names no one", &text.value[range.clone()]);
                report.at(&claim.head.id, subject.place(text, &range), message, "say who expects or reports it, as the source does");
            }
            continue;
        };
        let span = place(subject, claim, words).or_else(|| claim.passages.first().map(|passage| passage.exact.span));
        let hint = "quote who expects or reports it; if the source does not say, accept this and say so";
        report.at(&claim.head.id, span.unwrap_or(claim.head.id.span), format!("“{words}” names no one"), hint);
    }
}
