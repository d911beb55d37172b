//! A note that is being written. Nothing that was typed is lost: it is kept, or it waits among the drafts.

use super::Mode;
use crate::keys::action::Action;
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::page::about::notes::{notes_on, words_of};
use crate::personal::notes::{What, tidy};
use crate::tui::layout::{Pane, text_width};
use crate::tui::model::hint::Hint;
use crate::tui::model::{Effect, Model};
use crate::tui::text_area::{LONGEST, TextArea};

#[derive(Debug)]
pub struct Writing {
    pub subject: Place,
    /// What else it may be on: what the page is about.
    pub other: Option<Place>,
    address: String,
    /// The words that it is anchored to.
    pub quote: String,
    /// The text that the note had before; none where it is new.
    was: Option<String>,
    pub area: TextArea,
}

impl Writing {
    /// The note is there already, and is changed.
    pub fn is_old(&self) -> bool {
        self.was.is_some()
    }

    pub(in crate::tui::model) fn is_changed(&self) -> bool {
        tidy(self.area.text()) != self.was.as_deref().unwrap_or_default()
    }

    /// Its places have other numbers now.
    pub(in crate::tui::model) fn rename(&mut self, renamed: impl Fn(&Place) -> Place) {
        let subject = renamed(&self.subject);
        if self.address == self.subject.to_string() {
            self.address = subject.to_string();
        }
        self.other = self.other.as_ref().map(&renamed);
        self.subject = subject;
    }

    pub(super) fn hints() -> Vec<Hint> {
        let hints = [
            ("↵", "keep", Some(Action::Open)),
            ("Ctrl-j", "new line", None),
            ("Ctrl-e", "in your editor", Some(Action::Edit)),
            ("Esc", "put aside", Some(Action::Cancel)),
        ];
        hints.map(|(keys, words, action)| Hint::fixed(keys, words, action)).into()
    }
}

impl Model {
    /// Begins to write a note on what the cursor is on.
    pub(in crate::tui::model) fn note(&mut self) {
        if self.keeps_nothing() {
            return;
        }
        match self.subjects() {
            Some((place, other)) => {
                if let Some(writing) = self.writing_on(place, other) {
                    self.unmark();
                    self.begin(Mode::Write(writing));
                }
            }
            None => self.say("Notes are written in briefings; there is none here."),
        }
    }

    /// The note on a place as it was left: its draft, else what is kept of it. None where it is too long to be written
    /// here, which is said.
    fn writing_on(&mut self, place: Place, other: Option<Place>) -> Option<Writing> {
        let old = notes_on(&self.world, &place).into_iter().rfind(|note| !note.is_mark);
        let (was, address, quote) = match old {
            // What was written by hand or before a sentence moved keeps the address and the quote that it has.
            Some(note) => (Some(note.text.clone()), note.address.clone(), note.quote.clone()),
            None => (None, place.to_string(), words_of(&self.world, &place).unwrap_or_default()),
        };
        if was.as_ref().is_some_and(|was| was.len() > LONGEST) {
            self.say("This note is too long to be edited here; it stands in the file of notes.");
            return None;
        }
        let draft = self.drafts.take(&place);
        let area = TextArea::new(draft.or_else(|| was.clone()).unwrap_or_default());
        Some(Writing { subject: place, other, address, quote, was, area })
    }

    /// Takes a key into the note: Enter keeps it, Escape puts it aside.
    pub(super) fn press_writing(&mut self, key: Key) -> Vec<Effect> {
        let cells = self.layout().and_then(|layout| layout.area(Pane::Here)).map_or(1, text_width);
        let Mode::Write(writing) = &mut self.mode else { return Vec::new() };
        match (key.code, key.control) {
            (Code::Escape, _) | (Code::Char('c'), true) => {
                if writing.is_changed() {
                    let key = self.keymap.shown(Action::Note);
                    self.say(&format!("Not kept; {key} brings it back."));
                }
                self.begin(Mode::Walk);
            }
            (Code::Enter, _) if writing.is_changed() => {
                let (place, address, quote) = (writing.subject.clone(), writing.address.clone(), writing.quote.clone());
                let what = What::Text { text: writing.area.text().to_owned(), was: writing.was.clone() };
                return self.change(&place, address, quote, what);
            }
            (Code::Enter, _) => {
                self.mode = Mode::Walk;
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

    /// A click on a hint does what its key does.
    pub(super) fn click_writing(&mut self, action: Action) -> Vec<Effect> {
        let (code, control) = match action {
            Action::Open => (Code::Enter, false),
            Action::Edit => (Code::Char('e'), true),
            Action::Cancel => (Code::Escape, false),
            _ => return Vec::new(),
        };
        self.press_writing(Key { code, control })
    }

    /// Writes on the other place instead. What was typed goes along where neither place had anything, else it waits for its
    /// own.
    fn turn_to_other(&mut self) {
        let Mode::Write(Writing { subject, other: Some(other), .. }) = &self.mode else { return };
        let (subject, other) = (subject.clone(), other.clone());
        let Some(mut new) = self.writing_on(other, Some(subject)) else { return };
        match &mut self.mode {
            Mode::Write(old) if old.is_changed() && !old.is_old() && !new.is_old() && new.area.text().is_empty() => {
                new.area = std::mem::take(&mut old.area);
            }
            _ => {}
        }
        self.begin(Mode::Write(new));
    }

    /// Takes what another editor has made of the text.
    pub(in crate::tui::model) fn written(&mut self, text: &str) {
        if let Mode::Write(writing) = &mut self.mode {
            writing.area = TextArea::new(tidy(text));
        }
    }
}
