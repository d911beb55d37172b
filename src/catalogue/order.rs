//! What a list is, and its order.

use super::fields::Field;
use super::schema::{column, last};
use std::cmp::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, Searcher, SegmentReader};

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// The newest first.
    #[default]
    Date,
    Title,
    /// The narrowest first, a vocabulary after the other.
    Marking,
    /// The most first.
    Judgements,
    /// The next first.
    Horizon,
    /// The worst first.
    State,
    /// In the order of their files.
    Path,
}

/// Which briefings are listed, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Listing {
    pub sort: Sort,
    /// In the opposite order. What has nothing to be sorted by is last either way.
    pub is_reversed: bool,
    /// Each a filter of the query language: `likelihood>=likely`, `actor:iran`.
    pub chips: Vec<String>,
    /// In the query language; empty for all.
    pub query: String,
}

/// The order that was asked for last.
#[derive(Default)]
pub struct Orders {
    latest: Mutex<Option<Found>>,
}

/// The order of a list, and of which state of the catalogue it is.
struct Found {
    generation: u64,
    listing: Listing,
    order: Arc<Vec<DocAddress>>,
}

impl Orders {
    /// The order of a list in one state of the catalogue: as it was found before, or as `find` finds it.
    ///
    /// # Errors
    ///
    /// It cannot be found.
    pub fn get(
        &self,
        generation: u64,
        listing: &Listing,
        find: impl FnOnce() -> tantivy::Result<Vec<DocAddress>>,
    ) -> tantivy::Result<Arc<Vec<DocAddress>>> {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = &*latest
            && (found.generation, &found.listing) == (generation, listing)
        {
            return Ok(Arc::clone(&found.order));
        }
        let order = Arc::new(find()?);
        *latest = Some(Found { generation, listing: listing.clone(), order: Arc::clone(&order) });
        Ok(order)
    }
}

/// What a briefing is sorted by; what has none is last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Text(String),
}

/// Briefings that were found, in the order of a list.
///
/// # Errors
///
/// The catalogue cannot be read.
pub fn sorted(searcher: &Searcher, listing: &Listing, found: Vec<DocAddress>) -> tantivy::Result<Vec<DocAddress>> {
    let columns: Vec<Columns> =
        searcher.segment_readers().iter().map(|segment| Columns::of(segment, listing.sort)).collect::<tantivy::Result<_>>()?;
    let mut keyed: Vec<(Option<Key>, Key, DocAddress)> = Vec::with_capacity(found.len());
    for at in found {
        let columns = &columns[at.segment_ord as usize];
        keyed.push((columns.key(at.doc_id), columns.path(at.doc_id), at));
    }
    let is_falling = falls(listing.sort) != listing.is_reversed;
    keyed.sort_by(|one, other| {
        let keys = match (&one.0, &other.0) {
            (Some(one), Some(other)) if is_falling => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        };
        let paths = || if listing.sort == Sort::Path && listing.is_reversed { other.1.cmp(&one.1) } else { one.1.cmp(&other.1) };
        if keys == Ordering::Equal { paths() } else { keys }
    });
    Ok(keyed.into_iter().map(|(_, _, at)| at).collect())
}

/// The greatest stands first unless the order is reversed.
fn falls(sort: Sort) -> bool {
    matches!(sort, Sort::Date | Sort::Marking | Sort::Judgements | Sort::State)
}

/// The columns of a segment that a list is sorted by.
struct Columns {
    number: Option<tantivy::columnar::Column<u64>>,
    day: Option<tantivy::columnar::Column<i64>>,
    text: Option<StrColumn>,
    path: Option<StrColumn>,
}

impl Columns {
    fn of(segment: &SegmentReader, sort: Sort) -> tantivy::Result<Self> {
        let fields = segment.fast_fields();
        let (mut number, mut day, mut text) = (None, None, None);
        match sort {
            Sort::Date => day = fields.column_opt(&last(Field::Date))?,
            Sort::Horizon => day = fields.column_opt(column::HORIZON)?,
            Sort::Title => text = fields.str(column::TITLE)?,
            Sort::Marking => number = fields.column_opt(Field::Marking.name())?,
            Sort::Judgements => number = fields.column_opt(column::JUDGEMENTS)?,
            Sort::State => number = fields.column_opt(column::FINDINGS)?,
            Sort::Path => {}
        }
        Ok(Self { number, day, text, path: fields.str(column::PATH)? })
    }

    fn key(&self, doc: u32) -> Option<Key> {
        let number = || Some(Key::Number(i64::try_from(self.number.as_ref()?.first(doc)?).unwrap_or(i64::MAX)));
        let day = || Some(Key::Number(self.day.as_ref()?.first(doc)?));
        number().or_else(day).or_else(|| self.text.as_ref().and_then(|column| text_of(column, doc)))
    }

    fn path(&self, doc: u32) -> Key {
        self.path.as_ref().and_then(|column| text_of(column, doc)).unwrap_or(Key::Text(String::new()))
    }
}

fn text_of(column: &StrColumn, doc: u32) -> Option<Key> {
    let mut text = String::new();
    let ord = column.ords().first(doc)?;
    column.ord_to_str(ord, &mut text).ok().filter(|found| *found).map(|_| Key::Text(text))
}
