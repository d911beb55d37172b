//! Phrases that look like a hedge, or like the confidence of analysts, and are none where they stand.

use super::allowed::is_requirement;
use super::class::Class;
use super::clause::Kind;
use super::phrasebook::Strength;
use super::phrases::Found;
use super::statement::{Mark, Statement};
use super::time::{came_otherwise, is_ahead, is_required};
use super::word::{Gap, Shape, Word, is};

/// The phrase looks like a hedge and is none: "a possible buyer", "appeared before parliament".
#[must_use]
pub fn is_no_hedge(statement: &Statement, found: &Found, strength: Strength) -> bool {
    let words = &statement.words;
    let (first, next) = (&words[found.words.start], words.get(found.words.end).filter(|next| next.gap == Gap::Space));
    let before = found.words.start.checked_sub(1).map(|before| &words[before]).filter(|_| first.gap != Gap::End);
    // "Likely & Sons": a name.
    // "Probable Soviet Courses of Action": a title.
    let titled = matches!(first.gap, Gap::Quote | Gap::Comma | Gap::Open) && next.is_some_and(|next| next.has(Shape::CAPITAL));
    if first.has(Shape::CAPITAL) && (!first.is(Class::ADVERB) && first.gap == Gap::Space || titled) && found.words.len() == 1 {
        return true;
    }
    if is_noun_or_known(words, found, strength) {
        return true;
    }
    if let Some(is_duty) = is_duty(statement, found, strength) {
        return is_duty;
    }
    let single = found.words.len() == 1 || is!(first, "most") || is!(first, "more");
    if single && matches!(strength, Strength::Likely | Strength::VeryLikely | Strength::Unlikely | Strength::Possible) {
        return is_attribute(words, found);
    }
    // "On potentially hostile ground" names the ground.
    if (is!(first, "potentially") || is!(first, "possibly"))
        && before.is_some_and(|before| before.is(Class::PREPOSITION.or(Class::DETERMINER)))
    {
        return true;
    }
    // "One possible explanation was given", and not "was a short circuit".
    let given = next.is_some_and(|next| next.is(Class::PAST) && !next.is(Class::BE.or(Class::HAVE)));
    if given && is!(words[found.words.end - 1], "was", "were", "be", "is", "are") && found.words.len() > 3 {
        return true;
    }
    if is!(first, "indicate") {
        // "Indicates the border" shows it; "indicates that" infers it.
        let governs = statement.clauses.all.iter().any(|row| row.kind == Kind::Complement && row.first == found.words.end);
        return !governs;
    }
    if is!(first, "suggest") {
        // "suggested holding talks", "suggested a date": a proposal.
        let near = words[found.words.end..].iter().take(2).take_while(|next| next.gap == Gap::Space);
        return next.is_some_and(|next| next.is(Class::GERUND)) || near.into_iter().any(is_proposal);
    }
    if found.words.clone().any(|at| is_required(words, at)) {
        return true;
    }
    if strength == Strength::Expected && (is!(first, "as") || came_otherwise(statement, found.words.end - 1)) {
        return true;
    }
    if let Some(is_deed) = is_deed(words, found) {
        return is_deed;
    }
    if is!(first, "appear") {
        return is_seen(words, found);
    }
    strength == Strength::Certain
        && is!(first, "certain")
        && next.is_some_and(|next| is!(next, "number") || is!(next, "of") || next.has(Shape::PLURAL))
}

/// "Odds were given", "were certain of the dates".
fn is_noun_or_known(words: &[Word], found: &Found, strength: Strength) -> bool {
    let (first, next) = (&words[found.words.start], words.get(found.words.end).filter(|next| next.gap == Gap::Space));
    // "Odds were given by nobody": a noun.
    let bets = is!(first, "odds", "chances") && words[found.words.end - 1].is(Class::BE);
    if bets && next.is_some_and(|next| next.is(Class::PAST)) {
        return true;
    }
    // "Doubtful in quality", "doubtful of the plan": what it is like, or who doubts.
    let like = is!(first, "doubtful", "questionable") && found.words.len() == 1;
    if like && next.is_some_and(|next| is!(next, "in", "of", "about", "as")) {
        return true;
    }
    // "Were certain of the dates": they knew them.
    if strength == Strength::Certain && is!(words[found.words.end - 1], "certain", "sure") && next.is_some_and(|next| is!(next, "of")) {
        return true;
    }
    false
}

/// "The likely successor", "two potential sites", "an unlikely ally".
fn is_attribute(words: &[Word], found: &Found) -> bool {
    let (first, next) = (&words[found.words.start], words.get(found.words.end).filter(|next| next.gap == Gap::Space));
    let before = found.words.start.checked_sub(1).map(|before| &words[before]).filter(|_| first.gap != Gap::End);
    let noun = next.map(|next| if next.is(Class::NUMBER) { words.get(found.words.end + 1).unwrap_or(next) } else { next });
    let attributive =
        before.is_some_and(|before| !before.is(Class::BE.or(Class::MODAL)) || before.is(Class::NUMBER)) || first.gap == Gap::End;
    // "Is the most probable source": said of it.
    let said = found.words.start.checked_sub(2).is_some_and(|be| words[be].is(Class::BE))
        && before.is_some_and(|before| is!(before, "the", "a", "an", "one"));
    if said && noun.is_some_and(|noun| noun.is(Class::ENTITY)) && first.gap == Gap::Space {
        return false;
    }
    // "Likely flood zones": the noun stands behind another one.
    let compound =
        words.get(found.words.end + 1).filter(|next| next.gap == Gap::Space && next.is(Class::ENTITY) && next.has(Shape::PLURAL));
    let compound = compound.is_some() && next.is_some_and(|next| !next.is(Class::PREPOSITION.or(Class::DETERMINER)) && !is!(next, "to"));
    // "An unlikely alliance"; an unlikely event is a chance.
    let article = before.is_some_and(|before| is!(before, "a", "an", "this", "that", "these", "those") || before.is(Class::POSSESSIVE));
    if article && found.words.len() == 1 && is!(first, "unlikely") && noun.is_some_and(is_thing) {
        return true;
    }
    if attributive && (compound || noun.is_some_and(|noun| noun.is(Class::ENTITY) || noun.has(Shape::PERSON))) {
        return true;
    }
    // "makes a strike less likely" tells what a chance depends on.
    // "Less likely than women to be vaccinated": how often it happens to whom.
    let than = next.is_some_and(|next| is!(next, "than")) && !words.get(found.words.end + 1).is_some_and(|next| is!(next, "not"));
    if than && before.is_some_and(|before| is!(before, "less", "more")) {
        return true;
    }
    // "Considers rust the more likely cause" says so.
    let holds = |word: &&Word| word.is(Class::BE) || is!(word, "consider", "regard", "think", "deem", "judge", "call", "see", "find");
    let near = words[..found.words.start].iter().rev().take(2).any(|word| word.is(Class::BE));
    let held = words[..found.words.start].iter().rev().take(6).take_while(|word| word.gap != Gap::End).find(holds).is_some();
    before.is_some_and(|before| is!(before, "less") || is!(before, "more") && is!(first, "likely")) && !near && !held
}

/// "The minister did not rule it out" tells what he did; of "we did not" it is what we hold. `None` of any other phrase.
fn is_deed(words: &[Word], found: &Found) -> Option<bool> {
    let first = found.words.start;
    let excludes = words[found.words.clone()].iter().any(|word| is!(word, "rule", "exclude"));
    let did = first.checked_sub(1).is_some_and(|before| words[before].is(Class::DO));
    let who = first.checked_sub(2).map(|who| &words[who]);
    (is!(words[first], "not") && excludes && did).then(|| who.is_some_and(|who| !is!(who, "we", "i", "it", "one", "analysts", "estimate")))
}

/// "Appeared before parliament", "appears in public". "It would appear" has nothing that does.
fn is_seen(words: &[Word], found: &Found) -> bool {
    let next = words.get(found.words.end).filter(|next| next.gap == Gap::Space);
    let to = next.is_some_and(|next| is!(next, "to"))
        || words[found.words.start.saturating_sub(2)..found.words.start].iter().any(|word| is!(word, "it"));
    let adverbial = |next: &Word| next.is(Class::PREPOSITION.or(Class::COORDINATOR)) || next.is(Class::ADVERB) && !next.is(Class::VERB);
    !to && next.is_none_or(adverbial)
}

/// Of what should, must or tends to be so: it is a duty, or no verb follows. `None` of any other phrase.
fn is_duty(statement: &Statement, found: &Found, strength: Strength) -> Option<bool> {
    let words = &statement.words;
    let (first, next) = (&words[found.words.start], words.get(found.words.end).filter(|next| next.gap == Gap::Space));
    if is!(first, "must") {
        return Some(!next.is_some_and(|next| next.is(Class::PAST) || is!(next, "been")) || is_requirement(statement, found.words.start));
    }
    if is!(first, "should") {
        // "Observers should stay alert" is advice, and what is decided or demanded should be done.
        let asked = statement.clauses.all[statement.clauses.of[found.words.start]].kind == Kind::Complement;
        return Some(asked || !statement.clauses.finite[found.words.start] || !is_ahead(statement, found.words.start));
    }
    (is!(words[found.words.end - 1], "to") && !is_infinitive(&words[found.words.end.saturating_sub(2)], next, strength)).then_some(true)
}

/// "Reported to have fled", "prone to fail", and not "reported to the minister", "prone to floods", "liable to arrest".
fn is_infinitive(before: &Word, next: Option<&Word>, strength: Strength) -> bool {
    let Some(next) = next else { return false };
    let verb = next.is(Class::BARE.or(Class::BASE).or(Class::HAVE).or(Class::DO)) || next.is(Class::ADVERB);
    let unknown = next.entry.class == Class::default() && !next.has(Shape::PLURAL) && !next.has(Shape::CAPITAL);
    match strength {
        Strength::Apt | Strength::Reported => verb || unknown && !is!(before, "prone", "report", "liable"),
        _ => true,
    }
}

/// What is no event: an alliance, a hero.
fn is_thing(word: &Word) -> bool {
    let event =
        is!(word, "event", "outcome", "scenario", "prospect", "case", "possibility", "development", "result", "turn", "move", "step", "to");
    word.gap == Gap::Space && !event && !word.is(Class::PREPOSITION.or(Class::COORDINATOR).or(Class::DETERMINER).or(Class::SUBORDINATOR))
}

/// What somebody may suggest to others.
fn is_proposal(word: &Word) -> bool {
    is!(
        word,
        "amendment",
        "amendments",
        "change",
        "changes",
        "reforms",
        "reform",
        "measures",
        "steps",
        "way",
        "ways",
        "options",
        "dates",
        "date",
        "names",
        "talks",
        "cuts",
        "meeting",
        "meetings",
        "compromise",
        "solution",
        "solutions",
        "venue",
        "improvements"
    )
}

impl Statement {
    /// "The possible worlds", "its likely heirs": the word is part of what a thing is called.
    #[must_use]
    pub fn names_only(&self, mark: &Mark) -> bool {
        let (first, end) = (mark.words.start, mark.words.end);
        let before = first.checked_sub(1).filter(|_| self.words[first].gap == Gap::Space).map(|before| &self.words[before]);
        let called = before
            .is_some_and(|before| before.is(Class::POSSESSIVE) || is!(before, "the", "these", "those", "all", "any", "every", "most"));
        let others = Class::PREPOSITION.or(Class::BE).or(Class::MODAL).or(Class::RELATIVE).or(Class::COORDINATOR);
        let noun = self.words.get(end).is_some_and(|next| next.gap == Gap::Space && !next.is(others) && !is!(next, "that"));
        // "The odds favour a longer war" says so.
        let says = self.words[end - 1].is(Class::VERB) && mark.words.len() > 1;
        called && noun && !says && mark.words.len() <= 2
    }
}

/// It is the writers' confidence in what they say, and not that of markets or of others.
#[must_use]
pub fn is_analytic(statement: &Statement, found: &Found) -> bool {
    let words = &statement.words;
    let first = found.words.start;
    let before = first.checked_sub(1).map(|before| &words[before]).filter(|_| words[first].gap == Gap::Space);
    let whole = &words[first..found.words.end];
    if before.is_some_and(|before| before.is(Class::PUBLIC) || before.has(Shape::OWNS))
        || whole.iter().any(|word| word.is(Class::PUBLIC) && !is!(word, "no"))
    {
        return false;
    }
    // "They lack confidence in the forecast", "we took him into our confidence".
    let has = before.is_some_and(|before| before.is(Class::VERB.or(Class::HAVE)) && !before.is(Class::ADVERB) || is!(before, "into", "in"));
    if has
        && is!(words[found.words.end - 1], "confidence", "that", "forecast", "judgement", "judgment", "assessment", "estimate", "analysis")
    {
        let ours = words[..first].iter().any(|word| is!(word, "we", "i", "analysts", "estimate"));
        if is!(whole[0], "our") || is!(whole[0], "confidence") && !ours {
            return false;
        }
    }
    // "Confidence in the currency is low."
    let in_what = whole.len() > 3 && is!(whole[0], "confidence") && is!(whole[1], "in");
    let own = |word: &Word| {
        word.is(Class::ACCOUNT.or(Class::DOCUMENT))
            || is!(word, "this", "that", "it", "our", "these", "source", "sources", "reporting", "likelihood")
    };
    if in_what && !whole[2..].iter().any(own) {
        return false;
    }
    let ours = words[..first].iter().any(|word| is!(word, "we", "i"));
    // "Confident of victory" is a side's.
    if !ours && words.get(found.words.end).is_some_and(|next| is!(next, "of")) && is!(words[found.words.end - 1], "confident") {
        return false;
    }
    let is_confident = whole.last().is_some_and(|word| is!(word, "confident"));
    if !is_confident {
        return true;
    }
    // Who is confident? The writers, or nobody is named.
    let mut at = first;
    while at > 0
        && words[at].gap == Gap::Space
        && (words[at - 1].is(Class::ADVERB.or(Class::BE).or(Class::HAVE)) || words[at].is(Class::BE))
        && at + 4 > first
    {
        at -= 1;
        if !words[at].is(Class::ADVERB.or(Class::BE).or(Class::HAVE)) {
            break;
        }
    }
    let subject = if words[first].is(Class::BE) || at < first {
        at.checked_sub(usize::from(words[at].is(Class::ADVERB.or(Class::BE).or(Class::HAVE))))
    } else {
        None
    };
    let Some(subject) = subject.map(|at| &words[at]) else { return before.is_none_or(|before| !before.is(Class::VERB)) };
    subject.is(Class::ANALYST)
}
