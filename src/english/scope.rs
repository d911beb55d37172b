//! What stands over a part of a text: what is said outside it and holds for what it says.

use super::class::Class;
use super::clause::Kind;
use super::statement::{Mark, Scope, Sense, Statement};
use super::word::{Gap, is};
use std::ops::Range;

/// A hedge within so many words of a part of a text holds for it even where that only names something.
const BESIDE: usize = 2;

/// A mark that holds over a part of a text from outside.
pub struct Over<'a> {
    pub mark: &'a Mark,
    /// It stands before it.
    pub before: bool,
    /// It is a hedge right beside it.
    pub beside: bool,
}

impl Statement {
    /// The words that stand whole in a range of the bytes of its text.
    pub fn words_in(&self, range: &Range<usize>) -> impl Iterator<Item = usize> + use<'_> {
        let range = range.clone();
        (0..self.words.len()).filter(move |at| range.start <= self.words[*at].range.start && self.words[*at].range.end <= range.end)
    }

    /// What holds over a range of the bytes of its text.
    #[must_use]
    pub fn over(&self, range: &Range<usize>) -> Vec<Over<'_>> {
        let words: Vec<usize> = self.words_in(range).collect();
        let (Some(from), Some(to)) = (words.first(), words.last()) else { return Vec::new() };
        // A thing that is named is there, whatever is said of it: only what is said with a verb is hedged or denied.
        let (mut named, mut said) = (Scope::default(), Scope::default());
        for at in &words {
            named.add(self.clauses.of[*at]);
            if self.says(*at, *from) {
                said.add(self.clauses.of[*at]);
            }
        }
        let over = |mark: &'_ Mark| {
            let (before, behind) = (mark.words.start < *from, mark.words.end > *to + 1);
            let near = before && mark.words.end + BESIDE > *from || behind && mark.words.start < *to + 1 + BESIDE;
            // "The deal could fail": behind a name "could" is of what is said of it.
            let of_verb = behind && self.words[mark.words.start].is(Class::MODAL);
            let beside = near && !of_verb && matches!(mark.sense, Sense::Hedge(_)) && mark.scope.meets(named);
            // The part is of the condition itself: what is only supposed is not said. "When it fell" is.
            let supposed = is!(self.words[mark.words.start], "if", "unless", "provided");
            let clause = self.clauses.all[self.clauses.of[mark.words.start]].kind == Kind::Condition;
            let own = clause
                && mark.sense == Sense::Condition
                && words.iter().all(|at| self.clauses.of[*at] == self.clauses.of[mark.words.start]);
            let within = own && !supposed;
            // "If it is true that the firm paid".
            let asked = clause
                && mark.sense == Sense::Condition
                && words.iter().all(|at| {
                    let (of, condition) = (self.clauses.of[*at], self.clauses.of[mark.words.start]);
                    of != condition && self.clauses.is_under(of, condition)
                });
            let holds = asked || own && supposed || (beside || mark.scope.meets(said)) && !within;
            ((before || behind) && holds).then_some((before, beside))
        };
        self.marks.iter().filter_map(|mark| over(mark).map(|(before, beside)| Over { mark, before, beside })).collect()
    }

    /// A word of a part that begins at `from` is a verb that says something, and part of no name: "the talks", "a deal to build".
    fn says(&self, at: usize, from: usize) -> bool {
        let word = &self.words[at];
        let before = at.checked_sub(1).map(|before| &self.words[before]).filter(|_| word.gap == Gap::Space);
        let names = before.is_some_and(|before| before.is(Class::DETERMINER.or(Class::PREPOSITION)) && !is!(before, "to"));
        // "It does not require Iran | to give up": whoever is made to do something has no part of a name behind it.
        let is_made = from.checked_sub(1).is_some_and(|verb| self.words[verb].is(Class::VERB) && self.words[from].gap == Gap::Space);
        let adds = !is_made && at > from + 1 && before.is_some_and(|before| is!(before, "to")) && !self.clauses.finite[at];
        // "Does not appear to give up | its control": what is done to it is hedged.
        let is_done_to = (0..from).any(|verb| self.clauses.of[verb] == self.clauses.of[at] && self.words[verb].is(Class::VERB));
        let is_verb = word.is(Class::VERB.or(Class::BE).or(Class::HAVE).or(Class::PAST));
        is_verb
            && !(names && !is_done_to && !self.clauses.finite[at])
            && !adds
            && (!word.is(Class::GERUND) || at > from || word.gap == Gap::Space)
    }
}
