//! Verbs that say something in one use and do something in another: "called the raid a mistake", "called off the sale".

use super::class::{Class, REPORTS};
use super::clause::Kind;
use super::statement::{Scope, Statement};
use super::word::{Gap, Shape, Word, is};
use std::ops::Range;

/// Somebody, and no paper: "participants", "the ministers", "he".
#[must_use]
pub fn is_person(word: &Word) -> bool {
    let pronoun = word.is(Class::SELF) && !is!(word, "it");
    let named = word.has(Shape::PERSON) || word.is(Class::BODY) || is!(word, "participants", "officials", "diplomats", "residents");
    !word.is(Class::DOCUMENT.or(Class::LAW)) && (pronoun || named)
}

/// "Insists on a corridor": it is asked for, and nothing is said to be so.
#[must_use]
pub fn is_demand(words: &[Word], at: usize) -> bool {
    let dated = words.get(at + 2).is_some_and(|day| day.is(Class::NUMBER.or(Class::TIME)));
    is!(words[at], "insist") && words.get(at + 1).is_some_and(|next| is!(next, "on", "upon") && next.gap == Gap::Space) && !dated
}

/// What a verb tells: its sentence, and of "which the ministry puts at 3 billion" that alone.
#[must_use]
pub fn told_in(statement: &Statement, at: usize) -> Scope {
    let row = &statement.clauses.all[statement.clauses.of[at]];
    let aside = row.kind == Kind::Relative && is!(statement.words[row.first], "which", "whose", "whom");
    if aside { statement.governed(at..at + 1) } else { statement.sentence_of(at) }
}

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
        // "Considers the peg to the dollar unsustainable".
        let last = object.clone().last().is_some_and(|word| word.is(Class::LACK) || word.has(Shape::NEGATIVE));
        let near = object.clone().take_while(|word| !word.is(Class::PREPOSITION)).any(says);
        return (near || last) && !words.get(at + 1).is_some_and(article);
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
        "concede",
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

/// "According to population", "according to their holdings", "according to plan": by what something is shared out or done; and
/// "the fall in remittances may account for it", which is a verb.
pub fn is_no_source(words: &[Word], phrase: &Range<usize>) -> bool {
    // "Dearer in summer on account of": two phrases.
    let inner = phrase.start + 1..phrase.end.saturating_sub(1);
    if is!(words[phrase.start], "in", "by", "on") && words[inner].iter().any(|word| is!(word, "in", "on", "at", "by", "to", "from", "with"))
    {
        return true;
    }
    if is!(words[phrase.end - 1], "account") && words.get(phrase.end).is_some_and(|next| is!(next, "for")) {
        return true;
    }
    // "Rely on satellite estimates".
    let before = phrase.start.checked_sub(1).filter(|_| words[phrase.start].gap == Gap::Space).map(|before| &words[before]);
    let relies = |before: &Word| is!(before, "rely", "depend", "draw", "count", "build", "work", "comment", "agree");
    if is!(words[phrase.start], "on") && before.is_some_and(relies) {
        return true;
    }
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

/// "On the fund's estimate", "by his own account".
#[must_use]
pub fn is_owned(words: &[Word], at: usize) -> bool {
    let from = at.saturating_sub(2);
    words[at].gap == Gap::Space
        && words[from..at].iter().any(|word| word.has(Shape::OWNS) || word.is(Class::POSSESSIVE) && !is!(word, "our") && !is!(word, "my"))
}

/// "Corrected its report", "repeated its warning", "whose report is due", "the report ran to 40 pages": something is done with it, or it
/// does something itself.
#[must_use]
pub fn is_handled(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let near = (at.saturating_sub(5)..at).rev().take_while(|before| words[before + 1].gap == Gap::Space);
    let first = near.into_iter().find(|before| words[*before].is(Class::PREPOSITION) || statement.clauses.finite[*before]);
    // "Nine proposals in its report", and not "in its report, it found".
    let named = first.is_some_and(|prep| {
        let place = is!(words[prep], "in", "of", "to", "with", "for", "about", "from");
        words[prep].is(Class::PREPOSITION) && place && words[prep].gap == Gap::Space
    });
    let done = first.is_some_and(|verb| {
        let says =
            words[verb].is(Class::BE.or(Class::HAVE).or(Class::MODAL).or(REPORTS)) && !is!(words[verb], "repeat", "reiterate", "state");
        !words[verb].is(Class::PREPOSITION) && !says
    });
    let whose = (at.saturating_sub(3)..at).any(|before| is!(words[before], "whose"));
    let next = at + 1;
    let does = first.is_none()
        && words.get(next).is_some_and(|verb| {
            verb.gap == Gap::Space && statement.clauses.finite[next] && !verb.is(Class::BE.or(Class::HAVE).or(Class::MODAL).or(REPORTS))
        });
    done || whose || does || named
}

/// Who praises or faults something has an opinion of it.
#[must_use]
pub fn is_opinion(statement: &Statement, at: usize) -> bool {
    let verb = &statement.words[at];
    statement.clauses.finite[at]
        && is!(
            verb,
            "fault",
            "criticise",
            "criticize",
            "praise",
            "hail",
            "laud",
            "condemn",
            "denounce",
            "applaud",
            "decry",
            "deride",
            "lambast",
            "castigate",
            "assail",
            "ridicule",
            "question",
            "see",
            "view",
            "regard",
            "dismiss",
            "credit"
        )
}

/// "It is contended that", "it has been argued that".
#[must_use]
pub fn is_said_of_it(words: &[Word], at: usize) -> bool {
    let helps = |before: &usize| !words[*before].is(Class::BE.or(Class::HAVE).or(Class::ADVERB));
    let it = (at.saturating_sub(5)..at).rev().find(helps).is_some_and(|it| is!(words[it], "it"));
    it && at > 0 && words[at - 1].is(Class::BE.or(Class::ADVERB)) && words.get(at + 1).is_some_and(|that| is!(that, "that"))
}

/// "Is held that", "is held to be": an opinion, and no meeting.
#[must_use]
pub fn held(words: &[Word], at: usize) -> bool {
    let next = |far: usize| words.get(at + far);
    // "Is widely held to owe it".
    let widely = at.checked_sub(1).is_some_and(|before| is!(words[before], "widely", "generally", "commonly"));
    widely
        || next(1).is_some_and(|that| is!(that, "that"))
        || next(1).is_some_and(|to| is!(to, "to")) && next(2).is_some_and(|be| be.is(Class::BE.or(Class::HAVE)))
}

impl Statement {
    /// "…, Iran claims", "…, said the clerk": a verb behind what is said, and not one whose object follows, as in "the report,
    /// written in May, | says that".
    #[must_use]
    pub fn is_put_behind(&self, verb: usize) -> bool {
        let next = self.words.get(verb + 1).filter(|next| next.gap == Gap::Space);
        if self.words[verb].gap == Gap::Space {
            return next.is_none_or(|next| next.is(Class::PREPOSITION.or(Class::TIME).or(Class::ADVERB)));
        }
        let inverted = is!(self.words[verb], "say", "add", "write", "report", "warn", "claim", "insist", "argue");
        // "An aide, speaking in the lobby, said the whip had lied."
        let told = (self.sentence_at(verb).start..verb).any(|at| self.clauses.finite[at] || self.words[at].has(Shape::QUOTED));
        inverted && told && next.is_some_and(|next| !is!(next, "that"))
    }
}
