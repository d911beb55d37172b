//! What a reader has read, beside what the catalogue holds. It is the reader's own: it is joined with each question that asks
//! for it, and stands in no index.

use super::column;
use super::fields::Field;
use super::schema::{SHOWN, briefings_of, name_term};
use super::vocabulary::{Asked, Kind};
use crate::personal::ReadBefore;
use crate::personal::read::Edition;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tantivy::columnar::{Column, StrColumn};
use tantivy::index::SegmentId;
use tantivy::query::{BitSetDocSet, ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{BitSet, DocId, DocSet, Score, SegmentReader, TERMINATED, Term};

/// What was read as of a moment: a list that asks for it stays as it was found while its briefings are opened one by one.
pub struct Join {
    before: Arc<ReadBefore>,
    /// Of all that was read.
    numbers: OnceLock<HashSet<u64>>,
    segments: Mutex<HashMap<SegmentId, Arc<Stands>>>,
}

impl fmt::Debug for Join {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Join").finish_non_exhaustive()
    }
}

/// The documents of a segment that are asked for, by [`Asked`].
struct Stands([BitSet; 4]);

impl Join {
    #[must_use]
    pub fn new(before: Arc<ReadBefore>) -> Self {
        Self { before, numbers: OnceLock::new(), segments: Mutex::default() }
    }

    #[must_use]
    pub fn before(&self) -> &Arc<ReadBefore> {
        &self.before
    }

    fn numbers(&self) -> &HashSet<u64> {
        self.numbers.get_or_init(|| {
            let of = |edition: &Edition| edition.parts.iter().flat_map(|parts| parts.items.values()).map(|part| part.number).collect();
            self.before.all().flat_map(|(_, edition)| std::iter::once(edition.whole).chain::<Vec<u64>>(of(edition))).collect()
        })
    }

    fn stands(&self, segment: &SegmentReader) -> tantivy::Result<Arc<Stands>> {
        let id = segment.segment_id();
        let lock = || self.segments.lock().unwrap_or_else(PoisonError::into_inner);
        let found = lock().get(&id).cloned();
        if let Some(found) = found {
            return Ok(found);
        }
        let found = Arc::new(self.looked_up(segment)?);
        lock().insert(id, Arc::clone(&found));
        Ok(found)
    }

    fn looked_up(&self, segment: &SegmentReader) -> tantivy::Result<Stands> {
        let most = segment.max_doc();
        let [mut unread, mut new, mut changed] = [(); 3].map(|()| BitSet::with_max_value(most));
        let mut read = BitSet::with_max_value_and_full(most);
        let briefings = briefings_of(segment)?;
        let numbers: Option<Column<u64>> = segment.fast_fields().column_opt(column::IMPRINT)?;
        let kinds: Option<Column<u64>> = segment.fast_fields().column_opt(Field::In.name())?;
        let is_read =
            |doc: DocId| numbers.as_ref().and_then(|column| column.first(doc)).is_some_and(|number| self.numbers().contains(&number));
        let is_text = |doc: DocId| kinds.as_ref().and_then(|column| column.first(doc)) == Some(Kind::Text.code());
        let fresh: Vec<usize> = (0..briefings.len()).filter(|at| !is_read(briefings[*at])).collect();
        let known = self.known(segment, &fresh.iter().map(|at| briefings[*at]).collect::<Vec<_>>())?;
        for at in fresh {
            let (first, end) = (briefings[at], briefings.get(at + 1).copied().unwrap_or(most));
            let is_known = known.contains(&first);
            // A text has no mark of its own: what is read of it is what the claims quote.
            for doc in (first..end).filter(|doc| !is_known || *doc == first || !is_read(*doc) && !is_text(*doc)) {
                if is_known { &mut changed } else { &mut new }.insert(doc);
                unread.insert(doc);
                read.remove(doc);
            }
        }
        Ok(Stands([unread, new, changed, read]))
    }

    /// Those of some briefings that were read before, whatever they said.
    fn known(&self, segment: &SegmentReader, fresh: &[DocId]) -> tantivy::Result<HashSet<DocId>> {
        let field = segment.schema().get_field(Field::Briefing.name())?;
        let mut known = HashSet::new();
        if self.before.count() < fresh.len() {
            let index = segment.inverted_index(field)?;
            for (id, _) in self.before.all() {
                let term = Term::from_field_text(field, &name_term(id, id));
                let Some(mut docs) = index.read_postings(&term, IndexRecordOption::Basic)? else { continue };
                while docs.doc() != TERMINATED {
                    known.extend(fresh.binary_search(&docs.doc()).is_ok().then(|| docs.doc()));
                    docs.advance();
                }
            }
            return Ok(known);
        }
        let ids = Ids::of(segment)?;
        for doc in fresh {
            known.extend(ids.id(*doc)?.filter(|id| self.before.edition(id).is_some()).map(|_| *doc));
        }
        Ok(known)
    }

    /// The greater the nearer to the top of a list: what has changed, what is new, what was read.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn rank(&self, segment: &SegmentReader) -> tantivy::Result<impl Fn(DocId) -> i64 + use<>> {
        let stands = self.stands(segment)?;
        Ok(move |doc| match &stands.0 {
            [_, _, changed, _] if changed.contains(doc) => 2,
            [_, new, ..] if new.contains(doc) => 1,
            _ => 0,
        })
    }
}

/// The ids of the briefings of a segment, by any of their documents.
pub struct Ids(Option<StrColumn>);

impl Ids {
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn of(segment: &SegmentReader) -> tantivy::Result<Self> {
        Ok(Self(segment.fast_fields().str(Field::Briefing.name())?))
    }

    /// Where it stands among all names of the segment.
    #[must_use]
    pub fn place(&self, doc: DocId) -> Option<u64> {
        self.0.as_ref()?.term_ords(doc).next()
    }

    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn id(&self, doc: DocId) -> tantivy::Result<Option<String>> {
        let (Some(column), Some(place)) = (&self.0, self.place(doc)) else { return Ok(None) };
        let mut name = String::new();
        column.ord_to_str(place, &mut name)?;
        Ok(name.split_once(SHOWN).map(|(_, shown)| shown.to_owned()))
    }
}

/// All that stands so.
#[derive(Debug, Clone)]
pub struct StandsQuery {
    pub join: Arc<Join>,
    pub asked: Asked,
}

impl PartialEq for StandsQuery {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.join, &other.join) && self.asked == other.asked
    }
}

impl Eq for StandsQuery {}

impl Query for StandsQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for StandsQuery {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let stands = self.join.stands(segment)?;
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(stands.0[self.asked as usize].clone()), boost)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Ok(Explanation::new("it stands so to what was read", 1.0))
    }
}
