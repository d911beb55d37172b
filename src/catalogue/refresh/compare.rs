//! Which files hold something else than what was indexed.

use super::{Stamps, Task, Without, stamps};
use crate::catalogue::row::{Held, Indexed};
use crate::library::freshness::content_of;
use rayon::prelude::*;

pub struct Compared {
    /// The paths of briefings that are new, or no longer what was indexed, in their order.
    pub changed: Vec<String>,
    /// The paths of those that are gone.
    pub gone: Vec<String>,
    /// Those that are as they were, in the order of their paths.
    pub known: Vec<Indexed>,
}

impl Compared {
    pub fn is_same(&self) -> bool {
        self.changed.is_empty() && self.gone.is_empty()
    }
}

pub fn compare(task: &Task<'_>, stamps: &mut Stamps) -> Result<Compared, Without> {
    let files = task.store.list().map_err(|error| Without::Unusable(format!("{error:#}")))?;
    let indexed = task.catalogue.indexed().map_err(|error| Without::because(&error))?;
    let is_there = |indexed: &Indexed| files.binary_search(&indexed.path).is_ok();
    let (there, gone): (Vec<Indexed>, Vec<Indexed>) = indexed.into_iter().partition(is_there);
    let looked: Vec<(bool, Vec<Seen>)> = there.par_iter().map(|indexed| look(task, stamps, indexed)).collect();
    let mut known = Vec::with_capacity(there.len());
    for (indexed, (is_same, seen)) in there.into_iter().zip(looked) {
        for Seen { file, stamp } in seen {
            stamps.set(&file, stamp, file.content);
        }
        if is_same {
            known.push(indexed);
        }
    }
    let is_known = |path: &String| known.binary_search_by(|indexed: &Indexed| indexed.path.cmp(path)).is_ok();
    let changed = files.into_iter().filter(|path| !is_known(path)).collect();
    Ok(Compared { changed, gone: gone.into_iter().map(|indexed| indexed.path).collect(), known })
}

/// A file that was read to learn that it still holds the same.
struct Seen {
    file: Held,
    stamp: u64,
}

/// Whether all files of a briefing hold what they held.
fn look(task: &Task<'_>, stamps: &Stamps, indexed: &Indexed) -> (bool, Vec<Seen>) {
    let mut seen = Vec::new();
    for held in &indexed.files {
        let file = held.file();
        let stamp = task.store.stamp(&file).map(|stamp| stamps::number(&stamp));
        if stamp.is_some() && stamps.content(held, stamp) == Some(held.content) {
            continue;
        }
        if content_of(&task.store.read(&file)) != held.content {
            return (false, seen);
        }
        seen.extend(stamp.map(|stamp| Seen { file: held.clone(), stamp }));
    }
    (true, seen)
}
