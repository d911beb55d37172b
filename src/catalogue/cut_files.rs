//! Files that could not be read to their end: what stands in them is found by nobody.

use super::index::Catalogue;
use super::item::CUT;
use super::unavailable::Without;
use tantivy::Term;
use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;

impl Catalogue {
    /// Their paths in the library, in order.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn cut_files(&self) -> Result<Vec<String>, Without> {
        let (searcher, term) = (self.searcher(), Term::from_field_text(self.schema().keys, CUT));
        let found = searcher.search(&TermQuery::new(term, IndexRecordOption::Basic), &DocSetCollector);
        let found = found.map_err(|error| Without::because(&error))?;
        let mut paths: Vec<String> = found.into_iter().filter_map(|at| Some(self.row(&searcher, at)?.path)).collect();
        paths.sort();
        Ok(paths)
    }
}
