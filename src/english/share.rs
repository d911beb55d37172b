//! How much of something: some, many, most, nearly all, all.

use super::class::Class;
use super::statement::{Mark, Statement};
use super::word::{Gap, Shape, Word, is};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    None,
    Some,
    Half,
    Many,
    Most,
    NearlyAll,
    All,
}

/// A share of something, with the words that say it and the stems of what it is of.
#[derive(Debug)]
pub struct Part {
    pub share: Share,
    pub words: Range<usize>,
    pub of: Vec<u64>,
}

impl Statement {
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        (0..self.words.len()).filter_map(|at| self.part(at)).collect()
    }

    fn part(&self, at: usize) -> Option<Part> {
        let word = &self.words[at];
        let next = |far: usize| self.words.get(at + far).filter(|next| next.gap == Gap::Space);
        let before = at.checked_sub(1).map(|before| &self.words[before]).filter(|_| word.gap == Gap::Space);
        let partitive = next(1).is_some_and(|next| is!(next, "of"));
        let things = next(1)
            .is_some_and(|next| next.has(Shape::PLURAL) && !next.is(Class::ADVERB.or(Class::DETERMINER)) || next.has(Shape::CAPITAL))
            || next(2).is_some_and(|next| next.has(Shape::PLURAL) && !next.is(Class::PREPOSITION))
                && next(1).is_some_and(|next| {
                    !next.is(Class::PREPOSITION.or(Class::VERB).or(Class::ADVERB).or(Class::NUMBER).or(Class::DETERMINER).or(Class::BE))
                });
        let article = before.is_some_and(|before| is!(before, "a", "the"));
        let nearly = before.is_some_and(|before| is!(before, "nearly", "almost", "virtually", "practically"));
        // "All but two", "every one except the mayor".
        let excepted = is!(word, "all") && next(1).is_some_and(|next| is!(next, "but", "except"));
        let share = if excepted {
            next(2).is_some_and(|next| next.is(Class::NUMBER) || is!(next, "one", "a", "the")).then_some(Share::NearlyAll)
        } else if is!(word, "all", "every") && self.excepts(at) {
            Some(Share::NearlyAll)
        } else if self.is_floated(at) {
            Some(Share::All)
        } else if is!(word, "all", "every") {
            self.every(at, partitive, things).then_some(if nearly { Share::NearlyAll } else { Share::All })
        } else if is!(word, "both", "entire", "whole") {
            let idle = before.is_some_and(|before| is!(before, "on", "as", "not"));
            (!idle && !partitive | is!(word, "both")).then_some(Share::All)
        } else if is!(word, "most") {
            (!article && (partitive || things && !before.is_some_and(|before| before.has(Shape::OWNS) || is!(before, "at"))))
                .then_some(Share::Most)
        } else if is!(word, "none") {
            partitive.then_some(Share::None)
        } else if is!(word, "majority", "bulk") {
            partitive.then_some(Share::Most)
        } else if is!(word, "minority") {
            partitive.then_some(Share::Some)
        } else if is!(word, "many", "numerous") {
            (!before.is_some_and(|before| is!(before, "as", "how", "so", "not")) && (partitive || things)).then_some(Share::Many)
        } else if is!(word, "some", "several") {
            (partitive || things).then_some(Share::Some)
        } else if is!(word, "half") {
            self.half(at, partitive)
        } else if is!(word, "part") {
            (partitive && !before.is_some_and(|before| is!(before, "the", "best", "better", "greater", "larger"))).then_some(Share::Some)
        } else if is!(word, "one") {
            (partitive
                && !before.is_some_and(|before| is!(before, "not", "no", "every", "each", "any"))
                && next(3).is_some_and(|next| next.is(Class::NUMBER)))
            .then_some(Share::Some)
        } else if is!(word, "few", "handful") {
            (article && (partitive || things)).then_some(Share::Some)
        } else {
            None
        }?;
        let mut of = self.things(at + 1);
        of.extend(self.fronted(at));
        if self.is_floated(at) {
            of = (at.saturating_sub(4)..at).map(|at| self.stems[at]).filter(|stem| *stem != 0).collect();
        }
        Some(Part { share, words: at..at + 1, of })
    }

    /// "Every mill", "all of them"; not "above all", "at every turn".
    fn every(&self, at: usize, partitive: bool, things: bool) -> bool {
        let next = self.words.get(at + 1).filter(|next| next.gap == Gap::Space);
        let before = at.checked_sub(1).map(|before| &self.words[before]).filter(|_| self.words[at].gap == Gap::Space);
        let every = is!(self.words[at], "every");
        let whole = next.is_some_and(|next| next.is(Class::DETERMINER.or(Class::NUMBER)));
        let turn = next.is_some_and(|next| next.is(Class::TIME) || is!(next, "turn", "level", "day", "night", "way"));
        let within = before.is_some_and(|before| is!(before, "at", "in", "to", "from", "by")) && !turn && (every || things);
        let idle = before.is_some_and(|before| before.is(Class::PREPOSITION) && !within || is!(before, "not"));
        !idle && (partitive || things || whole || every)
    }

    /// "The committees all met", "the guards had all gone".
    fn is_floated(&self, at: usize) -> bool {
        let helper = |at: usize| self.words[at].is(Class::BE.or(Class::HAVE).or(Class::MODAL)) && self.words[at].gap == Gap::Space;
        let last = at.checked_sub(1).map(|before| if helper(before) { before.saturating_sub(1) } else { before });
        let noun = last.is_some_and(|before| self.words[before].has(Shape::PLURAL) && self.words[at].gap == Gap::Space);
        let verb = self.words.get(at + 1).is_some_and(|next| next.gap == Gap::Space && !next.is(Class::PREPOSITION.or(Class::DETERMINER)));
        is!(self.words[at], "all") && noun && verb && (self.clauses.finite[at + 1] || self.words[at + 1].is(Class::PAST.or(Class::GERUND)))
    }

    /// "Half the crew", "over half of them".
    fn half(&self, at: usize, partitive: bool) -> Option<Share> {
        let before = at.checked_sub(1).map(|before| &self.words[before]).filter(|_| self.words[at].gap == Gap::Space);
        let next = |far: usize| self.words.get(at + far).filter(|next| next.gap == Gap::Space);
        let bare = before.is_none_or(|before| {
            before.is(Class::ADVERB.or(Class::VERB).or(Class::PREPOSITION)) && !is!(before, "than", "over", "under")
                || is!(before, "about", "some")
        });
        let more = before.is_some_and(|before| is!(before, "over"))
            || before.is_some_and(|before| is!(before, "than")) && at > 1 && is!(self.words[at - 2], "more");
        match (partitive || next(1).is_some_and(|next| is!(next, "the")), bare, more) {
            (true, true, _) => Some(Share::Half),
            (true, _, true) => Some(Share::Most),
            _ => None,
        }
    }

    /// "All of the tankers except five", "every state bar one".
    fn excepts(&self, at: usize) -> bool {
        let near = (at + 1..self.words.len()).take(9).take_while(|next| matches!(self.words[*next].gap, Gap::Space | Gap::Comma));
        let number = |at: usize| {
            let next = self.words.get(at + 1).or(None);
            next.is_some_and(|next| next.is(Class::NUMBER) || is!(next, "one", "for", "from", "a", "the") || next.has(Shape::CAPITAL))
        };
        let mut own = near.into_iter().take_while(|at| !self.clauses.finite[*at]);
        own.any(|at| {
            is!(self.words[at], "except", "excluding", "save", "but", "bar") && number(at) && !self.words[at].is(Class::DETERMINER)
        })
    }

    /// "Of the nine trustees, all but one agreed": the trustees.
    fn fronted(&self, at: usize) -> Vec<u64> {
        let start = self.sentence_at(at).start;
        let comma = (start + 1..=at).find(|at| self.words[*at].gap != Gap::Space).filter(|comma| self.words[*comma].gap == Gap::Comma);
        let near = comma.filter(|comma| is!(self.words[start], "of") && at < comma + 3);
        near.map_or_else(Vec::new, |comma| self.things(start + 1).into_iter().take(comma - start).collect())
    }

    /// The stems of the thing that is named from a place on.
    fn things(&self, from: usize) -> Vec<u64> {
        let rest = (from..self.words.len()).take(6).take_while(|at| self.words[*at].gap == Gap::Space && !self.clauses.finite[*at]);
        rest.map(|at| self.stems[at]).filter(|stem| *stem != 0).take(3).collect()
    }

    /// What a text counts without a number, on a ladder: a handful, dozens, hundreds, tens of thousands.
    #[must_use]
    pub fn vague_counts(&self) -> Vec<(u8, Range<usize>)> {
        let of = |at: usize| self.words.get(at).is_some_and(|next| next.gap == Gap::Space && is!(next, "of"));
        let step = |word: &Word| match () {
            () if is!(word, "handful", "few", "several", "couple") => Some(1),
            () if is!(word, "dozens", "scores", "tens") => Some(2),
            () if is!(word, "hundreds") => Some(3),
            () if is!(word, "thousands") => Some(4),
            () if is!(word, "millions") => Some(7),
            () if is!(word, "billions") => Some(10),
            () => None,
        };
        let counts = |at: usize| {
            let step = step(&self.words[at])?;
            let article = at > 0 && is!(self.words[at - 1], "a");
            let things = self.words.get(at + 1).is_some_and(|next| next.gap == Gap::Space && !next.is(Class::PREPOSITION.or(Class::VERB)));
            let is_one = of(at + 1) || step == 1 && things && (article || is!(self.words[at], "several"));
            // "Tens of thousands", "a few hundred": the greater of two, times the smaller.
            let behind = at > 1 && of(at - 1) && self.words[at].gap == Gap::Space;
            let before = if behind { Some(&self.words[at - 2]) } else { None };
            let times =
                before.map_or(0, |before| if is!(before, "tens", "dozens", "scores") { 1 } else { 2 * u8::from(is!(before, "hundreds")) });
            let goes_on = of(at + 1) && self.words.get(at + 2).is_some_and(|next| is!(next, "thousands", "millions", "billions"));
            let hundred = self.words.get(at + 1).is_some_and(|next| next.is(Class::NUMBER) || is!(next, "dozens", "thousands"));
            (is_one && !goes_on && !hundred).then_some((step + times, at..at + 1))
        };
        (0..self.words.len()).filter_map(counts).collect()
    }

    /// "Just a part of the money" of none of it: another share, and no denial of what the other denies.
    #[must_use]
    pub fn is_share_of_none(&self, mark: &Mark, other: &Self) -> bool {
        let of = |part: &Part, other: &Part| part.of.iter().any(|stem| other.of.contains(stem));
        let others = other.parts();
        let none = |part: &Part| part.share == Share::None && mark.words.contains(&part.words.start);
        self.parts().iter().filter(|part| none(part)).any(|part| others.iter().any(|other| other.share != Share::All && of(part, other)))
    }
}
