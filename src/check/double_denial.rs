//! Denials of a quote that a claim need not keep: two of them, a denial with an end, one that the claim says by another word.

use super::denied::until_then;
use crate::english::class::Class;
use crate::english::opposite::are_alike;
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Mark, Sense, Statement, Strength};

/// "No longer in control": it has lost it.
fn is_lost(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let ended = |word: &Word| {
        is!(word, "lose", "end", "leave", "quit", "cease", "stop", "drop", "abandon", "relinquish", "former", "lapse", "expire")
    };
    mark.words.clone().any(|at| is!(quote.words[at], "longer")) && claim.words.iter().any(ended)
}

/// "Bars neither party": it bars none.
fn is_twice(quote: &Statement, mark: &Mark) -> bool {
    let before = mark.words.start.checked_sub(1).filter(|_| quote.words[mark.words.start].gap == Gap::Space);
    let bars =
        |verb: &Word| is!(verb, "bar", "ban", "prohibit", "forbid", "exclude", "prevent", "block", "refuse", "deny", "reject", "lack");
    is!(quote.words[mark.words.start], "neither", "no", "none", "nobody", "nothing")
        && before.is_some_and(|before| bars(&quote.words[before]))
}

/// "Fell short of last year's figure": it was lower.
fn is_lower(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let less = |word: &Word| is!(word, "lower", "below", "under", "less", "fewer", "smaller", "undershoot", "miss", "than");
    is!(quote.words[mark.words.start], "fall") && mark.words.len() > 2 && claim.words.iter().any(less)
}

/// "Nowhere harder than in Orn": hardest there.
fn is_hardest(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let than = (mark.words.end..quote.sentence_at(mark.words.start).end).any(|at| is!(quote.words[at], "than"));
    than && claim.words.iter().any(is_highest)
}

fn is_highest(word: &Word) -> bool {
    is!(
        word,
        "most",
        "best",
        "least",
        "highest",
        "lowest",
        "largest",
        "biggest",
        "greatest",
        "strongest",
        "longest",
        "oldest",
        "weakest",
        "shortest",
        "smallest"
    )
}

/// "Not one of the posts lacked a doctor": all had one.
fn lacks_none(quote: &Statement, mark: &Mark) -> bool {
    let clause = quote.clauses.of[mark.words.start];
    let own = |at: &usize| quote.clauses.of[*at] == clause && quote.clauses.finite[*at];
    let lacks = |at: usize| is!(quote.words[at], "lack", "fail", "miss", "decline", "refuse") && quote.words[at].is(Class::VERB);
    let none = |at: usize| {
        let one = quote.words.get(at + 1).is_some_and(|next| is!(next, "one", "single"));
        is!(quote.words[at], "no", "none", "nobody", "neither", "nor") || is!(quote.words[at], "not") && one
    };
    let subject = quote.sentence_at(mark.words.start).start..mark.words.start;
    // The verb is undone with its subject.
    lacks(mark.words.start) && subject.into_iter().any(|at| quote.clauses.of[at] == clause && none(at))
        || (none(mark.words.start) || mark.words.len() > 2 && mark.words.clone().any(none))
            && (mark.words.end..quote.words.len()).filter(own).any(lacks)
}

/// "Unlikely to have come without their knowledge": they probably knew of it.
fn is_low_of_denied(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let low = |strength: Strength| matches!(strength, Strength::Remote | Strength::VeryUnlikely | Strength::Unlikely);
    let clause = quote.clauses.of[mark.words.start];
    let over = quote.hedges().any(|(other, strength)| {
        low(strength) && other.words.end <= mark.words.start && (other.scope.has(clause) || other.scope.meets(mark.scope))
    });
    let high = |strength: Strength| matches!(strength, Strength::Likely | Strength::VeryLikely | Strength::AlmostCertain);
    over && claim.hedges().any(|(_, strength)| high(strength)) && !claim.hedges().any(|(_, strength)| low(strength))
}

/// "Nobody came in without a permit", "cannot sail without fuel": all who came in had one, it needs some.
fn needs(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let sentence = quote.sentence_at(mark.words.start);
    let without = |other: &Mark| is!(quote.words[other.words.start], "without", "unless");
    let denies = |other: &Mark| {
        other.sense == Sense::Denial
            && is!(
                quote.words[other.words.start],
                "nobody",
                "none",
                "no",
                "never",
                "not",
                "nothing",
                "neither",
                "cannot",
                "can't",
                "hardly"
            )
    };
    let own = |other: &&Mark| sentence.contains(&other.words.start);
    let first = quote.marks.iter().filter(own).find(|other| denies(other));
    let second = quote.marks.iter().filter(own).find(|other| without(other));
    let plain = |first: &Mark, second: &Mark| {
        let between = first.words.end..second.words.start;
        !between.is_empty() && between.into_iter().all(|at| matches!(quote.words[at].gap, Gap::Space | Gap::Quote))
    };
    let paired =
        first.zip(second).is_some_and(|(first, second)| plain(first, second) && (first.words == mark.words || second.words == mark.words));
    let all = |word: &Word| {
        is!(
            word,
            "every",
            "everyone",
            "everybody",
            "everything",
            "all",
            "each",
            "always",
            "only",
            "need",
            "require",
            "must",
            "depend",
            "rely"
        ) || is!(word, "necessary", "essential", "invariably", "whoever", "indispensable")
    };
    paired && claim.words.iter().any(all)
}

/// "Not until May did it stop": it went on until then.
fn went_on_until(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let late = (quote.sentence_at(mark.words.start).start + 1..mark.words.start)
        .any(|at| is!(quote.words[at - 1], "not", "only") && is!(quote.words[at], "until", "when", "after", "once"));
    let on = |text: &Statement, at: usize| {
        is!(text.words[at], "continue", "keep", "still") || is!(text.words[at], "on") && at > 0 && is!(text.words[at - 1], "go", "carry")
    };
    let until = claim.words.iter().any(|word| is!(word, "until", "till"));
    is!(quote.words[mark.words.start], "stop", "cease", "quit") && late && until && (0..claim.words.len()).any(|at| on(claim, at))
}

/// "None was below 80%": all were at 80% or above.
fn is_at_least(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let rest = mark.words.end..quote.sentence_at(mark.words.start).end;
    let below = rest.into_iter().any(|at| is!(quote.words[at], "below", "under", "less", "fewer", "lower"));
    let above = |word: &Word| is!(word, "more", "above", "over", "least", "upwards", "higher", "exceed");
    below && claim.words.iter().any(above)
}

/// "No officer who has not served": all have.
fn are_all(quote: &Statement, claim: &Statement) -> bool {
    let no = quote.words.iter().position(|word| is!(word, "no", "none", "nobody", "nothing", "not", "hardly", "few"));
    let both = no.is_some_and(|no| {
        let sentence = quote.sentence_at(no);
        let relative = (no + 1..sentence.end).find(|at| is!(quote.words[*at], "who", "which", "that"));
        relative.is_some_and(|relative| (relative + 1..sentence.end).take(4).any(|at| is!(quote.words[at], "not", "never", "fail", "lack")))
    });
    both && claim.words.iter().any(|word| is!(word, "every", "everyone", "everybody", "all", "each", "everything"))
}

/// "It is wrong to say that it lacks them": it has them.
fn is_called_wrong(quote: &Statement, mark: &Mark) -> bool {
    let sentence = quote.sentence_at(mark.words.start);
    let wrong = |at: usize| is!(quote.words[at], "wrong", "mistaken", "untrue", "false", "mistake", "incorrect");
    let denies =
        |at: usize| quote.words[at].is(Class::LACK) && quote.words[at].is(Class::VERB) || is!(quote.words[at], "no", "not", "never");
    if mark.words.clone().any(wrong) && (mark.words.end..sentence.end).any(denies) {
        return true;
    }
    (sentence.start..mark.words.start).any(|at| {
        is!(quote.words[at], "wrong", "mistaken", "untrue", "false", "mistake", "incorrect", "misleading")
            && (at + 1..mark.words.start).take(5).any(|at| is!(quote.words[at], "that", "say", "think", "suggest", "claim"))
    })
}

/// "Barely a third": of so many it says about how many.
fn is_counted(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    is!(quote.words[mark.words.start], "hardly", "barely", "scarcely")
        && quote.words.get(mark.words.end).is_some_and(|next| next.is(Class::NUMBER))
        && claim.words.iter().any(|word| word.is(Class::NUMBER))
}

/// "Not unusual", "no objection", "not until": two denials, of which the claim needs neither. It may not keep the one alone.
pub(super) fn is_undone(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let next = mark.words.end..quote.words.len().min(mark.words.end + 3);
    // "Refused to lift the block" and "unblocked".
    let done = |at: usize| {
        claim.words.iter().any(|word| are_alike(&quote.words[at].entry, &word.entry) && word.entry.lemma != quote.words[at].entry.lemma)
    };
    if next.clone().any(done) {
        return false;
    }
    let mut near = next.take_while(|at| matches!(quote.words[*at].gap, Gap::Space | Gap::Quote));
    let negative = |at: &usize| {
        let word = &quote.words[*at];
        let lacks = (word.is(Class::LACK) || word.has(Shape::NEGATIVE)) && !word.is(Class::PREPOSITION);
        let kept = claim.words.iter().any(|other| other.entry.lemma == word.entry.lemma);
        lacks && !is!(word, "only", "yet", "still", "open", "late", "end") || is!(word, "without", "against") && !kept
    };
    if is_low_of_denied(quote, mark, claim)
        || needs(quote, mark, claim)
        || lacks_none(quote, mark)
        || is_lost(quote, mark, claim)
        || is_counted(quote, mark, claim)
        || is_twice(quote, mark)
        || is_at_least(quote, mark, claim)
        || are_all(quote, claim)
        || is_called_wrong(quote, mark)
        || is_lower(quote, mark, claim)
        || went_on_until(quote, mark, claim)
    {
        return true;
    }
    // The second of the two is undone with the first.
    let first =
        |other: &Mark| other.sense == Sense::Denial && (other.words.end == mark.words.start || other.words.end + 1 == mark.words.start);
    if quote.marks.iter().any(first) && quote.words[mark.words.start].gap == Gap::Space {
        return is!(quote.words[mark.words.start], "without", "stop", "cease", "fail", "lack", "unable", "deny", "refuse", "never");
    }
    // "Without the loan it could not have survived."
    let but_for = quote
        .marks
        .iter()
        .any(|other| other.sense == Sense::Condition && other.words.clone().any(|at| is!(quote.words[at], "without", "unless", "absent")));
    if but_for {
        return true;
    }
    // "Only one did not": the others did.
    let own = quote.clauses.of[mark.words.start];
    let rest_did =
        (quote.sentence_at(mark.words.start).start..mark.words.start).any(|at| is!(quote.words[at], "only") && quote.clauses.of[at] == own);
    rest_did
        || is_hardest(quote, mark, claim)
        || says_besides(quote, mark, claim)
        || near.find(negative).is_some_and(|at| quote.stems[at] == 0 || !claim.stems.contains(&quote.stems[at]))
}

/// "Not until May", "not full since 2011", "far from calling it off", "did not speak against it": what the claim may say without a
/// denial, or does not speak of.
fn says_besides(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let rest = quote.sentence_at(mark.words.start);
    // "Not until May" and "not before May" are "once it was May"; "not before May" is not "before May".
    let until = (mark.words.end..rest.end).any(|at| is!(quote.words[at], "until", "till", "before"))
        && claim.words.iter().any(|word| is!(word, "when", "once", "after", "only", "following"));
    let until = until || until_then(quote, mark, claim);
    // "Not full since 2011": it was last full then.
    let since = (mark.words.end..rest.end).any(|at| is!(quote.words[at], "since"))
        && claim.words.iter().any(|word| is!(word, "last", "latest", "recent", "previous"));
    // "Far from calling it off", "without waiting": what the claim does not speak of.
    let last = mark.words.end - 1;
    let apart = is!(quote.words[last], "from", "without")
        && quote.words.get(mark.words.end).is_some_and(|next| next.is(Class::GERUND))
        && !claim.stems.contains(&quote.stems[mark.words.end]);
    let against = (mark.words.end..rest.end).any(|at| is!(quote.words[at], "against", "objection", "objections"))
        && !claim.words.iter().any(|word| is!(word, "against", "objection", "objections"));
    until || since || against || apart
}
