//! Who does what to whom: "the bank sued the state", "the state was sued by the bank".

use super::class::Class;
use super::clause::Kind;
use super::lexicon::lemma;
use super::one_deed::{name_one_deed, verbs};
use super::parties::{Party, Roles, meet};
use super::statement::Statement;
use super::told_deeds::{FIRST, deeds_of};
use super::word::{Gap, Shape, Word, is};
use std::ops::Range;

/// Deeds that have one verb for who gives, and another for who takes.
#[rustfmt::skip]
const TRADES: &[(&[u16], &[u16])] = &[
    (verbs!(sell sale sales), verbs!(buy acquire purchase acquisition takeover)),
    (verbs!(lend loan loans), verbs!(borrow)),
    (verbs!(lease rent), verbs!(rent lease hire)),
    (
        verbs!(transfer deliver give hand send ship supply export provide pass cede surrender concede relinquish yield return award grant
            entrust assign bequeath donate distribute present forward extradite extradition delivery deliveries shipment shipments handover gift gifts),
        verbs!(receive get obtain import take inherit),
    ),
    (verbs!(cede lose surrender concede relinquish yield), verbs!(gain win capture seize)),
];

/// The bit of what one wins and the other loses.
const CONTEST: u64 = FIRST;

impl Statement {
    /// The verbs of two texts that give one deed to each other's doer and sufferer.
    #[must_use]
    pub fn swaps_roles(&self, other: &Self) -> Option<(usize, usize)> {
        let theirs = other.roles();
        let ours = self.roles();
        theirs.iter().find_map(|two| {
            // What a phrase tells is told of by no other verb.
            let plain = |one: &Roles| !one.phrase && !two.phrase && self.is_same_deed(one.verb, other, two.verb);
            let of_deed = || ours.iter().filter(|one| one.deeds & two.deeds != 0 || plain(one));
            // Of a deed by "which" or "she" it is not known whose it is.
            let told = |at: usize| of_deed().any(|one| one.verb == at);
            let deeds = |at: &usize| !two.phrase && self.words[*at].is(Class::VERB) && self.is_same_deed(*at, other, two.verb);
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
        (0..self.words.len()).flat_map(|at| self.told_deeds(at).into_iter().chain(self.roles_of(at))).map(Roles::apart).collect()
    }

    fn roles_of(&self, verb: usize) -> Option<Roles> {
        if let Some(roles) = self.named_roles(verb).or_else(|| self.contest(verb)) {
            return Some(roles);
        }
        let (passive, subject) = self.voice(verb)?;
        let told = self.subject(subject.clone());
        let (doer, sufferer) = if passive {
            let by = (verb + 1..self.words.len())
                .take(12)
                .take_while(|at| self.words[*at].gap == Gap::Space)
                .find(|at| is!(self.words[*at], "by"))?;
            (self.party(self.phrase_behind(by + 1)), self.party(told.clone()))
        } else {
            let behind = self.phrase_behind(verb + 1);
            let what = self.receiver(verb).map_or(behind.clone(), |(_, what)| what);
            // "The colonel, whom the major replaced".
            let what = self.of_relative(&subject).filter(|_| what.is_empty()).unwrap_or(what);
            let names = self.names(what.start..self.stretch(what.start));
            (self.party(told.clone()), Party { names, ..self.party(what) })
        };
        let given = || self.receiver(verb).map(|(whom, _)| (lemma("to"), self.telling(whom)));
        let lemma = self.words[verb].entry.lemma;
        let (doer, sufferer, partner) = if let Some((with, what)) = self.supplied(verb) {
            let whom = if passive { told } else { with };
            (doer, self.party(what), Some((crate::english::lexicon::lemma("to"), self.telling(whom))))
        } else {
            let trades = TRADES.iter().any(|(gives, takes)| gives.iter().chain(*takes).any(|of| *of == lemma));
            let partner = if passive && !trades { None } else { self.partner(verb).or_else(given) };
            (doer, sufferer, partner)
        };
        let told = !doer.words.is_empty() && (!sufferer.words.is_empty() || partner.is_some());
        let roles = Roles { verb, lemma, doer, sufferer, partner, deeds: deeds_of(lemma), phrase: false }.apart();
        let apart = !meet(&roles.doer.words, &roles.sufferer.words)
            || !roles.doer.names.is_empty() && !meet(&roles.doer.names, &roles.sufferer.names);
        (told && apart).then(|| traded(roles))
    }

    /// What "whom" before a subject stands for.
    fn of_relative(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let relative = subject.start.checked_sub(1).filter(|_| !subject.is_empty())?;
        is!(self.words[relative], "whom", "which", "that").then(|| self.antecedent(relative))
    }

    /// "Supplied the army with fuel": whom, and with what.
    fn supplied(&self, verb: usize) -> Option<(Range<usize>, Range<usize>)> {
        if !is!(self.words[verb], "supply", "provide", "furnish", "equip", "arm", "present", "entrust", "issue") {
            return None;
        }
        let near = (verb + 1..self.words.len()).take(9).take_while(|at| self.words[*at].gap == Gap::Space && !self.clauses.finite[*at]);
        let with = near.into_iter().find(|at| is!(self.words[*at], "with"))?;
        Some((verb + 1..with, self.phrase_behind(with + 1)))
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
        let (own, other) = (self.party(self.subject(subject)), self.party(self.phrase_behind(way + 1)));
        let told = !passive && contested && !own.words.is_empty() && !other.words.is_empty() && !meet(&own.words, &other.words);
        let (doer, sufferer) = if lost { (other, own) } else { (own, other) };
        told.then_some(Roles { verb, lemma: lemma("beat"), doer, sufferer, partner: None, deeds: CONTEST, phrase: false })
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

    /// "Kenya's expulsion of two Tanzanians", "the seizure by guards of a trawler": who did it and to whom, in a noun.
    fn named_roles(&self, noun: usize) -> Option<Roles> {
        if self.stems[noun] == 0 || self.clauses.finite[noun] {
            return None;
        }
        let near = |word: &str| {
            let lemma = crate::english::lexicon::look_up(word).lemma;
            let own = |at: &usize| self.words[*at].gap == Gap::Space && !self.clauses.finite[*at];
            (noun + 1..self.words.len()).take(9).take_while(own).find(|at| self.words[*at].entry.lemma == lemma)
        };
        let particle = self.words.get(noun + 1).is_some_and(|next| next.entry.lemma == 0 && next.is(Class::ADVERB));
        let of = near("of").filter(|of| *of == noun + 1 || particle && *of == noun + 2 || near("by") == Some(noun + 1));
        let owner = noun.checked_sub(1).filter(|owner| self.words[*owner].has(Shape::OWNS)).map(|owner| self.phrase_before(owner + 1));
        let named = |by: &usize| self.words.get(by + 1).is_some_and(|next| !next.is(Class::NUMBER.or(Class::TIME)));
        let by =
            near("by").filter(named).filter(|by| of.is_some() || owner.is_some() && *by == noun + 1).map(|by| self.phrase_behind(by + 1));
        let (doer, what) = match (owner, by, of) {
            (Some(owner), Some(by), None) => (by, owner),
            (Some(owner), None, Some(of)) => (owner, self.phrase_behind(of + 1)),
            (None, Some(by), Some(of)) => (by, self.phrase_behind(of + 1)),
            _ => return None,
        };
        let of_trade = self.words[noun].entry.lemma;
        let partner = self.partner(noun).filter(|_| of_trade != 0);
        let (doer, sufferer) = (self.party(doer), self.party(what));
        let told = !doer.words.is_empty() && !sufferer.words.is_empty() && !meet(&doer.words, &sufferer.words);
        told.then(|| traded(Roles { verb: noun, lemma: of_trade, doer, sufferer, partner, deeds: deeds_of(of_trade), phrase: false }))
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
            || word.is(Class::PAST) && before.is(Class::ADVERB) && self.is_behind_be(verb);
        Some((passive, self.phrase_before(group)))
    }

    /// "Was almost certainly caused".
    fn is_behind_be(&self, verb: usize) -> bool {
        let near = (verb.saturating_sub(4)..verb).rev().take_while(|at| self.words[at + 1].gap == Gap::Space);
        near.into_iter().find(|at| !self.words[*at].is(Class::ADVERB)).is_some_and(|at| self.words[at].is(Class::BE))
    }

    /// Who does what a verb says, where the text says so.
    #[must_use]
    pub fn doer(&self, verb: usize) -> Vec<u64> {
        self.voice(verb)
            .filter(|(passive, _)| !passive && self.had_done(verb).is_none())
            .map_or_else(Vec::new, |(_, subject)| self.telling(subject))
    }

    pub(super) fn party(&self, words: Range<usize>) -> Party {
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
        (matches!(row.kind, Kind::Relative | Kind::Aside) && self.words[row.first].gap == Gap::Comma).then_some(row.first)
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
        return Roles { deeds: CONTEST, ..roles };
    }
    let Some((way, whom)) = &roles.partner else { return roles };
    let (from, to) = (lemma("from"), lemma("to"));
    // A bit for each trade.
    let (mut gives, mut takes) = (0, 0);
    for (at, (giving, taking)) in TRADES.iter().enumerate() {
        gives |= u64::from(*way == to && giving.contains(&verb)) << at;
        takes |= u64::from(*way == from && taking.contains(&verb)) << at;
    }
    if takes != 0 {
        let doer = Party { words: whom.clone(), names: Vec::new() };
        return Roles { doer, partner: Some((to, roles.doer.words)), deeds: takes | roles.deeds, ..roles };
    }
    Roles { deeds: gives | roles.deeds, ..roles }
}
