//! The reader's own notes and marks: from a key to what is to be kept, and back.

use super::{Effect, Hint, Model};
use crate::keys::action::Action;
use crate::keys::key::{Code, Key};
use crate::own::Notes;
use crate::own::notes::{Change, What, tidy};
use crate::own::state::{DRAFTS, Draft, State};
use crate::page::about::nearest::{found, quoted};
use crate::page::about::notes::{notes_on, subject, words_of};
use crate::page::{Found, Place, World, locate, locate_in};
use crate::tui::layout::{Pane, text_width};
use crate::tui::text_area::{LONGEST, TextArea};
use std::collections::HashMap;
use std::sync::Arc;

/// What is being written.
#[derive(Debug)]
pub struct Writing {
    /// What the note is on.
    pub subject: Place,
    /// What else it may be on: what the page is about.
    other: Option<Place>,
    /// The address that it is kept under.
    address: String,
    /// The words that it is anchored to.
    pub quote: String,
    /// The text that the note had before; none where it is new.
    was: Option<String>,
    /// The text.
    pub area: TextArea,
}

impl Writing {
    /// The note is there already, and is changed.
    #[must_use]
    pub fn is_old(&self) -> bool {
        self.was.is_some()
    }

    /// What else it may be on.
    #[must_use]
    pub fn other(&self) -> Option<&Place> {
        self.other.as_ref()
    }

    /// Its places have other numbers now.
    pub(super) fn rename(&mut self, renamed: impl Fn(&Place) -> Place) {
        let subject = renamed(&self.subject);
        if self.address == self.subject.to_string() {
            self.address = subject.to_string();
        }
        self.other = self.other.as_ref().map(&renamed);
        self.subject = subject;
    }

    /// The keys of the editor; the actions are those that do the like elsewhere.
    pub(super) fn hints() -> Vec<Hint> {
        let hints = [
            ("↵", "keep", Some(Action::Open)),
            ("Ctrl-j", "new line", None),
            ("Ctrl-e", "in your editor", Some(Action::Edit)),
            ("Esc", "put aside", Some(Action::Cancel)),
        ];
        let hint = |(keys, words, action): (&str, &str, Option<Action>)| Hint {
            keys: keys.to_owned(),
            words: words.to_owned(),
            actions: action.into_iter().collect(),
        };
        hints.map(hint).into()
    }

    /// The key of the editor that a click on such a hint stands for.
    fn key_of(action: Action) -> Option<Key> {
        let key = |code, control| Some(Key { code, control });
        match action {
            Action::Open => key(Code::Enter, false),
            Action::Edit => key(Code::Char('e'), true),
            Action::Cancel => key(Code::Escape, false),
            _ => None,
        }
    }

    fn is_changed(&self) -> bool {
        tidy(self.area.text()) != self.was.as_deref().unwrap_or_default()
    }
}

/// Texts that were put aside, by what they are on. They come back until the program is left, and behind an end from outside.
pub type Drafts = HashMap<Place, String>;

impl Model {
    /// What the cursor is on, else what the page is about, and the latter where it is another.
    fn subjects(&mut self) -> Option<(Place, Option<Place>)> {
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
    fn keeps_nothing(&mut self) -> bool {
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

    fn change(&self, place: &Place, address: String, quote: String, what: What) -> Vec<Effect> {
        let (Some(folder), Some(briefing)) = (self.world.notes.shelf.clone(), place.briefing()) else { return Vec::new() };
        let date = self.world.today.as_ref().map_or_else(String::new, |today| today.as_str().to_owned());
        let (name, briefing) = (self.subject_name(place), briefing.to_owned());
        vec![Effect::Keep { shelf: folder, change: Box::new(Change { briefing, address, quote, date, what }), name }]
    }

    /// Begins to write a note on what the cursor is on.
    pub(super) fn note(&mut self) {
        if self.keeps_nothing() {
            return;
        }
        match self.subjects() {
            Some((place, other)) => self.write_on(place, other),
            None => self.say("Notes are written in briefings; there is none here."),
        }
    }

    fn write_on(&mut self, place: Place, other: Option<Place>) {
        let old = notes_on(&self.world, &place).into_iter().rfind(|note| !note.is_mark);
        let (was, address, quote) = match old {
            // What was written by hand or before a sentence moved keeps the address and the quote that it has.
            Some(note) => (Some(note.text.clone()), note.address.clone(), note.quote.clone()),
            None => (None, place.to_string(), words_of(&self.world, &place).unwrap_or_default()),
        };
        if was.as_ref().is_some_and(|was| was.len() > LONGEST) {
            return self.say("This note is too long to be edited here; it stands in the file of notes.");
        }
        let draft = self.drafts.remove(&place);
        let area = TextArea::new(draft.or_else(|| was.clone()).unwrap_or_default());
        self.marks = None;
        self.writing = Some(Writing { subject: place, other, address, quote, was, area });
    }

    /// Takes a key into the note: Enter keeps it, Escape puts it aside.
    pub(super) fn type_note(&mut self, key: Key) -> Vec<Effect> {
        let cells = self.layout().and_then(|layout| layout.area(Pane::Here)).map_or(1, text_width);
        let Some(writing) = self.writing.as_mut() else { return Vec::new() };
        match (key.code, key.control) {
            (Code::Escape, _) | (Code::Char('c'), true) => self.put_aside(),
            (Code::Enter, _) if writing.is_changed() => return self.keep_note(),
            (Code::Enter, _) => {
                self.writing = None;
                self.say("Nothing was changed.");
            }
            (Code::Char('e'), true) => return vec![Effect::Write(writing.area.text().to_owned())],
            (Code::Tab, _) => self.turn_to_other(),
            _ => {
                if !writing.area.press(key, cells) {
                    self.say("A note holds 64 KB.");
                }
            }
        }
        Vec::new()
    }

    /// Does what a hint of the editor says.
    pub(super) fn click_in_note(&mut self, action: Action) -> Vec<Effect> {
        Writing::key_of(action).map_or_else(Vec::new, |key| self.type_note(key))
    }

    /// Writes on the other place instead. What was typed goes along where neither place had anything, else it waits for its own.
    fn turn_to_other(&mut self) {
        let Some(writing) = self.writing.take_if(|writing| writing.other.is_some()) else { return };
        let Writing { subject, other: Some(other), was, area, .. } = &writing else { return };
        self.write_on(other.clone(), Some(subject.clone()));
        match &mut self.writing {
            // What is there cannot be edited here, and that was said.
            None => self.writing = Some(writing),
            Some(_) if !writing.is_changed() => {}
            Some(new) if was.is_none() && new.was.is_none() && new.area.text().is_empty() => new.area = area.clone(),
            Some(_) => self.keep_draft(subject.clone(), area.text().to_owned()),
        }
    }

    /// Keeps what was typed for when a note on its place is written again.
    fn keep_draft(&mut self, subject: Place, text: String) {
        self.drafts.insert(subject, text);
        self.warned = false;
    }

    fn keep_note(&mut self) -> Vec<Effect> {
        let Some(writing) = &self.writing else { return Vec::new() };
        let (place, address, quote) = (writing.subject.clone(), writing.address.clone(), writing.quote.clone());
        let what = What::Text { text: writing.area.text().to_owned(), was: writing.was.clone() };
        self.change(&place, address, quote, what)
    }

    /// Closes the editor; what was typed comes back with the next note on the same place.
    fn put_aside(&mut self) {
        let Some(writing) = self.writing.take() else { return };
        if writing.is_changed() {
            let key = self.keymap.shown(Action::Note);
            self.say(&format!("Not kept; {key} brings it back."));
            self.keep_draft(writing.subject, writing.area.text().to_owned());
        }
    }

    /// Takes words that were pasted, where a note is being written; whether one is.
    pub(super) fn paste_into_note(&mut self, words: &str) -> bool {
        let Some(writing) = &mut self.writing else { return false };
        if !writing.area.insert(words) {
            self.say("A note holds 64 KB; this is more. Nothing was pasted.");
        }
        true
    }

    /// Takes what another editor has made of the text.
    pub(super) fn written(&mut self, text: &str) {
        if let Some(writing) = &mut self.writing {
            writing.area = TextArea::new(tidy(text));
        }
    }

    /// Hears what became of a change: it is on the disk, or why it is not.
    pub(super) fn kept(&mut self, result: &Result<Arc<Notes>, String>, change: &Change, name: &str) {
        match result {
            Ok(notes) => {
                if matches!(change.what, What::Text { .. }) {
                    self.writing = None;
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
                let again = if self.writing.is_some() { " Your words are still here." } else { "" };
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
        let old = self.here();
        self.world = Arc::new(World { notes, ..World::clone(&self.world) });
        self.pages.forget();
        self.stand_where_it_was(old);
        self.forget_hits();
    }

    /// The notes as they are on the disk now.
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

    /// Takes up notes that were being written when the program was ended from outside; what there is to say of them.
    pub(super) fn take_drafts(&mut self, drafts: &[Draft]) -> Option<String> {
        self.taken = drafts.to_vec();
        self.drafts.extend(drafts.iter().filter_map(|draft| Some((found(&self.world, &draft.at)?, draft.text.clone()))));
        let first = found(&self.world, &drafts.first()?.at)?;
        let key = self.keymap.shown(Action::Note);
        Some(format!("A note that was not kept is here again: {key} on {} brings it back.", self.subject_name(&first)))
    }

    /// What was typed and neither kept nor given up, and what of that was taken up.
    pub(super) fn drafts_to_keep(&self) -> State {
        let writing = self.writing.as_ref().filter(|writing| writing.is_changed());
        let writing = writing.map(|writing| (&writing.subject, writing.area.text()));
        let others = self.drafts.iter().map(|(place, text)| (place, text.as_str()));
        let drafts = writing.into_iter().chain(others).map(|(place, text)| Draft { at: quoted(&self.world, place), text: text.to_owned() });
        State { drafts: drafts.take(DRAFTS).collect(), taken: self.taken.clone(), ..State::default() }
    }

    /// There is something that was typed and not kept.
    pub(super) fn has_drafts(&self) -> bool {
        !self.drafts.is_empty()
    }

    /// The place of the cursor can have notes and marks.
    pub(super) fn can_note(&self) -> bool {
        let target = self.shown.as_ref().and_then(|shown| shown.here().target());
        let can = |place: &Place| self.subject_of(place).is_some();
        self.world.notes.shelf.is_some() && (target.is_some_and(can) || can(&self.trail.here().place))
    }

    /// What a note is on, in words: "C4", "the cover of russia-iran-treaty".
    #[must_use]
    pub fn subject_name(&self, place: &Place) -> String {
        match locate_in(&self.world, place) {
            Some((held, Found::Passage { claim, passage })) => {
                format!("{}, passage {}", held.resolved.briefing.claims[claim].head.id.value, passage + 1)
            }
            _ => self.name(place),
        }
    }

    /// What is being written.
    #[must_use]
    pub fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }
}
