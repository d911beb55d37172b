//! Another world in place of the one that was walked through.

use super::Model;
use super::pages::{Flowed, Pages};
use crate::library::World;
use crate::page::nearest::{nearest, renamed};
use crate::page::{Place, Spot, page};
use crate::tui::trail::Visit;
use std::collections::HashMap;
use std::sync::Arc;

/// The stops of a page before and now.
type Stops = (Vec<Place>, Vec<Place>);

impl Model {
    /// Takes a world that was read anew. What is still there stays as it was, with the cursor on what it was on.
    pub(super) fn take(&mut self, now: &World) {
        // The notes are on the disk as they were, and read anew behind this.
        let now = Arc::new(now.with_notes(Arc::clone(&self.world.notes)));
        let before = std::mem::replace(&mut self.world, now);
        let now = &self.world;
        self.pages = Pages::default();
        self.prompt = None;
        self.palette = None;
        self.selection = None;
        self.letters = None;
        self.checked = false;
        let mut stops: HashMap<Place, Option<Stops>> = HashMap::new();
        let again = |visit: &Visit| {
            let place = renamed(&before, now, &visit.place);
            let stops = stops.entry(visit.place.clone()).or_insert_with(|| {
                let old = page(&before, &visit.place).map(|doc| doc.links).unwrap_or_default();
                Some((old.iter().map(|link| renamed(&before, now, link)).collect(), page(now, &place).ok()?.links))
            });
            let (old, new) = stops.as_ref()?;
            Some(Visit { stop: visit.stop.and_then(|stop| moved(old, new, stop)), place, ..visit.clone() })
        };
        self.trail.revisit(again, |place| nearest(&before, now, place));
        self.forget_hits();
        self.show_where_it_breaks_off();
    }

    /// Counts of findings have changed, and rows may have come with them: the cursor stays on what it was on.
    pub(super) fn count_findings_anew(&mut self) {
        let old = self.here();
        self.pages.forget_findings(&self.world);
        self.stand_where_it_was(old);
    }

    /// Puts the cursor on what it was on in a page that was made anew.
    pub(super) fn stand_where_it_was(&mut self, old: Option<Arc<Flowed>>) {
        let stop = old.zip(self.here()).zip(self.trail.here().stop);
        if let Some(((old, new), stop)) = stop {
            if old.doc.blocks.len() != new.doc.blocks.len() {
                self.selection = None;
            }
            self.trail.here_mut().stop = moved(&old.doc.links, &new.doc.links, stop);
        }
    }

    /// A file that cannot be read to its end has lost pages: what is there to mend is shown.
    fn show_where_it_breaks_off(&mut self) {
        let broken = self.briefing().and_then(|id| self.world.entry(id)).filter(|entry| !entry.resolved.briefing.complete);
        if let Some(check) = broken.map(|entry| Place::within(&entry.id, Spot::Check)).filter(|check| *check != self.trail.here().place) {
            self.trail.open(check);
        }
    }
}

/// The stop that leads where the stop `stop` of the old page led, the same one of several; the nearest if none does.
fn moved(old: &[Place], new: &[Place], stop: usize) -> Option<usize> {
    let last = new.len().checked_sub(1)?;
    let Some(target) = old.get(stop) else { return Some(stop.min(last)) };
    let nth = old[..stop].iter().filter(|place| *place == target).count();
    let same = || new.iter().enumerate().filter(|(_, place)| *place == target).map(|(at, _)| at);
    Some(same().nth(nth).or_else(|| same().next_back()).unwrap_or(stop.min(last)))
}
