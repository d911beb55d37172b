//! Rival readings by the claims that bear on them: the matrix of the analysis of competing hypotheses (*A Tradecraft
//! Primer*, CIA, 2009).
//!
//! It counts what hurts a reading. It crowns no winner: trials of 2019 and 2020 found no gain in accuracy from doing so.

use super::Resolved;
use super::graph::LinkKind;
use super::model::{Item, ItemKind};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How a claim stands to a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// It fits.
    Consistent,
    /// It speaks against it.
    Inconsistent,
}

/// A matrix: readings as columns, claims as rows.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    /// The columns: a judgement and its alternatives stand together, those that least speaks against first.
    pub columns: Vec<Item>,
    /// The columns that a judgement's readings begin at.
    pub starts: Vec<usize>,
    /// For each column, how many claims speak against it.
    pub inconsistent: Vec<usize>,
    /// The claims that bear on a column, those that tell readings apart best first.
    pub rows: Vec<ReadingRow>,
}

/// How well a claim tells the readings of a judgement apart, counted in pairs of readings; the greater the better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight {
    /// Pairs of which it fits one and speaks against the other.
    pub apart: usize,
    /// Pairs of which it bears on one alone.
    pub touched: usize,
}

impl Weight {
    /// It stands to all readings alike, and decides nothing.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// A claim in the matrix.
#[derive(Debug, Clone)]
pub struct ReadingRow {
    /// The claim's index.
    pub claim: usize,
    /// For each column, how the claim stands to it; none where the briefing does not say.
    pub cells: Vec<Option<Bearing>>,
    /// How well it tells the readings of a judgement apart.
    pub weight: Weight,
}

impl Resolved {
    /// The alternatives to a judgement, in the file's order.
    pub fn alternatives_to(&self, judgement: usize) -> impl Iterator<Item = usize> + '_ {
        self.graph.origins(Item { kind: ItemKind::Judgement, index: judgement }, LinkKind::Reads).map(|item| item.index)
    }

    /// The matrix of these judgements and their alternatives. A judgement with none has nothing to be told apart from.
    #[must_use]
    pub fn readings(&self, judgements: impl IntoIterator<Item = usize>) -> Readings {
        let groups = judgements.into_iter().filter_map(|judgement| {
            let own = Item { kind: ItemKind::Judgement, index: judgement };
            let others: Vec<Item> = self.alternatives_to(judgement).map(|index| Item { kind: ItemKind::Alternative, index }).collect();
            (!others.is_empty()).then(|| {
                let mut group: Vec<Item> = std::iter::once(own).chain(others).collect();
                group.sort_by_key(|reading| self.bearing_on(*reading, Bearing::Inconsistent).count());
                group
            })
        });
        let groups: Vec<Vec<Item>> = groups.collect();
        let columns: Vec<Item> = groups.concat();
        let starts = groups.iter().scan(0, |start, group| Some(std::mem::replace(start, *start + group.len()))).collect();
        let both = [Bearing::Consistent, Bearing::Inconsistent];
        let claims: BTreeSet<usize> = columns.iter().flat_map(|column| both.map(|how| self.bearing_on(*column, how))).flatten().collect();
        let mut rows: Vec<ReadingRow> = claims
            .into_iter()
            .map(|claim| {
                let cells: Vec<Vec<Option<Bearing>>> =
                    groups.iter().map(|group| group.iter().map(|reading| self.bearing(claim, *reading)).collect()).collect();
                ReadingRow { claim, weight: weight(&cells), cells: cells.concat() }
            })
            .collect();
        rows.sort_by_key(|row| Reverse(row.weight));
        let hurt = |column: usize| rows.iter().filter(|row| row.cells[column] == Some(Bearing::Inconsistent)).count();
        Readings { inconsistent: (0..columns.len()).map(hurt).collect(), starts, columns, rows }
    }

    /// The claims that stand so to a reading, as indices.
    fn bearing_on(&self, reading: Item, how: Bearing) -> impl Iterator<Item = usize> + '_ {
        let kind = match (reading.kind, how) {
            (ItemKind::Judgement, Bearing::Consistent) => LinkKind::RestsOn,
            (ItemKind::Judgement, Bearing::Inconsistent) => LinkKind::Against,
            (_, Bearing::Consistent) => LinkKind::AlternativeFor,
            (_, Bearing::Inconsistent) => LinkKind::AlternativeAgainst,
        };
        self.graph.targets(reading, kind).map(|claim| claim.index)
    }

    /// How a claim stands to a reading. What a briefing names on both sides counts against: the matrix looks for harm.
    fn bearing(&self, claim: usize, reading: Item) -> Option<Bearing> {
        [Bearing::Inconsistent, Bearing::Consistent].into_iter().find(|how| self.bearing_on(reading, *how).any(|other| other == claim))
    }
}

/// Summed over the judgements: rivals are only the readings of the same one.
fn weight(groups: &[Vec<Option<Bearing>>]) -> Weight {
    let mut weight = Weight::default();
    for group in groups {
        for (at, one) in group.iter().enumerate() {
            for other in &group[at + 1..] {
                match (one, other) {
                    (Some(one), Some(other)) => weight.apart += usize::from(one != other),
                    (one, other) => weight.touched += usize::from(one != other),
                }
            }
        }
    }
    weight
}
