//! The clauses of a text: which words belong together, and which clause another one governs.

use super::class::{Class, REPORTS};
use super::finite::is_finite;
use super::fronted::{concedes, ends, is_as_soon_as, is_time};
use super::governing::{governs, is_inverted, is_object, is_predicate, is_told_of, leads_up};
use super::phrasebook::Meaning;
use super::phrases::Found;
use super::word::{Gap, Shape, Word, is};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Main,
    /// What is said, thought or likely: "that the port closes".
    Complement,
    Relative,
    Adverbial,
    Condition,
    /// "…, the mayor said", and what stands in brackets.
    Aside,
}

#[derive(Debug, Clone)]
pub struct Clause {
    pub kind: Kind,
    /// The clause that governs it.
    pub parent: Option<usize>,
    pub sentence: usize,
    pub first: usize,
    finite: bool,
    comma: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Clauses {
    pub all: Vec<Clause>,
    /// For each word.
    pub of: Vec<usize>,
    /// For each word: it is the verb of a clause.
    pub finite: Vec<bool>,
}

impl Clauses {
    #[must_use]
    pub fn read(words: &[Word], found: &[Found]) -> Self {
        let mut reader = Reader {
            words,
            starts: vec![None; words.len()],
            clauses: Self::default(),
            stack: Vec::new(),
            sentence: 0,
            inside: Vec::new(),
            main: 0,
        };
        for found in found {
            reader.starts[found.words.start] = Some(found.meaning);
            reader.inside.extend(found.words.clone().skip(1));
        }
        reader.clauses.finite = (0..words.len()).map(|at| is_finite(words, at)).collect();
        for at in 0..words.len() {
            reader.word(at);
        }
        reader.clauses
    }

    /// `clause` is `other`, or what it says is governed by it.
    #[must_use]
    pub fn is_under(&self, mut clause: usize, other: usize) -> bool {
        loop {
            if clause == other {
                return true;
            }
            match self.all[clause].parent.filter(|_| self.all[clause].kind == Kind::Complement) {
                Some(parent) => clause = parent,
                None => return false,
            }
        }
    }
}

struct Reader<'a> {
    words: &'a [Word],
    starts: Vec<Option<Meaning>>,
    clauses: Clauses,
    /// The clauses that are open; the last is read.
    stack: Vec<usize>,
    sentence: usize,
    /// Words of a phrase behind its first, that begin no clause of their own.
    inside: Vec<usize>,
    /// Where the main clause begins behind words that lead up to it.
    main: usize,
}

impl Reader<'_> {
    fn begin(&mut self, kind: Kind, parent: Option<usize>, first: usize, comma: bool) {
        let sentence = self.sentence;
        self.clauses.all.push(Clause { kind, parent, sentence, first, finite: false, comma });
        self.stack.push(self.clauses.all.len() - 1);
    }

    fn top(&self) -> &Clause {
        &self.clauses.all[*self.stack.last().unwrap_or(&0)]
    }

    fn current(&self) -> Option<usize> {
        self.stack.last().copied()
    }

    /// Closes what stands within a main clause or what is said in one.
    fn close(&mut self) {
        while self.stack.len() > 1 && !matches!(self.top().kind, Kind::Main | Kind::Complement) {
            self.stack.pop();
        }
    }

    /// "The mayor, who says he knew nothing, | resigned."
    fn close_aside(&mut self, at: usize) {
        let aside = |clause: &usize| self.clauses.all[*clause].kind == Kind::Relative && self.clauses.all[*clause].comma;
        if let Some(relative) = self.stack.iter().rposition(aside).filter(|_| self.clauses.finite[at]) {
            self.stack.truncate(relative);
        }
    }

    fn close_all(&mut self) {
        self.stack.truncate(1);
    }

    fn word(&mut self, at: usize) {
        let word = &self.words[at];
        if at == 0 || word.gap == Gap::End {
            self.sentence += usize::from(at > 0);
            self.stack.clear();
            self.begin(Kind::Main, None, at, false);
            if let Some(main) = ends(self.words, &self.starts, &self.clauses.finite, at) {
                self.begin(Kind::Adverbial, self.current(), at, false);
                self.main = main;
            }
        } else if at == self.main {
            self.close_all();
        } else {
            self.gap(at);
        }
        self.start(at);
        if self.is_turned(at) {
            self.close_all();
        }
        let top = self.current().unwrap_or(0);
        // "The mayor who was late has left": the second verb is not the pronoun's.
        let clause = &self.clauses.all[top];
        if self.clauses.finite[at] && clause.finite && clause.kind == Kind::Relative && !clause.comma && !self.in_chain(at) {
            self.stack.pop();
        }
        let top = self.current().unwrap_or(0);
        self.clauses.all[top].finite |= self.clauses.finite[at];
        self.clauses.of.push(top);
    }

    /// "Only if the lenders agree | will the plant reopen."
    fn is_turned(&self, at: usize) -> bool {
        let clause = self.top();
        let subject = self.words.get(at + 1).is_some_and(|next| next.is(Class::DETERMINER.or(Class::PRONOUN)) || next.has(Shape::CAPITAL));
        clause.kind == Kind::Condition
            && clause.finite
            && is!(self.words[clause.first], "only")
            && self.words[at].is(Class::MODAL.or(Class::DO).or(Class::BE))
            && subject
    }

    /// The verb goes on from another: "has been", "was and is".
    fn in_chain(&self, at: usize) -> bool {
        let before = &self.words[at - 1];
        before.is(Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL).or(Class::COORDINATOR).or(Class::ADVERB).or(Class::RELATIVE))
    }

    fn gap(&mut self, at: usize) {
        match self.words[at].gap {
            Gap::Break => {
                self.stack.clear();
                self.begin(Kind::Main, None, at, false);
            }
            Gap::Open => {
                let closes = self.top().kind == Kind::Aside;
                self.close();
                if !closes {
                    self.begin(Kind::Aside, self.current(), at, false);
                }
            }
            Gap::Close => self.close(),
            Gap::Comma => {
                self.close();
                self.close_aside(at);
                let word = &self.words[at];
                if self.stack.len() > 1 && !self.clauses.all[self.stack[0]].finite && leads_up(self.words, &self.clauses.finite, at) {
                    self.close_all();
                }
                if word.is(Class::GERUND) && word.is(Class::SPEECH.or(Class::THOUGHT)) && word.is(Class::VERB) && self.starts[at].is_none()
                {
                    // "…, saying that the sale was older": what was said before is said.
                    self.stack.clear();
                    self.begin(Kind::Main, None, at, true);
                } else if is_told_of(self.words, &self.clauses.finite, at) {
                    self.begin(Kind::Relative, self.current(), at, true);
                } else if concedes(self.words, at) {
                    self.begin(Kind::Adverbial, self.current(), at, true);
                } else if self.is_tail(at) {
                    self.begin(Kind::Aside, self.current(), at, true);
                }
            }
            _ => {}
        }
    }

    /// Begins the clause that this word begins, if it does.
    fn start(&mut self, at: usize) {
        let word = &self.words[at];
        let comma = word.gap == Gap::Comma;
        // "Touch and go" is one phrase.
        if self.inside.contains(&at) && (!word.is(Class::COORDINATOR) || self.inside.contains(&(at + 1))) {
            return;
        }
        let before = at.checked_sub(1).map(|before| &self.words[before]).filter(|_| word.gap != Gap::End);
        let opens = self.starts[at] == Some(Meaning::Condition) && !before.is_some_and(|before| before.is(Class::ASKS.or(Class::BE)));
        // "Provided that", "…, assuming": within a clause the words are verbs.
        let parted = matches!(word.gap, Gap::Comma | Gap::End | Gap::Break | Gap::Open)
            || before.is_some_and(|before| before.is(Class::COORDINATOR))
            || self.words.get(at + 1).is_some_and(|next| is!(next, "that"));
        // "May enter provided they pay".
        let provides = self.top().finite
            && is!(word, "provide")
            && self.words.get(at + 1).is_some_and(|next| next.is(Class::PRONOUN.or(Class::DETERMINER)));
        let provides = provides && before.is_some_and(|before| !before.is(Class::BE.or(Class::HAVE))) && self.has_finite_ahead(at + 1);
        if opens && (parted || provides || !word.is(Class::VERB)) || is_inverted(self.words, at, self.top().finite) {
            return self.begin(Kind::Condition, self.current(), at, comma);
        }
        if is_as_soon_as(self.words, at) && self.has_finite_ahead(at + 3) {
            return self.begin(Kind::Adverbial, self.current(), at, comma);
        }
        if self.starts[at] == Some(Meaning::Nothing) && self.words[at].is(Class::SUBORDINATOR.or(Class::ADVERB)) {
            return;
        }
        if word.is(Class::COORDINATOR) {
            return self.coordinate(at);
        }
        let that = is!(self.words[at], "that");
        if that && before.is_some() {
            return self.that(at, comma);
        }
        if word.is(Class::RELATIVE) && before.is_some() && !self.is_asked(at) {
            return self.begin(Kind::Relative, self.current(), at, comma);
        }
        let time = || !self.top().finite && is_time(self.words, &self.clauses.finite, at);
        if (word.is(Class::SUBORDINATOR) || self.is_while(at)) && !time() && self.has_finite_ahead(at + 1) {
            if comma && is!(word, "while", "whereas", "although", "though") {
                self.close_all();
            }
            return self.begin(Kind::Adverbial, self.current(), at, comma);
        }
        let asks = (is!(word, "whether") && self.starts[at].is_none()
            || is!(word, "if") && before.is_some_and(|before| before.is(Class::ASKS)))
            && self.has_finite_ahead(at + 1);
        if before.is_some() && matches!(word.gap, Gap::Space | Gap::Quote) && (asks || self.is_bare_complement(at)) {
            self.begin(Kind::Complement, self.current(), at, false);
        }
    }

    /// "As Iran becomes stronger", "as they assess".
    fn is_while(&self, at: usize) -> bool {
        let begins = matches!(self.words[at].gap, Gap::Comma | Gap::End);
        let subject = self.words.get(at + 1).is_some_and(|next| next.is(Class::PRONOUN.or(Class::DETERMINER)) || next.has(Shape::CAPITAL));
        let compares =
            at > 0 && (self.words[at - 1].is(Class::ADVERB) || is!(self.words[at - 1], "same", "such", "well", "known", "seen", "long"));
        is!(self.words[at], "as") && self.starts[at].is_none() && (begins || subject && !compares)
    }

    /// "how many", "what": a question within a sentence goes on in its clause.
    fn is_asked(&self, at: usize) -> bool {
        self.words[at - 1].is(Class::PREPOSITION) && self.words[at].gap == Gap::Space && is!(self.words[at - 1], "about")
    }

    fn that(&mut self, at: usize, comma: bool) {
        let before = &self.words[at - 1];
        let next = self.words.get(at + 1);
        let verb_follows = self.clauses.finite.get(at + 1).copied().unwrap_or(false);
        // "Passes on that ships come" says so; "of that year" does not.
        let passes_on = is!(self.words[at - 1], "on") && at > 1 && self.clauses.finite[at - 2] && self.has_finite_ahead(at + 1);
        let after_verb = passes_on
            || before.is(Class::VERB.or(Class::BE).or(Class::OPENS))
            || before.is(Class::ADVERB.or(Class::PAST))
            || is_predicate(self.words, at - 1);
        if before.is(Class::PREPOSITION) && !is!(self.words[at - 1], "in") && !passes_on || next.is_none() {
            return;
        }
        if before.is(Class::COORDINATOR) {
            // "… and that": beside what was said before.
            let parent = self.stack.iter().rev().find(|clause| self.clauses.all[**clause].kind == Kind::Complement);
            let parent = parent.map_or(self.current(), |clause| self.clauses.all[*clause].parent);
            return self.begin(Kind::Complement, parent, at, comma);
        }
        let relative = verb_follows || !(after_verb || comma || governs(self.words, at));
        self.begin(if relative { Kind::Relative } else { Kind::Complement }, self.current(), at, comma);
    }

    fn coordinate(&mut self, at: usize) {
        let comma = self.words[at].gap == Gap::Comma;
        // "May yet decide".
        let is_helper = |at: usize| self.words[at].is(Class::MODAL.or(Class::HAVE).or(Class::BE).or(Class::DO));
        let helped = is!(self.words[at], "yet") && !comma && at.checked_sub(1).is_some_and(is_helper);
        if !self.top().finite || helped {
            return;
        }
        let mut next = at + 1;
        while self.words.get(next).is_some_and(|word| word.is(Class::ADVERB) && word.gap == Gap::Space) {
            next += 1;
        }
        let is_contrast = is!(self.words[at], "but", "yet") || comma && is!(self.words[at], "so");
        if self.clauses.finite.get(next).copied().unwrap_or(false) {
            let top = self.top();
            let (kind, parent) = (top.kind, top.parent);
            self.stack.pop();
            self.begin(kind, parent, at, comma);
        } else if self.has_finite_ahead(next) {
            if is_contrast || comma {
                self.stack.clear();
                self.begin(Kind::Main, None, at, comma);
            } else {
                let top = self.top();
                let (kind, parent) = (top.kind, top.parent);
                self.stack.pop();
                self.begin(kind, parent, at, comma);
            }
        }
    }

    /// A verb of a clause stands ahead, before the stretch ends.
    fn has_finite_ahead(&self, from: usize) -> bool {
        for at in from..self.words.len().min(from + 14) {
            let word = &self.words[at];
            let parts =
                !matches!(word.gap, Gap::Space | Gap::Quote) || word.is(Class::RELATIVE) || self.starts[at] == Some(Meaning::Condition);
            let ends = at > from && parts;
            if ends {
                return false;
            }
            if self.clauses.finite[at] {
                return true;
            }
        }
        false
    }

    /// "The mayor said | the port may close."
    fn is_bare_complement(&self, at: usize) -> bool {
        let verb = &self.words[at - 1];
        let says = self.clauses.finite[at - 1] || verb.is(Class::GERUND);
        let reports = verb.is(REPORTS) && verb.is(Class::VERB) && says && !is!(self.words[at - 1], "tell", "put");
        let word = &self.words[at];
        reports
            && !self.clauses.finite[at]
            && !word.is(Class::PREPOSITION.or(Class::ADVERB))
            && !is!(self.words[at], "that")
            && self.has_finite_ahead(at)
            && !is_object(self.words, &self.clauses.finite, at)
    }

    /// ", the mayor said" or ", said the mayor": what was said stands before.
    fn is_tail(&self, at: usize) -> bool {
        // "…, did the doctors report it."
        if self.words[at].is(Class::DO.or(Class::MODAL)) {
            return false;
        }
        if !self.top().finite && self.clauses.all.len() < 2 && !self.clauses.finite[..at].iter().any(|finite| *finite) {
            return false;
        }
        for verb in at..self.words.len().min(at + 12) {
            let word = &self.words[verb];
            if verb > at && !matches!(word.gap, Gap::Space | Gap::Quote) || word.is(Class::COORDINATOR) && verb == at {
                return false;
            }
            if verb == at
                && word.is(Class::VERB)
                && (!word.is(Class::SPEECH.or(Class::THOUGHT)) || word.is(Class::DEED) || !self.top().finite)
            {
                return false;
            }
            if !word.is(Class::VERB) || !word.is(REPORTS) || word.is(Class::GERUND) || !self.clauses.finite[verb] && verb != at {
                continue;
            }
            // Nothing is said behind it.
            let next = self.words.get(verb + 1).filter(|next| matches!(next.gap, Gap::Space | Gap::Quote));
            return match next {
                None => true,
                // "…, the king approved the purchase" is no aside: it has an object.
                Some(next) if word.is(Class::DEED) && !word.is(Class::SPEECH) && next.is(Class::DETERMINER.or(Class::NUMBER)) => false,
                Some(next) if verb == at => !next.is(Class::VERB),
                Some(next) => next.is(Class::PREPOSITION.or(Class::ADVERB)) || !is!(next, "that") && !self.has_finite_ahead(verb + 1),
            };
        }
        false
    }
}
