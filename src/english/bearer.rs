//! From whom a text has what it says, where no subject stands before the verb: "…, said the mayor", "according to the mayor".

use super::class::Class;
use super::statement::{Mark, Sense, Speech, Statement};
use super::word::{Gap, Shape, Word, is};
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
            // "The governor, Mirela Stoica, said": by her office and her name.
            if parted(mark.words.start) && who + 1 < mark.words.start && !named.is_empty() {
                return named.start..mark.words.start;
            }
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

    /// "For the historian Lena Roth, the purge began in 1947": it is she who says so.
    #[must_use]
    pub fn told_for(&self) -> Option<Mark> {
        let words = &self.words;
        let first = words.first().filter(|first| is!(first, "for", "to"))?;
        let end = (1..words.len().min(12)).find(|at| words[*at].gap == Gap::Comma)?;
        let holds = |word: &Word| {
            is!(word, "historian", "economist", "analyst", "critic", "scholar", "writer", "author", "commentator", "expert", "biographer")
        };
        let named = words[1..end].iter().any(holds) && words[1..end].iter().any(|word| word.has(Shape::CAPITAL));
        (first.gap == Gap::End && named).then(|| Mark {
            sense: Sense::Speaker(Speech::Says),
            words: 0..1,
            scope: self.sentence_of(0),
            who: Some(end - 1),
        })
    }
}
