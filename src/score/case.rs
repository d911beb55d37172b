//! Judgements with an outcome, and what they come to.

use super::brier::Brier;
use super::term::Row;
use crate::briefing::scale::{Came, Likelihood, Vocabulary, Yardstick};

/// A judgement whose outcome is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// As it was rated before the outcome was known. `None`: it states no likelihood, or none of its yardstick.
    pub rated: Option<Likelihood>,
    pub came: Came,
    /// The year of the edition that judged it.
    pub year: Option<i32>,
    pub section: Option<String>,
    pub authors: Vec<String>,
}

/// What some cases come to.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// A row for each term that some case has, yardstick by yardstick, the least likely first.
    pub rows: Vec<Row>,
    /// `None`: no case was rated and came about or did not.
    pub brier: Option<Brier>,
    /// Rated, and came about in part.
    pub partly: usize,
    /// Nobody can tell what became of them.
    pub void: usize,
    /// Came about, in part or not, and state no likelihood that could be held against that.
    pub unrated: usize,
}

impl Case {
    /// A rated case that came about or did not: what counts.
    #[must_use]
    pub fn told(&self) -> Option<(Likelihood, bool)> {
        let came = match self.came {
            Came::Yes => true,
            Came::No => false,
            Came::Partly | Came::Void => return None,
        };
        Some((self.rated?, came))
    }
}

impl Score {
    #[must_use]
    pub fn of<'a>(cases: impl Iterator<Item = &'a Case> + Clone) -> Self {
        let told: Vec<(Likelihood, bool)> = cases.clone().filter_map(Case::told).collect();
        let parts: Vec<Likelihood> = cases.clone().filter(|case| case.came == Came::Partly).filter_map(|case| case.rated).collect();
        let void = cases.clone().filter(|case| case.came == Came::Void).count();
        let unrated = cases.filter(|case| case.rated.is_none() && case.came != Came::Void).count();
        let terms = Yardstick::all().iter().flat_map(|yardstick| yardstick.terms());
        let rows = terms.filter_map(|term| {
            let of = || told.iter().filter(|(rated, _)| *rated == term);
            let partly = parts.iter().filter(|rated| **rated == term).count();
            let row = Row { term, came: of().filter(|(_, came)| *came).count(), of: of().count(), partly };
            (row.of + row.partly > 0).then_some(row)
        });
        Self { rows: rows.collect(), brier: Brier::of(&told, &parts), partly: parts.len(), void, unrated }
    }

    /// How many cases are scored.
    #[must_use]
    pub fn cases(&self) -> usize {
        self.brier.as_ref().map_or(0, |brier| brier.cases)
    }
}
