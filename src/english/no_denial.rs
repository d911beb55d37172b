//! Words that look like a denial or the future, and are none where they stand.

use super::class::Class;
use super::phrases::Found;
use super::statement::Statement;
use super::word::{Gap, Shape, Word, is};
use std::ops::Range;

impl Statement {
    /// "Stopped the ship" is no denial of what it says, "stopped sailing" is.
    pub(super) fn is_cessation(&self, found: &Found) -> bool {
        found.words.len() == 1
            && is!(self.words[found.words.start], "stop", "cease", "quit")
            && !self.words.get(found.words.end).is_some_and(|next| next.is(Class::GERUND) && next.gap == Gap::Space)
    }

    /// "Will decline to less than 55 per cent": so low, and no refusal.
    pub(super) fn falls_to(&self, found: &Found) -> bool {
        let number =
            |at: usize| self.words[at..].iter().take(4).take_while(|word| word.gap == Gap::Space).any(|word| word.is(Class::NUMBER));
        let verb = |at: usize| self.words[at..].iter().take(3).any(|word| word.is(Class::BASE.or(Class::BARE)));
        is!(self.words[found.words.start], "decline")
            && is!(self.words[found.words.end - 1], "to")
            && number(found.words.end)
            && !verb(found.words.end)
    }

    /// "Not content with a fine, the tribunal closed the paper": what is denied is no more than the words before the comma.
    pub(super) fn is_fronted(&self, found: &Found) -> bool {
        let next = self.words.get(found.words.end);
        let others =
            Class::DETERMINER.or(Class::NUMBER).or(Class::ADVERB).or(Class::PRONOUN).or(Class::PREPOSITION).or(Class::SUBORDINATOR);
        let sentence = self.sentence_at(found.words.start);
        let comma = (found.words.end..sentence.end).find(|at| self.words[*at].gap == Gap::Comma);
        is!(self.words[found.words.start], "not")
            && self.words[found.words.start].gap == Gap::End
            && next.is_some_and(|next| !next.is(others))
            && comma.is_some_and(|comma| !self.clauses.finite[found.words.end..comma].contains(&true))
    }

    /// "The decline in shipments": it fell, and nobody refused.
    pub(super) fn is_fall(&self, found: &Found) -> bool {
        let first = found.words.start;
        let before = first.checked_sub(1).filter(|_| self.words[first].gap == Gap::Space).map(|before| &self.words[before]);
        let next = self.words.get(found.words.end).filter(|next| next.gap == Gap::Space);
        let named = before.is_some_and(|before| {
            before.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !before.is(Class::PRONOUN)
                || before.has(Shape::OWNS)
                || before.is(Class::PREPOSITION) && !is!(before, "to")
        });
        let of = next.is_some_and(|next| is!(next, "in", "of", "from", "by", "since", "at"));
        // "Have declined since", and not "declined on Friday to comment".
        let asked = (found.words.end..self.words.len().min(found.words.end + 5))
            .any(|at| is!(self.words[at], "to") && self.words.get(at + 1).is_some_and(|verb| verb.is(Class::BASE.or(Class::BARE))));
        let joins = Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::ADVERB).or(Class::COORDINATOR).or(Class::TIME);
        let alone = next.is_none_or(|next| next.is(joins)) && !asked;
        let single = found.words.len() == 1 && is!(self.words[first], "decline");
        single && (alone || !self.words[first].is(Class::PAST) && (named || of && !self.clauses.finite[first]))
    }

    /// "Exports, subject to licensing since April, fell": what they are, and nothing on which it depends.
    pub(super) fn is_standing(&self, words: &Range<usize>) -> bool {
        let first = words.start;
        let sentence = self.sentence_at(first);
        let open = sentence.clone().any(|at| self.words[at].is(Class::MODAL) && self.clauses.finite[at]);
        let before = !self.clauses.finite[sentence.start..first].contains(&true);
        is!(self.words[first], "subject", "conditional", "contingent", "dependent") && first > sentence.start && before && !open
    }

    /// "Barely a third": so many, and hardly more.
    pub(super) fn is_barely(&self, found: &Found) -> bool {
        let number = self.words.get(found.words.end).is_some_and(|next| next.gap == Gap::Space && next.is(Class::NUMBER));
        is!(self.words[found.words.start], "hardly", "barely", "scarcely") && is!(self.words[found.words.end - 1], "a") && number
    }

    /// "Is set to Russian": what it is set to, and nothing that comes.
    pub(super) fn is_set(&self, words: &Range<usize>) -> bool {
        let next = self.words.get(words.end).filter(|next| next.gap == Gap::Space);
        let noun = |next: &Word| {
            let joins = next.is(Class::DETERMINER.or(Class::NUMBER).or(Class::PREPOSITION)) && !next.is(Class::VERB);
            next.has(Shape::CAPITAL) || next.has(Shape::PLURAL) && !next.is(Class::BASE) || joins
        };
        is!(self.words[words.end - 1], "to") && next.is_none_or(noun)
    }
}
