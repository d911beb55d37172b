//! From whom a text has what it says, where no subject stands before the verb: "…, said the mayor", "according to the mayor".

use super::class::Class;
use super::statement::{Mark, Statement};
use super::word::Gap;
use std::ops::Range;

/// So many words name somebody at most.
const MOST: usize = 10;

impl Statement {
    /// The words that say who it is.
    #[must_use]
    pub fn bearers(&self, mark: &Mark) -> Vec<u64> {
        self.telling(self.bearer(mark))
    }

    fn bearer(&self, mark: &Mark) -> Range<usize> {
        let parted = |at: usize| !matches!(self.words[at].gap, Gap::Space | Gap::Quote);
        let first = &self.words[mark.words.start];
        if let Some(who) = mark.who {
            let named = self.phrase_before(who + 1);
            return if named.is_empty() { who..who + 1 } else { named };
        }
        // "…, holding that it was void": who does what is told before.
        if first.is(Class::GERUND) && first.is(Class::VERB) && first.gap == Gap::Comma {
            let sentence = self.sentence_at(mark.words.start);
            let verb = sentence.clone().find(|at| self.clauses.finite[*at]).unwrap_or(sentence.start);
            return sentence.start..verb;
        }
        // "The fund's estimate".
        if first.is(Class::ACCOUNT) && mark.words.len() == 1 {
            return mark.words.start.saturating_sub(4)..mark.words.start;
        }
        let end = (mark.words.end..self.words.len()).take(MOST).find(|at| parted(*at));
        mark.words.end..end.unwrap_or((mark.words.end + MOST).min(self.words.len()))
    }
}
