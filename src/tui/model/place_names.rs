//! Places in a word or two, as they are called in crumbs, hints and notices.

use super::Model;
use super::mode::Mode;
use crate::page::about::place_names::name;
use crate::page::{Found, Place, locate_in};

impl Model {
    /// A place in a word or two, as seen from within its briefing.
    pub fn name(&self, place: &Place) -> String {
        match place {
            Place::Help if matches!(self.mode, Mode::Palette(_)) => "Actions".to_owned(),
            _ => name(&self.world, place, self.briefing()),
        }
    }

    /// What a note is on, in words: "C4", "C4, passage 2".
    pub fn subject_name(&self, place: &Place) -> String {
        match locate_in(&self.world, place) {
            Some((held, Found::Passage { claim, passage })) => {
                format!("{}, passage {}", held.resolved.briefing.claims[claim].head.id.value, passage + 1)
            }
            _ => self.name(place),
        }
    }
}
