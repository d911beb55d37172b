//! Who does what to whom: "the bank sued the state", "the state was sued by the bank".

use super::class::Class;
use super::lexicon::lemma;
use super::statement::Statement;
use super::word::{Gap, Shape, is};
use std::ops::Range;

struct Roles {
    verb: usize,
    doer: Vec<u64>,
    sufferer: Vec<u64>,
    /// To whom, or from whom.
    partner: Option<(u16, Vec<u64>)>,
}

impl Roles {
    /// "The state sold the mine to the bank" of what the bank sold to the state.
    fn gives_back(&self, other: &Self) -> bool {
        let meet = |one: &[u64], two: &[u64]| one.iter().any(|stem| two.contains(stem));
        let Some(((one, to), (two, back))) = self.partner.as_ref().zip(other.partner.as_ref()) else { return false };
        one == two && meet(&self.doer, back) && meet(to, &other.doer) && !meet(&self.doer, &other.doer)
    }
}

/// Verbs that name one deed, for those who do it and those to whom it is done.
const ALIKE: &[&[u16]] = &[
    &[lemma("oust"), lemma("expel"), lemma("evict"), lemma("drive")],
    &[lemma("beat"), lemma("defeat")],
    &[lemma("buy"), lemma("acquire"), lemma("purchase")],
    &[lemma("attack"), lemma("strike"), lemma("hit"), lemma("raid")],
    &[lemma("kill"), lemma("murder"), lemma("assassinate")],
    &[lemma("arrest"), lemma("detain")],
    &[lemma("indemnify"), lemma("reimburse"), lemma("compensate"), lemma("pay"), lemma("repay")],
    &[lemma("help"), lemma("aid"), lemma("assist"), lemma("support")],
    &[lemma("condemn"), lemma("criticise"), lemma("criticize")],
    &[lemma("replace"), lemma("succeed")],
];

impl Statement {
    /// The verbs of two texts that give one deed to each other's doer and sufferer.
    #[must_use]
    pub fn swaps_roles(&self, other: &Self) -> Option<(usize, usize)> {
        let theirs = other.roles();
        let ours = self.roles();
        theirs.iter().find_map(|two| {
            let of_deed = || ours.iter().filter(|one| self.is_same_deed(one.verb, other, two.verb));
            // Of a deed by "which" or "she" it is not known whose it is.
            let named =
                (0..self.words.len()).filter(|at| self.words[*at].is(Class::VERB) && self.is_same_deed(*at, other, two.verb)).count();
            if named > of_deed().count() {
                return None;
            }
            let meet = |one: &[u64], two: &[u64]| one.iter().any(|stem| two.contains(stem));
            let along = of_deed().any(|one| {
                meet(&one.doer, &two.doer) || meet(&one.sufferer, &two.sufferer) && !meet(&one.sufferer, &two.doer) && !one.gives_back(two)
            });
            let crossed = of_deed().find(|one| meet(&one.doer, &two.sufferer) && meet(&one.sufferer, &two.doer) || one.gives_back(two));
            crossed.filter(|one| !along && self.is_denied(one.verb) == other.is_denied(two.verb)).map(|one| (one.verb, two.verb))
        })
    }

    fn is_same_deed(&self, at: usize, other: &Self, place: usize) -> bool {
        let (one, two) = (self.words[at].entry.lemma, other.words[place].entry.lemma);
        self.stems[at] == other.stems[place] || ALIKE.iter().any(|verbs| verbs.contains(&one) && verbs.contains(&two))
    }

    fn roles(&self) -> Vec<Roles> {
        (0..self.words.len()).filter_map(|at| self.roles_of(at)).collect()
    }

    fn roles_of(&self, verb: usize) -> Option<Roles> {
        let word = &self.words[verb];
        let helps = Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL).or(Class::PREPOSITION).or(Class::DETERMINER);
        // Of these each is the other's.
        let mutual = is!(
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
        let verbal = self.clauses.finite[verb]
            || word.is(Class::PAST)
            || before.is(Class::MODAL)
            || is!(before, "to")
            || group < verb && word.is(Class::VERB);
        if self.stems[verb] == 0 || word.is(helps) || word.is(Class::GERUND) && !before.is(Class::BE) || mutual || !verbal {
            return None;
        }
        let passive = word.is(Class::PAST) && before.is(Class::BE)
            || word.is(Class::PAST) && before.is(Class::ADVERB) && verb > 1 && self.words[verb - 2].is(Class::BE);
        let subject = self.telling(self.phrase_before(group));
        let (doer, sufferer) = if passive {
            let by = (verb + 1..self.words.len())
                .take(12)
                .take_while(|at| self.words[*at].gap == Gap::Space)
                .find(|at| is!(self.words[*at], "by"))?;
            (self.telling(self.phrase_behind(by + 1)), subject)
        } else {
            (subject, self.telling(self.phrase_behind(verb + 1)))
        };
        (!doer.is_empty() && !sufferer.is_empty() && doer.iter().all(|stem| !sufferer.contains(stem))).then_some(Roles {
            verb,
            doer,
            sufferer,
            partner: if passive { None } else { self.partner(verb) },
        })
    }

    /// "Sold the mine to the state": the state.
    fn partner(&self, verb: usize) -> Option<(u16, Vec<u64>)> {
        let own = |at: &usize| self.words[*at].gap == Gap::Space && !self.clauses.finite[*at];
        let to = (verb + 1..self.words.len()).take(12).take_while(own).find(|at| is!(self.words[*at], "to", "from"))?;
        let named = self.words.get(to + 1).is_some_and(|next| !next.is(Class::BASE) || next.has(Shape::CAPITAL));
        named.then(|| (self.words[to].entry.lemma, self.telling(self.phrase_behind(to + 1))))
    }

    /// Where the words begin that make one verb: "has agreed to buy", "is to pay".
    fn group(&self, verb: usize) -> usize {
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
    fn phrase_before(&self, end: usize) -> Range<usize> {
        let stops = |at: usize| {
            let word = &self.words[at];
            word.is(Class::MODAL.or(Class::RELATIVE).or(Class::SUBORDINATOR)) || is!(word, "that") || self.clauses.finite[at]
        };
        let mut from = end;
        while from > 0 && from + 9 > end && !stops(from - 1) && (from == end || matches!(self.words[from].gap, Gap::Space | Gap::Quote)) {
            from -= 1;
        }
        if from < end && self.words[end.min(self.words.len() - 1)].gap != Gap::Space { end..end } else { from..end }
    }

    /// The name of a thing that begins at a word.
    fn phrase_behind(&self, from: usize) -> Range<usize> {
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
