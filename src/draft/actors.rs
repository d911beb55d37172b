//! Who is named in a text: states, by the table of the world; in English, names that recur. That somebody acts is for people to
//! say.

use super::signs::{Sentence, Signs, is_noun};
use super::slugs::{Names, slug};
use super::states::{Actor, Standing, States};
use super::token::{Token, tokens};
use crate::check::name::Word;
use crate::english::is_foreign;
use crate::text::months::month_of;
use crate::text::single_spaced;
use crate::text::time_words::{MONTHS, WEEKDAYS};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// So often a name stands before it is taken for somebody's.
const RECURS: usize = 3;
/// No more other names of a state are listed.
const MOST_OTHERS: usize = 8;

/// Capitals that name nobody. Those of a person's office stand before the name.
#[rustfmt::skip]
const NOBODY: [&str; 50] = [
    "a", "all", "an", "and", "as", "at", "but", "by", "for", "he", "her", "his", "i", "if", "in", "it", "its", "my", "no", "of", "on", "or",
    "our", "she", "that", "the", "their", "there", "these", "they", "this", "to", "we", "what", "when", "while", "who", "yes", "you",
    "admiral", "ambassador", "chancellor", "dr", "general", "minister", "mr", "mrs", "ms", "president", "secretary",
];
/// What a pronoun is shortened with: "I'm", "She'll".
const SHORTENED: [&str; 7] = ["d", "ll", "m", "re", "s", "t", "ve"];
/// Words without a capital that stand within names.
const WITHIN: [&str; 12] = ["of", "de", "del", "della", "di", "bin", "ibn", "al", "el", "von", "van", "der"];

/// In the order in which they are named first: states, then others.
#[must_use]
pub fn actors(texts: &[Vec<&str>]) -> Vec<Actor> {
    let states = States::new();
    let mut standing = Standing::default();
    let mut runs = Runs::default();
    for sentences in texts {
        let is_english = !is_foreign(&sentences.join(" "));
        let read: Vec<(Vec<Token<'_>>, Vec<Range<usize>>)> = sentences
            .iter()
            .map(|sentence| {
                let tokens = tokens(sentence);
                let words: Vec<&Word> = tokens.iter().map(|token| &token.word).collect();
                let joined: Vec<bool> = tokens.iter().map(|token| token.joined).collect();
                let found = states.find(sentence, &words, &joined, &mut standing);
                (tokens, found)
            })
            .collect();
        if is_english {
            runs.add(sentences, &read);
        }
    }
    let mut ids = Names::default();
    let mut actors: Vec<Actor> = standing.named(&states, MOST_OTHERS);
    for name in runs.recurring() {
        let id = slug(&name).map(|slug| ids.give(&slug));
        actors.extend(id.map(|id| Actor { id, name, aka: Vec::new() }));
    }
    actors
}

/// Words with capitals that stand together, and how often.
#[derive(Default)]
struct Runs {
    signs: HashMap<String, Signs>,
    in_order: Vec<String>,
    /// Words that stand without a capital.
    common: HashSet<String>,
}

impl Runs {
    /// `read` are the sentences of a text, each with the words of states in it.
    fn add(&mut self, sentences: &[&str], read: &[(Vec<Token<'_>>, Vec<Range<usize>>)]) {
        let all = || read.iter().flat_map(|(tokens, _)| tokens);
        self.common.extend(all().filter(|token| token.text.starts_with(char::is_lowercase)).map(|token| token.text.to_owned()));
        let within = all().filter(|token| !token.begins && is_capital(token));
        let within: HashSet<&str> = within.map(|token| token.text).collect();
        for (text, (tokens, states)) in sentences.iter().zip(read) {
            // A line of little else than capitals tells no names.
            if tokens.iter().filter(|token| is_capital(token)).count() * 4 > tokens.len() * 3 && tokens.len() > 4 {
                continue;
            }
            let sentence = Sentence::new(text, tokens);
            let of_states: BTreeSet<usize> = states.iter().cloned().flatten().collect();
            let is_word =
                |token: &Token<'_>| [&NOBODY[..], &MONTHS, &WEEKDAYS].iter().any(|words| is_among(unshortened(token.text), words));
            let is_name = |at: usize| {
                let token = &tokens[at];
                is_capital(token) && !of_states.contains(&at) && !is_word(token) && (!token.begins || within.contains(token.text))
            };
            // "Kansanshi Mining closed": a name of several words may begin a sentence.
            let leads = |at: usize| {
                let token = &tokens[at];
                let may_lead = token.begins && is_capital(token) && !of_states.contains(&at) && !is_word(token) && is_noun(token.text);
                let goes_on = || tokens.get(at + 1).is_some_and(|next| next.joined) && is_name(at + 1);
                may_lead && !self.common.contains(&token.text.to_lowercase()) && goes_on()
            };
            let leads: Vec<bool> = (0..tokens.len()).map(leads).collect();
            let mut at = 0;
            while at < tokens.len() {
                let end = run(tokens, at + usize::from(leads[at]), &is_name);
                if end > at {
                    self.put(&sentence, tokens, &(at..end));
                }
                at = end.max(at + 1);
            }
        }
    }

    fn put(&mut self, sentence: &Sentence<'_>, tokens: &[Token<'_>], run: &Range<usize>) {
        let words: Vec<&str> = tokens[run.clone()].iter().map(|token| token.text).collect();
        let name = single_spaced(&words.join(" "));
        let signs = self.signs.entry(name.clone()).or_default();
        signs.add(sentence, run);
        if signs.count == 1 {
            self.in_order.push(name);
        }
    }

    fn recurring(self) -> impl Iterator<Item = String> {
        let Self { signs, in_order, common } = self;
        let is_one = move |name: &String, signs: Signs| {
            signs.count >= RECURS && name.chars().count() > 1 && !is_month(name) && signs.is_somebody(name, &common)
        };
        in_order.into_iter().filter(move |name| is_one(name, signs[name]))
    }
}

/// Where the name ends that begins at a word; there, if none does.
fn run(tokens: &[Token<'_>], at: usize, is_name: &impl Fn(usize) -> bool) -> usize {
    let mut end = at;
    while end < tokens.len() && (end == at || tokens[end].joined) {
        if is_name(end) {
            end += 1;
        } else if end > at && is_among(tokens[end].text, &WITHIN) && end + 1 < tokens.len() && tokens[end + 1].joined && is_name(end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// In any language: a short text may be in another than it seems.
fn is_month(name: &str) -> bool {
    month_of(&name.to_lowercase()).is_some()
}

fn unshortened(word: &str) -> &str {
    word.split_once(['\'', '’']).filter(|(_, end)| is_among(end, &SHORTENED)).map_or(word, |(word, _)| word)
}

fn is_capital(token: &Token<'_>) -> bool {
    token.text.starts_with(char::is_uppercase)
}

fn is_among(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| word.eq_ignore_ascii_case(other))
}
