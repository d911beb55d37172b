//! The fields of the index, made from the table, and a briefing's documents as the index takes them.

use super::briefing_row::{Indexed, Row};
use super::column;
use super::fields::{FIELDS, Field, Holds};
use super::item::{Document, Facts};
use super::vocabulary::Kind;
use crate::text::fold::search_form;
use crate::text::hash::hash_of;
use serde::{Deserialize, Serialize};
use tantivy::schema::{BytesOptions, IndexRecordOption, NumericOptions, SchemaBuilder, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{RAW_TOKENIZER_NAME, TokenizerManager};
use tantivy::{DocSet, SegmentReader, TERMINATED, TantivyDocument, Term};

/// Of what the index holds and how it is made. An index of another version is made anew.
pub const VERSION: u32 = 13;

/// The words of this program, by the name that the index has for how they are parted.
const WORDS: &str = "words";
/// What they begin with.
const STARTS: &str = "starts";
/// Parts a name as people write it, folded, from the name that is shown.
pub const SHOWN: char = '\u{0}';
/// Bytes of a name that count.
const LONGEST_NAME: usize = 400;

/// Where everything is in the index.
#[derive(Debug, Clone)]
pub struct Schema {
    pub schema: tantivy::schema::Schema,
    /// The path of the briefing that a document is of.
    pub path: tantivy::schema::Field,
    pub text: tantivy::schema::Field,
    /// The same, by what its words begin with.
    pub starts: tantivy::schema::Field,
    /// A [`Kept`].
    pub kept: tantivy::schema::Field,
    /// A [`Row`], of a briefing.
    pub row: tantivy::schema::Field,
    /// What tells which sources it is, quotes or rests on.
    pub keys: tantivy::schema::Field,
    fields: Vec<tantivy::schema::Field>,
}

/// What a hit shows of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub briefing: String,
    pub spot: String,
    pub lead: String,
    pub portion: String,
    pub texts: Vec<String>,
    pub sentences: Vec<(u32, String)>,
    pub facts: Facts,
}

/// The column of the last days of a field that holds dates.
#[must_use]
pub fn last(field: Field) -> String {
    format!("{} {}", field.name(), column::LAST)
}

/// The documents of the briefings themselves in a segment, deleted ones too. All that is of one stands behind it, up to the
/// next.
///
/// # Errors
///
/// The segment cannot be read.
pub fn briefings_of(segment: &SegmentReader) -> tantivy::Result<Vec<u32>> {
    of_kind(segment, Kind::Briefing)
}

/// The same of any kind.
///
/// # Errors
///
/// The segment cannot be read.
fn of_kind(segment: &SegmentReader, kind: Kind) -> tantivy::Result<Vec<u32>> {
    let term = Term::from_field_u64(segment.schema().get_field(Field::In.name())?, kind.code());
    let postings = segment.inverted_index(term.field())?.read_postings(&term, IndexRecordOption::Basic)?;
    let mut docs = Vec::new();
    let Some(mut postings) = postings else { return Ok(docs) };
    while postings.doc() != TERMINATED {
        docs.push(postings.doc());
        postings.advance();
    }
    Ok(docs)
}

/// The same without those that were taken away.
///
/// # Errors
///
/// The segment cannot be read.
pub fn living(segment: &SegmentReader, kind: Kind) -> tantivy::Result<impl Iterator<Item = u32>> {
    Ok(of_kind(segment, kind)?.into_iter().filter(|doc| !segment.is_deleted(*doc)))
}

impl Default for Schema {
    fn default() -> Self {
        let mut builder = SchemaBuilder::new();
        let indexing =
            |tokenizer: &str, record| TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record).set_fieldnorms(false);
        let names = || TextOptions::default().set_indexing_options(indexing(RAW_TOKENIZER_NAME, IndexRecordOption::Basic));
        let path = builder.add_text_field("path", names());
        let with_positions = indexing(WORDS, IndexRecordOption::WithFreqsAndPositions);
        let text = builder.add_text_field("text", TextOptions::default().set_indexing_options(with_positions));
        let by_starts = indexing(STARTS, IndexRecordOption::Basic);
        let starts = builder.add_text_field(STARTS, TextOptions::default().set_indexing_options(by_starts));
        let kept = builder.add_bytes_field("kept", BytesOptions::default().set_stored());
        let row = builder.add_bytes_field("row", BytesOptions::default().set_stored());
        let keys = builder.add_text_field("keys", names());
        let number = || NumericOptions::default().set_fast();
        let fields = FIELDS.iter().map(|row| match row.holds {
            // It is in no column, and nobody asks the index for it.
            Holds::Own => path,
            Holds::Words | Holds::Scale => builder.add_u64_field(row.name, number().set_indexed()),
            Holds::Names => builder.add_text_field(row.name, names().set_fast(RAW_TOKENIZER_NAME)),
            Holds::Date => {
                builder.add_i64_field(&last(row.field), number());
                builder.add_i64_field(row.name, number())
            }
        });
        let fields = fields.collect();
        for name in [column::RANK, column::JUDGEMENTS, column::FINDINGS, column::IMPRINT] {
            builder.add_u64_field(name, number());
        }
        for name in [column::HORIZON].into_iter().chain(column::NUMBERS) {
            builder.add_i64_field(name, number());
        }
        for name in [column::TITLE, column::PATH, column::BANNER, column::PREVIOUS] {
            builder.add_text_field(name, TextOptions::default().set_fast(RAW_TOKENIZER_NAME));
        }
        builder.add_bytes_field(column::INDEXED, BytesOptions::default().set_fast());
        Self { schema: builder.build(), path, text, starts, kept, row, keys, fields }
    }
}

impl Schema {
    #[must_use]
    pub fn tokenizers() -> TokenizerManager {
        let manager = TokenizerManager::default();
        manager.register(WORDS, super::tokens::Words);
        manager.register(STARTS, super::tokens::Starts);
        manager
    }

    #[must_use]
    pub fn field(&self, field: Field) -> tantivy::schema::Field {
        self.fields[field as usize]
    }

    fn named(&self, name: &str) -> Option<tantivy::schema::Field> {
        self.schema.get_field(name).ok()
    }

    /// The documents of a briefing, itself first.
    #[must_use]
    pub fn documents(&self, documents: &[Document], row: &Row, indexed: &Indexed) -> Vec<TantivyDocument> {
        let day = documents.first().and_then(|of| of.days.iter().find(|(field, ..)| *field == Field::Date)).map(|(_, _, last)| *last);
        let make = |(at, document): (usize, &Document)| {
            let mut made = self.document(document, &row.id, &indexed.path);
            self.add_u64(&mut made, column::RANK, rank(document.kind, day, &indexed.path, at));
            if at == 0 {
                self.add_row(&mut made, row, indexed);
            }
            made
        };
        documents.iter().enumerate().map(make).collect()
    }

    /// A note of the reader's own, and a key that no other has.
    #[must_use]
    pub fn note(&self, document: &Document, briefing: &str, key: &str) -> TantivyDocument {
        let day = document.days.first().map(|(_, _, last)| *last);
        let mut made = self.document(document, briefing, key);
        self.add_u64(&mut made, column::RANK, rank(document.kind, day, key, 0));
        made
    }

    fn document(&self, document: &Document, briefing: &str, path: &str) -> TantivyDocument {
        let mut made = TantivyDocument::new();
        made.add_text(self.path, path);
        for text in &document.texts {
            made.add_text(self.text, text);
            made.add_text(self.starts, text);
        }
        for (field, code) in &document.words {
            made.add_u64(self.field(*field), *code);
        }
        for name in &document.names {
            made.add_text(self.field(name.field), name_term(&name.written, &name.shown));
        }
        for (field, first, last_day) in &document.days {
            made.add_i64(self.field(*field), *first);
            if let Some(last) = self.named(&last(*field)) {
                made.add_i64(last, *last_day);
            }
        }
        if let Some(imprint) = document.imprint {
            self.add_u64(&mut made, column::IMPRINT, imprint);
        }
        for key in &document.keys {
            made.add_text(self.keys, key);
        }
        for (name, number) in &document.numbers {
            self.add_i64(&mut made, name, *number);
        }
        let kept = Kept {
            briefing: briefing.to_owned(),
            spot: document.spot.clone(),
            lead: document.lead.clone(),
            portion: document.portion.clone(),
            texts: document.texts.clone(),
            sentences: document.sentences.clone(),
            facts: document.facts.clone(),
        };
        made.add_bytes(self.kept, &postcard::to_allocvec(&kept).unwrap_or_default());
        made
    }

    fn add_row(&self, made: &mut TantivyDocument, row: &Row, indexed: &Indexed) {
        made.add_bytes(self.row, &postcard::to_allocvec(row).unwrap_or_default());
        self.add_u64(made, column::JUDGEMENTS, row.judgements.len() as u64);
        if let Some(check) = row.check {
            let findings = u64::from(check.errors) << 40 | u64::from(check.warnings) << 20 | u64::from(check.notes);
            self.add_u64(made, column::FINDINGS, findings);
        }
        let horizon = row.horizon.as_ref().and_then(|date| crate::briefing::Date::parse(date)?.last_day());
        if let Some(day) = horizon {
            self.add_i64(made, column::HORIZON, day);
        }
        let (title, banner) = (search_form(&row.title), row.marking.as_deref().unwrap_or_default());
        let texts = [(column::TITLE, &*title), (column::PATH, &row.path), (column::BANNER, banner)];
        for (name, text) in texts.into_iter().chain(row.previous.as_deref().map(|path| (column::PREVIOUS, path))) {
            if let Some(field) = self.named(name) {
                made.add_text(field, cut(text));
            }
        }
        if let Some(field) = self.named(column::INDEXED) {
            made.add_bytes(field, &postcard::to_allocvec(indexed).unwrap_or_default());
        }
    }

    fn add_i64(&self, made: &mut TantivyDocument, name: &str, value: i64) {
        if let Some(field) = self.named(name) {
            made.add_i64(field, value);
        }
    }

    fn add_u64(&self, made: &mut TantivyDocument, name: &str, value: u64) {
        if let Some(field) = self.named(name) {
            made.add_u64(field, value);
        }
    }
}

/// A name as people write it, as the index has it, with the name that is shown.
#[must_use]
pub fn name_term(written: &str, shown: &str) -> String {
    format!("{}{SHOWN}{}", name_form(written), cut(shown))
}

/// A name as names are compared.
#[must_use]
pub fn name_form(name: &str) -> String {
    let folded = search_form(name.trim()).replace(SHOWN, " ");
    cut(&folded).to_owned()
}

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST_NAME)]
}

/// Titles and judgements stand before claims, and these before the texts of sources; there the newest are first. Of one day
/// those of one briefing stand together, in its order.
fn rank(kind: Kind, day: Option<i64>, path: &str, at: usize) -> u64 {
    let day = day.map_or(0, |day| u64::try_from(day + (1 << 21)).unwrap_or(0).clamp(1, (1 << 22) - 1));
    let hash = hash_of(path) >> 44;
    let at = u64::try_from(at).unwrap_or(u64::MAX).min((1 << 18) - 1);
    tier(kind) << 60 | day << 38 | hash << 18 | ((1 << 18) - 1 - at)
}

/// The greater the nearer to the top.
#[must_use]
pub fn tier(kind: Kind) -> u64 {
    use crate::briefing::ItemKind;
    match kind {
        Kind::Briefing | Kind::Item(ItemKind::Judgement) => 3,
        Kind::Item(ItemKind::Source) | Kind::Text => 1,
        Kind::Item(_) | Kind::Note => 2,
    }
}
