//! States by their names, and by the names of their people.

use super::signs::is_noun;
use crate::check::name::{Word, name_words};
use crate::check::state_names::{ALSO, BESIDE};
use crate::page::figure::outlines::world;
use crate::text::phrases::without_possessive;
use crate::text::single_spaced;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Names of people and of other places too: beside another capital they mean these, and do so where they stand alone after that.
const DOUBTFUL: [&str; 4] = ["GE", "JE", "JO", "TD"];
/// Beside these, Georgia is one of them.
#[rustfmt::skip]
const OF_AMERICA: [&str; 42] = [
    "Alabama", "Alaska", "Arizona", "Arkansas", "Atlanta", "California", "Carolina", "Colorado", "Connecticut", "Dakota", "Delaware", "Florida",
    "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan",
    "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Savannah",
    "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Wisconsin", "Wyoming",
];
/// Names of animals too: at the head of a sentence, before what is had of them, they may mean these.
const ANIMALS: [&str; 2] = ["GN", "TR"];

pub struct Actor {
    pub id: String,
    pub name: String,
    pub aka: Vec<String>,
}

struct Name {
    code: &'static str,
    words: Vec<Word>,
}

pub struct States {
    names: Vec<Name>,
    titles: HashMap<&'static str, &'static str>,
}

/// How the states of a text are named in it.
#[derive(Default)]
pub struct Standing {
    in_order: Vec<&'static str>,
    /// As written, and whether it is a name of the tables and no other form of it.
    forms: HashMap<&'static str, Vec<(String, bool)>>,
    /// Those that may mean somebody or something else in this text, and those that some form of their name leaves no doubt of.
    doubted: HashSet<&'static str>,
    sure: HashSet<&'static str>,
    /// The names that begin with a word.
    known: HashMap<String, Vec<usize>>,
}

impl States {
    #[must_use]
    pub fn new() -> Self {
        let table: Vec<(&str, &str)> = world().iter().filter(|state| state.code != "--").map(|state| (state.code, state.name)).collect();
        let titles = table.iter().copied().chain(BESIDE).collect();
        let also = ALSO.iter().flat_map(|(code, names)| names.iter().map(move |name| (*code, *name)));
        let names = table.into_iter().chain(also).map(|(code, name)| Name { code, words: name_words(name) });
        Self { names: names.filter(|name| !name.words.is_empty()).collect(), titles }
    }

    /// The words of a sentence that name states. `joined` tells which of them stand right behind the one before.
    pub fn find(&self, sentence: &str, words: &[&Word], joined: &[bool], standing: &mut Standing) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if OF_AMERICA.contains(&&sentence[words[at].range.clone()]) {
                standing.doubted.insert("GE");
            }
            let named = words[at].is_capital().then(|| self.at(sentence, words, joined, at, standing)).flatten();
            let Some((name, length)) = named else {
                at += 1;
                continue;
            };
            let written = &sentence[words[at].range.start..words[at + length - 1].range.end];
            let is_same = (0..length).all(|of| words[at + of].is_same(&self.names[name].words[of]));
            let is_dotted = written.contains('.') && sentence[words[at + length - 1].range.end..].starts_with('.');
            let plain = single_spaced(without_possessive(written)) + if is_dotted { "." } else { "" };
            let code = self.names[name].code;
            let is_animal = ANIMALS.contains(&code) && at == 0 && is_same && has_noun(sentence, words, joined, length);
            if is_animal {
                at += length;
                continue;
            }
            if !is_same || !DOUBTFUL.contains(&code) || length > 1 {
                standing.sure.insert(code);
            }
            standing.put(code, plain, is_same);
            found.push(at..at + length);
            at += length;
        }
        found
    }

    /// The longest name that begins at a word, and how many words it has.
    fn at(&self, sentence: &str, words: &[&Word], joined: &[bool], at: usize, standing: &mut Standing) -> Option<(usize, usize)> {
        let written = &sentence[words[at].range.clone()];
        let known = standing
            .known
            .entry(written.to_owned())
            .or_insert_with(|| (0..self.names.len()).filter(|name| words[at].names(&self.names[*name].words[0])).collect());
        let fits = |name: &&usize| {
            let all = &self.names[**name].words;
            let end = at + all.len();
            let behind = |of: usize| joined[at + of] && (words[at + of].names(&all[of]) || words[at + of].is_same(&all[of]));
            // "Congolese" is of one Congo or of the other.
            end <= words.len() && (1..all.len()).all(behind)
        };
        let name = *known.iter().filter(fits).max_by_key(|name| self.names[**name].words.len())?;
        let length = self.names[name].words.len();
        let before = at.checked_sub(1).filter(|_| joined[at]);
        let is_another = before.is_some_and(|before| words[at].is_another_behind(words[before]));
        let is_beside = || {
            let capital = |other: usize| sentence[words[other].range.clone()].starts_with(char::is_uppercase);
            before.is_some_and(capital) || joined.get(at + length) == Some(&true) && capital(at + length)
        };
        let is_doubtful = DOUBTFUL.contains(&self.names[name].code) && is_beside();
        if is_doubtful {
            standing.doubted.insert(self.names[name].code);
        }
        let is_other = is_another || is_doubtful;
        (!is_other).then_some((name, length))
    }
}

/// "Turkey prices": a word with a small letter that is no verb stands right behind the name.
fn has_noun(sentence: &str, words: &[&Word], joined: &[bool], at: usize) -> bool {
    let next = words.get(at).filter(|_| joined[at]).map(|word| &sentence[word.range.clone()]);
    next.is_some_and(|next| next.starts_with(char::is_lowercase) && is_noun(next))
}

impl Standing {
    fn put(&mut self, code: &'static str, written: String, is_name: bool) {
        let forms = self.forms.entry(code).or_default();
        if forms.is_empty() {
            self.in_order.push(code);
        }
        if !forms.iter().any(|(form, _)| *form == written) {
            forms.push((written, is_name));
        }
    }

    /// By the first name of the tables that the text has, else by that of the table of the world.
    #[must_use]
    pub fn named(&self, states: &States, most: usize) -> Vec<Actor> {
        let actor = |code: &&'static str| {
            let forms = &self.forms[code];
            let stands = forms.iter().find(|(_, is_name)| *is_name).map(|(form, _)| form.as_str());
            let name = stands.unwrap_or_else(|| states.titles.get(code).copied().unwrap_or(code));
            let others = forms.iter().map(|(form, _)| form.clone()).filter(|form| form != name);
            Actor { id: (*code).to_owned(), name: name.to_owned(), aka: others.take(most).collect() }
        };
        self.in_order.iter().filter(|code| !self.doubted.contains(*code) || self.sure.contains(*code)).map(actor).collect()
    }
}
