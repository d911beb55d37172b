//! The judgements of a library whose outcome is known, as cases that can be scored.

use super::column;
use super::editions::Editions;
use super::fields::Field;
use super::index::Catalogue;
use super::item::facts::is_known;
use super::schema::{SHOWN, living};
use super::unavailable::Without;
use super::vocabulary::{Kind, OPEN, likelihood};
use crate::briefing::ItemKind;
use crate::briefing::date::month_of;
use crate::briefing::scale::{Came, Likelihood, Vocabulary, Yardstick};
use crate::score::Case;
use std::collections::HashMap;
use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, Searcher, SegmentReader};

/// A case, and where more is to be had of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub case: Case,
    pub at: DocAddress,
    /// When it was judged.
    pub day: Option<i64>,
}

/// What is known of the outcomes of a library.
#[derive(Debug, Clone, Default)]
pub struct Outcomes {
    pub cases: Vec<Told>,
    /// Told by a later edition too, and counted there.
    pub told_again: usize,
}

impl Catalogue {
    /// No briefing is read, and no document: columns have all of it.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn outcomes(&self) -> Result<Outcomes, Without> {
        self.read_outcomes().map_err(|error| Without::because(&error))
    }

    fn read_outcomes(&self) -> tantivy::Result<Outcomes> {
        let searcher = self.searcher();
        let editions = Editions::of(self, &searcher)?;
        let terms: HashMap<i64, Likelihood> = rated_codes();
        let mut outcomes = Outcomes::default();
        let mut rows = HashMap::new();
        let mut rated = HashMap::new();
        for (segment, ord) in searcher.segment_readers().iter().zip(0..) {
            let all = self.of_segment(segment, ord, &terms)?;
            self.go_on()?;
            for told in all {
                self.go_on()?;
                rated.extend(editions.name_of(self, &searcher, told.at).map(|name| (name, told.case.rated)));
                if editions.is_later(self, &searcher, told.at, &mut rows, is_known) {
                    outcomes.told_again += 1;
                } else {
                    outcomes.cases.push(told);
                }
            }
        }
        for told in &mut outcomes.cases {
            self.go_on()?;
            let Some((_, id)) = editions.name_of(self, &searcher, told.at) else { continue };
            let before = editions.before(self, &searcher, told.at, &id, &mut rows);
            // The first edition that told the outcome has the rating from before it was known; those after it carry on what was.
            let first = before.iter().rev().find_map(|(path, _)| rated.get(&(path.clone(), id.clone())));
            told.case.rated = first.copied().unwrap_or(told.case.rated);
            if let Some((_, day)) = before.last() {
                told.day = *day;
                told.case.year = day.and_then(year);
            }
        }
        Ok(outcomes)
    }

    fn of_segment(&self, segment: &SegmentReader, ord: u32, terms: &HashMap<i64, Likelihood>) -> tantivy::Result<Vec<Told>> {
        let fields = segment.fast_fields();
        let Some(outcomes) = fields.column_opt::<u64>(Field::Outcome.name())? else { return Ok(Vec::new()) };
        let (rated, judged) = (fields.column_opt::<i64>(column::RATED)?, fields.column_opt::<i64>(column::JUDGED)?);
        let (sections, authors) = (fields.str(Field::Section.name())?, fields.str(Field::Author.name())?);
        let docs = living(segment, Kind::Item(ItemKind::Judgement))?;
        let told = docs.take_while(|_| self.go_on().is_ok()).filter_map(|doc| {
            let came = outcomes.first(doc).filter(|code| *code != OPEN)?;
            let number = |column: &Option<tantivy::columnar::Column<i64>>| column.as_ref()?.first(doc);
            let day = number(&judged);
            Some(Told {
                case: Case {
                    rated: number(&rated).and_then(|code| terms.get(&code).copied()),
                    came: Came::all().iter().copied().find(|value| *value as u64 == came)?,
                    year: day.and_then(year),
                    section: names(sections.as_ref(), doc).into_iter().next(),
                    authors: names(authors.as_ref(), doc),
                },
                at: DocAddress::new(ord, doc),
                day,
            })
        });
        Ok(told.collect())
    }
}

fn year(day: i64) -> Option<i32> {
    i32::try_from(month_of(day).0).ok()
}

fn rated_codes() -> HashMap<i64, Likelihood> {
    let terms = Yardstick::all().iter().flat_map(|yardstick| yardstick.terms());
    terms.filter_map(|term| Some((i64::try_from(likelihood(term)).ok()?, term))).collect()
}

/// As they are shown, each once.
fn names(column: Option<&StrColumn>, doc: u32) -> Vec<String> {
    let Some(column) = column else { return Vec::new() };
    let mut names: Vec<String> = Vec::new();
    for ord in column.term_ords(doc) {
        let mut name = String::new();
        if column.ord_to_str(ord, &mut name).is_ok_and(|is_there| is_there) {
            let shown = name.split_once(SHOWN).map_or(name.as_str(), |(_, shown)| shown).to_owned();
            if !names.contains(&shown) {
                names.push(shown);
            }
        }
    }
    names
}

/// Judgements past their horizon, for which no outcome is told: see [`Catalogue::overdue`].
#[derive(Debug, Clone, Default)]
pub struct Overdue {
    /// With the last day of the horizon, the latest first.
    pub judgements: Vec<(DocAddress, i64)>,
    /// A later edition has them: they are told there, or listed as its own.
    pub carried_on: usize,
}

impl Catalogue {
    /// An edition of a later date than today is read as on its own day.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn overdue(&self, today: Option<i64>) -> Result<Overdue, Without> {
        self.read_overdue(today).map_err(|error| Without::because(&error))
    }

    fn read_overdue(&self, today: Option<i64>) -> tantivy::Result<Overdue> {
        let searcher: Searcher = self.searcher();
        let editions = Editions::of(self, &searcher)?;
        let mut overdue = Overdue::default();
        let mut rows = HashMap::new();
        for (segment, ord) in searcher.segment_readers().iter().zip(0..) {
            let fields = segment.fast_fields();
            let Some(outcomes) = fields.column_opt::<u64>(Field::Outcome.name())? else { continue };
            let Some(until) = fields.column_opt::<i64>(&super::schema::last(Field::By))? else { continue };
            let edition = fields.column_opt::<i64>(Field::Date.name())?;
            for doc in living(segment, Kind::Item(ItemKind::Judgement))? {
                self.go_on()?;
                let day = edition.as_ref().and_then(|edition| edition.first(doc)).max(today);
                let passed = until.first(doc).filter(|until| day.is_some_and(|day| *until < day));
                let Some(until) = passed.filter(|_| outcomes.first(doc).unwrap_or(OPEN) == OPEN) else { continue };
                let at = DocAddress::new(ord, doc);
                if editions.is_later(self, &searcher, at, &mut rows, |_| true) {
                    overdue.carried_on += 1;
                } else {
                    overdue.judgements.push((at, until));
                }
            }
        }
        overdue.judgements.sort_unstable_by_key(|(at, until)| (std::cmp::Reverse(*until), *at));
        Ok(overdue)
    }
}
