//! The briefings in an order, as many of them as a screen shows.

use super::index::{Catalogue, Without};
use super::order::{Listing, sorted};
use super::row::Row;
use std::ops::Range;
use std::sync::Arc;
use tantivy::collector::DocSetCollector;
use tantivy::{DocAddress, Searcher};

/// A part of a list.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// How many the whole list has.
    pub total: usize,
    pub rows: Vec<Row>,
}

impl Catalogue {
    /// The rows of a part of a list. The order is found once; after that only the rows that are asked for cost anything.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn rows(&self, listing: &Listing, range: Range<usize>) -> Result<Rows, Without> {
        let searcher = self.searcher();
        let order = self.order(&searcher, listing)?;
        let range = range.start.min(order.len())..range.end.min(order.len());
        let rows = order[range].iter().filter_map(|at| self.row(&searcher, *at)).collect();
        Ok(Rows { total: order.len(), rows })
    }

    /// Where a briefing stands in a list, 0-based. `None`: it is not in it.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn rank_of(&self, id: &str, listing: &Listing) -> Result<Option<usize>, Without> {
        let searcher = self.searcher();
        let Some(at) = self.find(&searcher, id)? else { return Ok(None) };
        Ok(self.order(&searcher, listing)?.iter().position(|other| *other == at))
    }

    /// The path in the library of the briefing with an id.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn path_of(&self, id: &str) -> Result<Option<String>, Without> {
        let searcher = self.searcher();
        let at = self.find(&searcher, id)?;
        Ok(at.and_then(|at| self.row(&searcher, at)).map(|row| row.path))
    }

    /// What is listed of the briefing with an id.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn row_of(&self, id: &str) -> Result<Option<Row>, Without> {
        let searcher = self.searcher();
        let at = self.find(&searcher, id)?;
        Ok(at.and_then(|at| self.row(&searcher, at)))
    }

    fn order(&self, searcher: &Searcher, listing: &Listing) -> Result<Arc<Vec<DocAddress>>, Without> {
        let find = || sorted(searcher, listing, searcher.search(&self.briefings(), &DocSetCollector)?.into_iter().collect());
        self.orders().get(searcher.generation().generation_id(), listing, find).map_err(|error| Without::because(&error))
    }
}
