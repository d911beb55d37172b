//! What is to come by a plan, an order or a promise: "the two firms are to merge", "will be built once the loan is paid".

use super::class::Class;
use super::clause::Kind;
use super::fronted::is_as_soon_as;
use super::statement::{Mark, Sense, Statement};
use super::word::{Gap, is};

impl Statement {
    /// "The two firms are to merge"; "the aim is to merge" says what the aim is, and "was to merge" what did not come.
    pub(super) fn due(&mut self) {
        for at in 0..self.words.len().saturating_sub(2) {
            let (be, to, verb) = (&self.words[at], &self.words[at + 1], &self.words[at + 2]);
            let is_due = be.is(Class::BE)
                && !be.is(Class::PRETERITE.or(Class::BARE))
                && is!(to, "to")
                && to.gap == Gap::Space
                && (verb.is(Class::BASE) && !is!(verb, "blame", "be", "say") || is!(verb, "be") && self.is_done_to(at + 3));
            let subject = at.checked_sub(1).map(|last| self.head(last));
            let equates = subject.is_none_or(|subject| {
                let noun = &self.words[subject];
                noun.is(Class::GERUND)
                    || is!(
                        noun,
                        "aim",
                        "goal",
                        "purpose",
                        "task",
                        "role",
                        "job",
                        "idea",
                        "mission",
                        "objective",
                        "answer",
                        "duty",
                        "way",
                        "point",
                        "intention",
                        "function",
                        "plan",
                        "option",
                        "solution",
                        "obligation",
                        "step",
                        "steps",
                        "there",
                        "all",
                        "what",
                        "who",
                        "hope",
                        "need",
                        "rule"
                    )
            });
            if is_due && !equates {
                let words = at..at + 2;
                let scope = self.governed(words.clone());
                self.marks.push(Mark { sense: Sense::Future, words, scope, who: None });
            }
        }
    }

    /// "It will be built once the bank approves the loan", "has promised it as soon as the fine is paid": no sooner, and perhaps never.
    pub(super) fn once(&mut self) {
        let mut marks = Vec::new();
        for (clause, row) in self.clauses.all.iter().enumerate().filter(|(_, row)| row.kind == Kind::Adverbial) {
            let own = |at: &usize| self.clauses.of[*at] == clause && self.clauses.finite[*at];
            let verb = (row.first..self.words.len()).find(own);
            let present = verb.is_some_and(|verb| !self.words[verb].is(Class::PAST.or(Class::PRETERITE)));
            let ahead = (0..self.words.len()).any(|at| {
                let modal = self.words[at].is(Class::MODAL) && is!(self.words[at], "will", "would", "shall");
                let binds = is!(self.words[at], "oblige", "require", "commit", "bind", "allow", "permit", "entitle", "agree");
                let over = row.parent.is_some_and(|parent| self.clauses.is_under(parent, self.clauses.of[at]));
                over && (modal || binds || is!(self.words[at], "promise", "pledge", "vow", "undertake"))
            });
            let soon = is_as_soon_as(&self.words, row.first);
            if (is!(self.words[row.first], "once") || soon) && present && ahead {
                let words = row.first..row.first + if soon { 3 } else { 1 };
                marks.push(Mark { sense: Sense::Condition, words, scope: self.depends_on(row.first), who: None });
            }
        }
        self.marks.extend(marks);
    }

    /// "Is to be closed on Monday", and not "is to be found in the north", "remains to be seen".
    fn is_done_to(&self, at: usize) -> bool {
        let done = self.words.get(at).filter(|word| word.gap == Gap::Space && word.is(Class::PAST));
        done.is_some_and(|word| !is!(word, "find", "see", "have", "note", "expect", "hope", "understand", "regret", "read", "say", "fear"))
    }
}
