//! From an item to what falls if it is false, and back.

use super::Model;
use crate::page::{Found, Place, locate_in};

impl Model {
    /// Opens what falls with the item that we are on or that the stop leads to; from there it goes back to the item.
    pub(super) fn doubt(&mut self) {
        let here = self.here();
        let target = here.as_ref().and_then(|here| here.target()).cloned();
        let Some(place) = self.doubted(target.as_ref()) else { return self.say("No claim, assumption, source or judgement here.") };
        if self.trail.left().is_some_and(|left| left.place == place) {
            self.back();
        } else if self.is_doubt() {
            self.trail.replace(place);
        } else {
            self.trail.open(place);
        }
    }

    /// We are on what falls if something is false.
    pub(super) fn is_doubt(&self) -> bool {
        matches!(locate_in(&self.world, &self.trail.here().place), Some((_, Found::IfFalse(_))))
    }

    /// Where doubting leads from here, with this stop under the cursor; none where there is nothing to doubt.
    pub(super) fn doubted(&self, stop: Option<&Place>) -> Option<Place> {
        let item = |place: &Place| locate_in(&self.world, place).and_then(|(held, found)| Some((held, found.doubted(held)?)));
        let (held, item) = item(&self.trail.here().place).or_else(|| item(stop?))?;
        Some(if self.is_doubt() { Found::Item(item) } else { Found::IfFalse(item) }.place(held))
    }
}
