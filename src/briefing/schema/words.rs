//! The closed vocabularies with what their words mean, taken from the tables of `scale`.

use crate::briefing::scale::{
    Change, ClaimKind, Confidence, Credibility, Direction, EventKind, Likelihood, Marking, Reliability, ScenarioKind, TieKind, Vocabulary,
    Yardstick,
};
use crate::text::capitalised;

/// A vocabulary of the schema.
#[derive(Debug)]
pub struct Words {
    /// The name of its definition.
    pub name: &'static str,
    /// Its words.
    pub words: fn() -> Vec<Word>,
}

/// A word and what an editor says of it.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word, as a briefing writes it.
    pub word: &'static str,
    /// What it means.
    pub meaning: String,
}

/// Every vocabulary that is the same under both yardsticks.
pub static WORDS: [&Words; 8] = [&MARKING, &YARDSTICK, &CHANGE, &RELIABILITY, &CREDIBILITY, &CONFIDENCE, &DIRECTION, &TIE];

/// Who may have it.
pub static MARKING: Words = Words { name: "marking", words: || words(|marking: Marking| marking.audience().to_owned()) };
/// The lists of likelihood words.
pub static YARDSTICK: Words =
    Words { name: "yardstick", words: || words(|yardstick: Yardstick| described(yardstick.name(), &terms(yardstick))) };
/// How an edition stands to the one before.
pub static CHANGE: Words = Words { name: "change", words: || words(|change: Change| sentence(change.label())) };
/// The Admiralty grades of a source.
pub static RELIABILITY: Words =
    Words { name: "reliability", words: || words(|grade: Reliability| described(grade.label(), grade.meaning())) };
/// The Admiralty grades of what is said.
pub static CREDIBILITY: Words =
    Words { name: "credibility", words: || words(|grade: Credibility| described(grade.label(), grade.meaning())) };
/// How sound a basis is.
pub static CONFIDENCE: Words = Words { name: "confidence", words: || words(|level: Confidence| level.meaning().to_owned()) };
/// Which way an indicator moves something.
pub static DIRECTION: Words = Words { name: "direction", words: || words(|direction: Direction| direction.meaning().to_owned()) };
/// What ties actors to each other.
pub static TIE: Words = Words { name: "tie", words: || words(|tie: TieKind| described(tie.phrase(1), tie.polarity().label())) };

/// The kinds of claim, each the key of its text.
pub fn claim_kinds() -> Vec<Word> {
    words(|kind: ClaimKind| kind.meaning().to_owned())
}

/// The kinds of scenario, each the key of its text.
pub fn scenario_kinds() -> Vec<Word> {
    words(|kind: ScenarioKind| kind.meaning().to_owned())
}

/// The kinds of event, each the key of its text.
pub fn event_kinds() -> Vec<Word> {
    words(|kind: EventKind| format!("What happened: {}, CAMEO {}.", kind.quad().label(), kind.code()))
}

/// The likelihood words of a yardstick: its terms, and the standard's other words for the same ranges.
pub fn likelihood(yardstick: Yardstick) -> Vec<Word> {
    let rows = |term: Likelihood| {
        let first = Word { word: term.word(), meaning: term.range().to_owned() };
        let others = term.synonyms().iter().map(move |word| Word { word, meaning: format!("{}, as {}", term.range(), term.word()) });
        std::iter::once(first).chain(others)
    };
    yardstick.terms().flat_map(rows).collect()
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
