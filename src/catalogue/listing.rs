//! The briefings in an order, as many of them as a screen shows.

use super::briefing_row::Row;
use super::fields::{Field, Of};
use super::first_rows::{FIRST, Front, number};
use super::group::NONE;
use super::index::Catalogue;
use super::list_order::{Listing, Ordered};
use super::query::{Bad, Filter, Node, Parse};
use super::schema::briefings_of;
use super::unavailable::Without;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use tantivy::query::{BooleanQuery, EnableScoring, ExistsQuery, Query};
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED};

/// A part of a list.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// How many the whole list has.
    pub total: usize,
    pub rows: Vec<Arc<Row>>,
}

/// Why nothing is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlisted {
    /// A filter or the query is not understood.
    Bad(Bad),
    Without(Without),
}

impl fmt::Display for Unlisted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bad(bad) => f.write_str(&bad.in_one_line()),
            Self::Without(without) => without.fmt(f),
        }
    }
}

impl std::error::Error for Unlisted {}

impl From<Without> for Unlisted {
    fn from(without: Without) -> Self {
        Self::Without(without)
    }
}

impl From<tantivy::TantivyError> for Unlisted {
    fn from(error: tantivy::TantivyError) -> Self {
        Self::Without(Without::because(&error))
    }
}

/// What a listing lets through.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    pub chips: Vec<Filter>,
    pub query: Option<Node>,
    pub within: Option<Within>,
}

/// One group of a list.
#[derive(Debug, Clone)]
pub(super) enum Within {
    Value(Filter),
    /// What has no value of the field.
    Without(Field),
}

/// Of each segment, which of its briefings are let through: by their place among them.
pub(super) type Let = Vec<Vec<bool>>;

impl Catalogue {
    /// The rows of a part of a list. The order is found once; after that only the rows that are asked for cost anything.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read, or a filter is not understood.
    pub fn rows(&self, listing: &Listing, range: Range<usize>) -> Result<Rows, Unlisted> {
        if let Some(front) = self.front().filter(|_| !listing.is_own())
            && let Some(rows) = front.rows(listing, &range)
        {
            return Ok(Rows { total: front.total, rows: rows.iter().cloned().map(Arc::new).collect() });
        }
        let searcher = self.searcher();
        let read = |at| self.row(&searcher, at);
        self.order(&searcher, listing, |order| Ok(Rows { total: order.total(), rows: order.rows(&searcher, &range, read)? }))
    }

    /// Keeps rows of a list from one on, 0-based, for the next start; without a list, those of the usual one where others are
    /// outdated. What a reader has read is their own, and a list by it is not kept where others may read it.
    pub fn keep_front(&self, left: Option<(&Listing, usize)>) {
        let left = left.filter(|(listing, _)| !listing.is_own());
        let is_kept = |front: &Front| left.is_none_or(|(listing, from)| front.is_of(listing, from));
        let (Some(place), false) = (self.place(), self.front().is_some_and(is_kept)) else { return };
        let usual = Listing::default();
        let (of, (listing, from)) = (self.state(), left.unwrap_or((&usual, 0)));
        // One that was written since has another state. It is read first, so it may be older than what we see, never newer.
        let stamp = Front::stamp(place).filter(|_| self.is_latest()).unwrap_or_default();
        if let Ok(Rows { total, rows }) = self.rows(listing, from..from + FIRST) {
            let rows = rows.iter().map(|row| Row::clone(row)).collect();
            Front { of, stamp, listing: number(listing), total, from, rows, count: self.count(), banners: self.banners().to_vec() }
                .keep(place);
        }
    }

    /// Where a briefing stands in a list, 0-based. `None`: it is not in it.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read, or a filter is not understood.
    pub fn rank_of(&self, id: &str, listing: &Listing) -> Result<Option<usize>, Unlisted> {
        let searcher = self.searcher();
        let Some(at) = self.find(&searcher, id)? else { return Ok(None) };
        self.order(&searcher, listing, |order| order.place(&searcher, at))
    }

    /// The path in the library of the briefing with an id.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn path_of(&self, id: &str) -> Result<Option<String>, Without> {
        Ok(self.row_of(id)?.map(|row| row.path))
    }

    /// What is listed of the briefing with an id.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn row_of(&self, id: &str) -> Result<Option<Row>, Without> {
        if let Some(row) = self.front().and_then(|front| front.row(id)) {
            return Ok(Some(row.clone()));
        }
        let searcher = self.searcher();
        let at = self.find(&searcher, id)?;
        Ok(at.and_then(|at| self.row(&searcher, at)))
    }

    fn order<T>(
        &self,
        searcher: &Searcher,
        listing: &Listing,
        ask: impl FnOnce(&mut Ordered) -> tantivy::Result<T>,
    ) -> Result<T, Unlisted> {
        let join = self.joined().clone().filter(|_| listing.is_own());
        let find = || {
            let wanted = self.wanted(listing)?;
            let found = self.let_through(searcher, &wanted)?;
            let addresses = Self::addresses(searcher, &found)?;
            Ok::<_, Unlisted>(Ordered::new(searcher, listing, join.as_deref(), &addresses)?)
        };
        Ok(self.orders().ask(searcher.generation().generation_id(), (listing, join.as_ref()), find, ask)??)
    }

    pub(super) fn wanted(&self, listing: &Listing) -> Result<Wanted, Unlisted> {
        let parse = Parse { names: self, today: listing.today.as_ref(), is_typed: false };
        let filter = |chip: &String| match parse.query(chip).map_err(Unlisted::Bad)?.root {
            Node::Filter(filter) => Ok(filter),
            _ => Err(Unlisted::Bad(Bad::whole(chip, "a filter is a field and its value"))),
        };
        let mut wanted = Wanted { chips: listing.chips.iter().map(filter).collect::<Result<_, _>>()?, ..Wanted::default() };
        wanted.within = match (listing.group, &listing.within) {
            (Some(group), Some(within)) if within == NONE => Some(Within::Without(group.field())),
            (Some(_), Some(within)) => Some(Within::Value(filter(within)?)),
            _ => None,
        };
        if !listing.query.trim().is_empty() {
            wanted.query = Some(parse.query(&listing.query).map_err(Unlisted::Bad)?.root);
        }
        Ok(wanted)
    }

    /// The briefings that are let through.
    pub(super) fn let_through(&self, searcher: &Searcher, wanted: &Wanted) -> tantivy::Result<Let> {
        let mut all: Let = searcher.segment_readers().iter().map(|_| Vec::new()).collect();
        for (segment, ord) in searcher.segment_readers().iter().zip(0_usize..) {
            all[ord] = briefings_of(segment)?.iter().map(|doc| !segment.is_deleted(*doc)).collect();
        }
        for (of, node) in groups(&wanted.chips) {
            self.narrow(searcher, &mut all, node.lower(self.schema(), searcher)?, of == Of::Briefing)?;
        }
        if let Some(query) = &wanted.query {
            self.narrow(searcher, &mut all, query.lower(self.schema(), searcher)?, false)?;
        }
        match &wanted.within {
            None => {}
            Some(Within::Value(filter)) => {
                let asked = Node::Filter(filter.clone()).lower(self.schema(), searcher)?;
                self.narrow(searcher, &mut all, asked, filter.field.row().of == Of::Briefing)?;
            }
            Some(Within::Without(field)) => {
                let (mut with, exists) = (all.clone(), ExistsQuery::new(field.name().to_owned(), false));
                self.narrow(searcher, &mut with, Box::new(exists), field.row().of == Of::Briefing)?;
                all.iter_mut().flatten().zip(with.iter().flatten()).for_each(|(is_let, has)| *is_let &= !has);
            }
        }
        Ok(all)
    }

    /// Lets through only those that something is found in, or that are found themselves.
    fn narrow(&self, searcher: &Searcher, all: &mut Let, mut asked: Box<dyn Query>, themselves: bool) -> tantivy::Result<()> {
        if themselves {
            asked = Box::new(BooleanQuery::intersection(vec![asked, Box::new(self.briefings())]));
        }
        let weight = asked.weight(EnableScoring::disabled_from_searcher(searcher))?;
        for (segment, before) in searcher.segment_readers().iter().zip(all) {
            let briefings = briefings_of(segment)?;
            let mut now = vec![false; briefings.len()];
            let mut found = weight.scorer(segment, 1.0)?;
            let mut at = 0;
            while found.doc() != TERMINATED {
                self.go_on()?;
                // All that is of a briefing stands behind it, up to the next.
                at += briefings[at..].partition_point(|briefing| *briefing <= found.doc()).saturating_sub(1);
                if let Some(is_let) = now.get_mut(at) {
                    *is_let = true;
                }
                match briefings.get(at + 1) {
                    // What else is found in it says nothing new.
                    Some(next) => found.seek((*next).max(found.doc() + 1)),
                    None => found.advance(),
                };
            }
            before.iter_mut().zip(now).for_each(|(before, now)| *before &= now);
        }
        Ok(())
    }

    pub(super) fn addresses(searcher: &Searcher, found: &Let) -> tantivy::Result<Vec<DocAddress>> {
        let mut addresses = Vec::new();
        for ((segment, found), ord) in searcher.segment_readers().iter().zip(found).zip(0..) {
            let docs = briefings_of(segment)?.into_iter().zip(found).filter(|(_, found)| **found);
            addresses.extend(docs.map(|(doc, _)| DocAddress::new(ord, doc)));
        }
        Ok(addresses)
    }
}

/// A field of any item is one of a judgement or a claim too: a filter of it holds for the same item as theirs.
pub(super) fn joins(of: Of, other: Of) -> bool {
    of == other || of == Of::Item && matches!(other, Of::Judgement | Of::Claim)
}

/// Filters by whose fields they are of: of one field any will do, of several all on one item.
pub(super) fn groups(chips: &[Filter]) -> Vec<(Of, Node)> {
    let mut groups: Vec<(Of, Vec<Vec<&Filter>>)> = Vec::new();
    let of_any = |chip: &&Filter| chip.field.row().of == Of::Item;
    for chip in chips.iter().filter(|chip| !of_any(chip)).chain(chips.iter().filter(of_any)) {
        let of = chip.field.row().of;
        if !groups.iter().any(|(other, _)| joins(of, *other)) {
            groups.push((of, Vec::new()));
        }
        for (_, fields) in groups.iter_mut().filter(|(other, _)| joins(of, *other)) {
            match fields.iter_mut().find(|filters| filters[0].field == chip.field) {
                Some(filters) => filters.push(chip),
                None => fields.push(vec![chip]),
            }
        }
    }
    let any = |filters: &Vec<&Filter>| Node::Any(filters.iter().map(|filter| Node::Filter((*filter).clone())).collect());
    groups.iter().map(|(of, fields)| (*of, Node::All(fields.iter().map(any).collect()))).collect()
}
