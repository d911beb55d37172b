//! What a text says and how: its hedges, denials, speakers, conditions and bounds, each with the clauses that it holds for.

use super::class::Class;
use super::clause::Clauses;
use super::phrasebook::Strength;
use super::word::{Gap, Word};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    Hedge(Strength),
    /// What is yet to come.
    Future,
    /// Ability, permission, power: no hedge.
    Ability,
    /// What somebody means to do.
    Plan,
    Denial,
    /// Somebody says so.
    Speaker(Speech),
    /// News that nobody brings.
    Nameless,
    Condition,
    /// Whether it is so is asked, feared or hoped, and not said.
    Asked,
    Bound(Way),
    Confidence,
    /// It is said to be proved.
    Proof,
}

/// How somebody says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speech {
    /// Says, or is of the opinion: that it is so, we have from them.
    Says,
    Expects,
    /// Announces, orders, has found: it is done by being said, or was seen.
    Does,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub sense: Sense,
    /// By their places in [`Statement::words`].
    pub words: Range<usize>,
    pub scope: Scope,
    /// Of a speaker the word that names it, where there is one.
    pub who: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Most,
    Least,
    About,
    /// A little less.
    Near,
}

impl Way {
    /// A claim may say the one for the other: what is nearly so many is also about, and fewer than, so many.
    #[must_use]
    pub fn keeps(self, other: Self) -> bool {
        self == other || matches!((self, other), (Self::Near, Self::About | Self::Most) | (Self::About, Self::Near))
    }
}

/// Clauses, a bit each. Those beyond the last bit share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scope(pub u64);

impl Scope {
    pub fn add(&mut self, clause: usize) {
        self.0 |= 1 << clause.min(63);
    }

    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub fn has(self, clause: usize) -> bool {
        self.0 >> clause.min(63) & 1 == 1
    }
}

#[derive(Debug, Clone, Default)]
pub struct Statement {
    pub words: Vec<Word>,
    pub clauses: Clauses,
    pub marks: Vec<Mark>,
    /// For each word the number of what it means; 0 for words that only join others.
    pub stems: Vec<u64>,
    /// Of "unfroze" the number of "froze".
    pub undone: Vec<u64>,
}

impl Statement {
    /// The clause of some words, and all that is said under it. An aside speaks of what it stands in.
    #[must_use]
    pub fn governed(&self, words: Range<usize>) -> Scope {
        let own = self.clauses.of[words.start];
        let mut scope = Scope::default();
        for (clause, row) in self.clauses.all.iter().enumerate() {
            // "The chances that the bridge holds are good": what is said to be good is that the bridge holds.
            let chance = || row.first > 0 && self.words[row.first - 1].is(Class::OPENS) && !self.words[row.first - 1].is(Class::VERB);
            let behind = clause == own || row.first >= words.start || chance();
            if behind && self.clauses.is_under(clause, own) {
                scope.add(clause);
            }
        }
        scope
    }

    /// The clauses of a sentence.
    #[must_use]
    pub fn sentence_of(&self, at: usize) -> Scope {
        let sentence = self.clauses.all[self.clauses.of[at]].sentence;
        let mut scope = Scope::default();
        for (clause, _) in self.clauses.all.iter().enumerate().filter(|(_, clause)| clause.sentence == sentence) {
            scope.add(clause);
        }
        scope
    }

    /// The words of the sentence of a word.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> Range<usize> {
        let start = (0..=at).rev().find(|at| self.words[*at].gap == Gap::End).unwrap_or(0);
        start..(at + 1..self.words.len()).find(|at| self.words[*at].gap == Gap::End).unwrap_or(self.words.len())
    }

    /// The words of a clause that mean something.
    pub fn content(&self, clause: usize) -> impl Iterator<Item = u64> + '_ {
        let own = self.clauses.of.iter().zip(&self.stems).filter(move |(of, stem)| **of == clause && **stem != 0);
        own.map(|(_, stem)| *stem)
    }

    #[must_use]
    pub fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        self.words[words.start].range.start..self.words[words.end - 1].range.end
    }

    pub fn hedges(&self) -> impl Iterator<Item = (&Mark, Strength)> {
        self.marks.iter().filter_map(|mark| if let Sense::Hedge(strength) = mark.sense { Some((mark, strength)) } else { None })
    }

    /// It hedges, or speaks of the future.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        self.marks.iter().any(|mark| matches!(mark.sense, Sense::Hedge(_) | Sense::Future | Sense::Speaker(Speech::Expects)))
    }
}
