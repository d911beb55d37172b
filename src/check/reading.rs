//! The claims of a briefing as the rules of meaning read them, each text once.

use super::english_only::not_read;
use crate::briefing::Resolved;
use crate::english::align::repeated;
use crate::english::class::Class;
use crate::english::one_deed::name_one_deed;
use crate::english::opposite::are_alike;
use crate::english::word::{Gap, Shape, Word, is};
use crate::english::{Mark, Scope, Sense, Speech, Statement, Strength, is_foreign};
use std::ops::Range;

#[derive(Debug)]
pub(super) struct Reading {
    /// The claim says its quote word for word, and can change nothing of it.
    pub verbatim: bool,
    pub text: Statement,
    pub quotes: Vec<Quote>,
}

#[derive(Debug)]
pub(super) struct Quote {
    pub statement: Statement,
    /// Its clauses that the claim speaks of.
    pub claimed: Scope,
}

/// Without the mark at its end.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', '!', '?'])
}

impl Reading {
    /// For each claim; `None` where its text is missing, or it or a source of it is not in English.
    pub fn all(resolved: &Resolved) -> Vec<Option<Self>> {
        let foreign = not_read(resolved);
        let claims = resolved.briefing.claims.iter().enumerate();
        claims
            .map(|(index, claim)| {
                let text = claim.text.as_ref().map(|text| text.value.as_str())?;
                let reads = !is_foreign(text)
                    && !resolved.evidence().passages[index]
                        .iter()
                        .any(|passage| passage.source.is_some_and(|source| foreign.contains(&source)));
                reads.then(|| Self::of(resolved, index, text))
            })
            .collect()
    }

    fn of(resolved: &Resolved, index: usize, text: &str) -> Self {
        let exact: Vec<&str> = resolved.quoted(index).collect();
        let verbatim = matches!(exact.as_slice(), [quote] if bare(quote) == bare(text));
        let read: Vec<Statement> = exact.iter().map(|quote| Statement::read(quote)).collect();
        let statement = if verbatim { Statement::default() } else { Statement::read(text) };
        let scopes = if verbatim { vec![Scope(u64::MAX); read.len()] } else { repeated(&read, &statement) };
        let quotes = read.into_iter().zip(scopes).map(|(statement, claimed)| Quote { statement, claimed }).collect();
        Self { verbatim, text: statement, quotes }
    }

    /// What its quotes mark, as far as the claim speaks of it.
    pub fn marks(&self) -> impl Iterator<Item = (&Quote, &Mark)> {
        let own = |quote: &'_ Quote| quote.claimed;
        self.quotes.iter().flat_map(move |quote| {
            quote.statement.marks.iter().filter(move |mark| mark.scope.meets(own(quote))).map(move |mark| (quote, mark))
        })
    }

    pub fn says(&self, is: impl Fn(Sense) -> bool) -> bool {
        self.text.marks.iter().any(|mark| is(mark.sense))
    }

    /// A word like "risk" keeps a hedge, unless the source says it flatly too.
    fn risks(&self, text: &Statement) -> bool {
        let is_flat = |stem: u64| {
            self.quotes.iter().any(|quote| {
                let hedged = |at: usize| quote.statement.hedges().any(|(mark, _)| mark.words.contains(&at));
                quote.statement.stems.iter().enumerate().any(|(at, other)| *other == stem && !hedged(at))
            })
        };
        text.words.iter().zip(&text.stems).any(|(word, stem)| word.is(Class::RISK) && !is_flat(*stem))
    }

    /// A text says who says so. What somebody does by saying so counts if the source has it from the same.
    pub fn speaks(&self, text: &Statement) -> bool {
        let same = |who: usize| {
            let is = |quote: &Quote, mark: &Mark| {
                let speaker = mark.who.filter(|_| matches!(mark.sense, Sense::Speaker(_)));
                let apposed = quote.statement.words[mark.words.start].gap == Gap::Comma;
                let tells = matches!(mark.sense, Sense::Speaker(Speech::Says | Speech::Expects)) && (mark.who.is_none() || apposed);
                (speaker.is_some_and(|other| {
                    let (theirs, ours) = (&quote.statement, text);
                    theirs.stems[other] == ours.stems[who] || theirs.stems[theirs.head(other)] == ours.stems[ours.head(who)]
                }) || tells && quote.statement.bearers(mark).contains(&text.stems[text.head(who)]))
                    && !is_told_by_another(&quote.statement, mark)
            };
            let relative = is!(text.words[who], "that", "which", "who");
            text.words[who].is(Class::PRONOUN) && !relative
                || self.quotes.iter().any(|quote| quote.statement.marks.iter().any(|mark| is(quote, mark)))
        };
        text.marks.iter().any(|mark| match mark.sense {
            Sense::Speaker(Speech::Does) => mark.who.is_none_or(same),
            Sense::Speaker(_) => true,
            _ => false,
        })
    }

    /// A quote has a verb for the same deed.
    pub fn tells_deed(&self, deed: u16) -> bool {
        let words = self.quotes.iter().flat_map(|quote| &quote.statement.words);
        words.into_iter().any(|word| word.is(Class::VERB) && name_one_deed(word.entry.lemma, deed))
    }

    /// All that denies in a text is a word like "ban" that the source has too, beside its denial.
    fn denies_flatly(&self, text: &Statement) -> bool {
        let in_quote = |stem: u64| {
            self.quotes.iter().any(|quote| quote.statement.stems.iter().enumerate().any(|(at, other)| *other == stem && !quote.denies(at)))
        };
        // "Stopped shipping" of what was halted.
        let alike = |word: &Word| {
            self.quotes.iter().any(|quote| {
                let words = quote.statement.words.iter().enumerate();
                words.into_iter().any(|(at, other)| {
                    let same = other.is(Class::LACK) && are_alike(&word.entry, &other.entry)
                        || other.is(Class::VERB) && name_one_deed(word.entry.lemma, other.entry.lemma);
                    same && !quote.denies(at)
                })
            })
        };
        let by_word = |(word, stem): (&Word, &u64)| word.is(Class::LACK) && (*stem != 0 && in_quote(*stem) || alike(word));
        let others =
            text.words.iter().zip(&text.stems).any(|pair| (pair.0.is(Class::LACK) || pair.0.has(Shape::NEGATIVE)) && !by_word(pair));
        let ends = |mark: &Mark| {
            mark.words.len() == 1 && is!(text.words[mark.words.start], "stop", "cease") && alike(&text.words[mark.words.start])
        };
        !others
            && !is_for_want(text)
            && !prefers(text)
            && !text.marks.iter().any(|mark| mark.sense == Sense::Denial && !ends(mark) || is_low(mark.sense))
    }

    /// "It appears to have begun there, the firm said": whoever says so, says that it appears.
    fn seems_by_another(&self, strength: Strength) -> bool {
        let seems = |quote: &Statement, mark: &Mark| {
            let clause = quote.clauses.of[mark.words.start];
            let over =
                |other: &Mark| matches!(other.sense, Sense::Speaker(Speech::Says)) && other.scope.has(clause) && other.words != mark.words;
            (mark.sense == Sense::Hedge(Strength::Seeming) || mark.sense == Sense::Hedge(Strength::Reported) && mark.words.len() > 1)
                && quote.marks.iter().any(over)
        };
        // "Reads it as a sign of", "in her opinion": who says so, doubts too.
        let says = |mark: &Mark| {
            let verb = &self.text.words[mark.words.end - 1];
            !matches!(mark.sense, Sense::Speaker(_))
                || is!(verb, "say", "state", "report", "tell", "announce", "confirm", "write", "add", "to")
        };
        let plain = self.text.marks.iter().all(says) && !self.text.words.iter().any(|word| is!(word, "sign", "apparent", "opinion"));
        matches!(strength, Strength::Seeming | Strength::Reported)
            && plain
            && self.marks().any(|(quote, mark)| seems(&quote.statement, mark))
    }

    /// A word of a quote stands in the claim.
    pub fn names(&self, quote: &Statement, at: usize) -> bool {
        quote.stems[at] != 0 && self.text.stems.contains(&quote.stems[at])
    }

    /// "“We are leaving,” said the minister after the talks": the claim speaks of the talks, and of nothing that was said.
    pub fn speaks_elsewhere(&self, quote: &Statement, verb: usize) -> bool {
        let sentence = quote.sentence_at(verb);
        let named = |range: Range<usize>| range.filter(|at| self.names(quote, *at)).count();
        let inverted = verb > sentence.start && quote.words[verb].gap != Gap::Space && quote.is_put_behind(verb);
        let subject = quote.words.get(verb + 1).is_some_and(|next| !next.is(Class::PREPOSITION.or(Class::ADVERB)));
        inverted && subject && named(sentence.start..verb) == 0 && named(verb + 1..sentence.end) > 1
    }

    /// The claim says itself what a mark of this sense says, if in other words.
    pub fn keeps(&self, sense: Sense) -> bool {
        let text = if self.verbatim { self.quotes.first().map(|quote| &quote.statement) } else { Some(&self.text) };
        let Some(text) = text else { return false };
        let has = |sense: fn(Sense) -> bool| text.marks.iter().any(|mark| sense(mark.sense));
        match sense {
            Sense::Hedge(strength) => {
                let from_others = matches!(strength, Strength::Reported | Strength::Judged | Strength::Seeming);
                has(|sense| matches!(sense, Sense::Hedge(_)))
                    || self.risks(text)
                    || strength == Strength::Possible && leaves_open(text)
                    || leans(text) && !self.quotes.iter().any(|quote| leans(&quote.statement))
                    || strength == Strength::Expected && has(|sense| sense == Sense::Speaker(Speech::Expects))
                    || from_others && !self.seems_by_another(strength) && (self.speaks(text) || has(|sense| sense == Sense::Nameless))
                    || strength == Strength::Seeming && (has(|sense| sense == Sense::Proof) || is_unproven(text))
                    || strength == Strength::Apt
                        && (has(|sense| matches!(sense, Sense::Future | Sense::Plan | Sense::Ability)) || says_how_often(text))
            }
            Sense::Denial => denies(text) && !self.denies_flatly(text),
            Sense::Condition => has(|sense| sense == Sense::Condition),
            Sense::Asked => {
                has(|sense| matches!(sense, Sense::Asked | Sense::Hedge(_) | Sense::Condition | Sense::Denial | Sense::Speaker(_)))
                    || self.risks(text)
            }
            _ => true,
        }
    }
}

/// "The two firms have agreed to merge, people close to them said": it is not from the firms that we have it.
fn is_told_by_another(text: &Statement, deed: &Mark) -> bool {
    let clause = text.clauses.of[deed.words.start];
    let tells = |mark: &Mark| match mark.sense {
        Sense::Speaker(Speech::Says | Speech::Expects) => {
            mark.who.is_none_or(|who| deed.who.is_none_or(|other| text.stems[who] != text.stems[other]))
        }
        sense => sense == Sense::Nameless,
    };
    deed.sense == Sense::Speaker(Speech::Does) && text.marks.iter().any(|mark| tells(mark) && mark.scope.has(clause))
}

impl Quote {
    fn denies(&self, at: usize) -> bool {
        self.statement.marks.iter().any(|mark| mark.sense == Sense::Denial && mark.words.contains(&at))
    }
}

pub(super) fn promises(word: &Word) -> bool {
    is!(word, "promise", "pledge", "vow", "undertake", "commit")
}

/// "Often", "has to", "is due": words that keep what tends to be so, or should be.
pub(super) fn says_how_often(text: &Statement) -> bool {
    let is_one = |word: &Word| {
        is!(
            word,
            "often",
            "usually",
            "sometimes",
            "generally",
            "typically",
            "must",
            "need",
            "require",
            "oblige",
            "due",
            "duty",
            "obligation",
            "rule",
            "lean",
            "mostly",
            "commonly",
            "frequently",
            "supposed",
            "want",
            "demand",
            "call",
            "urge",
            "seek",
            "recommend",
            "ask",
            "tell"
        )
    };
    text.words.iter().any(|word| is_one(word) || promises(word))
        || text.words.windows(2).any(|pair| pair[0].is(Class::HAVE) && is!(pair[1], "to"))
}

/// "The expert does not rule out that": whoever says so, there is a chance.
fn leaves_open(text: &Statement) -> bool {
    (1..text.words.len()).any(|at| {
        let excludes = is!(text.words[at], "rule") && text.words.get(at + 1).is_some_and(|next| is!(next, "out"))
            || is!(text.words[at], "exclude", "discount");
        excludes && text.words[at.saturating_sub(3)..at].iter().any(|word| is!(word, "not", "never", "nor", "cannot"))
    })
}

/// "Has not been proven", "there is no verification that".
fn is_unproven(text: &Statement) -> bool {
    let proves = |word: &Word| {
        is!(
            word,
            "prove",
            "proof",
            "verify",
            "verification",
            "confirm",
            "confirmation",
            "corroborate",
            "corroboration",
            "substantiate",
            "establish",
            "evidence",
            "indication",
            "indications"
        )
    };
    text.marks.iter().any(|mark| mark.sense == Sense::Denial) && text.words.iter().any(proves)
}

/// "Leaned towards sabotage": what somebody held to be more likely, and no lean season.
fn leans(text: &Statement) -> bool {
    text.words.windows(2).any(|pair| is!(pair[0], "lean", "incline") && is!(pair[1], "to", "toward", "towards"))
}

pub(super) fn is_low(sense: Sense) -> bool {
    matches!(sense, Sense::Hedge(Strength::Remote | Strength::VeryUnlikely | Strength::Unlikely))
}

/// "For want of a quorum".
fn is_for_want(text: &Statement) -> bool {
    text.words.windows(3).any(|row| is!(row[0], "for") && is!(row[1], "want") && is!(row[2], "of"))
}

/// A text denies something, or says by another word that it is not so.
pub(super) fn denies(text: &Statement) -> bool {
    text.marks.iter().any(|mark| mark.sense == Sense::Denial || is_low(mark.sense))
        // "Unblocked" is a deed.
        || text.words.iter().any(|word| word.is(Class::LACK) || word.has(Shape::NEGATIVE) && !word.is(Class::VERB))
        || is_for_want(text)
        || prefers(text)
}

/// "A blunder rather than an order": of two things it says which it is not.
pub(super) fn prefers(text: &Statement) -> bool {
    text.words.windows(2).any(|pair| is!(pair[0], "rather") && is!(pair[1], "than") || is!(pair[0], "instead") && is!(pair[1], "of"))
}
