//! Who does what to whom: "the bank sued the state", "the state was sued by the bank".

use super::class::Class;
use super::clause::Kind;
use super::lexicon::lemma;
use super::one_deed::{name_one_deed, verbs};
use super::statement::Statement;
use super::word::{Gap, Shape, Word, is};
use std::ops::Range;

struct Roles {
    verb: usize,
    lemma: u16,
    doer: Party,
    sufferer: Party,
    /// To whom, or from whom.
    partner: Option<(u16, Vec<u64>)>,
    /// Of a deed that has two verbs, as selling and buying have, which of [`TRADES`] it is: a bit each.
    trade: u32,
}

/// One side of a deed: the words for it, and the names among them.
#[derive(Default)]
struct Party {
    words: Vec<u64>,
    names: Vec<u64>,
}

fn meet(one: &[u64], two: &[u64]) -> bool {
    one.iter().any(|stem| two.contains(stem))
}

impl Roles {
    /// "The state sold the mine to the bank" of what the bank sold to the state.
    fn gives_back(&self, other: &Self) -> bool {
        let other_lemma = other.lemma;
        let Some(((one, to), (two, back))) = self.partner.as_ref().zip(other.partner.as_ref()) else { return false };
        let (doer, theirs) = (&self.doer.words, &other.doer.words);
        let (what, other) = (&self.sufferer.words, &other.sufferer.words);
        // "Sent a letter to the bank" and "gave the state an answer" are two deeds.
        let apart = self.lemma != other_lemma && !what.is_empty() && !other.is_empty() && !meet(what, other);
        one == two && meet(doer, back) && meet(to, theirs) && !meet(doer, theirs) && !apart
    }

    /// "The Marovian navy escorted Sulene ships" of the Sulene navy and Marovian ships: the names have changed places.
    fn swaps_names(&self, other: &Self) -> bool {
        // What stands on one side in both has not changed places.
        let apart = |one: &[u64], two: &[u64]| -> Vec<u64> { one.iter().filter(|stem| !two.contains(stem)).copied().collect() };
        let (doer, theirs) = (apart(&self.doer.names, &other.doer.names), apart(&other.doer.names, &self.doer.names));
        let (sufferer, back) = (apart(&self.sufferer.names, &other.sufferer.names), apart(&other.sufferer.names, &self.sufferer.names));
        meet(&doer, &back) && meet(&sufferer, &theirs)
    }

    /// "Singapore expelled Malaysia's envoy" of whoever expelled Singapore's: one who suffered it does it now, to another of its kind.
    fn turns_on(&self, other: &Self) -> bool {
        let (owners, theirs) = (&self.sufferer.names, &other.sufferer.names);
        self.partner.is_none()
            && other.partner.is_none()
            && meet(owners, &other.doer.names)
            && !meet(&self.doer.names, &other.doer.names)
            && !theirs.is_empty()
            && !meet(owners, theirs)
            && meet(&self.sufferer.words, &other.sufferer.words)
    }

    fn is_along(&self, other: &Self) -> bool {
        let same = meet(&self.doer.words, &other.doer.words);
        let done = meet(&self.sufferer.words, &other.sufferer.words) && !meet(&self.sufferer.words, &other.doer.words);
        !self.swaps_names(other) && !self.turns_on(other) && (same || done && !self.gives_back(other))
    }

    fn is_crossed(&self, other: &Self) -> bool {
        let crossed = meet(&self.doer.words, &other.sufferer.words) && meet(&self.sufferer.words, &other.doer.words);
        crossed || self.gives_back(other) || self.swaps_names(other) || self.turns_on(other)
    }
}

/// Deeds that have one verb for who gives, and another for who takes.
#[rustfmt::skip]
const TRADES: &[(&[u16], &[u16])] = &[
    (verbs!(sell), verbs!(buy acquire purchase)),
    (verbs!(lend), verbs!(borrow)),
    (verbs!(lease rent), verbs!(rent lease hire)),
    (
        verbs!(transfer deliver give hand send ship supply export provide pass cede surrender concede relinquish yield return award grant
            entrust assign bequeath donate distribute present forward extradite),
        verbs!(receive get obtain import take inherit),
    ),
    (verbs!(cede lose surrender concede relinquish yield), verbs!(gain win capture seize)),
];

/// The bit of what one wins and the other loses.
const CONTEST: u32 = 1 << 31;

impl Statement {
    /// The verbs of two texts that give one deed to each other's doer and sufferer.
    #[must_use]
    pub fn swaps_roles(&self, other: &Self) -> Option<(usize, usize)> {
        let theirs = other.roles();
        let ours = self.roles();
        theirs.iter().find_map(|two| {
            let of_deed = || ours.iter().filter(|one| one.trade & two.trade != 0 || self.is_same_deed(one.verb, other, two.verb));
            // Of a deed by "which" or "she" it is not known whose it is.
            let told = |at: usize| of_deed().any(|one| one.verb == at);
            let deeds = |at: &usize| self.words[*at].is(Class::VERB) && self.is_same_deed(*at, other, two.verb);
            if (0..self.words.len()).filter(deeds).any(|at| !told(at)) {
                return None;
            }
            let along = of_deed().any(|one| one.is_along(two));
            let crossed = of_deed().find(|one| one.is_crossed(two));
            crossed.filter(|one| !along && self.is_denied(one.verb) == other.is_denied(two.verb)).map(|one| (one.verb, two.verb))
        })
    }

    fn is_same_deed(&self, at: usize, other: &Self, place: usize) -> bool {
        let (one, two) = (self.words[at].entry.lemma, other.words[place].entry.lemma);
        self.stems[at] == other.stems[place] || name_one_deed(one, two)
    }

    fn roles(&self) -> Vec<Roles> {
        (0..self.words.len()).filter_map(|at| self.roles_of(at)).collect()
    }

    fn roles_of(&self, verb: usize) -> Option<Roles> {
        if let Some(roles) = self.named_roles(verb).or_else(|| self.contest(verb)) {
            return Some(roles);
        }
        let (passive, subject) = self.voice(verb)?;
        let (doer, sufferer) = if passive {
            let by = (verb + 1..self.words.len())
                .take(12)
                .take_while(|at| self.words[*at].gap == Gap::Space)
                .find(|at| is!(self.words[*at], "by"))?;
            (self.party(self.phrase_behind(by + 1)), self.party(subject))
        } else {
            let behind = self.phrase_behind(verb + 1);
            let what = self.receiver(verb).map_or(behind.clone(), |(_, what)| what);
            let names = self.names(what.start..self.stretch(what.start));
            (self.party(subject), Party { names, ..self.party(what) })
        };
        let given = || self.receiver(verb).map(|(whom, _)| (lemma("to"), self.telling(whom)));
        let trades = TRADES.iter().any(|(gives, takes)| gives.iter().chain(*takes).any(|of| *of == self.words[verb].entry.lemma));
        let partner = if passive && !trades { None } else { self.partner(verb).or_else(given) };
        let told = !doer.words.is_empty() && (!sufferer.words.is_empty() || partner.is_some());
        let apart =
            doer.words.iter().all(|stem| !sufferer.words.contains(stem)) || !doer.names.is_empty() && !meet(&doer.names, &sufferer.names);
        let lemma = self.words[verb].entry.lemma;
        (told && apart).then(|| traded(Roles { verb, lemma, doer, sufferer, partner, trade: 0 }))
    }

    /// "Lost to the challenger", "prevailed over the incumbent": who beat whom.
    fn contest(&self, verb: usize) -> Option<Roles> {
        let word = &self.words[verb];
        let (passive, subject) = self.voice(verb).filter(|_| is!(word, "lose", "win", "prevail", "triumph"))?;
        let lost = is!(word, "lose");
        let near = (verb + 1..self.words.len()).take(8).take_while(|at| self.words[*at].gap == Gap::Space && !self.clauses.finite[*at]);
        let way = near.into_iter().find(|at| if lost { is!(self.words[*at], "to") } else { is!(self.words[*at], "over", "against") })?;
        let of_contest = |at: usize| {
            let word = &self.words[at];
            is!(
                word, "election", "vote", "final", "match", "race", "runoff", "case", "bid", "ballot", "war", "battle", "lawsuit",
                "contest"
            )
        };
        // "Lost the town to them" is another loss.
        let between = verb + 1..way;
        let contested = between.clone().any(of_contest) || between.into_iter().all(|at| self.words[at].is(Class::ADVERB));
        let (own, other) = (self.party(subject), self.party(self.phrase_behind(way + 1)));
        let told = !passive && contested && !own.words.is_empty() && !other.words.is_empty() && !meet(&own.words, &other.words);
        let (doer, sufferer) = if lost { (other, own) } else { (own, other) };
        told.then_some(Roles { verb, lemma: lemma("beat"), doer, sufferer, partner: None, trade: CONTEST })
    }

    /// "Handed Romania control of the line": to whom, and what, where both stand behind the verb.
    fn receiver(&self, verb: usize) -> Option<(Range<usize>, Range<usize>)> {
        if !is!(self.words[verb], "hand", "give", "lend", "award", "grant", "cede", "concede", "assign", "sell", "transfer") {
            return None;
        }
        let phrase = self.phrase_behind(verb + 1);
        let opens = |at: &usize| self.words[*at].is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::NUMBER));
        let named = |at: usize| self.words[at].has(Shape::CAPITAL);
        let first = phrase.clone().next().filter(|first| opens(first) || named(*first))?;
        let parted = if opens(&first) {
            (first + 2..phrase.end).find(opens).filter(|at| !is!(self.words[at - 1], "of"))
        } else {
            // "Sold Boeing jets to Iran".
            let plain = (first + 1..phrase.end).find(|at| !named(*at) && !is!(self.words[*at], "of"));
            plain.filter(|at| is!(self.words[verb], "hand", "give", "lend", "award", "grant") || opens(at))
        };
        let parted = parted.filter(|_| self.partner(verb).is_none())?;
        Some((phrase.start..parted, parted..phrase.end))
    }

    /// "Kenya's expulsion of two Tanzanians": who did it and to whom, in a noun.
    fn named_roles(&self, verb: usize) -> Option<Roles> {
        let owner = verb.checked_sub(1).filter(|owner| self.words[*owner].has(Shape::OWNS))?;
        self.words.get(verb + 1).filter(|of| is!(of, "of") && of.gap == Gap::Space && self.stems[verb] != 0)?;
        let (doer, sufferer) = (self.party(self.phrase_before(owner + 1)), self.party(self.phrase_behind(verb + 2)));
        let told = !doer.words.is_empty() && !sufferer.words.is_empty() && !meet(&doer.words, &sufferer.words);
        told.then_some(Roles { verb, lemma: self.words[verb].entry.lemma, doer, sufferer, partner: None, trade: 0 })
    }

    /// Whether a verb that tells of a deed is in the passive, and where its subject stands.
    pub fn voice(&self, verb: usize) -> Option<(bool, Range<usize>)> {
        let word = &self.words[verb];
        let helps = Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL).or(Class::PREPOSITION).or(Class::DETERMINER);
        // Of these each is the other's. "Met the deadline" is a deed of one.
        let goal = |word: &Word| is!(word, "deadline", "deadlines", "target", "targets", "demands", "conditions", "quota", "goal");
        let meets_goal = is!(word, "meet") && self.words[verb + 1..].iter().take(5).take_while(|word| word.gap == Gap::Space).any(goal);
        let mutual = !meets_goal
            && is!(
                word,
                "meet",
                "merge",
                "fight",
                "clash",
                "agree",
                "negotiate",
                "discuss",
                "trade",
                "exchange",
                "swap",
                "join",
                "share",
                "cooperate",
                "compete"
            );
        let group = self.group(verb);
        let before = verb.checked_sub(1).map(|before| &self.words[before])?;
        // "The world's recorded deaths".
        let named = word.is(Class::PAST) && (before.has(Shape::OWNS) || before.is(Class::POSSESSIVE));
        let verbal = self.clauses.finite[verb]
            || word.is(Class::PAST)
            || before.is(Class::MODAL)
            || is!(before, "to")
            || group < verb && word.is(Class::VERB);
        if self.stems[verb] == 0 || word.is(helps) || word.is(Class::GERUND) && !before.is(Class::BE) || mutual || named || !verbal {
            return None;
        }
        let passive = (word.is(Class::PAST) || word.is(Class::BASE)) && before.is(Class::BE)
            || word.is(Class::PAST) && before.is(Class::ADVERB) && verb > 1 && self.words[verb - 2].is(Class::BE);
        Some((passive, self.phrase_before(group)))
    }

    /// Who does what a verb says, where the text says so.
    #[must_use]
    pub fn doer(&self, verb: usize) -> Vec<u64> {
        self.voice(verb)
            .filter(|(passive, _)| !passive && self.had_done(verb).is_none())
            .map_or_else(Vec::new, |(_, subject)| self.telling(subject))
    }

    fn party(&self, words: Range<usize>) -> Party {
        Party { names: self.names(words.clone()), words: self.telling(words) }
    }

    fn names(&self, words: Range<usize>) -> Vec<u64> {
        let named = |at: &usize| self.words[*at].has(Shape::CAPITAL) && self.stems[*at] != 0 && !self.words[*at].is(Class::TIME);
        words.filter(named).map(|at| self.stems[at]).collect()
    }

    /// Where the words end that go on from a word without a stop.
    fn stretch(&self, from: usize) -> usize {
        let stops = |at: &usize| !matches!(self.words[*at].gap, Gap::Space | Gap::Quote) || self.clauses.finite[*at];
        (from..self.words.len()).find(stops).unwrap_or(self.words.len()).min(from + 14)
    }

    /// "Sold the mine to the state": the state.
    fn partner(&self, verb: usize) -> Option<(u16, Vec<u64>)> {
        let own = |at: &usize| self.words[*at].gap == Gap::Space && !self.clauses.finite[*at];
        let to = (verb + 1..self.words.len()).take(12).take_while(own).find(|at| is!(self.words[*at], "to", "from"))?;
        let named = self.words.get(to + 1).is_some_and(|next| !next.is(Class::BASE) || next.has(Shape::CAPITAL));
        named.then(|| (self.words[to].entry.lemma, self.telling(self.phrase_behind(to + 1))))
    }

    /// Where the words begin that make one verb: "has agreed to buy", "is to pay".
    pub fn group(&self, verb: usize) -> usize {
        let helps = Class::ADVERB.or(Class::MODAL).or(Class::HAVE).or(Class::DO).or(Class::BE);
        let mut at = verb;
        while at > 0 && self.words[at].gap == Gap::Space {
            let before = &self.words[at - 1];
            let named = at > 1 && self.words[at - 2].is(Class::DETERMINER.or(Class::POSSESSIVE));
            let leads = is!(self.words[at], "to") && before.is(Class::VERB) && !before.has(Shape::CAPITAL) && !named;
            if !(before.is(helps) || is!(before, "to") && at == verb || leads) || before.is(Class::PRONOUN) {
                break;
            }
            at -= 1;
        }
        at
    }

    /// The name of a thing that ends before a word.
    pub(super) fn phrase_before(&self, end: usize) -> Range<usize> {
        let stops = |at: usize| {
            let word = &self.words[at];
            word.is(Class::MODAL.or(Class::RELATIVE).or(Class::SUBORDINATOR)) || is!(word, "that") || self.clauses.finite[at]
        };
        let end = self.cleft(end).unwrap_or(end);
        let aside = self.aside_before(end);
        let end = aside.unwrap_or(end);
        let mut from = end;
        while from > 0 && from + 9 > end && !stops(from - 1) && (from == end || matches!(self.words[from].gap, Gap::Space | Gap::Quote)) {
            from -= 1;
        }
        let parted = aside.is_none() && self.words[end.min(self.words.len() - 1)].gap != Gap::Space;
        if from < end && parted { end..end } else { from..end }
    }

    /// "The board, | which is not known for haste, | has sued": where what is said by the way of a subject begins.
    fn aside_before(&self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1).filter(|_| self.words.get(end).is_some_and(|next| next.gap == Gap::Comma))?;
        let row = &self.clauses.all[self.clauses.of[last]];
        (row.kind == Kind::Relative && self.words[row.first].gap == Gap::Comma).then_some(row.first)
    }

    /// "It was Tirana | that lent": where the name ends that is set before the clause.
    fn cleft(&self, end: usize) -> Option<usize> {
        let that =
            end.checked_sub(1).filter(|that| is!(self.words[*that], "that", "who", "which") && self.words[*that].gap == Gap::Space)?;
        let near = (that.saturating_sub(7)..that).rev().take_while(|at| self.words[at + 1].gap == Gap::Space);
        let be = near.into_iter().find(|at| self.words[*at].is(Class::BE))?;
        (be > 0 && be + 1 < that && is!(self.words[be - 1], "it") && !self.is_denied(that)).then_some(that)
    }

    /// The name of a thing that begins at a word.
    pub(super) fn phrase_behind(&self, from: usize) -> Range<usize> {
        let stops = |at: &usize| {
            let word = &self.words[*at];
            let joins =
                word.is(Class::PREPOSITION) && !is!(word, "of") || word.is(Class::MODAL.or(Class::RELATIVE).or(Class::SUBORDINATOR));
            !matches!(word.gap, Gap::Space | Gap::Quote) || joins || self.clauses.finite[*at] || is!(word, "that")
        };
        let end = (from..self.words.len()).find(stops).unwrap_or(self.words.len()).min(from + 9);
        from..end
    }
}

/// "The bank bought the mine from the state" is told as what the state sold to the bank.
fn traded(roles: Roles) -> Roles {
    let verb = roles.lemma;
    if name_one_deed(verb, lemma("beat")) {
        return Roles { trade: CONTEST, ..roles };
    }
    let Some((way, whom)) = &roles.partner else { return roles };
    let (from, to) = (lemma("from"), lemma("to"));
    // A bit for each trade.
    let (mut gives, mut takes) = (0, 0);
    for (at, (giving, taking)) in TRADES.iter().enumerate() {
        gives |= u32::from(*way == to && giving.contains(&verb)) << at;
        takes |= u32::from(*way == from && taking.contains(&verb)) << at;
    }
    if takes != 0 {
        let doer = Party { words: whom.clone(), names: Vec::new() };
        return Roles { doer, partner: Some((to, roles.doer.words)), trade: takes, ..roles };
    }
    Roles { trade: gives, ..roles }
}
