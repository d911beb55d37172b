//! What is indexed of a briefing: the briefing itself, each of its items, and each paragraph of its sources, with what they
//! are filtered by.

mod columns;
pub mod facts;
mod texts;

use super::fields::Field;
use super::origin::Origin;
use super::vocabulary::Kind;
use crate::library::HeldBriefing;
use crate::text::hash::lasting;
use columns::Columns;
pub use columns::next_change;
pub use facts::{Bearing, Facts, Watched};

/// The key of a briefing that could not be read to its end. No source has one like it.
pub const CUT: &str = "cut";

/// One document of the index.
#[derive(Debug, Clone)]
pub struct Document {
    pub kind: Kind,
    /// Behind the briefing's id in its address: `#J1`, `/source/ART`; nothing of the briefing itself.
    pub spot: String,
    /// What never stands apart from the words: how likely it is judged, what kind of claim it is.
    pub lead: String,
    /// Its portion mark, where it or what it draws on has a marking of its own.
    pub portion: String,
    pub texts: Vec<String>,
    /// Of a paragraph: at which byte each of its sentences begins, and its number.
    pub sentences: Vec<(u32, String)>,
    pub words: Vec<(Field, u64)>,
    pub names: Vec<Name>,
    /// The first and the last day.
    pub days: Vec<(Field, i64, i64)>,
    /// What it says, in a number.
    pub imprint: Option<u64>,
    /// What tells which sources it is, quotes or rests on.
    pub keys: Vec<String>,
    /// By columns.
    pub numbers: Vec<(&'static str, i64)>,
    pub facts: Facts,
}

/// A name that something is found by, and the name that is shown for it: one actor has many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub field: Field,
    pub written: String,
    pub shown: String,
}

/// All of a briefing, itself first.
#[must_use]
pub fn documents(held: &HeldBriefing) -> Vec<Document> {
    let columns = Columns::of(held);
    let sources = held.resolved.briefing.sources.iter().enumerate();
    let origins: Vec<Origin> = sources.map(|(at, source)| Origin::of(source, held.resolved.text(at))).collect();
    let imprint = held.imprint();
    let with = |document: Document, imprint: u64| Document { imprint: Some(imprint), ..document };
    let mut own = with(columns.add(texts::briefing(held), None), imprint.whole);
    own.keys.extend((!held.is_whole()).then(|| CUT.to_owned()));
    let mut documents = vec![own];
    for (item, number) in &imprint.items {
        let mut document = with(columns.add(texts::item(held, *item), Some(*item)), *number);
        facts::add(&mut document, held, &origins, *item);
        documents.push(document);
    }
    for (source, text) in held.resolved.texts.iter().enumerate() {
        let Ok(text) = text else { continue };
        let paragraphs = texts::paragraphs(held, source, text);
        documents.extend(paragraphs.map(|paragraph| {
            let own = [held.id.as_str(), &paragraph.spot].into_iter().chain(paragraph.texts.iter().map(String::as_str));
            let number = lasting(own);
            with(columns.add_paragraph(paragraph, source), number)
        }));
    }
    documents
}

impl Document {
    pub(super) fn new(kind: Kind, spot: String, texts: Vec<String>) -> Self {
        Self {
            kind,
            spot,
            lead: String::new(),
            portion: String::new(),
            texts,
            sentences: Vec::new(),
            words: Vec::new(),
            names: Vec::new(),
            days: Vec::new(),
            imprint: None,
            keys: Vec::new(),
            numbers: Vec::new(),
            facts: Facts::default(),
        }
    }
}
