//! Rival readings by the claims that bear on them: the matrix of the analysis of competing hypotheses (*A Tradecraft
//! Primer*, CIA, 2009).
//!
//! It counts what hurts a reading, and what one author says over and over counts once. It crowns no winner: trials of 2019
//! and 2020 found no gain in accuracy from doing so.

use super::Resolved;
use super::graph::LinkKind;
use super::model::{Item, ItemKind};
use super::scale::Way;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How a claim stands to a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    Consistent,
    Inconsistent,
}

/// A matrix: readings as columns, claims as rows.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    /// A judgement stands together with its alternatives, the least hurt of them first.
    pub columns: Vec<Item>,
    /// The columns, 0-based, where the readings of a judgement begin.
    pub starts: Vec<usize>,
    /// For each column, what speaks against it.
    pub harm: Vec<Harm>,
    /// Those that tell readings apart best first.
    pub rows: Vec<ReadingRow>,
}

/// What speaks against a reading. Its origins weigh; its claims are only how often they say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Harm {
    pub claims: usize,
    pub origins: usize,
}

/// How well a claim tells the readings of a judgement apart, counted in pairs of readings; the greater the better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight {
    /// It fits one of the pair and speaks against the other.
    pub apart: usize,
    /// It bears on one of the pair, and the briefing does not say how it stands to the other.
    pub touched: usize,
}

impl Weight {
    /// It stands alike to all readings, so it is not diagnostic.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

#[derive(Debug, Clone)]
pub struct ReadingRow {
    /// An index.
    pub claim: usize,
    /// For each column; `None` where the briefing does not say.
    pub cells: Vec<Option<Bearing>>,
    pub weight: Weight,
}

impl Resolved {
    /// The alternatives to a judgement, in the file's order.
    pub fn alternatives_to(&self, judgement: usize) -> impl Iterator<Item = usize> + '_ {
        self.graph.origins(Item { kind: ItemKind::Judgement, index: judgement }, LinkKind::Reads).map(|item| item.index)
    }

    /// The matrix of these judgements and their alternatives. A judgement without alternatives is left out, since nothing
    /// rivals it. The matrix ends before the judgement that would make it wider than `most` columns; the first is cut to fit.
    #[must_use]
    pub fn readings(&self, judgements: impl IntoIterator<Item = usize>, most: usize) -> Readings {
        let mut groups: Vec<Vec<Item>> = Vec::new();
        let mut room = most;
        for judgement in judgements {
            let others = self.alternatives_to(judgement).map(|index| Item { kind: ItemKind::Alternative, index });
            let mut group: Vec<Item> = std::iter::once(Item { kind: ItemKind::Judgement, index: judgement }).chain(others).collect();
            if group.len() == 1 {
                continue;
            }
            if group.len() > room && !groups.is_empty() {
                break;
            }
            group.truncate(most);
            group.sort_by_key(|reading| self.harm(*reading).origins);
            room = room.saturating_sub(group.len());
            groups.push(group);
        }
        let columns = groups.concat();
        let mut cells: BTreeMap<usize, Vec<Option<Bearing>>> = BTreeMap::new();
        for (column, reading) in columns.iter().enumerate() {
            // What a briefing names on both sides counts against: the matrix looks for harm.
            for how in [Bearing::Consistent, Bearing::Inconsistent] {
                for claim in self.bearing_on(*reading, how) {
                    cells.entry(claim).or_insert_with(|| vec![None; columns.len()])[column] = Some(how);
                }
            }
        }
        let starts: Vec<usize> = groups.iter().scan(0, |start, group| Some(std::mem::replace(start, *start + group.len()))).collect();
        let mut rows: Vec<ReadingRow> =
            cells.into_iter().map(|(claim, cells)| ReadingRow { claim, weight: weight(&cells, &starts), cells }).collect();
        rows.sort_by_key(|row| Reverse(row.weight));
        Readings { harm: columns.iter().map(|reading| self.harm(*reading)).collect(), starts, columns, rows }
    }

    #[must_use]
    pub fn harm(&self, reading: Item) -> Harm {
        let claims: BTreeSet<usize> = self.bearing_on(reading, Bearing::Inconsistent).collect();
        let claims: Vec<usize> = claims.into_iter().collect();
        Harm { claims: claims.len(), origins: self.origins(&claims).len() }
    }

    /// The indices of the claims that stand so to a reading. A judgement is read as it is held: what speaks against an
    /// unlikely event fits the judgement. An even one is held neither way, and read as its event.
    fn bearing_on(&self, reading: Item, how: Bearing) -> impl Iterator<Item = usize> + '_ {
        let fits = how == Bearing::Consistent;
        let kind = if reading.kind != ItemKind::Judgement {
            if fits { LinkKind::AlternativeFor } else { LinkKind::AlternativeAgainst }
        } else if fits == (self.briefing.judgements[reading.index].way() != Way::Below) {
            LinkKind::SpeaksFor
        } else {
            LinkKind::SpeaksAgainst
        };
        self.graph.targets(reading, kind).map(|claim| claim.index)
    }
}

/// Summed over the judgements, whose columns begin at `starts`: only readings of the same judgement are rivals.
fn weight(cells: &[Option<Bearing>], starts: &[usize]) -> Weight {
    let mut weight = Weight::default();
    for (at, start) in starts.iter().enumerate() {
        let group = &cells[*start..starts.get(at + 1).copied().unwrap_or(cells.len())];
        let count = |wanted: Option<Bearing>| group.iter().filter(|cell| **cell == wanted).count();
        let (fits, against, blank) = (count(Some(Bearing::Consistent)), count(Some(Bearing::Inconsistent)), count(None));
        weight.apart += fits * against;
        weight.touched += (fits + against) * blank;
    }
    weight
}
