//! What files were like when they held what was indexed, so that nobody has to read them again to know it.
//!
//! They lie beside the index and may be lost: then files are read and compared.

use crate::catalogue::briefing_row::Held;
use crate::catalogue::index::Catalogue;
use crate::library::HeldBriefing;
use crate::personal::files;
use crate::text::hash::hash_of;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// In bytes: some millions of files.
const LARGEST: u64 = 512 * 1024 * 1024;

#[derive(Debug, Default)]
pub struct Stamps {
    /// As they were read, in the order of `file`.
    before: Vec<Line>,
    /// Those that are other ones now, by `file`.
    now: HashMap<u64, Line>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Line {
    /// A hash of its path.
    file: u64,
    stamp: u64,
    content: (u64, u64),
}

impl Stamps {
    pub fn read(catalogue: &Catalogue) -> Self {
        let bytes = catalogue.place().and_then(|place| files::read(&place.stamps(), LARGEST).ok()).unwrap_or_default();
        Self { before: postcard::from_bytes(&bytes).unwrap_or_default(), now: HashMap::new() }
    }

    /// What a file holds if it has this stamp. `None`: nobody knows.
    pub fn content(&self, file: &Held, stamp: Option<u64>) -> Option<(u64, u64)> {
        let file = key(file);
        let before = || self.before.binary_search_by_key(&file, |line| line.file).ok().map(|at| &self.before[at]);
        let known = self.now.get(&file).or_else(before)?;
        (Some(known.stamp) == stamp).then_some(known.content)
    }

    pub fn set(&mut self, file: &Held, stamp: u64, content: (u64, u64)) {
        let file = key(file);
        self.now.insert(file, Line { file, stamp, content });
    }

    pub fn add(&mut self, helds: &[HeldBriefing]) {
        for read in helds.iter().flat_map(HeldBriefing::reads) {
            if let Some(stamp) = read.stamp() {
                self.set(&Held::of(&read.file, read.content()), stamp.number(), read.content());
            }
        }
    }

    /// Where they cannot be written, files are read again.
    pub fn write(mut self, catalogue: &Catalogue) {
        let Some(place) = catalogue.place().filter(|_| !self.now.is_empty()) else { return };
        self.before.retain(|line| !self.now.contains_key(&line.file));
        self.before.extend(self.now.into_values());
        self.before.sort_unstable_by_key(|line| line.file);
        if let Ok(bytes) = postcard::to_allocvec(&self.before) {
            let _ = files::write(&place.stamps(), &bytes);
        }
    }
}

fn key(file: &Held) -> u64 {
    hash_of((file.is_own, &file.path))
}
