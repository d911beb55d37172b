//! From the place under the cursor to the place in a file.

use super::{Effect, Model};
use crate::library::{HeldBriefing, Library};
use crate::page::written::{written, written_at_stop};
use crate::text::lines::Lines;
use std::path::PathBuf;

/// A place in a file, for an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errand {
    /// The file.
    pub file: PathBuf,
    /// The line, 1-based.
    pub line: usize,
    /// What stands before the place on its line; editors count columns in different ways.
    pub before: String,
}

impl Model {
    /// Asks for the editor at what the cursor is on, else at the place where we are, else at the nearest before it.
    pub(super) fn edit(&mut self) -> Vec<Effect> {
        let flowed = self.here();
        let here = self.trail.here();
        let stop = flowed.zip(here.stop).and_then(|(flowed, stop)| written_at_stop(&self.world, &here.place, &flowed.doc, stop));
        let found = stop.or_else(|| self.trail.places().rev().find_map(|place| written(&self.world, place)));
        match found.map(|(entry, at)| errand(&self.world.library, entry, at)) {
            Some(Some(errand)) => return vec![Effect::Edit(errand)],
            Some(None) => self.say("This library is built in; `bluf FOLDER` opens yours."),
            None => self.say("Nothing to edit here."),
        }
        Vec::new()
    }

    /// The briefing that we are in has a file that can be edited.
    pub(super) fn can_edit(&self) -> bool {
        self.briefing().and_then(|id| self.world.entry(id)).is_some_and(|entry| self.world.library.on_disk(entry).is_some())
    }
}

fn errand(library: &Library, entry: &HeldBriefing, at: usize) -> Option<Errand> {
    let (line, before) = Lines::new(&entry.file).line(at);
    Some(Errand { file: library.on_disk(entry)?, line, before: before.to_owned() })
}
