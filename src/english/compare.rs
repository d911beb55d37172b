//! What is more than what: "grew faster than wages", "lagged behind wages".

use super::class::Class;
use super::lexicon::look_up;
use super::opposite::{are_alike, are_opposites, has_opposite};
use super::pairs::Of;
use super::prepared::Entry;
use super::statement::{Sense, Statement};
use super::word::{Gap, Shape, Word, is};

/// Two things that are compared: the one before the word, and the other behind it.
struct Comparison {
    at: usize,
    /// The adjective with its stem, and none where a verb compares.
    scale: Option<(Entry, u64)>,
    /// The first is the lesser, by "less" or by the verb.
    turned: bool,
    first: Vec<u64>,
    second: Vec<u64>,
    /// The second with what tells which it is: "the route through the strait".
    wide: Vec<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    Same,
    /// The words of the two texts that say the contrary.
    Turned(usize, usize),
}

impl Statement {
    /// Whether two texts that compare the same two things say the same of them; `None` where they do not compare the same.
    #[must_use]
    pub fn compared(&self, other: &Self) -> Option<Compared> {
        let theirs = other.comparisons();
        self.comparisons().iter().find_map(|one| theirs.iter().find_map(|two| one.with(two)))
    }

    fn comparisons(&self) -> Vec<Comparison> {
        (0..self.words.len())
            .flat_map(|at| [self.by_verb(at), self.by_than(at), self.by_amount(at), self.by_share(at), self.by_trend(at)])
            .flatten()
            .collect()
    }

    /// "Wages outpaced prices", "wages lagged behind prices".
    fn by_verb(&self, at: usize) -> Option<Comparison> {
        let word = &self.words[at];
        let behind = self.words.get(at + 1).is_some_and(|next| is!(next, "behind") && next.gap == Gap::Space);
        let less = is!(word, "lag", "trail");
        let more = is!(
            word,
            "outpace",
            "outstrip",
            "outnumber",
            "outperform",
            "outweigh",
            "surpass",
            "exceed",
            "overtake",
            "outrun",
            "outsell",
            "outspend",
            "outlast",
            "eclipse"
        );
        if !(less || more) || self.words.get(at + 1).is_some_and(|next| is!(next, "by")) {
            return None;
        }
        let found = self.comparison(at, at, at + 1 + usize::from(behind), less)?;
        // "Outpaced" is "grew faster than".
        let speed = less || is!(word, "outpace", "outstrip", "outrun");
        let faster = look_up("faster");
        Some(Comparison { scale: speed.then_some((faster, u64::from(faster.lemma))), ..found })
    }

    /// "Grew more slowly than", "is taller than".
    fn by_than(&self, at: usize) -> Option<Comparison> {
        let from = at.saturating_sub(8);
        let near = |word: usize| (word + 1..=at).all(|at| self.words[at].gap == Gap::Space);
        let is_number = self.words.get(at + 1).is_none_or(|next| next.is(Class::NUMBER));
        if !is!(self.words[at], "than") || is_number {
            return None;
        }
        // "Dearer for shippers from Kazan than": far from it only such a word tells.
        let by_form = |word: usize| {
            (self.words[word].has(Shape::PERSON) || is!(self.words[word], "lower", "higher", "greater"))
                && has_opposite(&self.words[word].entry)
        };
        let scale = (from..at).rev().find(|word| near(*word) && (word + 4 >= at || by_form(*word)) && self.is_graded(*word))?;
        // "Costs less than" is cheaper.
        let costs = |word: usize| is!(self.words[word], "cost");
        let price = is!(self.words[scale], "more", "less") && (self.sentence_at(at).start..scale).any(costs);
        let lesser = scale > 0 && is!(self.words[scale - 1], "less", "fewer") || price && is!(self.words[scale], "less");
        let entry = if price { look_up("dearer") } else { self.words[scale].entry };
        // "Cheaper to run than the old one, but dearer to build": of what, the word alone does not tell.
        let both = |other: usize| self.words[other].has(Shape::PERSON) && are_opposites(&entry, &self.words[other].entry, Of::Event);
        if self.sentence_at(at).any(both) {
            return None;
        }
        let stem = if self.stems[scale] == 0 || price { u64::from(entry.lemma) } else { self.stems[scale] };
        let mut found = self.comparison(scale, at, at + 1, lesser).filter(|_| stem != 0)?;
        found.first.retain(|other| *other != stem);
        Some(Comparison { scale: Some((entry, stem)), ..found })
    }

    /// "More gas than oil": two things are compared, and their amount.
    fn by_amount(&self, at: usize) -> Option<Comparison> {
        let more = at.checked_sub(2).filter(|more| is!(self.words[at], "than") && is!(self.words[*more], "more", "less", "fewer"))?;
        let turned = !is!(self.words[more], "more");
        let is_noun =
            |at: usize| self.words.get(at).is_some_and(|word| self.stems[at] != 0 && word.gap == Gap::Space && !word.is(Class::NUMBER));
        let found = self.comparison(more, at, at + 1, turned).filter(|_| is_noun(at - 1) && is_noun(at + 1))?;
        let (scale, second) = ((self.words[more].entry, 0), vec![self.stems[at + 1]]);
        Some(Comparison { scale: Some(scale), first: vec![self.stems[at - 1]], second: second.clone(), wide: second, ..found })
    }

    /// "More came from the coast than from the hills".
    fn by_share(&self, at: usize) -> Option<Comparison> {
        if !is!(self.words[at], "than") {
            return None;
        }
        let mut near = (at.saturating_sub(12)..at).rev().take_while(|word| self.words[word + 1].gap == Gap::Space);
        let more = near.find(|more| is!(self.words[*more], "more", "less", "fewer")).filter(|more| more + 4 <= at)?;
        let parted = self.words.get(at + 1).is_some_and(|next| next.is(Class::PREPOSITION) && next.gap == Gap::Space);
        let found = self.comparison(more, at, at + 1, !is!(self.words[more], "more")).filter(|_| parted)?;
        Some(Comparison { scale: Some((self.words[more].entry, 0)), first: self.telling(more + 2..at), ..found })
    }

    /// "Rose between July and August" is "more in August than in July".
    fn by_trend(&self, at: usize) -> Option<Comparison> {
        let rises = rises(&self.words[at])?;
        let near = |from: usize| (from..self.words.len()).take(12).take_while(|at| self.words[*at].gap == Gap::Space);
        let opens = near(at + 1).find(|at| is!(self.words[*at], "between", "from"))?;
        let between = is!(self.words[opens], "between");
        let joint = near(opens + 2).find(|at| if between { is!(self.words[*at], "and") } else { is!(self.words[*at], "to") })?;
        let found = self.comparison(opens, joint, joint + 1, !rises)?;
        // "From nine years to six" is how much, and not when.
        let year = |at: usize| self.words[at].has(Shape::PAST_YEAR);
        let counted = self.words[opens + 1].is(Class::NUMBER) && !year(opens + 1);
        let timed = !counted && (opens + 1..joint).any(|at| self.words[at].is(Class::TIME) || year(at));
        timed.then(|| Comparison {
            at,
            scale: Some((look_up("more"), 0)),
            first: found.second,
            second: self.telling(opens + 1..joint),
            wide: self.telling(opens + 1..joint),
            ..found
        })
    }

    /// "Faster", "more quickly": of a pair of opposites.
    fn is_graded(&self, at: usize) -> bool {
        let graded = at > 0 && is!(self.words[at - 1], "more", "less", "fewer");
        let paired = |word: &str| are_opposites(&self.words[at].entry, &look_up(word), Of::Event);
        let (ups, downs) = (
            ["faster", "higher", "bigger", "stronger", "more", "longer", "earlier", "better"],
            ["slower", "lower", "smaller", "weaker", "less", "shorter", "later", "worse"],
        );
        // "Thinner than".
        let ends = self.words[at].has(Shape::PERSON)
            && (has_opposite(&self.words[at].entry) || self.words.get(at + 1).is_some_and(|next| is!(next, "than")));
        (ups.into_iter().chain(downs)).any(paired) || ends || graded && !self.words[at].is(Class::PREPOSITION)
    }

    fn comparison(&self, at: usize, end: usize, from: usize, turned: bool) -> Option<Comparison> {
        let sentence = self.sentence_at(at);
        let own = |mark: &super::Mark| mark.sense == Sense::Denial && sentence.contains(&mark.words.start);
        if self.marks.iter().any(own) {
            return None;
        }
        let start =
            (sentence.start..end).rev().find(|at| !matches!(self.words[*at].gap, Gap::Space | Gap::Quote)).unwrap_or(sentence.start);
        let leads = |at: usize| self.words.get(at).is_some_and(|next| next.is(Class::PREPOSITION));
        // "Than those in the south": of which, the words behind tell.
        let those = self.words.get(from).is_some_and(|next| is!(next, "those", "that", "it")) && leads(from + 1);
        let skip = if those { 2 } else { usize::from(leads(from)) };
        let stop = |at: &usize| {
            let word = &self.words[*at];
            *at > from
                && (word.gap != Gap::Space
                    || word.is(Class::PREPOSITION) && !is!(word, "of")
                    || self.clauses.finite[*at]
                    || is!(word, "each", "every"))
        };
        let last = (from + skip..sentence.end).find(stop).unwrap_or(sentence.end);
        let (first, second) = (self.telling(start..end), self.telling(from + skip..last));
        let ends = (last..sentence.end).find(|at| self.words[*at].gap != Gap::Space || self.clauses.finite[*at]).unwrap_or(sentence.end);
        let wide = self.telling(from + skip..ends);
        (!first.is_empty() && !second.is_empty()).then_some(Comparison { at, scale: None, turned, first, second, wide })
    }
}

/// Whether what a word tells of rises or falls: "gained 2 percent", "shed 2 percent".
#[must_use]
pub fn rises(word: &Word) -> Option<bool> {
    if !word.is(Class::VERB) && !has_opposite(&word.entry) {
        return None;
    }
    let paired = |other: &str| are_opposites(&word.entry, &look_up(other), Of::Any);
    if paired("fall") || is!(word, "gain", "advance", "firm", "add") && word.is(Class::VERB) {
        Some(true)
    } else {
        (paired("rise") || is!(word, "lose", "retreat", "ease", "shed", "weaken") && word.is(Class::VERB)).then_some(false)
    }
}

/// The scale of "outpaced" and "lagged behind".
fn is_speed(scale: &Entry) -> bool {
    scale.lemma == look_up("faster").lemma
}

impl Comparison {
    fn with(&self, other: &Self) -> Option<Compared> {
        let opposed = match (&self.scale, &other.scale) {
            (Some((_, one)), Some((_, two))) if one == two => false,
            (Some((_, 0)), Some(_)) | (Some(_), Some((_, 0))) => return None,
            (Some((one, _)), Some((two, _))) if are_alike(one, two) => false,
            (Some((one, _)), Some((two, _))) => are_opposites(one, two, Of::Event).then_some(true)?,
            (None, None) => false,
            // "Overtook" and "moved ahead of".
            (None, Some((scale, _))) | (Some((scale, _)), None) if is_speed(scale) => false,
            _ => return None,
        };
        let shared = |one: &[u64], two: &[u64]| one.iter().filter(|stem| two.contains(stem)).count();
        let counts = |one: &[u64], two: &[u64]| {
            let along = (shared(&self.first, &other.first), shared(one, two));
            (along, (shared(&self.first, two), shared(one, &other.first)))
        };
        let narrow = counts(&self.second, &other.second);
        let unknown = narrow.0.1 == 0 && (narrow.1.0 == 0 || narrow.1.1 == 0);
        let (along, across) = if unknown { counts(&self.wide, &other.wide) } else { narrow };
        let crossed = across.0 > 0 && across.1 > 0 && (along.1 == 0 || across.0 + across.1 > along.0 + along.1);
        if !crossed && (along.1 == 0 || along.0 == 0 || along.0 + along.1 <= across.0 + across.1) {
            return None;
        }
        let differs = opposed ^ (self.turned != other.turned) ^ crossed;
        Some(if differs { Compared::Turned(self.at, other.at) } else { Compared::Same })
    }
}
