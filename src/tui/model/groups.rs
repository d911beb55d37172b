//! The list of a large library in groups: each is opened as a list of its own, and left again.

use super::Model;
use super::mode::Mode;
use crate::catalogue::Listing;
use crate::page::Place;
use crate::page::of::filters::grouped;
use crate::page::of::saved::as_list;
use crate::personal::last_place::{Quoted, Stay, Stop};
use crate::tui::trail::Visit;

impl Model {
    /// The group that the list shows.
    pub(super) fn group(&self) -> Option<&str> {
        self.pages.listed().listing.within.as_deref().filter(|_| self.lists())
    }

    /// Lists the library in groups, or in none any more; or opens one of them.
    pub(super) fn group_list(&mut self, name: &str) {
        let here = self.trail.here().place.clone();
        let saved = match &here {
            Place::Saved(name) => self.world.saved.find(name).and_then(|search| as_list(&search.query)),
            _ => None,
        };
        let listing = grouped(saved.as_ref().unwrap_or(&self.pages.listed().listing), name);
        let groups = Some(self.trail.here().clone()).filter(|_| here == Place::Library && listing.within.is_some());
        self.list_anew(listing);
        self.groups = groups;
        match here {
            Place::Filters => {}
            Place::Library => *self.trail.here_mut() = Visit::new(Place::Library),
            _ => self.trail.open(Place::Library),
        }
        if here != Place::Filters {
            self.begin(Mode::Walk);
        }
    }

    /// Back from a group to all of them, with the cursor on it; whether we were in one.
    pub(super) fn leave_group(&mut self) -> bool {
        let Some(group) = self.group().map(|name| Place::Group(name.to_owned())) else { return false };
        self.list_anew(Listing { within: None, ..self.pages.listed().listing.clone() });
        *self.trail.here_mut() = self.groups.take().unwrap_or_else(|| Visit::new(Place::Library));
        let links = self.here().map(|here| here.flowed.doc.links.clone()).unwrap_or_default();
        let visit = self.trail.here_mut();
        if let Some(stop) = links.iter().position(|link| *link == group) {
            (visit.stop, visit.cursor_moved) = (Some(stop), true);
        } else {
            // They are still being counted.
            let to = Quoted { address: group.to_string(), words: String::new() };
            let stop = Stop { to, nth: 0, at: visit.stop.unwrap_or_default() };
            let stay = Stay { stop: Some(stop), follow: true, ..Stay::default() };
            visit.resume_at = Some(Box::new(stay));
        }
        true
    }
}
