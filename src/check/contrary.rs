//! What a claim says the other way about: who did it to whom, what came first, what is more than what, up and down.

use super::Subject;
use super::averted::{absent, averted};
use super::degree::{turns_degree, turns_extent};
use super::denied::{clears, takes_denied};
use super::excepted::{turns_condition, turns_exception, turns_limit, turns_main, turns_unreal};
use super::fate::turns_fate;
use super::hindered::{finds_out, is_cut_short, is_kept_from};
use super::reading::Reading;
use super::undone::{awaits, instead, nearly, only_meant};
use crate::english::class::Class;
use crate::english::clause::Kind;
use crate::english::compare::{Compared, rises};
use crate::english::opposite::{are_alike, are_opposites};
use crate::english::pairs::Of;
use crate::english::word::{Gap, is};
use crate::english::{Sense, Statement};
use crate::text::digits::has_negative;

/// A word of a quote, and the place of the word of the claim that says it the other way about.
pub(super) fn contrary<'a>(subject: &'a Subject<'_>, index: usize, reading: &Reading) -> Option<(&'a str, usize)> {
    reading.quotes.iter().zip(subject.resolved.quoted(index)).find_map(|(quote, said)| {
        let (one, other) = (&quote.statement, &reading.text);
        let turned = match one.compared(other) {
            Some(Compared::Turned(at, place)) => Some((at, place)),
            Some(Compared::Same) => None,
            None => one
                .swaps_roles(other)
                .or_else(|| one.reordered(other))
                .or_else(|| turns_figure(one, other).filter(|_| !has_negative(said)))
                .or_else(|| turns_degree(one, other))
                .or_else(|| exchanges(one, other))
                .or_else(|| came_to_nothing(one, other))
                .or_else(|| decides_otherwise(one, other))
                .or_else(|| takes_sides(one, other))
                .or_else(|| is_out_of(one, other))
                .or_else(|| convicts(one, other))
                .or_else(|| is_in_force(one, other))
                .or_else(|| KEPT_BACK.iter().find_map(|way| way(one, other)))
                .or_else(|| takes_denied(one, other))
                .or_else(|| TURNED.iter().find_map(|way| way(one, other))),
        };
        turned.map(|(at, place)| (&said[one.words[at].range.clone()], place))
    })
}

/// A word of a text, and the place of the word of a claim that says otherwise.
type Way = fn(&Statement, &Statement) -> Option<(usize, usize)>;

/// The ways in which a text says that something did not come which a claim says came.
const KEPT_BACK: [Way; 8] = [instead, awaits, nearly, only_meant, is_kept_from, is_cut_short, finds_out, averted];

/// The ways in which a claim says of one thing what its quote says of the others, or much of what it says little.
const TURNED: [Way; 7] = [turns_fate, turns_extent, turns_exception, turns_unreal, turns_main, turns_condition, turns_limit];

/// A word of a sentence that keeps from coming what the claim says came.
pub(super) fn kept_back(sentence: &Statement, claim: &Statement) -> Option<usize> {
    KEPT_BACK.iter().chain(&[absent as Way]).find_map(|way| way(sentence, claim)).map(|(at, _)| at)
}

/// The claim compares what its quote compares, and rightly: "slower than wages" of what wages are faster than.
pub(super) fn compares(reading: &Reading) -> bool {
    reading.quotes.iter().any(|quote| quote.statement.compared(&reading.text) == Some(Compared::Same))
}

/// "Rose in the north and fell in the south" of what fell in the north and rose in the south.
fn exchanges(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    // What stands with a word in its clause: before it, and behind it.
    let beside = |text: &Statement, at: usize| {
        let own = |range: std::ops::Range<usize>| -> Vec<u64> {
            range
                .filter(|other| text.clauses.of[*other] == text.clauses.of[at])
                .map(|other| text.stems[other])
                .filter(|stem| *stem != 0)
                .collect()
        };
        [own(0..at), own(at + 1..text.words.len())]
    };
    let opposed = |one: usize, two: usize| are_opposites(&quote.words[one].entry, &quote.words[two].entry, Of::Any);
    let told = |text: &Statement, at: usize| {
        text.clauses.finite[at] || at > 0 && text.words[at].is(Class::PAST) && text.words[at - 1].is(Class::HAVE)
    };
    let moves = |text: &Statement| -> Vec<usize> { (0..text.words.len()).filter(|at| told(text, *at) && !text.is_denied(*at)).collect() };
    let theirs = moves(quote);
    moves(claim).into_iter().find_map(|place| {
        let mine = beside(claim, place);
        let one = *theirs.iter().find(|at| {
            let (theirs, ours) = (&quote.words[**at].entry, &claim.words[place].entry);
            ours.lemma != 0 && (theirs.lemma == ours.lemma || are_alike(theirs, ours))
        })?;
        let two = *theirs.iter().find(|at| opposed(one, **at))?;
        let (own, other) = (beside(quote, one), beside(quote, two));
        let all = |sides: &[Vec<u64>; 2]| -> Vec<u64> {
            if own[0].is_empty() || other[0].is_empty() { sides[1].clone() } else { sides.concat() }
        };
        let (whole, mine, own, other) = (mine.concat(), all(&mine), all(&own), all(&other));
        let shares = |mine: &[u64], with: &[u64]| mine.iter().any(|stem| with.contains(stem));
        // "Rejoined the pact and left it again": of which thing it is said, "it" does not tell.
        let own_clause = |at: &usize| quote.clauses.of[*at] == quote.clauses.of[one];
        let it = (one + 1..quote.words.len()).take_while(own_clause).any(|at| is!(quote.words[at], "it", "them", "there"));
        let apart = !it && quote.clauses.of[one] != quote.clauses.of[two];
        (apart && !own.is_empty() && !shares(&whole, &own) && shares(&mine, &other)).then_some((two, place))
    })
}

/// "Fell by 2.2 percent" of what rose by as much, whatever else fell.
fn turns_figure(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    // "Slumped to 41 percent" and "up from 41 percent" agree: from where, and to where.
    let moves = |text: &Statement| -> Vec<(usize, bool, (u64, bool))> {
        let figures = (0..text.words.len()).filter(|at| text.words[*at].is(Class::NUMBER) && text.stems[*at] != 0);
        figures
            .filter_map(|figure| {
                let by = figure > 0 && is!(text.words[figure - 1], "by");
                let far = if by { 6 } else { 3 };
                let near = (figure.saturating_sub(far)..figure).rev().take_while(|at| text.words[at + 1].gap == Gap::Space);
                let before = near.take_while(|at| !text.words[*at].is(Class::NUMBER)).find_map(|at| Some((at, moves_at(text, at, by)?)));
                let (at, up) = before.or_else(|| stands_at(text, figure))?;
                let from = figure > 0 && is!(text.words[figure - 1], "from");
                (!text.is_denied(at)).then_some((at, up, (text.stems[figure], from)))
            })
            .collect()
    };
    let theirs = moves(quote);
    moves(claim).into_iter().find_map(|(place, up, figure)| {
        let same = || theirs.iter().filter(|(.., other)| *other == figure);
        let (at, ..) = same().find(|(_, theirs, _)| *theirs != up)?;
        same().all(|(_, theirs, _)| *theirs != up).then_some((*at, place))
    })
}

/// A word before a figure says that something rose or fell by it, or is so much too much or too little.
fn moves_at(text: &Statement, at: usize, by: bool) -> Option<bool> {
    let word = &text.words[at];
    let of = text.words.get(at + 1).is_some_and(|next| is!(next, "of")) && !(at > 0 && is!(text.words[at - 1], "in"));
    if of && is!(word, "shortfall", "deficit", "shortage", "surplus", "excess", "glut") {
        return Some(is!(word, "surplus", "excess", "glut"));
    }
    if by && is!(word, "undershoot", "undershot", "miss", "exceed", "overshoot", "surpass") {
        return Some(is!(word, "exceed", "overshoot", "surpass"));
    }
    rises(word)
}

/// "Nine points lower", "38 billion more", "9,000 to spare": behind the figure stands which way.
fn stands_at(text: &Statement, figure: usize) -> Option<(usize, bool)> {
    let counts = |at: &usize| text.words[*at].is(Class::NUMBER) && text.words[*at].gap == Gap::Space;
    let from = (figure + 1..text.words.len()).find(|at| !counts(at))?;
    let near = (from..text.words.len()).take(4).take_while(|at| text.words[*at].gap == Gap::Space && !text.words[*at].is(Class::NUMBER));
    near.into_iter().find_map(|at| {
        let spare = is!(text.words[at], "spare") && is!(text.words[at - 1], "to");
        let up = spare || is!(text.words[at], "up", "higher", "more", "above", "dearer");
        (up || is!(text.words[at], "down", "lower", "fewer", "less", "below", "short", "cheaper")).then_some((at, up))
    })
}

/// "Bars exports" of "struck out a clause that would have barred exports".
fn came_to_nothing(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let would = (0..quote.words.len().saturating_sub(2)).find(|at| is!(quote.words[*at], "would") && is!(quote.words[at + 1], "have"))?;
    let row = &quote.clauses.all[quote.clauses.of[would]];
    let ended = |at: usize| {
        is!(
            quote.words[at],
            "strike",
            "remove",
            "delete",
            "drop",
            "scrap",
            "reject",
            "veto",
            "block",
            "defeat",
            "withdraw",
            "abandon",
            "cancel",
            "shelve",
            "cut",
            "quash",
            "repeal",
            "dismiss"
        )
    };
    let gone = (0..row.first).any(|at| ended(at) && (quote.clauses.finite[at] || quote.words[at].is(Class::PAST)) && !quote.is_denied(at));
    let verb = (would + 2..quote.words.len()).take(3).find(|at| quote.words[*at].is(Class::PAST) && quote.stems[*at] != 0)?;
    let flat = |place: &usize| {
        let clause = claim.clauses.of[*place];
        let held = claim.marks.iter().any(|mark| mark.scope.has(clause) && !matches!(mark.sense, Sense::Bound(_)));
        let told =
            claim.clauses.finite[*place] || *place > 0 && claim.words[place - 1].is(Class::BE) && claim.words[*place].is(Class::PAST);
        told && !held && claim.stems[*place] == quote.stems[verb]
    };
    let place = (0..claim.words.len()).find(flat)?;
    (row.kind == Kind::Relative && gone).then_some((verb, place))
}

/// "An appeal against the ban": who dismisses it upholds the ban.
pub(super) fn contests(text: &Statement, at: usize) -> bool {
    let own = |place: &usize| text.clauses.of[*place] == text.clauses.of[at];
    (0..text.words.len()).filter(own).any(|place| {
        let word = &text.words[place];
        // "An appeal to the ministry" is against nobody.
        let to = is!(word, "challenge", "objection", "objections");
        let against = text.words.iter().skip(place + 1).take(8).any(|next| is!(next, "against") || to && is!(next, "to"));
        let led = place > 0 && is!(text.words[place - 1], "on", "after", "in", "following", "despite");
        let of = is!(
            word,
            "appeal",
            "challenge",
            "complaint",
            "objection",
            "objections",
            "suit",
            "lawsuit",
            "petition",
            "bid",
            "motion",
            "protest",
            "attempt"
        );
        // "The appeals chamber".
        let named = text.words.get(place + 1).is_some_and(|next| is!(next, "court", "chamber", "panel", "board", "tribunal", "committee"));
        of && against && !led && !named && place != at
    })
}

/// "Upheld the licence" of "upheld the challenge to the licence".
fn decides_otherwise(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let decides = |text: &Statement, at: usize| is!(text.words[at], "uphold", "allow", "grant", "accept", "reject", "dismiss", "back");
    let same = |at: usize, place: usize| quote.stems[at] == claim.stems[place] && quote.is_denied(at) == claim.is_denied(place);
    (0..quote.words.len()).filter(|at| decides(quote, *at)).find_map(|at| {
        let place = (0..claim.words.len()).find(|place| same(at, *place) && contests(quote, at) != contests(claim, *place))?;
        Some((at, place))
    })
}

/// "In service" of what is out of service.
fn is_out_of(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let thing = |text: &Statement, at: usize| text.stems.get(at).copied().filter(|stem| *stem != 0 && text.words[at].gap == Gap::Space);
    let out = |text: &Statement, at: usize| {
        let of = is!(text.words[at], "out") && text.words.get(at + 1).is_some_and(|next| is!(next, "of"));
        if of { thing(text, at + 2) } else { None }
    };
    let inside = |text: &Statement, at: usize| if is!(text.words[at], "in") { thing(text, at + 1) } else { None };
    let all = |text: &Statement, of: &dyn Fn(&Statement, usize) -> Option<u64>| -> Vec<(usize, u64)> {
        (0..text.words.len()).filter(|at| !text.is_denied(*at)).filter_map(|at| Some((at, of(text, at)?))).collect()
    };
    let meet = |one: &[(usize, u64)], two: &[(usize, u64)]| {
        one.iter().find_map(|(at, stem)| two.iter().find(|(_, other)| other == stem).map(|(place, _)| (*at, *place)))
    };
    let (left, stays) = (all(quote, &out), all(quote, &inside));
    let (leaves, stands) = (all(claim, &out), all(claim, &inside));
    let apart = |pairs: &[(usize, u64)], others: &[(usize, u64)]| -> Vec<(usize, u64)> {
        pairs.iter().filter(|(_, stem)| !others.iter().any(|(_, other)| other == stem)).copied().collect()
    };
    meet(&apart(&left, &stays), &apart(&stands, &leaves)).or_else(|| meet(&apart(&stays, &left), &apart(&leaves, &stands)))
}

/// "Is in force" of what was repealed.
fn is_in_force(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let stands = |text: &Statement| {
        (2..text.words.len()).find(|at| {
            let verb = &text.words[at - 2];
            is!(text.words[*at], "force", "effect")
                && is!(text.words[at - 1], "in")
                && (verb.is(Class::BE) || is!(verb, "remain", "stay"))
                && !text.is_denied(*at)
        })
    };
    let ended = |text: &Statement| {
        (0..text.words.len()).find(|at| {
            let over = is!(text.words[*at], "repeal", "lapse", "expire", "abolish", "rescind", "revoke", "annul", "scrap");
            over && (text.clauses.finite[*at] || text.words[*at].is(Class::PAST)) && !text.is_denied(*at)
        })
    };
    let apart = stands(quote).is_none() || ended(quote).is_none();
    stands(quote).zip(ended(claim)).or_else(|| ended(quote).zip(stands(claim))).filter(|_| apart)
}

/// "Convicted" of one who was cleared of it.
fn convicts(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let cleared = |text: &Statement| (0..text.words.len()).find(|at| clears(text, *at) && !text.is_denied(*at));
    let guilty = |text: &Statement| {
        (0..text.words.len())
            .find(|at| is!(text.words[*at], "convict", "conviction", "guilty", "responsible", "liable", "culpable") && !text.is_denied(*at))
    };
    let plain = |text: &Statement| cleared(text).is_none() || guilty(text).is_none();
    let found = cleared(quote).zip(guilty(claim)).or_else(|| guilty(quote).zip(cleared(claim)));
    found.filter(|_| plain(quote) && plain(claim))
}

/// "Voted for the bill" of "voted against the bill", "advised moving" of "advised against moving".
fn takes_sides(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let takes = |text: &Statement, at: usize| {
        is!(text.words[at], "vote", "advise", "decide", "rule", "argue", "speak", "recommend", "plead", "testify", "find", "sided")
            && !text.is_denied(at)
    };
    let near = |text: &Statement, at: usize| {
        (at + 1..text.words.len().min(at + 3)).take_while(|at| text.words[*at].gap == Gap::Space).collect::<Vec<_>>()
    };
    let against = |text: &Statement, at: usize| near(text, at).into_iter().any(|at| is!(text.words[at], "against"));
    let supports = |text: &Statement, at: usize| {
        let next = |word: usize| is!(text.words[word], "for", "to", "in") || word == at + 1 && text.words[word].is(Class::GERUND);
        !against(text, at) && near(text, at).into_iter().any(next) && !text.words.iter().any(|word| is!(word, "not", "against", "oppose"))
    };
    let pair = |at: usize| {
        let same = |place: &usize| takes(claim, *place) && claim.words[*place].entry.lemma == quote.words[at].entry.lemma;
        let place = (0..claim.words.len()).find(same)?;
        let turned = against(quote, at) && supports(claim, place) || supports(quote, at) && against(claim, place);
        turned.then_some((at, place))
    };
    // "Only Hungary voted against": the others voted for it.
    let excepts = |text: &Statement| text.words.iter().any(|word| is!(word, "only", "but", "except"));
    (0..quote.words.len()).filter(|at| takes(quote, *at) && !excepts(quote) && !excepts(claim)).find_map(pair)
}
