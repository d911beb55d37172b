//! Which files hold something else than what was indexed.

use super::{Stamps, Task, Without};
use crate::catalogue::row::{Held, Indexed};
use crate::library::freshness::content_of;
use crate::library::store::Stamp;
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
    // Both are in the same order.
    let mut files = files.into_iter().peekable();
    let (mut changed, mut gone, mut there) = (Vec::new(), Vec::new(), Vec::new());
    for indexed in indexed {
        changed.extend(std::iter::from_fn(|| files.next_if(|file| *file < indexed.path)));
        if files.next_if_eq(&indexed.path).is_some() {
            there.push(indexed);
        } else {
            gone.push(indexed.path);
        }
    }
    changed.extend(files);
    let looked: Vec<(bool, Vec<Seen>)> = there.par_iter().map(|indexed| look(task, stamps, indexed)).collect();
    let mut known = Vec::with_capacity(there.len());
    for (indexed, (is_same, seen)) in there.into_iter().zip(looked) {
        for Seen { file, stamp } in seen {
            stamps.set(&file, stamp, file.content);
        }
        if is_same {
            known.push(indexed);
        } else {
            changed.push(indexed.path);
        }
    }
    changed.sort();
    Ok(Compared { changed, gone, known })
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
        let stamp = task.store.stamp(&file).map(Stamp::number);
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
