//! The reader's own notes and marks: from a key to what is to be kept, and back.

use super::mode::Mode;
use super::{Effect, Model};
use crate::page::about::notes::{notes_on, subject, words_of};
use crate::page::{Place, World, locate};
use crate::personal::Notes;
use crate::personal::notes::{Change, What, tidy};
use std::sync::Arc;

impl Model {
    /// What the cursor is on, else what the page is about, and the latter where it is another.
    pub(super) fn subjects(&mut self) -> Option<(Place, Option<Place>)> {
        let target = self.here().and_then(|here| self.subject_of(here.target()?));
        let page = self.subject_of(&self.trail.here().place);
        match (target, page) {
            (Some(target), page) => Some((target.clone(), page.filter(|page| *page != target))),
            (None, page) => Some((page?, None)),
        }
    }

    fn subject_of(&self, place: &Place) -> Option<Place> {
        subject(&locate(&self.world, place).ok()?)
    }

    /// Nothing may be written, and why is said.
    pub(super) fn keeps_nothing(&mut self) -> bool {
        if self.world.notes.shelf.is_none() {
            self.say("Notes and marks are off here: there is no folder to keep them in.");
        }
        self.world.notes.shelf.is_none()
    }

    /// Marks what the cursor is on, or takes its mark away.
    pub(super) fn mark(&mut self) -> Vec<Effect> {
        if self.keeps_nothing() {
            return Vec::new();
        }
        let Some((place, _)) = self.subjects() else {
            self.say("Marks are set in briefings; there is none here.");
            return Vec::new();
        };
        let old =
            notes_on(&self.world, &place).into_iter().find(|note| note.is_mark).map(|note| (note.address.clone(), note.quote.clone()));
        let on = old.is_none();
        let (address, quote) = old.unwrap_or_else(|| (place.to_string(), words_of(&self.world, &place).unwrap_or_default()));
        self.change(&place, address, quote, What::Mark(on))
    }

    pub(super) fn change(&self, place: &Place, address: String, quote: String, what: What) -> Vec<Effect> {
        let (Some(folder), Some(briefing)) = (self.world.notes.shelf.clone(), place.briefing()) else { return Vec::new() };
        let date = self.world.today.as_ref().map_or_else(String::new, |today| today.as_str().to_owned());
        let (name, briefing) = (self.subject_name(place), briefing.to_owned());
        vec![Effect::Keep { shelf: folder, change: Box::new(Change { briefing, address, quote, date, what }), name }]
    }

    /// Hears what became of a change: it is on the disk, or why it is not.
    pub(super) fn hear_of_change(&mut self, result: &Result<Arc<Notes>, String>, change: &Change, name: &str) {
        match result {
            Ok(notes) => {
                // What is being written is on the disk now.
                if matches!((&self.mode, &change.what), (Mode::Write(_), What::Text { .. })) {
                    self.mode = Mode::Walk;
                }
                self.take_notes(Arc::clone(notes));
                self.say(&match &change.what {
                    What::Mark(true) => format!("Marked: {name}."),
                    What::Mark(false) => format!("No longer marked: {name}."),
                    What::Text { text, .. } if tidy(text).is_empty() => {
                        format!("Note on {name} deleted; its words stay in the file of notes.")
                    }
                    What::Text { .. } => format!("Note on {name} kept."),
                });
            }
            Err(why) => {
                let again = if matches!(self.mode, Mode::Write(_)) { " Your words are still here." } else { "" };
                self.say(&format!("Not kept: {why}.{again}"));
            }
        }
    }

    /// Takes notes that were read anew; the cursor stays on what it was on.
    pub(super) fn take_notes(&mut self, notes: Arc<Notes>) {
        if self.world.notes.is_empty() && notes.is_empty() {
            self.world = Arc::new(World { notes, ..World::clone(&self.world) });
            return;
        }
        if self.world.notes.has_same_texts(&notes) && self.trail.here().place != Place::Notes {
            self.world = Arc::new(World { notes, ..World::clone(&self.world) });
            self.pages.mark_anew();
            return;
        }
        let old = self.here();
        let now = Arc::new(World { notes, ..World::clone(&self.world) });
        let before = std::mem::replace(&mut self.world, now);
        self.pages.note_anew(&before, &self.world);
        self.stand_where_it_was(old);
    }

    pub(super) fn read_notes(&self) -> Vec<Effect> {
        self.world.notes.shelf.clone().map(Effect::ReadNotes).into_iter().collect()
    }

    /// Opens the page of all notes, read anew: another program may have written some.
    pub(super) fn go_to_notes(&mut self) -> Vec<Effect> {
        if self.trail.here().place != Place::Notes {
            self.trail.open(Place::Notes);
        }
        self.read_notes()
    }

    /// The place of the cursor can have notes and marks.
    pub(super) fn can_note(&self) -> bool {
        let can = |place: &Place| self.subject_of(place).is_some();
        self.world.notes.shelf.is_some() && (self.target().is_some_and(can) || can(&self.trail.here().place))
    }
}
