//! The tables of English as the program reads them: a word is found by its letters in a few steps, a phrase by the stem of its
//! first word, and nothing of it is built when the program starts.
//!
//! There are no references in them, which the system would have to adjust before the program begins.

use super::class::Class;
use super::contraries::CONTRARIES;
use super::deeds::{DEEDS, FORUMS};
use super::hash::hash;
use super::joints::{CAUSES, JOINTS};
use super::nouns::NOUNS;
use super::pairs::{Of, PAIRS};
use super::phrasal::PHRASAL;
use super::phrasebook::PHRASES;
use super::stem_key::letters;
use super::synonyms::ALIKE;
use super::verbs::{NOUNS_TOO, VERBS};
use super::vocabulary::{FORMS, WORDS, by_ending};
use std::collections::HashMap;
use std::fmt::Write;

struct Entry {
    word: String,
    lemma: u16,
    class: Class,
    stem: u64,
}

#[derive(Default)]
struct Lexicon {
    entries: Vec<Entry>,
    places: HashMap<String, usize>,
    lemmas: u16,
}

impl Lexicon {
    fn new() -> Self {
        let mut lexicon = Self::default();
        for (class, verbs) in VERBS {
            for verb in verbs.split_whitespace() {
                lexicon.verb(*class, verb, true);
            }
        }
        for verb in NOUNS_TOO.split_whitespace() {
            lexicon.verb(Class::default(), verb, false);
        }
        for (class, words) in FORMS {
            let mut base = None;
            for word in words.split(' ') {
                base = Some(lexicon.add(word, *class, base));
            }
        }
        for (class, words) in WORDS {
            for word in words.split_whitespace() {
                lexicon.add(word, if *class == Class::default() { by_ending(word) } else { *class }, None);
            }
        }
        for (verb, nouns) in NOUNS {
            for noun in nouns.split_whitespace() {
                let place = lexicon.add(noun, by_ending(noun), None);
                lexicon.entries[place].stem = lexicon.entries[lexicon.places[*verb]].stem;
            }
        }
        let sides = pairs().flat_map(|(_, one, other)| one.split_whitespace().chain(other.split_whitespace()));
        let phrasal = PHRASAL.iter().flat_map(|(_, verbs)| verbs.split([' ', ':']));
        let deeds = DEEDS.iter().flat_map(|deed| {
            let ways = deed.upon.iter().chain(deed.under).flat_map(|(words, joints)| [*words, *joints]);
            ways.chain([deed.does, deed.doer, deed.sufferer])
        });
        let joints = JOINTS.iter().map(|(words, _)| *words).chain([FORUMS, CAUSES]).chain(ALIKE.iter().copied());
        let told = deeds.chain(joints).flat_map(str::split_whitespace);
        for word in phrase_words().chain(sides).chain(phrasal).chain(told) {
            lexicon.add(word, by_ending(word), None);
        }
        lexicon
    }

    /// `base` is the place of the verb whose form the word is.
    fn add(&mut self, word: &str, class: Class, base: Option<usize>) -> usize {
        if let Some(place) = self.places.get(word) {
            let entry = &mut self.entries[*place];
            entry.class = entry.class.or(class);
            return *place;
        }
        let lemma = base.map_or(self.lemmas + 1, |base| self.entries[base].lemma);
        self.lemmas = self.lemmas.max(lemma);
        let stem = base.map_or_else(|| letters(word), |base| self.entries[base].stem);
        self.entries.push(Entry { word: word.to_owned(), lemma, class, stem });
        self.places.insert(word.to_owned(), self.entries.len() - 1);
        self.entries.len() - 1
    }

    /// A row of the table: the base, with `+` if its last letter doubles, and behind colons irregular past forms.
    fn verb(&mut self, class: Class, row: &str, third_too: bool) {
        let mut forms = row.split(':');
        let base = forms.next().unwrap_or_default();
        let (base, doubles) = base.strip_suffix('+').map_or((base, false), |base| (base, true));
        let class = class.or(Class::VERB);
        let place = self.add(base, class.or(Class::BASE), None);
        let stem = match base.strip_suffix('e') {
            Some(stem) if !base.ends_with("ee") => stem.to_owned(),
            _ if doubles => format!("{base}{}", &base[base.len() - 1..]),
            _ => base.to_owned(),
        };
        let soft = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
        let third = match soft {
            Some(stem) => format!("{stem}ies"),
            None if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") => format!("{base}es"),
            None => format!("{base}s"),
        };
        self.add(&third, if third_too { class.or(Class::THIRD) } else { Class::default() }, Some(place));
        self.add(&format!("{stem}ing"), class.or(Class::GERUND), Some(place));
        let mut irregular = false;
        for past in forms {
            irregular = true;
            self.add(past, class.or(Class::PAST), Some(place));
        }
        if !irregular {
            // "Agreed".
            let past = match soft {
                Some(stem) => format!("{stem}ied"),
                None if base.ends_with("ee") => format!("{base}d"),
                None => format!("{stem}ed"),
            };
            self.add(&past, class.or(Class::PAST), Some(place));
        }
    }

    fn lemma(&self, word: &str) -> u16 {
        self.entries[self.places[word]].lemma
    }
}

fn pairs() -> impl Iterator<Item = &'static (Of, &'static str, &'static str)> {
    PAIRS.iter().chain(CONTRARIES)
}

/// Every word of the phrases.
fn phrase_words() -> impl Iterator<Item = &'static str> {
    let phrases = PHRASES.iter().flat_map(|(_, phrases)| phrases.iter());
    let elements = phrases.flat_map(|phrase| phrase.split(' ')).filter(|element| !matches!(*element, "~" | "#"));
    elements.flat_map(|element| element.trim_end_matches('?').split('|')).map(|word| word.split('.').next().unwrap_or(word))
}

/// The file that `src/english/prepared.rs` includes.
pub fn prepared() -> String {
    let lexicon = Lexicon::new();
    let mut file = String::new();
    words(&lexicon, &mut file);
    phrases(&lexicon, &mut file);
    phrasal(&lexicon, &mut file);
    sides(&lexicon, &mut file);
    file
}

fn words(lexicon: &Lexicon, file: &mut String) {
    let letters: String = lexicon.entries.iter().map(|entry| entry.word.as_str()).collect();
    let mut from = 0;
    let rows = lexicon.entries.iter().map(|entry| {
        let start = from;
        from += entry.word.len();
        format!(
            "Known {{ from: {start}, length: {}, entry: Entry {{ lemma: {}, class: {}, stem: {} }} }}",
            entry.word.len(),
            entry.lemma,
            class(entry.class),
            parted(entry.stem)
        )
    });
    let rows: Vec<String> = rows.collect();
    let size = (lexicon.entries.len() * 3).next_power_of_two();
    let mut slots = vec![0; size];
    for (place, entry) in lexicon.entries.iter().enumerate() {
        let mut slot = hash(entry.word.as_bytes()) % size;
        while slots[slot] > 0 {
            slot = (slot + 1) % size;
        }
        slots[slot] = place + 1;
    }
    let _ = writeln!(file, "static LETTERS: &str = {letters:?};");
    array(file, "WORDS", "Known", &rows);
    array(file, "SLOTS", "u16", &slots.iter().map(usize::to_string).collect::<Vec<_>>());
}

fn array(file: &mut String, name: &str, of: &str, rows: &[String]) {
    let _ = writeln!(file, "pub(super) static {name}: [{of}; {}] = [{}];", rows.len(), rows.join(", "));
}

/// Long numbers with their digits parted, as the linter wants them.
fn parted(number: u64) -> String {
    format!("0x{:04x}_{:04x}_{:04x}_{:04x}", number >> 48, number >> 32 & 0xffff, number >> 16 & 0xffff, number & 0xffff)
}

fn class(class: Class) -> String {
    format!("Class({})", parted(class.0))
}

/// The phrases by the stem of their first word: those of a stem stand from its place in `BY_FIRST` to that of the next.
fn phrases(lexicon: &Lexicon, file: &mut String) {
    let mut phrases: Vec<(u16, String)> = Vec::new();
    let (mut elements, mut wanted): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let read = |word: &str| {
        let (word, form) = word.split_once('.').unwrap_or((word, ""));
        let form = match form {
            "d" => Class::PAST,
            "g" => Class::GERUND,
            _ => Class::default(),
        };
        (lexicon.lemma(word), form)
    };
    let row = |(lemma, form): (u16, Class)| format!("Wanted {{ lemma: {lemma}, form: {} }}", class(form));
    for (meaning, of_meaning) in PHRASES {
        for phrase in *of_meaning {
            let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
            let from = elements.len();
            for element in rest.split(' ').filter(|element| !element.is_empty()) {
                let begin = wanted.len();
                elements.push(match element {
                    "~" => "Element::Adverbs".to_owned(),
                    "#" => "Element::Anyone".to_owned(),
                    _ => {
                        wanted.extend(element.trim_end_matches('?').split('|').map(|word| row(read(word))));
                        format!("Element::Word {{ from: {begin}, to: {}, optional: {} }}", wanted.len(), element.ends_with('?'))
                    }
                });
            }
            let mut seen = Vec::new();
            for first in first.trim_end_matches('?').split('|').map(read) {
                if !seen.contains(&first.0) {
                    seen.push(first.0);
                    let meaning = format!("{meaning:?}").replace("Hedge(", "Hedge(Strength::");
                    let (to, first_row) = (elements.len(), row(first));
                    phrases
                        .push((first.0, format!("Phrase {{ meaning: Meaning::{meaning}, first: {first_row}, from: {from}, to: {to} }}")));
                }
            }
        }
    }
    phrases.sort_by_key(|(first, _)| *first);
    let by_first = (0..=lexicon.lemmas + 1).map(|lemma| phrases.partition_point(|(first, _)| *first < lemma).to_string());
    array(file, "BY_FIRST", "u16", &by_first.collect::<Vec<_>>());
    array(file, "PHRASES", "Phrase", &phrases.into_iter().map(|(_, row)| row).collect::<Vec<_>>());
    array(file, "ELEMENTS", "Element", &elements);
    array(file, "WANTED", "Wanted", &wanted);
}

/// The verbs of several words by their first; those of three stand before those of two.
fn phrasal(lexicon: &Lexicon, file: &mut String) {
    let mut rows: Vec<(u16, usize, String)> = Vec::new();
    for (meaning, verbs) in PHRASAL {
        let Entry { lemma, class: kind, stem, .. } = &lexicon.entries[lexicon.places[*meaning]];
        let (kind, stem) = (class(*kind), parted(*stem));
        for parts in verbs.split(' ').map(|verb| verb.split(':').collect::<Vec<_>>()) {
            let (verb, particle) = (lexicon.lemma(parts[0]), lexicon.lemma(parts[1]));
            let behind = parts.get(2).map_or(0, |behind| lexicon.lemma(behind));
            let meaning = format!("Entry {{ lemma: {lemma}, class: {kind}, stem: {stem} }}");
            let row = format!("Phrasal {{ particle: {particle}, behind: {behind}, meaning: {meaning} }}");
            rows.push((verb, 3 - parts.len(), row));
        }
    }
    rows.sort();
    let by_verb = (0..=lexicon.lemmas + 1).map(|lemma| rows.partition_point(|(verb, ..)| *verb < lemma).to_string());
    array(file, "PHRASAL_BY_VERB", "u16", &by_verb.collect::<Vec<_>>());
    array(file, "PHRASAL", "Phrasal", &rows.into_iter().map(|(.., row)| row).collect::<Vec<_>>());
}

/// For each stem the sides of the pairs of opposites on which it stands: a side and the next one, if the first is even, are a pair.
fn sides(lexicon: &Lexicon, file: &mut String) {
    let mut sides: Vec<(u16, usize)> = Vec::new();
    for (pair, (_, one, other)) in pairs().enumerate() {
        for (side, words) in [one, other].into_iter().enumerate() {
            sides.extend(words.split_whitespace().map(|word| (lexicon.lemma(word), pair * 2 + side)));
        }
    }
    sides.sort_unstable();
    sides.dedup();
    let by_lemma = (0..=lexicon.lemmas + 1).map(|lemma| sides.partition_point(|(of, _)| *of < lemma).to_string());
    array(file, "SIDES_BY_STEM", "u16", &by_lemma.collect::<Vec<_>>());
    array(file, "SIDES", "u16", &sides.into_iter().map(|(_, side)| side.to_string()).collect::<Vec<_>>());
    let of = pairs().map(|(of, ..)| format!("Of::{of:?}"));
    array(file, "TELLS_OF", "Of", &of.collect::<Vec<_>>());
}
