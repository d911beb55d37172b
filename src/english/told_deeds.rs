//! Who does a deed to whom where a phrase tells it: "filed a complaint against the bank", "is the owner of the mine", "lost to her".

use super::class::Class;
use super::deeds::{DEEDS, FORUMS, UNDERGOES};
use super::lexicon::look_up;
use super::parties::{Roles, meet};
use super::statement::Statement;
use super::word::{Gap, Shape, Word, is};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// How a word tells a deed.
enum Way {
    Does,
    /// Behind one of these words stands whom it is done to.
    Upon(Vec<u16>),
    /// Behind one of these words stands who does it.
    Under(Vec<u16>),
    Doer,
    Sufferer,
}

/// By the lemma of a word the deeds that it tells, each by its bit.
static WAYS: LazyLock<HashMap<u16, Vec<(u64, Way)>>> = LazyLock::new(|| {
    let mut ways: HashMap<u16, Vec<(u64, Way)>> = HashMap::new();
    for (place, deed) in DEEDS.iter().enumerate() {
        let bit = FIRST << place;
        let mut add = |words: &str, way: &dyn Fn() -> Way| {
            for lemma in lemmas(words) {
                ways.entry(lemma).or_default().push((bit, way()));
            }
        };
        add(deed.does, &|| Way::Does);
        add(deed.doer, &|| Way::Doer);
        add(deed.sufferer, &|| Way::Sufferer);
        for (words, joints) in deed.upon {
            add(words, &|| Way::Upon(lemmas(joints)));
        }
        for (words, joints) in deed.under {
            add(words, &|| Way::Under(lemmas(joints)));
        }
    }
    ways
});

static UNDERGOING: LazyLock<Vec<u16>> = LazyLock::new(|| lemmas(UNDERGOES));
static COURTS: LazyLock<Vec<u16>> = LazyLock::new(|| lemmas(FORUMS));

fn lemmas(words: &str) -> Vec<u16> {
    words.split_whitespace().map(|word| look_up(word).lemma).collect()
}

/// The bit of the first of [`DEEDS`]; those below it are of deeds that have one verb for who gives and another for who takes.
pub(super) const FIRST: u64 = 1 << 16;

/// The bits of the deeds of which a verb tells that has whom they are done to right behind it.
pub(super) fn deeds_of(lemma: u16) -> u64 {
    let ways = WAYS.get(&lemma).map_or(&[][..], Vec::as_slice);
    ways.iter().filter(|(_, way)| matches!(way, Way::Does)).fold(0, |bits, (bit, _)| bits | bit)
}

impl Statement {
    pub(super) fn told_deeds(&self, at: usize) -> Vec<Roles> {
        let ways = WAYS.get(&self.words[at].entry.lemma).map_or(&[][..], Vec::as_slice);
        let told = ways.iter().filter_map(|(bit, way)| {
            let (doer, sufferer) = match way {
                Way::Does => return None,
                Way::Upon(joints) => self.upon(at, joints)?,
                Way::Under(joints) => self.upon(at, joints).map(|(own, other)| (other, own))?,
                Way::Doer => self.called(at)?,
                Way::Sufferer => self.called(at).map(|(own, other)| (other, own))?,
            };
            self.sides(at, *bit, doer, sufferer)
        });
        told.chain(self.comes_from(at)).chain(self.haled(at)).collect()
    }

    fn sides(&self, at: usize, bit: u64, doer: Range<usize>, sufferer: Range<usize>) -> Option<Roles> {
        let (doer, sufferer) = (self.party(doer), self.party(sufferer));
        let roles = Roles { verb: at, lemma: 0, doer, sufferer, partner: None, deeds: bit, phrase: true }.apart();
        let (doer, sufferer) = (&roles.doer.words, &roles.sufferer.words);
        let told = !doer.is_empty() && !sufferer.is_empty() && !meet(doer, sufferer);
        told.then_some(roles)
    }

    /// The places behind a word that go on from it without a stop.
    fn onward(&self, at: usize, most: usize) -> impl Iterator<Item = usize> + '_ {
        (at + 1..self.words.len()).take(most).take_while(|at| matches!(self.words[*at].gap, Gap::Space | Gap::Quote))
    }

    /// "A complaint | against the bank", and who has made it.
    fn upon(&self, at: usize, joints: &[u16]) -> Option<(Range<usize>, Range<usize>)> {
        let is_joint = |place: &usize| joints.contains(&self.words[*place].entry.lemma);
        let stop = |place: &usize| !self.clauses.finite[*place] || is_joint(place);
        let joint = self.onward(at, 9).take_while(stop).find(is_joint);
        // Of "depends on" the reader of conditions has taken the stem.
        let finite = || self.clauses.finite[at].then(|| (false, self.phrase_before(self.group(at))));
        let verbal = if self.words[at].is(Class::VERB) { self.voice(at).or_else(finite) } else { None };
        let Some(joint) = joint else {
            return if verbal.is_none() { self.given(at) } else { None };
        };
        let other = self.phrase_behind(joint + 1);
        // "The north depends on the south, and the south on the north": both do.
        let mut rest = (other.end..self.sentence_at(at).end).skip_while(|place| !self.words[*place].is(Class::COORDINATOR));
        if rest.any(|place| self.words[place].entry.lemma == self.words[joint].entry.lemma) && verbal.is_some() {
            return None;
        }
        let own = match verbal {
            Some((false, subject)) => self.subject(subject),
            Some((true, _)) => self.agent(at)?,
            None => return self.maker(at).map(|own| (own, other.clone())).or_else(|| self.undergone(at, other)),
        };
        Some((own, other))
    }

    /// "Brought a complaint", "the bank's complaint", "a complaint by the bank": whose deed the noun is.
    fn maker(&self, at: usize) -> Option<Range<usize>> {
        let owner = (at.saturating_sub(4)..at).rev().take_while(|before| self.words[before + 1].gap == Gap::Space);
        let mut owner =
            owner.take_while(|before| !self.words[*before].is(Class::PREPOSITION.or(Class::VERB)) || self.words[*before].has(Shape::OWNS));
        if let Some(owner) = owner.find(|before| self.words[*before].has(Shape::OWNS)) {
            return Some(self.phrase_before(owner + 1));
        }
        if let Some(by) = self.agent(at) {
            return Some(by);
        }
        let verb = self.light(at)?;
        let (passive, subject) = self.voice(verb)?;
        let undergoes =
            is!(self.words[verb], "receive", "face", "suffer", "incur", "sustain", "undergo", "endure", "attract", "draw", "earn");
        (!passive && !undergoes).then(|| self.subject(subject))
    }

    /// The verb of which a noun is the object.
    fn light(&self, at: usize) -> Option<usize> {
        let near = (at.saturating_sub(7)..at).rev().take_while(|before| matches!(self.words[before + 1].gap, Gap::Space | Gap::Quote));
        let mut near = near.take_while(|before| !self.words[*before].is(Class::RELATIVE.or(Class::MODAL).or(Class::SUBORDINATOR)));
        near.find(|before| self.words[*before].is(Class::VERB) && self.voice(*before).is_some())
    }

    /// "By the bank".
    fn agent(&self, at: usize) -> Option<Range<usize>> {
        let by = self.onward(at, 14).find(|at| is!(self.words[*at], "by"))?;
        let named = self.words.get(by + 1).is_some_and(|next| !next.is(Class::GERUND.or(Class::NUMBER).or(Class::TIME)));
        named.then(|| self.phrase_behind(by + 1))
    }

    /// "Received a rebuke from the ministry": to whom it is done is the subject.
    fn undergone(&self, at: usize, other: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let verb = self.light(at).filter(|verb| UNDERGOING.contains(&self.words[*verb].entry.lemma))?;
        let from = is!(self.words[other.start.checked_sub(1)?], "from", "by", "of");
        let (_, subject) = self.voice(verb).filter(|(passive, _)| !passive && from)?;
        Some((other, self.subject(subject)))
    }

    /// "Gave the bookkeeper a warning", "earned the governor a rebuke from the minister".
    fn given(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let gives = |verb: &usize| {
            UNDERGOING.contains(&self.words[*verb].entry.lemma)
                || is!(self.words[*verb], "give", "deliver", "issue", "send", "serve", "deal", "hand", "offer")
        };
        let verb = (self.sentence_at(at).start..at)
            .rev()
            .take(16)
            .find(|at| self.clauses.finite[*at] && self.words[*at].is(Class::VERB))
            .filter(gives)?;
        let (passive, subject) = self.voice(verb)?;
        let opens =
            (verb + 2..=at).rev().find(|place| self.words[*place].is(Class::DETERMINER) && !self.words[*place].is(Class::PRONOUN))?;
        let from = self.onward(at, 3).find(|place| is!(self.words[*place], "from", "by"));
        let whom = verb + 1..opens;
        let parted =
            whom.clone().any(|place| self.words[place].is(Class::PREPOSITION)) && !whom.clone().any(|place| is!(self.words[place], "of"));
        if passive || parted {
            return None;
        }
        match from {
            Some(from) => Some((self.phrase_behind(from + 1), whom)),
            None if is!(self.words[verb], "give", "deliver", "issue", "send", "serve", "deal", "hand", "offer") => {
                Some((self.subject(subject), whom))
            }
            None => None,
        }
    }

    /// "Is the owner of the mine", "were Nairobi's guests", "the mine's owner, the bank".
    fn called(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let near = |from: usize| (from..at).rev().take_while(|before| matches!(self.words[before + 1].gap, Gap::Space | Gap::Quote));
        let owner = near(at.saturating_sub(5))
            .take_while(|before| !self.words[*before].is(Class::PREPOSITION))
            .find(|before| self.words[*before].has(Shape::OWNS));
        let of = self.onward(at, 2).find(|place| is!(self.words[*place], "of", "to"));
        let is = |word: &Word| word.is(Class::BE) || is!(word, "become", "remain", "as");
        let be = near(at.saturating_sub(9))
            .take_while(|before| !self.words[*before].is(Class::RELATIVE))
            .find(|before| is(&self.words[*before]));
        let other = match (owner, of) {
            (Some(owner), _) => be.filter(|be| *be < owner).map_or_else(|| self.phrase_before(owner + 1), |be| be + 1..owner + 1),
            (None, Some(of)) => self.phrase_behind(of + 1),
            _ => return None,
        };
        let named = |place: usize| {
            self.words.get(place).is_some_and(|word| word.has(Shape::CAPITAL) && matches!(word.gap, Gap::Space | Gap::Comma))
        };
        let own = if let Some(be) = be {
            let subject = if is!(self.words[be], "as") { return None } else { self.phrase_before(self.group(be)) };
            self.subject(subject)
        } else if named(at + 1) && owner.is_some() {
            self.phrase_behind(at + 1)
        } else if other.end < self.words.len() && self.words[other.end].gap == Gap::Comma && named(other.end) && owner.is_none() {
            self.phrase_behind(other.end)
        } else {
            // "Baltvia, the owner of the line".
            let first = near(at.saturating_sub(5)).last().unwrap_or(at);
            let apart = self.words[first].gap == Gap::Comma && first > 0 && owner.is_none();
            if !apart {
                return None;
            }
            self.antecedent(first)
        };
        Some((own, other))
    }

    /// "Most of the force's diesel comes from the army": it supplies the force.
    fn comes_from(&self, at: usize) -> Option<Roles> {
        let from = at + 1;
        if !is!(self.words[at], "come", "stem", "originate") || !self.words.get(from).is_some_and(|next| is!(next, "from")) {
            return None;
        }
        let (_, subject) = self.voice(at)?;
        let owner = subject.clone().find(|place| self.words[*place].has(Shape::OWNS))?;
        let supplies = deeds_by_way(look_up("supply").lemma);
        self.sides(at, supplies, self.phrase_behind(from + 1), subject.start..owner + 1)
    }

    /// "Took the bank before a tribunal".
    fn haled(&self, at: usize) -> Option<Roles> {
        if !is!(self.words[at], "take", "haul", "drag", "bring") {
            return None;
        }
        let joint = self.onward(at, 9).find(|place| is!(self.words[*place], "to", "before"))?;
        let forum = self.onward(joint, 5).any(|place| COURTS.contains(&self.words[place].entry.lemma));
        let is_passive = || at.checked_sub(1).is_some_and(|before| self.words[before].is(Class::BE));
        let (passive, subject) = self.voice(at).filter(|_| forum && (joint > at + 1 || is_passive()))?;
        let (doer, sufferer) = if passive { (self.agent(at)?, self.subject(subject)) } else { (self.subject(subject), at + 1..joint) };
        self.sides(at, deeds_of(look_up("sue").lemma), doer, sufferer)
    }

    /// The subject of a verb, or what "which" stands for.
    pub(super) fn subject(&self, subject: Range<usize>) -> Range<usize> {
        let relative = subject.start.checked_sub(1).filter(|_| subject.is_empty());
        let relative = relative.filter(|at| is!(self.words[*at], "who", "which", "that"));
        let parted = subject.is_empty() && self.words.get(subject.end).is_some_and(|next| next.gap == Gap::Comma);
        if relative.is_none() && parted {
            // "Baltvia, the ferry line, is the owner".
            let start = self.sentence_at(subject.end).start;
            let plain = !self.clauses.finite[start..subject.end].contains(&true);
            return if plain { start..subject.end } else { self.antecedent(subject.end) };
        }
        relative.map_or(subject, |at| self.antecedent(at))
    }

    /// The thing that ends before a word, whatever parts the two: "the guild, | which".
    pub(super) fn antecedent(&self, end: usize) -> Range<usize> {
        let stops = |at: usize| {
            let word = &self.words[at];
            word.is(Class::MODAL.or(Class::RELATIVE).or(Class::SUBORDINATOR)) || is!(word, "that") || self.clauses.finite[at]
        };
        let mut from = end;
        while from > 0 && from + 9 > end && !stops(from - 1) && (from == end || matches!(self.words[from].gap, Gap::Space | Gap::Quote)) {
            from -= 1;
        }
        from..end
    }
}

fn deeds_by_way(lemma: u16) -> u64 {
    let ways = WAYS.get(&lemma).map_or(&[][..], Vec::as_slice);
    ways.iter().filter(|(_, way)| matches!(way, Way::Upon(_))).fold(0, |bits, (bit, _)| bits | bit)
}
