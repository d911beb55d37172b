//! Which files hold something else than what was indexed.

use super::{Stamps, Task, Without};
use crate::catalogue::briefing_row::{Held, Indexed};
use crate::library::freshness::content_of;
use crate::library::store::Stamp;
use rayon::prelude::*;

/// Where no more files have changed than these, the rules run at once.
const FEW: usize = 40;

#[derive(Default)]
pub struct Compared {
    /// The paths of briefings that are new, or no longer what was indexed, in their order.
    pub changed: Vec<String>,
    /// The paths of those that are gone, in their order.
    pub gone: Vec<String>,
    /// So many of the others were not checked yet, or not on this day.
    pub unchecked: usize,
    /// So many the library has.
    pub files: usize,
}

impl Compared {
    pub fn is_same(&self) -> bool {
        self.changed.is_empty() && self.gone.is_empty()
    }

    /// So few have changed that the rules run at once.
    pub fn are_few(&self) -> bool {
        self.changed.len() <= FEW
    }

    /// Those that are as they were, in the order of their paths.
    pub fn known(&self, task: &Task<'_>) -> Result<Vec<Indexed>, Without> {
        let is_in = |paths: &[String], indexed: &Indexed| paths.binary_search(&indexed.path).is_ok();
        let known = task.catalogue.indexed(|indexed| !is_in(&self.changed, indexed) && !is_in(&self.gone, indexed));
        known.map_err(|error| Without::because(&error))
    }
}

pub fn compare(task: &Task<'_>, stamps: &mut Stamps) -> Result<Compared, Without> {
    let files = task.store.list().map_err(|error| Without::Unusable(format!("{error:#}")))?;
    let mut compared = Compared { files: files.len(), ..Compared::default() };
    let mut is_known = vec![false; files.len()];
    let mut look_at = |some: Vec<Indexed>| {
        let place = |indexed: &Indexed| files.binary_search(&indexed.path).ok();
        let places: Vec<Option<usize>> = some.par_iter().map(place).collect();
        let looked: Vec<(bool, Vec<Seen>)> = some
            .par_iter()
            .zip(&places)
            .map(|(indexed, place)| place.map_or_else(Default::default, |_| look(task, stamps, indexed)))
            .collect();
        for ((indexed, place), (is_same, seen)) in some.into_iter().zip(places).zip(looked) {
            for Seen { file, stamp } in seen {
                stamps.set(&file, stamp, file.content);
            }
            match place {
                None => compared.gone.push(indexed.path),
                Some(place) if is_same => {
                    is_known[place] = true;
                    compared.unchecked += usize::from(!indexed.is_checked_on(task.day));
                }
                Some(_) => {}
            }
        }
    };
    task.catalogue.each_indexed(&mut look_at).map_err(|error| Without::because(&error))?;
    compared.gone.sort();
    compared.changed = files.into_iter().zip(is_known).filter(|(_, is_known)| !is_known).map(|(path, _)| path).collect();
    Ok(compared)
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
