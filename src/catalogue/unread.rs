//! What of a library a reader has not read.

use super::column;
use super::fields::Field;
use super::index::Catalogue;
use super::list_order::Listing;
use super::listing::Unlisted;
use super::read_state::{Ids, Join};
use super::schema::briefings_of;
use super::unavailable::Without;
use super::vocabulary::Kind;
use crate::personal::ReadBefore;
use crate::personal::read::Edition;
use std::collections::HashSet;
use std::sync::Arc;
use tantivy::DocId;
use tantivy::columnar::Column;

impl Catalogue {
    /// Whose questions are asked from now on; false where nothing of it is new.
    pub fn reads(&self, before: &Arc<ReadBefore>) -> bool {
        let mut join = self.joined();
        // Of a file that cannot be read nobody knows what was read.
        let may_ask = before.is_known || before.file.is_some();
        let is_new = join.as_ref().map_or(may_ask, |join| !Arc::ptr_eq(join.before(), before));
        if is_new {
            *join = may_ask.then(|| Arc::new(Join::new(Arc::clone(before))));
        }
        is_new
    }

    /// How many items of a briefing were not read when it was as it was read last.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn count_unread(&self, id: &str, edition: &Edition) -> Result<usize, Without> {
        let searcher = self.searcher();
        let (Some(at), Some(parts)) = (self.find(&searcher, id)?, &edition.parts) else { return Ok(0) };
        let read: HashSet<u64> = parts.items.values().map(|part| part.number).collect();
        let count = || -> tantivy::Result<usize> {
            let segment = searcher.segment_reader(at.segment_ord);
            let briefings = briefings_of(segment)?;
            let end = briefings.get(briefings.partition_point(|doc| *doc <= at.doc_id)).copied().unwrap_or(segment.max_doc());
            let numbers: Option<Column<u64>> = segment.fast_fields().column_opt(column::IMPRINT)?;
            let kinds: Option<Column<u64>> = segment.fast_fields().column_opt(Field::In.name())?;
            let first = |column: &Option<Column<u64>>, doc: DocId| column.as_ref().and_then(|column| column.first(doc));
            let is_unread = |doc: &DocId| {
                first(&kinds, *doc) != Some(Kind::Text.code()) && first(&numbers, *doc).is_some_and(|number| !read.contains(&number))
            };
            Ok((at.doc_id + 1..end).filter(is_unread).count())
        };
        count().map_err(|error| Without::because(&error))
    }

    /// The briefings of a list, each with the number of what it says.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read, or a filter is not understood.
    pub fn imprints(&self, listing: &Listing) -> Result<Vec<(String, u64)>, Unlisted> {
        let searcher = self.searcher();
        let found = self.let_through(&searcher, &self.wanted(listing)?)?;
        let mut all = Vec::new();
        for some in Self::addresses(&searcher, &found)?.chunk_by(|one, other| one.segment_ord == other.segment_ord) {
            let segment = searcher.segment_reader(some[0].segment_ord);
            let numbers: Option<Column<u64>> = segment.fast_fields().column_opt(column::IMPRINT)?;
            let ids = Ids::of(segment)?;
            for at in some {
                let number = numbers.as_ref().and_then(|column| column.first(at.doc_id));
                all.extend(ids.id(at.doc_id)?.zip(number));
            }
        }
        Ok(all)
    }
}
