//! The index as it is opened, or made where there is none.

use super::cache_folder::Place;
use super::checksums::{LIST, is_sealed};
use super::read_only::ReadOnly;
use super::schema::Schema;
use super::unavailable::Without;
use crate::text::hash::hash_of;
use std::fmt;
use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, IndexSettings, ReloadPolicy, Searcher, TantivyError};

/// Of each segment so many blocks of what is stored are kept, unpacked.
const KEPT_BLOCKS: usize = 8;

pub struct Opened {
    pub schema: Schema,
    pub index: Index,
    pub reader: IndexReader,
    /// The state that it was opened in.
    pub first: u64,
    /// Another was there, and was damaged.
    pub is_instead: bool,
}

impl Opened {
    /// The index at a place; an empty one where there was none, or where what was there is none of this program's.
    ///
    /// # Errors
    ///
    /// It can neither be opened nor made.
    pub fn at(place: &Place) -> Result<Self, Without> {
        if let Some(opened) = Self::as_it_is(place) {
            return Ok(opened);
        }
        let schema = Schema::default();
        let failed = |error: &dyn fmt::Display| Without::because(error);
        let _lock = place.lock().map_err(|error| failed(&error))?;
        // Another program may have been faster.
        let again = opened(place, &schema).ok().filter(is_sound);
        if let Some(opened) = again.and_then(|index| Self::new(schema.clone(), index).ok()) {
            return Ok(opened);
        }
        let is_instead = place.index().join(LIST).exists();
        let index = made(place, &schema).map_err(|error| failed(&error))?;
        let opened = Self::new(schema, index).map_err(|error| failed(&error))?;
        Ok(Self { is_instead, ..opened })
    }

    /// The index at a place, where nothing is made. `None`: there is none, or none that can be relied on.
    pub fn as_it_is(place: &Place) -> Option<Self> {
        let schema = Schema::default();
        let index = opened(place, &schema).ok().filter(|index| is_sealed(place) || is_sound(index))?;
        Self::new(schema, index).ok()
    }

    /// One in memory that holds nothing.
    pub fn empty() -> Self {
        let schema = Schema::default();
        let index = Index::create_in_ram(schema.schema.clone());
        Self::new(schema, index).unwrap_or_else(|error| unreachable!("nothing of it is on a disk: {error}"))
    }

    /// # Errors
    ///
    /// It cannot be read.
    pub fn new(schema: Schema, mut index: Index) -> tantivy::Result<Self> {
        index.set_tokenizers(Schema::tokenizers());
        let builder = index.reader_builder().reload_policy(ReloadPolicy::Manual).doc_store_cache_num_blocks(KEPT_BLOCKS);
        let reader: IndexReader = builder.try_into()?;
        let first = state(&reader.searcher());
        Ok(Self { schema, index, reader, first, is_instead: false })
    }

    /// Every byte of it is as it was written; all of it is read for that.
    pub fn is_sound(&self) -> bool {
        is_sound(&self.index)
    }
}

/// What was committed last: the same for all programs that see the same.
pub fn state(searcher: &Searcher) -> u64 {
    hash_of(searcher.generation().segments())
}

fn is_sound(index: &Index) -> bool {
    index.validate_checksum().is_ok_and(|damaged| damaged.is_empty())
}

fn opened(place: &Place, schema: &Schema) -> tantivy::Result<Index> {
    let files = MmapDirectory::open(place.index())?;
    let index = match place.writable() {
        Ok(()) => Index::open(files)?,
        Err(why) => Index::open(ReadOnly { files, why: why.into() })?,
    };
    if index.schema() == schema.schema { Ok(index) } else { Err(TantivyError::SchemaError("it is of another program".to_owned())) }
}

fn made(place: &Place, schema: &Schema) -> tantivy::Result<Index> {
    place.clear()?;
    place.make()?;
    Index::create(MmapDirectory::open(place.index())?, schema.schema.clone(), IndexSettings::default())
}
