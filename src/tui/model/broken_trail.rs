//! A way that was cut, because places on it were gone when the library was read anew, and that comes back with them.
//!
//! Who writes a file in parts, or takes it away and brings it back, has not deleted what is in it.

use super::found_again::stay;
use super::page_cache::Pages;
use crate::page::about::nearest::{found, quoted};
use crate::page::{Place, World, locate};
use crate::tui::trail::{Trail, Visit};

#[derive(Debug, Clone)]
pub struct Cut {
    /// Each visit with what it is found by.
    pub whole: Trail,
    /// What was left of it. Who goes elsewhere from here has left the old way.
    left: Vec<Place>,
}

impl Cut {
    /// The way `whole` of the world before, of which the trail `left` is left.
    pub fn new(whole: &Trail, left: &Trail, before: &World, pages: &Pages) -> Self {
        let kept = |visit: &Visit| {
            let is_there = locate(before, &visit.place).is_ok();
            let stay = is_there.then(|| Box::new(stay(before, pages, visit, |place| quoted(before, place))));
            Visit { resume_at: stay.or_else(|| visit.resume_at.clone()), ..visit.clone() }
        };
        Self { whole: whole.with(kept), left: Vec::new() }.leaving(left)
    }

    pub fn leaving(self, left: &Trail) -> Self {
        Self { left: left.places().cloned().collect(), ..self }
    }

    /// We stand where it was cut.
    pub fn is_at(&self, trail: &Trail) -> bool {
        self.left.iter().eq(trail.places())
    }
}

/// A visit of a way that was cut, where its place is back.
pub fn back(now: &World, visit: &Visit) -> Option<Visit> {
    let Some(stay) = &visit.resume_at else { return Some(visit.clone()) };
    let place = found(now, &stay.at)?;
    locate(now, &place).ok()?;
    Some(Visit { place, ..visit.clone() })
}
