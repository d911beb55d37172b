//! A large library: few of its briefings are held, and each is checked when it is opened.

use super::{Checked, Effect, Model};
use crate::page::{Place, World};
use std::sync::Arc;

impl Model {
    /// Lets go of briefings that are no longer looked at, and has those checked that were opened.
    pub(super) fn hold_few(&mut self) -> Vec<Effect> {
        let library = &self.world.library;
        if !self.begun || !library.is_large() {
            return Vec::new();
        }
        let shown = self.shown.iter().flat_map(|shown| &shown.columns).map(|column| &column.place);
        let ids: Vec<&str> = self.trail.places().chain(shown).filter_map(Place::briefing).collect();
        let few = library.with_few(&ids);
        let mut effects = Vec::new();
        // What is only looked at beside the list costs no run of the rules: its row says what they found.
        let here = self.trail.here().place.briefing().and_then(|id| library.entry(id));
        if let Some(held) = here.filter(|held| held.known_report().is_none() && self.checked == Checked::All) {
            effects.push(Effect::Check(held.id.clone()));
            self.checked = Checked::Again;
        }
        if let Some(library) = few {
            self.world = Arc::new(World { library, ..World::clone(&self.world) });
            effects.push(Effect::HoldFew);
        }
        effects
    }
}
