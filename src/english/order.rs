//! What came before what: "burned the files before the raid" and "burned them after it".

use super::class::Class;
use super::statement::{Sense, Statement};
use super::word::{Gap, Word, is};

/// Two things that happened, one after the other.
struct Order {
    at: usize,
    earlier: Vec<u64>,
    later: Vec<u64>,
}

impl Statement {
    /// The words of two texts that order the same two things differently.
    #[must_use]
    pub fn reordered(&self, other: &Self) -> Option<(usize, usize)> {
        let (ours, theirs) = (self.orders(), other.orders());
        // "The Dutch scored before half-time and the Danes after it": which is which, is not known.
        let several = |text: &Self| (0..text.words.len()).filter(|at| text.connects(*at).is_some()).count() > 1;
        if several(self) || several(other) {
            return None;
        }
        ours.iter().find_map(|one| {
            let turned = theirs
                .iter()
                .find(|two| is_most(&two.earlier, &one.later) && is_most(&two.later, &one.earlier) || one.is_told_backwards(two))?;
            Some((one.at, turned.at))
        })
    }

    fn orders(&self) -> Vec<Order> {
        (0..self.words.len()).filter_map(|at| self.order(at)).collect()
    }

    fn order(&self, at: usize) -> Option<Order> {
        let (before, joint) = self.connects(at)?;
        let sentence = self.sentence_at(at);
        let end = (joint + 1..sentence.end).find(|at| !matches!(self.words[*at].gap, Gap::Space | Gap::Quote)).unwrap_or(sentence.end);
        // "A fortnight after they had left, the town fell": how long after stands before the word.
        let far = |at: usize| {
            self.words[at].is(Class::TIME.or(Class::NUMBER).or(Class::DETERMINER).or(Class::ADVERB)) || is_span(&self.words[at])
        };
        let told = (sentence.start..at).rev().find(|at| !far(*at));
        let main = told.map_or(end..sentence.end, |last| sentence.start..last + 1);
        // "Stopped attacking ships": it is told when.
        let stops = |mark: &super::Mark| mark.words.len() == 1 && is!(self.words[mark.words.start], "stop", "cease");
        let free = |mark: &super::Mark| {
            !sentence.contains(&mark.words.start) || stops(mark) || !matches!(mark.sense, Sense::Denial | Sense::Condition | Sense::Asked)
        };
        if !self.marks.iter().all(free) {
            return None;
        }
        let (main, side) = (self.telling(main), self.telling(joint + 1..end));
        let (earlier, later) = if before { (main, side) } else { (side, main) };
        (!earlier.is_empty() && !later.is_empty()).then_some(Order { at, earlier, later })
    }

    /// A word that says what came first: whether it is what stands before it, and where its last word stands.
    fn connects(&self, at: usize) -> Option<(bool, usize)> {
        let word = &self.words[at];
        let next = |far: usize| self.words.get(at + far).filter(|next| next.gap == Gap::Space);
        let followed_by = |form: &dyn Fn(&Word) -> bool| next(1).is_some_and(form);
        if is!(word, "before", "after") {
            let counted = at > 0 && word.gap == Gap::Space && is!(self.words[at - 1], "not", "until", "never", "look", "soon");
            return (!counted).then_some((is!(word, "before"), at));
        }
        // "Prior to the vote", "ahead of the vote", "in the wake of the vote".
        if is!(word, "prior") && followed_by(&|next| is!(next, "to")) || is!(word, "ahead") && followed_by(&|next| is!(next, "of")) {
            return Some((true, at + 1));
        }
        if is!(word, "wake") && followed_by(&|next| is!(next, "of")) {
            return Some((false, at + 1));
        }
        // "Once the curfew had been lifted": after it, unless it is yet to come.
        let happened = || {
            self.clauses.finite.iter().enumerate().skip(at + 1).take(8).any(|(at, finite)| *finite && self.words[at].is(Class::PRETERITE))
        };
        if is!(word, "once") && !followed_by(&|next| is!(next, "more", "again", "a", "in")) && happened() {
            return Some((false, at));
        }
        let parted = at == 0 || matches!(word.gap, Gap::Comma | Gap::End) || !self.words[at - 1].is(Class::BE.or(Class::HAVE));
        if is!(word, "follow") && word.is(Class::GERUND) && parted && !self.clauses.finite[at] {
            return Some((false, at));
        }
        // "Had already left when the police came".
        let already = || self.sentence_at(at).any(|at| is!(self.words[at], "already"));
        (is!(word, "when") && already()).then_some((true, at))
    }

    /// The words that say something, each once; of dates and parts of the day nothing.
    pub(super) fn telling(&self, words: std::ops::Range<usize>) -> Vec<u64> {
        // "The first" is a thing.
        let named = |at: usize| at > 0 && is!(self.words[at], "first") && self.words[at - 1].is(Class::DETERMINER);
        let stem = |at: usize| if named(at) { u64::from(self.words[at].entry.lemma) } else { self.stems[at] };
        let mut stems: Vec<u64> = words
            .filter(|at| !self.words[*at].is(Class::ADVERB) || self.words[*at].is(Class::VERB) || named(*at))
            .map(stem)
            .filter(|stem| *stem != 0)
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }
}

impl Order {
    /// Other words for the same two things: each of them names something of the other's later one first, and nothing speaks for the
    /// same order.
    fn is_told_backwards(&self, other: &Self) -> bool {
        let shared = |one: &[u64], two: &[u64]| one.iter().filter(|stem| two.contains(stem)).count();
        let turned = [shared(&other.earlier, &self.later), shared(&other.later, &self.earlier)];
        let along = [shared(&other.earlier, &self.earlier), shared(&other.later, &self.later)];
        !turned.contains(&0) && along.contains(&0) && turned[0] + turned[1] > 2 * (along[0] + along[1])
    }
}

/// A word for a length of time.
fn is_span(word: &Word) -> bool {
    is!(word, "day", "days", "week", "weeks", "fortnight", "month", "months", "year", "years", "hour", "hours", "minute", "minutes")
}

/// Half of what the one says the other says too.
fn is_most(one: &[u64], other: &[u64]) -> bool {
    let shared = one.iter().filter(|stem| other.contains(stem)).count();
    shared > 0 && shared * 2 >= one.len()
}
