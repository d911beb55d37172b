//! The words that are searched for, while they are typed.

use super::Mode;
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::tui::model::search_marks::Marks;
use crate::tui::model::{Effect, Model};
use crate::tui::prompt::Prompt;
use crate::tui::trail::Visit;

#[derive(Debug)]
pub struct Search {
    pub line: Prompt,
    pub(in crate::tui::model) before: Visit,
    /// The line has changed since it was last searched for: however much is typed at once, the page is searched once.
    pub(in crate::tui::model) changed: bool,
}

impl Search {
    pub(super) fn insert(&mut self, words: &str) {
        self.changed |= self.line.insert(words);
    }
}

impl Model {
    pub(in crate::tui::model) fn begin_search(&mut self) {
        self.unmark();
        if self.here().is_some() {
            self.begin(Mode::Search(Search { line: Prompt::default(), before: self.trail.here().clone(), changed: false }));
        }
    }

    /// Takes a key into the prompt: Enter keeps what was found, Escape undoes all.
    pub(super) fn press_searching(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Search(search) = &mut self.mode else { return Vec::new() };
        match key.code {
            Code::Escape => {
                *self.trail.here_mut() = search.before.clone();
                self.mode = Mode::Walk;
                self.marks = None;
                self.filter_list(None);
            }
            Code::Backspace if search.line.text().is_empty() => {
                self.mode = Mode::Walk;
                self.marks = None;
                self.filter_list(None);
            }
            Code::Enter => {
                self.search_typed();
                self.mode = Mode::Walk;
                if let Some(marks) = self.marks.take_if(|marks| marks.hits().is_empty()) {
                    self.filter_list(None);
                    self.say(&format!("Not in this page: “{}”.", marks.words()));
                }
            }
            _ => search.changed |= search.line.press(key),
        }
        Vec::new()
    }

    /// Searches for what was typed, if that has not been done: marks the words, and goes to the first place from the top
    /// of the view on.
    pub(in crate::tui::model) fn search_typed(&mut self) {
        let Mode::Search(search) = &mut self.mode else { return };
        if !std::mem::take(&mut search.changed) {
            return;
        }
        let words = search.line.text().to_owned();
        *self.trail.here_mut() = search.before.clone();
        let filters = self.trail.here().place == Place::Library;
        if filters {
            self.filter_list(Some(words.as_str()).filter(|words| !words.is_empty()));
        }
        let Some(here) = self.here() else { return };
        // What a query finds need not stand in the list.
        self.marks = (!words.is_empty() && !self.lists()).then(|| Marks::of(words, &here, filters));
        self.go_to_first_hit(&here);
    }
}
