//! What a modal verb means where it stands: chance, future, ability, permission, or a month.

use super::allowed::{forbids, is_allowed, is_in_force, is_none, is_requirement, refused};
use super::class::Class;
use super::clause::Kind;
use super::fronted::is_granted;
use super::phrasebook::Strength;
use super::phrases::Found;
use super::statement::{Mark, Sense, Statement};
use super::time::{came_otherwise, is_ahead, is_habit, is_over, is_purpose, is_required, is_skill, is_turn};
use super::word::{Gap, Shape, Word, is};

/// `None` where the word is a noun or a name.
#[must_use]
pub fn sense(statement: &Statement, at: usize) -> Option<Sense> {
    let words = &statement.words;
    let word = &words[at];
    if is!(word, "cannot", "can't", "couldn't") {
        return Some(Sense::Ability);
    }
    if is!(word, "won't", "wouldn't", "shan't") {
        return Some(Sense::Future);
    }
    let (verb, denied) = verb_of(words, at)?;
    // "May be dissolved": the participle tells.
    let passive = words.get(verb).is_some_and(|word| word.is(Class::BARE)) && words.get(verb + 1).is_some_and(|next| next.is(Class::PAST));
    let verb = words.get(verb + usize::from(passive));
    let does = |class: Class| verb.is_some_and(|verb| verb.is(class));
    Some(if is!(word, "may", "might") && is_granted(words, at) {
        Sense::Ability
    } else if is!(word, "may") {
        // "No side may build a base."
        let denied = denied || forbids(statement, at) || is_none(statement, at);
        if is_allowed(statement, at, verb, denied) { Sense::Ability } else { Sense::Hedge(Strength::Possible) }
    } else if is!(word, "might") {
        Sense::Hedge(Strength::Possible)
    } else if is!(word, "can") {
        if does(Class::OUTCOME) && !denied { Sense::Hedge(Strength::Possible) } else { Sense::Ability }
    } else if is!(word, "could") {
        let few = statement.sentence_at(at).take_while(|word| *word < at).any(|word| is!(words[word], "few", "none", "nobody", "neither"));
        let past = (denied || few) && !is_ahead(statement, at)
            || does(Class::SENSE)
            || is_over(statement, at)
            || is_purpose(statement, at)
            || is_skill(statement, at, verb);
        if past { Sense::Ability } else { Sense::Hedge(Strength::Possible) }
    } else if is!(word, "would") && (is_turn(statement, at) || is_habit(statement, at) || denied && refused(statement, at, verb))
        || is!(word, "would") && is_none(statement, at) && refused(statement, at, verb)
        || is!(word, "shall") && !is_ours(words, at)
        || is!(word, "will") && is_in_force(statement, at)
    {
        Sense::Ability
    } else {
        Sense::Future
    })
}

#[must_use]
pub fn denies(statement: &Statement, at: usize) -> bool {
    is!(statement.words[at], "cannot", "can't", "couldn't", "won't", "wouldn't", "shan't")
}

/// The verb that belongs to a modal, and whether "not" stands between; `None` where it is no modal.
fn verb_of(words: &[Word], at: usize) -> Option<(usize, bool)> {
    let word = &words[at];
    // A quote may begin with the modal of its sentence: "could escalate tensions".
    let begins = word.gap == Gap::End && word.has(Shape::CAPITAL);
    // "In May", "Theresa May", "the military's might", "Will Smith".
    if word.has(Shape::CAPITAL) && !begins && !matches!(word.gap, Gap::Quote | Gap::Break) || word.has(Shape::OWNS) {
        return None;
    }
    let (mut next, mut denied) = (at + 1, false);
    while let Some(word) = words.get(next) {
        let skipped =
            word.is(Class::ADVERB) && !word.is(Class::BASE) || word.is(Class::PRONOUN) && word.is(Class::DETERMINER) && next > at + 1;
        if !skipped || is!(word, "alone") || !matches!(word.gap, Gap::Space | Gap::Comma) {
            break;
        }
        denied |= is!(word, "not");
        next += 1;
    }
    next += adverbial(words, next);
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| !begins);
    let named = before
        .is_some_and(|before| before.is(Class::DETERMINER.or(Class::PREPOSITION)) && !before.is(Class::PRONOUN) || before.has(Shape::OWNS));
    let Some(verb) = words.get(next).filter(|word| word.gap != Gap::End && word.gap != Gap::Break) else {
        // "It may." The noun stands behind an article or an adjective.
        return (before.is_some_and(|before| before.is(Class::PRONOUN)) && !named).then_some((next, denied));
    };
    if begins {
        // A question or a wish: its subject stands behind.
        let asks = verb.is(Class::PRONOUN.or(Class::DETERMINER))
            || verb.entry.class == Class::default() && !verb.has(Shape::CAPITAL) && !verb.has(Shape::PLURAL);
        return asks.then_some((next + 1, denied));
    }
    let is_bare = verb.is(Class::BARE) || is!(verb, "have") || verb.is(Class::BASE) || is!(verb, "do");
    let unknown = verb.entry.class == Class::default() && !verb.has(Shape::CAPITAL) && !verb.has(Shape::PLURAL);
    let aside = matches!(verb.gap, Gap::Comma | Gap::Open);
    // "Will file a case": a noun, but for its object.
    let others = Class::PREPOSITION.or(Class::DETERMINER).or(Class::PRONOUN).or(Class::COORDINATOR).or(Class::SUBORDINATOR).or(Class::BE);
    let object = words.get(next + 1).is_some_and(|object| object.gap == Gap::Space && object.is(Class::DETERMINER));
    let takes = object && !verb.is(others.or(Class::VERB).or(Class::RELATIVE)) && !verb.has(Shape::PLURAL) && !verb.has(Shape::CAPITAL);
    ((is_bare || unknown || aside || takes || is_action(word, verb)) && !named).then_some((next, denied))
}

/// "Could file for protection", "may court criticism": a noun that is the verb here.
fn is_action(modal: &Word, verb: &Word) -> bool {
    let things = Class::TOPIC.or(Class::ENTITY).or(Class::BREAK).or(Class::BODY).or(Class::DOCUMENT).or(Class::RISK).or(Class::LAW);
    let noun = verb.is(things) && Class(verb.entry.class.0 & !things.0) == Class::default();
    noun && !is!(modal, "will") && verb.gap == Gap::Space && !verb.has(Shape::PLURAL) && !verb.has(Shape::CAPITAL)
}

/// How many words of "may by now have" stand before the verb.
fn adverbial(words: &[Word], at: usize) -> usize {
    let is_verb =
        |word: &Word| word.is(Class::BARE) || is!(word, "have") || word.is(Class::BASE) && !word.is(Class::PREPOSITION.or(Class::TIME));
    let begins = words.get(at).is_some_and(|word| word.is(Class::PREPOSITION) && !word.is(Class::VERB) && !is!(word, "of", "to"));
    let stretch = words.iter().skip(at + 1).take(4).take_while(|word| matches!(word.gap, Gap::Space | Gap::Comma));
    let verb = stretch.clone().position(is_verb);
    let plain = |far: usize| {
        stretch.clone().take(far).all(|word| !word.is(Class::VERB.or(Class::BE).or(Class::HAVE).or(Class::MODAL)) || word.is(Class::TIME))
    };
    verb.filter(|far| begins && *far > 0 && plain(*far)).map_or(0, |far| far + 1)
}

/// "We shall see" will come; "lessees shall give notice" is a duty.
fn is_ours(words: &[Word], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|who| is!(words[who], "we", "i"))
}

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
