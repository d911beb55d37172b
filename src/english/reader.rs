//! How a text becomes a statement: its phrases are weighed by what stands around them.

use super::class::Class;
use super::clause::{Clauses, Kind};
use super::joined::join;
use super::no_hedge::{is_analytic, is_no_hedge};
use super::phrasebook::{Meaning, Strength};
use super::phrases::{Found, find};
use super::statement::{Mark, Scope, Sense, Speech, Statement, Way};
use super::stem::{stem, undone};
use super::word::{Gap, Shape, Word, is, read};
use super::{bound, modal, saying, speech};
use std::ops::Range;

impl Statement {
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut words = read(text);
        join(&mut words);
        let mut found = find(&words);
        for found in &mut found {
            // "As long as 25 years" is a limit.
            let number = words.get(found.words.end).is_some_and(|next| next.is(Class::NUMBER) && next.gap == Gap::Space);
            if found.meaning == Meaning::Condition && number && found.words.len() > 2 && is!(words[found.words.end - 2], "long") {
                found.meaning = Meaning::Most;
            }
        }
        let clauses = Clauses::read(&words, &found);
        let stems = words.iter().map(|word| stem(&text[word.range.clone()], &word.entry)).collect();
        let undone = words.iter().map(|word| undone(&text[word.range.clone()])).collect();
        let mut statement = Self { words, clauses, marks: Vec::new(), stems, undone };
        for found in &found {
            statement.mark(found);
        }
        statement.inverted();
        statement.asked();
        statement.once();
        statement.due();
        statement.others();
        statement.belied();
        statement.marks.extend([statement.chances(text), speech::marks(&statement)].concat());
        speech::name(&mut statement);
        let idle: Vec<bool> =
            statement.marks.iter().map(|mark| statement.is_told_of_denied(mark) || statement.is_denied_notion(mark)).collect();
        let mut idle = idle.into_iter();
        statement.marks.retain(|_| !idle.next().unwrap_or_default());
        for mark in statement.marks.iter().filter(|mark| mark.sense == Sense::Condition) {
            statement.stems[mark.words.clone()].fill(0);
        }
        // "The Risk and Forecast Cell" is called so, and forecasts nothing.
        let words = &statement.words;
        let is_name = |mark: &Mark| {
            let capital = |at: usize| words.get(at).is_some_and(|word| word.gap == Gap::Space && word.has(Shape::CAPITAL));
            let told = matches!(mark.sense, Sense::Hedge(_) | Sense::Future | Sense::Plan | Sense::Speaker(Speech::Expects));
            told && mark.words.clone().all(capital) && (capital(mark.words.end) || mark.words.start > 0 && capital(mark.words.start - 1))
        };
        let names: Vec<bool> = statement.marks.iter().map(is_name).collect();
        let mut names = names.into_iter();
        statement.marks.retain(|_| !names.next().unwrap_or_default());
        statement.marks.sort_by_key(|mark| mark.words.start);
        statement
    }

    fn mark(&mut self, found: &Found) {
        let at = found.words.start;
        if self.is_just(at) {
            return;
        }
        let sense = match found.meaning {
            // "Per the ministry, output fell"; not "a dollar per the barrel".
            Meaning::Source if is!(self.words[at], "per") && !matches!(self.words[at].gap, Gap::Comma | Gap::End) => return,
            Meaning::Source if saying::is_no_source(&self.words, &found.words) => return,
            Meaning::Source if self.is_ours(&found.words) => Sense::Hedge(Strength::Judged),
            Meaning::Hedge(strength) if !is_no_hedge(self, found, strength) => Sense::Hedge(strength),
            Meaning::Modal => return self.modal(at),
            // "Is set to Russian", "due to rain": no verb stands behind it.
            Meaning::Future if self.is_set(&found.words) => return,
            Meaning::Future => Sense::Future,
            // "Had planned to sell the mine": it came otherwise.
            Meaning::Plan if self.had_planned(&found.words) => return,
            Meaning::Plan if (self.clauses.finite[at] || self.words[at].is(Class::GERUND.or(Class::BE))) && !self.is_means(at) => {
                Sense::Plan
            }
            Meaning::Remark if self.tells_which(at) || self.is_reported(&found.words) => return,
            // "The army's version has it that": it has a bearer.
            Meaning::Rumour if self.words[at].is(Class::HAVE) && self.has_bearer(at) => return,
            Meaning::Remark => Sense::Hedge(Strength::Seeming),
            Meaning::Denial if self.is_cessation(found) || self.is_fall(found) || self.is_fronted(found) || self.falls_to(found) => return,
            // "Hardly 40" is a number, "hardly seen" a denial.
            Meaning::About if bound::way(&self.words, found).is_none() && is!(self.words[at], "hardly", "barely", "scarcely") => {
                Sense::Denial
            }
            Meaning::Most | Meaning::Least
                if bound::way(&self.words, found).is_none() && is!(self.words[at], "not", "no", "stop", "fall") =>
            {
                Sense::Denial
            }
            Meaning::Denial if self.is_barely(found) => self.barely(found),
            Meaning::Denial if self.is_proviso(at) => Sense::Condition,
            Meaning::Denial if !self.is_number(at) && !self.is_some(at) => Sense::Denial,
            Meaning::Condition
                if self.clauses.all[self.clauses.of[at]].kind == Kind::Condition && self.clauses.all[self.clauses.of[at]].first == at =>
            {
                Sense::Condition
            }
            Meaning::Proviso if self.is_given(at) && !self.is_standing(&found.words) => Sense::Condition,
            Meaning::Rumour => Sense::Hedge(Strength::Reported),
            Meaning::Source => Sense::Speaker(Speech::Says),
            Meaning::Confidence if is_analytic(self, found) => Sense::Confidence,
            Meaning::Most | Meaning::Least | Meaning::About | Meaning::Near => {
                let Some(way) = bound::way(&self.words, found) else { return };
                Sense::Bound(way)
            }
            _ => return,
        };
        let scope = self.scope(found, sense);
        let words = self.said(found, sense);
        if found.meaning == Meaning::Rumour {
            self.marks.push(Mark { sense: Sense::Nameless, words: words.clone(), scope, who: None });
        }
        self.marks.push(Mark { sense, words, scope, who: None });
    }

    /// "Barely a third" says about how many, and denies that there are more.
    fn barely(&mut self, found: &Found) -> Sense {
        let (words, scope) = (found.words.clone(), self.governed(found.words.clone()));
        self.marks.push(Mark { sense: Sense::Bound(Way::About), words, scope, who: None });
        Sense::Denial
    }

    fn scope(&self, found: &Found, sense: Sense) -> Scope {
        let at = found.words.start;
        match (found.meaning, sense) {
            (Meaning::Source | Meaning::Proviso | Meaning::Remark, _) | (Meaning::Denial, Sense::Condition) => self.sentence_of(at),
            (Meaning::Rumour, _) if !is!(self.words[at], "there") => self.sentence_of(at),
            (_, Sense::Condition) => self.depends_on(at),
            (_, Sense::Hedge(_)) if self.is_trailing(&found.words) => self.sentence_of(at),
            _ => self.governed(found.words.clone()),
        }
    }

    /// "Hardly had it begun when": it had.
    fn is_just(&self, at: usize) -> bool {
        let have = self.words.get(at + 1).is_some_and(|next| next.is(Class::HAVE.or(Class::BE)));
        is!(self.words[at], "hardly", "barely", "scarcely")
            && have
            && self.words[at].gap == Gap::End
            && self.sentence_at(at).any(|at| is!(self.words[at], "when", "before"))
    }

    /// The words that say it: of "is widely expected" the last.
    fn said(&self, found: &Found, sense: Sense) -> Range<usize> {
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
        words
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

    /// "All possible means to hold the pass": a noun.
    fn is_means(&self, at: usize) -> bool {
        is!(self.words[at], "mean")
            && self.words[at].is(Class::THIRD)
            && !(at > 0 && (self.words[at - 1].is(Class::SELF) || self.words[at - 1].has(Shape::CAPITAL)))
    }

    /// "In our judgement".
    fn is_ours(&self, words: &Range<usize>) -> bool {
        self.words[words.clone()].iter().any(|word| is!(word, "our") || is!(word, "my"))
    }

    /// "Given a mild winter, the gas will last", and not "he was given a medal".
    fn is_given(&self, at: usize) -> bool {
        let absence = self.words.get(at + 2).is_some_and(|word| is!(word, "absence"));
        let verb = absence || is!(self.words[at], "give", "fail", "with", "only");
        let ahead = self.sentence_at(at).any(|at| is!(self.words[at], "will", "would"));
        let pends = is!(self.words[at], "pending");
        let begins = matches!(self.words[at].gap, Gap::Comma | Gap::End);
        if pends { ahead || begins } else { !verb || begins && ahead }
    }

    /// "For reasons that remain unclear": the reasons, and not what was done.
    fn tells_which(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.words[before]);
        is!(self.words[at], "that")
            && self.words[at].gap == Gap::Space
            && before.is_some_and(|before| !before.is(Class::COORDINATOR.or(Class::SUBORDINATOR)))
    }

    /// "Which said it could not verify": what somebody says of itself.
    fn is_reported(&self, words: &Range<usize>) -> bool {
        let told = self.words[words.clone()].iter().any(|word| word.is(Class::SPEECH) && word.is(Class::PAST));
        let object = self.words.get(words.end).is_some_and(|next| next.is(Class::DETERMINER.or(Class::PRONOUN)));
        is!(self.words[words.start], "which") && (told || object)
    }

    fn has_bearer(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.words[before]).filter(|_| self.words[at].gap == Gap::Space);
        before.is_some_and(|before| before.is(Class::ACCOUNT.or(Class::BODY)) || before.has(Shape::CAPITAL))
    }

    fn had_planned(&self, words: &Range<usize>) -> bool {
        let had = |at: usize| self.words[at].is(Class::PRETERITE) && self.words[at].is(Class::HAVE);
        let before = words.start.checked_sub(1).is_some_and(had);
        (before || had(words.start)) && words.clone().any(|at| self.words[at].is(Class::PAST))
    }

    /// "Whether the bank knew", "the possibility that it knew": nobody says that it did.
    fn asked(&mut self) {
        let unsure = |at: usize| {
            let told = is!(
                self.words[at],
                "uncertain",
                "unclear",
                "unknown",
                "open",
                "doubtful",
                "disputed",
                "debatable",
                "undecided",
                "moot",
                "dispute"
            );
            told && self.words[..at].iter().rev().take(3).any(|word| word.is(Class::BE) || is!(word, "remain"))
        };
        let mut marks = Vec::new();
        for (clause, row) in self.clauses.all.iter().enumerate() {
            let noun = |at: usize| {
                is!(
                    self.words[at],
                    "possibility",
                    "chance",
                    "risk",
                    "danger",
                    "prospect",
                    "likelihood",
                    "hope",
                    "hopes",
                    "fear",
                    "fears",
                    "threat",
                    "question",
                    "issue"
                ) && !self.clauses.finite[at]
            };
            let named = is!(self.words[row.first], "that") && row.first > 0 && noun(row.first - 1);
            let begins = self.words[row.first].gap == Gap::End && self.clauses.of[row.first] == clause;
            if row.kind != Kind::Complement && !named && !(row.kind == Kind::Main && begins) {
                continue;
            }
            let ask = is!(self.words[row.first], "if") && row.kind == Kind::Complement;
            if is!(self.words[row.first], "whether") || named || ask {
                let words = row.first..row.first + 1;
                let scope = self.governed(words.clone());
                // "Whether the law passes is uncertain."
                let open = row.kind == Kind::Main && self.sentence_at(row.first).any(unsure);
                let sense = if open { Sense::Hedge(Strength::Seeming) } else { Sense::Asked };
                let mut scope = scope;
                scope.add(clause);
                marks.push(Mark { sense, words, scope, who: None });
            }
        }
        self.marks.extend(marks);
    }

    /// "Risks sliding back into war"; "likely (confidence: moderate)"; "our confidence that it is likely is high".
    fn others(&mut self) {
        for at in 0..self.words.len() {
            let (word, next) = (&self.words[at], self.words.get(at + 1));
            let risks = is!(word, "risk", "risks", "risked") && next.is_some_and(|next| next.is(Class::GERUND) && next.gap == Gap::Space);
            let level = is!(word, "confidence")
                && next.is_some_and(|next| next.gap == Gap::Break && is!(next, "high", "moderate", "low", "medium", "limited"));
            let sense = if risks { Sense::Hedge(Strength::Possible) } else { Sense::Confidence };
            if risks || level || self.is_our_confidence(at) {
                let words = at..at + 1 + usize::from(level);
                let scope = self.governed(words.clone());
                self.marks.push(Mark { sense, words, scope, who: None });
            }
        }
    }

    /// "We took him into our confidence" has nothing to do with it.
    fn is_our_confidence(&self, at: usize) -> bool {
        let sentence = self.sentence_at(at);
        let own = (at.saturating_sub(2)..at).find(|own| is!(self.words[*own], "our", "my"));
        let into = |own: usize| own > 0 && is!(self.words[own - 1], "into", "in");
        let said = self.marks.iter().any(|mark| mark.sense == Sense::Confidence && sentence.contains(&mark.words.start));
        is!(self.words[at], "confidence") && own.is_some_and(|own| !into(own)) && !said
    }

    /// "Without further aid, the front will collapse."
    fn is_proviso(&self, at: usize) -> bool {
        let sentence = self.clauses.all[self.clauses.of[at]].sentence;
        let begins = matches!(self.words[at].gap, Gap::End | Gap::Comma);
        let names = self.words.get(at + 1).is_some_and(|next| !next.is(Class::GERUND));
        let depends = (0..self.words.len()).any(|word| {
            self.words[word].is(Class::MODAL) && self.clauses.finite[word] && self.clauses.all[self.clauses.of[word]].sentence == sentence
        });
        is!(self.words[at], "without") && begins && names && depends
    }

    /// "A few", "the few": some, and no denial.
    fn is_some(&self, at: usize) -> bool {
        is!(self.words[at], "few")
            && self.words[at].gap != Gap::End
            && self.words[at - 1].is(Class::DETERMINER.or(Class::ADVERB).or(Class::NUMBER))
            && !is!(self.words[at - 1], "too", "very")
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
        // "Bill No. 45", "the No 10 spokesman": digits have no entry of their own.
        let number = |next: &Word| next.is(Class::NUMBER) && (next.gap != Gap::Space || next.entry.lemma == 0);
        self.words[at].range.len() == 2 && self.words[at].has(Shape::CAPITAL) && self.words.get(at + 1).is_some_and(number)
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
    pub(super) fn depends_on(&self, at: usize) -> Scope {
        let own = self.clauses.of[at];
        let mut scope = Scope::default();
        let Some(parent) = self.clauses.all[own].parent else { return scope };
        let sentence = self.clauses.all[own].sentence;
        // What stands behind a semicolon depends on nothing before it.
        let first = self.clauses.all[own].first;
        let end = (first + 1..self.words.len()).find(|at| self.words[*at].gap == Gap::Break).unwrap_or(self.words.len());
        for (clause, row) in self.clauses.all.iter().enumerate().filter(|(_, row)| row.sentence == sentence && row.first < end) {
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
