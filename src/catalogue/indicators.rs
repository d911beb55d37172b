//! The indicators of a library, by how they stand.

use super::column;
use super::editions::Editions;
use super::index::Catalogue;
use super::item::facts::standing;
use super::schema::living;
use super::unavailable::Without;
use super::vocabulary::Kind;
use crate::briefing::ItemKind;
use tantivy::DocAddress;

/// How an indicator stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    Seen,
    /// Not seen, and the horizon of what it bears on lies ahead.
    Due,
    /// Not seen, and the horizon has passed.
    Passed,
    /// Not seen, and what it bears on has no horizon.
    Open,
    /// Not seen, and the outcome of what it bears on is known.
    Known,
    /// Not seen, and it bears on no judgement.
    Loose,
}

impl Standing {
    pub const ALL: [Self; 6] = [Self::Seen, Self::Due, Self::Passed, Self::Open, Self::Known, Self::Loose];

    /// In addresses and data.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["seen", "due", "passed", "open", "known", "loose"][self as usize]
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.name() == name)
    }

    #[must_use]
    pub fn heading(self) -> &'static str {
        [
            "Seen",
            "Due: not seen, the horizon lies ahead",
            "Not seen, and the horizon has passed",
            "Not seen, without a horizon",
            "Not seen, and the outcome is known",
            "Not seen, and it bears on no judgement",
        ][self as usize]
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watching {
    pub at: DocAddress,
    pub standing: Standing,
    /// When it was seen, or until when it is due.
    pub day: Option<i64>,
}

/// All of a library; see [`Catalogue::watch`].
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// By how they stand. What was seen last is first, and what is due next.
    pub all: Vec<Watching>,
    /// Of editions that a later one has replaced.
    pub replaced: usize,
}

impl Watch {
    #[must_use]
    pub fn of(&self, standing: Standing) -> &[Watching] {
        let from = self.all.partition_point(|one| (one.standing as usize) < standing as usize);
        let to = self.all.partition_point(|one| one.standing as usize <= standing as usize);
        &self.all[from..to]
    }
}

impl Catalogue {
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn watch(&self, today: Option<i64>) -> Result<Watch, Without> {
        self.read_watch(today).map_err(|error| Without::because(&error))
    }

    fn read_watch(&self, today: Option<i64>) -> tantivy::Result<Watch> {
        let searcher = self.searcher();
        let editions = Editions::of(self, &searcher)?;
        let mut watch = Watch::default();
        for (segment, ord) in searcher.segment_readers().iter().zip(0..) {
            let fields = segment.fast_fields();
            let (seen, due) = (fields.column_opt::<i64>(column::SEEN)?, fields.column_opt::<i64>(column::DUE)?);
            let (state, edition) = (fields.column_opt::<i64>(column::STANDING)?, fields.column_opt::<i64>(column::DAY)?);
            for doc in living(segment, Kind::Item(ItemKind::Indicator))? {
                self.go_on()?;
                let number = |column: &Option<tantivy::columnar::Column<i64>>| column.as_ref()?.first(doc);
                let at = DocAddress::new(ord, doc);
                if editions.is_replaced(&searcher, at) {
                    watch.replaced += 1;
                    continue;
                }
                let day = number(&edition).max(today);
                let (standing, day) = match (number(&seen), number(&state), number(&due)) {
                    (Some(seen), ..) => (Standing::Seen, Some(seen)),
                    (_, Some(standing::SEEN), _) => (Standing::Seen, None),
                    (_, Some(standing::KNOWN), _) => (Standing::Known, None),
                    (_, Some(standing::OPEN), Some(due)) if day.is_some_and(|day| due < day) => (Standing::Passed, Some(due)),
                    (_, Some(standing::OPEN), Some(due)) => (Standing::Due, Some(due)),
                    (_, Some(standing::OPEN), None) => (Standing::Open, None),
                    _ => (Standing::Loose, None),
                };
                watch.all.push(Watching { at, standing, day });
            }
        }
        let order = |one: &Watching| one.day.map(|day| if one.standing == Standing::Due { day } else { day.saturating_neg() });
        watch.all.sort_by_key(|one| (one.standing as usize, order(one).is_none(), order(one), one.at));
        Ok(watch)
    }
}
