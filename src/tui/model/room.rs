//! What the room sees of a talk: neither the reader's own notes and marks nor what the check finds. Whoever speaks has these in
//! the second terminal.

use super::Model;
use crate::page::{Place, Spot, World, locate};
use std::sync::Arc;

/// Made once for a library and a talk.
#[derive(Debug, Clone)]
pub(super) struct Room {
    of: Arc<World>,
    /// The briefing that is presented, as an audience reads it: alone.
    presented: Arc<World>,
    briefing: String,
    /// All else that may be looked up in a talk.
    beside: Arc<World>,
}

impl Room {
    fn new(of: &Arc<World>, briefing: &str) -> Option<Self> {
        let presented = of.alone(Arc::new(of.entry(briefing)?.unchecked())).without_own();
        let (of, briefing, beside) = (Arc::clone(of), briefing.to_owned(), Arc::new(of.without_own()));
        Some(Self { of, presented: Arc::new(presented), briefing, beside })
    }

    fn at(&self, place: &Place) -> &Arc<World> {
        // Who opens the page of the check wants to see what it finds.
        let is_presented = place.briefing() == Some(&self.briefing) && place.spot() != Some(&Spot::Check);
        if is_presented && locate(&self.presented, place).is_ok() { &self.presented } else { &self.beside }
    }
}

impl Model {
    /// Others look at this screen: it shows a slide, or what a question has led to from one.
    #[must_use]
    pub fn is_in_room(&self) -> bool {
        self.slide().is_some()
    }

    /// What the page of a place is made of.
    pub fn seen(&mut self, place: &Place) -> Arc<World> {
        let presented = self.slide().map(|(held, _)| held.id.clone());
        let is_same = |room: &Room| Arc::ptr_eq(&room.of, &self.world) && Some(&room.briefing) == presented.as_ref();
        if self.room.is_some() != presented.is_some() {
            // What was seen by one pair of eyes is not shown to a room.
            self.pages.forget();
        }
        if !self.room.as_ref().is_some_and(is_same) {
            self.room = presented.and_then(|briefing| Room::new(&self.world, &briefing));
        }
        Arc::clone(self.room.as_ref().map_or(&self.world, |room| room.at(place)))
    }
}
