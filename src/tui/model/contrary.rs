//! From a judgement to its other side, and back.

use super::Model;
use crate::briefing::ItemKind;
use crate::page::{Found, Place, Side, locate_in};

impl Model {
    /// Opens the other side of the judgement that we are on or that the stop leads to; from the other side it goes back
    /// to the judgement.
    pub(super) fn turn_over(&mut self) {
        let here = self.here();
        let Some(place) = self.turned(here.as_ref().and_then(|here| here.target())) else { return self.say("No judgement here.") };
        if self.trail.left().is_some_and(|left| left.place == place) {
            self.back();
        } else if self.is_contrary() {
            self.trail.replace(place);
        } else {
            self.trail.open(place);
        }
    }

    /// We are on the other side of a judgement.
    pub(super) fn is_contrary(&self) -> bool {
        matches!(locate_in(&self.world, &self.trail.here().place), Some((_, Found::Side { side: Side::Contrary, .. })))
    }

    /// Where turning over leads from here, with this stop under the cursor; none where there is no judgement.
    pub(super) fn turned(&self, stop: Option<&Place>) -> Option<Place> {
        let judgement = |place: &Place| locate_in(&self.world, place).and_then(|(held, found)| Some((held, found.judgement()?)));
        let (held, judgement) = judgement(&self.trail.here().place).or_else(|| judgement(stop?))?;
        let contrary = Found::Side { judgement, side: Side::Contrary };
        Some(if self.is_contrary() { Found::item(ItemKind::Judgement, judgement) } else { contrary }.place(held))
    }
}
