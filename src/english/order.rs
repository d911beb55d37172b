//! What came before what: "burned the files before the raid" and "burned them after it".

use super::class::Class;
use super::clause::Kind;
use super::joints::{CAUSES, JOINTS};
use super::lexicon::look_up;
use super::statement::{Mark, Sense, Statement};
use super::word::{Gap, Word, is};
use std::ops::Range;
use std::sync::LazyLock;

/// Two things that happened, one after the other.
struct Order {
    at: usize,
    earlier: Vec<u64>,
    later: Vec<u64>,
}

/// The [`JOINTS`] by the lemmas of their words, the longest first.
static BY_LEMMAS: LazyLock<Vec<(Vec<u16>, bool)>> = LazyLock::new(|| {
    let lemmas = |words: &str| words.split_whitespace().map(|word| look_up(word).lemma).collect();
    let mut joints: Vec<(Vec<u16>, bool)> = JOINTS.iter().map(|(words, before)| (lemmas(words), *before)).collect();
    joints.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    joints
});
static CAUSING: LazyLock<Vec<u16>> = LazyLock::new(|| CAUSES.split_whitespace().map(|word| look_up(word).lemma).collect());

impl Statement {
    /// The words of two texts that order the same two things differently.
    #[must_use]
    pub fn reordered(&self, other: &Self) -> Option<(usize, usize)> {
        // "The Dutch scored before half-time and the Danes after it": which is which, is not known.
        let several = |text: &Self| text.words.iter().filter(|word| is!(word, "before", "after")).count() > 1;
        if several(self) || several(other) {
            return None;
        }
        let (ours, theirs) = (self.orders(), other.orders());
        let pairs = || ours.iter().flat_map(|one| theirs.iter().map(move |two| (one, two)));
        if pairs().any(|(one, two)| one.is_along(two)) {
            return None;
        }
        let until = |text: &Self, at: usize| is!(text.words[at], "until", "till");
        // "Did not stop until then" and "went on until then" are one.
        let apart = |one: &Order, two: &Order| {
            let both = until(self, one.at) || until(other, two.at);
            !both || !self.has_not() && !other.has_not()
        };
        pairs().filter(|(one, two)| apart(one, two)).find(|(one, two)| one.is_turned(two)).map(|(one, two)| (one.at, two.at))
    }

    fn has_not(&self) -> bool {
        self.marks.iter().any(|mark| mark.sense == Sense::Denial)
    }

    fn orders(&self) -> Vec<Order> {
        (0..self.words.len())
            .filter_map(|at| {
                self.joined_order(at).or_else(|| self.verbal_order(at)).or_else(|| self.then_order(at)).or_else(|| self.sooner_order(at))
            })
            .collect()
    }

    /// A word that joins two things in time: whether the one before it came first, and where its last word stands.
    fn joint(&self, at: usize) -> Option<(bool, usize)> {
        let fits = |words: &[u16]| {
            words.iter().enumerate().all(|(far, lemma)| {
                self.words.get(at + far).is_some_and(|word| word.entry.lemma == *lemma && (far == 0 || word.gap == Gap::Space))
            })
        };
        let (words, before) = BY_LEMMAS.iter().find(|(words, _)| fits(words))?;
        let (word, last) = (&self.words[at], at + words.len() - 1);
        let next = |far: usize| self.words.get(at + far).filter(|next| next.gap == Gap::Space);
        let preceded = |form: &dyn Fn(&Word) -> bool| at > 0 && word.gap == Gap::Space && form(&self.words[at - 1]);
        if is!(word, "before", "after") && preceded(&|word| is!(word, "not", "until", "never", "look", "soon")) {
            return None;
        }
        // "Once the curfew had been lifted": after it, unless it is yet to come.
        let happened = || {
            self.clauses.finite.iter().enumerate().skip(at + 1).take(8).any(|(at, finite)| *finite && self.words[at].is(Class::PRETERITE))
        };
        if is!(word, "once") && (next(1).is_some_and(|next| is!(next, "more", "again", "a", "in")) || !happened()) {
            return None;
        }
        let verbal = is!(word, "prompt", "trigger", "spark", "provoke");
        let fronted = at == 0 || matches!(word.gap, Gap::Comma | Gap::End);
        let named = preceded(&|word| word.is(Class::DETERMINER.or(Class::PREPOSITION)));
        let is_other = verbal && !fronted || is!(word, "pending", "upon") && (named || !fronted);
        (!is_other).then_some((*before, last))
    }

    fn joined_order(&self, at: usize) -> Option<Order> {
        let word = &self.words[at];
        let parted = at == 0 || matches!(word.gap, Gap::Comma | Gap::End) || !self.words[at - 1].is(Class::BE.or(Class::HAVE));
        let following = is!(word, "follow") && word.is(Class::GERUND) && parted && !self.clauses.finite[at];
        let (mut before, joint) = self.joint(at).or(following.then_some((false, at)))?;
        let sentence = self.sentence_at(at);
        let lead = at.saturating_sub(3).max(sentence.start)..at;
        let turned = lead.clone().any(|at| is!(self.words[at], "not", "only", "no", "scarcely", "hardly", "barely"));
        // "A fortnight after they had left, the town fell": how long after stands before the word.
        let far = |at: usize| {
            self.words[at].is(Class::TIME.or(Class::NUMBER).or(Class::DETERMINER).or(Class::ADVERB)) || is_span(&self.words[at])
        };
        let told = (sentence.start..at).rev().find(|at| !far(*at));
        let stop =
            |from: usize| (from..sentence.end).find(|at| !matches!(self.words[*at].gap, Gap::Space | Gap::Quote)).unwrap_or(sentence.end);
        let end = stop(joint + 1);
        let cleft = told.filter(|last| self.telling(sentence.start..last + 1).is_empty() && is!(self.words[sentence.start], "it"));
        let that = cleft.and_then(|_| (joint + 2..end).find(|at| is!(self.words[*at], "that", "when")));
        let (main, side) = match told {
            // "It was only after the raid that they left".
            Some(_) if that.is_some() => that.map(|that| (that + 1..end, joint + 1..that))?,
            Some(last) => (self.bare(sentence.start..last + 1), joint + 1..end),
            None if turned => {
                let main = self.inverted_at(joint + 1..end)?;
                (main..end, joint + 1..main)
            }
            // "After the mutiny | the garrison was disarmed".
            None if end == sentence.end => {
                let opens = |at: &usize| {
                    let (word, before) = (&self.words[*at], &self.words[at - 1]);
                    word.is(Class::DETERMINER)
                        && !before.is(Class::PREPOSITION.or(Class::VERB).or(Class::DETERMINER).or(Class::COORDINATOR))
                };
                let main = (joint + 3..end).find(opens)?;
                (main..end, joint + 1..main)
            }
            None => (self.bare(end..sentence.end), joint + 1..end),
        };
        let until = is!(word, "until", "till");
        let denied = |mark: &&Mark| mark.sense == Sense::Denial && sentence.contains(&mark.words.start);
        // "Did not resume until it was over".
        let not_until =
            until && self.marks.iter().filter(denied).count() == 1 && self.marks.iter().any(|mark| denied(&mark) && mark.words.end <= at);
        before ^= not_until || until && turned;
        if is!(word, "when", "by") {
            before = self.came_first(&main, &side, is!(word, "by"))?;
        }
        let stops = |mark: &Mark| mark.words.len() == 1 && is!(self.words[mark.words.start], "stop", "cease");
        let of_joint = |mark: &Mark| mark.words.end >= at && mark.words.start <= joint || not_until && mark.words.end <= at;
        let free = |mark: &Mark| {
            !sentence.contains(&mark.words.start)
                || stops(mark)
                || of_joint(mark)
                || !matches!(mark.sense, Sense::Denial | Sense::Condition | Sense::Asked)
        };
        self.marks.iter().all(free).then(|| self.ordered(at, before, main, side)).flatten()
    }

    /// The words of a clause without whoever says so: "the inquiry found that | it had left".
    fn bare(&self, words: Range<usize>) -> Range<usize> {
        let that = |at: &usize| {
            let row = &self.clauses.all[self.clauses.of[*at]];
            let says =
                self.clauses.finite[*at] && self.words[*at].is(Class::FORECAST.or(Class::THOUGHT)) && self.words[*at].is(Class::VERB);
            row.first == *at && row.kind == Kind::Complement && is!(self.words[*at], "that") || says && row.kind != Kind::Aside
        };
        words.clone().rev().find(that).map_or(words.clone(), |that| that + 1..words.end)
    }

    /// "Had the frigate left the strait | did they free the crew": where the main clause begins.
    fn inverted_at(&self, words: Range<usize>) -> Option<usize> {
        let helps = |at: &usize| self.clauses.finite[*at] && self.words[*at].is(Class::DO.or(Class::BE).or(Class::MODAL).or(Class::HAVE));
        let last = words.clone().rev().find(helps)?;
        self.clauses.finite[words.start..last].contains(&true).then_some(last)
    }

    /// "Had already left when they came": what had been done came first. `open`: whatever is told so came by then.
    fn came_first(&self, main: &Range<usize>, side: &Range<usize>, open: bool) -> Option<bool> {
        let past = |words: &Range<usize>| {
            words.clone().any(|at| {
                is!(self.words[at], "already")
                    || is!(self.words[at], "had")
                        && self.words[at].is(Class::PRETERITE)
                        && (at + 1..words.end).take(4).any(|at| self.words[at].is(Class::PAST))
            })
        };
        match (past(main), past(side)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (false, false) if open => Some(true),
            _ => None,
        }
    }

    /// "The verdict followed the pardon", "the arrest was preceded by a raid", "the speech set off protests".
    fn verbal_order(&self, at: usize) -> Option<Order> {
        let word = &self.words[at];
        let (follows, precedes) = (is!(word, "follow", "ensue"), is!(word, "precede"));
        let causes = CAUSING.contains(&word.entry.lemma);
        if !(follows || precedes || causes) || self.is_denied(at) {
            return None;
        }
        let (passive, subject) = self.voice(at)?;
        let sentence = self.sentence_at(at);
        let end = (at + 1..sentence.end).find(|at| !matches!(self.words[*at].gap, Gap::Space | Gap::Quote)).unwrap_or(sentence.end);
        let next = self.words.get(at + 1).filter(|next| next.gap == Gap::Space);
        let joins = |next: &Word| next.is(Class::PREPOSITION.or(Class::TIME).or(Class::COORDINATOR)) && !is!(next, "to");
        if follows && !passive && next.is_none_or(joins) {
            // "The upper house voted first, and the lower house followed".
            let first = sentence.start..subject.start;
            return self.ordered(at, true, first, subject);
        }
        let leads = is!(word, "lead")
            && !next.is_some_and(|next| is!(next, "to") || next.is(Class::DETERMINER) || next.has(super::word::Shape::CAPITAL));
        if leads {
            return None;
        }
        let subject = self.bare(sentence.start..subject.end).start.max(subject.start)..subject.end;
        if passive {
            let by = (at + 1..end).take(7).find(|at| is!(self.words[*at], "by"))?;
            return self.ordered(at, !(precedes || causes), sentence.start..subject.end, by + 1..end);
        }
        self.ordered(at, !follows, self.subject(subject), at + 1..end)
    }

    /// "The lower house met, and only then did the upper house": what stands before "then" came first.
    fn then_order(&self, at: usize) -> Option<Order> {
        let led = at > 1 && is!(self.words[at], "then") && is!(self.words[at - 1], "until", "only");
        let sentence = self.sentence_at(at);
        if led {
            return self.ordered(at, true, sentence.start..at - 1, at + 1..sentence.end);
        }
        // "With the deal already signed".
        let near = (at + 1..sentence.end).take(9).take_while(|at| self.words[*at].gap == Gap::Space);
        let last = near.last().filter(|_| is!(self.words[at], "with") && at > sentence.start)?;
        let done =
            (at + 1..=last).any(|at| is!(self.words[at], "already")) && self.words[at + 1..=last].iter().any(|word| word.is(Class::PAST));
        done.then(|| self.ordered(at, false, self.bare(sentence.start..at), at + 1..last + 1)).flatten()
    }

    /// "No sooner had he left than she came", "scarcely had he left when she came".
    fn sooner_order(&self, at: usize) -> Option<Order> {
        let sentence = self.sentence_at(at);
        let no = at > 0 && is!(self.words[at], "sooner") && is!(self.words[at - 1], "no");
        let hardly =
            is!(self.words[at], "scarcely", "hardly", "barely") && (at + 1..sentence.end).take(3).any(|at| is!(self.words[at], "had"));
        let joint =
            (at + 1..sentence.end).find(|at| no && is!(self.words[*at], "than") || hardly && is!(self.words[*at], "when", "before"))?;
        self.ordered(at, true, at + 1..joint, joint + 1..sentence.end)
    }

    fn ordered(&self, at: usize, before: bool, main: Range<usize>, side: Range<usize>) -> Option<Order> {
        let (main, side) = (self.timeless(main), self.timeless(side));
        let (earlier, later) = if before { (main, side) } else { (side, main) };
        (!earlier.is_empty() && !later.is_empty()).then_some(Order { at, earlier, later })
    }

    fn timeless(&self, words: Range<usize>) -> Vec<u64> {
        let aside = |at: usize| self.clauses.all[self.clauses.of[at]].kind == Kind::Aside;
        let dated = |at: &usize| self.words[*at].is(Class::TIME) || is_span(&self.words[*at]) || aside(*at);
        let times: Vec<u64> = words.clone().filter(dated).map(|at| self.stems[at]).collect();
        self.telling(words).into_iter().filter(|stem| !times.contains(stem)).collect()
    }

    /// The words that say something, each once; of dates and parts of the day nothing.
    pub(super) fn telling(&self, words: Range<usize>) -> Vec<u64> {
        // "The first" is a thing.
        let named = |at: usize| at > 0 && is!(self.words[at], "first") && self.words[at - 1].is(Class::DETERMINER);
        let stem = |at: usize| if named(at) { u64::from(self.words[at].entry.lemma) } else { self.stems[at] };
        let mut stems: Vec<u64> = words
            .filter(|at| !self.words[*at].is(Class::ADVERB) || self.words[*at].is(Class::VERB) || named(*at))
            .map(stem)
            .filter(|stem| *stem != 0)
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }
}

impl Order {
    /// Each side without what the other has too: "the guard's cutter" does not tell of the guard.
    fn sides(&self) -> (Vec<u64>, Vec<u64>) {
        let apart = |one: &[u64], two: &[u64]| -> Vec<u64> { one.iter().filter(|stem| !two.contains(stem)).copied().collect() };
        (apart(&self.earlier, &self.later), apart(&self.later, &self.earlier))
    }

    /// How many words the two share: each side with the other's other one, and with its own.
    fn shared(&self, other: &Self) -> ([usize; 2], [usize; 2]) {
        let shared = |one: &[u64], two: &[u64]| one.iter().filter(|stem| two.contains(stem)).count();
        let ((earlier, later), (before, after)) = (self.sides(), other.sides());
        ([shared(&before, &later), shared(&after, &earlier)], [shared(&before, &earlier), shared(&after, &later)])
    }

    fn is_along(&self, other: &Self) -> bool {
        let (turned, along) = self.shared(other);
        !along.contains(&0) && along[0] + along[1] > turned[0] + turned[1]
    }

    /// The same two things the other way round, or other words for them: each of them names something of the other's later one
    /// first, and nothing speaks for the same order.
    fn is_turned(&self, other: &Self) -> bool {
        let (turned, along) = self.shared(other);
        let whole = is_most(&other.earlier, &self.later) && is_most(&other.later, &self.earlier);
        let told = !turned.contains(&0) && along.contains(&0);
        // "Later than Norway did": of a side that only names somebody the rest is left out.
        let ((earlier, later), (before, after)) = (self.sides(), other.sides());
        let all = |one: &[u64], two: &[u64]| !one.is_empty() && one.iter().all(|stem| two.contains(stem));
        let named = all(&earlier, &after) && all(&before, &later) && earlier.len() < 3 && before.len() < 3
            || all(&later, &before) && all(&after, &earlier) && later.len() < 3 && after.len() < 3;
        whole || told && (turned[0] + turned[1] > 2 * (along[0] + along[1]) || named)
    }
}

/// A word for a length of time.
fn is_span(word: &Word) -> bool {
    is!(
        word,
        "day",
        "days",
        "week",
        "weeks",
        "fortnight",
        "month",
        "months",
        "year",
        "years",
        "hour",
        "hours",
        "minute",
        "minutes",
        "moment",
        "moments"
    )
}

/// Half of what the one says the other says too.
fn is_most(one: &[u64], other: &[u64]) -> bool {
    let shared = one.iter().filter(|stem| other.contains(stem)).count();
    shared > 0 && shared * 2 >= one.len()
}
