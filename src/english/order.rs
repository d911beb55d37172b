//! What came before what: "burned the files before the raid" and "burned them after it".

use super::class::Class;
use super::statement::{Sense, Statement};
use super::word::{Gap, is};

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
        let theirs = other.orders();
        self.orders().iter().find_map(|one| {
            let turned = theirs.iter().find(|two| is_most(&two.earlier, &one.later) && is_most(&two.later, &one.earlier))?;
            Some((one.at, turned.at))
        })
    }

    fn orders(&self) -> Vec<Order> {
        (0..self.words.len()).filter_map(|at| self.order(at)).collect()
    }

    fn order(&self, at: usize) -> Option<Order> {
        let word = &self.words[at];
        let before = is!(word, "before");
        let counted = at > 0 && word.gap == Gap::Space && is!(self.words[at - 1], "not", "until", "never", "look", "soon");
        if !before && !is!(word, "after") || counted {
            return None;
        }
        let sentence = self.sentence_at(at);
        let end = (at + 1..sentence.end).find(|at| !matches!(self.words[*at].gap, Gap::Space | Gap::Quote)).unwrap_or(sentence.end);
        let main = if at == sentence.start { end..sentence.end } else { sentence.start..at };
        let free = |mark: &super::Mark| {
            !sentence.contains(&mark.words.start) || !matches!(mark.sense, Sense::Denial | Sense::Condition | Sense::Asked)
        };
        if !self.marks.iter().all(free) {
            return None;
        }
        let (main, side) = (self.telling(main), self.telling(at + 1..end));
        let (earlier, later) = if before { (main, side) } else { (side, main) };
        Some(Order { at, earlier, later })
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

/// More than half of what the one says the other says too.
fn is_most(one: &[u64], other: &[u64]) -> bool {
    let shared = one.iter().filter(|stem| other.contains(stem)).count();
    shared * 2 > one.len()
}
