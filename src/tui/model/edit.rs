//! From the place under the cursor to the place in a file.

use super::{Effect, Model};
use crate::library::{HeldBriefing, Library};
use crate::page::about::file_position::{written, written_at_stop};
use crate::text::lines::Lines;
use crate::tui::editor::FilePlace;

impl Model {
    /// Asks for the editor at what the cursor is on, else at the place where we are, else at the nearest before it.
    pub(super) fn edit(&mut self) -> Vec<Effect> {
        let here = self.here();
        let stop = here.and_then(|here| written_at_stop(&self.world, &here.place, &here.flowed.doc, here.stop?));
        let found = stop.or_else(|| self.trail.places().rev().find_map(|place| written(&self.world, place)));
        match found.map(|(entry, at)| file_place(&self.world.library, entry, at)) {
            Some(Some(place)) => return vec![Effect::Edit(place)],
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

fn file_place(library: &Library, entry: &HeldBriefing, at: usize) -> Option<FilePlace> {
    let (line, before) = Lines::new(&entry.file).line(at);
    Some(FilePlace { file: library.on_disk(entry)?, line, before: before.to_owned() })
}
