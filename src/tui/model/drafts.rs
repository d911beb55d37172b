//! Texts that were put aside, by what they are on. They come back until the program is left, and behind an end from
//! outside.

use super::Model;
use super::mode::{Mode, Writing};
use crate::keys::action::Action;
use crate::page::Place;
use crate::page::about::nearest::{found, quoted};
use crate::personal::last_place::{DRAFTS, Draft, State};
use std::collections::HashMap;

#[derive(Debug, Default)]
pub struct Drafts {
    texts: HashMap<Place, String>,
    /// Those that were taken up when the program began.
    taken: Vec<Draft>,
    /// Leaving was asked for once, and would lose drafts.
    warned: bool,
}

impl Drafts {
    /// Keeps what was typed, if there is something new in it, for when a note on its place is written again.
    pub fn put_aside(&mut self, writing: Writing) {
        if writing.is_changed() {
            self.texts.insert(writing.subject, writing.area.text().to_owned());
            self.warned = false;
        }
    }

    pub fn take(&mut self, place: &Place) -> Option<String> {
        self.texts.remove(place)
    }

    /// What was typed on words stays with them, where their places have other numbers now.
    pub fn rename(&mut self, renamed: impl Fn(&Place) -> Place) {
        self.texts = self.texts.drain().map(|(place, text)| (renamed(&place), text)).collect();
    }

    /// Leaving would lose drafts, and nobody was told so before.
    pub fn hold_back(&mut self) -> bool {
        !self.texts.is_empty() && !std::mem::replace(&mut self.warned, true)
    }

    /// Whoever leaves without them has given them up.
    pub fn give_up(&mut self) {
        self.texts.clear();
    }
}

impl Model {
    /// Takes up notes that were being written when the program was ended from outside; what there is to say of them.
    pub(super) fn take_drafts(&mut self, drafts: &[Draft]) -> Option<String> {
        self.drafts.taken = drafts.to_vec();
        self.drafts.texts.extend(drafts.iter().filter_map(|draft| Some((found(&self.world, &draft.at)?, draft.text.clone()))));
        let first = found(&self.world, &drafts.first()?.at)?;
        let key = self.keymap.shown(Action::Note);
        Some(format!("A note that was not kept is here again: {key} on {} brings it back.", self.subject_name(&first)))
    }

    /// What was typed and neither kept nor given up, and what of that was taken up.
    pub(super) fn drafts_to_keep(&self) -> State {
        let writing = match &self.mode {
            Mode::Write(writing) if writing.is_changed() => Some((&writing.subject, writing.area.text())),
            _ => None,
        };
        let others = self.drafts.texts.iter().map(|(place, text)| (place, text.as_str()));
        let drafts = writing.into_iter().chain(others).map(|(place, text)| Draft { at: quoted(&self.world, place), text: text.to_owned() });
        State { drafts: drafts.take(DRAFTS).collect(), taken: self.drafts.taken.clone(), ..State::default() }
    }
}
