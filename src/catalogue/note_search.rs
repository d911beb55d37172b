//! A search that finds the reader's own notes too. They lie beside the catalogue, in memory: others may read the cache.

use super::column;
use super::hit::Hits;
use super::index::Catalogue;
use super::query::Query;
use super::unavailable::Without;
use crate::personal::Notes;
use std::cmp::Reverse;
use std::sync::Arc;
use tantivy::query::EnableScoring;
use tantivy::{DocSet, TERMINATED};

impl Catalogue {
    /// The same as [`Catalogue::search`], with the notes among the hits.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn search_with_notes(&self, notes: &Arc<Notes>, query: &Query, limit: usize) -> Result<Hits, Without> {
        let mut hits = self.search(query, limit)?;
        if notes.all().iter().all(|note| note.is_mark) {
            return Ok(hits);
        }
        let found = self.of_notes_kept(notes)?.ended_by(self.ends()).search(query, limit)?;
        hits.total += found.total;
        if found.total > 0 {
            hits.missing.clear();
        }
        for mut hit in found.hits {
            let briefing = hit.address.split(['#', '/']).next().unwrap_or_default();
            hit.briefing = self.row_of(briefing)?.map(Arc::new);
            hits.hits.push(hit);
        }
        hits.hits.sort_by_key(|hit| Reverse(hit.score));
        hits.hits.truncate(limit);
        Ok(hits)
    }

    /// How many a query finds, the reader's notes among them, and the numbers of what the others say.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn numbers(&self, notes: &Arc<Notes>, query: &Query) -> Result<(usize, Vec<u64>), Without> {
        let of_library = self.numbers_of(query).map_err(|error| Without::because(&error))?;
        let has_notes = notes.all().iter().any(|note| !note.is_mark);
        let of_notes = if has_notes { self.of_notes_kept(notes)?.search(query, 0)?.total } else { 0 };
        Ok((of_library.len() + of_notes, of_library))
    }

    fn numbers_of(&self, query: &Query) -> tantivy::Result<Vec<u64>> {
        let searcher = self.searcher();
        let asked = query.root.lower(self.schema(), &searcher)?;
        let weight = asked.weight(EnableScoring::disabled_from_searcher(&searcher))?;
        let mut all = Vec::new();
        for segment in searcher.segment_readers() {
            let numbers = segment.fast_fields().column_first_or_default::<u64>(column::IMPRINT)?;
            let mut found = weight.scorer(segment, 1.0)?;
            while found.doc() != TERMINATED {
                all.extend((!segment.is_deleted(found.doc())).then(|| numbers.get_val(found.doc())));
                found.advance();
            }
        }
        Ok(all)
    }

    /// Made once for the notes as they are: a search is typed letter by letter.
    fn of_notes_kept(&self, notes: &Arc<Notes>) -> Result<Self, Without> {
        if let Some((before, catalogue)) = &*self.noted()
            && Arc::ptr_eq(before, notes)
        {
            return Ok(catalogue.clone());
        }
        let catalogue = Self::of_notes(notes)?;
        *self.noted() = Some((Arc::clone(notes), catalogue.clone()));
        Ok(catalogue)
    }
}
