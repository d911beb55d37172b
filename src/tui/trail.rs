//! The places walked through, deepest last, and those that Back left.

use super::position::{Position, Seen};
use crate::page::Place;
use crate::page::figure::map::frame::View;
use crate::personal::last_place::Stay;

/// A place on the trail, and where in its page we are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub place: Place,
    pub stop: Option<usize>,
    /// The walker has moved the cursor, so it must be in view.
    pub cursor_moved: bool,
    /// What stands in the first row of the view; none where the page is as it opens.
    pub top: Option<Position>,
    /// What was in view where the walker left the view: a new size keeps it there.
    pub seen: Option<Seen>,
    /// How its map is looked at; none where it shows what it chose.
    pub view: Option<View>,
    /// Where we were in its page when the program was left; it is found there when the page is looked at.
    pub resume_at: Option<Box<Stay>>,
}

impl Visit {
    /// A place that nobody looked at yet.
    pub fn new(place: Place) -> Self {
        Self { place, stop: None, cursor_moved: false, top: None, seen: None, view: None, resume_at: None }
    }
}

const LONGEST: usize = 1000;

/// The trail. It is never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    below: Vec<Visit>,
    here: Visit,
    ahead: Vec<Visit>,
}

impl Trail {
    pub fn new(place: Place) -> Self {
        Self { below: Vec::new(), here: Visit::new(place), ahead: Vec::new() }
    }

    /// A trail of these visits, deepest last; none where there is none.
    pub fn of(mut visits: Vec<Visit>) -> Option<Self> {
        let here = visits.pop()?;
        Some(Self { below: visits, here, ahead: Vec::new() })
    }

    pub fn here(&self) -> &Visit {
        &self.here
    }

    pub fn here_mut(&mut self) -> &mut Visit {
        &mut self.here
    }

    pub fn left(&self) -> Option<&Visit> {
        self.below.last()
    }

    pub fn left_mut(&mut self) -> Option<&mut Visit> {
        self.below.last_mut()
    }

    pub fn visits(&self) -> impl DoubleEndedIterator<Item = &Visit> {
        self.below.iter().chain([&self.here])
    }

    /// Keeps of the visits below this one those that are worth it.
    pub fn retain(&mut self, keep: impl FnMut(&Visit) -> bool) {
        self.below.retain(keep);
    }

    pub fn places(&self) -> impl DoubleEndedIterator<Item = &Place> {
        self.visits().map(|visit| &visit.place)
    }

    /// How deep the visit is that the trail of today begins with: the library begins a new one, though Back still leads
    /// behind it.
    pub fn begins(&self) -> usize {
        let is_library = |visit: &Visit| visit.place == Place::Library;
        if is_library(&self.here) { self.below.len() } else { self.below.iter().rposition(is_library).unwrap_or(0) }
    }

    /// The places from there on.
    pub fn way(&self) -> impl DoubleEndedIterator<Item = &Place> {
        self.below[self.begins()..].iter().chain([&self.here]).map(|visit| &visit.place)
    }

    /// Goes deeper; what was ahead is forgotten. Who is there already stays.
    pub fn open(&mut self, place: Place) {
        if place == self.here.place {
            return;
        }
        self.ahead.clear();
        if self.below.len() >= LONGEST {
            // Where it began stays: that is where Back ends.
            self.below.remove(1);
        }
        self.below.push(std::mem::replace(&mut self.here, Visit::new(place)));
    }

    pub fn replace(&mut self, place: Place) {
        self.ahead.clear();
        self.here = Visit::new(place);
    }

    /// Takes every visit again in a world that was read anew. Those that `again` gives nothing for are dropped; where we
    /// are steps up to `nearest`.
    pub fn revisit(&mut self, mut again: impl FnMut(&Visit) -> Option<Visit>, nearest: impl FnOnce(&Place) -> Place) {
        self.below = self.below.iter().filter_map(&mut again).collect();
        self.ahead = self.ahead.iter().filter_map(&mut again).collect();
        let (here, stays) = match again(&self.here) {
            Some(visit) => (visit, true),
            None => (Visit::new(nearest(&self.here.place)), false),
        };
        self.here = here;
        // What stood between two visits of one place may be gone.
        self.below.dedup_by(|later, first| later.place == first.place);
        if let Some(left) = self.below.pop_if(|left| left.place == self.here.place).filter(|_| !stays) {
            self.here = left;
        }
    }

    /// The same with every visit as `kept` has it.
    #[must_use]
    pub fn with(&self, kept: impl Fn(&Visit) -> Visit) -> Self {
        Self { below: self.below.iter().map(&kept).collect(), here: kept(&self.here), ahead: self.ahead.iter().map(&kept).collect() }
    }

    /// Goes back one; whether there was one.
    pub fn back(&mut self) -> bool {
        let Some(before) = self.below.pop() else { return false };
        self.ahead.push(std::mem::replace(&mut self.here, before));
        true
    }

    /// Goes back one for good; whether there was one.
    pub fn leave(&mut self) -> bool {
        let left = self.back();
        if left {
            self.ahead.pop();
        }
        left
    }

    /// There are places that Back has left.
    pub fn has_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Goes forward again; whether there was something ahead.
    pub fn forward(&mut self) -> bool {
        let Some(next) = self.ahead.pop() else { return false };
        self.below.push(std::mem::replace(&mut self.here, next));
        true
    }
}
