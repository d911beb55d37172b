//! What is spoken of and called false, or only read so: "rumours that it fell proved unfounded", "one reading is that it fell".

use super::class::Class;
use super::clause::Kind;
use super::phrasebook::Strength;
use super::statement::{Mark, Sense, Statement};
use super::word::{Gap, Word, is};
use std::ops::Range;

/// What may be said, and be wrong.
fn is_told(word: &Word) -> bool {
    is!(
        word,
        "rumour",
        "rumours",
        "rumor",
        "rumors",
        "report",
        "reports",
        "claim",
        "claims",
        "allegation",
        "allegations",
        "suggestion",
        "suggestions",
        "speculation",
        "assertion",
        "assertions",
        "story",
        "stories",
        "belief",
        "notion",
        "idea",
        "theory",
        "theories",
        "charge",
        "charges",
        "accusation",
        "accusations",
        "contention",
        "fear",
        "fears",
        "hope",
        "hopes",
        "prediction",
        "predictions",
        "argument",
        "arguments",
        "view",
        "views",
        "thesis",
        "proposition",
        "assumption",
        "perception",
        "hypothesis",
        "impression",
        "talk"
    )
}

/// "Proved unfounded", "are baseless", "turned out to be false".
fn is_false(word: &Word) -> bool {
    is!(
        word,
        "unfounded",
        "false",
        "baseless",
        "groundless",
        "untrue",
        "wrong",
        "mistaken",
        "unjustified",
        "misplaced",
        "fanciful",
        "spurious",
        "incorrect",
        "inaccurate",
        "overblown",
        "unwarranted",
        "bogus",
        "fabricated",
        "discredited",
        "debunked",
        "premature",
        "unsupported",
        "retracted",
        "exaggerated"
    )
}

/// What somebody does who says that a thing told is not so.
fn is_dismissal(word: &Word) -> bool {
    word.is(Class::VERB)
        && is!(
            word,
            "reject",
            "dismiss",
            "deny",
            "rebut",
            "refute",
            "dispute",
            "contest",
            "discount",
            "debunk",
            "ridicule",
            "disprove",
            "scotch",
            "discredit",
            "retract",
            "contradict",
            "quash"
        )
}

impl Statement {
    /// Marks what is said behind such a noun: it is denied, or a reading among others.
    pub(super) fn belied(&mut self) {
        let mut marks = Vec::new();
        for (clause, row) in self.clauses.all.iter().enumerate() {
            let that = matches!(row.kind, Kind::Complement | Kind::Relative)
                && is!(self.words[row.first], "that")
                && self.words[row.first].gap == Gap::Space;
            let Some(before) = row.first.checked_sub(1).filter(|_| that) else { continue };
            let sense = if is_told(&self.words[before]) && (self.is_called_false(clause, before) || self.is_dismissed(before)) {
                Sense::Denial
            } else if self.words[before].is(Class::BE) && self.is_reading(before) {
                Sense::Hedge(Strength::Seeming)
            } else {
                continue;
            };
            let words = self.noun(before, sense)..row.first + 1;
            let mut scope = self.governed(row.first..row.first + 1);
            scope.add(clause);
            marks.push(Mark { sense, words, scope, who: None });
        }
        // "The claim that it fell is wrong": the phrase has the clause in it.
        for mark in &self.marks {
            let last = mark.words.end - 1;
            let noun = last.checked_sub(1).filter(|noun| is!(self.words[last], "that") && is_told(&self.words[*noun]));
            if mark.sense == Sense::Hedge(Strength::Seeming) && noun.is_some_and(|noun| self.is_called_false(self.clauses.of[last], noun)) {
                marks.push(Mark { sense: Sense::Denial, words: mark.words.clone(), scope: mark.scope, who: None });
            }
        }
        let known = |mark: &Mark| {
            self.marks
                .iter()
                .any(|other| other.sense == mark.sense && other.words.start < mark.words.end && mark.words.start < other.words.end)
        };
        marks.retain(|mark| !known(mark));
        self.marks.extend(marks);
    }

    /// The words that say it begin here: "a tentative reading … is that" is one stretch.
    fn noun(&self, before: usize, sense: Sense) -> usize {
        if sense == Sense::Denial {
            return before;
        }
        let sentence = self.sentence_at(before);
        (sentence.start..before).rev().find(|at| is_reading(&self.words[*at])).unwrap_or(before)
    }

    /// "… proved unfounded" stands behind the clause, in its sentence.
    fn is_called_false(&self, clause: usize, noun: usize) -> bool {
        let sentence = self.sentence_at(noun);
        let verdict = |range: Range<usize>| range.into_iter().any(|at| is_false(&self.words[at]) || self.is_weak(at));
        let says = |at: usize| self.words[at].is(Class::BE) || is!(self.words[at], "prove", "turn", "remain", "appear");
        let mut behind = (noun + 2..sentence.end).filter(|at| self.clauses.of[*at] != clause || says(*at));
        behind.any(|at| {
            let from = self.behind_aside(at + 1);
            says(at) && self.words[at].gap == Gap::Space && verdict(from..sentence.end.min(from + 4))
        })
    }

    /// "Is, in her view, wrong": past what stands between the commas.
    fn behind_aside(&self, at: usize) -> usize {
        let parted = self.words.get(at).is_some_and(|word| word.gap == Gap::Comma);
        let closes = (at + 1..self.words.len()).take(12).find(|at| self.words[*at].gap != Gap::Space).filter(|_| parted);
        closes.filter(|at| self.words[*at].gap == Gap::Comma).unwrap_or(at)
    }

    /// "Is hard to sustain", "is poorly supported", "lacks foundation".
    fn is_weak(&self, at: usize) -> bool {
        let next = |far: usize| self.words.get(at + far).filter(|next| next.gap == Gap::Space);
        let held = |word: &Word| is!(word, "sustain", "support", "credit", "believe", "substantiate", "defend", "accept", "uphold");
        let based = |word: &Word| is!(word, "support", "found", "ground", "substantiate", "base") && word.is(Class::PAST);
        let proved = |word: &Word| is!(word, "verify", "prove", "confirm", "substantiate", "corroborate") && word.is(Class::PAST);
        is!(self.words[at], "difficult", "hard", "impossible") && next(1).is_some_and(|to| is!(to, "to")) && next(2).is_some_and(held)
            || is!(self.words[at], "poorly", "weakly", "thinly", "badly") && next(1).is_some_and(based)
            || is!(self.words[at], "never", "not") && next(1).is_some_and(proved)
            || is!(self.words[at], "without") && next(1).is_some_and(|word| is!(word, "foundation", "substance", "merit", "basis"))
    }

    /// "And not, as legend has it, two days later": what is told there is what is denied.
    pub(super) fn is_told_of_denied(&self, mark: &Mark) -> bool {
        let told = matches!(mark.sense, Sense::Speaker(_) | Sense::Nameless | Sense::Hedge(Strength::Reported));
        let start = (0..=mark.words.start).rev().find(|at| self.words[*at].gap != Gap::Space).unwrap_or(0);
        told && start > 0
            && self.words[start].gap == Gap::Comma
            && is!(self.words[start], "as")
            && is!(self.words[start - 1], "not", "than", "nor")
    }

    /// "Little evidence supports the notion that": the notion is denied, and not left open.
    pub(super) fn is_denied_notion(&self, mark: &Mark) -> bool {
        let last = mark.words.end - 1;
        let notion = matches!(mark.sense, Sense::Hedge(Strength::Seeming)) && last > 0 && is!(self.words[last], "that");
        let clause = self.clauses.of[mark.words.start];
        let over = |other: &Mark| {
            let before = other.words == mark.words || other.words.end <= mark.words.start && other.scope.has(clause);
            other.sense == Sense::Denial && before
        };
        notion && is_told(&self.words[last - 1]) && self.marks.iter().any(over)
    }

    /// "Dismissed as fantasy a newspaper report that".
    fn is_dismissed(&self, noun: usize) -> bool {
        let sentence = self.sentence_at(noun);
        let near = (noun.saturating_sub(10).max(sentence.start)..noun).rev().take_while(|at| self.words[at + 1].gap == Gap::Space);
        near.into_iter().any(|at| is_dismissal(&self.words[at]) && !self.is_denied(at))
    }

    /// "A tentative reading of the data is that", "one explanation is that": the subject of the verb before "that".
    fn is_reading(&self, be: usize) -> bool {
        let sentence = self.sentence_at(be);
        let own = (sentence.start..be).filter(|at| self.clauses.of[*at] == self.clauses.of[be]);
        let first = own.into_iter().find(|at| is_reading(&self.words[*at]));
        first.is_some_and(|at| !self.clauses.finite[sentence.start..at].contains(&true))
    }
}

/// What one makes of something.
fn is_reading(word: &Word) -> bool {
    is!(
        word,
        "reading",
        "interpretation",
        "explanation",
        "hypothesis",
        "theory",
        "inference",
        "guess",
        "suspicion",
        "impression",
        "speculation",
        "assumption",
        "supposition",
        "conjecture",
        "hunch"
    )
}
