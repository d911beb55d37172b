//! A claim against its quote, clause by clause: whether it is denied, on what it depends, and how strongly it is said.

use super::contrary::{compares, contrary};
use super::denied::{calls_wrong, excepts, gains, is_enough, is_unanimous, moved, never_came, repeats, says_otherwise, strikes_deal};
use super::double_denial::is_undone;
use super::hedge::{claims, place, words};
use super::opposing::opposite;
use super::reading::{Quote, Reading, denies, prefers};
use super::undone::kept_from;
use super::{Reporter, Subject};
use crate::briefing::model::{Claim, Text};
use crate::english::class::Class;
use crate::english::opposite::{opposed, turns_object};
use crate::english::pairs::Of;
use crate::english::word::{Gap, Word, is};
use crate::english::{Mark, Sense, Statement, Strength, Way};

/// The claims that say their quotes in other words.
pub(super) fn reworded<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = (usize, &'a Claim, &'a Text, &'a Reading)> {
    claims(subject).filter(|(.., reading)| !reading.verbatim)
}

/// What is said is more than the speaker's own deed, and the claim repeats it.
pub(super) fn tells(quote: &Statement, mark: &Mark) -> bool {
    let within = |other: &Mark| matches!(other.sense, Sense::Hedge(_)) && other.words.len() > 2 && other.words.contains(&mark.words.start);
    // "Said how many": that they know it, and not what it is.
    let next = quote.words.get(mark.words.end).filter(|next| next.gap == Gap::Space);
    let asks = !is!(quote.words[mark.words.start], "describe", "recount")
        && next.is_some_and(|next| is!(next, "how", "what", "who", "when", "where", "why", "whether", "which"));
    !asks && !quote.marks.iter().any(|other| other.sense == Sense::Denial && other.words == mark.words || within(other))
}

pub fn negation(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim, text, reading) in reworded(subject) {
        let moved = || moved(subject, index, reading).map(|(said, place)| (said, place, true));
        let about = contrary(subject, index, reading).map(|(said, place)| (said, place, true));
        let worded = || opposite(subject, index, reading).filter(|_| !compares(reading));
        if let Some((quoted, said, turns)) = about.or_else(worded).or_else(moved) {
            if turns {
                let range = reading.text.bytes(&(said..said + 1));
                let message = format!("the source says “{quoted}”, the claim the opposite (“{}”)", &text.value[range.clone()]);
                report.at(&claim.head.id, subject.place(text, &range), message, "say what the source says");
            }
            continue;
        }
        let over = reading.marks().find(|(quote, mark)| is_over(&quote.statement, mark) && goes_on(reading, &quote.statement));
        let over = over.map(|found| (found, "”, the claim that it goes on"));
        let late = || never_came(reading).map(|found| (found, " … until”, the claim that it never came"));
        if let Some(((quote, mark), claims)) = over.or_else(late) {
            let message = format!("the source says “{}{claims}", words(subject, index, reading, quote, mark));
            report.at(&claim.head.id, text.span, message, "say what the source says");
            continue;
        }
        let denied = reading.marks().find(|(quote, mark)| {
            let (text, own) = (&quote.statement, &reading.text);
            mark.sense == Sense::Denial
                && !is_undone(text, mark, own)
                && !is_too_little(text, mark, own)
                && !is_of_reason(text, mark, own)
                && !is_limit(text, mark, own)
                && !text.is_share_of_none(mark, own)
                && (!reading.keeps(Sense::Denial) && repeats(text, mark, reading)
                    || gains(text, mark, own)
                    || strikes_deal(text, mark, own)
                    || is_enough(text, mark, own)
                    || turned(text, mark, own))
        });
        if let Some((quote, mark)) = denied {
            let said = words(subject, index, reading, quote, mark);
            let label = place(subject, claim, said).map(|span| (span, "the denial of the source".to_owned()));
            let message = format!("the source denies it (“{said}”), the claim does not");
            report.at(&claim.head.id, text.span, message, "keep the denial").label = label;
        } else {
            let Some(mark) = reading.text.marks.iter().find(|mark| is_denied_alone(reading, mark)) else { continue };
            let range = reading.text.bytes(&mark.words);
            let message = format!("the claim denies it (“{}”), the source does not", &text.value[range.clone()]);
            report.at(&claim.head.id, subject.place(text, &range), message, "say what the source says");
        }
    }
}

/// The claim denies what the source speaks of and does not deny: "the article names no one" is no such thing.
fn is_denied_alone(reading: &Reading, mark: &Mark) -> bool {
    let text = &reading.text;
    if reading.quotes.iter().any(|quote| text.is_share_of_none(mark, &quote.statement)) {
        return false;
    }
    let any = |is: &dyn Fn(&Statement) -> bool| reading.quotes.iter().any(|quote| is(&quote.statement));
    let has = |stem: &u64| any(&|quote| quote.stems.contains(stem));
    let soft = any(&|quote| {
        let most = quote.marks.iter().any(|mark| mark.sense == Sense::Bound(Way::Most));
        denies(quote) || says_otherwise(quote) || excepts(quote) || most || calls_wrong(quote) || is_unanimous(quote)
    });
    let content: Vec<u64> = text.content(text.clauses.of[mark.words.start]).collect();
    let shared = content.iter().filter(|stem| has(stem)).count();
    // "Could be without water" of water that could run out.
    let without = is!(text.words[mark.words.start], "without");
    // "Without a signal" of what was switched off.
    let off = |quote: &Statement| {
        let switched = |at: usize| is!(quote.words[at], "switch", "turn", "shut", "cut", "power");
        (0..quote.words.len()).any(|at| switched(at) && quote.words[at..].iter().take(6).any(|word| is!(word, "off")))
    };
    // "Only on paper" of a paper formation, "left without" of who loses it.
    let loses = |word: &Word| is!(word, "lose", "strip", "deprive", "exhaust", "cost");
    let worded = mark.words.clone().any(|at| text.stems[at] != 0 && has(&text.stems[at]))
        || without && any(&|quote| off(quote) || quote.words.iter().any(loses));
    let contradicts = !without && any(&|quote| !excepts(quote) && turned(text, mark, quote));
    // "No longer in the town": it has left.
    let ended = mark.words.clone().any(|at| is!(text.words[at], "longer")) || text.words.iter().any(|word| is!(word, "since"));
    // Of what was voted on before it was done, that it was not yet done; of what is unclear, that it may not be.
    let yet = text.words.iter().any(|word| is!(word, "yet"));
    let open = any(&|quote| quote.words.iter().any(|word| is!(word, "whether") || yet && is!(word, "before", "until", "await")));
    // "May not admit them without asking": two denials.
    let bound = text.words.iter().any(|word| is!(word, "without", "unless", "until", "except"));
    let open =
        open || bound && any(&|quote| quote.words.iter().any(|word| is!(word, "before", "oblige", "require", "must", "only", "need")));
    // "Not before Wednesday" of what is not expected until then.
    let until = |text: &Statement| text.words.iter().any(|word| is!(word, "until", "till", "before", "earliest"));
    let not = |text: &Statement| text.words.iter().any(|word| is!(word, "not", "never"));
    let slips = |text: &Statement| text.words.iter().any(|word| is!(word, "slip", "delay", "postpone", "defer", "late", "later", "wait"));
    let late = until(text) && any(&|quote| until(quote) && not(quote) || slips(quote));
    // "Denies that it looted" of who rejects the charge.
    let rejects =
        |word: &Word| is!(word, "reject", "dismiss", "dispute", "refute", "repudiate", "rebut", "contest", "disavow", "deny", "denial");
    let denies_it = is!(text.words[mark.words.start], "deny") && any(&|quote| quote.words.iter().any(rejects));
    // "Stops exporting" of who halts exports.
    let ending =
        |word: &Word| is!(word, "halt", "end", "suspend", "abandon", "discontinue", "freeze", "scrap", "cancel", "withdraw", "drop");
    let halted = is_over(text, mark) && any(&|quote| quote.words.iter().any(ending));
    // Another verb denied may well say the same: "survives it" and "is not removed by it".
    let first = (mark.words.end..text.words.len()).find(|at| text.stems[*at] != 0);
    let same =
        first.is_none_or(|at| has(&text.stems[at]) || text.words[at].is(Class::VERB) && reading.tells_deed(text.words[at].entry.lemma));
    mark.sense == Sense::Denial
        && same
        && !open
        && !halted
        && !late
        && !worded
        && !denies_it
        && (!soft && !ended && shared * 2 >= content.len().max(1) || contradicts)
}

/// "Too small for a month" of who lacks the stores for one.
fn is_too_little(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let lacks = mark.words.clone().any(|at| quote.words[at].is(Class::LACK));
    lacks && claim.words.iter().any(|word| is!(word, "too"))
}

/// "Able to pay for three months at most" of who is unable to pay beyond three months.
fn is_limit(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let rest = quote.sentence_at(mark.words.start);
    let beyond = (mark.words.end..rest.end).any(|at| is!(quote.words[at], "beyond", "over", "past", "longer", "more", "above"));
    beyond && claim.marks.iter().any(|other| other.sense == Sense::Bound(Way::Most))
}

/// "And not because of it": the reason is denied, and a claim without one says nothing of it.
fn is_of_reason(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let because = |word: &Word| is!(word, "because");
    quote.words.get(mark.words.end).is_some_and(because) && !claim.words.iter().any(because)
}

/// "No longer", "stopped buying".
fn is_over(quote: &Statement, mark: &Mark) -> bool {
    let ended = |at: usize| is!(quote.words[at], "longer", "stop", "cease", "quit");
    // "Did not stop".
    let first = quote
        .marks
        .iter()
        .any(|other| other.sense == Sense::Denial && other.words.end <= mark.words.start && other.scope.meets(mark.scope));
    mark.sense == Sense::Denial && mark.words.clone().any(ended) && !first
}

/// The claim says that something goes on of which the source says no such thing.
fn goes_on(reading: &Reading, quote: &Statement) -> bool {
    let on = |text: &Statement| text.words.iter().any(|word| is!(word, "still", "continue", "keep"));
    on(&reading.text) && !on(quote) && !reading.says(|sense| sense == Sense::Denial)
}

/// What a text denies by "not" another one says with the same verb, and denies nothing.
fn turned(denying: &Statement, mark: &Mark, other: &Statement) -> bool {
    // "None of four calls": a noun.
    let named = |at: usize| {
        at > 0
            && (denying.words[at - 1].is(Class::NUMBER.or(Class::DETERMINER)) && !denying.words[at - 1].is(Class::PRONOUN)
                || is!(denying.words[at - 1], "of"))
    };
    let is_verb = |at: &usize| denying.words[*at].is(Class::VERB) && denying.stems[*at] != 0 && !(named(*at) && *at > mark.words.end);
    let verb = (mark.words.end..denying.words.len()).take(3).find(is_verb);
    // "Do not expect it to survive": what is not expected is denied.
    let aim = |verb: usize| (verb + 2..denying.words.len()).take(6).find(|at| is!(denying.words[at - 1], "to") && is_verb(at));
    let verb = verb.map(|verb| if denying.words[verb].is(Class::FORECAST) { aim(verb).unwrap_or(verb) } else { verb });
    let stem = verb.filter(|_| mark.words.len() == 1 && mark.sense == Sense::Denial).map(|at| denying.stems[at]);
    let low = |sense: Sense| {
        matches!(
            sense,
            Sense::Denial | Sense::Hedge(Strength::Remote | Strength::VeryUnlikely | Strength::Unlikely) | Sense::Bound(Way::Most)
        )
    };
    // "Unless", "only": a denial by other means.
    let hidden = other.words.iter().any(|word| {
        is!(
            word,
            "unless",
            "without",
            "only",
            "instead",
            "still",
            "await",
            "pending",
            "late",
            "impossible",
            "incapable",
            "powerless",
            "avert",
            "foil",
            "thwart",
            "forestall",
            "prevent",
            "avoid",
            "escape",
            "spare"
        )
    });
    // "For the first time since 2019": not since then.
    let has = |other: &Statement, is_it: &dyn Fn(&Word) -> bool| other.words.iter().any(is_it);
    let hidden = hidden || prefers(other) || has(other, &|word| is!(word, "first")) && has(other, &|word| is!(word, "since"));
    let kept = stem.is_some_and(|stem| (0..other.words.len()).any(|at| other.stems[at] == stem && kept_from(other, at)));
    let done = |at: usize| other.words[at].is(Class::VERB.or(Class::PAST));
    stem.is_some_and(|stem| (0..other.words.len()).any(|at| other.stems[at] == stem && done(at)))
        && !hidden
        && !kept
        && !says_otherwise(other)
        && !other.marks.iter().any(|mark| low(mark.sense))
}

pub fn strength(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim, text, reading) in reworded(subject) {
        let own: Vec<(&Mark, Strength)> = reading.text.hedges().filter(|(_, strength)| is_step(*strength)).collect();
        let of_quote: Vec<(&Quote, &Mark, Strength)> = reading
            .marks()
            .filter_map(|(quote, mark)| if let Sense::Hedge(strength) = mark.sense { Some((quote, mark, strength)) } else { None })
            .collect();
        // "Points to" says no more than "suggests".
        let is_proof = |mark: &&Mark| mark.sense == Sense::Proof && !is!(reading.text.words[mark.words.start], "point");
        let proof = reading.text.marks.iter().find(is_proof);
        let proven = proof.filter(|_| {
            own.is_empty() && !reading.marks().any(|(quote, mark)| mark.sense == Sense::Proof && tells(&quote.statement, mark))
        });
        let seeming = of_quote.iter().find(|(.., strength)| *strength == Strength::Seeming);
        let pair = if let (Some(proof), Some((quote, mark, _))) = (proven, seeming) {
            Some((*quote, *mark, proof))
        } else {
            let steps: Vec<_> = of_quote.iter().filter(|(.., strength)| is_step(*strength)).collect();
            let turned = opposed_at(reading);
            let agree = steps.iter().any(|(quote, mark, theirs)| {
                let plain = |theirs: Strength, loose: bool| {
                    own.iter().any(|(other, ours)| {
                        agrees(theirs, *ours)
                            || loose && is_small(theirs, *ours)
                            || is_between(&quote.statement, mark, theirs, *ours)
                            || is_between(&reading.text, other, *ours, theirs)
                    })
                };
                let (denied, loose) = (is_denied(&quote.statement, mark), !says_very(&quote.statement, mark));
                // "Unlikely to rise" and "probably will not rise" are one.
                let crossed = own.iter().any(|(other, ours)| {
                    let differ = is_denied(&reading.text, other) != denied;
                    (differ || turned) && agrees(turn(*theirs), *ours)
                });
                plain(*theirs, loose) || crossed
            });
            steps.first().zip(own.first()).filter(|_| !agree).map(|((quote, mark, _), (ours, _))| (*quote, *mark, *ours))
        };
        let Some((quote, mark, ours)) = pair else { continue };
        let said = words(subject, index, reading, quote, mark);
        let range = reading.text.bytes(&ours.words);
        let label = place(subject, claim, said).map(|span| (span, "how the source says it".to_owned()));
        let message = format!("the source says “{said}”, the claim “{}”", &text.value[range.clone()]);
        report.at(&claim.head.id, subject.place(text, &range), message, "say it as strongly as the source does").label = label;
    }
}

/// What is said to be so likely is said not to be so.
fn is_denied(text: &Statement, hedge: &Mark) -> bool {
    text.marks
        .iter()
        .any(|mark| mark.sense == Sense::Denial && mark.scope.meets(hedge.scope) && !hedge.words.clone().any(|at| mark.words.contains(&at)))
}

/// The claim has the opposite of a word of its quote: "leave unchanged" for "change".
fn opposed_at(reading: &Reading) -> bool {
    let turned = |quote: &Statement| opposed(quote, &reading.text, Of::Event).is_some() || turns_object(quote, &reading.text).is_some();
    reading.quotes.iter().any(|quote| turned(&quote.statement))
}

/// As likely as that something is, so likely its opposite.
fn turn(strength: Strength) -> Strength {
    use Strength::{AlmostCertain, Likely, Remote, Unlikely, VeryLikely, VeryUnlikely};
    match strength {
        Remote => AlmostCertain,
        AlmostCertain => Remote,
        VeryUnlikely => VeryLikely,
        VeryLikely => VeryUnlikely,
        Unlikely => Likely,
        Likely => Unlikely,
        other => other,
    }
}

/// "Highly unlikely" names a step; "little prospect" lies somewhere at the bottom.
fn says_very(text: &Statement, mark: &Mark) -> bool {
    text.words[mark.words.clone()].iter().any(|word| is!(word, "unlikely", "improbable", "doubtful", "remote"))
}

/// "In all probability" is written for likely and for very likely.
fn is_between(text: &Statement, mark: &Mark, strength: Strength, other: Strength) -> bool {
    let says = |word: &Word| is!(word, "realistic");
    let all = mark.words.clone().any(|at| is!(text.words[at], "all"));
    // "A realistic possibility" is no more than an even chance, by the yardstick of some.
    if strength == Strength::Possible && other == Strength::Even && text.words[mark.words.clone()].iter().any(says) {
        return true;
    }
    all && matches!((strength, other), (Strength::Likely, Strength::VeryLikely) | (Strength::VeryLikely, Strength::Likely))
}

fn is_small(theirs: Strength, ours: Strength) -> bool {
    theirs == Strength::VeryUnlikely && ours == Strength::Unlikely
}

/// A hedge says how likely something is, if only that there is some chance.
fn is_step(strength: Strength) -> bool {
    strength <= Strength::Expected
}

fn agrees(theirs: Strength, ours: Strength) -> bool {
    use Strength::{AlmostCertain, Expected, Likely, Possible, Remote, VeryLikely, VeryUnlikely};
    // Writers use neighbours at the ends of the ladder for one another.
    let near = |one, other| match one {
        Expected => matches!(other, Likely | VeryLikely),
        VeryLikely => other == AlmostCertain,
        VeryUnlikely => other == Remote,
        _ => false,
    };
    theirs == ours || near(theirs, ours) || near(ours, theirs) || theirs == Expected && ours == Possible
}
