//! How a text becomes a statement: its phrases are weighed by what stands around them.

use super::class::Class;
use super::clause::{Clauses, Kind};
use super::phrasebook::{Meaning, Strength};
use super::phrases::{Found, find};
use super::statement::{Mark, Scope, Sense, Speech, Statement};
use super::stem::stem;
use super::word::{Gap, Shape, is, read};
use super::{bound, modal, speech};
use std::ops::Range;

impl Statement {
    #[must_use]
    pub fn read(text: &str) -> Self {
        let words = read(text);
        let found = find(&words);
        let clauses = Clauses::read(&words, &found);
        let stems = words.iter().map(|word| stem(&text[word.range.clone()], &word.entry)).collect();
        let mut statement = Self { words, clauses, marks: Vec::new(), stems };
        for found in &found {
            statement.mark(found);
        }
        statement.inverted();
        statement.marks.extend(speech::marks(&statement));
        speech::name(&mut statement);
        for mark in statement.marks.iter().filter(|mark| mark.sense == Sense::Condition) {
            statement.stems[mark.words.clone()].fill(0);
        }
        statement.marks.sort_by_key(|mark| mark.words.start);
        statement
    }

    fn mark(&mut self, found: &Found) {
        let at = found.words.start;
        let sense = match found.meaning {
            Meaning::Source if self.is_ours(&found.words) => Sense::Hedge(Strength::Judged),
            Meaning::Hedge(strength) if !modal::is_no_hedge(self, found, strength) => Sense::Hedge(strength),
            Meaning::Modal => return self.modal(at),
            Meaning::Future => Sense::Future,
            Meaning::Plan if self.clauses.finite[at] || self.words[at].is(Class::GERUND.or(Class::BE)) => Sense::Plan,
            Meaning::Denial if self.is_proviso(at) => Sense::Condition,
            Meaning::Denial if !self.is_number(at) && !self.is_some(at) => Sense::Denial,
            Meaning::Condition
                if self.clauses.all[self.clauses.of[at]].kind == Kind::Condition && self.clauses.all[self.clauses.of[at]].first == at =>
            {
                Sense::Condition
            }
            Meaning::Proviso => Sense::Condition,
            Meaning::Rumour => Sense::Hedge(Strength::Reported),
            Meaning::Source => Sense::Speaker(Speech::Says),
            Meaning::Confidence if modal::is_analytic(self, found) => Sense::Confidence,
            Meaning::Most | Meaning::Least | Meaning::About | Meaning::Near => {
                let Some(way) = bound::way(&self.words, found) else { return };
                Sense::Bound(way)
            }
            _ => return,
        };
        let scope = match (found.meaning, sense) {
            (Meaning::Source | Meaning::Proviso, _) | (Meaning::Denial, Sense::Condition) => self.sentence_of(at),
            (Meaning::Rumour, _) if !is!(self.words[at], "there") => self.sentence_of(at),
            (_, Sense::Condition) => self.depends_on(at),
            (_, Sense::Hedge(_)) if self.is_trailing(&found.words) => self.sentence_of(at),
            _ => self.governed(found.words.clone()),
        };
        // "Is widely expected": the hedge is the last word.
        let mut words = found.words.clone();
        while words.len() > 1 && matches!(sense, Sense::Hedge(_)) && self.words[words.start].is(Class::BE) {
            words.start += 1;
        }
        while words.len() > 1 && sense == Sense::Hedge(Strength::Expected) && self.words[words.start].is(Class::ADVERB) {
            words.start += 1;
        }
        if sense == Sense::Hedge(Strength::Expected)
            && self.words.get(words.end).is_some_and(|next| is!(next, "to") && next.gap == Gap::Space)
        {
            words.end += 1;
        }
        if found.meaning == Meaning::Rumour {
            self.marks.push(Mark { sense: Sense::Nameless, words: words.clone(), scope, who: None });
        }
        self.marks.push(Mark { sense, words, scope, who: None });
    }

    /// "…, it would appear", "…, or so the papers say", "As far as one can tell, …": a frame of its own, for the whole sentence.
    fn is_trailing(&self, words: &Range<usize>) -> bool {
        let parted = |at: usize| !matches!(self.words[at].gap, Gap::Space | Gap::Quote);
        let is_frame = words.len() > 2 && is!(self.words[words.start], "or", "as", "to", "on", "so", "by", "in");
        let first = (words.start.saturating_sub(4)..=words.start).rev().find(|at| parted(*at));
        let ends = self.words.get(words.end).is_none_or(|next| next.gap == Gap::End);
        let first = first.filter(|first| !is!(self.words[*first], "and") && !is!(self.words[*first], "but"));
        let closes = self.words.get(words.end).is_none_or(|next| matches!(next.gap, Gap::Comma | Gap::Open | Gap::Close | Gap::End));
        (is_frame || closes) && parted(words.start)
            || ends && first.is_some_and(|first| matches!(self.words[first].gap, Gap::Comma | Gap::Open))
    }

    /// "In our judgement".
    fn is_ours(&self, words: &Range<usize>) -> bool {
        self.words[words.clone()].iter().any(|word| is!(word, "our") || is!(word, "my"))
    }

    /// "Without further aid, the front will collapse."
    fn is_proviso(&self, at: usize) -> bool {
        let sentence = self.clauses.all[self.clauses.of[at]].sentence;
        let begins = matches!(self.words[at].gap, Gap::End | Gap::Comma);
        let names = self.words.get(at + 1).is_some_and(|next| !next.is(Class::GERUND));
        let depends = (0..self.words.len())
            .any(|word| self.words[word].is(Class::MODAL) && self.clauses.all[self.clauses.of[word]].sentence == sentence);
        is!(self.words[at], "without") && begins && names && depends
    }

    /// "A few", "the few": some, and no denial.
    fn is_some(&self, at: usize) -> bool {
        is!(self.words[at], "few")
            && self.words[at].gap != Gap::End
            && self.words[at - 1].is(Class::DETERMINER.or(Class::ADVERB).or(Class::NUMBER))
    }

    /// "Should the embargo be lifted" has no word of its own for a condition.
    fn inverted(&mut self) {
        for at in 0..self.clauses.all.len() {
            let first = self.clauses.all[at].first;
            let is_marked = self.marks.iter().any(|mark| mark.words.start == first && mark.sense == Sense::Condition);
            if self.clauses.all[at].kind == Kind::Condition && !is_marked {
                self.marks.push(Mark { sense: Sense::Condition, words: first..first + 1, scope: self.depends_on(first), who: None });
            }
        }
    }

    /// "No. 5" is a number.
    fn is_number(&self, at: usize) -> bool {
        self.words[at].range.len() == 2
            && self.words[at].has(Shape::CAPITAL)
            && self.words.get(at + 1).is_some_and(|next| next.is(Class::NUMBER) && next.gap != Gap::Space)
    }

    fn modal(&mut self, at: usize) {
        let scope = self.governed(at..at + 1);
        let denies = modal::denies(self, at);
        if let Some(sense) = modal::sense(self, at) {
            self.marks.push(Mark { sense, words: at..at + 1, scope, who: None });
            if denies {
                self.marks.push(Mark { sense: Sense::Denial, words: at..at + 1, scope, who: None });
            }
        }
    }

    /// The clauses that depend on the condition which begins at a word.
    fn depends_on(&self, at: usize) -> Scope {
        let own = self.clauses.of[at];
        let mut scope = Scope::default();
        let Some(parent) = self.clauses.all[own].parent else { return scope };
        let sentence = self.clauses.all[own].sentence;
        for (clause, row) in self.clauses.all.iter().enumerate().filter(|(_, row)| row.sentence == sentence) {
            let beside =
                row.parent == self.clauses.all[parent].parent && row.kind == self.clauses.all[parent].kind && !self.contrasts(row.first);
            if clause == parent || self.clauses.is_under(clause, parent) && row.kind == Kind::Complement || beside && clause > parent {
                scope.add(clause);
            }
        }
        scope
    }

    fn contrasts(&self, first: usize) -> bool {
        is!(self.words[first], "but")
    }
}
