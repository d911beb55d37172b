//! The edition that a briefing names as the one before it, and those before that.

use crate::briefing::change::{FormerId, former_ids};
use crate::briefing::rename::{Names, Of, Renamed, rename};
use crate::briefing::{Briefing, parse};
use crate::check;
use crate::yaml::tree::Tree;

/// An edition with the ids that its items have in the one after it, so that what only has another name is no change.
#[derive(Debug, Clone)]
pub struct EditionBefore {
    pub briefing: Briefing,
    /// Ids that are others in its file.
    pub former_ids: Vec<FormerId>,
}

impl EditionBefore {
    #[must_use]
    pub fn read(text: &str, stem: &str, now: &Briefing) -> Self {
        let briefing = parse(Tree::read(text), stem).0;
        let former_ids = former_ids(&briefing, now);
        if former_ids.is_empty() {
            return Self { briefing, former_ids };
        }
        let names: Names = former_ids.iter().map(|id| ((Of::Item(id.kind), id.then.clone()), id.now.clone())).collect();
        match rename(text, &names) {
            Ok(Renamed { text, .. }) => Self { briefing: parse(Tree::read(&text), stem).0, former_ids },
            // A name that cannot be written in its place: both stand as they are.
            Err(_) => Self { briefing, former_ids: Vec::new() },
        }
    }
}

/// Editions that name each other in a ring end somewhere.
const MOST: usize = 64;

/// Those before the one before, the nearest first, where an outcome asks for them.
pub fn earlier(now: &Briefing, before: &Briefing, read: impl Fn(&str) -> Result<Briefing, String>) -> Vec<Briefing> {
    let mut earlier: Vec<Briefing> = Vec::new();
    if !check::asks_for_earlier(now, before) {
        return earlier;
    }
    while let Some(path) = earlier.last().unwrap_or(before).previous.as_deref().filter(|_| earlier.len() < MOST)
        && let Ok(edition) = read(path)
    {
        earlier.push(edition);
    }
    earlier
}
