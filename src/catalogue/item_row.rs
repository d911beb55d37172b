//! An item of the library as a row of a page shows it, without its briefing being read.

use super::briefing_row::{Judged, Row};
use super::index::Catalogue;
use super::item::Facts;
use super::schema::Kept;
use super::vocabulary::Kind;
use crate::catalogue::fields::Field;
use std::collections::HashMap;
use std::sync::Arc;
use tantivy::schema::Value;
use tantivy::{DocAddress, Searcher, TantivyDocument};

/// Where an item is in the catalogue, as long as that is as it is.
pub type At = DocAddress;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub at: At,
    pub kind: Kind,
    /// As every address of the program is.
    pub address: String,
    /// Its id in its briefing.
    pub id: String,
    /// How likely it is judged, or what kind of claim it is; empty where it is neither.
    pub lead: String,
    pub portion: String,
    pub text: String,
    pub facts: Facts,
    pub briefing: Arc<Row>,
}

impl Entry {
    /// What its briefing's row has of it, where it is a judgement.
    #[must_use]
    pub fn judged(&self) -> Option<&Judged> {
        self.judgement(&self.id)
    }

    /// What its briefing's row has of a judgement.
    #[must_use]
    pub fn judgement(&self, id: &str) -> Option<&Judged> {
        self.briefing.judgements.iter().find(|judged| judged.id == id)
    }
}

/// The rows that were read already, by the ids of their briefings.
pub(super) type Known = HashMap<String, Option<Arc<Row>>>;

pub(super) fn kind_of(searcher: &Searcher, at: DocAddress) -> Option<Kind> {
    let kinds = searcher.segment_reader(at.segment_ord).fast_fields().u64(Field::In.name()).ok()?;
    Kind::of_code(kinds.first(at.doc_id)?)
}

impl Catalogue {
    /// What is shown of some documents. It costs what is asked for.
    #[must_use]
    pub fn entries(&self, all: &[DocAddress]) -> Vec<Entry> {
        let searcher = self.searcher();
        let mut rows = HashMap::new();
        let all = all.iter().take_while(|_| self.go_on().is_ok());
        all.filter_map(|at| self.entry(&searcher, *at, &mut rows)).collect()
    }

    fn entry(&self, searcher: &Searcher, at: DocAddress, rows: &mut Known) -> Option<Entry> {
        let kept = self.stored(searcher, at)?;
        let briefing = self.row_once(searcher, &kept.briefing, rows)?;
        Some(Entry {
            at,
            kind: kind_of(searcher, at)?,
            address: format!("{}{}", kept.briefing, kept.spot),
            id: kept.spot.trim_start_matches('#').to_owned(),
            lead: kept.lead,
            portion: kept.portion,
            text: kept.texts.into_iter().next().unwrap_or_default(),
            facts: kept.facts,
            briefing,
        })
    }

    /// The row of a briefing by its id, read once for all its items.
    pub(super) fn row_once(&self, searcher: &Searcher, id: &str, rows: &mut Known) -> Option<Arc<Row>> {
        let find = || self.find(searcher, id).ok().flatten().and_then(|at| self.row(searcher, at)).map(Arc::new);
        rows.entry(id.to_owned()).or_insert_with(find).clone()
    }

    pub(super) fn stored(&self, searcher: &Searcher, at: DocAddress) -> Option<Kept> {
        let document: TantivyDocument = searcher.doc(at).ok()?;
        postcard::from_bytes(document.get_first(self.schema().kept)?.as_bytes()?).ok()
    }
}
