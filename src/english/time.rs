//! Whether a clause speaks of what is over or of what is to come.

use super::class::Class;
use super::clause::Kind;
use super::statement::Statement;
use super::word::{Gap, Shape, Word, is};

/// The clause speaks of what is ahead: "by 2030", "next year", "if".
pub fn is_ahead(statement: &Statement, at: usize) -> bool {
    let sentence = statement.clauses.all[statement.clauses.of[at]].sentence;
    let own = |index: &usize| statement.clauses.all[statement.clauses.of[*index]].sentence == sentence;
    (0..statement.words.len()).filter(own).any(|index| is!(statement.words[index], "if", "next", "tomorrow", "unless", "soon"))
}

/// The clause speaks of a time that is over: "before the war", "in the 1990s", "two years ago". "Could have" is a guess at it.
pub fn is_over(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let sentence = statement.clauses.all[statement.clauses.of[at]].sentence;
    let over = |index: usize| {
        let parts = is!(words[index], "before", "until", "till", "during", "under")
            && words[index + 1..].iter().take(4).any(|word| word.is(Class::BREAK))
            && (words[index].gap == Gap::End || index > at);
        let begins = words[index].gap == Gap::End;
        // "Until the treaty was amended".
        let told = |at: usize| words[at].is(Class::PRETERITE) || words[at].is(Class::PAST) && statement.clauses.finite[at];
        let ended =
            is!(words[index], "until", "till") && (index + 1..words.len()).take(8).take_while(|at| words[*at].gap == Gap::Space).any(told);
        // "Could reopen cases that were closed in 2014": when they were closed.
        let of_thing = &statement.clauses.all[statement.clauses.of[index]];
        let year = !(of_thing.kind == Kind::Relative && of_thing.first > at)
            && is!(words[index], "in", "until", "during", "by")
            && words[index + 1..]
                .iter()
                .take(3)
                .any(|word| word.is(Class::NUMBER) && matches!(word.range.len(), 4 | 5) && word.has(Shape::PAST_YEAR));
        let then = is!(words[index], "in") && words.get(index + 1).is_some_and(|next| is!(next, "those"));
        // "Until 2022, when it was abolished".
        let abolished = is!(words[index], "until", "till")
            && words.get(index + 1).is_some_and(|next| next.is(Class::NUMBER) || next.is(Class::TIME))
            && (index + 2..words.len()).take(3).any(|when| is!(words[when], "when") && (when + 1..words.len()).take(10).any(told));
        parts
            || abolished
            || ended
            || year
            || then
            || is!(words[index], "ago", "formerly", "previously", "hitherto", "last") && (begins || !is!(words[index], "last"))
    };
    // "Was shot down before it could land".
    let row = &statement.clauses.all[statement.clauses.of[at]];
    let told = |at: usize| statement.clauses.finite[at] && words[at].is(Class::PRETERITE.or(Class::PAST));
    if is!(words[row.first], "before") && (0..row.first).any(told) && row.kind == Kind::Adverbial {
        return true;
    }
    !words.get(at + 1).is_some_and(|next| is!(next, "have"))
        && (0..words.len()).any(|index| statement.clauses.all[statement.clauses.of[index]].sentence == sentence && over(index))
}

/// "In those years the fleet would sail each spring": what was done again and again.
pub fn is_habit(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let sentence = statement.sentence_at(at);
    let past = |index: usize| {
        let next = |word: usize| words.get(word).filter(|_| sentence.contains(&word));
        is!(words[index], "in", "during", "throughout")
            && next(index + 1).is_some_and(|next| is!(next, "those", "these", "earlier"))
            && next(index + 2).is_some_and(|next| is!(next, "year", "years", "days", "months", "decades", "times", "weeks"))
    };
    let during = |index: usize| {
        let mut near = (index + 1..sentence.end).take(4);
        let season = |at: usize| words[at].is(Class::TIME.or(Class::BREAK)) || is!(words[at], "season");
        is!(words[index], "during") && near.clone().any(|near| words[near].is(Class::BREAK))
            || is!(words[index], "throughout") && near.any(season)
    };
    // "Each autumn before the levee was built, the river would drown the fields."
    let again = |index: usize| {
        is!(words[index], "each", "every") && words.get(index + 1).is_some_and(|next| next.is(Class::TIME) || is!(next, "night", "day"))
    };
    let told = |index: usize| words[index].is(Class::PRETERITE) || words[index].is(Class::PAST) && statement.clauses.finite[index];
    let young = |index: usize| {
        is!(words[index], "as") && words.get(index + 2).is_some_and(|next| is!(next, "boy", "girl", "child", "student", "man", "woman"))
    };
    let each = sentence.clone().any(young) || sentence.clone().any(again) && sentence.clone().any(told);
    let kind = statement.clauses.all[statement.clauses.of[at]].kind;
    let over = each || sentence.clone().any(|index| past(index) || during(index));
    (each || matches!(kind, Kind::Main | Kind::Relative)) && over && !is_ahead(statement, at)
}

/// "So that the talks could go ahead": what it was done for.
pub fn is_purpose(statement: &Statement, at: usize) -> bool {
    let first = statement.clauses.all[statement.clauses.of[at]].first;
    let words = &statement.words;
    let that = (first..at).rev().take(8).find(|that| is!(words[*that], "that"));
    that.and_then(|that| that.checked_sub(1)).is_some_and(|before| is!(words[before], "so", "order"))
        || at > 1 && is!(words[at - 1], "that") && is!(words[at - 2], "so")
}

/// "Could speak Tatar", "could read the map and brought the ship in": what somebody was able to do, and did.
pub fn is_skill(statement: &Statement, at: usize, verb: Option<&Word>) -> bool {
    let words = &statement.words;
    let Some(verb) = verb else { return false };
    let place = words[at..].iter().position(|word| word.range == verb.range).map_or(at, |far| at + far);
    // "Could still", "could have": a chance.
    let plain = place == at + 1 && !verb.is(Class::HAVE.or(Class::BARE)) && !is_ahead(statement, at);
    let skill = is!(
        verb,
        "speak",
        "read",
        "swim",
        "drive",
        "understand",
        "remember",
        "sing",
        "sail",
        "ride",
        "ski",
        "recognise",
        "recognize",
        "write"
    );
    let object = words.get(place + 1).filter(|next| next.gap == Gap::Space);
    let of_person = object.is_none_or(|next| !next.is(Class::PREPOSITION.or(Class::ADVERB)) || is!(next, "in"));
    plain && (skill && of_person || told_beside(statement, at))
}

/// "… and met the elders": what is told beside it was done.
pub fn told_beside(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let sentence = statement.sentence_at(at);
    let behind = |first: usize| sentence.contains(&first) && first > at && is!(words[first], "and", "but", "yet");
    statement.clauses.all.iter().filter(|row| behind(row.first)).any(|row| {
        let verb = (row.first + 1..sentence.end).find(|next| !words[*next].is(Class::ADVERB));
        verb.is_some_and(|verb| words[verb].is(Class::PAST) && statement.clauses.finite[verb] && !words[verb].is(Class::HAVE))
    })
}

/// "Was expected to win but lost": what was expected then, and what came.
pub fn came_otherwise(statement: &Statement, at: usize) -> bool {
    let be = statement.words[at.saturating_sub(2)..=at].iter().any(|word| word.is(Class::PRETERITE) && word.is(Class::BE));
    // "Was expected to take a year; it took three."
    let words = &statement.words;
    let sentence = statement.sentence_at(at);
    let then = |first: usize| sentence.contains(&first) && first > at && words[first].gap == Gap::Break && words[first].is(Class::PRONOUN);
    let took =
        |first: usize| (first..sentence.end).find(|verb| statement.clauses.finite[*verb]).is_some_and(|verb| words[verb].is(Class::PAST));
    be && (told_beside(statement, at) || statement.clauses.all.iter().any(|row| then(row.first) && took(row.first)))
}

/// "He would go on to lead the party", "the ship would never arrive": what came of it.
pub fn is_turn(statement: &Statement, at: usize) -> bool {
    let words = &statement.words;
    let next = |far: usize| words.get(at + far).filter(|next| next.gap == Gap::Space);
    let goes_on = next(1).is_some_and(|next| is!(next, "go")) && next(2).is_some_and(|next| is!(next, "on"));
    let never = next(1).is_some_and(|next| is!(next, "never"));
    let row = &statement.clauses.all[statement.clauses.of[at]];
    let said = row.kind == Kind::Complement;
    // "A tender for a line that would link them": what it is for.
    if row.kind == Kind::Relative && words[row.first].gap == Gap::Space && is!(words[row.first], "that", "which") {
        return true;
    }
    // "Would have banned it": it did not.
    let not = usize::from(next(1).is_some_and(|next| is!(next, "not")));
    let unreal =
        next(1 + not).is_some_and(|next| is!(next, "have")) && next(2 + not).is_some_and(|next| next.is(Class::PAST) || is!(next, "be"));
    unreal || next(1).is_some_and(|next| is!(next, "later")) || (goes_on || never) && !said && !is_ahead(statement, at)
}

/// "Under the rules officers are expected to stay", "in law they are presumed innocent": what a rule asks of people.
pub fn is_required(words: &[Word], at: usize) -> bool {
    let ruled = |of: usize| {
        let mut near = words[of + 1..].iter().take(4).take_while(|word| word.gap == Gap::Space);
        is!(words[of], "under", "in", "by") && near.any(is_rule)
    };
    let begins = (0..=at).rev().find(|first| words[*first].gap == Gap::End).unwrap_or(0);
    let ends = (at + 1..words.len()).find(|end| words[*end].gap == Gap::End).unwrap_or(words.len());
    is!(words[at], "expect", "presume", "deem", "suppose") && words[at].is(Class::PAST) && (begins..ends).any(ruled)
}

fn is_rule(word: &Word) -> bool {
    is!(
        word,
        "rule",
        "rules",
        "regulation",
        "regulations",
        "code",
        "order",
        "orders",
        "guidelines",
        "law",
        "statute",
        "bylaws",
        "constitution",
        "doctrine",
        "instructions"
    )
}
