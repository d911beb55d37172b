//! Saved searches: a search or a filtered list gets a name, another name, or none any more.

use super::{Effect, Model, SavedWork};
use crate::page::of::saved::as_list;
use crate::page::saved_counts::Counts;
use crate::page::{Place, World};
use crate::personal::Saved;
use crate::personal::saved_searches::Change;
use std::sync::Arc;

/// What was counted: of which searches, in which state of the catalogue.
pub type CountedOf = (Arc<Saved>, u64);

impl Model {
    /// The list is narrowed, or in groups.
    pub(super) fn has_filters(&self) -> bool {
        let listing = &self.pages.listed().listing;
        !listing.chips.is_empty() || !listing.query.is_empty() || listing.group.is_some()
    }

    /// There is something to save here.
    pub(super) fn can_save(&self) -> bool {
        let is_saved = matches!(self.target(), Some(Place::Saved(_)));
        let place = &self.trail.here().place;
        self.world.saved.places.is_some()
            && match place {
                Place::Saved(_) => true,
                Place::Search(query) => !query.trim().is_empty(),
                Place::Library | Place::Filters => is_saved || self.has_filters(),
                _ => false,
            }
    }

    /// Hears what became of a change, or of reading them.
    pub(super) fn hear_of_saved(&mut self, result: &Result<Arc<Saved>, String>, change: Option<&Change>) -> Vec<Effect> {
        let saved = match result {
            Ok(saved) => Arc::clone(saved),
            Err(why) => {
                self.say(&format!("Not saved: {why}."));
                return Vec::new();
            }
        };
        let old = self.here();
        self.world = Arc::new(World { saved, ..World::clone(&self.world) });
        self.pages.forget_list();
        self.stand_where_it_was(old);
        match change {
            Some(Change::Save(search)) => {
                self.say(&format!("Saved: {}. It stands at the head of the list.", search.name));
                return vec![Effect::Saved(SavedWork::Opened(search.name.clone()))];
            }
            Some(Change::Rename { from, to }) => {
                if self.trail.here().place == Place::Saved(from.clone()) {
                    self.trail.replace(Place::Saved(to.clone()));
                }
                self.say(&format!("Renamed: {to}."));
            }
            Some(Change::Delete(name)) => {
                if self.trail.here().place == Place::Saved(name.clone()) {
                    self.back();
                }
                self.say(&format!("No longer saved: {name}."));
            }
            Some(Change::Opened { .. }) | None => {}
        }
        Vec::new()
    }

    /// They are counted anew where they are listed and something is another since.
    pub(super) fn want_counts(&mut self) -> Option<Effect> {
        let catalogue = self.world.catalogue.as_ref().filter(|_| self.begun && self.trail.here().place == Place::Library)?;
        if self.world.saved.all.is_empty() {
            return None;
        }
        let now = (Arc::clone(&self.world.saved), catalogue.generation());
        let is_same = self.counted.as_ref().is_some_and(|before| Arc::ptr_eq(&before.0, &now.0) && before.1 == now.1);
        self.counted = Some(now);
        (!is_same).then_some(Effect::Saved(SavedWork::Count))
    }

    /// Several may count at once, and what was begun first may end last.
    pub(super) fn take_counts(&mut self, counts: &Arc<Counts>, generation: u64) {
        let is_late = self.counted.as_ref().is_some_and(|(_, asked)| generation < *asked);
        if !is_late && self.world.counts != *counts {
            let old = (self.trail.here().place == Place::Library).then(|| self.here()).flatten();
            self.world = Arc::new(World { counts: Arc::clone(counts), ..World::clone(&self.world) });
            self.pages.forget_rows();
            self.stand_where_it_was(old);
        }
    }

    /// What was saved is a list, and the library is listed so.
    pub(super) fn lists_saved(&mut self, name: &str) -> bool {
        let listing = self.world.saved.find(name).and_then(|search| as_list(&search.query));
        let listing = listing.filter(|_| self.trail.here().place == Place::Library);
        let is_list = listing.is_some();
        if let Some(listing) = listing {
            self.list_anew(listing);
        }
        is_list
    }

    /// A saved search was opened: what it finds now is not new the next time.
    pub fn note_saved(&mut self) -> Option<Effect> {
        let place = &self.trail.here().place;
        let is_new = self.saved_at.as_ref() != Some(place);
        self.saved_at = Some(place.clone());
        match place {
            Place::Saved(name) if is_new => Some(Effect::Saved(SavedWork::Opened(name.clone()))),
            _ => None,
        }
    }
}
