//! Which words of two texts say the opposite of each other.

use super::class::Class;
use super::pairs::Of;
use super::prepared::{Entry, SIDES, SIDES_BY_STEM, TELLS_OF, of_stem};
use super::statement::{Sense, Statement};
use super::word::{Gap, Shape, Word, is};

/// Two words stand on the two sides of a pair. Of texts on one event more pairs tell.
#[must_use]
pub fn are_opposites(one: &Entry, other: &Entry, of: Of) -> bool {
    let sides = |entry: &Entry| of_stem(&SIDES, &SIDES_BY_STEM, entry.lemma);
    let tells = |side: u16| match TELLS_OF[usize::from(side / 2)] {
        Of::Any => true,
        Of::Doer => matches!(of, Of::Doer | Of::Event),
        Of::Event => of == Of::Event,
        Of::Object => of == Of::Object,
    };
    sides(one).iter().any(|side| tells(*side) && sides(other).contains(&(side ^ 1)))
}

/// The word has an opposite.
#[must_use]
pub fn has_opposite(word: &Entry) -> bool {
    word.lemma != 0 && !of_stem(&SIDES, &SIDES_BY_STEM, word.lemma).is_empty()
}

/// Two words stand on one side of a pair: "leave" and "depart".
#[must_use]
pub fn are_alike(one: &Entry, other: &Entry) -> bool {
    are_on_one_side(one, other, |of| of != Of::Object)
}

fn are_on_one_side(one: &Entry, other: &Entry, counts: impl Fn(Of) -> bool) -> bool {
    let sides = |entry: &Entry| of_stem(&SIDES, &SIDES_BY_STEM, entry.lemma);
    one.lemma != 0 && sides(one).iter().any(|side| counts(TELLS_OF[usize::from(side / 2)]) && sides(other).contains(side))
}

/// The places of two words, one of each text, that say the opposite of each other, where neither text has the word of the other.
#[must_use]
pub fn opposed(one: &Statement, other: &Statement, of: Of) -> Option<(usize, usize)> {
    opposed_words(one, other, of).into_iter().next()
}

/// All such places.
#[must_use]
pub fn opposed_words(one: &Statement, other: &Statement, of: Of) -> Vec<(usize, usize)> {
    let pair = |(at, (word, own)): (usize, (&Word, &u64))| {
        let place = other.words.iter().position(|theirs| are_opposites(&word.entry, &theirs.entry, of))?;
        // "Shut" says "closed" too.
        let says = |word: &Word, other: &Word| word.entry.lemma == other.entry.lemma || are_alike(&word.entry, &other.entry);
        let has = |text: &Statement, word: &Word| text.words.iter().any(|other| says(word, other));
        let by_stem = !other.stems.contains(own) && (other.stems[place] == 0 || !one.stems.contains(&other.stems[place]));
        let names = |text: &Statement, at: usize| {
            let out = at > 1 && is!(text.words[at - 1], "of") && is!(text.words[at - 2], "out");
            out || is_attribute(text, at) || is_limit(text, at) || denies_verb(text, at) || is_former(text, at) || is_copula(text, at)
        };
        // "Turnout, which had slumped, climbed": of which of the two the claim speaks, the word alone does not tell.
        let both = one.words.iter().any(|own| are_opposites(&own.entry, &word.entry, of) && !is!(own, "up", "down"));
        let apart = !both && (by_stem || *own == 0) && !has(other, word) && !has(one, &other.words[place]);
        let bare = other.words[place].has(Shape::NEGATIVE) && is_thing(one, at) || word.has(Shape::NEGATIVE) && is_thing(other, place);
        (apart && !bare && !names(one, at) && !names(other, place)).then_some((at, place))
    };
    one.words.iter().zip(&one.stems).enumerate().filter_map(pair).collect()
}

/// The same of pairs of which each side of an affair has one word: who won has not lost.
#[must_use]
pub fn opposed_of_doer(one: &Statement, other: &Statement) -> Option<(usize, usize)> {
    let verbs = |text: &Statement| -> Vec<usize> {
        (0..text.words.len()).filter(|at| text.words[*at].is(Class::VERB) && has_opposite(&text.words[*at].entry)).collect()
    };
    let has = |text: &Statement, word: &Word| {
        text.words.iter().any(|other| other.entry.lemma == word.entry.lemma || are_alike(&word.entry, &other.entry))
    };
    let theirs = verbs(other);
    verbs(one).into_iter().find_map(|at| {
        let word = &one.words[at];
        let place = *theirs.iter().find(|place| are_opposites(&word.entry, &other.words[**place].entry, Of::Doer))?;
        let (doer, theirs) = (one.doer(at), other.doer(place));
        let same = doer.iter().any(|stem| theirs.contains(stem));
        (same && !has(other, word) && !has(one, &other.words[place])).then_some((at, place))
    })
}

/// "Carried the motion" of a motion that was dropped: what becomes of one thing.
#[must_use]
pub fn turns_object(one: &Statement, other: &Statement) -> Option<(usize, usize)> {
    let verbs = |text: &Statement| -> Vec<(usize, Vec<u64>)> {
        let told = (0..text.words.len()).filter(|at| text.words[*at].is(Class::VERB) && has_opposite(&text.words[*at].entry));
        told.filter_map(|at| Some((at, text.object(at)?))).collect()
    };
    let (ours, theirs) = (verbs(one), verbs(other));
    let same = |mine: &[u64], object: &[u64]| {
        mine.last().is_some_and(|head| object.contains(head)) || object.last().is_some_and(|head| mine.contains(head))
    };
    let opposed = |at: usize, place: usize| are_opposites(&one.words[at].entry, &other.words[place].entry, Of::Object);
    let alike = |at: usize, place: usize| {
        let (mine, theirs) = (&one.words[at].entry, &other.words[place].entry);
        mine.lemma == theirs.lemma || are_on_one_side(mine, theirs, |_| true)
    };
    // "Halden won the tender" of Veriton, which lost it to Halden.
    let parted = |at: usize, place: usize| {
        let (doer, theirs) = (one.doer(at), other.doer(place));
        let meets = |stems: &[u64]| theirs.iter().any(|stem| stems.contains(stem));
        !doer.is_empty() && meets(&one.stems) && !meets(&doer)
    };
    let has = |text: &Statement, word: &Word| text.words.iter().any(|other| other.entry.lemma == word.entry.lemma);
    // "Only two were kept", "neither signed nor vetoed": of which, the verb does not say.
    let counts = |text: &Statement| text.words.iter().any(|word| is!(word, "only", "but", "except", "neither", "save"));
    if counts(one) || counts(other) {
        return None;
    }
    theirs.iter().filter(|(place, _)| is_done(other, *place)).find_map(|(place, object)| {
        let of_it = || ours.iter().filter(|(_, mine)| same(mine, object));
        let told = |at: usize| is_done(one, at) && opposed(at, *place) && !parted(at, *place);
        let (at, _) = of_it().find(|(at, _)| told(*at))?;
        let says = of_it().any(|(at, _)| alike(*at, *place) && !opposed(*at, *place)) || has(one, &other.words[*place]);
        let repeats = theirs.iter().any(|(place, mine)| same(mine, object) && alike(*at, *place) && !opposed(*at, *place));
        (!says && !repeats && !has(other, &one.words[*at])).then_some((*at, *place))
    })
}

/// It is said to be done, and not what for: "to drop it"; and by this word alone: "held up".
fn is_done(text: &Statement, at: usize) -> bool {
    let before = (0..at).rev().find(|before| !text.words[*before].is(Class::ADVERB));
    let aim = before.is_some_and(|before| is!(text.words[before], "to"));
    let parted = text.words.get(at + 1).is_some_and(|next| is!(next, "up", "out", "off", "down", "back", "over") && next.gap == Gap::Space);
    !aim && !parted
}

/// "Unfroze" and "froze": the places of the two words.
#[must_use]
pub fn undoes(one: &Statement, other: &Statement) -> Option<(usize, usize)> {
    let told = |text: &Statement, at: usize| {
        let helped = at > 0 && text.words[at - 1].is(Class::BE.or(Class::HAVE).or(Class::ADVERB));
        text.words[at].is(Class::PAST) && (text.clauses.finite[at] || helped)
    };
    let pair = |un: &Statement, plain: &Statement| {
        let at = (0..un.words.len()).find(|at| un.undone[*at] != 0)?;
        let place = (0..plain.words.len()).find(|place| plain.stems[*place] == un.undone[at] && told(plain, *place))?;
        (!plain.undone.contains(&un.undone[at]) && !un.stems.contains(&un.undone[at])).then_some((at, place))
    };
    pair(one, other).or_else(|| pair(other, one).map(|(place, at)| (at, place)))
}

/// "The lower house", "a back door": the word is part of what a thing is called.
fn is_attribute(text: &Statement, at: usize) -> bool {
    let named = text.words[at].has(Shape::CAPITAL) && text.words[at].gap == Gap::Space && !text.words[at].is(Class::VERB);
    if named {
        return true;
    }
    // "Left it in force", "left the rate unchanged": it stays so.
    let so = |word: &Word| is!(word, "force", "place", "unchanged", "open", "intact", "untouched", "alone") || word.has(Shape::NEGATIVE);
    if is!(text.words[at], "leave") && text.words[at + 1..].iter().take(5).take_while(|word| word.gap == Gap::Space).any(so) {
        return true;
    }
    // "Its remaining frigates".
    let owned = at > 0 && text.words[at - 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
    if is!(text.words[at], "remain") && text.words[at].is(Class::GERUND) && owned {
        return true;
    }
    let house = |word: &Word| is!(word, "house", "chamber", "court", "door", "row", "bench");
    is!(text.words[at], "lower", "back", "upper") && text.words.get(at + 1).is_some_and(house)
}

/// "Reopened, having been shut for a week": so it was before.
fn is_former(text: &Statement, at: usize) -> bool {
    let near = (at.saturating_sub(3)..at).rev().take_while(|before| text.words[before + 1].gap == Gap::Space);
    near.into_iter().any(|before| {
        let after = before > 0 && is!(text.words[before - 1], "after", "since", "despite");
        text.words[before].is(Class::HAVE) && text.words[before].is(Class::GERUND) || is!(text.words[before], "being") && after
    })
}

/// "Arrears of pay": a thing, and nothing that is done.
fn is_thing(text: &Statement, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|_| text.words[at].gap == Gap::Space).map(|before| &text.words[before]);
    text.words[at].is(Class::BASE) && before.is_some_and(|before| before.is(Class::PREPOSITION) && !is!(before, "to"))
}

/// "Remains unlikely" is so, and stays nowhere.
fn is_copula(text: &Statement, at: usize) -> bool {
    let next = text.words.get(at + 1).filter(|next| next.gap == Gap::Space);
    // "Remain the softest target", "leaves them the softest target".
    let rest = || text.words[at + 1..].iter().take(4).take_while(|word| word.gap == Gap::Space);
    let what = next.is_some_and(|next| is!(next, "the", "a", "an"));
    let so = |word: &Word| is!(word, "most", "least", "more", "vulnerable", "exposed", "dependent", "unable", "short", "easy");
    let causes = || rest().any(so) || rest().skip(1).any(|word| is!(word, "the"));
    is!(text.words[at], "remain", "stay")
        && (what || next.is_some_and(|next| next.is(Class::OPENS.or(Class::LACK)) && !next.is(Class::VERB)))
        || is!(text.words[at], "leave") && causes()
}

/// "Declined to lift it", "stopped short of lifting it": what is denied is the verb behind it.
fn denies_verb(text: &Statement, at: usize) -> bool {
    let to = text.words.get(at + 1).is_some_and(|next| is!(next, "to") && next.gap == Gap::Space);
    text.marks.iter().any(|mark| mark.sense == Sense::Denial && mark.words.contains(&at) && (to || mark.words.len() > 2))
}

/// "Inside three weeks": of a number it is a limit.
fn is_limit(text: &Statement, at: usize) -> bool {
    // "Late in May", "the early nineties"; "nine days late" is late.
    if is!(text.words[at], "early", "late") {
        let unit = |word: &Word| is!(word, "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes");
        return at == 0 || !unit(&text.words[at - 1]);
    }
    // ", barring a new offensive": a condition.
    let barring = is!(text.words[at], "bar") && text.words[at].is(Class::GERUND) && matches!(text.words[at].gap, Gap::Comma | Gap::End);
    barring || text.words[at].is(Class::PREPOSITION) && text.words.get(at + 1).is_some_and(|next| next.is(Class::NUMBER))
}

impl Statement {
    /// Something over a word denies it, and not the word itself.
    #[must_use]
    pub fn is_denied(&self, at: usize) -> bool {
        // "Left without paying": who left has left.
        let apart = |mark: &super::Mark| is!(self.words[mark.words.start], "without") && (at < mark.words.start || at > mark.words.end + 3);
        let over = |mark: &super::Mark| !mark.words.contains(&at) && mark.scope.has(self.clauses.of[at]) && !apart(mark);
        self.marks.iter().any(|mark| mark.sense == Sense::Denial && over(mark))
    }
}
