//! What files were like when they held what was indexed, so that nobody has to read them again to know it.
//!
//! They lie beside the index and may be lost: then files are read and compared.

use crate::catalogue::index::Catalogue;
use crate::catalogue::row::Held;
use crate::library::HeldBriefing;
use crate::library::freshness::hash_of;
use crate::library::store::Stamp;
use crate::own::files;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// In bytes: some millions of files.
const LARGEST: u64 = 512 * 1024 * 1024;

#[derive(Debug, Default)]
pub struct Stamps {
    /// By a hash of the file's path: the stamp, and what the file holds.
    of: HashMap<u64, (u64, (u64, u64))>,
    is_changed: bool,
}

#[derive(Serialize, Deserialize)]
struct Line(u64, u64, u64, u64);

impl Stamps {
    pub fn read(catalogue: &Catalogue) -> Self {
        let bytes = catalogue.place().and_then(|place| files::read(&place.stamps(), LARGEST).ok()).unwrap_or_default();
        let lines: Vec<Line> = postcard::from_bytes(&bytes).unwrap_or_default();
        Self { of: lines.into_iter().map(|Line(file, stamp, length, hash)| (file, (stamp, (length, hash)))).collect(), is_changed: false }
    }

    /// What a file holds if it has this stamp. `None`: nobody knows.
    pub fn content(&self, file: &Held, stamp: Option<u64>) -> Option<(u64, u64)> {
        let (known, content) = self.of.get(&key(file))?;
        (Some(*known) == stamp).then_some(*content)
    }

    pub fn set(&mut self, file: &Held, stamp: u64, content: (u64, u64)) {
        self.of.insert(key(file), (stamp, content));
        self.is_changed = true;
    }

    pub fn add(&mut self, helds: &[HeldBriefing]) {
        for read in helds.iter().flat_map(HeldBriefing::reads) {
            let held = Held::of(&read.file, read.content());
            if let Some(stamp) = read.stamp() {
                self.set(&held, number(&stamp), held.content);
            }
        }
    }

    /// Where they cannot be written, files are read again.
    pub fn write(&self, catalogue: &Catalogue) {
        let Some(place) = catalogue.place().filter(|_| self.is_changed) else { return };
        let mut lines: Vec<Line> = self.of.iter().map(|(file, (stamp, content))| Line(*file, *stamp, content.0, content.1)).collect();
        lines.sort_unstable_by_key(|line| line.0);
        if let Ok(bytes) = postcard::to_allocvec(&lines) {
            let _ = files::write(&place.stamps(), &bytes);
        }
    }
}

pub fn number(stamp: &Stamp) -> u64 {
    hash_of(&stamp.0)
}

fn key(file: &Held) -> u64 {
    hash_of((file.is_own, &file.path))
}
