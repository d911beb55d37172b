//! All that a query does not find.
//!
//! The index can exclude by itself (`Occur::MustNot`), but asks what it excludes for places that lie behind it, which phrases
//! of tantivy 0.27 do not bear.

use std::sync::Arc;
use tantivy::query::{BitSetDocSet, ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{BitSet, DocId, DocSet, Score, SegmentReader, TERMINATED};

#[derive(Debug, Clone)]
pub struct Except(pub Arc<dyn Query>);

struct ExceptWeight(Box<dyn Weight>);

impl Query for Except {
    fn weight(&self, enable_scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(ExceptWeight(self.0.weight(enable_scoring)?)))
    }
}

impl Weight for ExceptWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut found = self.0.scorer(reader, 1.0)?;
        let mut rest = BitSet::with_max_value_and_full(reader.max_doc());
        while found.doc() != TERMINATED {
            rest.remove(found.doc());
            found.advance();
        }
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(rest), boost)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Ok(Explanation::new("it is not found", 1.0))
    }
}
