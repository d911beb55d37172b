//! Whether what a text tells of came or did not, by the word that stands over it: "managed to sink it", "came close to taking it",
//! "declined to exempt them", and a claim that tells the same deed otherwise.

use super::hindered::hinders;
use crate::english::class::Class;
use crate::english::one_deed::name_one_deed;
use crate::english::word::{Gap, Word, is};
use crate::english::{Mark, Sense, Statement};

/// What a word says of the deed that stands under it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    Came,
    Not,
    /// A plan, a wish, a call: it may come or not.
    Open,
}

struct Fate {
    /// The word for the deed.
    deed: usize,
    /// The word that says what became of it.
    by: usize,
    came: bool,
    /// It is told by a word over it, or denied.
    worded: bool,
}

/// The word of a quote that says what became of a deed, and the place where the claim says the contrary of it.
pub(super) fn turns_fate(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    // "Only three met it" and "seven failed to meet it" are one.
    let counts =
        |text: &Statement| text.words.iter().any(|word| is!(word, "only", "alone", "except", "none", "neither", "nobody", "until", "till"));
    // "Two went unregistered".
    let undone = |one: &Statement, two: &Statement| one.undone.iter().any(|stem| *stem != 0 && two.stems.contains(stem));
    if counts(quote) || counts(claim) || undone(quote, claim) || undone(claim, quote) {
        return None;
    }
    let (theirs, ours) = (fates(quote), fates(claim));
    ours.iter().find_map(|one| {
        let of_it = || theirs.iter().filter(|two| is_one(quote, two, claim, one));
        let again = ours.iter().any(|other| other.came != one.came && is_one(claim, other, claim, one));
        if again || of_it().any(|two| two.came == one.came) {
            return None;
        }
        let turned = of_it().find(|two| (one.worded || two.worded) && is_told_of_one(quote, two, claim, one))?;
        Some((turned.by, one.deed))
    })
}

fn is_one(quote: &Statement, two: &Fate, claim: &Statement, one: &Fate) -> bool {
    let (a, b) = (&quote.words[two.deed].entry, &claim.words[one.deed].entry);
    quote.stems[two.deed] == claim.stems[one.deed] || name_one_deed(a.lemma, b.lemma)
}

/// The two deeds have the same words beside them.
fn is_told_of_one(quote: &Statement, two: &Fate, claim: &Statement, one: &Fate) -> bool {
    let own = |text: &Statement, fate: &Fate| -> Vec<u64> {
        let sentence = text.sentence_at(fate.deed);
        let mut stems: Vec<u64> =
            sentence.filter(|at| *at != fate.deed && *at != fate.by).map(|at| text.stems[at]).filter(|stem| *stem != 0).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let (theirs, ours) = (own(quote, two), own(claim, one));
    let shared = ours.iter().filter(|stem| theirs.contains(stem)).count();
    // What it is done to, or who does it, stands close by.
    let near = |text: &Statement, at: usize| -> Vec<u64> {
        let from = (at.saturating_sub(6)..at).rev().take_while(|at| text.words[at + 1].gap == Gap::Space).last().unwrap_or(at);
        let to = (at + 1..text.words.len()).take(6).take_while(|at| text.words[*at].gap == Gap::Space).last().unwrap_or(at);
        (from..=to).filter(|other| *other != at).map(|at| text.stems[at]).filter(|stem| *stem != 0).collect()
    };
    let (left, right) = (near(quote, two.deed), near(claim, one.deed));
    let close = right.iter().any(|stem| left.contains(stem));
    let same = quote.stems[two.deed] == claim.stems[one.deed];
    close && (same && shared > 0 || shared * 2 >= ours.len() && shared > 1)
}

fn fates(text: &Statement) -> Vec<Fate> {
    let deed = |at: &usize| text.stems[*at] != 0 && text.words[*at].is(Class::VERB.or(Class::PAST)) && !is_over(text, *at);
    (0..text.words.len())
        .filter(deed)
        .filter_map(|at| {
            let (came, by) = came(text, at, 0)?;
            Some(Fate { deed: at, by, came, worded: by != at })
        })
        .collect()
}

/// The word itself says what becomes of another.
fn is_over(text: &Statement, at: usize) -> bool {
    matches!(to_do(&text.words[at]), Some(Over::Came | Over::Not))
        && text.words.get(at + 1).is_some_and(|next| is!(next, "to", "in", "from"))
}

/// Whether a deed came, and by which word it is told; `None` where that is open.
fn came(text: &Statement, at: usize, depth: usize) -> Option<(bool, usize)> {
    if depth > 3 {
        return None;
    }
    if let Some((word, over)) = governor(text, at) {
        if over == Over::Open {
            return sealed(text, word);
        }
        let (told, _) = came(text, word, depth + 1).or_else(|| stands(text, word))?;
        return match over {
            Over::Not => Some((!told, word)),
            _ => Some((told, word)),
        };
    }
    let infinitive = at > 0 && is!(text.words[at - 1], "to") && !text.clauses.finite[at];
    if infinitive || is_open(text, at) {
        return None;
    }
    let denied = is_denied(text, at)?;
    let before = at.checked_sub(1).map(|before| &text.words[before])?;
    // "Asked that it be sunk": it may not have been.
    let bare = before.is(Class::BARE) && !(at > 1 && text.words[at - 2].is(Class::HAVE.or(Class::BE).or(Class::ADVERB)));
    let helped = before.is(Class::BE.or(Class::HAVE)) && !bare
        || before.is(Class::ADVERB) && at > 1 && text.words[at - 2].is(Class::BE.or(Class::HAVE));
    let past = text.words[at].is(Class::PAST) && (text.clauses.finite[at] || helped || text.had_done(at).is_some());
    let nearly = (at.saturating_sub(2)..at).any(|at| is!(text.words[at], "almost", "nearly", "but", "narrowly", "practically"));
    let bare = denied && text.words[at].is(Class::BASE) && (before.is(Class::MODAL.or(Class::DO)) || is!(before, "not"));
    ((past || bare) && !nearly).then_some((!denied, at))
}

/// "Did not manage": whether it is denied; `None` where what is denied is not said right before it.
fn is_denied(text: &Statement, at: usize) -> Option<bool> {
    let clause = text.clauses.of[at];
    let over = |mark: &&Mark| {
        // "Without an inspection" is said of how it was done.
        let apart = is!(text.words[mark.words.start], "without");
        mark.sense == Sense::Denial && !apart && !mark.words.contains(&at) && mark.scope.has(clause)
    };
    let mut marks = text.marks.iter().filter(over).peekable();
    if marks.peek().is_none() {
        return Some(false);
    }
    let direct = |mark: &Mark| {
        let near = mark.words.end <= at && mark.words.end + 3 > at && is!(text.words[mark.words.start], "not", "never", "cannot");
        near && (mark.words.end..at).all(|at| text.words[at].is(Class::ADVERB.or(Class::BE).or(Class::HAVE).or(Class::DO).or(Class::MODAL)))
    };
    marks.all(direct).then_some(true)
}

/// Something over it leaves it open.
fn is_open(text: &Statement, at: usize) -> bool {
    let open = |mark: &Mark| {
        matches!(mark.sense, Sense::Hedge(_) | Sense::Plan | Sense::Condition | Sense::Asked | Sense::Ability | Sense::Future)
    };
    // "Would have been lost".
    let unreal =
        (at.saturating_sub(4)..at).any(|modal| is!(text.words[modal], "would", "could", "might") && is!(text.words[modal + 1], "have"));
    unreal || text.marks.iter().any(|mark| open(mark) && mark.scope.has(text.clauses.of[at]) && !mark.words.contains(&at))
}

/// Of a word that is no verb of a clause, as "unable", whether it holds.
fn stands(text: &Statement, at: usize) -> Option<(bool, usize)> {
    let told = text.words[at].is(Class::PAST.or(Class::THIRD).or(Class::GERUND)) || !text.words[at].is(Class::VERB);
    let infinitive = at > 0 && is!(text.words[at - 1], "to");
    let denied = is_denied(text, at)?;
    (told && !infinitive && !is_open(text, at)).then_some((!denied, at))
}

/// The word over a deed, and what it says of it.
fn governor(text: &Statement, at: usize) -> Option<(usize, Over)> {
    let before = (0..at)
        .rev()
        .find(|before| !text.words[*before].is(Class::ADVERB) || is!(text.words[*before], "not"))
        .filter(|_| text.words[at].gap == Gap::Space)?;
    let word = &text.words[before];
    let passive = word.is(Class::BE) && word.is(Class::GERUND.or(Class::BARE));
    // "To be sunk", "from being sunk".
    let (at, before) = if passive && before > 0 { (before, before - 1) } else { (at, before) };
    let word = &text.words[before];
    let near = || (before.saturating_sub(9)..before).rev().take_while(|at| matches!(text.words[at + 1].gap, Gap::Space | Gap::Quote));
    let is_gerund = text.words[at].is(Class::GERUND) || passive && at == before + 1 && is!(text.words[at], "be") && !is!(word, "to");
    if is!(word, "to") && !is_gerund {
        return near().find_map(|at| Some((at, to_do(&text.words[at])?))).filter(|(at, _)| reaches(text, *at, before));
    }
    if is!(word, "from") && is_gerund {
        return near().find(|at| keeps_from(&text.words[*at])).map(|at| (at, Over::Not));
    }
    if is_gerund {
        return doing(text, before);
    }
    // "Let the tanker pass".
    let made = near().take(7).find(|at| is!(text.words[*at], "let", "make", "help"));
    let named = text.words[at].is(Class::BASE)
        && !text.clauses.finite[at]
        && !word.is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::MODAL).or(Class::DO));
    let verb = |at: usize| text.words[at].is(Class::VERB) && text.words[at].is(Class::PAST.or(Class::THIRD));
    made.filter(|made| named && *made + 1 < at && verb(*made) && !(made + 1..at).any(|at| text.clauses.finite[at]))
        .map(|made| (made, Over::Came))
}

/// Between a word and the "to" that it governs stands no other verb.
fn reaches(text: &Statement, word: usize, to: usize) -> bool {
    !(word + 1..to)
        .any(|at| text.clauses.finite[at] || text.words[at].is(Class::PREPOSITION) && !is!(text.words[at], "of", "by", "from", "with"))
}

/// What a word says of the infinitive behind it.
fn to_do(word: &Word) -> Option<Over> {
    if is!(
        word, "manage", "contrive", "proceed", "dare", "bother", "deign", "hasten", "rush", "help", "force", "compel", "coerce", "lead",
        "prompt", "induce", "persuade", "convince", "continue", "begin", "start", "get", "happen"
    ) {
        return Some(Over::Came);
    }
    if is!(
        word,
        "fail",
        "refuse",
        "decline",
        "forget",
        "neglect",
        "omit",
        "unable",
        "powerless",
        "failure",
        "refusal",
        "inability",
        "forbid",
        "prohibit",
        "unwilling",
        "disdain",
        "forbear"
    ) {
        return Some(Over::Not);
    }
    let open = word.is(Class::VERB) && !word.is(Class::BE.or(Class::HAVE))
        || is!(
            word, "bid", "attempt", "plan", "effort", "efforts", "call", "request", "order", "demand", "appeal", "offer", "threat",
            "pledge", "promise", "vow", "proposal", "push", "move", "decision", "able", "chance", "right"
        );
    open.then_some(Over::Open)
}

/// Who abstains keeps himself from it.
fn keeps_from(word: &Word) -> bool {
    hinders(word) || is!(word, "refrain", "abstain", "desist", "exclude", "save")
}

/// What stands before a word in -ing, and what it says of that.
fn doing(text: &Statement, before: usize) -> Option<(usize, Over)> {
    let word = &text.words[before];
    let earlier = |far: usize| before.checked_sub(far).map(|at| &text.words[at]);
    let is_of = |far: usize, form: &dyn Fn(&Word) -> bool| earlier(far).is_some_and(form);
    let near = (before.saturating_sub(6)..before).rev().take_while(|at| text.words[at + 1].gap == Gap::Space);
    let verb = |form: fn(&Word) -> bool| near.clone().find(|at| form(&text.words[*at]));
    if is!(word, "avoid", "escape", "resist", "evade", "forgo", "dodge") && word.is(Class::VERB) {
        return Some((before, Over::Not));
    }
    if is!(word, "of") && is_of(1, &|word| is!(word, "short")) {
        return Some((verb(|word| is!(word, "stop", "fall", "come")).unwrap_or(before - 1), Over::Not));
    }
    if is!(word, "to", "of") && is_of(1, &|word| is!(word, "close", "near", "nearer", "closest")) {
        return verb(|word| is!(word, "come", "go", "get", "be")).map(|at| (at, Over::Not));
    }
    if is!(word, "of") && is_of(1, &|word| is!(word, "verge", "brink", "point", "edge")) {
        return Some((before - 1, Over::Not));
    }
    if is!(word, "of") {
        // "Came within two votes of falling", "was talked out of leaving", "was cleared of looting".
        if let Some(within) = verb(|word| is!(word, "within")) {
            let come = within.checked_sub(1).filter(|at| is!(text.words[*at], "come", "get"))?;
            return Some((come, Over::Not));
        }
        return verb(|word| is!(word, "clear", "acquit"))
            .map(|at| (at, Over::Not))
            .or_else(|| verb(|word| is!(word, "convict", "guilty")).map(|at| (at, Over::Came)));
    }
    if is!(word, "in") {
        return verb(|word| is!(word, "succeed", "persist")).map(|at| (at, Over::Came));
    }
    None
}

/// What becomes of a plan, a call, an order: "abandoned its bid to", "complied with a request to".
fn sealed(text: &Statement, noun: usize) -> Option<(bool, usize)> {
    if text.words[noun].is(Class::PAST.or(Class::THIRD).or(Class::GERUND)) {
        return None;
    }
    let near = (noun.saturating_sub(8)..noun).rev().take_while(|at| matches!(text.words[at + 1].gap, Gap::Space | Gap::Quote));
    let verb = near.into_iter().find(|at| text.words[*at].is(Class::VERB) && !text.words[*at].has(crate::english::word::Shape::OWNS))?;
    let word = &text.words[verb];
    let kept = is!(word, "comply", "heed", "obey", "honour", "honor", "fulfil", "fulfill", "satisfy", "implement", "execute");
    let dropped = is!(
        word,
        "abandon",
        "drop",
        "thwart",
        "foil",
        "frustrate",
        "scrap",
        "cancel",
        "shelve",
        "reject",
        "ignore",
        "defy",
        "resist",
        "refuse",
        "rebuff",
        "dismiss",
        "block",
        "flout",
        "disregard",
        "disobey",
        "spurn",
        "stymie",
        "abort",
        "forestall",
        "defeat",
        "withdraw"
    );
    let (told, _) = came(text, verb, 2)?;
    (kept || dropped).then_some((told == kept, verb))
}
