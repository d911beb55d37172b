//! From a judgement to its other side, and back.

use super::Model;
use crate::briefing::ItemKind;
use crate::page::{Place, Side, Spot};

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
        matches!(self.trail.here().place.spot(), Some(Spot::Side { side: Side::Contrary, .. }))
    }

    /// Where turning over leads from here, with this stop under the cursor; none where there is no judgement.
    pub(super) fn turned(&self, stop: Option<&Place>) -> Option<Place> {
        let here = &self.trail.here().place;
        let (briefing, judgement) = self.judgement(here).or_else(|| self.judgement(stop?))?;
        let other_side = || Place::within(briefing, Spot::Side { judgement: judgement.to_owned(), side: Side::Contrary });
        Some(if self.is_contrary() { Place::item(briefing, judgement) } else { other_side() })
    }

    /// The briefing and the id of the judgement that a place is a page of.
    fn judgement<'a>(&self, place: &'a Place) -> Option<(&'a str, &'a str)> {
        let Place::In { briefing, spot: Spot::Item(id) | Spot::Side { judgement: id, .. } } = place else { return None };
        let item = self.world.entry(briefing)?.resolved.graph.find(id)?;
        (item.kind == ItemKind::Judgement).then_some((briefing, id))
    }
}
