//! What a list is, and its order.

use super::column;
use super::fields::Field;
use super::join::Join;
use super::schema::last;
use crate::briefing::Date;
use std::cmp::Reverse;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::columnar::{Column, StrColumn};
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
    /// What has changed since it was read, then what was never opened; of each the newest first.
    Unread,
}

impl Sort {
    pub const ALL: [Self; 8] =
        [Self::Date, Self::Title, Self::Marking, Self::Judgements, Self::Horizon, Self::State, Self::Path, Self::Unread];

    /// In addresses, and in what is kept of a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["date", "title", "marking", "judgements", "horizon", "state", "path", "unread"][self as usize]
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }

    /// What stands first.
    #[must_use]
    pub fn words(self) -> &'static str {
        [
            "the newest first",
            "in the order of the alphabet",
            "the narrowest marking first",
            "the most judgements first",
            "the next horizon first",
            "what the check finds worst first",
            "in the order of the files",
            "what has changed since you read it, then what you have not read",
        ][self as usize]
    }
}

/// Which briefings are listed, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    pub sort: Sort,
    /// In the opposite order. What has nothing to be sorted by is last either way.
    pub is_reversed: bool,
    /// Each a filter of the query language: `likelihood>=likely`, `actor:iran`. Of one field any will do; those of judgements
    /// hold for one judgement, and those of claims for one claim.
    pub chips: Vec<String>,
    /// In the query language: something in the briefing is found by it. Empty for all.
    pub query: String,
    pub today: Option<Date>,
}

impl Listing {
    /// Which briefings it has, or where they stand, depends on what was read.
    #[must_use]
    pub fn is_own(&self) -> bool {
        let asks = |query: &String| [":", "="].iter().any(|sign| query.contains(&format!("{}{sign}", Field::Is.name())));
        self.sort == Sort::Unread || self.chips.iter().chain([&self.query]).any(asks)
    }
}

/// The briefings of a list in their order, all of them or the first.
#[derive(Debug, Clone)]
pub struct Ordered {
    pub total: usize,
    pub first: Vec<DocAddress>,
}

/// The order that was asked for last.
#[derive(Default)]
pub struct Orders {
    latest: Mutex<Option<Latest>>,
}

/// The order of a list, and of which state of the catalogue it is.
struct Latest {
    generation: u64,
    listing: Listing,
    /// What was read, where the list depends on it.
    join: Option<Arc<Join>>,
    order: Arc<Ordered>,
}

impl Orders {
    /// The order of a list in one state of the catalogue, with so many of its briefings at least, or all: as it was found
    /// before, or as `find` finds it.
    ///
    /// # Errors
    ///
    /// It cannot be found.
    pub fn get<E>(
        &self,
        generation: u64,
        (listing, join): (&Listing, Option<&Arc<Join>>),
        count: usize,
        find: impl FnOnce() -> Result<Ordered, E>,
    ) -> Result<Arc<Ordered>, E> {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = &*latest
            && (found.generation, &found.listing) == (generation, listing)
            && found.join.as_ref().map(Arc::as_ptr) == join.map(Arc::as_ptr)
            && found.order.first.len() >= count.min(found.order.total)
        {
            return Ok(Arc::clone(&found.order));
        }
        let order = Arc::new(find()?);
        *latest = Some(Latest { generation, listing: listing.clone(), join: join.cloned(), order: Arc::clone(&order) });
        Ok(order)
    }
}

/// More than these are not sorted for the first rows alone.
const FIRST: usize = 400;

/// Briefings that were found, in the order of a list: so many at least, or all.
///
/// # Errors
///
/// The catalogue cannot be read.
pub fn sorted(searcher: &Searcher, listing: &Listing, join: Option<&Join>, found: &[DocAddress], count: usize) -> tantivy::Result<Ordered> {
    let mut keyed = keyed(searcher, listing, join, found)?;
    let total = keyed.len();
    if count < FIRST && count < keyed.len() {
        // Those of the last place that is shown are all looked at: their files decide.
        let (_, nth, _) = keyed.select_nth_unstable(count);
        let least = nth.0;
        let shown: Vec<Keyed> = keyed.iter().filter(|one| one.0 <= least).copied().collect();
        if shown.len() <= 2 * FIRST {
            keyed = shown;
        }
    }
    let by_path = Paths::of(searcher, &keyed)?;
    let is_reversed = listing.sort == Sort::Path && listing.is_reversed;
    keyed.sort_by_cached_key(|(key, at)| (*key, by_path.place(*at, is_reversed)));
    Ok(Ordered { total, first: keyed.into_iter().map(|(_, at)| at).collect() })
}

/// What it is sorted by, the least first; what has nothing is last.
type Keyed = ((bool, i64), DocAddress);

fn keyed(searcher: &Searcher, listing: &Listing, join: Option<&Join>, found: &[DocAddress]) -> tantivy::Result<Vec<Keyed>> {
    let mut keys: Vec<Box<dyn Fn(u32) -> Option<i64>>> = Vec::new();
    let titles = if listing.sort == Sort::Title { places(searcher, column::TITLE)? } else { Vec::new() };
    for (ord, segment) in searcher.segment_readers().iter().enumerate() {
        keys.push(key(segment, listing.sort, titles.get(ord).cloned(), join)?);
    }
    let is_falling =
        matches!(listing.sort, Sort::Date | Sort::Marking | Sort::Judgements | Sort::State | Sort::Unread) != listing.is_reversed;
    let keyed = found.iter().map(|at| {
        let key = keys[at.segment_ord as usize](at.doc_id);
        let key = key.map(|key| if is_falling { key.saturating_neg() } else { key });
        ((key.is_none(), key.unwrap_or_default()), *at)
    });
    Ok(keyed.collect())
}

fn key(
    segment: &SegmentReader,
    sort: Sort,
    titles: Option<Vec<u32>>,
    join: Option<&Join>,
) -> tantivy::Result<Box<dyn Fn(u32) -> Option<i64>>> {
    let fields = segment.fast_fields();
    let number = |name: &str| -> tantivy::Result<Box<dyn Fn(u32) -> Option<i64>>> {
        let column: Option<Column<u64>> = fields.column_opt(name)?;
        Ok(Box::new(move |doc| i64::try_from(column.as_ref()?.first(doc)?).ok()))
    };
    let day = |name: &str| -> tantivy::Result<Box<dyn Fn(u32) -> Option<i64>>> {
        let column: Option<Column<i64>> = fields.column_opt(name)?;
        Ok(Box::new(move |doc| column.as_ref()?.first(doc)))
    };
    match sort {
        Sort::Date => day(&last(Field::Date)),
        Sort::Horizon => day(column::HORIZON),
        Sort::Marking => number(Field::Marking.name()),
        Sort::Judgements => number(column::JUDGEMENTS),
        Sort::State => number(column::FINDINGS),
        Sort::Path => Ok(Box::new(|_| Some(0))),
        Sort::Unread => {
            let (rank, day) = (join.map(|join| join.rank(segment)).transpose()?, day(&last(Field::Date))?);
            Ok(Box::new(move |doc| Some((rank.as_ref().map_or(0, |rank| rank(doc)) << 40) + day(doc).unwrap_or(i64::from(i32::MIN)))))
        }
        Sort::Title => {
            let column: Option<StrColumn> = fields.str(column::TITLE)?;
            Ok(Box::new(move |doc| {
                let ord = usize::try_from(column.as_ref()?.ords().first(doc)?).ok()?;
                titles.as_ref()?.get(ord).map(|place| i64::from(*place))
            }))
        }
    }
}

/// Of each segment the place of each text of a column among all of them.
fn places(searcher: &Searcher, name: &str) -> tantivy::Result<Vec<Vec<u32>>> {
    let mut all: Vec<(Vec<u8>, usize, usize)> = Vec::new();
    let mut places: Vec<Vec<u32>> = Vec::new();
    for (segment, reader) in searcher.segment_readers().iter().enumerate() {
        let Some(column) = reader.fast_fields().str(name)? else {
            places.push(Vec::new());
            continue;
        };
        let mut stream = column.dictionary().stream()?;
        let mut ord = 0;
        while stream.advance() {
            all.push((stream.key().to_vec(), segment, ord));
            ord += 1;
        }
        places.push(vec![0; ord]);
    }
    all.sort_unstable();
    for (place, same) in (0..).zip(all.chunk_by(|one, other| one.0 == other.0)) {
        for (_, segment, ord) in same {
            places[*segment][*ord] = place;
        }
    }
    Ok(places)
}

/// The order of files.
struct Paths {
    columns: Vec<Option<StrColumn>>,
    /// Of each segment, where there are many. Few are looked up one by one.
    places: Option<Vec<Vec<u32>>>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum PathPlace {
    Number(u32),
    NumberReversed(Reverse<u32>),
    Text(String),
    TextReversed(Reverse<String>),
}

impl Paths {
    fn of(searcher: &Searcher, keyed: &[Keyed]) -> tantivy::Result<Self> {
        let columns = searcher.segment_readers().iter().map(|segment| segment.fast_fields().str(column::PATH));
        let columns = columns.collect::<tantivy::Result<_>>()?;
        let places = if keyed.len() > 2 * FIRST { Some(places(searcher, column::PATH)?) } else { None };
        Ok(Self { columns, places })
    }

    fn place(&self, at: DocAddress, is_reversed: bool) -> PathPlace {
        let segment = at.segment_ord as usize;
        let column = self.columns[segment].as_ref();
        let ord = column.and_then(|column| column.ords().first(at.doc_id)).unwrap_or_default();
        if let Some(places) = &self.places {
            let place = usize::try_from(ord).ok().and_then(|ord| places[segment].get(ord)).copied().unwrap_or_default();
            return if is_reversed { PathPlace::NumberReversed(Reverse(place)) } else { PathPlace::Number(place) };
        }
        let mut text = String::new();
        if let Some(column) = column {
            let _ = column.ord_to_str(ord, &mut text);
        }
        if is_reversed { PathPlace::TextReversed(Reverse(text)) } else { PathPlace::Text(text) }
    }
}
