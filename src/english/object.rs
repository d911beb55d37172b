//! To what something is done: "dropped the motion", "the motion was dropped", "had the motion dropped".

use super::class::Class;
use super::statement::Statement;
use super::word::{Gap, is};
use std::ops::Range;

impl Statement {
    /// The words of what a verb is done to, the last the one that names it; `None` where there is none.
    #[must_use]
    pub fn object(&self, verb: usize) -> Option<Vec<u64>> {
        let words = if let Some(had) = self.had_done(verb) {
            had
        } else if let Some((passive, subject)) = self.voice(verb) {
            if passive { subject } else { self.behind(verb) }
        } else if self.words[verb].is(Class::GERUND) || self.is_infinitive(verb) {
            self.behind(verb)
        } else {
            return None;
        };
        let named = self.named(words);
        (!named.is_empty()).then_some(named)
    }

    fn is_infinitive(&self, verb: usize) -> bool {
        verb > 0 && is!(self.words[verb - 1], "to") && self.words[verb].is(Class::BASE)
    }

    /// The thing that is named behind a verb, whose other words stand between: "gave up | the search".
    fn behind(&self, verb: usize) -> Range<usize> {
        let skipped =
            (verb + 1..self.words.len()).take_while(|at| self.words[*at].is(Class::ADVERB) && self.words[*at].gap == Gap::Space).count();
        self.phrase_behind(verb + 1 + skipped)
    }

    /// "Had the artists prosecuted": what stands between is what it is done to.
    pub fn had_done(&self, verb: usize) -> Option<Range<usize>> {
        let near = (verb.saturating_sub(7)..verb).rev().take_while(|at| self.words[at + 1].gap == Gap::Space);
        let have = near.into_iter().find(|at| self.words[*at].is(Class::HAVE))?;
        let named = self.words[have + 1].is(Class::DETERMINER.or(Class::POSSESSIVE)) && have + 2 < verb;
        (self.words[verb].is(Class::PAST) && named).then_some(have + 1..verb)
    }

    /// The words of a thing up to what tells which: "the motion | of the guild".
    fn named(&self, words: Range<usize>) -> Vec<u64> {
        let ends = |at: &usize| {
            let word = &self.words[*at];
            let tells = *at > 0
                && word.is(Class::GERUND)
                && word.is(Class::VERB)
                && !self.words[at - 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
            *at > words.start && (is!(word, "of") || tells)
        };
        let end = words.clone().find(ends).unwrap_or(words.end);
        let told = |range: Range<usize>| -> Vec<u64> {
            range.filter(|at| !self.words[*at].is(Class::NUMBER)).map(|at| self.stems[at]).filter(|stem| *stem != 0).collect()
        };
        let head = told(words.start..end);
        // "Two of the five counts": the counts.
        if head.is_empty() { told(end..words.end) } else { head }
    }
}
