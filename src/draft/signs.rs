//! What the words beside a name tell of it: that it acts, or that it is a place, says of what kind another thing is, or is a thing.

use super::acting::acting;
use super::token::Token;
use crate::english::class::Class;
use crate::english::lexicon::look_up;
use std::collections::HashSet;
use std::ops::Range;

/// Behind these stand places: "in Orn", "across the Gulf".
const PLACED: [&str; 14] =
    ["in", "into", "across", "throughout", "within", "near", "off", "through", "around", "along", "toward", "towards", "outside", "from"];
/// What a name is of that ends so: a text, a water, a war. `Class::LAW` and `Class::DOCUMENT` have others.
#[rustfmt::skip]
const THINGS: [&str; 34] = [
    "accord", "act", "agenda", "agreement", "bay", "canal", "cape", "channel", "coast", "convention", "cup", "day", "declaration", "gulf",
    "island", "islands", "lake", "mountains", "ocean", "pact", "peninsula", "plan", "port", "prize", "protocol", "report", "river", "sea",
    "strait", "summit", "treaty", "valley", "war", "week",
];
/// "The city of Orn".
const PLACES: [&str; 10] = ["part", "parts", "city", "town", "village", "capital", "north", "south", "east", "west"];
/// What no noun is that a name stands before.
const NO_NOUN: Class = Class::PREPOSITION
    .or(Class::COORDINATOR)
    .or(Class::SUBORDINATOR)
    .or(Class::RELATIVE)
    .or(Class::DETERMINER)
    .or(Class::PRONOUN)
    .or(Class::MODAL)
    .or(Class::BE)
    .or(Class::HAVE)
    .or(Class::DO)
    .or(Class::ADVERB)
    .or(Class::VERB);

/// How often a name stands in which way.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs {
    pub count: usize,
    acts: usize,
    placed: usize,
    describes: usize,
}

impl Signs {
    /// It may be somebody. Who acts once is, wherever the name stands elsewhere.
    #[must_use]
    pub fn is_somebody(self, name: &str, common: &HashSet<String>) -> bool {
        let is_elsewhere = (self.placed + self.describes) * 2 >= self.count || common.contains(&name.to_lowercase());
        (self.acts > 0 || !is_elsewhere) && !is_thing(name)
    }

    pub fn add(&mut self, sentence: &Sentence<'_>, run: &Range<usize>) {
        let tokens = sentence.tokens;
        self.count += 1;
        let place = place(&tokens[..run.start]);
        self.placed += usize::from(place);
        self.acts += usize::from(!place && tokens[run.clone()].iter().any(|token| sentence.acting.contains(&token.word.range.start)));
        let owns = tokens[run.end - 1].word.range.len() > tokens[run.end - 1].text.len();
        let next = tokens.get(run.end).filter(|next| next.joined && !owns);
        self.describes += usize::from(next.is_some_and(|next| next.text.starts_with(char::is_lowercase) && is_noun(next.text)));
    }
}

/// It is not known to be anything else.
pub fn is_noun(word: &str) -> bool {
    !look_up(word).class.is(NO_NOUN)
}

/// A sentence, and where the words begin in it of who acts.
pub struct Sentence<'s> {
    tokens: &'s [Token<'s>],
    acting: HashSet<usize>,
}

impl<'s> Sentence<'s> {
    #[must_use]
    pub fn new(text: &str, tokens: &'s [Token<'s>]) -> Self {
        Self { tokens, acting: acting(text) }
    }
}

/// What stands behind these words is a place: in it something is, or it is one of several: "in Orn and the Gulf", "the port of Orn".
fn place(before: &[Token<'_>]) -> bool {
    let goes_on = |token: &&Token<'_>| {
        token.text.starts_with(char::is_uppercase) && !token.begins || ["and", "or", "the", "sub"].contains(&token.text)
    };
    let mut before = before.iter().rev().skip_while(goes_on);
    let Some(behind) = before.next() else { return false };
    let mut of = || before.next().is_some_and(|thing| is_thing(thing.text.trim_end_matches('s')) || PLACES.contains(&thing.text));
    PLACED.iter().any(|word| behind.text.eq_ignore_ascii_case(word)) || behind.text == "of" && of()
}

/// The name of a text, a water, a war.
fn is_thing(name: &str) -> bool {
    let lower = name.to_lowercase();
    let last = lower.rsplit(' ').next().unwrap_or_default();
    let first = lower.split(" of ").next().and_then(|head| head.rsplit(' ').next()).unwrap_or_default();
    let is = |head: &str| THINGS.contains(&head) || look_up(head).class.is(Class::LAW.or(Class::DOCUMENT));
    is(last) || is(first)
}
