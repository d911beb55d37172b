//! The cases of a library by who judged them, in which section, and when.

use crate::catalogue::Told;
use crate::page::library_page::Slice;
use crate::score::{Case, Score};
use std::collections::BTreeMap;

/// What cases are parted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Author,
    Section,
    Year,
}

impl Group {
    pub const ALL: [Self; 3] = [Self::Author, Self::Section, Self::Year];

    #[must_use]
    pub fn name(self) -> &'static str {
        ["author", "section", "year"][self as usize]
    }

    #[must_use]
    pub fn heading(self) -> &'static str {
        ["By analyst", "By section", "By the year of the edition that judged"][self as usize]
    }

    /// The parts that a case is in: a briefing of two authors is of both.
    fn of(self, case: &Case) -> Vec<Slice> {
        match self {
            Self::Author => case.authors.iter().cloned().map(Slice::Author).collect(),
            Self::Section => case.section.iter().cloned().map(Slice::Section).collect(),
            Self::Year => case.year.into_iter().map(Slice::Year).collect(),
        }
    }
}

/// Each part with its score, those of most cases first, years in their order.
#[must_use]
pub fn groups_of(cases: &[&Told], group: Group) -> Vec<(Slice, Score)> {
    let mut parts: BTreeMap<String, (Slice, Vec<&Case>)> = BTreeMap::new();
    for told in cases {
        for slice in group.of(&told.case) {
            parts.entry(slice.to_string()).or_insert_with(|| (slice, Vec::new())).1.push(&told.case);
        }
    }
    let mut scored: Vec<(Slice, Score)> = parts.into_values().map(|(slice, cases)| (slice, Score::of(cases.into_iter()))).collect();
    let year = |slice: &Slice| if let Slice::Year(year) = slice { Some(*year) } else { None };
    scored.sort_by_key(|(slice, score)| std::cmp::Reverse((year(slice), score.cases())));
    scored
}
