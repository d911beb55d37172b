//! A text in the words that texts are compared by: actors by whatever name they go, other words by their stems.

use super::Term;
use crate::briefing::model::ActorKind;
use crate::briefing::resolved::Resolved;
use crate::english::stem::stem;
use crate::english::word::read;
use crate::text::fold::search_form;
use crate::text::phrases::without_possessive;

/// Words that ask in other languages; of scripts without spaces, pairs of their letters.
#[rustfmt::skip]
const ASKING_ELSEWHERE: &[&str] = &[
    "что", "где", "когда", "почему", "зачем", "кто", "как", "какой", "какая", "какие", "сколько", "это", "был", "была", "были",
    "چه", "چرا", "کجا", "چگونه", "آیا", "است", "بود", "شد", "این", "آن", "از", "به", "در", "را", "که", "تا", "کم",
    "ما", "ماذا", "هل", "متى", "أين", "اين", "لماذا", "كيف", "من", "في", "إلى", "الى", "على", "عن",
    "什么", "为什", "么时", "时候", "怎么", "怎样", "多少", "哪里", "是否", "谁的", "如何", "何时",
];

/// Words that ask, and words about asking.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "what", "when", "where", "why", "how", "who", "whom", "whose", "which", "there", "any", "some", "many", "much", "not", "no", "yes",
    "say", "says", "said", "tell", "know", "think", "about", "here", "also", "just", "now", "then", "than", "so", "if", "as", "really",
    "anything", "something", "anybody", "somebody", "please", "us", "we", "you", "i", "it", "they", "them", "their", "our", "your",
];

/// The names of the actors.
pub struct Names(Vec<Name>);

struct Name {
    words: Vec<String>,
    actor: usize,
    /// A part of a name that is a word of the language too: a text means it only with a capital.
    is_part: bool,
}

struct Spoken {
    form: String,
    stem: u64,
    is_capital: bool,
}

impl Names {
    pub fn of(resolved: &Resolved) -> Self {
        let actors = &resolved.briefing.actors;
        let mut names = Vec::new();
        for (index, actor) in actors.iter().enumerate() {
            let all = std::iter::once(actor.name()).chain(actor.aka.iter().map(|name| name.value.as_str()));
            names.extend(all.map(|name| (forms(name), index)).filter(|(words, _)| !words.is_empty()));
        }
        let whole = || names.iter().filter(|(words, _)| words.len() > 1);
        // "European" is of the European Union where no other name begins so.
        let of_one = |first: &String, index: usize| whole().all(|(other, of)| other[0] != *first || *of == index);
        let firsts =
            whole().filter(|(words, index)| words[0].len() >= 5 && of_one(&words[0], *index)).map(|(words, index)| (&words[0], *index));
        // "Kamber" is Ilsa Kamber where nobody else has the name.
        let alone = |last: &String, index: usize| names.iter().all(|(other, of)| !other.contains(last) || *of == index);
        let is_person = |index: usize| actors[index].kind() == ActorKind::Person;
        let lasts = whole().filter_map(|(words, index)| Some((words.last()?, *index)));
        let lasts = lasts.filter(|(last, index)| last.chars().count() >= 3 && is_person(*index) && alone(last, *index));
        let parts = firsts.map(|part| (part, false)).chain(lasts.map(|part| (part, true)));
        let parts: Vec<Name> = parts.map(|((word, actor), is_part)| Name { words: vec![word.clone()], actor, is_part }).collect();
        let mut all: Vec<Name> = names.into_iter().map(|(words, actor)| Name { words, actor, is_part: false }).chain(parts).collect();
        // Of names that begin alike the longest is meant.
        all.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        Self(all)
    }

    /// What a text is compared by; words that only join others are none. A name of several words is each of them too, for who
    /// asks by one.
    pub fn terms(&self, text: &str) -> Vec<Term> {
        self.read(text, false)
    }

    /// The same of a question, which asks for a name as a whole, and may be typed without capitals.
    pub fn asked(&self, question: &str) -> Vec<Term> {
        self.read(question, true)
    }

    fn read(&self, text: &str, is_asked: bool) -> Vec<Term> {
        let words = read(text).into_iter().map(|word| {
            let written = &text[word.range];
            let is_capital = written.starts_with(|c: char| c.is_uppercase() || !c.is_lowercase());
            Spoken { form: search_form(without_possessive(written)), stem: stem(written, &word.entry), is_capital }
        });
        let words: Vec<Spoken> = words.collect();
        let mut terms = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let is_meant = |name: &Name| is_asked || words[at].is_capital || !name.is_part;
            let named = self.0.iter().find(|name| begins(&words[at..], &name.words) && is_meant(name));
            if let Some(Name { words: name, actor, .. }) = named {
                terms.push(Term::Actor(*actor));
                let parts = words[at..].iter().take(name.len()).filter(|_| !is_asked && name.len() > 1);
                terms.extend(parts.flat_map(said));
                at += name.len();
                continue;
            }
            terms.extend(said(&words[at]));
            at += 1;
        }
        terms
    }
}

/// What a word is compared by.
fn said(word: &Spoken) -> Vec<Term> {
    let Spoken { form, stem, .. } = word;
    if !form.is_ascii() {
        return foreign(form);
    }
    let says = *stem != 0 && !ASKING.contains(&form.as_str()) && form.len() > 1;
    says.then_some(Term::Stem(*stem)).into_iter().collect()
}

fn forms(name: &str) -> Vec<String> {
    read(name).into_iter().map(|word| search_form(&name[word.range])).collect()
}

/// The words begin with a name; the last of it may have an ending: "Iranian", "Israelis".
fn begins(words: &[Spoken], name: &[String]) -> bool {
    let with_ending = |word: &str, name: &str| {
        let rest = word.strip_prefix(name).map_or(usize::MAX, |rest| rest.chars().count());
        rest == 0 || name.chars().count() >= 4 && rest <= 3
    };
    let Some((last, before)) = name.split_last() else { return false };
    words.len() >= name.len()
        && before.iter().zip(words).all(|(name, word)| *name == word.form)
        && with_ending(&words[before.len()].form, last)
}

/// A word of another language, without its ending; of a script that sets no spaces every two letters that follow each other.
fn foreign(form: &str) -> Vec<Term> {
    let letters: Vec<char> = form.chars().collect();
    let wide = |c: &char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{3ffff}');
    let asks = |word: &str| ASKING_ELSEWHERE.contains(&word);
    if letters.iter().any(wide) {
        let pairs = letters.windows(2).map(|pair| pair.iter().collect::<String>());
        return pairs.filter(|pair| !asks(pair)).map(Term::Word).collect();
    }
    let kept = if letters.len() > 5 { (letters.len() - 2).min(6) } else { letters.len() };
    // In Arabic letters, which leave vowels out, two are a word: آب, water.
    let least = if form.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}')) { 2 } else { 3 };
    let says = letters.len() >= least && !asks(form);
    says.then(|| Term::Word(letters[..kept].iter().collect())).into_iter().collect()
}
