//! The name of a saved search, while it is typed.

use super::Mode;
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::page::of::saved::of_list;
use crate::personal::saved_searches::{Change, Search, name};
use crate::tui::model::{Effect, Model};
use crate::tui::prompt::Prompt;

/// What is being named.
#[derive(Debug)]
pub struct Naming {
    pub line: Prompt,
    /// What is saved under the name; that of a search that has one already is left as it is.
    query: String,
    old: Option<String>,
}

impl Model {
    /// Names what we are in, or the saved search under the cursor anew.
    pub(in crate::tui::model) fn begin_naming(&mut self) {
        if self.world.saved.places.is_none() {
            self.say("Searches are not saved here: there is no folder to keep them in.");
            return;
        }
        let target = self.here().and_then(|here| here.target().cloned());
        let naming = match (&target, &self.trail.here().place) {
            (_, Place::Saved(old)) | (Some(Place::Saved(old)), Place::Library) => {
                let mut line = Prompt::default();
                line.insert(old);
                Naming { line, query: String::new(), old: Some(old.clone()) }
            }
            (_, Place::Search(query)) if !query.trim().is_empty() => Naming { line: Prompt::default(), query: query.clone(), old: None },
            (_, Place::Library | Place::Filters) if self.has_filters() => {
                Naming { line: Prompt::default(), query: of_list(&self.pages.listed().listing), old: None }
            }
            _ => {
                self.say("A search is saved, or a list that is filtered; this is neither.");
                return;
            }
        };
        self.begin(Mode::Name(naming));
    }

    /// Enter keeps the name; one that was emptied deletes the search.
    pub(super) fn press_naming(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Name(naming) = &mut self.mode else { return Vec::new() };
        match key.code {
            Code::Escape => self.mode = Mode::Walk,
            Code::Enter => {
                let (to, old) = (name(naming.line.text()), naming.old.clone());
                let query = std::mem::take(&mut naming.query);
                self.mode = Mode::Walk;
                let change = match old {
                    Some(old) if to.is_empty() => Change::Delete(old),
                    Some(from) => Change::Rename { from, to },
                    None if to.is_empty() => return Vec::new(),
                    None => Change::Save(Search { name: to, query, seen: None }),
                };
                let keep = |places| Effect::KeepSaved { places, change };
                return self.world.saved.places.clone().map(keep).into_iter().collect();
            }
            _ => _ = naming.line.press(key),
        }
        Vec::new()
    }
}
