//! Reading briefings on every core, and giving each its id in the library.

use super::Task;
use crate::catalogue::briefing_row::{Indexed, Row};
use crate::catalogue::item::documents;
use crate::library::HeldBriefing;
use rayon::prelude::*;
use std::collections::HashMap;
use tantivy::TantivyDocument;

/// So many are read before any is written. Whoever wants it to end waits no longer than for these.
pub const AT_ONCE: usize = 64;
/// The same where the rules run, which takes longer.
pub const CHECKED_AT_ONCE: usize = 8;

/// The documents of a briefing.
pub struct Made {
    pub path: String,
    pub documents: Vec<TantivyDocument>,
    /// Of their words, in bytes.
    pub size: usize,
}

pub fn read(task: &Task<'_>, paths: &[String]) -> Vec<HeldBriefing> {
    let read = |path: &String| HeldBriefing::read(task.store, path).on(Some(task.today));
    // One file is not worth a second thread.
    if paths.len() < 4 { paths.iter().map(read).collect() } else { paths.par_iter().map(read).collect() }
}

pub fn made(task: &Task<'_>, helds: &[HeldBriefing], with_rules: bool) -> Vec<Made> {
    let make = |held: &HeldBriefing| {
        if with_rules {
            let _ = held.report();
        }
        let (row, indexed) = (Row::of(held), Indexed::of(held, task.today));
        let documents = documents(held);
        let size = documents.iter().flat_map(|document| &document.texts).map(String::len).sum();
        Made { path: held.in_library.clone(), documents: task.catalogue.schema().documents(&documents, &row, &indexed), size }
    };
    if helds.len() < 4 { helds.iter().map(make).collect() } else { helds.par_iter().map(make).collect() }
}

/// The ids of a library, each given once: to the first in the order of paths, as the library itself does.
#[derive(Default)]
pub struct Ids {
    /// By the id, the path of the briefing that has it.
    taken: HashMap<String, String>,
}

impl Ids {
    pub fn give(&mut self, held: &mut HeldBriefing) {
        if let Some(first) = self.taken.get(&held.id).cloned() {
            let id = self.free(&held.id);
            held.rename(id, &first);
        }
        self.taken.insert(held.id.clone(), held.path.clone());
    }

    /// The same for one that has not changed. If it is to have another id than it had, it is written `again`.
    pub fn keep(&mut self, indexed: &Indexed, again: &mut Vec<(String, String)>) {
        let id = if self.taken.contains_key(&indexed.own_id) { self.free(&indexed.own_id) } else { indexed.own_id.clone() };
        if id != indexed.id {
            again.push((indexed.path.clone(), id.clone()));
        }
        self.taken.insert(id, indexed.path.clone());
    }

    fn free(&self, id: &str) -> String {
        (2..=self.taken.len() + 2).map(|number| format!("{id}-{number}")).find(|id| !self.taken.contains_key(id)).unwrap_or_default()
    }
}

/// Calls a briefing what it is called in its library.
pub fn call(held: &mut HeldBriefing, id: &str) {
    if held.id != id {
        held.rename(id.to_owned(), "an earlier one");
    }
}
