//! The closed vocabularies, with meanings taken from the tables of `scale`: an editor says what a page says.

use crate::briefing::scale::slide::Part;
use crate::briefing::scale::{
    Came, Change, ClaimKind, Confidence, Credibility, Direction, EventKind, EventKinds, Likelihood, Marking, Markings, Mode, Reliability,
    ScenarioKind, TieKind, Vocabulary, Yardstick,
};
use crate::text::capitalised;

#[derive(Debug)]
pub struct Words {
    /// The name of its definition in the schema.
    pub name: &'static str,
    pub words: fn() -> Vec<Word>,
}

#[derive(Debug, Clone)]
pub struct Word {
    pub word: &'static str,
    pub meaning: String,
}

/// The vocabularies that depend on no other field.
pub static WORDS: [&Words; 12] =
    [&MARKINGS, &EVENT_KINDS, &YARDSTICK, &CHANGE, &RELIABILITY, &CREDIBILITY, &CONFIDENCE, &DIRECTION, &TIE, &MODE, &CAME, &SLIDES];

pub static MARKINGS: Words =
    Words { name: "markings", words: || words(|markings: Markings| described(markings.standard(), &markings.choices().join(", "))) };
pub static EVENT_KINDS: Words = Words {
    name: "event-kinds",
    words: || words(|kinds: EventKinds| described(kinds.name(), &kinds.terms().map(Vocabulary::word).collect::<Vec<_>>().join(", "))),
};
pub static YARDSTICK: Words =
    Words { name: "yardstick", words: || words(|yardstick: Yardstick| described(yardstick.name(), &terms(yardstick))) };
pub static CHANGE: Words = Words { name: "change", words: || words(|change: Change| sentence(change.label())) };
pub static RELIABILITY: Words =
    Words { name: "reliability", words: || words(|grade: Reliability| described(grade.label(), grade.meaning())) };
pub static CREDIBILITY: Words =
    Words { name: "credibility", words: || words(|grade: Credibility| described(grade.label(), grade.meaning())) };
pub static CONFIDENCE: Words = Words { name: "confidence", words: || words(|level: Confidence| level.meaning().to_owned()) };
pub static DIRECTION: Words = Words { name: "direction", words: || words(|direction: Direction| direction.meaning().to_owned()) };
pub static TIE: Words = Words { name: "tie", words: || words(|tie: TieKind| described(tie.phrase(1), tie.polarity().label())) };

pub static SLIDES: Words = Words { name: "slides", words: || words(|part: Part| part.meaning().to_owned()) };
pub static CAME: Words = Words { name: "came", words: || words(|came: Came| came.meaning().to_owned()) };
pub static MODE: Words = Words { name: "mode", words: || words(|mode: Mode| mode.meaning().to_owned()) };

pub fn claim_kinds() -> Vec<Word> {
    words(|kind: ClaimKind| kind.meaning().to_owned())
}

pub fn scenario_kinds() -> Vec<Word> {
    words(|kind: ScenarioKind| kind.meaning().to_owned())
}

pub fn event_kinds() -> Vec<Word> {
    let meaning = |kind: &EventKind| {
        let class = kind.quad().map_or_else(String::new, |quad| format!("{}, ", quad.label()));
        format!("{class}{}", kind.code())
    };
    // Some words are of both vocabularies, and an object has a key once.
    let mut kinds: Vec<Word> = Vec::new();
    for kind in EventKind::all() {
        match kinds.iter_mut().find(|word| word.word == kind.word()) {
            Some(word) => word.meaning = format!("{}; {}.", word.meaning.trim_end_matches('.'), meaning(kind)),
            None => kinds.push(Word { word: kind.word(), meaning: format!("What happened: {}.", meaning(kind)) }),
        }
    }
    kinds
}

/// The terms of a yardstick, and the standard's other words for the same ranges.
pub fn likelihood(yardstick: Yardstick) -> Vec<Word> {
    let rows = |term: Likelihood| {
        let first = Word { word: term.word(), meaning: term.range().to_owned() };
        let others = term.synonyms().iter().map(move |word| Word { word, meaning: format!("{}, as {}", term.range(), term.word()) });
        std::iter::once(first).chain(others)
    };
    yardstick.terms().flat_map(rows).collect()
}

/// The markings of a vocabulary, and how else they may be written.
pub fn marking(markings: Markings) -> Vec<Word> {
    let rows = |marking: Marking| {
        let meaning =
            move |word: &str| if word == marking.word() { marking.audience().to_owned() } else { format!("As {}.", marking.word()) };
        marking.spellings().map(move |word| Word { word, meaning: meaning(word) })
    };
    markings.terms().flat_map(rows).collect()
}

fn words<V: Vocabulary>(meaning: impl Fn(V) -> String) -> Vec<Word> {
    V::all().iter().map(|value| Word { word: value.word(), meaning: meaning(*value) }).collect()
}

fn terms(yardstick: Yardstick) -> String {
    yardstick.terms().map(Likelihood::word).collect::<Vec<_>>().join(", ")
}

fn described(label: &str, meaning: &str) -> String {
    format!("{} {}", sentence(label), sentence(meaning))
}

/// With a capital at the beginning and a full stop at the end.
fn sentence(text: &str) -> String {
    capitalised(text.trim_end_matches('.')) + "."
}
