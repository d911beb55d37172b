//! A catalogue in memory: of a library that needs none in the cache, and of a reader's own notes, which nobody else may find
//! there.

use super::briefing_row::{Indexed, Row};
use super::fields::Field;
use super::index::Catalogue;
use super::item::{Document, Name, documents};
use super::open::Opened;
use super::schema::Schema;
use super::unavailable::Without;
use super::vocabulary::Kind;
use crate::briefing::Date;
use crate::library::{HeldBriefing, Library};
use crate::personal::Notes;
use tantivy::directory::RamDirectory;
use tantivy::{Index, TantivyDocument};

/// What the writer may hold: these are few documents.
const MEMORY: usize = 4 << 20;

impl Catalogue {
    /// # Errors
    ///
    /// It cannot be made.
    pub fn of_library(library: &Library, today: &Date) -> Result<Self, Without> {
        let schema = Schema::default();
        let of = |held: &HeldBriefing| schema.documents(&documents(held), &Row::of(held), &Indexed::of(held, today));
        let all = library.entries().into_iter().flat_map(|held| of(held)).collect();
        in_memory(schema, all).map_err(|error| Without::because(&error))
    }

    /// # Errors
    ///
    /// It cannot be made.
    pub fn of_notes(notes: &Notes) -> Result<Self, Without> {
        let schema = Schema::default();
        let all = notes.all().iter().filter(|note| !note.is_mark).enumerate().map(|(at, note)| {
            let briefing = note.briefing();
            let spot = note.address.strip_prefix(briefing).unwrap_or_default();
            let document = Document::of_note(spot, &note.text, &note.quote, briefing, Date::parse(&note.date).as_ref());
            schema.note(&document, briefing, &format!("{at:06}"))
        });
        in_memory(schema.clone(), all.collect()).map_err(|error| Without::because(&error))
    }
}

impl Document {
    fn of_note(spot: &str, text: &str, quote: &str, briefing: &str, date: Option<&Date>) -> Self {
        let texts = [text, quote].into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect();
        let day = |date: &Date| Some((Field::Date, date.first_day()?, date.last_day()?));
        Self {
            words: vec![(Field::In, Kind::Note.code())],
            names: vec![Name { field: Field::Briefing, written: briefing.to_owned(), shown: briefing.to_owned() }],
            days: date.and_then(day).into_iter().collect(),
            ..Self::new(Kind::Note, spot.to_owned(), texts)
        }
    }
}

fn in_memory(schema: Schema, all: Vec<TantivyDocument>) -> tantivy::Result<Catalogue> {
    let builder = Index::builder().schema(schema.schema.clone()).tokenizers(Schema::tokenizers());
    let mut writer = builder.single_segment_index_writer(RamDirectory::create(), MEMORY)?;
    let is_empty = all.is_empty();
    for document in all {
        writer.add_document(document)?;
    }
    let index = if is_empty { Index::create_in_ram(schema.schema.clone()) } else { writer.finalize()? };
    Ok(Catalogue::of(Opened::new(schema, index)?))
}
