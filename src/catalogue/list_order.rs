//! What a list is, and its order.

use super::briefing_row::Row;
use super::column;
use super::fields::Field;
use super::group::Group;
use super::read_state::Join;
use super::schema::last;
use crate::briefing::Date;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
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
    pub group: Option<Group>,
    /// Only one of its groups: a filter, or [`NONE`](super::group::NONE).
    pub within: Option<String>,
    pub today: Option<Date>,
}

impl Listing {
    /// All briefings, in the usual order.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self { today: self.today.clone(), ..Self::default() }
    }

    /// What its rows are groups by; `None` where they are briefings.
    #[must_use]
    pub fn groups(&self) -> Option<Group> {
        self.group.filter(|_| self.within.is_none())
    }

    /// Which briefings it has, or where they stand, depends on what was read.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.sort == Sort::Unread || self.chips.iter().chain([&self.query]).any(|query| Field::Is.is_asked_in(query))
    }
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
    order: Ordered,
}

impl Orders {
    /// What is asked of the order of a list in one state of the catalogue, as it was found before, or as `find` finds it.
    ///
    /// # Errors
    ///
    /// It cannot be found.
    pub fn ask<T, E>(
        &self,
        generation: u64,
        (listing, join): (&Listing, Option<&Arc<Join>>),
        find: impl FnOnce() -> Result<Ordered, E>,
        ask: impl FnOnce(&mut Ordered) -> T,
    ) -> Result<T, E> {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let is_known = |found: &Latest| {
            (found.generation, &found.listing) == (generation, listing) && found.join.as_ref().map(Arc::as_ptr) == join.map(Arc::as_ptr)
        };
        match &mut *latest {
            Some(found) if is_known(found) => Ok(ask(&mut found.order)),
            latest => {
                let mut order = find()?;
                let asked = ask(&mut order);
                *latest = Some(Latest { generation, listing: listing.clone(), join: join.cloned(), order });
                Ok(asked)
            }
        }
    }
}

/// The briefings of a list in their order. Those that are sorted by the same are in the order of their files, which is found
/// only where somebody looks: of a hundred thousand briefings nobody sees more than some screens.
#[derive(Debug)]
pub struct Ordered {
    keyed: Vec<Keyed>,
    /// Where each stretch begins that is in the order of its files.
    settled: HashSet<usize>,
    /// The rows that were asked for last. Whoever goes on through the list asks for most of them again.
    rows: HashMap<DocAddress, Arc<Row>>,
}

impl Ordered {
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn new(searcher: &Searcher, listing: &Listing, join: Option<&Join>, found: &[DocAddress]) -> tantivy::Result<Self> {
        let mut keyed = keyed(searcher, listing, join, found)?;
        keyed.sort_unstable();
        Ok(Self { keyed, settled: HashSet::new(), rows: HashMap::new() })
    }

    pub fn total(&self) -> usize {
        self.keyed.len()
    }

    /// The rows of a part of it; `read` finds those that were not in the part before.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn rows(
        &mut self,
        searcher: &Searcher,
        range: &Range<usize>,
        read: impl Fn(DocAddress) -> Option<Row>,
    ) -> tantivy::Result<Vec<Arc<Row>>> {
        let range = range.start.min(self.total())..range.end.min(self.total());
        let mut at = range.start;
        while at < range.end {
            at = self.settle(searcher, at)?;
        }
        let row = |(_, at): &Keyed| Some((*at, self.rows.get(at).cloned().or_else(|| read(*at).map(Arc::new))?));
        let rows: Vec<(DocAddress, Arc<Row>)> = self.keyed[range].iter().filter_map(row).collect();
        self.rows = rows.iter().cloned().collect();
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    /// Where a briefing stands, 0-based. `None`: it is not in the list.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn place(&mut self, searcher: &Searcher, address: DocAddress) -> tantivy::Result<Option<usize>> {
        let find = |keyed: &[Keyed]| keyed.iter().position(|(_, other)| *other == address);
        let Some(at) = find(&self.keyed) else { return Ok(None) };
        self.settle(searcher, at)?;
        Ok(find(&self.keyed))
    }

    /// Puts the stretch that a place is in into the order of its files; where it ends.
    fn settle(&mut self, searcher: &Searcher, at: usize) -> tantivy::Result<usize> {
        let key = self.keyed[at].0;
        let from = self.keyed.partition_point(|(other, _)| *other < key);
        let to = self.keyed.partition_point(|(other, _)| *other <= key);
        if to - from > 1 && self.settled.insert(from) {
            let stretch = &mut self.keyed[from..to];
            let paths = Paths::of(searcher, stretch.len())?;
            stretch.sort_by_cached_key(|(_, at)| paths.place(*at));
        }
        Ok(to)
    }
}

/// What it is sorted by, the least first; what has nothing is last.
type Keyed = ((bool, i64), DocAddress);

fn keyed(searcher: &Searcher, listing: &Listing, join: Option<&Join>, found: &[DocAddress]) -> tantivy::Result<Vec<Keyed>> {
    let mut keys: Vec<Box<dyn Fn(u32) -> Option<i64>>> = Vec::new();
    let by_letters = match listing.sort {
        Sort::Title => Some(column::TITLE),
        Sort::Path => Some(column::PATH),
        _ => None,
    };
    let mut places = by_letters.map_or_else(|| Ok(Vec::new()), |name| places(searcher, name))?.into_iter();
    for segment in searcher.segment_readers() {
        keys.push(key(segment, listing.sort, by_letters.zip(places.next()), join)?);
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
    by_letters: Option<(&str, Vec<u32>)>,
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
        Sort::Unread => {
            let (rank, day) = (join.map(|join| join.rank(segment)).transpose()?, day(&last(Field::Date))?);
            Ok(Box::new(move |doc| Some((rank.as_ref().map_or(0, |rank| rank(doc)) << 40) + day(doc).unwrap_or(i64::from(i32::MIN)))))
        }
        Sort::Title | Sort::Path => {
            let Some((name, places)) = by_letters else { return Ok(Box::new(|_| None)) };
            let column: Option<StrColumn> = fields.str(name)?;
            Ok(Box::new(move |doc| {
                let ord = usize::try_from(column.as_ref()?.ords().first(doc)?).ok()?;
                places.get(ord).map(|place| i64::from(*place))
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

/// More paths than these are not looked up one by one.
const FEW: usize = 800;

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum PathPlace {
    Number(u32),
    Text(String),
}

impl Paths {
    fn of(searcher: &Searcher, count: usize) -> tantivy::Result<Self> {
        let columns = searcher.segment_readers().iter().map(|segment| segment.fast_fields().str(column::PATH));
        let columns = columns.collect::<tantivy::Result<_>>()?;
        let places = if count > FEW { Some(places(searcher, column::PATH)?) } else { None };
        Ok(Self { columns, places })
    }

    fn place(&self, at: DocAddress) -> PathPlace {
        let segment = at.segment_ord as usize;
        let column = self.columns[segment].as_ref();
        let ord = column.and_then(|column| column.ords().first(at.doc_id)).unwrap_or_default();
        if let Some(places) = &self.places {
            let place = usize::try_from(ord).ok().and_then(|ord| places[segment].get(ord)).copied().unwrap_or_default();
            return PathPlace::Number(place);
        }
        let mut text = String::new();
        if let Some(column) = column {
            let _ = column.ord_to_str(ord, &mut text);
        }
        PathPlace::Text(text)
    }
}
