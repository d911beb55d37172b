//! Two sides of a deed, and whether another text has them the other way round.

pub(super) struct Roles {
    pub verb: usize,
    pub lemma: u16,
    pub doer: Party,
    pub sufferer: Party,
    /// To whom, or from whom.
    pub partner: Option<(u16, Vec<u64>)>,
    /// Of a deed that is told in several ways, as selling and buying are, which it is: a bit each.
    pub deeds: u64,
    /// A phrase tells it: of another deed its word tells nothing.
    pub phrase: bool,
}

/// One side of a deed: the words for it, and the names among them.
#[derive(Default)]
pub(super) struct Party {
    pub words: Vec<u64>,
    pub names: Vec<u64>,
}

pub(super) fn meet(one: &[u64], two: &[u64]) -> bool {
    one.iter().any(|stem| two.contains(stem))
}

impl Roles {
    /// Without the words that stand on both sides: of two colonels "colonel" does not tell which.
    pub fn apart(mut self) -> Self {
        let both: Vec<u64> = self.doer.words.iter().filter(|stem| self.sufferer.words.contains(stem)).copied().collect();
        for party in [&mut self.doer, &mut self.sufferer] {
            let left = |words: &[u64]| -> Vec<u64> { words.iter().filter(|stem| !both.contains(stem)).copied().collect() };
            let (words, names) = (left(&party.words), left(&party.names));
            if !words.is_empty() {
                (party.words, party.names) = (words, names);
            }
        }
        self
    }

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

    pub fn is_along(&self, other: &Self) -> bool {
        let same = meet(&self.doer.words, &other.doer.words);
        let done = meet(&self.sufferer.words, &other.sufferer.words) && !meet(&self.sufferer.words, &other.doer.words);
        !self.swaps_names(other) && !self.turns_on(other) && (same || done && !self.gives_back(other))
    }

    pub fn is_crossed(&self, other: &Self) -> bool {
        let crossed = meet(&self.doer.words, &other.sufferer.words) && meet(&self.sufferer.words, &other.doer.words);
        crossed || self.gives_back(other) || self.swaps_names(other) || self.turns_on(other)
    }
}
