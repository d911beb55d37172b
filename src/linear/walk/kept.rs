//! What of a walk is kept: what was read, and what was searched for.

use super::Walk;
use crate::catalogue::Catalogue;
use crate::keys::action::Action;
use crate::page::of::saved::counted;
use crate::page::{Place, World};
use crate::personal::saved_searches::{Change, Search, name};
use crate::tui::model::{Effect, Message};
use std::sync::Arc;

impl Walk {
    /// Saves the search that we are in under a name. What has become of that is said once it is known.
    pub(super) fn save(&mut self, typed: &str) -> String {
        let (name, places) = (name(typed), self.model.world().saved.places.clone());
        let why = match (self.place(), places) {
            (_, None) => "Searches are not saved here: there is no folder to keep them in.",
            (Place::Search(query), Some(places)) if !name.is_empty() => {
                let change = Change::Save(Search { name, query: query.clone(), seen: None });
                self.effects.push(Effect::KeepSaved { places, change });
                return String::new();
            }
            _ => "A search is saved; type search and a query first, then save and a name.",
        };
        self.marked(&[why.to_owned()])
    }

    pub(super) fn mark_read(&mut self) -> String {
        let effects = self.model.act(Action::MarkRead);
        self.effects.extend(effects);
        let said = self.model.take_notice().unwrap_or_default();
        self.marked(&[said])
    }

    pub(super) fn make_searchable(&mut self) {
        if self.model.world().catalogue.is_none() {
            let made = self.model.world().searchable().map_err(|why| why.to_string());
            self.model.update(&Message::Searchable(made));
        }
    }

    pub(super) fn count_saved(&mut self) {
        self.make_searchable();
        let generation = self.model.world().catalogue.as_ref().map_or(0, Catalogue::generation);
        let counts = Arc::new(counted(self.model.world()));
        self.model.update(&Message::Counted(counts, generation));
    }

    /// Hears what became of it.
    pub fn hear(&mut self, message: &Message) {
        let effects = self.model.update(message);
        self.effects.extend(effects);
    }

    /// What there is to say of that.
    pub fn heard(&mut self) -> String {
        self.model.take_notice().map_or_else(String::new, |notice| self.marked(&[notice]))
    }

    #[must_use]
    pub fn world(&self) -> Arc<World> {
        self.model.shared_world()
    }

    /// What is to be kept of the walk.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}
