//! Which briefing is a later edition of which: what an earlier one has is looked for in the later one.

use super::briefing_row::{Judged, Row};
use super::column;
use super::index::{Catalogue, first};
use super::schema::{briefings_of, living};
use super::vocabulary::Kind;
use crate::briefing::Date;
use std::collections::HashMap;
use tantivy::{DocAddress, Searcher, SegmentReader, Term};

/// Editions that name each other in a ring end somewhere.
const MOST: usize = 64;

/// The editions before and after each that has some, by the paths in the library.
#[derive(Debug, Clone, Default)]
pub struct Editions {
    later: HashMap<String, Vec<String>>,
    earlier: HashMap<String, String>,
    /// Of each segment its briefings, in their order.
    briefings: Vec<Vec<u32>>,
}

impl Editions {
    pub(super) fn of(catalogue: &Catalogue, searcher: &Searcher) -> tantivy::Result<Self> {
        let mut editions = Self::default();
        for segment in searcher.segment_readers() {
            if let (Some(previous), Some(paths)) = (segment.fast_fields().str(column::PREVIOUS)?, segment.fast_fields().str(column::PATH)?)
                && previous.num_terms() > 0
            {
                for doc in living(segment, Kind::Briefing)? {
                    catalogue.go_on()?;
                    let text = |column: &tantivy::columnar::StrColumn| {
                        let mut text = String::new();
                        let ord = column.ords().first(doc)?;
                        column.ord_to_str(ord, &mut text).ok().filter(|is_there| *is_there).map(|_| text)
                    };
                    if let (Some(earlier), Some(later)) = (text(&previous), text(&paths)) {
                        editions.later.entry(earlier.clone()).or_default().push(later.clone());
                        editions.earlier.insert(later, earlier);
                    }
                }
            }
            editions.briefings.push(briefings_of(segment)?);
        }
        Ok(editions)
    }

    /// The path of the briefing that a document is of.
    fn path_of(&self, segment: &SegmentReader, at: DocAddress) -> Option<String> {
        let briefings = self.briefings.get(at.segment_ord as usize)?;
        let own = briefings[briefings.partition_point(|briefing| *briefing <= at.doc_id).checked_sub(1)?];
        let column = segment.fast_fields().str(column::PATH).ok()??;
        let mut path = String::new();
        column.ord_to_str(column.ords().first(own)?, &mut path).ok()?;
        Some(path)
    }

    /// The briefing that a document is of has a later edition.
    pub(super) fn is_replaced(&self, searcher: &Searcher, at: DocAddress) -> bool {
        let own = || self.path_of(searcher.segment_reader(at.segment_ord), at);
        !self.later.is_empty() && own().is_some_and(|own| self.later.get(&own).is_some_and(|later| later.iter().any(|path| *path != own)))
    }

    /// The paths of the later editions of the briefing that a document is of, the next first.
    fn later(&self, searcher: &Searcher, at: DocAddress) -> Vec<&str> {
        if self.later.is_empty() {
            return Vec::new();
        }
        let Some(own) = self.path_of(searcher.segment_reader(at.segment_ord), at) else { return Vec::new() };
        let next = |path: &str| self.later.get(path).into_iter().flatten().map(String::as_str);
        let mut paths: Vec<&str> = Vec::new();
        let mut from = Some(own.as_str());
        let mut read = 0;
        while let Some(path) = from {
            for later in next(path) {
                if paths.len() < MOST && later != own && !paths.contains(&later) {
                    paths.push(later);
                }
            }
            from = paths.get(read).copied();
            read += 1;
        }
        paths
    }

    /// The paths of the editions before the briefing that a document is of, the nearest first.
    fn earlier(&self, searcher: &Searcher, at: DocAddress) -> Vec<&str> {
        if self.earlier.is_empty() {
            return Vec::new();
        }
        let Some(own) = self.path_of(searcher.segment_reader(at.segment_ord), at) else { return Vec::new() };
        let mut paths: Vec<&str> = Vec::new();
        let mut path = own.as_str();
        while let Some(earlier) =
            self.earlier.get(path).filter(|earlier| paths.len() < MOST && **earlier != own && !paths.contains(&earlier.as_str()))
        {
            paths.push(earlier);
            path = earlier;
        }
        paths
    }

    /// A judgement by its file and its id, where its briefing has an edition before or after it.
    pub(super) fn name_of(&self, catalogue: &Catalogue, searcher: &Searcher, at: DocAddress) -> Option<(String, String)> {
        if self.later.is_empty() {
            return None;
        }
        let path = self.path_of(searcher.segment_reader(at.segment_ord), at)?;
        if !self.later.contains_key(&path) && !self.earlier.contains_key(&path) {
            return None;
        }
        let kept = catalogue.stored(searcher, at)?;
        Some((path, kept.spot.trim_start_matches('#').to_owned()))
    }

    /// The editions before it that have the judgement too, the nearest first, with the day of each.
    pub(super) fn before(
        &self,
        catalogue: &Catalogue,
        searcher: &Searcher,
        at: DocAddress,
        id: &str,
        rows: &mut HashMap<String, Option<Row>>,
    ) -> Vec<(String, Option<i64>)> {
        let has = |path: &str| {
            let row = rows.entry(path.to_owned()).or_insert_with(|| catalogue.row_at(searcher, path)).as_ref()?;
            row.judgements.iter().any(|judged| judged.id == id).then(|| {
                let date = row.date.as_deref().and_then(Date::parse);
                (path.to_owned(), date.and_then(|date| date.first_day().or(date.last_day())))
            })
        };
        self.earlier(searcher, at).into_iter().filter_map(has).collect()
    }

    /// A later edition has the judgement too, and it is as wanted there.
    pub(super) fn is_later(
        &self,
        catalogue: &Catalogue,
        searcher: &Searcher,
        at: DocAddress,
        rows: &mut HashMap<String, Option<Row>>,
        wanted: impl Fn(&Judged) -> bool,
    ) -> bool {
        let later = self.later(searcher, at);
        let Some(kept) = (!later.is_empty()).then(|| catalogue.stored(searcher, at)).flatten() else { return false };
        let id = kept.spot.trim_start_matches('#');
        later.into_iter().any(|path| {
            let row = rows.entry(path.to_owned()).or_insert_with(|| catalogue.row_at(searcher, path));
            row.as_ref().is_some_and(|row| row.judgements.iter().any(|judged| judged.id == id && wanted(judged)))
        })
    }
}

impl Catalogue {
    /// The row of the briefing whose file it is.
    fn row_at(&self, searcher: &Searcher, path: &str) -> Option<Row> {
        // The first is the briefing itself.
        let at = first(searcher, &Term::from_field_text(self.schema().path, path)).ok()??;
        self.row(searcher, at)
    }
}
